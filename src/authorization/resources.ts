/** Parts of an organization: those assigned to a credential (`Resources`), and the one that a check asks about (`Resource`). */
import { memoized } from '../memoized.js';

/** What a credential is assigned, nested and by id. ALL means everything below; a list means these and what is below them. */
export type Resources = All | { readonly mode: 'GRANULAR'; readonly projects: readonly ProjectResources[] };
export interface ProjectResources {
  readonly projectId: string;
  readonly targets: TargetsOfProject;
}
export type TargetsOfProject = All | { readonly mode: 'GRANULAR'; readonly targets: readonly TargetResources[] };
export interface TargetResources {
  readonly targetId: string;
  readonly services: Names;
  readonly appDeployments: Names;
}
/** Services and app deployments go by name: they are not entities here. */
export type Names = All | { readonly mode: 'GRANULAR'; readonly names: readonly string[] };
export interface All {
  readonly mode: 'ALL';
}

export const ALL: All = Object.freeze({ mode: 'ALL' });

/** One place in an organization: itself, a project, a target, a service or an app deployment of it. */
export type Resource = { readonly organizationId: string } & (
  | { readonly projectId?: never }
  | { readonly projectId: string; readonly targetId?: never }
  | ({ readonly projectId: string; readonly targetId: string } & (
      | { readonly service?: string; readonly appDeployment?: never }
      | { readonly service?: never; readonly appDeployment?: string }
    ))
);

/** How a place relates to what is assigned: within it, an ancestor of a part of it (ABOVE), or neither. */
export type Coverage = 'WITHIN' | 'ABOVE' | 'OUTSIDE';

/** How `place` relates to `assigned`. Nothing is ABOVE an assignment that lists nothing. */
export function coverage(assigned: Resources, place: Resource): Coverage {
  if (assigned.mode === 'ALL') return 'WITHIN';
  if (place.projectId === undefined) return assigned.projects.some(reachesAnything) ? 'ABOVE' : 'OUTSIDE';
  const project = projectsById(assigned.projects).get(place.projectId);
  if (!project) return 'OUTSIDE';
  if (project.targets.mode === 'ALL') return 'WITHIN';
  if (place.targetId === undefined) return reachesAnything(project) ? 'ABOVE' : 'OUTSIDE';
  const target = targetsById(project.targets.targets).get(place.targetId);
  if (!target) return 'OUTSIDE';
  if (place.service !== undefined) return includes(target.services, place.service);
  if (place.appDeployment !== undefined) return includes(target.appDeployments, place.appDeployment);
  if (target.services.mode === 'ALL' && target.appDeployments.mode === 'ALL') return 'WITHIN';
  return reachesNames(target) ? 'ABOVE' : 'OUTSIDE';
}

/** Whether what is assigned lists this project, or this target, or anything in it. */
export function isAssignedByName(assigned: Resources, place: Resource): boolean {
  if (assigned.mode === 'ALL' || place.projectId === undefined) return false;
  const project = projectsById(assigned.projects).get(place.projectId);
  if (!project || place.targetId === undefined) return project !== undefined && reachesAnything(project);
  if (project.targets.mode === 'ALL') return false;
  const target = targetsById(project.targets.targets).get(place.targetId);
  return target !== undefined && reachesNames(target);
}

/** The ids of the projects and of the targets that are listed. */
export function idsIn(assigned: Resources): { readonly projectIds: string[]; readonly targetIds: string[] } {
  const projects = assigned.mode === 'ALL' ? [] : assigned.projects;
  const targetIds = projects.flatMap(targetsOf).map(({ targetId }) => targetId);
  return { projectIds: projects.map(({ projectId }) => projectId), targetIds };
}

/**
 * `assigned` without the projects and targets whose ids `exists` rejects: `assigned` itself when it rejects none, undefined
 * when nothing is left of a list that was not empty.
 */
export function existing(assigned: Resources, exists: (id: string) => boolean): Resources | undefined {
  const { projectIds, targetIds } = idsIn(assigned);
  if (assigned.mode === 'ALL' || [...projectIds, ...targetIds].every(exists)) return assigned;
  const projects = assigned.projects.flatMap(({ projectId, targets }): ProjectResources[] => {
    if (!exists(projectId)) return [];
    if (targets.mode === 'ALL' || targets.targets.length === 0) return [{ projectId, targets }];
    const left = targets.targets.filter(({ targetId }) => exists(targetId));
    return left.length === 0 ? [] : [{ projectId, targets: { mode: 'GRANULAR', targets: left } }];
  });
  return projects.length === 0 ? undefined : { mode: 'GRANULAR', projects };
}

/** How many names, of services and of app deployments, are listed. */
export const namesIn = (assigned: Resources): number =>
  assigned.mode === 'ALL' ? 0 : assigned.projects.flatMap(targetsOf).reduce((sum, one) => sum + countOf(one), 0);

const targetsOf = ({ targets }: ProjectResources): readonly TargetResources[] =>
  targets.mode === 'ALL' ? [] : targets.targets;

const countOf = ({ services, appDeployments }: TargetResources): number =>
  [services, appDeployments].reduce((sum, names) => sum + (names.mode === 'ALL' ? 0 : names.names.length), 0);

/** Whether everything in `inner` lies within `outer`. */
export function contains(outer: Resources, inner: Resources): boolean {
  if (outer.mode === 'ALL') return true;
  return inner.mode === 'GRANULAR' && inner.projects.every((one) => containsProject(outer.projects, one));
}

function containsProject(outer: readonly ProjectResources[], inner: ProjectResources): boolean {
  const targets = projectsById(outer).get(inner.projectId)?.targets;
  if (!targets) return false;
  if (targets.mode === 'ALL') return true;
  if (inner.targets.mode === 'ALL') return false;
  return inner.targets.targets.every((one) => {
    const same = targetsById(targets.targets).get(one.targetId);
    return same && covers(same.services, one.services) && covers(same.appDeployments, one.appDeployments);
  });
}

const covers = (outer: Names, inner: Names): boolean =>
  outer.mode === 'ALL' || (inner.mode === 'GRANULAR' && inner.names.every((name) => nameSet(outer.names).has(name)));

const includes = (assigned: Names, name: string): Coverage =>
  assigned.mode === 'ALL' || nameSet(assigned.names).has(name) ? 'WITHIN' : 'OUTSIDE';

// What is assigned is never changed, so each list is indexed once, when first asked about.
const projectsById = memoized((projects: readonly ProjectResources[]) => byKey(projects, (one) => one.projectId));
const targetsById = memoized((targets: readonly TargetResources[]) => byKey(targets, (one) => one.targetId));
const nameSet = memoized((names: readonly string[]): ReadonlySet<string> => new Set(names));

const byKey = <T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [key(item), item]));

const reachesNames = ({ services, appDeployments }: TargetResources): boolean =>
  [services, appDeployments].some((names) => names.mode === 'ALL' || names.names.length > 0);

const reachesAnything = ({ targets }: ProjectResources): boolean =>
  targets.mode === 'ALL' || targets.targets.some(reachesNames);
