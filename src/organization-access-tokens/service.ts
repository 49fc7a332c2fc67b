import { permissionGroups } from '../authorization/permission-groups.js';
import { requirePermission } from '../authorization/grants.js';
import type { Caller } from '../authorization/caller.js';
import { problem, type TokenProblem } from '../access-tokens/problems.js';
import type { AccessTokens } from '../access-tokens/service.js';
import { instant } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import type { Attempt } from '../credentials/idempotency.js';
import type { Created } from '../credentials/issuance.js';
import type { LastUses } from '../credentials/last-use.js';
import { ifManagedBy } from '../credentials/management.js';
import type { Credentials } from '../credentials/service.js';
import type { Loads } from '../graphql/references.js';
import type { Organization } from '../organizations/organization.js';
import type { Organizations } from '../organizations/service.js';
import type { Page, PageRequest } from '../storage/collection.js';
import { readTokenInput, type TokenInput } from './input.js';
import { isToken, type TokenFilter } from './token.js';

/** Hive's organization access tokens. Everything needs `accessToken:modify` on the organization. */
export class OrganizationAccessTokens {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: Organizations,
    readonly accessTokens: AccessTokens,
    readonly lastUses: LastUses,
  ) {}

  /**
   * Creates a token that lies within its creator's permissions and resources; one attempt creates one token.
   * @throws what {@link AccessTokens.create} throws.
   */
  async create(caller: Caller, input: TokenInput, attempt?: Attempt): Promise<Created | TokenProblem> {
    const organization = await this.organizations.named(caller, input.organization, null, 'accessToken:modify');
    if (!organization) return problem('ORGANIZATION_NOT_FOUND', 'The organization does not exist.');
    requireModify(caller, organization.id);
    return this.accessTokens.create(caller, organization, () => readTokenInput(organization.id, input), attempt);
  }

  /** A listed token by its id. */
  async find(caller: Caller, organization: Organization, id: string): Promise<Credential | null> {
    requireModify(caller, organization.id);
    const credential = await this.credentials.get(id);
    return credential?.listed && isToken(credential) && credential.organizationIds.includes(organization.id)
      ? credential
      : null;
  }

  /** A listed token that the caller manages, in whatever organization. */
  async managed(caller: Caller, id: string, credentials: Loads<Credential>): Promise<Credential | null> {
    return ifManagedBy(caller.actor, 'ORGANIZATION_ACCESS_TOKEN', await credentials.load(id));
  }

  /** A page of the tokens that pass the filter, newest first. */
  page(
    caller: Caller,
    organization: Organization,
    request: PageRequest,
    { unusedSince, expiresBefore }: TokenFilter,
  ): Promise<Page<Credential>> {
    requireModify(caller, organization.id);
    const family = 'ORGANIZATION_ACCESS_TOKEN';
    const selection = {
      organizationId: organization.id,
      family,
      kind: null,
      status: expiresBefore && 'ACTIVE',
      expiresBefore: expiresBefore && instant(expiresBefore),
    } as const;
    if (unusedSince === null) return this.credentials.page(selection, request);
    const since = instant(unusedSince);
    return this.credentials.page(selection, request, async (tokens) => {
      const uses = await this.lastUses.getMany(tokens.map(({ id }) => id));
      return tokens.filter(({ createdAt }, index) => (uses[index]?.at ?? createdAt) < since);
    });
  }

  /** All permissions, in groups. */
  permissionGroups(caller: Caller, organization: Organization) {
    requireModify(caller, organization.id);
    return permissionGroups(organization.id);
  }
}

const requireModify = ({ actor }: Caller, organizationId: string): void =>
  requirePermission(actor, 'accessToken:modify', { organizationId });
