import type { Instant } from '../clock.js';
import type { Recorded } from '../audit/event.js';
import type { Role } from '../authorization/roles.js';
import type { Plan } from '../config/plans.js';
import type { DocumentType } from '../storage/collection.js';

/** An organization and its members, in one document: so "the last Org Admin stays" is one check. */
export interface Organization extends Recorded {
  readonly slug: string;
  readonly plan: Plan;
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
    createdAt: 'string',
    members: 'json',
    memberIds: 'strings',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['slug']],
  lists: [[], ['memberIds'], ['hasPending']],
};

/** `organization` with these members. */
export const withMembers = <T extends Pick<Organization, 'members' | 'memberIds'>>(
  organization: T,
  members: readonly Member[],
): T => ({ ...organization, members, memberIds: members.map((member) => member.userId) });
