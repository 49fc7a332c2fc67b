import type { Instant } from '../clock.js';
import { LIFECYCLE_FIELDS, type Lifecycle } from '../lifecycle/lifecycle.js';
import type { Quota } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';
import { LIMITS_OF_USER, type Plan } from '../config/plans.js';

/** An organization. Its members have documents of their own: `membership.ts`. */
export interface Organization extends Lifecycle {
  /** Its name for people; its first slug until another one is set. */
  readonly name: string;
  readonly plan: Plan;
  /** The user who became its first Org Admin, and whose limit it counts towards: see {@link quotaOf}. */
  readonly ownerId: string;
  readonly createdAt: Instant;
  /** The ids of users who are Org Admins: at least one, and perhaps not all of them. See `memberships.ts`. */
  readonly adminIds: readonly string[];
}

export const organizations: DocumentType<Organization> = {
  name: 'organizations',
  fields: {
    name: 'string',
    plan: 'string',
    ownerId: 'string',
    ...LIFECYCLE_FIELDS,
    createdAt: 'string',
    adminIds: 'strings',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['slug'], ['slot']],
  lists: [['ownerId', 'state'], ['state'], ['hasPending']],
};

/** The quota of organizations that a user has created. */
export const quotaOf = (ownerId: string): Quota<Organization> => ({
  scope: `${ownerId}/ORGANIZATION`,
  limit: LIMITS_OF_USER.organizations,
  holders: { ownerId, state: 'LIVE' },
});
