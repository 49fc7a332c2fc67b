import { CATALOGUE, type PermissionId } from '../authorization/catalogue.js';
import type { Actor } from '../authorization/grants.js';
import { placesGranted } from '../authorization/places.js';
import type { Resources } from '../authorization/resources.js';

/** The message about the first permission that has no effect on the chosen resources; undefined when all have one. */
export function withoutEffect(
  organizationId: string,
  permissions: readonly PermissionId[],
  resources: Resources,
): string | undefined {
  const ref = { type: 'SYSTEM', id: 'nobody' } as const;
  const grant = { organizationId, permissions: new Set(permissions), resources };
  const actor: Actor = {
    ref,
    credentialId: null,
    wholeRole: false,
    expiresAt: null,
    ipAllowlist: null,
    ownIpAllowlist: null,
    grants: [grant],
  };
  const ineffective = CATALOGUE.find(
    ({ id }) => grant.permissions.has(id) && placesGranted(actor, id, organizationId).length === 0,
  );
  if (!ineffective) return undefined;
  const places = {
    ORGANIZATION: 'the whole organization: choose the mode ALL',
    PROJECT: 'whole projects: choose at least one with all its targets',
    TARGET: 'whole targets: choose at least one with all its services and app deployments',
    SERVICE: 'services: choose at least one',
    APP_DEPLOYMENT: 'app deployments: choose at least one',
  }[ineffective.level];
  return `${ineffective.id} would have no effect on the chosen resources. It applies to ${places}, or leave it out.`;
}
