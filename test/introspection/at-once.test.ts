import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import { askerOf, createToken, end, INTROSPECT, post, REVOKE, type Token } from './asking.js';

const INACTIVE = { active: false };

// Every test asks before and after: what was remembered of the first answer would show in the second.
onEveryEngine('from the next request on, introspection sees', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let asker: Token;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    asker = await askerOf(tenant);
  });
  afterAll(() => latchkey.close());

  const ask = async (token: string, permission?: string, secret = asker.secret) =>
    (await post(latchkey, INTROSPECT, { token, permission }, { secret })).json();
  const changeMember = async (field: 'updateMemberRole' | 'removeMember', input: object) => {
    const type = field === 'removeMember' ? 'RemoveMemberInput' : 'UpdateMemberRoleInput';
    const { data } = await tenant.owner(
      `mutation ($input: ${type}!) { done: ${field}(input: $input) { ok { __typename } } }`,
      { input: { organization: { byId: tenant.id }, ...input } },
    );
    expect(data.done.ok).not.toBeNull();
  };

  it.each(['revoke', 'delete'] as const)('the end of a token by its administrators: %s', async (how) => {
    const token = await createToken(tenant, ['usage:report']);
    expect(await ask(token.secret)).toMatchObject({ active: true });
    await end(tenant, how, token);
    expect(await ask(token.secret)).toEqual(INACTIVE);
  });

  it('the end of a token by its holder', async () => {
    const token = await createToken(tenant, ['usage:report']);
    expect(await ask(token.secret)).toMatchObject({ active: true });
    await post(latchkey, REVOKE, { token: token.secret });
    expect(await ask(token.secret)).toEqual(INACTIVE);
  });

  it('the end of a subgraph key', async () => {
    const key = await createKey(tenant);
    expect(await ask(key.token)).toMatchObject({ active: true });
    const document = 'mutation ($o: ID!, $id: ID!) { organization(id: $o) { deleteKey(keyId: $id) } }';
    expect((await tenant.owner(document, { o: tenant.id, id: key.id })).errors).toBeUndefined();
    expect(await ask(key.token)).toEqual(INACTIVE);
  });

  it('the millisecond in which a token expires', async () => {
    const { secret } = await createToken(tenant, ['usage:report'], { expirationPeriod: 'ONE_WEEK' });
    const { exp } = await ask(secret);
    const { data } = await tenant.owner(
      'query ($o: ID!) { organization(id: $o) { accessTokens(first: 1) { edges { node { expiresAt } } } } }',
      { o: tenant.id },
    );
    const expiresAt = Date.parse(data.organization.accessTokens.edges[0].node.expiresAt);
    expect(Math.floor(expiresAt / 1000)).toBe(exp);
    latchkey.clock.now = new Date(expiresAt - 1);
    const before = await ask(secret);
    latchkey.clock.now = new Date(expiresAt);
    const after = await ask(secret);
    latchkey.clock.now = undefined;
    expect([before.active, after]).toEqual([true, INACTIVE]);
  });

  it('the end of an old secret, when its overlap is over', async () => {
    const { id, secret } = await createToken(tenant, ['usage:report']);
    const { data } = await tenant.owner(
      `mutation ($input: RotateAccessTokenInput!) {
        rotateAccessToken(input: $input) { ok { privateAccessKey } error { message } }
      }`,
      { input: { accessToken: { byId: id }, overlapDays: 1 } },
    );
    const next = data.rotateAccessToken.ok.privateAccessKey as string;
    expect([await ask(secret), await ask(next)]).toMatchObject([{ client_id: id }, { client_id: id }]);
    latchkey.clock.now = new Date(Date.now() + 24 * 60 * 60 * 1000 + 1000);
    const answers = [await ask(secret), await ask(next)];
    latchkey.clock.now = undefined;
    expect(answers).toMatchObject([INACTIVE, { client_id: id }]);
  });

  it("a demoted owner's token do less, and a removed one's nothing", async () => {
    const { email, secret } = await member(latchkey, tenant, 'ORG_ADMIN');
    const before = await ask(secret, 'member:modify');
    expect(before).toMatchObject({ active: true, granted: true });
    await changeMember('updateMemberRole', { email, role: 'MEMBER' });
    const after = await ask(secret, 'member:modify');
    expect(after).toMatchObject({ active: true, granted: false });
    expect(after.scope).not.toContain('member:modify');
    await changeMember('removeMember', { email });
    expect(await ask(secret, 'member:modify')).toEqual(INACTIVE);
  });

  it('that the caller may not ask any longer: demoted, revoked, deleted', async () => {
    const { secret: token } = await createToken(tenant, ['usage:report']);
    const status = async (secret: string) => (await post(latchkey, INTROSPECT, { token }, { secret })).statusCode;
    const admin = await member(latchkey, tenant, 'ORG_ADMIN');
    const [revoked, deleted] = [await askerOf(tenant), await askerOf(tenant)];
    for (const { secret } of [admin, revoked, deleted]) expect(await status(secret)).toBe(200);
    await changeMember('updateMemberRole', { email: admin.email, role: 'GRAPH_ADMIN' });
    await end(tenant, 'revoke', revoked);
    await end(tenant, 'delete', deleted);
    expect([await status(admin.secret), await status(revoked.secret), await status(deleted.secret)]).toEqual([
      403, 401, 401,
    ]);
  });
});
