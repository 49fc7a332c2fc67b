/** Decides whether an actor may do something at a place. All checks use this file. */
import type { Instant } from '../clock.js';
import type { IpAllowlist } from '../credentials/ip-allowlist.js';
import { Unauthorised } from '../errors.js';
import { permissionById, type PermissionId } from './catalogue.js';
import { memoized } from '../memoized.js';
import type { RestScopeId } from './rest-scopes.js';
import { contains, type Coverage, coverage, type Resource, type Resources } from './resources.js';

/** What somebody may do in one organization. */
export interface Grant {
  readonly organizationId: string;
  readonly permissions: ReadonlySet<PermissionId>;
  readonly resources: Resources;
  /** What it may do with REST APIs of other services, by a token that is for these alone and so has no permissions. */
  readonly restScopes?: readonly RestScopeId[];
}

/** An actor as events name it. `id` is the id of a user, a project (GRAPH) or a credential. */
export interface ActorRef {
  readonly type: 'USER' | 'GRAPH' | 'SERVICE_ACCOUNT' | 'SYSTEM';
  readonly id: string;
}

/** Who asks: a reference for events, the credential that they signed in with, and what they may do. */
export interface Actor {
  readonly ref: ActorRef;
  /** Null for one who signed in without a credential, and for the operator. */
  readonly credentialId: string | null;
  /** Whether it has all permissions of its user's role. Actions that no permission allows, such as creating an organization, need it. */
  readonly wholeRole: boolean;
  /** When the actor's credential ends; null without an end, and for an actor with a user's role, which has none. */
  readonly expiresAt: Instant | null;
  /** The networks that bound what it creates; null for any address, and for an actor with a user's role. */
  readonly ipAllowlist: IpAllowlist;
  /** The networks that its credential may be used from, which what it creates gets by default; null for any address. */
  readonly ownIpAllowlist: IpAllowlist;
  /** At most one for each organization. */
  readonly grants: readonly Grant[];
}

const grantFor = (actor: Actor, organizationId: string): Grant | undefined =>
  grantsById(actor.grants).get(organizationId);

const grantsById = memoized(
  (grants: readonly Grant[]): ReadonlyMap<string, Grant> => new Map(grants.map((one) => [one.organizationId, one])),
);

/** Whether a permission is granted at a place, and why. */
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

/** As {@link decide}, for one grant and a place whose coverage by its resources is known. */
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

/** Whether `actor` holds everything in `wanted`: nobody grants more than they hold. */
export const canGrant = (actor: Actor, wanted: Grant): boolean => firstMissing(actor, wanted) === undefined;

/** The first permission in `wanted` that `actor` lacks; RESOURCES when they hold all of them, but not on all its resources. */
export function firstMissing(actor: Actor, wanted: Grant): PermissionId | 'RESOURCES' | undefined {
  const grant = grantFor(actor, wanted.organizationId);
  if (!grant) return [...wanted.permissions][0] ?? 'RESOURCES';
  const missing = [...wanted.permissions].find((id) => !grant.permissions.has(id));
  return missing ?? (contains(grant.resources, wanted.resources) ? undefined : 'RESOURCES');
}
