import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'users',
  describe: 'note that a user signs in by no provider',
  up: (document) => ({ ...document, issuer: '', subject: document.id }),
};
