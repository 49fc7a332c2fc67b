import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/authorization/caller.js';
import { setPlan } from '../../src/cli/bootstrap.js';
import { LIMITS_OF_ORGANIZATION } from '../../src/config/plans.js';
import { isAdmin } from '../../src/organizations/membership.js';
import type { PermissionId } from '../../src/authorization/catalogue.js';
import { ALL } from '../../src/authorization/resources.js';
import { type Role, ROLE_PERMISSIONS } from '../../src/authorization/roles.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { fillMembers } from '../support/filled.js';
import { member } from '../support/operations.js';
import { expectData, removeMember, roles, updateRole } from './operations.js';

onEveryEngine('the rules of membership', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const owner = () => `${tenant.ownerEmail}: ORG_ADMIN`;
  const members = async ({ id }: Tenant) => {
    const active = { organizationId: id, active: true };
    return (await latchkey.services.collections.memberships.page(active, { first: 100 })).items;
  };
  const adminIds = async ({ id }: Tenant) => (await latchkey.services.collections.organizations.get(id))?.adminIds;

  describe('the last Org Admin stays', () => {
    const message = 'An organization keeps at least one Org Admin. Make another member Org Admin first.';
    const error = { code: 'LAST_ORG_ADMIN', message };

    it('when removed or demoted, by themselves too', async () => {
      await member(latchkey, tenant, 'GRAPH_ADMIN');
      const before = await roles(tenant, tenant.owner);
      expectData(await removeMember(tenant, tenant.ownerEmail), { removeMember: { ok: null, error } });
      for (const role of ['MEMBER', 'GRAPH_ADMIN'] as const)
        expectData(await updateRole(tenant, tenant.ownerEmail, role), { updateMemberRole: { ok: null, error } });
      expect(await roles(tenant, tenant.owner)).toEqual(before);
    });

    it('until there is another', async () => {
      const { send, email } = await member(latchkey, tenant, 'ORG_ADMIN');
      expectData(await updateRole(tenant, tenant.ownerEmail, 'MEMBER'), { updateMemberRole: { error: null } });
      expectData(await removeMember(tenant, email, send), { removeMember: { ok: null, error } });
      expect(await roles(tenant, send)).toEqual([`${email}: ORG_ADMIN`, `${tenant.ownerEmail}: MEMBER`]);
    });

    it('when two admins remove each other at once', async () => {
      for (let round = 0; round < 5; round++) {
        const one = await latchkey.organization();
        const other = await member(latchkey, one, 'ORG_ADMIN');
        await Promise.all([removeMember(one, other.email), removeMember(one, one.ownerEmail, other.send)]);
        const [admin, ...others] = await members(one);
        expect(admin).toMatchObject({ role: 'ORG_ADMIN' });
        expect(others).toEqual([]);
        expect(await adminIds(one)).toEqual([admin?.userId]);
      }
    });

    it('when all of several admins demote themselves at once', async () => {
      const others = [await member(latchkey, tenant, 'ORG_ADMIN'), await member(latchkey, tenant, 'ORG_ADMIN')];
      await Promise.all([
        updateRole(tenant, tenant.ownerEmail, 'MEMBER'),
        ...others.map(({ email, send }) => updateRole(tenant, email, 'MEMBER', send)),
      ]);
      const stored = await members(tenant);
      expect(stored.map(({ role }) => role).sort()).toEqual(['MEMBER', 'MEMBER', 'ORG_ADMIN']);
      expect(await adminIds(tenant)).toEqual(stored.filter(isAdmin).map(({ userId }) => userId));
    });
  });

  describe('nobody gives or takes a role that holds more than they do', () => {
    /** A credential that sees the organization and holds these permissions; no operation creates one with a role's. */
    const holding = (permissions: Iterable<PermissionId>): Caller => ({
      actor: {
        ref: { type: 'SERVICE_ACCOUNT', id: uuid() },
        credentialId: uuid(),
        wholeRole: false,
        expiresAt: null,
        ipAllowlist: null,
        ownIpAllowlist: null,
        grants: [
          {
            organizationId: tenant.id,
            permissions: new Set([...permissions, 'organization:describe']),
            resources: ALL,
          },
        ],
      },
      title: async () => 'Somebody',
      request: { requestId: uuid(), ip: null, userAgent: null },
      formerSecret: false,
    });
    const organization = () => ({ byId: tenant.id });
    const beyond = { code: 'EXCEEDS_CALLER_PERMISSIONS' };

    it('a credential with member:modify and no permission of a role adds nobody, and removes nobody with a role', async () => {
      const { members } = latchkey.services;
      const caller = holding(['member:modify']);
      const { email } = await member(latchkey, tenant, 'MEMBER');
      const before = await roles(tenant, tenant.owner);
      for (const role of ['ORG_ADMIN', 'GRAPH_ADMIN', 'MEMBER'] as const) {
        const add = members.add(caller, organization(), { email: 'x@example.com', role });
        expect(await add).toMatchObject(beyond);
        expect(await members.updateRole(caller, organization(), { email, role })).toMatchObject(beyond);
      }
      for (const one of [email, tenant.ownerEmail])
        expect(await members.remove(caller, organization(), { email: one })).toMatchObject(beyond);
      expect(await roles(tenant, tenant.owner)).toEqual(before);
    });

    it("one with a role's permissions and member:modify gives and takes that role, and none above", async () => {
      const { members } = latchkey.services;
      const caller = holding([...ROLE_PERMISSIONS.GRAPH_ADMIN, ...ROLE_PERMISSIONS.MEMBER, 'member:modify']);
      const email = `ladder@${tenant.slug}.example`;
      const ok = { member: { role: expect.any(String) as Role } };
      expect(await members.add(caller, organization(), { email, role: 'MEMBER' })).toMatchObject(ok);
      expect(await members.updateRole(caller, organization(), { email, role: 'GRAPH_ADMIN' })).toMatchObject(ok);
      expect(await members.updateRole(caller, organization(), { email, role: 'ORG_ADMIN' })).toMatchObject(beyond);
      expect(await members.remove(caller, organization(), { email })).toMatchObject(ok);
      // A second Org Admin: it is not for being the last that they stay.
      const admin = await member(latchkey, tenant, 'ORG_ADMIN');
      for (const role of ['MEMBER', 'GRAPH_ADMIN'] as const)
        expect(await members.updateRole(caller, organization(), { email: admin.email, role })).toMatchObject(beyond);
      expect(await members.remove(caller, organization(), { email: admin.email })).toMatchObject(beyond);
      expect(await roles(tenant, tenant.owner)).toEqual([`${admin.email}: ORG_ADMIN`, owner()]);
    });

    it('judges the role that a member has at the write, not at the reading before it', async () => {
      const { members } = latchkey.services;
      const { email } = await member(latchkey, tenant, 'MEMBER');
      const read = organization();
      await updateRole(tenant, email, 'ORG_ADMIN');
      const caller = holding([...ROLE_PERMISSIONS.MEMBER, 'member:modify']);
      expect(await members.remove(caller, read, { email })).toMatchObject(beyond);
      expect(await roles(tenant, tenant.owner)).toEqual([`${email}: ORG_ADMIN`, owner()]);
    });
  });

  it('an organization has as many members as its plan allows, and no more', async () => {
    await setPlan(latchkey.services, tenant.id, 'STANDARD');
    await fillMembers(latchkey, tenant.id, LIMITS_OF_ORGANIZATION.members.STANDARD - 1);
    // Asked for no members: those above are no users.
    const mutate = (field: string, input: object) =>
      tenant.owner(
        `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { error { code message } } }`,
        { input: { organization: { byId: tenant.id }, ...input } },
      );
    const add = (email: string) => mutate('addMember', { email, role: 'MEMBER' });
    const remove = (email: string) => mutate('removeMember', { email });
    expectData(await add('number-500@example.com'), { addMember: { error: null } });
    const message = 'The STANDARD plan allows 500 members. Remove some first.';
    const error = { code: 'TOO_MANY_MEMBERS', message };
    expectData(await add('number-501@example.com'), { addMember: { error } });
    // A member already is told so, and one who leaves makes room.
    expectData(await add('number-500@example.com'), {
      addMember: { error: { code: 'ALREADY_A_MEMBER' } },
    });
    expectData(await remove('number-500@example.com'), { removeMember: { error: null } });
    expectData(await add('number-501@example.com'), { addMember: { error: null } });
  });
});
