/** Decides who may see, change and end a credential. */
import type { PermissionId } from '../authorization/catalogue.js';
import { type Actor, isGranted } from '../authorization/grants.js';
import type { Resource } from '../authorization/resources.js';
import { type Credential, type CredentialKind, CREDENTIAL_KINDS } from './credential.js';

/** A permission, and the place where it is needed. */
export interface Management {
  readonly permission: PermissionId;
  readonly place: Resource;
}

/** The permission that an actor needs to see and end a credential; undefined for a kind that its owner alone manages. */
export function managementOf(
  actor: Actor,
  { kind, organizationIds, projectId, targetId, ownerId }: Credential,
): Management | undefined {
  const { managedBy } = CREDENTIAL_KINDS[kind];
  const [organizationId] = organizationIds;
  if (!managedBy || organizationId === undefined) return undefined;
  // `accessToken:modify` also manages the personal access tokens of other members.
  const permission = isOthers(actor, { ownerId }) ? 'accessToken:modify' : managedBy;
  return { permission, place: placeOf(organizationId, projectId, targetId) };
}

/** Whether a credential has an owner other than the actor. An actor with less than the user's whole role owns none. */
export const isOthers = ({ ref, wholeRole }: Actor, { ownerId }: Pick<Credential, 'ownerId'>): boolean =>
  ownerId !== null && !(wholeRole && ref.type === 'USER' && ref.id === ownerId);

/** The target, project or organization that a credential belongs to. */
function placeOf(organizationId: string, projectId: string | null, targetId: string | null): Resource {
  if (projectId === null) return { organizationId };
  return targetId === null ? { organizationId, projectId } : { organizationId, projectId, targetId };
}

/** Whether an actor manages a credential. */
export function isManagedBy(actor: Actor, credential: Credential): boolean {
  if (credential.kind === 'USER_ACCESS_TOKEN') return !isOthers(actor, credential);
  const management = managementOf(actor, credential);
  return management !== undefined && isGranted(actor, management.permission, management.place);
}

/** The credential if it is listed, of the kind, and managed by the actor; else null. */
export const ifManagedBy = (
  actor: Actor,
  kind: CredentialKind,
  credential: Credential | null | undefined,
): Credential | null =>
  credential?.listed && credential.kind === kind && isManagedBy(actor, credential) ? credential : null;
