/** What an IP allowlist of a credential keeps out, at every way to present a secret. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken, ROTATE, refusalOf, SET_IP_ALLOWLIST } from '../organization-access-tokens/fixtures/tokens.js';
import { createPersonalToken } from '../personal-access-tokens/personal-tokens.js';
import { createProjectToken } from '../project-access-tokens/project-tokens.js';
import { createRegistryToken } from '../registry-tokens/registry.js';
import { BATCH, INTROSPECT, post, REVOKE } from '../introspection/asking.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, subgraphKey } from '../support/operations.js';
import { createUserToken, requestToken as requestUserToken } from '../user-access-tokens/user-tokens.js';

const LIST = ['192.0.2.0/24', '2001:db8::/32'];
const [INSIDE, OUTSIDE] = ['192.0.2.7', '198.51.100.1'];
const SIGNED_IN = '{ whoAmI { title } }';

onEveryEngine('a credential with an IP allowlist', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let asker: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    asker = (await createToken(tenant, { permissions: ['credential:introspect'] })).secret;
  });
  afterAll(() => latchkey.close());

  /** A new credential of each kind. */
  const KINDS: Readonly<Record<string, (fields: object) => Promise<{ id: string; secret: string }>>> = {
    'an organization access token': (fields) => createToken(tenant, fields),
    'a project access token': (fields) => createProjectToken(tenant, fields),
    'a personal access token': (fields) => createPersonalToken(tenant, tenant.owner, fields),
    'a registry token': (fields) => createRegistryToken(tenant, fields),
    'a user access token': (fields) => createUserToken([tenant], tenant.owner, fields),
    async 'a subgraph key'(fields) {
      const { data, errors } = await tenant.owner(CREATE_KEY, { ...subgraphKey(tenant), ...fields });
      if (!data.organization) throw new Error(JSON.stringify(errors));
      return { id: data.organization.createKey.id, secret: data.organization.createKey.token };
    },
  };
  const ask = async (secret: string, from: string, headers?: Record<string, string>, query = SIGNED_IN) =>
    (await post(latchkey, '/graphql', { query }, { secret, from, ...(headers && { headers }) })).json<{
      data: { whoAmI: object | null };
      errors?: { message: string; extensions: { code: string } }[];
    }>();
  const signsIn = async (secret: string, from: string) => (await ask(secret, from)).data.whoAmI !== null;
  const introspect = async (token: string, question: object = {}, secret = asker) =>
    (await post(latchkey, INTROSPECT, { token, ...question }, { secret })).json<object>();

  it.each(Object.keys(KINDS))('%s is refused by GraphQL from every other address, and says why', async (kind) => {
    const { secret } = (await KINDS[kind]?.({ ipAllowlist: LIST })) ?? { secret: '' };
    for (const from of [INSIDE, `::ffff:${INSIDE}`, '2001:db8::7'])
      expect(await signsIn(secret, from), from).toBe(true);
    for (const from of [OUTSIDE, `::ffff:${OUTSIDE}`, '2001:db9::7'])
      expect(await signsIn(secret, from), from).toBe(false);
    const { errors } = await ask(secret, OUTSIDE, { 'x-forwarded-for': INSIDE });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(errors?.[0]?.message).toMatch(/^The IP allowlist of this credential does not have your address\./);
    // The reason is for the right secret alone.
    const wrong = secret.slice(0, -8) + (await createToken(tenant)).secret.slice(-8);
    expect(JSON.stringify(await ask(wrong, OUTSIDE))).not.toContain('allowlist');
    expect(await introspect(secret, { client_ip: INSIDE })).toMatchObject({ active: true });
    expect(await introspect(secret)).toEqual({ active: false, reason: 'client_ip_missing' });
  });

  describe('is introspected for the address that the asking service passes', () => {
    it('as `client_ip`, and is inactive without one', async () => {
      const { secret } = await createToken(tenant, { ipAllowlist: LIST });
      const asked = { permission: 'schemaVersion:publish', resource: 'my-project/production/service/x' };
      for (const client_ip of [INSIDE, `::ffff:${INSIDE}`, '2001:DB8::1'])
        expect(await introspect(secret, { ...asked, client_ip })).toMatchObject({ active: true, granted: true });
      for (const client_ip of [OUTSIDE, 'fe80::1%eth0', 'fe80::1%eth0.100'])
        expect(await introspect(secret, { ...asked, client_ip })).toEqual({
          active: false,
          reason: 'client_ip_not_allowed',
        });
      expect(await introspect(secret, asked)).toEqual({ active: false, reason: 'client_ip_missing' });
      for (const client_ip of ['', 'somewhere', `${INSIDE}, ${OUTSIDE}`, [INSIDE]])
        expect(await introspect(secret, { client_ip })).toMatchObject({ error: 'invalid_request' });
      const tokens = [{ token: secret }, { token: secret, client_ip: INSIDE }];
      const { results } = (await post(latchkey, BATCH, { tokens }, { secret: asker })).json<{ results: object[] }>();
      expect(results).toMatchObject([{ active: false }, { active: true }]);
    });

    it('and tells an asker of another organization no reason', async () => {
      const { secret } = await createToken(tenant, { ipAllowlist: LIST });
      const other = await latchkey.organization();
      expect(await introspect(secret, {}, other.ownerSecret)).toEqual({ active: false });
      expect(await introspect(secret, { client_ip: OUTSIDE }, other.ownerSecret)).toEqual({ active: false });
    });

    it('but about itself for its own, and it asks from there alone', async () => {
      const { secret } = await createToken(tenant, { permissions: ['credential:introspect'], ipAllowlist: LIST });
      const about = async (token: string, from: string) =>
        post(latchkey, INTROSPECT, { token }, { secret, from }).then((one) => [one.statusCode, one.json<object>()]);
      expect(await about(secret, INSIDE)).toMatchObject([200, { active: true }]);
      expect(await about(asker, INSIDE)).toMatchObject([200, { active: true }]);
      for (const token of [secret, asker])
        expect(await about(token, OUTSIDE)).toMatchObject([
          401,
          { error: 'invalid_token', error_description: expect.stringContaining('IP allowlist') as string },
        ]);
    });
  });

  it('follows a change of its list with the next request, and is revoked from anywhere by its secret', async () => {
    const { secret, id } = await createToken(tenant);
    const set = async (ipAllowlist: string[] | null) =>
      (await tenant.owner(SET_IP_ALLOWLIST, { id, ipAllowlist })).data.setAccessTokenIpAllowlist;
    expect((await set(['192.0.2.7'])).ok.updatedAccessToken.ipAllowlist).toEqual(['192.0.2.7/32']);
    expect([await signsIn(secret, INSIDE), await signsIn(secret, OUTSIDE)]).toEqual([true, false]);
    await set([OUTSIDE]);
    expect([await signsIn(secret, INSIDE), await signsIn(secret, OUTSIDE)]).toEqual([false, true]);
    await set(null);
    expect(await signsIn(secret, INSIDE)).toBe(true);
    expect(await set([])).toMatchObject({ error: { code: 'INVALID_IP_ALLOWLIST' } });
    const absent = `mutation ($id: ID!) {
      setAccessTokenIpAllowlist(input: { accessToken: { byId: $id } }) { ok { __typename } }
    }`;
    expect((await tenant.owner(absent, { id })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    await set(LIST);
    await post(latchkey, REVOKE, { token: secret }, { from: OUTSIDE });
    expect(await signsIn(secret, INSIDE)).toBe(false);
    expect(await set(null)).toMatchObject({ error: { code: 'REVOKED' } });
  });

  it('gives no address that it does not have, unless a user’s role backs it', async () => {
    const permissions = ['accessToken:modify', 'key:create', 'key:modify', 'usage:report'];
    const { secret, id } = await createToken(tenant, { permissions, ipAllowlist: LIST });
    const send: Tenant['owner'] = async (query, variables) =>
      (await post(latchkey, '/graphql', { query, variables }, { secret, from: INSIDE })).json();
    const fields = { permissions: ['usage:report'] };
    // Without a list of its own, what it creates has the same.
    expect((await createToken(tenant, fields, send)).id).toBeDefined();
    const inherited = await createToken(tenant, fields, send);
    expect([await signsIn(inherited.secret, INSIDE), await signsIn(inherited.secret, OUTSIDE)]).toEqual([true, false]);
    expect(await refusalOf(tenant, { ...fields, ipAllowlist: ['0.0.0.0/0'] }, send)).toMatchObject({
      code: 'EXCEEDS_CALLER_ADDRESSES',
    });
    await createToken(tenant, { ...fields, ipAllowlist: [INSIDE] }, send);
    const free = await createToken(tenant, fields);
    const rotated = (await send(ROTATE, { id: free.id, overlapDays: 1 })).data.rotateAccessToken;
    expect(rotated.error.code).toBe('EXCEEDS_CALLER_ADDRESSES');
    const widen = { id, ipAllowlist: null };
    expect((await send(SET_IP_ALLOWLIST, widen)).data.setAccessTokenIpAllowlist.error.code).toBe(
      'EXCEEDS_CALLER_ADDRESSES',
    );
    expect(
      (await send(SET_IP_ALLOWLIST, { id, ipAllowlist: [INSIDE] })).data.setAccessTokenIpAllowlist.ok,
    ).not.toBeNull();
    const user = await createUserToken([tenant], tenant.owner, { ipAllowlist: LIST });
    const byUser: Tenant['owner'] = async (query, variables) =>
      (await post(latchkey, '/graphql', { query, variables }, { secret: user.secret, from: INSIDE })).json();
    const byDefault = await createToken(tenant, fields, byUser);
    expect([await signsIn(byDefault.secret, INSIDE), await signsIn(byDefault.secret, OUTSIDE)]).toEqual([true, false]);
    const anywhere = await createToken(tenant, { ...fields, ipAllowlist: ['0.0.0.0/0', '::/0'] }, byUser);
    expect(await signsIn(anywhere.secret, OUTSIDE)).toBe(true);
  });

  it('is refused with a list that makes no sense', async () => {
    for (const ipAllowlist of [[], ['10.1.2.3/8'], ['nowhere']]) {
      expect(await refusalOf(tenant, { ipAllowlist })).toMatchObject({ code: 'INVALID_IP_ALLOWLIST' });
      const { data } = await requestUserToken([tenant], tenant.owner, { ipAllowlist });
      expect(data.createUserAccessToken.error.code).toBe('INVALID_IP_ALLOWLIST');
      for (const kind of Object.keys(KINDS)) await expect(KINDS[kind]?.({ ipAllowlist }), kind).rejects.toThrow();
    }
  });
});

onEveryEngine('behind a trusted proxy', (engine) => {
  it('an IP allowlist judges the address that the proxy saw, and no further one', async () => {
    const latchkey = await startLatchkey(engine, { trustProxy: (_, index) => index === 0 });
    const tenant = await latchkey.organization();
    const { secret } = await createToken(tenant, { ipAllowlist: LIST });
    const signsIn = async (forwarded: string) => {
      const headers = { 'x-forwarded-for': forwarded };
      const answer = await post(latchkey, '/graphql', { query: SIGNED_IN }, { secret, from: '10.0.0.1', headers });
      return answer.json<{ data: { whoAmI: object | null } }>().data.whoAmI !== null;
    };
    expect(await signsIn(INSIDE)).toBe(true);
    expect(await signsIn(`${INSIDE}, ${OUTSIDE}`)).toBe(false);
    expect(await signsIn(`${OUTSIDE}, ${INSIDE}`)).toBe(true);
    expect(await signsIn('unknown')).toBe(false);
    await latchkey.close();
  });
});
