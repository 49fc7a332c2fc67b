import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, coverage, type Resources } from '../../src/authorization/resources.js';
import { leavesBelow, leavesOf, ORGANIZATION, place, PLACES, resources } from './trees.js';

const RUNS = { numRuns: 2000 };

describe('coverage', () => {
  it('is WITHIN where every leaf is assigned, ABOVE where some is, OUTSIDE where none is', () => {
    fc.assert(
      fc.property(resources, place, (assigned, at) => {
        const covered = leavesOf(assigned);
        const below = leavesBelow(at);
        const assignedBelow = below.filter((leaf) => covered.has(leaf)).length;
        const expected = assignedBelow === below.length ? 'WITHIN' : assignedBelow > 0 ? 'ABOVE' : 'OUTSIDE';
        expect(coverage(assigned, at)).toBe(expected);
      }),
      RUNS,
    );
  });

  it('of empty lists is nothing, at any depth', () => {
    const none = { mode: 'GRANULAR', names: [] } as const;
    const targets = [{ targetId: 't1', services: none, appDeployments: none }];
    const nothing: Resources[] = [
      { mode: 'GRANULAR', projects: [] },
      { mode: 'GRANULAR', projects: [{ projectId: 'p1', targets: { mode: 'GRANULAR', targets: [] } }] },
      { mode: 'GRANULAR', projects: [{ projectId: 'p1', targets: { mode: 'GRANULAR', targets } }] },
    ];
    for (const assigned of nothing) for (const at of PLACES) expect(coverage(assigned, at)).toBe('OUTSIDE');
  });

  it('compares names exactly, also those of object members', () => {
    const services = { mode: 'GRANULAR', names: ['__proto__'] } as const;
    const none = { mode: 'GRANULAR', names: [] } as const;
    const targets = [{ targetId: 'constructor', services, appDeployments: none }];
    const assigned: Resources = {
      mode: 'GRANULAR',
      projects: [{ projectId: 'toString', targets: { mode: 'GRANULAR', targets } }],
    };
    const at = { organizationId: ORGANIZATION, projectId: 'toString', targetId: 'constructor' };
    expect(coverage(assigned, { ...at, service: '__proto__' })).toBe('WITHIN');
    expect(coverage(assigned, { ...at, service: 'hasOwnProperty' })).toBe('OUTSIDE');
    expect(coverage(assigned, { ...at, appDeployment: '__proto__' })).toBe('OUTSIDE');
    expect(coverage(assigned, { ...at, targetId: 'toString' })).toBe('OUTSIDE');
  });
});

describe('contains', () => {
  it('says yes only where every leaf of the inner is one of the outer', () => {
    fc.assert(
      fc.property(resources, resources, (outer, inner) => {
        const covered = leavesOf(outer);
        if (contains(outer, inner)) expect([...leavesOf(inner)].every((leaf) => covered.has(leaf))).toBe(true);
      }),
      RUNS,
    );
  });

  it('is true when every leaf of the inner is one of the outer, unless the inner names a place without leaves', () => {
    fc.assert(
      fc.property(resources, resources, (outer, inner) => {
        const covered = leavesOf(outer);
        const within = [...leavesOf(inner)].every((leaf) => covered.has(leaf));
        if (within && namesNoEmptyPlace(inner)) expect(contains(outer, inner)).toBe(true);
      }),
      RUNS,
    );
  });

  it('agrees with coverage on every place: what the inner covers, the outer does', () => {
    fc.assert(
      fc.property(resources, resources, place, (outer, inner, at) => {
        fc.pre(contains(outer, inner));
        if (coverage(inner, at) === 'WITHIN') expect(coverage(outer, at)).toBe('WITHIN');
        if (coverage(inner, at) === 'ABOVE') expect(coverage(outer, at)).not.toBe('OUTSIDE');
      }),
      RUNS,
    );
  });

  it('is reflexive and transitive', () => {
    fc.assert(
      fc.property(resources, resources, resources, (a, b, c) => {
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
      }),
      RUNS,
    );
  });

  it('of a list never includes ALL, which includes future projects', () => {
    fc.assert(
      fc.property(resources, (outer) => {
        expect(contains(outer, { mode: 'ALL' })).toBe(outer.mode === 'ALL');
      }),
    );
  });
});

/** Whether each project and target that is listed has a leaf: an empty one covers nothing, and still is named. */
const namesNoEmptyPlace = (inner: Resources): boolean =>
  inner.mode === 'ALL' ||
  inner.projects.every(
    ({ targets }) =>
      targets.mode === 'ALL' ||
      (targets.targets.length > 0 &&
        targets.targets.every(({ services, appDeployments }) =>
          [services, appDeployments].some((list) => list.mode === 'ALL' || list.names.length > 0),
        )),
  );
