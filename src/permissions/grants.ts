/** The one place that decides: may this actor do this here? */
import { Unauthorised } from '../errors.js';
import type { PermissionId } from './catalogue.js';
import { contains, coverage, type Resource, type Resources } from './resources.js';

/** What somebody may do in one organization. */
export interface Grant {
  readonly organizationId: string;
  readonly permissions: ReadonlySet<PermissionId>;
  readonly resources: Resources;
}

/** Who did something, as recorded for good. `id` is a user's, a project's (GRAPH) or a credential's. */
export interface ActorRef {
  readonly type: 'USER' | 'GRAPH' | 'SERVICE_ACCOUNT' | 'SYSTEM';
  readonly id: string;
}

/** Who asks: a reference for the records, the credential it signed in with, and what it may do. */
export interface Actor {
  readonly ref: ActorRef;
  /** Null for the operator of this service, who needs none. */
  readonly credentialId: string | null;
  /** One at most for each organization. */
  readonly grants: readonly Grant[];
}

const grantFor = (actor: Actor, organizationId: string): Grant | undefined =>
  actor.grants.find((grant) => grant.organizationId === organizationId);

/**
 * Whether `actor` holds `permission` at `place`. A permission covers what is assigned and everything below it;
 * a `…:describe` one also what lies above, so that a credential can name where it lives.
 */
export function isGranted(actor: Actor, permission: PermissionId, place: Resource): boolean {
  const grant = grantFor(actor, place.organizationId);
  if (!grant?.permissions.has(permission)) return false;
  const where = coverage(grant.resources, place);
  return where === 'WITHIN' || (where === 'ABOVE' && permission.endsWith(':describe'));
}

/** @throws Unauthorised unless {@link isGranted} says yes. */
export function requirePermission(actor: Actor, permission: PermissionId, place: Resource): void {
  if (!isGranted(actor, permission, place)) throw new Unauthorised(permission);
}

/** Whether everything that `wanted` gives is held by `actor`: nobody grants more than they hold. */
export function holds(actor: Actor, wanted: Grant): boolean {
  const grant = grantFor(actor, wanted.organizationId);
  if (!grant) return false;
  return (
    [...wanted.permissions].every((id) => grant.permissions.has(id)) && contains(grant.resources, wanted.resources)
  );
}
