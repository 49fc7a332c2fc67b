import { validate as isUuid } from 'uuid';
import type { Caller } from '../caller.js';
import { instant, later } from '../clock.js';
import type { Credential, CredentialKind } from '../credentials/credential.js';
import { issue, remove, rename, revoke, rotate, setExpiration, type Vault } from '../credentials/lifecycle.js';
import { list, type Status, total } from '../credentials/list.js';
import type { Slots } from '../credentials/slots.js';
import { BadInput, ClientError } from '../errors.js';
import type {
  ApiKeyResourceInput,
  ApiKeyType,
  CreateKeyErrorCode,
  GraphOsKeyType,
} from '../generated/resolvers-types.js';
import { keyName } from '../names.js';
import type { Organization } from '../organizations/organization.js';
import { emptyPage } from '../paging.js';
import { atLevels, type PermissionId } from '../permissions/catalogue.js';
import { holds, requirePermission } from '../permissions/grants.js';
import { ALL, type Resources } from '../permissions/resources.js';
import { ALLOWANCES, LIFE_OF_KEY } from '../plans.js';
import { masked, type Secret } from '../secrets/secret.js';
import { type Page, Refused, type Window } from '../storage/collection.js';
import type { Targets } from '../targets/service.js';
import { MOST_SUBGRAPHS, resourcesOf } from './resources.js';

/** A key as answered: with its secret in the answer that creates or rotates it, without ever after. */
export interface Key {
  readonly credential: Credential;
  readonly secret?: Secret;
}

/** A page of keys, and how many there are in all, counted when asked. */
export interface KeyPage {
  readonly page: Page<Credential>;
  readonly total: () => Promise<number>;
}

/** Why a key was not created; `field` is the argument at fault. */
export interface KeyProblem {
  readonly code: CreateKeyErrorCode;
  readonly message: string;
  readonly field: string | null;
}

/** The kinds of key that Latchkey makes: what they may do, and who makes them. */
const KEY_KINDS: Readonly<
  Partial<Record<GraphOsKeyType, { kind: CredentialKind; needs: PermissionId; permissions: readonly PermissionId[] }>>
> = {
  SUBGRAPH: {
    kind: 'SUBGRAPH_KEY',
    needs: 'key:create',
    permissions: ['schemaCheck:create', 'schemaVersion:publish', 'project:describe', 'organization:describe'],
  },
  OPERATOR: {
    kind: 'OPERATOR_KEY',
    needs: 'key:modify',
    permissions: atLevels('TARGET', 'SERVICE', 'APP_DEPLOYMENT'),
  },
};

const NAME_RULE = "A key's name has 1 to 100 letters of any kind, and no control characters.";

/** GraphOS' subgraph and operator keys. Creating needs `key:create` (an operator key: `key:modify`), the rest `key:modify`. */
export class SubgraphKeys {
  constructor(
    readonly vault: Vault,
    readonly targets: Targets,
  ) {}

  /** Creates a key; `organization` is null when the caller sees none. Limits and bad input are answered as problems. */
  async create(
    caller: Caller,
    organization: Organization | null,
    input: { readonly name: string; readonly type: GraphOsKeyType; readonly resources?: ApiKeyResourceInput | null },
  ): Promise<Key | KeyProblem> {
    if (!organization) return problem('ORGANIZATION_NOT_FOUND', 'The organization does not exist.', 'organizationId');
    const { id: organizationId } = organization;
    const made = KEY_KINDS[input.type];
    requirePermission(caller.actor, made?.needs ?? 'key:create', { organizationId });
    if (!made)
      return problem('UNSUPPORTED_KEY_TYPE', 'Latchkey makes keys of the types SUBGRAPH and OPERATOR.', 'type');
    const title = keyName(input.name);
    if (title === undefined) return problem('INVALID_NAME', NAME_RULE, 'name');
    const resources = await this.#resources(caller, organization, made.kind, input.resources);
    if ('code' in resources) return resources;
    const permissions = [...made.permissions];
    if (!holds(caller.actor, { organizationId, permissions: new Set(permissions), resources }))
      return problem(
        'BEYOND_CALLER',
        'A key cannot hold more than the one who creates it. Choose fewer subgraphs.',
        null,
      );
    const issued = await issue(
      this.vault,
      caller,
      {
        kind: made.kind,
        organizationIds: [organizationId],
        ownerId: null,
        title,
        description: null,
        permissions,
        resources,
        lifetime: (createdAt) => later(createdAt, LIFE_OF_KEY),
      },
      slotsOf(organization, made.kind),
    );
    return issued === 'LIMIT_REACHED' ? problem('PLAN_LIMIT_REACHED', limitMessage(organization), null) : issued;
  }

  /** A listed key by its id. */
  async find(caller: Caller, organization: Organization, keyId: string): Promise<Key | null> {
    requireModify(caller, organization);
    const credential = await this.#get(organization, keyId);
    return credential?.listed ? { credential } : null;
  }

  /** A page of the keys, newest first; of every type when that is null. */
  page(
    caller: Caller,
    organization: Organization,
    window: Window,
    { type, status }: { readonly type: ApiKeyType | null; readonly status: Status | 'ALL' },
  ): Promise<KeyPage> {
    requireModify(caller, organization);
    const kind = type === null ? null : KEY_KINDS[type]?.kind;
    if (kind === undefined) return Promise.resolve({ page: emptyPage(), total: () => Promise.resolve(0) });
    const { credentials, clock } = this.vault;
    const selection = {
      organizationId: organization.id,
      family: 'GRAPHOS_KEY',
      kind,
      status: status === 'ALL' ? null : status,
    } as const;
    return list(credentials, clock, selection, window).then((page) => ({
      page,
      total: () => total(credentials, clock, selection),
    }));
  }

  /** @throws ClientError NOT_FOUND, or BAD_USER_INPUT for a bad name. */
  async rename(caller: Caller, organization: Organization, keyId: string, name: string): Promise<Key> {
    await this.#listed(caller, organization, keyId);
    const title = keyName(name);
    if (title === undefined) throw new BadInput(NAME_RULE);
    const credential = await rename(this.vault, caller, keyId, title);
    return credential ? { credential } : notFound();
  }

  /** Gives a key a new secret; the old one ends at `formerUntil`, or at once with null. */
  async rotate(
    caller: Caller,
    organization: Organization,
    keyId: string,
    { name, formerUntil }: { readonly name: string | null; readonly formerUntil: Date | null },
  ): Promise<Key> {
    await this.#listed(caller, organization, keyId);
    const title = name === null ? null : keyName(name);
    if (title === undefined) throw new BadInput(NAME_RULE);
    if (formerUntil !== null && formerUntil <= this.vault.clock())
      throw new BadInput('"expireOldKeyAt" must be in the future. Leave it out to end the old secret at once.');
    const until = formerUntil && instant(formerUntil);
    const rotated = await rotate(this.vault, caller, keyId, { title, formerUntil: until });
    if (rotated instanceof Refused)
      throw new BadInput(
        rotated.problem === 'REVOKED'
          ? 'A revoked key cannot be rotated. Create another.'
          : 'An expired key cannot be rotated. Give it a later end with setKeyExpiration first.',
      );
    return rotated ?? notFound();
  }

  /** Ends a key at once and keeps it in the lists. Answers its id, again and again. */
  async revoke(caller: Caller, organization: Organization, keyId: string): Promise<string> {
    await this.#listed(caller, organization, keyId);
    return (await revoke(this.vault, caller, keyId))?.id ?? notFound();
  }

  /** Ends a key at once and takes it from the lists. Answers its id, again and again. */
  async remove(caller: Caller, organization: Organization, keyId: string): Promise<string> {
    requireModify(caller, organization);
    if (!(await this.#get(organization, keyId))) return notFound();
    return (await remove(this.vault, caller, keyId))?.id ?? notFound();
  }

  /** Moves the end of a key, to the plan's longest life at most. */
  async setExpiration(caller: Caller, organization: Organization, keyId: string, expiration: Date): Promise<Key> {
    const { createdAt, kind } = await this.#listed(caller, organization, keyId);
    const latest = later(createdAt, ALLOWANCES[organization.plan].longestLifeOfKey);
    if (expiration <= this.vault.clock())
      throw new BadInput('"expiration" must be in the future. End a key with revokeKey.');
    if (instant(expiration) > latest) throw new BadInput(`The plan lets this key live until ${latest} at most.`);
    const slots = slotsOf(organization, kind);
    const moved = await setExpiration(this.vault, caller, keyId, instant(expiration), slots);
    if (!(moved instanceof Refused)) return moved ? { credential: moved } : notFound();
    if (moved.problem === 'LIMIT_REACHED') throw new ClientError('LIMIT_REACHED', limitMessage(organization));
    throw new BadInput('A revoked key stays revoked. Create another.');
  }

  async #resources(
    caller: Caller,
    organization: Organization,
    kind: CredentialKind,
    input: ApiKeyResourceInput | null | undefined,
  ): Promise<Resources | KeyProblem> {
    const subgraphs = input?.subgraphs ?? [];
    if (input?.gateways?.length)
      return problem('RESOURCES_NOT_ALLOWED', 'Keys are for subgraphs, not for gateways.', 'resources.gateways');
    if (kind === 'OPERATOR_KEY') {
      if (subgraphs.length === 0) return ALL;
      const message = 'An OPERATOR key is for the whole organization. Leave "resources" out.';
      return problem('RESOURCES_NOT_ALLOWED', message, 'resources.subgraphs');
    }
    if (subgraphs.length === 0)
      return problem('RESOURCES_REQUIRED', 'A SUBGRAPH key needs at least one subgraph.', 'resources.subgraphs');
    if (subgraphs.length > MOST_SUBGRAPHS) {
      const message = `A key is for ${MOST_SUBGRAPHS} subgraphs at most. Create several.`;
      return problem('TOO_MANY_RESOURCES', message, 'resources.subgraphs');
    }
    const { targets } = this;
    return resourcesOf(subgraphs, {
      async project(idOrSlug) {
        const found = isUuid(idOrSlug)
          ? await targets.project(caller, idOrSlug)
          : await targets.projectBySlug(caller, organization, idOrSlug);
        return found?.organizationId === organization.id ? found : null;
      },
      async target(project, idOrSlug) {
        const found = isUuid(idOrSlug)
          ? await targets.target(caller, idOrSlug)
          : await targets.targetBySlug(caller, project, idOrSlug);
        return found?.projectId === project.id ? found : null;
      },
    });
  }

  /** A key of the organization, deleted ones too. */
  async #get(organization: Organization, keyId: string): Promise<Credential | undefined> {
    const credential = await this.vault.credentials.get(keyId);
    const own = credential?.family === 'GRAPHOS_KEY' && credential.organizationIds.includes(organization.id);
    return own ? credential : undefined;
  }

  async #listed(caller: Caller, organization: Organization, keyId: string): Promise<Credential> {
    const key = await this.find(caller, organization, keyId);
    return key?.credential ?? notFound();
  }
}

/** The key, for GraphOS' bare types. @throws ClientError with a problem's message. */
export function keyOrThrow(result: Key | KeyProblem): Key {
  if (!('code' in result)) return result;
  throw new ClientError(result.code === 'PLAN_LIMIT_REACHED' ? 'LIMIT_REACHED' : 'BAD_USER_INPUT', result.message);
}

/** What a key's `token` answers: its secret when just minted, else a masked form. */
export const tokenOf = ({ credential, secret }: Key): string => secret?.reveal() ?? masked(credential.preview);

/** GraphOS' name for a kind of key. */
export const typeOf = ({ credential }: Key): GraphOsKeyType =>
  credential.kind === 'OPERATOR_KEY' ? 'OPERATOR' : 'SUBGRAPH';

const problem = (code: CreateKeyErrorCode, message: string, field: string | null): KeyProblem => ({
  code,
  message,
  field,
});

function notFound(): never {
  throw new ClientError('NOT_FOUND', 'The key does not exist in this organization.');
}

const requireModify = ({ actor }: Caller, { id }: Organization): void =>
  requirePermission(actor, 'key:modify', { organizationId: id });

function slotsOf({ id, plan }: Organization, kind: CredentialKind): Slots | null {
  const limit = kind === 'SUBGRAPH_KEY' ? ALLOWANCES[plan].liveSubgraphKeys : null;
  return limit === null ? null : { organizationId: id, kind, limit };
}

const limitMessage = ({ plan }: Organization): string =>
  `The ${plan} plan allows ${ALLOWANCES[plan].liveSubgraphKeys} live subgraph keys. Revoke or delete one first.`;
