import type { Instant } from '../clock.js';
import type { Recorded } from '../audit/event.js';
import { LIMITS_OF_ORGANIZATION } from '../config/plans.js';
import type { Organization } from '../organizations/organization.js';
import type { Quota, Slotted } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';

export const PROJECT_TYPES = ['FEDERATION', 'SINGLE', 'STITCHING'] as const;

/** A project of an organization; GraphOS calls it a graph. */
export interface Project extends Recorded, Slotted {
  readonly organizationId: string;
  readonly slug: string;
  readonly type: (typeof PROJECT_TYPES)[number];
  readonly createdAt: Instant;
}

export const projects: DocumentType<Project> = {
  name: 'projects',
  fields: {
    organizationId: 'string',
    slug: 'string',
    slot: 'string',
    type: 'string',
    createdAt: 'string',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['organizationId', 'slug'], ['slot']],
  lists: [['organizationId'], ['hasPending']],
};

/** The slots of an organization's projects. */
export const quotaOf = ({ id, plan }: Pick<Organization, 'id' | 'plan'>): Quota<Project> => ({
  scope: `${id}/PROJECT`,
  limit: LIMITS_OF_ORGANIZATION.projects[plan],
  holders: { organizationId: id },
});
