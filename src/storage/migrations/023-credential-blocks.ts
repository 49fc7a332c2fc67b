import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'credentials',
  describe: 'blocks no credential for an organization',
  up: (document) => ({ ...document, blockedOrganizationIds: [] }),
};
