import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'organizations',
  describe: 'note that an organization is live',
  up: (document) => ({ ...document, state: 'LIVE', deletedAt: null }),
};
