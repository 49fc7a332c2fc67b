import { validate as isUuid } from 'uuid';
import { BadResource } from '../errors.js';
import { isServiceName } from '../names.js';
import type { Resource } from '../authorization/resources.js';
import type { Organization } from '../organizations/organization.js';
import { ANY } from '../authorization/places.js';
import type { Loads } from '../graphql/references.js';
import type { Collection } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';

/** The collections of the documents that a path names. */
export interface Places {
  readonly organizations: Collection<Organization>;
  readonly projects: Collection<Project>;
  readonly targets: Collection<Target>;
}

/** A slug or an id that a project or a target could have. */
const isNamed = (part: string): boolean => /^[a-z0-9-]{1,50}$/.test(part) || isUuid(part);

/** The most characters of a path; the longest that names something has 180. */
const MAX_PATH_LENGTH = 200;

/** The parts of a path: see {@link findPlace}. @throws BadResource for a text that is not a path. */
export function parsePath(path: string): string[] {
  if (path.length > MAX_PATH_LENGTH)
    throw new BadResource(`"resource" must have at most ${MAX_PATH_LENGTH} characters.`);
  const parts = path === '' ? [] : path.split('/');
  const [, , level, name] = parts;
  const named = parts.length === 4 && (level === 'service' || level === 'appDeployment') && isServiceName(name ?? '');
  if (!parts.slice(0, 2).every(isNamed) || (parts.length > 2 && !named))
    throw new BadResource(
      '"resource" must be a path like project/target/service/name or project/target/appDeployment/name, or a part of one.',
    );
  return parts;
}

/** A path whose project or target does not exist, or may not be seen. */
export class NotFound {
  constructor(
    /** Says what does not exist, for the client. */
    readonly reason: string,
    /** The place that the path would name, with {@link ANY} for what was not found. */
    readonly place: Resource,
  ) {}
}

/**
 * The place that a path below an organization names: `` (the organization), `project`, `project/target`,
 * `project/target/service/name` or `project/target/appDeployment/name`, with projects and targets by id or slug. A project
 * or target for which `sees` returns false is answered as if it did not exist.
 * @throws BadResource for a text that is not a path.
 */
export async function findPlace(
  places: Places,
  organizationId: string,
  path: string,
  sees: (place: Resource) => boolean = () => true,
): Promise<Resource | NotFound> {
  const [projectPart, targetPart, level, name] = parsePath(path);
  if (projectPart === undefined) return { organizationId };
  const below = (projectId: string, targetId: string): Resource => {
    if (targetPart === undefined) return { organizationId, projectId };
    if (name === undefined) return { organizationId, projectId, targetId };
    return { organizationId, projectId, targetId, [level === 'service' ? 'service' : 'appDeployment']: name };
  };
  const project = isUuid(projectPart)
    ? await places.projects.get(projectPart)
    : await places.projects.findOne({ organizationId, slug: projectPart });
  if (project?.organizationId !== organizationId || !sees({ organizationId, projectId: project.id }))
    return new NotFound('The organization has no such project, or none that you may see.', below(ANY, ANY));
  const projectId = project.id;
  if (targetPart === undefined) return below(projectId, ANY);
  const target = isUuid(targetPart)
    ? await places.targets.get(targetPart)
    : await places.targets.findOne({ projectId, slug: targetPart });
  if (target?.projectId !== projectId || !sees({ organizationId, projectId, targetId: target.id }))
    return new NotFound('The project has no such target, or none that you may see.', below(projectId, ANY));
  return below(projectId, target.id);
}

/** The loaders of a request that find slugs by id; undefined for what the caller may not see. */
export type Slugs = Readonly<Record<keyof Places, Loads<{ readonly slug: string }>>>;

/**
 * Places as slug paths, in their order; undefined for one whose organization, project or target `slugs` does not find. Loads
 * each document once.
 */
export async function pathsOf(slugs: Slugs, places: readonly Resource[]): Promise<(string | undefined)[]> {
  const parts: readonly Parts[] = places;
  const [organizations, projects, targets] = await Promise.all([
    slugsById(slugs.organizations, new Set(parts.map(({ organizationId }) => organizationId))),
    slugsById(slugs.projects, new Set(parts.map(({ projectId }) => projectId))),
    slugsById(slugs.targets, new Set(parts.map(({ targetId }) => targetId))),
  ]);
  return parts.map(({ organizationId, projectId, targetId, service, appDeployment }) => {
    const names = [
      organizations.get(organizationId),
      ...(projectId === undefined ? [] : [projects.get(projectId)]),
      ...(targetId === undefined ? [] : [targets.get(targetId)]),
      ...(service === undefined ? [] : ['service', service]),
      ...(appDeployment === undefined ? [] : ['appDeployment', appDeployment]),
    ];
    return names.includes(undefined) ? undefined : names.join('/');
  });
}

/** The slugs of these documents by id; {@link ANY} stands for itself. */
async function slugsById(
  loads: Loads<{ readonly slug: string }>,
  ids: ReadonlySet<string | undefined>,
): Promise<ReadonlyMap<string | undefined, string | undefined>> {
  const slugOf = async (id: string | undefined) =>
    [id, id === undefined || id === ANY ? id : (await loads.load(id))?.slug] as const;
  return new Map(await Promise.all([...ids].map(slugOf)));
}

type Parts = Readonly<
  Partial<Record<'organizationId' | 'projectId' | 'targetId' | 'service' | 'appDeployment', string>>
>;
