import type { Instant } from '../clock.js';
import { LIMITS_OF_ORGANIZATION, type Plan } from '../config/plans.js';
import { LIFECYCLE_FIELDS, type Lifecycle } from '../lifecycle/lifecycle.js';
import type { Quota } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';

/** A target of a project: an environment with a schema of its own. GraphOS calls it a variant. */
export interface Target extends Lifecycle {
  readonly organizationId: string;
  readonly projectId: string;
  readonly createdAt: Instant;
}

export const targets: DocumentType<Target> = {
  name: 'targets',
  fields: {
    organizationId: 'string',
    projectId: 'string',
    ...LIFECYCLE_FIELDS,
    createdAt: 'string',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['projectId', 'slug'], ['slot']],
  lists: [['projectId', 'state'], ['state'], ['hasPending']],
};

/** The targets that a new project has. */
export const FIRST_TARGETS = ['development', 'staging', 'production'] as const;

const scopeOf = (projectId: string): string => `${projectId}/TARGET`;

/** The slot of the nth target of a project. */
export const targetSlot = (projectId: string, n: number): string => `${scopeOf(projectId)}/${n}`;

/** The quota of targets in a project. */
export const quotaOf = (projectId: string, plan: Plan): Quota<Target> => ({
  scope: scopeOf(projectId),
  limit: LIMITS_OF_ORGANIZATION.targetsPerProject[plan],
  holders: { projectId, state: 'LIVE' },
});
