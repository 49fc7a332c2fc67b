import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unauthorised } from '../../src/errors.js';
import { CATALOGUE, type PermissionId } from '../../src/authorization/catalogue.js';
import { type Actor, type Grant, canGrant, isGranted, requirePermission } from '../../src/authorization/grants.js';
import { ALL } from '../../src/authorization/resources.js';
import { leavesBelow, leavesOf, ORGANIZATION, pathOf, place, PLACES, resources } from './trees.js';

const RUNS = { numRuns: 2000 };
const LEAD_UP = ['organization:describe', 'project:describe'];
const ids = CATALOGUE.map(({ id }) => id);
const permission = fc.constantFrom(...ids);
const permissions = fc.subarray(ids).map((chosen): ReadonlySet<PermissionId> => new Set(chosen));
const grant: fc.Arbitrary<Grant> = fc.record({
  organizationId: fc.constant(ORGANIZATION),
  permissions,
  resources,
});
const actorWith = (...grants: Grant[]): Actor => ({
  ref: { type: 'USER', id: 'u' },
  credentialId: 'c',
  wholeRole: false,
  expiresAt: null,
  ipAllowlist: null,
  ownIpAllowlist: null,
  grants,
});

describe('isGranted', () => {
  it('covers what is assigned and everything below it, ancestors for permissions that apply to them, and never a sibling', () => {
    fc.assert(
      fc.property(grant, permission, place, (one, id, at) => {
        const covered = leavesOf(one.resources);
        const below = leavesBelow(at);
        const reached = LEAD_UP.includes(id) ? below.some((leaf) => covered.has(leaf)) : undefined;
        const expected = one.permissions.has(id) && (reached ?? below.every((leaf) => covered.has(leaf)));
        expect(isGranted(actorWith(one), id, at)).toBe(expected);
      }),
      RUNS,
    );
  });

  it('grants below a place whatever it grants at it', () => {
    fc.assert(
      fc.property(grant, permission, place, (one, id, at) => {
        if (LEAD_UP.includes(id) || !isGranted(actorWith(one), id, at)) return;
        for (const below of PLACES)
          if (pathOf(below).startsWith(pathOf(at))) expect(isGranted(actorWith(one), id, below)).toBe(true);
      }),
      RUNS,
    );
  });

  it('grants nothing in another organization, whatever is held in one', () => {
    fc.assert(
      fc.property(permission, place, (id, at) => {
        const everything = { organizationId: 'another', permissions: new Set(ids), resources: ALL };
        expect(isGranted(actorWith(everything), id, at)).toBe(false);
        expect(isGranted(actorWith(), id, at)).toBe(false);
      }),
    );
  });

  it('keeps the grants of several organizations apart', () => {
    fc.assert(
      fc.property(grant, permission, place, (one, id, at) => {
        const elsewhere = { organizationId: 'another', permissions: new Set(ids), resources: ALL };
        expect(isGranted(actorWith(elsewhere, one), id, at)).toBe(isGranted(actorWith(one), id, at));
      }),
      RUNS,
    );
  });
});

it("requirePermission throws exactly when isGranted says no, in GraphQL Hive's words", () => {
  fc.assert(
    fc.property(grant, permission, place, (one, id, at) => {
      const actor = actorWith(one);
      const check = () => requirePermission(actor, id, at);
      if (isGranted(actor, id, at)) expect(check).not.toThrow();
      else expect(check).toThrow(Unauthorised);
      if (!isGranted(actor, id, at))
        expect(check).toThrow(`No access (reason: "Missing permission for performing '${id}' on resource")`);
    }),
  );
});

describe('holds', () => {
  it('says yes only where the wanted grants nothing that is not granted already', () => {
    fc.assert(
      fc.property(grant, grant, (held, wanted) => {
        if (!canGrant(actorWith(held), wanted)) return;
        for (const id of wanted.permissions)
          for (const at of PLACES)
            if (isGranted(actorWith(wanted), id, at)) expect(isGranted(actorWith(held), id, at)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says yes to less: some of the permissions, on the same or fewer resources', () => {
    fc.assert(
      fc.property(grant, permissions, resources, (held, fewer, narrower) => {
        const some = new Set([...held.permissions].filter((id) => fewer.has(id)));
        expect(canGrant(actorWith(held), { ...held, permissions: some })).toBe(true);
        expect(
          canGrant(actorWith({ ...held, resources: ALL }), { ...held, permissions: some, resources: narrower }),
        ).toBe(true);
      }),
      RUNS,
    );
  });

  it('says no to one permission more', () => {
    fc.assert(
      fc.property(grant, permission, (held, id) => {
        fc.pre(!held.permissions.has(id));
        expect(canGrant(actorWith(held), { ...held, permissions: new Set([...held.permissions, id]) })).toBe(false);
      }),
    );
  });

  it('says no in another organization, even to nothing', () => {
    fc.assert(
      fc.property(grant, (held) => {
        expect(canGrant(actorWith(held), { ...held, organizationId: 'another' })).toBe(false);
        expect(canGrant(actorWith(held), { ...held, organizationId: 'another', permissions: new Set() })).toBe(false);
      }),
    );
  });
});
