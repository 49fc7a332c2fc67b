import type { Caller } from '../authorization/caller.js';
import { addPeriod, earlier, instant } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import type { Attempt, IdempotencyKeys } from '../credentials/idempotency.js';
import type { Issued } from '../credentials/issuance.js';
import { quotaOfOrganization } from '../credentials/quota.js';
import { isManagedBy } from '../credentials/management.js';
import type { Credentials } from '../credentials/service.js';
import type { Organization } from '../organizations/organization.js';
import type { Organizations } from '../organizations/service.js';
import { emptyPage } from '../graphql/paging.js';
import type { Loads } from '../graphql/references.js';
import { requirePermission } from '../authorization/grants.js';
import { ALL } from '../authorization/resources.js';
import { LIFE_OF_KEY } from '../config/plans.js';
import { Refused, type PageRequest } from '../storage/collection.js';
import type { TargetLookup } from '../targets/lookup.js';
import { type KeyInput, problem, readKeyInput } from './input.js';
import { type Key, type KeyFilter, type KeyPage, KEY_KINDS, type KeyProblem, notFound, notIssued } from './key.js';
import { resourcesOf } from './resources.js';

/**
 * GraphOS' subgraph and operator keys: creating and reading them. Creating needs `key:create` (an operator key: `key:modify`),
 * the rest `key:modify`.
 */
export class SubgraphKeys {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: Organizations,
    readonly targets: TargetLookup,
    readonly idempotency: IdempotencyKeys,
  ) {}

  /**
   * Creates a key in the organization with this id or slug; one attempt creates one key. It lives for
   * {@link LIFE_OF_KEY}, but not longer than the credential that creates it. Limits and bad input are answered as problems.
   * @throws what {@link IdempotencyKeys.createOnce} throws.
   */
  async create(caller: Caller, idOrSlug: string, input: KeyInput, attempt?: Attempt): Promise<Key | KeyProblem> {
    const organization = await this.organizations.find(caller, idOrSlug);
    if (!organization) return problem('ORGANIZATION_NOT_FOUND', 'The organization does not exist.', 'organizationId');
    const { id: organizationId } = organization;
    requirePermission(caller.actor, KEY_KINDS[input.type]?.needs ?? 'key:create', { organizationId });
    return this.idempotency.createOnce(caller, attempt, (id) => this.#create(caller, organization, input, id));
  }

  async #create(
    caller: Caller,
    organization: Organization,
    input: KeyInput,
    id: string | undefined,
  ): Promise<Issued | KeyProblem> {
    const read = readKeyInput(input);
    if ('code' in read) return read;
    const { subgraphs, ...spec } = read;
    const paths = subgraphs?.map(({ graphId, variantName }) => [graphId, variantName] as const);
    const places = paths && (await this.targets.find(caller, organization, paths));
    const resources = subgraphs && places ? resourcesOf(subgraphs, places) : ALL;
    if ('code' in resources) return resources;
    const issued = await this.credentials.issue(
      caller,
      {
        ...spec,
        id,
        organizationIds: [organization.id],
        projectId: null,
        targetId: null,
        ownerId: null,
        description: null,
        resources,
        lifetime: (createdAt) => earlier(addPeriod(createdAt, LIFE_OF_KEY), caller.actor.expiresAt),
      },
      quotaOfOrganization(this.credentials.clock, organization, spec.kind),
    );
    if (!(issued instanceof Refused)) return issued;
    return notIssued(issued.problem, organization, spec.kind);
  }

  /** A listed key by its id. */
  async find(caller: Caller, organization: Organization, keyId: string): Promise<Key | null> {
    requireModify(caller, organization);
    const credential = await this.#get(organization, keyId);
    return credential?.listed ? { credential } : null;
  }

  /** A listed key that the caller manages, in whatever organization. */
  async managed(caller: Caller, keyId: string, credentials: Loads<Credential>): Promise<Key | null> {
    const credential = await credentials.load(keyId);
    if (credential?.family !== 'GRAPHOS_KEY' || !credential.listed) return null;
    return isManagedBy(caller.actor, credential) ? { credential } : null;
  }

  /** A page of the keys that pass the filter, newest first. */
  async page(
    caller: Caller,
    organization: Organization,
    request: PageRequest,
    { type, status, expiresBefore }: KeyFilter,
  ): Promise<KeyPage> {
    requireModify(caller, organization);
    const kind = type === null ? null : KEY_KINDS[type]?.kind;
    if (kind === undefined) return { page: emptyPage(), total: () => Promise.resolve(0) };
    const selection = {
      organizationId: organization.id,
      family: 'GRAPHOS_KEY',
      kind,
      status: status === 'ALL' ? null : status,
      expiresBefore: expiresBefore && instant(expiresBefore),
    } as const;
    const page = await this.credentials.page(selection, request);
    let total: Promise<number> | undefined;
    return { page, total: () => (total ??= this.credentials.total(selection)) };
  }

  /** A listed key of the organization that the caller manages. @throws ClientError NOT_FOUND. */
  async listed(caller: Caller, organization: Organization, keyId: string): Promise<Credential> {
    const key = await this.find(caller, organization, keyId);
    return key?.credential ?? notFound();
  }

  /** A key of the organization that the caller manages, also a deleted one. */
  managedIn(caller: Caller, organization: Organization, keyId: string): Promise<Credential | undefined> {
    requireModify(caller, organization);
    return this.#get(organization, keyId);
  }

  /** A key of the organization, also a deleted one. */
  async #get(organization: Organization, keyId: string): Promise<Credential | undefined> {
    const credential = await this.credentials.get(keyId);
    const own = credential?.family === 'GRAPHOS_KEY' && credential.organizationIds.includes(organization.id);
    return own ? credential : undefined;
  }
}

const requireModify = ({ actor }: Caller, { id }: Organization): void =>
  requirePermission(actor, 'key:modify', { organizationId: id });
