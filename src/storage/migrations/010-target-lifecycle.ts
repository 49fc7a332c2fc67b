import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'targets',
  describe: 'note that a target is live',
  up: (document) => ({ ...document, state: 'LIVE', deletedAt: null }),
};
