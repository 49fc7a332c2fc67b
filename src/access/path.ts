import { validate as isUuid } from 'uuid';
import { BadInput } from '../errors.js';
import { isServiceName } from '../names.js';
import type { Resource } from '../permissions/resources.js';
import type { Organization } from '../organizations/organization.js';
import { ANY } from '../permissions/places.js';
import type { Collection } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';

/** The documents that a place is named by. */
export interface Places {
  readonly organizations: Collection<Organization>;
  readonly projects: Collection<Project>;
  readonly targets: Collection<Target>;
}

/**
 * The place that a path below an organization names: nothing, `project`, `project/target`, or that and `service/name` or
 * `appDeployment/name`; projects and targets by id or slug. A text that says what is not there, when that is so.
 * @throws BadInput for what is no path.
 */
export async function findPlace(places: Places, organizationId: string, path: string): Promise<Resource | string> {
  const parts = path === '' ? [] : path.split('/');
  const [projectPart, targetPart, level, name] = parts;
  const named = parts.length === 4 && (level === 'service' || level === 'appDeployment') && isServiceName(name ?? '');
  if (parts.includes('') || (parts.length > 2 && !named))
    throw new BadInput(
      '"resource" must be a path like project/target/service/name or project/target/appDeployment/name, or a part of one.',
    );
  if (projectPart === undefined) return { organizationId };
  const project = isUuid(projectPart)
    ? await places.projects.get(projectPart)
    : await places.projects.findOne({ organizationId, slug: projectPart });
  if (project?.organizationId !== organizationId) return 'The organization has no such project.';
  const projectId = project.id;
  if (targetPart === undefined) return { organizationId, projectId };
  const target = isUuid(targetPart)
    ? await places.targets.get(targetPart)
    : await places.targets.findOne({ projectId, slug: targetPart });
  if (target?.projectId !== projectId) return 'The project has no such target.';
  const targetId = target.id;
  if (name === undefined) return { organizationId, projectId, targetId };
  return level === 'service'
    ? { organizationId, projectId, targetId, service: name }
    : { organizationId, projectId, targetId, appDeployment: name };
}

/** Places as slug paths; those whose project or target is gone are left out. */
export async function pathsOf(documents: Places, places: readonly Resource[]): Promise<string[]> {
  const idsOf = (key: 'organizationId' | 'projectId' | 'targetId') =>
    [...new Set(places.map((place) => (place as Record<string, string | undefined>)[key] ?? ANY))].filter(
      (id) => id !== ANY,
    );
  const found = await Promise.all([
    documents.organizations.getMany(idsOf('organizationId')),
    documents.projects.getMany(idsOf('projectId')),
    documents.targets.getMany(idsOf('targetId')),
  ]);
  const slugs = new Map<string, string>([[ANY, ANY]]);
  for (const one of found.flat()) if (one) slugs.set(one.id, one.slug);
  return places.flatMap(({ organizationId, ...below }) => {
    const { projectId, targetId, service, appDeployment } = below as Record<string, string | undefined>;
    const parents = [organizationId, projectId, targetId].filter((id) => id !== undefined).map((id) => slugs.get(id));
    if (parents.includes(undefined)) return [];
    const name =
      service !== undefined
        ? ['service', service]
        : appDeployment !== undefined
          ? ['appDeployment', appDeployment]
          : [];
    return [[...parents, ...name].join('/')];
  });
}
