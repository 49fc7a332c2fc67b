import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'credentials',
  describe: 'note which membership of its owner a user access token reaches an organization by',
  up: (document) => ({
    ...document,
    memberships:
      document.ownerId === null
        ? []
        : (document.organizationIds as readonly string[]).map((organizationId) => ({ organizationId, generation: 0 })),
  }),
};
