import type { Instant } from '../clock.js';
import type { Recorded } from '../audit/event.js';
import type { DocumentType } from '../storage/collection.js';

export const PROJECT_TYPES = ['FEDERATION', 'SINGLE', 'STITCHING'] as const;

/** A project of an organization; GraphOS calls it a graph. */
export interface Project extends Recorded {
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
    type: 'string',
    createdAt: 'string',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['organizationId', 'slug']],
  lists: [['organizationId'], ['hasPending']],
};
