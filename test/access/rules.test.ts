import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import { type Actor, decide, firstMissing } from '../../src/authorization/grants.js';
import { placesAt, placesGranted, ancestorsOf } from '../../src/authorization/places.js';
import type { Resource } from '../../src/authorization/resources.js';
import {
  assignmentFor,
  coveredBy,
  pathsOver,
  permissionSets,
  placeAt,
  placesOf,
  resourcesOver,
  shownPlaces,
  type Token,
  type Tree,
  verdict,
} from './model.js';

const ORGANIZATION = 'the-organization';

const trees: fc.Arbitrary<Tree> = fc
  .array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 })
  .map((counts) => new Map(counts.map((count, p) => [`p${p}`, Array.from({ length: count }, (_, t) => `t${p}${t}`)])));

const tokens = (tree: Tree): fc.Arbitrary<Token> =>
  fc.record({ permissions: permissionSets, resources: resourcesOver(tree) });

const cases = trees.chain((tree) =>
  fc.record({
    tree: fc.constant(tree),
    token: tokens(tree),
    id: fc.constantFrom(...CATALOGUE.map((permission) => permission.id)),
    path: fc.constantFrom(...pathsOver(tree)),
  }),
);

const actorWith = (token: Token, organizationId = ORGANIZATION): Actor => ({
  ref: { type: 'SERVICE_ACCOUNT', id: 'somebody' },
  credentialId: 'somebody',
  wholeRole: false,
  expiresAt: null,
  ipAllowlist: null,
  ownIpAllowlist: null,
  grants: [{ organizationId, ...token }],
});

/** A place as a path of ids below the organization. */
const pathOf = (place: Resource): string =>
  Object.entries(place)
    .slice(1)
    .flatMap(([key, value]) => (key.endsWith('Id') ? [value] : [key, value]))
    .join('/');

it('decides as the rules say, for any tree, token, permission and place', () => {
  fc.assert(
    fc.property(cases, ({ tree, token, id, path }) => {
      const expected = verdict(tree, token, id, path);
      expect(decide(actorWith(token), id, placeAt(ORGANIZATION, path)).because).toBe(expected);
    }),
    { numRuns: 3000 },
  );
});

it('grants nothing in another organization, whatever the ids', () => {
  fc.assert(
    fc.property(cases, ({ token, id, path }) => {
      const elsewhere = decide(actorWith(token, 'another'), id, placeAt(ORGANIZATION, path));
      expect(elsewhere).toEqual({ granted: false, because: 'NO_GRANT' });
    }),
    { numRuns: 300 },
  );
});

it('shows a permission exactly where it is granted', () => {
  fc.assert(
    fc.property(cases, ({ tree, token, id }) => {
      const shown = placesGranted(actorWith(token), id, ORGANIZATION).map(pathOf);
      expect(shown.sort()).toEqual(shownPlaces(tree, token, id).sort());
    }),
    { numRuns: 1000 },
  );
});

it('lists each place once, and only places that are assigned or are ancestors or descendants of an assigned one', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom('PROJECT', 'TARGET', 'SERVICE', 'APP_DEPLOYMENT'), ({ tree, token }, level) => {
      const listed = placesAt(token.resources, ORGANIZATION, level).map(pathOf);
      expect(new Set(listed).size).toBe(listed.length);
      expect(placesOf(tree, level)).toEqual(expect.arrayContaining(listed));
    }),
    { numRuns: 500 },
  );
});

it('finds the assignment that covers a place', () => {
  fc.assert(
    fc.property(cases, ({ tree, token, id, path }) => {
      const actor = actorWith({ ...token, permissions: new Set([id]) });
      const widest = ancestorsOf(placeAt(ORGANIZATION, path)).find(
        (one) => decide(actor, id, one).because === 'WITHIN',
      );
      expect(widest ? pathOf(widest) : null).toBe(assignmentFor(tree, token, path));
    }),
    { numRuns: 1000 },
  );
});

it('lets nobody grant a permission that they lack', () => {
  fc.assert(
    fc.property(permissionSets, permissionSets, (held, wanted) => {
      const everywhere = { mode: 'ALL' } as const;
      const actor = actorWith({ permissions: held, resources: everywhere });
      const lacks = firstMissing(actor, { organizationId: ORGANIZATION, permissions: wanted, resources: everywhere });
      expect(lacks).toBe([...wanted].find((id) => !held.has(id)));
    }),
    { numRuns: 500 },
  );
});

it('lets an actor grant exactly the leaves that they hold', () => {
  const permissions = new Set(['schemaVersion:publish'] as const);
  const pairs = trees.chain((tree) => fc.tuple(fc.constant(tree), resourcesOver(tree), resourcesOver(tree)));
  fc.assert(
    fc.property(pairs, ([tree, held, wanted]) => {
      const lacks = firstMissing(actorWith({ permissions, resources: held }), {
        organizationId: ORGANIZATION,
        permissions,
        resources: wanted,
      });
      const covered = coveredBy(tree, held);
      const within = [...coveredBy(tree, wanted)].every((leaf) => covered.has(leaf));
      if (lacks === undefined) expect(within).toBe(true);
      // A project or target of which nothing is wanted must be one of the holder's all the same.
      else if (!JSON.stringify(wanted).includes('[]')) expect(within).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

it('lets every actor grant all that they hold, and any part of it', () => {
  fc.assert(
    fc.property(cases, ({ token }) => {
      expect(firstMissing(actorWith(token), { organizationId: ORGANIZATION, ...token })).toBeUndefined();
      const none = { permissions: new Set<never>(), resources: { mode: 'GRANULAR', projects: [] } } as const;
      expect(firstMissing(actorWith(token), { organizationId: ORGANIZATION, ...none })).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
