import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken, introspect } from '../organization-access-tokens/fixtures/tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import { explain, pairsOf, whoAmI } from './questions.js';

const CREATE_TOKEN = 'accessToken:modify';
const PUBLISH = 'schemaVersion:publish';

onEveryEngine("A user's token does what its owner may do now", (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const setRole = async (email: string, role: string) => {
    const { data } = await tenant.owner(
      `mutation ($input: UpdateMemberRoleInput!) { updateMemberRole(input: $input) { ok { updatedMember { role } } } }`,
      { input: { organization: { byId: tenant.id }, email, role } },
    );
    expect(data.updateMemberRole.ok.updatedMember.role).toBe(role);
  };
  const removeMember = async (email: string) => {
    const { data } = await tenant.owner(
      `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { ok { removedUserId } } }`,
      { input: { organization: { byId: tenant.id }, email } },
    );
    expect(data.removeMember.ok).toBeTruthy();
  };

  /** What every answer says that a secret may do in the organization; they must agree. */
  async function answers(secret: string, permission: string): Promise<boolean> {
    const send = latchkey.as(secret);
    const { granted } = await explain(send, { permission, resource: '' });
    const held = pairsOf((await whoAmI(send)).levels).map((pair) => pair.split(' ')[0]);
    expect(held.includes(permission)).toBe(granted);
    const asked = await introspect(latchkey, tenant, secret, { permission });
    expect(asked.granted ?? false).toBe(granted);
    expect((asked.scope ?? '').split(' ').includes(permission)).toBe(granted);
    return granted;
  }

  it('the next request after a demotion, and after a promotion, is answered by the new role', async () => {
    const { email, secret } = await member(latchkey, tenant, 'ORG_ADMIN');
    const may = async () => [
      await answers(secret, CREATE_TOKEN),
      await answers(secret, PUBLISH),
      await answers(secret, 'organization:describe'),
    ];
    expect(await may()).toEqual([true, true, true]);
    await setRole(email, 'GRAPH_ADMIN');
    expect(await may()).toEqual([false, true, true]);
    await setRole(email, 'MEMBER');
    expect(await may()).toEqual([false, false, true]);
    await setRole(email, 'ORG_ADMIN');
    expect(await may()).toEqual([true, true, true]);
  });

  it('the next request after a removal does not reach the organization', async () => {
    const { email, secret, send } = await member(latchkey, tenant, 'ORG_ADMIN');
    expect(await answers(secret, CREATE_TOKEN)).toBe(true);
    await removeMember(email);
    expect(await answers(secret, CREATE_TOKEN)).toBe(false);
    expect(await introspect(latchkey, tenant, secret)).toEqual({ active: false });
    expect((await whoAmI(send, true)).levels).toEqual([]);
    expect(await explain(send, { permission: 'organization:describe', resource: '' })).toEqual({
      granted: false,
      code: 'ORGANIZATION_NOT_REACHED',
      reason: 'The credential reaches no such organization.',
      assignment: null,
    });
    const { data } = await send(`query ($id: ID!) { organization(id: $id) { id } }`, { id: tenant.id });
    expect(data.organization).toBeNull();
  });

  it('a demotion of oneself counts with the next request, too', async () => {
    const { email, send } = await member(latchkey, tenant, 'ORG_ADMIN');
    const { data } = await send(
      `mutation ($input: UpdateMemberRoleInput!) { updateMemberRole(input: $input) { ok { updatedMember { role } } } }`,
      { input: { organization: { byId: tenant.id }, email, role: 'MEMBER' } },
    );
    expect(data.updateMemberRole.ok.updatedMember.role).toBe('MEMBER');
    expect((await explain(send, { permission: 'member:modify', resource: '' })).granted).toBe(false);
  });

  it('the tokens that they made for the organization stay as they were made: they belong to the organization', async () => {
    const { email, send } = await member(latchkey, tenant, 'ORG_ADMIN');
    const token = await createToken(tenant, { permissions: [PUBLISH] }, send);
    const before = await whoAmI(latchkey.as(token.secret));
    await setRole(email, 'MEMBER');
    await removeMember(email);
    expect(await answers(token.secret, PUBLISH)).toBe(true);
    expect(await whoAmI(latchkey.as(token.secret))).toEqual(before);
    // Who is left can see whose it was, and end it.
    const { data } = await tenant.owner(
      `query ($id: ID!, $token: ID!) { organization(id: $id) { accessToken(id: $token) { createdBy { type } } } }`,
      { id: tenant.id, token: token.id },
    );
    expect(data.organization.accessToken.createdBy.type).toBe('USER');
  });
});
