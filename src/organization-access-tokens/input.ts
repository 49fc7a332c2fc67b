/** What a new organization access token may be given: from Hive's input to permissions and resources, strictly. */
import type {
  CreateOrganizationAccessTokenErrorCode,
  ResourceAssignmentInput,
  TargetResourceAssignmentInput,
} from '../generated/resolvers-types.js';
import { isServiceName } from '../names.js';
import { type PermissionId, permissionById } from '../authorization/catalogue.js';
import {
  ALL,
  type Names,
  type ProjectResources,
  type Resources,
  type TargetResources,
} from '../authorization/resources.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';

/** Why a token could not be created. `details` has messages about single fields. */
export interface TokenProblem {
  readonly code: CreateOrganizationAccessTokenErrorCode;
  readonly message: string;
  readonly details: { readonly title: string | null; readonly description: string | null } | null;
}

export const problem = (code: TokenProblem['code'], message: string): TokenProblem => ({
  code,
  message,
  details: null,
});

/** The most projects, targets, services and app deployments that one assignment names, together. */
export const MAX_RESOURCES = 1000;

/** Title and description in the form they are stored in, or what is wrong with them in Hive's words. */
export function textsOf(
  title: string,
  description: string | null | undefined,
): { title: string; description: string | null } | TokenProblem {
  const trimmed = title.trim();
  const wrongTitle =
    trimmed.length < 2
      ? 'Minimum length is 2 characters.'
      : trimmed.length > 100
        ? 'Maximum length is 100 characters.'
        : /^[ a-zA-Z0-9_-]+$/.test(trimmed)
          ? null
          : 'Can only contain letters, numbers, " ", "_", and "-".';
  const wrongDescription = (description?.length ?? 0) > 248 ? 'Maximum length is 248 characters.' : null;
  if (wrongTitle === null && wrongDescription === null) return { title: trimmed, description: description ?? null };
  const details = { title: wrongTitle, description: wrongDescription };
  return { code: 'INVALID_INPUT', message: 'Invalid input provided.', details };
}

/** The permissions asked for, each known, once, and with what it needs. */
export function permissionsOf(ids: readonly string[]): PermissionId[] | TokenProblem {
  const asked = new Set(ids);
  if (asked.size < ids.length) return problem('DUPLICATE', 'A permission is listed twice. List each once.');
  const permissions: PermissionId[] = [];
  for (const [index, id] of ids.entries()) {
    const permission = permissionById(id);
    if (!permission)
      return problem(
        'UNKNOWN_PERMISSION',
        `permissions[${index}] is no permission. See the available permission groups.`,
      );
    const missing = permission.needs.find((needed) => !asked.has(needed));
    if (missing) return problem('MISSING_NEEDED_PERMISSION', `${permission.id} needs ${missing}. Add it.`);
    permissions.push(permission.id);
  }
  return permissions;
}

/** Finds projects and targets of the organization, in the order of the ids; undefined where there is none. */
export interface Lookup {
  projects(ids: readonly string[]): Promise<(Project | undefined)[]>;
  targets(ids: readonly string[]): Promise<(Target | undefined)[]>;
}

/** The resources assigned, every one of them there and in its place, or what is wrong with the first bad one. */
export async function resourcesOf(input: ResourceAssignmentInput, lookup: Lookup): Promise<Resources | TokenProblem> {
  const resources = read(input);
  if ('code' in resources || resources.mode === 'ALL') return resources;
  if (sizeOf(resources.projects) > MAX_RESOURCES) {
    const message = `A token is assigned ${MAX_RESOURCES} projects, targets, services and app deployments at most, together. Assign whole projects or targets, or create several tokens.`;
    return problem('TOO_MANY_RESOURCES', message);
  }
  const projects = await lookup.projects(resources.projects.map(({ projectId }) => projectId));
  const missing = projects.findIndex((project) => !project);
  if (missing >= 0)
    return problem(
      'PROJECT_NOT_FOUND',
      `resources.projects[${missing}]: the organization has no project with this id.`,
    );
  const places = resources.projects.flatMap(({ projectId, targets }) =>
    targets.mode === 'ALL' ? [] : targets.targets.map(({ targetId }) => ({ projectId, targetId })),
  );
  const targets = await lookup.targets(places.map(({ targetId }) => targetId));
  const astray = places.findIndex(({ projectId }, index) => targets[index]?.projectId !== projectId);
  if (astray >= 0) {
    const at = resources.projects.findIndex((project) => project.projectId === places[astray]?.projectId);
    return problem('TARGET_NOT_FOUND', `resources.projects[${at}]: the project has no target with one of these ids.`);
  }
  return resources;
}

function read({ mode, projects }: ResourceAssignmentInput): Resources | TokenProblem {
  const listed = choose(mode, projects, 'resources.projects', ({ projectId }) => projectId);
  if (!Array.isArray(listed)) return listed;
  const read: ProjectResources[] = [];
  for (const [index, { projectId, targets }] of listed.entries()) {
    const at = `resources.projects[${index}].targets`;
    const chosen = choose(targets.mode, targets.targets, `${at}.targets`, ({ targetId }) => targetId);
    if ('code' in chosen) return chosen;
    if (!Array.isArray(chosen)) {
      read.push({ projectId, targets: chosen });
      continue;
    }
    const below = chosen.map((target, n) => readTarget(target, `${at}.targets[${n}]`));
    const wrong = below.find((one) => 'code' in one);
    if (wrong) return wrong;
    read.push({ projectId, targets: { mode: 'GRANULAR', targets: below as TargetResources[] } });
  }
  return { mode: 'GRANULAR', projects: read };
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

/** The list that GRANULAR goes with: none means nothing, never everything. ALL goes with none. */
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
