import type { DurationLike } from 'luxon';
import type { Caller } from '../authorization/caller.js';
import { isGranted } from '../authorization/grants.js';
import { ALL } from '../authorization/resources.js';
import { addPeriod, instant } from '../clock.js';
import { LIMITS_OF_USER } from '../config/plans.js';
import type { Credential, MembershipReference } from '../credentials/credential.js';
import type { Attempt, IdempotencyKeys } from '../credentials/idempotency.js';
import type { Created, CredentialSpec, Issued } from '../credentials/issuance.js';
import { isOthers } from '../credentials/management.js';
import { LIMIT_OF_USER, quotaOfUser } from '../credentials/quota.js';
import type { Credentials } from '../credentials/service.js';
import { ClientError } from '../errors.js';
import type { OrganizationReferenceInput } from '../generated/resolvers-types.js';
import type { User } from '../identity/user.js';
import type { Memberships } from '../organizations/memberships.js';
import type { Organization } from '../organizations/organization.js';
import type { Organizations } from '../organizations/service.js';
import { type Page, type PageRequest, Refused } from '../storage/collection.js';
import { readUserTokenInput, type UserTokenInput } from './input.js';
import { holdsScopes, membershipIn } from './owner.js';
import { problem, SCOPE_BEYOND_ROLE, type UserTokenProblem } from './problems.js';

const ONLY_A_USER = 'No access (reason: "Only a user can create a user access token")';

/**
 * User access tokens. A token acts with its owner's current roles, in the organizations that it names. To create and list
 * them, the owner signs in with a credential that has all permissions of their roles.
 */
export class UserAccessTokens {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: Organizations,
    readonly memberships: Memberships,
    readonly idempotency: IdempotencyKeys,
  ) {}

  /**
   * Creates a token of the signed-in user for organizations that their credential reaches; one attempt creates one token.
   * @throws ClientError UNAUTHORISED for a caller who is not a user; and what {@link IdempotencyKeys.createOnce} throws.
   */
  async create(caller: Caller, input: UserTokenInput, attempt?: Attempt): Promise<Created | UserTokenProblem> {
    if (!caller.actor.wholeRole) throw new ClientError('UNAUTHORISED', ONLY_A_USER);
    const { id: userId } = caller.actor.ref;
    return this.idempotency.createOnce(caller, attempt, async (id): Promise<Issued | UserTokenProblem> => {
      const read = readUserTokenInput(input, instant(this.credentials.clock()));
      if ('code' in read) return read;
      const memberships = await this.#membershipsIn(caller, input.organizations);
      if ('code' in memberships) return memberships;
      const beyond = memberships.some((one) => !holdsScopes(caller, one.organizationId, read));
      if (beyond) return problem('EXCEEDS_CALLER_PERMISSIONS', SCOPE_BEYOND_ROLE);
      const issued = await this.#issue(caller, userId, memberships, { ...read, id });
      return issued === 'LIMIT_REACHED' ? problem(issued, LIMIT_OF_USER) : issued;
    });
  }

  /** The user's memberships in the named organizations, or the problem with the first invalid one. */
  async #membershipsIn(
    caller: Caller,
    references: readonly OrganizationReferenceInput[],
  ): Promise<MembershipReference[] | UserTokenProblem> {
    const found = await Promise.all(references.map((one) => membershipIn(this, caller, one)));
    const missing = found.indexOf(undefined);
    if (missing >= 0)
      return problem('ORGANIZATION_NOT_FOUND', `organizations[${missing}]: you belong to no such organization.`);
    const memberships = found.flatMap((one) => one?.membership ?? []);
    if (new Set(memberships.map(({ organizationId }) => organizationId)).size === memberships.length)
      return memberships;
    return problem('DUPLICATE', 'An organization is listed twice. List each once.');
  }

  /**
   * Issues a token of `user` that reaches the organizations of these memberships of theirs, as long as these last, with
   * GraphQL access, and expires after `life` or, with null, never.
   * @throws ClientError LIMIT_REACHED when they have as many live ones as a user may.
   */
  async issue(
    caller: Caller,
    user: User,
    memberships: readonly MembershipReference[],
    title: string,
    life: DurationLike | null = null,
  ): Promise<Issued> {
    const issued = await this.#issue(caller, user.id, memberships, {
      title,
      description: null,
      permissions: [],
      resources: ALL,
      lifetime: (createdAt) => (life === null ? null : addPeriod(createdAt, life)),
    });
    if (issued === 'LIMIT_REACHED') throw new ClientError(issued, LIMIT_OF_USER);
    return issued;
  }

  /** Issues a token for every organization that `user` is now a member of; undefined when there is none. */
  async issueForAll(caller: Caller, user: User, title: string, life: DurationLike | null): Promise<Issued | undefined> {
    const memberships = await this.memberships.ofUser(user.id);
    return memberships.length === 0 ? undefined : this.issue(caller, user, memberships, title, life);
  }

  async #issue(
    caller: Caller,
    ownerId: string,
    memberships: readonly MembershipReference[],
    spec: Omit<CredentialSpec, 'kind' | 'organizationIds' | 'memberships' | 'projectId' | 'targetId' | 'ownerId'>,
  ): Promise<Issued | 'LIMIT_REACHED'> {
    const issued = await this.credentials.issue(
      caller,
      {
        ...spec,
        kind: 'USER_ACCESS_TOKEN',
        organizationIds: memberships.map(({ organizationId }) => organizationId),
        memberships: memberships.map(({ organizationId, generation }) => ({ organizationId, generation })),
        projectId: null,
        targetId: null,
        ownerId,
      },
      quotaOfUser(this.credentials.clock, ownerId, LIMITS_OF_USER.liveUserAccessTokens),
    );
    return issued instanceof Refused ? 'LIMIT_REACHED' : issued;
  }

  /** One of those that {@link page} lists, by its id; null when there is none. */
  async find(caller: Caller, { id: ownerId }: User, id: string): Promise<Credential | null> {
    const found = await this.credentials.get(id);
    if (found?.kind !== 'USER_ACCESS_TOKEN' || found.ownerId !== ownerId || !found.listed) return null;
    return (await this.#seen(caller, ownerId))(found) ? found : null;
  }

  /**
   * A page of a user's tokens, newest first: of the caller's own, all; of somebody else's, those that reach an organization
   * where the caller holds `accessAudit:describe`. The latter may have fewer items than asked for although more follow.
   */
  async page(caller: Caller, { id: ownerId }: User, request: PageRequest): Promise<Page<Credential>> {
    const seen = await this.#seen(caller, ownerId);
    const any = { kind: null, status: null, expiresBefore: null } as const;
    const selection = { ownerId, family: 'USER_ACCESS_TOKEN', ...any } as const;
    return this.credentials.page(selection, request, (some) => some.filter(seen));
  }

  /** Which of a user's tokens the caller may see. */
  async #seen({ actor }: Caller, userId: string): Promise<(token: Credential) => boolean> {
    if (!isOthers(actor, { ownerId: userId })) return () => true;
    const audited = actor.grants.filter(({ organizationId }) =>
      isGranted(actor, 'accessAudit:describe', { organizationId }),
    );
    const memberships = await this.memberships.findMany(
      audited.map(({ organizationId }) => organizationId),
      userId,
    );
    const generations = new Map(memberships.map((one) => [one.organizationId, one.generation]));
    return (token) => token.memberships.some((one) => generations.get(one.organizationId) === one.generation);
  }

  /** The organizations that a token names and the caller may see. */
  async organizationsOf(caller: Caller, { organizationIds }: Credential): Promise<Organization[]> {
    const found = await Promise.all(organizationIds.map((byId) => this.organizations.named(caller, { byId })));
    return found.filter((one) => one !== null);
  }
}
