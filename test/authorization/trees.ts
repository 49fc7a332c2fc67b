/** Small random organizations, assignments and places, and a plain statement of what covers what: by enumerating leaves. */
import fc from 'fast-check';
import type { Names, Resource, Resources } from '../../src/authorization/resources.js';

export const ORGANIZATION = 'org';
const PROJECTS = ['p1', 'p2'];
const TARGETS = ['t1', 't2'];
const NAMES = ['n1', 'n2'];
/** Stands for every name or entity that nobody has thought of yet, which ALL covers and no list can. */
const ANY_OTHER = '*';

const all = fc.constant({ mode: 'ALL' } as const);
const names: fc.Arbitrary<Names> = fc.oneof(
  all,
  fc.subarray(NAMES).map((chosen) => ({ mode: 'GRANULAR', names: chosen }) as const),
);

const listOf = <T>(ids: readonly string[], of: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.subarray([...ids]).chain((chosen) => fc.tuple(...chosen.map(of)));

const targets = listOf(TARGETS, (targetId) =>
  fc.record({ targetId: fc.constant(targetId), services: names, appDeployments: names }),
);
const projects = listOf(PROJECTS, (projectId) =>
  fc.record({
    projectId: fc.constant(projectId),
    targets: fc.oneof(
      all,
      targets.map((list) => ({ mode: 'GRANULAR', targets: list }) as const),
    ),
  }),
);

/** Any assignment, empty lists included. */
export const resources: fc.Arbitrary<Resources> = fc.oneof(
  { weight: 1, arbitrary: all },
  { weight: 9, arbitrary: projects.map((list) => ({ mode: 'GRANULAR', projects: list }) as const) },
);

/** Every place there is, and one of each kind that no list names. */
export const PLACES: readonly Resource[] = [
  { organizationId: ORGANIZATION },
  ...[...PROJECTS, ANY_OTHER].flatMap((projectId): Resource[] => [
    { organizationId: ORGANIZATION, projectId },
    ...[...TARGETS, ANY_OTHER].flatMap((targetId): Resource[] => [
      { organizationId: ORGANIZATION, projectId, targetId },
      ...[...NAMES, ANY_OTHER].flatMap((name): Resource[] => [
        { organizationId: ORGANIZATION, projectId, targetId, service: name },
        { organizationId: ORGANIZATION, projectId, targetId, appDeployment: name },
      ]),
    ]),
  ]),
];

export const place: fc.Arbitrary<Resource> = fc.constantFrom(...PLACES);

/** A place as a path; `/` after each step, so that one place is above another when its path begins the other's. */
export function pathOf({ projectId, ...rest }: Resource): string {
  if (projectId === undefined) return '/';
  const { targetId, service, appDeployment } = rest as Partial<Record<string, string>>;
  const steps = [projectId];
  if (targetId !== undefined) steps.push(targetId);
  if (service !== undefined) steps.push(`service:${service}`);
  if (appDeployment !== undefined) steps.push(`app:${appDeployment}`);
  return `/${steps.map((step) => `${step}/`).join('')}`;
}

const LEAVES = PLACES.filter((one) => 'service' in one || 'appDeployment' in one).map(pathOf);

/** The paths of the leaves (services and app deployments) that an assignment covers. */
export function leavesOf(assigned: Resources): Set<string> {
  const patterns: string[] = [];
  const ANY = '[^/]+/';
  if (assigned.mode === 'ALL') patterns.push(ANY + ANY + ANY);
  else
    for (const { projectId, targets: within } of assigned.projects)
      if (within.mode === 'ALL') patterns.push(`${projectId}/${ANY}${ANY}`);
      else
        for (const { targetId, services, appDeployments } of within.targets)
          for (const [kind, list] of [
            ['service', services],
            ['app', appDeployments],
          ] as const)
            if (list.mode === 'ALL') patterns.push(`${projectId}/${targetId}/${kind}:${ANY}`);
            else for (const name of list.names) patterns.push(`${projectId}/${targetId}/${kind}:${name}/`);
  const expressions = patterns.map((pattern) => new RegExp(`^/${pattern}$`));
  return new Set(LEAVES.filter((leaf) => expressions.some((one) => one.test(leaf))));
}

/** The leaves at and below a place. */
export const leavesBelow = (at: Resource): string[] => LEAVES.filter((leaf) => leaf.startsWith(pathOf(at)));
