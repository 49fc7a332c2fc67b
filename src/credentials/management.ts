/** Who manages a credential: sees it, changes it, ends it. */
import type { PermissionId } from '../authorization/catalogue.js';
import { type Actor, isGranted } from '../authorization/grants.js';
import type { Resource } from '../authorization/resources.js';
import { type Credential, CREDENTIAL_KINDS } from './credential.js';

/** A permission, and the place where it is needed. */
export interface Management {
  readonly permission: PermissionId;
  readonly place: Resource;
}

/** What it takes to manage a credential; undefined for one that its owner alone manages. */
export function managementOf({ kind, organizationIds, projectId, targetId }: Credential): Management | undefined {
  const { managedBy } = CREDENTIAL_KINDS[kind];
  const [organizationId] = organizationIds;
  if (!managedBy || organizationId === undefined) return undefined;
  return { permission: managedBy, place: placeOf(organizationId, projectId, targetId) };
}

/** Where a credential belongs to. */
function placeOf(organizationId: string, projectId: string | null, targetId: string | null): Resource {
  if (projectId === null) return { organizationId };
  return targetId === null ? { organizationId, projectId } : { organizationId, projectId, targetId };
}

/** Whether an actor manages a credential. */
export function isManagedBy(actor: Actor, credential: Credential): boolean {
  const management = managementOf(credential);
  return management !== undefined && isGranted(actor, management.permission, management.place);
}
