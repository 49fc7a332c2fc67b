/** The steps from each store version to the next, in order. CONTRIBUTING.md says how one is added. */
import { migration as organizationSlot } from './001-organization-slot.js';
import { migration as projectSlot } from './002-project-slot.js';
import { migration as targetSlot } from './003-target-slot.js';
import { migration as membershipDocuments } from './004-membership-documents.js';
import { migration as credentialMemberships } from './005-credential-memberships.js';
import { migration as userSubject } from './006-user-subject.js';
import { migration as credentialTarget } from './007-credential-target.js';
import { migration as organizationLifecycle } from './008-organization-lifecycle.js';
import { migration as projectLifecycle } from './009-project-lifecycle.js';
import { migration as targetLifecycle } from './010-target-lifecycle.js';
import { migration as credentialProject } from './011-credential-project.js';
import { migration as organizationName } from './012-organization-name.js';
import { migration as auditEventFields } from './013-audit-event-fields.js';
import { migration as credentialEventFields } from './014-credential-event-fields.js';
import { migration as membershipEventFields } from './015-membership-event-fields.js';
import { migration as organizationEventFields } from './016-organization-event-fields.js';
import { migration as projectEventFields } from './017-project-event-fields.js';
import { migration as targetEventFields } from './018-target-event-fields.js';
import { migration as schemaExtensionEventFields } from './019-schema-extension-event-fields.js';
import { migration as breakingChangeEventFields } from './020-breaking-change-event-fields.js';
import { migration as credentialRestScopes } from './021-credential-rest-scopes.js';
import { migration as credentialIpAllowlist } from './022-credential-ip-allowlist.js';
import { migration as credentialBlocks } from './023-credential-blocks.js';
import type { Migration } from './migration.js';

/** The step at index `n` leads from store version `n + 1` to `n + 2`. Released steps are never changed or removed. */
export const MIGRATIONS: readonly Migration[] = [
  organizationSlot,
  projectSlot,
  targetSlot,
  membershipDocuments,
  credentialMemberships,
  userSubject,
  credentialTarget,
  organizationLifecycle,
  projectLifecycle,
  targetLifecycle,
  credentialProject,
  organizationName,
  auditEventFields,
  credentialEventFields,
  membershipEventFields,
  organizationEventFields,
  projectEventFields,
  targetEventFields,
  schemaExtensionEventFields,
  breakingChangeEventFields,
  credentialRestScopes,
  credentialIpAllowlist,
  credentialBlocks,
];

/** The version of the stored documents that this program reads and writes. */
export const STORE_VERSION = MIGRATIONS.length + 1;
