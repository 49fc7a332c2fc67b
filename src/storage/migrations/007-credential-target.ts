import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'credentials',
  describe: 'gives each credential the target that it belongs to: none, so far',
  up: (document) => ({ ...document, targetId: null }),
};
