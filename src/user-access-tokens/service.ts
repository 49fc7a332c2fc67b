import type { DurationLike } from 'luxon';
import type { Caller } from '../authorization/caller.js';
import type { MembershipReference } from '../credentials/credential.js';
import type { Issued } from '../credentials/issuance.js';
import type { Credentials } from '../credentials/service.js';
import { addPeriod } from '../clock.js';
import { LIMITS_OF_USER } from '../config/plans.js';
import { LIMIT_OF_USER, quotaOfUser } from '../credentials/quota.js';
import { ClientError } from '../errors.js';
import type { User } from '../identity/user.js';
import type { Memberships } from '../organizations/memberships.js';
import { ALL } from '../authorization/resources.js';
import { Refused } from '../storage/collection.js';

/** User access tokens: they act with what their owner may do at the time, in the organizations they name. */
export class UserAccessTokens {
  constructor(
    readonly credentials: Credentials,
    readonly memberships: Memberships,
  ) {}

  /**
   * Issues a token of `user` that reaches the organizations of these memberships of theirs, as long as these last, and
   * expires after `life` or, with null, never.
   * @throws ClientError LIMIT_REACHED when they have as many live ones as a user may.
   */
  async issue(
    caller: Caller,
    user: User,
    memberships: readonly MembershipReference[],
    title: string,
    life: DurationLike | null = null,
  ): Promise<Issued> {
    const issued = await this.credentials.issue(
      caller,
      {
        kind: 'USER_ACCESS_TOKEN',
        organizationIds: memberships.map(({ organizationId }) => organizationId),
        memberships: memberships.map(({ organizationId, generation }) => ({ organizationId, generation })),
        projectId: null,
        targetId: null,
        ownerId: user.id,
        title,
        description: null,
        permissions: [],
        resources: ALL,
        lifetime: (createdAt) => (life === null ? null : addPeriod(createdAt, life)),
      },
      quotaOfUser(this.credentials.clock, user.id, LIMITS_OF_USER.liveUserAccessTokens),
    );
    if (issued instanceof Refused) throw new ClientError('LIMIT_REACHED', LIMIT_OF_USER);
    return issued;
  }

  /** Issues a token for every organization that `user` is now a member of; undefined when there is none. */
  async issueForAll(caller: Caller, user: User, title: string, life: DurationLike | null): Promise<Issued | undefined> {
    const memberships = await this.memberships.ofUser(user.id);
    return memberships.length === 0 ? undefined : this.issue(caller, user, memberships, title, life);
  }
}
