import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import {
  ADD_MEMBER,
  addMember,
  at,
  expectData,
  expectRefused,
  missing,
  operatorKey,
  REMOVE_MEMBER,
  removeMember,
  roles,
  UPDATE_MEMBER_ROLE,
  updateRole,
} from './operations.js';

onEveryEngine('the members of an organization', (engine) => {
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

  it.each(['ORG_ADMIN', 'GRAPH_ADMIN', 'MEMBER'] as const)('are added as %s by e-mail address', async (role) => {
    const email = `someone-${role.toLowerCase().replace('_', '-')}@example.com`;
    expectData(await addMember(tenant, email, role), {
      addMember: {
        ok: {
          addedMember: { role, user: { name: email, email } },
          updatedOrganization: {
            id: tenant.id,
            members: {
              nodes: [
                { role, user: { email } },
                { role: 'ORG_ADMIN', user: { email: tenant.ownerEmail } },
              ],
            },
          },
        },
        error: null,
      },
    });
    expect(await roles(tenant, tenant.owner)).toEqual([`${email}: ${role}`, owner()]);
  });

  it('are the same user in every organization', async () => {
    const other = await latchkey.organization();
    const path = 'addMember.ok.addedMember.user.id';
    const email = `shared@${tenant.slug}.example`;
    const [here, there] = [await addMember(tenant, email), await addMember(other, email, 'ORG_ADMIN')];
    expect(at(here, path)).toBe(at(there, path));
    expect(await roles(tenant, tenant.owner)).toContain(`${email}: MEMBER`);
    expect(await roles(other, other.owner)).toContain(`${email}: ORG_ADMIN`);
  });

  it('are the same user when two organizations add a new one at once', async () => {
    const other = await latchkey.organization();
    const email = `racing@${tenant.slug}.example`;
    const answers = await Promise.all([addMember(tenant, email), addMember(other, email)]);
    const [here, there] = answers.map((answer) => at(answer, 'addMember.ok.addedMember.user.id'));
    expect(here).toBe(there);
  });

  it('get another role, and the same one again', async () => {
    const { email } = await member(latchkey, tenant, 'MEMBER');
    for (const role of ['GRAPH_ADMIN', 'GRAPH_ADMIN', 'ORG_ADMIN', 'MEMBER'] as const) {
      const updatedMember = { role, user: { email } };
      expectData(await updateRole(tenant, email, role), { updateMemberRole: { ok: { updatedMember }, error: null } });
      expect(await roles(tenant, tenant.owner)).toEqual([`${email}: ${role}`, owner()]);
    }
  });

  it('are named by the id of their user, too', async () => {
    const { email } = await member(latchkey, tenant, 'MEMBER');
    const listed = await tenant.owner(
      'query ($id: ID!) { organization(id: $id) { members { nodes { user { id } } } } }',
      {
        id: tenant.id,
      },
    );
    const named = { organization: { byId: tenant.id }, userId: at(listed, 'organization.members.nodes.0.user.id') };
    const updated = await tenant.owner(UPDATE_MEMBER_ROLE, { input: { ...named, role: 'GRAPH_ADMIN' } });
    expectData(updated, { updateMemberRole: { ok: { updatedMember: { role: 'GRAPH_ADMIN', user: { email } } } } });
    const removed = await tenant.owner(REMOVE_MEMBER, { input: named });
    expectData(removed, { removeMember: { ok: { removedUserId: named.userId }, error: null } });
    expect(await roles(tenant, tenant.owner)).toEqual([owner()]);
  });

  it('are removed, and can be added again', async () => {
    const { email } = await member(latchkey, tenant, 'GRAPH_ADMIN');
    const removed = await removeMember(tenant, email);
    const nodes = [{ role: 'ORG_ADMIN', user: { email: tenant.ownerEmail } }];
    expect(at(removed, 'removeMember.ok.removedUserId')).toEqual(expect.any(String));
    expectData(removed, { removeMember: { ok: { updatedOrganization: { members: { nodes } } }, error: null } });
    expect(await roles(tenant, tenant.owner)).toEqual([owner()]);
    expectData(await addMember(tenant, email), { addMember: { error: null } });
    expect(await roles(tenant, tenant.owner)).toEqual([`${email}: MEMBER`, owner()]);
  });

  it('can leave by removing themselves, if they may remove anybody', async () => {
    const { email, send } = await member(latchkey, tenant, 'ORG_ADMIN');
    expectData(await removeMember(tenant, email, send), { removeMember: { error: null } });
    expect(await roles(tenant, tenant.owner)).toEqual([owner()]);
  });

  it('are known by their address whatever its case and the blanks around it', async () => {
    const email = `ada.lovelace@${tenant.slug}.example`;
    const spelt = `  Ada.LOVELACE@${tenant.slug.toUpperCase()}.Example\t`;
    expectData(await addMember(tenant, spelt), { addMember: { ok: { addedMember: { user: { email } } } } });
    expectData(await addMember(tenant, email), { addMember: { error: { code: 'ALREADY_A_MEMBER' } } });
    expectData(await updateRole(tenant, email.toUpperCase(), 'GRAPH_ADMIN'), { updateMemberRole: { error: null } });
    expect(await roles(tenant, tenant.owner)).toEqual([`${email}: GRAPH_ADMIN`, owner()]);
    expectData(await removeMember(tenant, ` ${email} `), { removeMember: { error: null } });
    expect(await roles(tenant, tenant.owner)).toEqual([owner()]);
  });

  describe('are refused', () => {
    const TOO_LONG = `${'a'.repeat(250)}@b.io`;
    it('with what is no e-mail address', async () => {
      const message = 'This is not an e-mail address. Give one like name@example.com.';
      const error = { code: 'INVALID_EMAIL', message };
      const refused = [
        '',
        ' ',
        'nobody',
        '@example.com',
        'a@',
        'a@b@c.io',
        'a b@c.io',
        'a@b.io\nbcc: c@d.io',
        'a\0@b.io',
      ];
      for (const email of [...refused, TOO_LONG]) {
        expectData(await addMember(tenant, email), { addMember: { ok: null, error } });
        expectData(await updateRole(tenant, email, 'MEMBER'), { updateMemberRole: { ok: null, error } });
        expectData(await removeMember(tenant, email), { removeMember: { ok: null, error } });
      }
      expect(await roles(tenant, tenant.owner)).toEqual([owner()]);
    });

    it('when they are members already', async () => {
      const { email } = await member(latchkey, tenant, 'MEMBER');
      const message = 'This user is a member already. Change the role with updateMemberRole.';
      const error = { code: 'ALREADY_A_MEMBER', message };
      expectData(await addMember(tenant, email, 'ORG_ADMIN'), { addMember: { ok: null, error } });
      expect(await roles(tenant, tenant.owner)).toEqual([`${email}: MEMBER`, owner()]);
    });

    it('when they are added twice at once: one is a member already', async () => {
      const email = `twice@${tenant.slug}.example`;
      const answers = await Promise.all([addMember(tenant, email), addMember(tenant, email)]);
      const codes = answers.map(
        ({ data }) => (data as { addMember: { error: { code: string } | null } }).addMember.error?.code,
      );
      expect(codes).toHaveLength(2);
      expect(new Set(codes)).toEqual(new Set(['ALREADY_A_MEMBER', undefined]));
      expect(await roles(tenant, tenant.owner)).toEqual([`${email}: MEMBER`, owner()]);
    });

    it('a change and a removal when they are no members, be they users or not', async () => {
      const stranger = await latchkey.organization();
      const message = 'No member has this e-mail address or id. Add the user with addMember.';
      const error = { code: 'NOT_A_MEMBER', message };
      for (const email of [stranger.ownerEmail, 'nobody-at-all@example.com']) {
        expectData(await updateRole(tenant, email, 'MEMBER'), { updateMemberRole: { ok: null, error } });
        expectData(await removeMember(tenant, email), { removeMember: { ok: null, error } });
      }
      const { data } = await stranger.owner('{ me { id } }');
      for (const userId of [data.me.id as string, randomUUID(), tenant.projectId, '__proto__', '']) {
        const named = { organization: { byId: tenant.id }, userId };
        const updated = await tenant.owner(UPDATE_MEMBER_ROLE, { input: { ...named, role: 'MEMBER' } });
        expectData(updated, { updateMemberRole: { ok: null, error } });
        expectData(await tenant.owner(REMOVE_MEMBER, { input: named }), { removeMember: { ok: null, error } });
      }
    });

    it('when named by both an address and an id, or by none', async () => {
      const { email } = await member(latchkey, tenant, 'MEMBER');
      for (const named of [{}, { email: null, userId: null }, { email, userId: randomUUID() }]) {
        const input = { organization: { byId: tenant.id }, ...named };
        const message = 'Give exactly one of "email" and "userId".';
        const updated = await tenant.owner(UPDATE_MEMBER_ROLE, { input: { ...input, role: 'GRAPH_ADMIN' } });
        expectRefused(updated, 'BAD_USER_INPUT', message);
        expectRefused(await tenant.owner(REMOVE_MEMBER, { input }), 'BAD_USER_INPUT', message);
      }
      expect(await roles(tenant, tenant.owner)).toEqual([`${email}: MEMBER`, owner()]);
    });

    it('with a role that there is not', async () => {
      const input = { organization: { byId: tenant.id }, email: 'a@example.com', role: 'OWNER' };
      expectRefused(await tenant.owner(ADD_MEMBER, { input }), 'BAD_USER_INPUT');
    });

    it('by whoever lacks member:modify', async () => {
      const { email } = await member(latchkey, tenant, 'MEMBER');
      const senders = [
        (await member(latchkey, tenant, 'GRAPH_ADMIN')).send,
        (await member(latchkey, tenant, 'MEMBER')).send,
        latchkey.as((await createKey(tenant)).token),
      ];
      const before = await roles(tenant, tenant.owner);
      for (const send of senders) {
        const answers = [
          await addMember(tenant, 'new@example.com', 'MEMBER', send),
          await updateRole(tenant, email, 'GRAPH_ADMIN', send),
          await removeMember(tenant, email, send),
        ];
        for (const answer of answers) expectRefused(answer, 'UNAUTHORISED', missing('member:modify'));
      }
      expect(await roles(tenant, tenant.owner)).toEqual(before);
    });

    it('in an organization that does not exist', async () => {
      const message = 'The organization does not exist.';
      const error = { code: 'ORGANIZATION_NOT_FOUND', message };
      const organization = { bySelector: { organizationSlug: 'nowhere' } };
      const input = { organization, email: 'a@example.com', role: 'MEMBER' };
      const removal = { organization, email: 'a@example.com' };
      for (const send of [tenant.owner, latchkey.as(await operatorKey(tenant))]) {
        expectData(await send(ADD_MEMBER, { input }), { addMember: { ok: null, error } });
        expectData(await send(UPDATE_MEMBER_ROLE, { input }), { updateMemberRole: { ok: null, error } });
        expectData(await send(REMOVE_MEMBER, { input: removal }), { removeMember: { ok: null, error } });
      }
    });
  });
});
