import type { Instant } from '../clock.js';
import type { Recorded } from '../audit/event.js';
import type { Quota, Slotted } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';
import { LIMITS_OF_USER, type Plan } from '../config/plans.js';

/** An organization. Its members have documents of their own: `membership.ts`. */
export interface Organization extends Recorded, Slotted {
  readonly slug: string;
  readonly plan: Plan;
  /** The user who became its first Org Admin, and among whose organizations it counts: see {@link quotaOf}. */
  readonly ownerId: string;
  readonly createdAt: Instant;
  /** Users who are Org Admins, one at least; there may be others: see `memberships.ts`. */
  readonly adminIds: readonly string[];
}

export const organizations: DocumentType<Organization> = {
  name: 'organizations',
  fields: {
    slug: 'string',
    plan: 'string',
    ownerId: 'string',
    slot: 'string',
    createdAt: 'string',
    adminIds: 'strings',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['slug'], ['slot']],
  lists: [[], ['ownerId'], ['hasPending']],
};

/** The slots of the organizations that a user created. */
export const quotaOf = (ownerId: string): Quota<Organization> => ({
  scope: `${ownerId}/ORGANIZATION`,
  limit: LIMITS_OF_USER.organizations,
  holders: { ownerId },
});
