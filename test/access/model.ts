/**
 * What a credential may do, said again in another way than src/permissions says it, to compare with. An organization is
 * the set of its leaves: every service and app deployment of every target, and the ones that are not there yet. What is
 * assigned is a set of path prefixes, and covers the leaves that begin with one. A permission is granted at a place when
 * all leaves below it are covered; one that leads up when any is.
 */
import fc from 'fast-check';
import { CATALOGUE, type PermissionId } from '../../src/authorization/catalogue.js';
import type { Level } from '../../src/authorization/permission.js';
import type { Names, Resource, Resources, TargetResources } from '../../src/authorization/resources.js';

/** An organization: the targets of each project, by id. */
export type Tree = ReadonlyMap<string, readonly string[]>;

export interface Token {
  readonly permissions: ReadonlySet<PermissionId>;
  readonly resources: Resources;
}

/** Names of services and app deployments that assignments and questions use. */
const NAMES = ['users', 'orders', '0', 'constructor'] as const;

/** Stands for whatever else there is, or will be. */
const OTHER = '*';

const starts = (path: string, prefix: string) => prefix === '' || `${path}/`.startsWith(`${prefix}/`);

/** Every place of one level, as a path of ids; those that are not there yet too. */
export function placesOf(tree: Tree, level: Level): string[] {
  if (level === 'ORGANIZATION') return [''];
  const projects = [...tree.keys(), OTHER];
  if (level === 'PROJECT') return projects;
  const targets = projects.flatMap((id) => [...(tree.get(id) ?? []), OTHER].map((target) => `${id}/${target}`));
  if (level === 'TARGET') return targets;
  const kind = level === 'SERVICE' ? 'service' : 'appDeployment';
  return targets.flatMap((target) => [...NAMES, OTHER].map((name) => `${target}/${kind}/${name}`));
}

const leavesOf = (tree: Tree) => [...placesOf(tree, 'SERVICE'), ...placesOf(tree, 'APP_DEPLOYMENT')];

/** The paths that what is assigned begins with. */
function prefixesOf(resources: Resources): string[] {
  if (resources.mode === 'ALL') return [''];
  const named = (at: string, names: Names) =>
    names.mode === 'ALL' ? [at] : names.names.map((name) => `${at}/${name}`);
  return resources.projects.flatMap(({ projectId, targets }) =>
    targets.mode === 'ALL'
      ? [projectId]
      : targets.targets.flatMap(({ targetId, services, appDeployments }) => [
          ...named(`${projectId}/${targetId}/service`, services),
          ...named(`${projectId}/${targetId}/appDeployment`, appDeployments),
        ]),
  );
}

/** The leaves that are covered. */
export function coveredBy(tree: Tree, resources: Resources): Set<string> {
  const prefixes = prefixesOf(resources);
  return new Set(leavesOf(tree).filter((leaf) => prefixes.some((prefix) => starts(leaf, prefix))));
}

function share(tree: Tree, resources: Resources, path: string): 'ALL' | 'SOME' | 'NONE' {
  const covered = coveredBy(tree, resources);
  const below = leavesOf(tree).filter((leaf) => starts(leaf, path));
  const count = below.filter((leaf) => covered.has(leaf)).length;
  return count === 0 ? 'NONE' : count === below.length ? 'ALL' : 'SOME';
}

/** What lets a token name where it lives. */
const LEADS_UP: readonly string[] = ['organization:describe', 'project:describe'];

export type Verdict = 'WITHIN' | 'APPLIES_TO_ANCESTORS' | 'MISSING_PERMISSION' | 'OUTSIDE_RESOURCES';

/** Whether, and why, a token may do something at a path of ids. */
export function verdict(tree: Tree, { permissions, resources }: Token, id: PermissionId, path: string): Verdict {
  if (!permissions.has(id)) return 'MISSING_PERMISSION';
  const covered = share(tree, resources, path);
  if (covered === 'ALL') return 'WITHIN';
  return covered === 'SOME' && LEADS_UP.includes(id) ? 'APPLIES_TO_ANCESTORS' : 'OUTSIDE_RESOURCES';
}

export const isYes = (answer: Verdict): boolean => answer === 'WITHIN' || answer === 'APPLIES_TO_ANCESTORS';

/** Where a token has a permission, at the permission's level: those places that no other of them stands for. */
export function shownPlaces(tree: Tree, token: Token, id: PermissionId): string[] {
  const level = CATALOGUE.find((permission) => permission.id === id)?.level ?? 'ORGANIZATION';
  const granted = placesOf(tree, level).filter((path) => isYes(verdict(tree, token, id, path)));
  const standsFor = (pattern: string, path: string) =>
    pattern !== path && pattern.split('/').every((part, index) => part === OTHER || part === path.split('/')[index]);
  return granted.filter((path) => !granted.some((pattern) => standsFor(pattern, path)));
}

/** What is assigned that covers a place: the widest beginning of its path that is covered whole; a kind as `kind/*`. */
export function assignmentFor(tree: Tree, { resources }: Token, path: string): string | null {
  const parts = path === '' ? [] : path.split('/');
  const beginnings = [0, 1, 2, 3, 4].filter((n) => n <= parts.length).map((n) => parts.slice(0, n).join('/'));
  const found = beginnings.find((beginning) => share(tree, resources, beginning) === 'ALL');
  return found === undefined ? null : found.split('/').length === 3 ? `${found}/*` : found;
}

/** A path of ids as a place. */
export function placeAt(organizationId: string, path: string): Resource {
  const [projectId, targetId, kind, name] = path === '' ? [] : path.split('/');
  if (projectId === undefined) return { organizationId };
  if (targetId === undefined) return { organizationId, projectId };
  if (name === undefined) return { organizationId, projectId, targetId };
  return { organizationId, projectId, targetId, [kind === 'service' ? 'service' : 'appDeployment']: name };
}

const names: fc.Arbitrary<Names> = fc.oneof(
  fc.constant({ mode: 'ALL' as const }),
  fc.subarray([...NAMES]).map((some) => ({ mode: 'GRANULAR' as const, names: some })),
);

const targetsAmong = (ids: readonly string[]): fc.Arbitrary<TargetResources[]> =>
  fc
    .subarray([...ids])
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((targetId) =>
          fc.record({ targetId: fc.constant(targetId), services: names, appDeployments: names }),
        ),
      ),
    );

/** Every form of assignment over a tree. */
export const resourcesOver = (tree: Tree): fc.Arbitrary<Resources> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ mode: 'ALL' as const }) },
    {
      weight: 6,
      arbitrary: fc.subarray([...tree.keys()]).chain((chosen) =>
        fc
          .tuple(
            ...chosen.map((projectId) =>
              fc
                .oneof(
                  fc.constant({ mode: 'ALL' as const }),
                  targetsAmong(tree.get(projectId) ?? []).map((targets) => ({ mode: 'GRANULAR' as const, targets })),
                )
                .map((targets) => ({ projectId, targets })),
            ),
          )
          .map((projects) => ({ mode: 'GRANULAR' as const, projects })),
      ),
    },
  );

/** Permissions with what they need. */
export const permissionSets: fc.Arbitrary<ReadonlySet<PermissionId>> = fc
  .subarray(CATALOGUE.filter(({ forUsersOnly }) => !forUsersOnly))
  .map((some) => new Set(some.flatMap(({ id, needs }) => [id, ...needs])));

/** Every place of a tree that a question can name. */
export const pathsOver = (tree: Tree): string[] =>
  (['ORGANIZATION', 'PROJECT', 'TARGET', 'SERVICE', 'APP_DEPLOYMENT'] as const)
    .flatMap((level) => placesOf(tree, level))
    .filter((path) => !path.includes(OTHER));
