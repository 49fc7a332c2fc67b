import type { Instant } from '../clock.js';
import type { Recorded } from '../audit/event.js';
import type { Slotted } from '../quotas/quota.js';
import type { DocumentType } from '../storage/collection.js';

/** A target of a project: an environment with a schema of its own. GraphOS calls it a variant. */
export interface Target extends Recorded, Slotted {
  readonly organizationId: string;
  readonly projectId: string;
  readonly slug: string;
  readonly createdAt: Instant;
}

export const targets: DocumentType<Target> = {
  name: 'targets',
  fields: {
    organizationId: 'string',
    projectId: 'string',
    slug: 'string',
    slot: 'string',
    createdAt: 'string',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['projectId', 'slug'], ['slot']],
  lists: [['projectId'], ['hasPending']],
};

/** The slot of a target, the nth of its project. */
export const targetSlot = (projectId: string, n: number): string => `${projectId}/TARGET/${n}`;
