import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'credentials',
  describe: 'gives each credential the project that it belongs to, if it is a registry token',
  up: (document) => ({ ...document, projectId: document.targetId === null ? null : projectOf(document.resources) }),
};

/** The one project that the resources of a registry token name. */
const projectOf = (resources: unknown): string | null =>
  (resources as { projects?: { projectId: string }[] }).projects?.[0]?.projectId ?? null;
