/**
 * Through the API a creator holds everything or nothing of an organization's resources, since managing tokens is a
 * permission on the whole; what limits one by resource is tested where it is decided.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PermissionId } from '../../src/authorization/catalogue.js';
import { type Actor, decide, firstMissing } from '../../src/authorization/grants.js';
import type { Names as Assigned, Resource, Resources } from '../../src/authorization/resources.js';
import { covers, type Names, pathsOf, PERMISSIONS, type Tree, trees } from './fixtures/plainly.js';

const organizationId = 'the-organization';
const permissions = new Set(PERMISSIONS as PermissionId[]);
const anyTree: fc.Arbitrary<Tree> = fc.oneof(
  { arbitrary: trees, weight: 9 },
  { arbitrary: fc.constant('ALL' as const), weight: 1 },
);

const namesOf = (names: Names): Assigned => (names === 'ALL' ? { mode: 'ALL' } : { mode: 'GRANULAR', names });
function resourcesOf(tree: Tree): Resources {
  if (tree === 'ALL') return { mode: 'ALL' };
  const projects = Object.entries(tree).map(([projectId, targets]) => ({
    projectId,
    targets:
      targets === 'ALL'
        ? ({ mode: 'ALL' } as const)
        : ({
            mode: 'GRANULAR',
            targets: Object.entries(targets).map(([name, { services, appDeployments }]) => ({
              targetId: `${projectId}/${name}`,
              services: namesOf(services),
              appDeployments: namesOf(appDeployments),
            })),
          } as const),
  }));
  return { mode: 'GRANULAR', projects };
}
const actorWith = (tree: Tree): Actor => ({
  ref: { type: 'SERVICE_ACCOUNT', id: 'somebody' },
  credentialId: 'somebody',
  wholeRole: false,
  expiresAt: null,
  ipAllowlist: null,
  ownIpAllowlist: null,
  grants: [{ organizationId, permissions, resources: resourcesOf(tree) }],
});

/** Every place that assignments can tell apart, and at each level one that no assignment names. */
const PLACES: string[] = [''].concat(
  ['p1', 'p2', 'later'].flatMap((project) => [
    project,
    ...['development', 'staging', 'production', 'later'].flatMap((target) => [
      `${project}/${target}`,
      ...['users', 'orders', 'web', 'later'].flatMap((name) => [
        `${project}/${target}/service/${name}`,
        `${project}/${target}/appDeployment/${name}`,
      ]),
    ]),
  ]),
);
function placeOf(path: string): Resource {
  const [projectId, target, kind, name] = path.split('/');
  if (!projectId) return { organizationId };
  if (!target) return { organizationId, projectId };
  const place = { organizationId, projectId, targetId: `${projectId}/${target}` };
  if (name === undefined) return place;
  return kind === 'service' ? { ...place, service: name } : { ...place, appDeployment: name };
}

/** Whether an assignment has a branch that leads nowhere, and so gives nothing by itself. */
const hasBareBranch = (tree: Tree): boolean =>
  tree !== 'ALL' &&
  Object.values(tree).some(
    (targets) =>
      targets !== 'ALL' &&
      (Object.keys(targets).length === 0 ||
        Object.values(targets).some(({ services, appDeployments }) => services.length + appDeployments.length === 0)),
  );

describe('the comparison of resources', () => {
  it('is decided place by place as the plain rules say', () => {
    fc.assert(
      fc.property(anyTree, fc.constantFrom(...PERMISSIONS), (tree, permission) => {
        const [actor, paths] = [actorWith(tree), pathsOf(tree)];
        for (const path of PLACES) {
          const { granted } = decide(actor, permission as PermissionId, placeOf(path));
          expect([path, granted]).toEqual([path, covers(permission, paths, path)]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lets nobody grant resources beyond their own, and everybody those within', () => {
    const counts = { within: 0, beyond: 0 };
    /** A part of the outer assignment about half of the time: two random ones seldom lie in each other. */
    const pairs = fc.tuple(anyTree, anyTree, fc.boolean()).map(([outer, other, part]) => {
      if (!part || outer === 'ALL') return { outer, inner: other };
      return { outer, inner: Object.fromEntries(Object.entries(outer).slice(1)) };
    });
    fc.assert(
      fc.property(pairs, ({ outer, inner }) => {
        const lacks = firstMissing(actorWith(outer), { organizationId, permissions, resources: resourcesOf(inner) });
        const beyond = (permission: string) =>
          PLACES.some(
            (place) => covers(permission, pathsOf(inner), place) && !covers(permission, pathsOf(outer), place),
          );
        const stronger = beyond('schemaVersion:publish') || beyond('project:describe');
        if (stronger) expect(lacks).toBe('RESOURCES');
        // A branch that gives nothing may be refused; nothing else may.
        else if (!hasBareBranch(inner)) expect(lacks).toBeUndefined();
        counts[stronger ? 'beyond' : 'within']++;
      }),
      { numRuns: 600 },
    );
    expect(Math.min(counts.within, counts.beyond)).toBeGreaterThan(50);
  });

  it('gives nobody anything in another organization', () => {
    const actor = actorWith('ALL');
    const elsewhere = { organizationId: 'another', permissions, resources: { mode: 'ALL' } as const };
    expect(firstMissing(actor, elsewhere)).toBe(PERMISSIONS[0]);
    expect(firstMissing(actor, { ...elsewhere, permissions: new Set() })).toBe('RESOURCES');
    for (const permission of permissions)
      expect(decide(actor, permission, { organizationId: 'another' })).toEqual({ granted: false, because: 'NO_GRANT' });
  });
});
