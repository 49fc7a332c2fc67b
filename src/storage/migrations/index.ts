/** The steps from each store version to the next, in order. CONTRIBUTING.md says how one is added. */
import { migration as organizationSlot } from './001-organization-slot.js';
import { migration as projectSlot } from './002-project-slot.js';
import { migration as targetSlot } from './003-target-slot.js';
import { migration as membershipDocuments } from './004-membership-documents.js';
import { migration as credentialMemberships } from './005-credential-memberships.js';
import { migration as userSubject } from './006-user-subject.js';
import { migration as organizationLifecycle } from './007-organization-lifecycle.js';
import { migration as projectLifecycle } from './008-project-lifecycle.js';
import { migration as targetLifecycle } from './009-target-lifecycle.js';
import type { Migration } from './migration.js';

/** The step at index `n` leads from store version `n + 1` to `n + 2`. Released steps are never changed or removed. */
export const MIGRATIONS: readonly Migration[] = [
  organizationSlot,
  projectSlot,
  targetSlot,
  membershipDocuments,
  credentialMemberships,
  userSubject,
  organizationLifecycle,
  projectLifecycle,
  targetLifecycle,
];

/** The version of the stored documents that this program reads and writes. */
export const STORE_VERSION = MIGRATIONS.length + 1;
