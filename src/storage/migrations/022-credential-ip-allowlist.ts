import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'credentials',
  describe: 'leaves each credential without an IP allowlist, for use from any address',
  up: (document) => ({ ...document, ipAllowlist: null }),
};
