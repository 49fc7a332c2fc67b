/** Decides whether an actor may do something at a place. All checks use this file. */
import type { Instant } from '../clock.js';
import { Unauthorised } from '../errors.js';
import { permissionById, type PermissionId } from './catalogue.js';
import { memoized } from '../memoized.js';
import { contains, type Coverage, coverage, type Resource, type Resources } from './resources.js';

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
  /** Whether it holds all that its user's role gives, as what needs a user and no permission asks for. */
  readonly wholeRole: boolean;
  /** When the actor's credential ends; null without an end, and for an actor with a user's role, which has none. */
  readonly expiresAt: Instant | null;
  /** One at most for each organization. */
  readonly grants: readonly Grant[];
}

const grantFor = (actor: Actor, organizationId: string): Grant | undefined =>
  grantsById(actor.grants).get(organizationId);

const grantsById = memoized(
  (grants: readonly Grant[]): ReadonlyMap<string, Grant> => new Map(grants.map((one) => [one.organizationId, one])),
);

/** Whether something is granted, and why: what is held covers it, or what is missing. */
export type Decision =
  | { readonly granted: true; readonly because: 'WITHIN' | 'APPLIES_TO_ANCESTORS' }
  | { readonly granted: false; readonly because: 'NO_GRANT' | 'MISSING_PERMISSION' | 'OUTSIDE_RESOURCES' };

/**
 * Whether `actor` holds `permission` at `place`. A permission covers what is assigned and everything below it;
 * one that `appliesToAncestors` also what lies above, so that a credential can name the organization that it belongs to.
 */
export function decide(actor: Actor, permission: PermissionId, place: Resource): Decision {
  const grant = grantFor(actor, place.organizationId);
  if (!grant) return { granted: false, because: 'NO_GRANT' };
  if (!grant.permissions.has(permission)) return MISSING_PERMISSION;
  return decideAt(grant, permission, coverage(grant.resources, place));
}

const MISSING_PERMISSION: Decision = { granted: false, because: 'MISSING_PERMISSION' };

/** The same, for a place whose coverage by the grant's resources is known. */
export function decideAt(grant: Grant, permission: PermissionId, where: Coverage): Decision {
  if (!grant.permissions.has(permission)) return MISSING_PERMISSION;
  if (where === 'WITHIN') return { granted: true, because: 'WITHIN' };
  if (where === 'ABOVE' && permissionById(permission)?.appliesToAncestors)
    return { granted: true, because: 'APPLIES_TO_ANCESTORS' };
  return { granted: false, because: 'OUTSIDE_RESOURCES' };
}

/** Whether {@link decide} says yes. */
export const isGranted = (actor: Actor, permission: PermissionId, place: Resource): boolean =>
  decide(actor, permission, place).granted;

/** @throws Unauthorised unless {@link isGranted} says yes. */
export function requirePermission(actor: Actor, permission: PermissionId, place: Resource): void {
  if (!isGranted(actor, permission, place)) throw new Unauthorised(permission);
}

/** Whether everything that `wanted` gives is held by `actor`: nobody grants more than they hold. */
export const canGrant = (actor: Actor, wanted: Grant): boolean => firstMissing(actor, wanted) === undefined;

/** The first permission in `wanted` that `actor` does not hold, or RESOURCES when only these are too many. */
export function firstMissing(actor: Actor, wanted: Grant): PermissionId | 'RESOURCES' | undefined {
  const grant = grantFor(actor, wanted.organizationId);
  if (!grant) return [...wanted.permissions][0] ?? 'RESOURCES';
  const missing = [...wanted.permissions].find((id) => !grant.permissions.has(id));
  return missing ?? (contains(grant.resources, wanted.resources) ? undefined : 'RESOURCES');
}
