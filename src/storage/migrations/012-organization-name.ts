import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'organizations',
  describe: 'take the slug of an organization for its name',
  up: (document) => ({ ...document, name: document.slug }),
};
