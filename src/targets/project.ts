import type { Instant } from '../clock.js';
import { LIMITS_OF_ORGANIZATION } from '../config/plans.js';
import type { Organization } from '../organizations/organization.js';
import { LIFECYCLE_FIELDS, type Lifecycle } from '../lifecycle/lifecycle.js';
import type { Quota } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';

export const PROJECT_TYPES = ['FEDERATION', 'SINGLE', 'STITCHING'] as const;

/** A project of an organization; GraphOS calls it a graph. */
export interface Project extends Lifecycle {
  readonly organizationId: string;
  readonly type: (typeof PROJECT_TYPES)[number];
  readonly createdAt: Instant;
}

export const projects: DocumentType<Project> = {
  name: 'projects',
  fields: {
    organizationId: 'string',
    ...LIFECYCLE_FIELDS,
    type: 'string',
    createdAt: 'string',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['organizationId', 'slug'], ['slot']],
  lists: [['organizationId', 'state'], ['state'], ['hasPending']],
};

/** The quota of projects in an organization. */
export const quotaOf = ({ id, plan }: Pick<Organization, 'id' | 'plan'>): Quota<Project> => ({
  scope: `${id}/PROJECT`,
  limit: LIMITS_OF_ORGANIZATION.projects[plan],
  holders: { organizationId: id, state: 'LIVE' },
});
