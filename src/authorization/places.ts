/** Lists the places of assigned resources, level by level. */
import { type PermissionId, permissionById } from './catalogue.js';
import type { Level } from './permission.js';
import { type Actor, isGranted } from './grants.js';
import type { Names, Resource, Resources, TargetResources } from './resources.js';

/** Stands for every id or name, in a place below something that is assigned as a whole. No id or name equals it. */
export const ANY = '*';

interface ProjectPlace {
  readonly projectId: string;
  readonly targets: readonly TargetResources[] | typeof ANY;
}

const EVERY: TargetResources = { targetId: ANY, services: { mode: 'ALL' }, appDeployments: { mode: 'ALL' } };

/** The places of one level that resources name or lie above of; {@link ANY} stands for all places of a whole resource. */
export function placesAt(resources: Resources, organizationId: string, level: Level): Resource[] {
  if (level === 'ORGANIZATION') return [{ organizationId }];
  const projects: ProjectPlace[] =
    resources.mode === 'ALL'
      ? [{ projectId: ANY, targets: ANY }]
      : resources.projects.map(({ projectId, targets }) => ({
          projectId,
          targets: targets.mode === 'ALL' ? ANY : targets.targets,
        }));
  if (level === 'PROJECT') return projects.map(({ projectId }) => ({ organizationId, projectId }));
  return projects.flatMap(({ projectId, targets }) =>
    (targets === ANY ? [EVERY] : targets).flatMap((target): Resource[] => {
      const place = { organizationId, projectId, targetId: target.targetId };
      if (level === 'TARGET') return [place];
      return level === 'SERVICE'
        ? namesOf(target.services).map((service) => ({ ...place, service }))
        : namesOf(target.appDeployments).map((appDeployment) => ({ ...place, appDeployment }));
    }),
  );
}

/** `place` after its ancestors, the widest first. Before a service or app deployment, {@link ANY} stands for all of its target. */
export function ancestorsOf(place: Resource): Resource[] {
  const { organizationId } = place;
  if (place.projectId === undefined) return [place];
  const above = [{ organizationId }, { organizationId, projectId: place.projectId }];
  if (place.targetId === undefined) return above;
  const target = { organizationId, projectId: place.projectId, targetId: place.targetId };
  if (place.service !== undefined) return [...above, target, { ...target, service: ANY }, place];
  if (place.appDeployment !== undefined) return [...above, target, { ...target, appDeployment: ANY }, place];
  return [...above, target];
}

const namesOf = (names: Names): readonly string[] => (names.mode === 'ALL' ? [ANY] : names.names);

/** The level a permission applies at. */
const levelOf = (id: PermissionId): Level => permissionById(id)?.level ?? 'ORGANIZATION';

/** The places in an organization where an actor holds a permission, at the permission's level. */
export function placesGranted(actor: Actor, permission: PermissionId, organizationId: string): Resource[] {
  const grant = actor.grants.find((one) => one.organizationId === organizationId);
  if (!grant) return [];
  return placesAt(grant.resources, organizationId, levelOf(permission)).filter((place) =>
    isGranted(actor, permission, place),
  );
}
