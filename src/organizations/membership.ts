import type { Recorded } from '../audit/event.js';
import type { Role } from '../authorization/roles.js';
import type { Instant } from '../clock.js';
import { LIMITS_OF_ORGANIZATION } from '../config/plans.js';
import type { Quota, Slotted } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';
import type { Organization } from './organization.js';

/**
 * A user's membership in an organization. Its id is {@link membershipId}, so there is one document for each pair. Removing
 * the member makes it inactive; adding them again makes it active with the next generation.
 */
export interface Membership extends Recorded, Slotted {
  readonly organizationId: string;
  readonly userId: string;
  readonly role: Role;
  /** False once the member was removed. */
  readonly active: boolean;
  /** How many times the user has become a member; 0 for members of a store from before this was counted. */
  readonly generation: number;
  /** When the user last became a member. */
  readonly createdAt: Instant;
}

export const memberships: DocumentType<Membership> = {
  name: 'memberships',
  fields: {
    organizationId: 'string',
    userId: 'string',
    role: 'string',
    active: 'boolean',
    generation: 'number',
    slot: 'string',
    createdAt: 'string',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['slot']],
  lists: [['organizationId', 'active'], ['organizationId', 'role', 'active'], ['userId', 'active'], ['hasPending']],
};

/** The id of a membership. It makes the list of an organization's members start with the newest users. */
export const membershipId = (organizationId: string, userId: string): string => `${organizationId}/${userId}`;

/** Whether a membership counts among the Org Admins of its organization. */
export const isAdmin = ({ active, role }: Membership): boolean => active && role === 'ORG_ADMIN';

/** The quota of members in an organization. */
export const quotaOfMembers = ({ id, plan }: Pick<Organization, 'id' | 'plan'>): Quota<Membership> => ({
  scope: `${id}/MEMBER`,
  limit: LIMITS_OF_ORGANIZATION.members[plan],
  holders: { organizationId: id, active: true },
});

/** A new membership. The default slot is the first one, for the first Org Admin of a new organization. */
export const newMembership = (
  organizationId: string,
  userId: string,
  role: Role,
  createdAt: Instant,
  slot = `${organizationId}/MEMBER/1`,
) => ({
  id: membershipId(organizationId, userId),
  organizationId,
  userId,
  role,
  active: true,
  generation: 1,
  slot,
  createdAt,
});
