/** The steps from each store version to the next, in order. CONTRIBUTING.md says how one is added. */
import type { Migration } from './migration.js';

/** The step at index `n` leads from store version `n + 1` to `n + 2`. Released steps are never changed or removed. */
export const MIGRATIONS: readonly Migration[] = [];

/** The version of the stored documents that this program reads and writes. */
export const STORE_VERSION = MIGRATIONS.length + 1;
