import { withFields } from './013-audit-event-fields.js';
import type { Migration } from './migration.js';

export const migration: Migration = {
  kind: 'projects',
  describe: 'give the subject, the actor and the change of pending events fields of their own',
  up: (document) => ({
    ...document,
    pending: (document.pending as readonly Readonly<Record<string, unknown>>[]).map(withFields),
  }),
};
