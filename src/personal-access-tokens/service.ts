import { exceedsCaller, problem, type TokenProblem } from '../access-tokens/problems.js';
import type { AccessTokens } from '../access-tokens/service.js';
import type { Caller } from '../authorization/caller.js';
import { firstMissing, requirePermission } from '../authorization/grants.js';
import { permissionGroupsWith, type ShownGroup } from '../authorization/permission-groups.js';
import { ROLE_PERMISSIONS } from '../authorization/roles.js';
import type { Credential } from '../credentials/credential.js';
import type { Attempt } from '../credentials/idempotency.js';
import type { Created } from '../credentials/issuance.js';
import { ifManagedBy, isOthers } from '../credentials/management.js';
import type { Credentials } from '../credentials/service.js';
import type { Loads } from '../graphql/references.js';
import type { Membership } from '../organizations/membership.js';
import type { Memberships } from '../organizations/memberships.js';
import type { Organizations } from '../organizations/service.js';
import type { Page, PageRequest } from '../storage/collection.js';
import { type PersonalTokenInput, readPersonalTokenInput } from './input.js';

const ORGANIZATION_NOT_FOUND = 'The organization does not exist.';

/**
 * Hive's personal access tokens. With one, a user acts in one organization, with no more than their current role gives.
 * The owner needs `personalAccessToken:modify` there; callers with `accessToken:modify` see and end the tokens of others.
 */
export class PersonalAccessTokens {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: Organizations,
    readonly memberships: Memberships,
    readonly accessTokens: AccessTokens,
  ) {}

  /**
   * Creates a token of the signed-in user; one attempt creates one token.
   * @throws what {@link AccessTokens.create} throws.
   */
  async create(caller: Caller, input: PersonalTokenInput, attempt?: Attempt): Promise<Created | TokenProblem> {
    const { actor } = caller;
    const organization = await this.organizations.named(caller, input.organization, null, 'personalAccessToken:modify');
    if (!organization) return problem('ORGANIZATION_NOT_FOUND', ORGANIZATION_NOT_FOUND);
    const { id: organizationId } = organization;
    requirePermission(actor, 'personalAccessToken:modify', { organizationId });
    const membership = await this.memberships.find(organizationId, actor.ref.id);
    const grant = actor.grants.find((one) => one.organizationId === organizationId);
    if (!membership || !grant) return problem('ORGANIZATION_NOT_FOUND', ORGANIZATION_NOT_FOUND);
    const read = () => {
      const spec = readPersonalTokenInput(membership, grant, input);
      if ('code' in spec) return spec;
      const { permissions, resources } = spec;
      const lacks = firstMissing(actor, { organizationId, permissions: new Set(permissions), resources });
      return lacks ? exceedsCaller(lacks) : spec;
    };
    return this.accessTokens.create(caller, organization, read, attempt);
  }

  /** A listed token of the member by its id; null when there is none. */
  async find(caller: Caller, member: Membership, id: string): Promise<Credential | null> {
    requireModify(caller, member);
    const found = await this.credentials.get(id);
    const own = found?.kind === 'PERSONAL_ACCESS_TOKEN' && found.ownerId === member.userId;
    return own && found.listed && found.organizationIds.includes(member.organizationId) ? found : null;
  }

  /** A listed personal token that the caller manages, in whatever organization. */
  async managed(caller: Caller, id: string, credentials: Loads<Credential>): Promise<Credential | null> {
    return ifManagedBy(caller.actor, 'PERSONAL_ACCESS_TOKEN', await credentials.load(id));
  }

  /** A page of the member's tokens for their organization, newest first. */
  page(caller: Caller, member: Membership, request: PageRequest): Promise<Page<Credential>> {
    requireModify(caller, member);
    const { organizationId, userId: ownerId } = member;
    const family = 'PERSONAL_ACCESS_TOKEN';
    return this.credentials.page(
      { organizationId, ownerId, family, kind: null, status: null, expiresBefore: null },
      request,
    );
  }

  /** The permissions that a token of the member can have, in groups: those of their role. */
  permissionGroups(caller: Caller, member: Membership): ShownGroup[] {
    requireModify(caller, member);
    const held = ROLE_PERMISSIONS[member.role];
    return permissionGroupsWith(member.organizationId, ({ id }) => held.has(id));
  }
}

const requireModify = ({ actor }: Caller, { organizationId, userId }: Membership): void =>
  requirePermission(actor, isOthers(actor, { ownerId: userId }) ? 'accessToken:modify' : 'personalAccessToken:modify', {
    organizationId,
  });
