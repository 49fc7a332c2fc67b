import type { Instant } from '../clock.js';
import type { Recorded } from '../audit/event.js';
import type { Role } from '../authorization/roles.js';
import { memoized } from '../memoized.js';
import type { Quota, Slotted } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';
import { LIMITS_OF_USER, type Plan } from '../config/plans.js';

/** An organization and its members, in one document: so "the last Org Admin stays" is one check. */
export interface Organization extends Recorded, Slotted {
  readonly slug: string;
  readonly plan: Plan;
  /** The user who became its first Org Admin, and among whose organizations it counts: see {@link quotaOf}. */
  readonly ownerId: string;
  readonly createdAt: Instant;
  readonly members: readonly Member[];
  /** The users among `members`, to find a user's organizations by. */
  readonly memberIds: readonly string[];
}

export interface Member {
  readonly userId: string;
  readonly role: Role;
  readonly addedAt: Instant;
}

export const organizations: DocumentType<Organization> = {
  name: 'organizations',
  fields: {
    slug: 'string',
    plan: 'string',
    ownerId: 'string',
    slot: 'string',
    createdAt: 'string',
    members: 'json',
    memberIds: 'strings',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['slug'], ['slot']],
  lists: [[], ['memberIds'], ['ownerId'], ['hasPending']],
};

/** The slots of the organizations that a user created. */
export const quotaOf = (ownerId: string): Quota<Organization> => ({
  scope: `${ownerId}/ORGANIZATION`,
  limit: LIMITS_OF_USER.organizations,
  holders: { ownerId },
});

/** `organization` with these members. */
export const withMembers = <T extends Pick<Organization, 'members' | 'memberIds'>>(
  organization: T,
  members: readonly Member[],
): T => ({ ...organization, members, memberIds: members.map((member) => member.userId) });

/** Whether a user is a member. */
export const isMember = (organization: Pick<Organization, 'memberIds'>, userId: string): boolean =>
  idsOf(organization.memberIds).has(userId);

const idsOf = memoized((memberIds: readonly string[]): ReadonlySet<string> => new Set(memberIds));
