import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'projects',
  describe: 'note that a project is live',
  up: (document) => ({ ...document, state: 'LIVE', deletedAt: null }),
};
