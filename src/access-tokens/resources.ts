/** Checks the resources that a token is assigned, and converts them from Hive's input to resources by id. */
import type {
  ProjectTargetsResourceAssignmentInput,
  ResourceAssignmentInput,
  TargetResourceAssignmentInput,
} from '../generated/resolvers-types.js';
import { isServiceName } from '../names.js';
import {
  ALL,
  type Names,
  type ProjectResources,
  type Resources,
  type TargetResources,
  type TargetsOfProject,
} from '../authorization/resources.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';
import { problem, type TokenProblem } from './problems.js';

/** The most projects, targets, services and app deployments that one assignment names, together. */
export const MAX_RESOURCES = 1000;

/** The resources of an input, or what is wrong with the first invalid one. {@link missingPlace} checks that they exist. */
export const resourcesOf = (input: ResourceAssignmentInput): Resources | TokenProblem => bounded(read(input));

/** The same for an input that assigns targets of one project. */
export function resourcesOfProject(
  projectId: string,
  input: ProjectTargetsResourceAssignmentInput,
): Resources | TokenProblem {
  const targets = readTargets(input, 'resources');
  return 'code' in targets ? targets : bounded({ mode: 'GRANULAR', projects: [{ projectId, targets }] });
}

function bounded(resources: Resources | TokenProblem): Resources | TokenProblem {
  if ('code' in resources || resources.mode === 'ALL' || sizeOf(resources.projects) <= MAX_RESOURCES) return resources;
  const message = `A token is assigned ${MAX_RESOURCES} projects, targets, services and app deployments at most, together. Assign whole projects or targets, or create several tokens.`;
  return problem('TOO_MANY_RESOURCES', message);
}

/** The ids of the projects that resources name one by one, and of the targets with their projects'. */
export function placesOf(resources: Resources): {
  readonly projectIds: readonly string[];
  readonly targets: readonly { readonly projectId: string; readonly targetId: string }[];
} {
  const projects = resources.mode === 'ALL' ? [] : resources.projects;
  const targets = projects.flatMap(({ projectId, targets: below }) =>
    below.mode === 'ALL' ? [] : below.targets.map(({ targetId }) => ({ projectId, targetId })),
  );
  return { projectIds: projects.map(({ projectId }) => projectId), targets };
}

/**
 * The problem with the first place that does not exist in the organization; undefined when all exist. `projects` and
 * `targets` are the documents of `places`, in their order; undefined where the caller sees none. `pathOf` gives the place in
 * the input of the project with an index.
 */
export function missingPlace(
  organizationId: string,
  places: ReturnType<typeof placesOf>,
  projects: readonly (Project | undefined)[],
  targets: readonly (Target | undefined)[],
  pathOf = (index: number) => `resources.projects[${index}]`,
): TokenProblem | undefined {
  const missing = places.projectIds.findIndex((_, index) => projects[index]?.organizationId !== organizationId);
  if (missing >= 0) {
    const message = `${pathOf(missing)}: the organization has no project with this id.`;
    return problem('PROJECT_NOT_FOUND', message);
  }
  const misplaced = places.targets.find(({ projectId }, index) => targets[index]?.projectId !== projectId);
  if (!misplaced) return undefined;
  const at = places.projectIds.indexOf(misplaced.projectId);
  return problem('TARGET_NOT_FOUND', `${pathOf(at)}: the project has no target with one of these ids.`);
}

function read({ mode, projects }: ResourceAssignmentInput): Resources | TokenProblem {
  const listed = choose(mode, projects, 'resources.projects', ({ projectId }) => projectId);
  if (!Array.isArray(listed)) return listed;
  const read: ProjectResources[] = [];
  for (const [index, { projectId, targets }] of listed.entries()) {
    const below = readTargets(targets, `resources.projects[${index}].targets`);
    if ('code' in below) return below;
    read.push({ projectId, targets: below });
  }
  return { mode: 'GRANULAR', projects: read };
}

function readTargets(
  { mode, targets }: ProjectTargetsResourceAssignmentInput,
  at: string,
): TargetsOfProject | TokenProblem {
  const chosen = choose(mode, targets, `${at}.targets`, ({ targetId }) => targetId);
  if (!Array.isArray(chosen)) return chosen;
  const below: TargetResources[] = [];
  for (const [index, target] of chosen.entries()) {
    const read = readTarget(target, `${at}.targets[${index}]`);
    if ('code' in read) return read;
    below.push(read);
  }
  return { mode: 'GRANULAR', targets: below };
}

function readTarget(input: TargetResourceAssignmentInput, at: string): TargetResources | TokenProblem {
  const { services, appDeployments } = input;
  const serviceNames = services.services?.map(({ serviceName }) => serviceName);
  const deploymentNames = appDeployments.appDeployments?.map(({ appDeployment }) => appDeployment);
  const chosen = namesOf(services.mode, serviceNames, `${at}.services.services`);
  if ('code' in chosen) return chosen;
  const deployments = namesOf(appDeployments.mode, deploymentNames, `${at}.appDeployments.appDeployments`);
  if ('code' in deployments) return deployments;
  return { targetId: input.targetId, services: chosen, appDeployments: deployments };
}

function namesOf(mode: 'ALL' | 'GRANULAR', list: readonly string[] | undefined, at: string): Names | TokenProblem {
  const names = choose(mode, list, at, (name) => name);
  if (!Array.isArray(names)) return names;
  const wrong = names.findIndex((name) => !isServiceName(name));
  if (wrong < 0) return { mode: 'GRANULAR', names };
  return problem('INVALID_NAME', `${at}[${wrong}]: a name has 1 to 64 letters, digits, dashes and underscores.`);
}

/** The list of an assignment, or ALL. GRANULAR without a list assigns nothing; ALL with a list is a problem. */
function choose<T>(
  mode: 'ALL' | 'GRANULAR',
  list: readonly T[] | null | undefined,
  at: string,
  key: (item: T) => string,
): T[] | typeof ALL | TokenProblem {
  if (mode === 'ALL') {
    if (!list?.length) return ALL;
    return problem('MODE_TAKES_NO_LIST', `${at}: the mode ALL takes no list. Leave it out, or choose GRANULAR.`);
  }
  const items = [...(list ?? [])];
  const seen = new Set<string>();
  const twice = items.findIndex((item) => seen.size === seen.add(key(item)).size);
  return twice < 0 ? items : problem('DUPLICATE', `${at}[${twice}] is listed twice. List each once.`);
}

const sizeOf = (projects: readonly ProjectResources[]): number =>
  projects.reduce(
    (sum, { targets }) => sum + 1 + (targets.mode === 'ALL' ? 0 : targets.targets.reduce(addTarget, 0)),
    0,
  );

const addTarget = (sum: number, { services, appDeployments }: TargetResources): number =>
  sum + 1 + countOf(services) + countOf(appDeployments);

const countOf = (names: Names): number => (names.mode === 'ALL' ? 0 : names.names.length);
