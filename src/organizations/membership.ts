import type { Recorded } from '../audit/event.js';
import type { Role } from '../authorization/roles.js';
import type { Instant } from '../clock.js';
import { LIMITS_OF_ORGANIZATION } from '../config/plans.js';
import type { Quota, Slotted } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';
import type { Organization } from './organization.js';

/**
 * A user's membership in an organization: one document for the two, whose id is {@link membershipId}. It stays when the
 * member is removed, without counting for anything, and becomes active again when they are added again.
 */
export interface Membership extends Recorded, Slotted {
  readonly organizationId: string;
  readonly userId: string;
  readonly role: Role;
  /** False once the member was removed. */
  readonly active: boolean;
  /** How often the user has become a member; 0 for whoever was one before this was counted. */
  readonly generation: number;
  /** When the user became a member, the last time. */
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

/** The id of a membership. In an organization's list, the newest users so come first. */
export const membershipId = (organizationId: string, userId: string): string => `${organizationId}/${userId}`;

/** Whether a membership counts among the Org Admins of its organization. */
export const isAdmin = ({ active, role }: Membership): boolean => active && role === 'ORG_ADMIN';

/** The slots of an organization's members. */
export const quotaOfMembers = ({ id, plan }: Pick<Organization, 'id' | 'plan'>): Quota<Membership> => ({
  scope: `${id}/MEMBER`,
  limit: LIMITS_OF_ORGANIZATION.members[plan],
  holders: { organizationId: id, active: true },
});

/** A membership that begins; the first one of a new organization is that of its first Org Admin, in the first slot. */
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
