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

/** What it takes of an actor to see and end a credential; undefined for one that this API does not manage. */
export function managementOf(
  actor: Actor,
  { kind, organizationIds, projectId, targetId, ownerId }: Credential,
): Management | undefined {
  const { managedBy } = CREDENTIAL_KINDS[kind];
  const [organizationId] = organizationIds;
  if (!managedBy || organizationId === undefined) return undefined;
  // Who manages the access tokens of an organization sees and ends those of its members, too.
  const permission = isOthers(actor, { ownerId }) ? 'accessToken:modify' : managedBy;
  return { permission, place: placeOf(organizationId, projectId, targetId) };
}

/** Whether a credential has an owner who is not the actor; a token that holds less than its user's role is nobody's owner. */
export const isOthers = ({ ref, wholeRole }: Actor, { ownerId }: Pick<Credential, 'ownerId'>): boolean =>
  ownerId !== null && !(wholeRole && ref.type === 'USER' && ref.id === ownerId);

/** Where a credential belongs to. */
function placeOf(organizationId: string, projectId: string | null, targetId: string | null): Resource {
  if (projectId === null) return { organizationId };
  return targetId === null ? { organizationId, projectId } : { organizationId, projectId, targetId };
}

/** Whether an actor manages a credential. */
export function isManagedBy(actor: Actor, credential: Credential): boolean {
  const management = managementOf(actor, credential);
  return management !== undefined && isGranted(actor, management.permission, management.place);
}
