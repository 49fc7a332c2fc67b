import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'targets',
  describe: 'note that a target holds no numbered slot',
  up: (document) => ({ ...document, slot: document.id }),
};
