import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'projects',
  describe: 'note that a project holds no numbered slot',
  up: (document) => ({ ...document, slot: document.id }),
};
