import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'credentials',
  describe: 'limits no credential to REST scopes: all user access tokens have GraphQL access',
  up: (document) => ({ ...document, restScopes: null }),
};
