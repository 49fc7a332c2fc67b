/** Which part of an organization something applies to: as assigned to a credential, and as asked for in a check. */

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

/** How a place relates to what is assigned: within it, on the way to a part of it, or neither. */
export type Coverage = 'WITHIN' | 'ABOVE' | 'OUTSIDE';

/** Where `place` lies in relation to `assigned`. An assignment of nothing has no way to it, so nothing is ABOVE it. */
export function coverage(assigned: Resources, place: Resource): Coverage {
  if (assigned.mode === 'ALL') return 'WITHIN';
  if (place.projectId === undefined) return assigned.projects.some(reachesAnything) ? 'ABOVE' : 'OUTSIDE';
  const project = assigned.projects.find((one) => one.projectId === place.projectId);
  if (!project) return 'OUTSIDE';
  if (project.targets.mode === 'ALL') return 'WITHIN';
  if (place.targetId === undefined) return reachesAnything(project) ? 'ABOVE' : 'OUTSIDE';
  const target = project.targets.targets.find((one) => one.targetId === place.targetId);
  if (!target) return 'OUTSIDE';
  if (place.service !== undefined) return includes(target.services, place.service);
  if (place.appDeployment !== undefined) return includes(target.appDeployments, place.appDeployment);
  if (target.services.mode === 'ALL' && target.appDeployments.mode === 'ALL') return 'WITHIN';
  return reachesNames(target) ? 'ABOVE' : 'OUTSIDE';
}

/** Whether what is assigned lists this project, or this target, or anything in it. */
export function isAssignedByName(assigned: Resources, place: Resource): boolean {
  if (assigned.mode === 'ALL' || place.projectId === undefined) return false;
  const project = assigned.projects.find((one) => one.projectId === place.projectId);
  if (!project || place.targetId === undefined) return project !== undefined && reachesAnything(project);
  if (project.targets.mode === 'ALL') return false;
  const target = project.targets.targets.find((one) => one.targetId === place.targetId);
  return target !== undefined && reachesNames(target);
}

/** Whether everything in `inner` lies within `outer`. */
export function contains(outer: Resources, inner: Resources): boolean {
  if (outer.mode === 'ALL') return true;
  return inner.mode === 'GRANULAR' && inner.projects.every((one) => containsProject(outer.projects, one));
}

function containsProject(outer: readonly ProjectResources[], inner: ProjectResources): boolean {
  const targets = outer.find((one) => one.projectId === inner.projectId)?.targets;
  if (!targets) return false;
  if (targets.mode === 'ALL') return true;
  if (inner.targets.mode === 'ALL') return false;
  return inner.targets.targets.every((one) => {
    const same = targets.targets.find((other) => other.targetId === one.targetId);
    return same && covers(same.services, one.services) && covers(same.appDeployments, one.appDeployments);
  });
}

const covers = (outer: Names, inner: Names): boolean =>
  outer.mode === 'ALL' || (inner.mode === 'GRANULAR' && inner.names.every((name) => outer.names.includes(name)));

const includes = (assigned: Names, name: string): Coverage =>
  assigned.mode === 'ALL' || assigned.names.includes(name) ? 'WITHIN' : 'OUTSIDE';

const reachesNames = ({ services, appDeployments }: TargetResources): boolean =>
  [services, appDeployments].some((names) => names.mode === 'ALL' || names.names.length > 0);

const reachesAnything = ({ targets }: ProjectResources): boolean =>
  targets.mode === 'ALL' || targets.targets.some(reachesNames);
