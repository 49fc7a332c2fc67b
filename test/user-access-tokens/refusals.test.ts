import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken, DELETE, introspect, signsIn } from '../organization-access-tokens/fixtures/tokens.js';
import { updateRole } from '../organizations/operations.js';
import { createPersonalToken } from '../personal-access-tokens/personal-tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as t from './user-tokens.js';

const SCOPES = ['read_builds', 'write_builds'];

onEveryEngine('a user access token', (engine) => {
  let latchkey: Latchkey;
  let one: Tenant;
  let two: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    [one, two] = [await latchkey.organization(), await latchkey.organization()];
  });
  afterAll(() => latchkey.close());
  const inBoth = () =>
    t.person(latchkey, [
      [one, 'ORG_ADMIN'],
      [two, 'MEMBER'],
    ]);

  it('with REST scopes answers those of them that its owner’s role gives now, when it is introspected', async () => {
    const { send, email } = await inBoth();
    const { secret, token } = await t.createUserToken([one], send, { scopes: SCOPES });
    expect(token).toMatchObject({ graphql: false, scopes: SCOPES });
    const ask = (permission?: string) => introspect(latchkey, one, secret, permission ? { permission } : {});
    expect(await ask()).toMatchObject({ active: true, scope: 'read_builds write_builds' });
    expect(await ask('write_builds')).toMatchObject({ granted: true });
    expect(await ask('read_user')).toMatchObject({ granted: false });
    expect(await ask('project:describe')).toMatchObject({ granted: false });
    await updateRole(one, email, 'MEMBER');
    expect(await ask('write_builds')).toMatchObject({ granted: false, scope: 'read_builds' });
  });

  it('with REST scopes is refused by GraphQL, and says so', async () => {
    const { send } = await inBoth();
    const { secret } = await t.createUserToken([one], send, { scopes: ['read_user'] });
    const { errors, data } = await latchkey.as(secret)('{ me { id } whoAmI { title } }');
    expect(data).toEqual({ me: null, whoAmI: null });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(errors?.[0]?.message).toContain('no GraphQL access');
    expect((await t.requestToken([one], latchkey.as(secret))).errors).toHaveLength(1);
  });

  it('with GraphQL access holds no REST scope', async () => {
    const { secret } = await t.createUserToken([one], one.owner);
    expect(await introspect(latchkey, one, secret, { permission: 'read_builds' })).toMatchObject({ granted: false });
  });

  it('is refused with input that makes no sense, in words that say what to do', async () => {
    const { send } = await inBoth();
    const refusals: [object, string, Tenant[]?][] = [
      [{ scopes: ['read_nothing'] }, 'UNKNOWN_SCOPE'],
      [{ scopes: ['read_user'], graphql: true }, 'SCOPES_WITH_GRAPHQL'],
      [{ scopes: ['read_user', 'read_user'] }, 'DUPLICATE'],
      [{ graphql: false }, 'NOTHING_TO_REACH'],
      [{ scopes: [] }, 'NOTHING_TO_REACH'],
      [{}, 'NOTHING_TO_REACH', []],
      [{}, 'DUPLICATE', [one, one]],
      [{ organizations: Array.from({ length: 101 }, () => ({ byId: one.id })) }, 'TOO_MANY_ORGANIZATIONS'],
      [{ title: 'x' }, 'INVALID_INPUT'],
      [{ title: 'Bcc: <b>everybody</b>' }, 'INVALID_INPUT'],
      [{ expiration: { at: '2020-01-01T00:00:00Z' } }, 'INVALID_EXPIRATION'],
    ];
    for (const [fields, code, tenants = [one]] of refusals) {
      const refusal = await t.refusalOf(tenants, send, fields);
      expect(refusal, code).toMatchObject({ code, message: expect.stringMatching(/\.$/) as string });
      expect(refusal.message).not.toContain('read_nothing');
    }
    expect((await t.requestToken([one], send, { expiration: {} })).errors).toHaveLength(1);
  });

  it('is refused for an organization that the user is not in, as for one that does not exist', async () => {
    const { send } = await t.person(latchkey, [[one, 'MEMBER']]);
    const foreign = await t.refusalOf([one, two], send);
    expect(foreign).toMatchObject({ code: 'ORGANIZATION_NOT_FOUND', details: null });
    const absent = { id: '01900000-0000-7000-8000-000000000000' };
    expect(await t.refusalOf([one, absent], send)).toEqual(foreign);
    const { id } = await t.createUserToken([one], send);
    const add = (byId: string) => send(t.ADD_ORGANIZATION, { id, organization: { byId } });
    expect((await add(two.id)).data).toEqual((await add(absent.id)).data);
    expect(await t.codeOf(send, t.REMOVE_ORGANIZATION, { id, organization: { byId: two.id } })).toBe(
      'ORGANIZATION_NOT_FOUND',
    );
  });

  it('holds no scope that its owner’s role does not give, in any of its organizations', async () => {
    const { send } = await inBoth();
    expect(await t.refusalOf([one, two], send, { scopes: SCOPES })).toMatchObject({
      code: 'EXCEEDS_CALLER_PERMISSIONS',
    });
    const { id } = await t.createUserToken([one], send, { scopes: SCOPES });
    const variables = { id, organization: { byId: two.id } };
    expect(await t.codeOf(send, t.ADD_ORGANIZATION, variables)).toBe('EXCEEDS_CALLER_PERMISSIONS');
  });

  it('is no way to an organization that it does not reach', async () => {
    const { send } = await inBoth();
    const narrow = await t.createUserToken([one], send);
    const wide = await t.createUserToken([one, two], send);
    const caller = latchkey.as(narrow.secret);
    expect(await t.refusalOf([two], caller)).toMatchObject({ code: 'ORGANIZATION_NOT_FOUND' });
    expect(await t.codeOf(caller, t.ROTATE, { id: wide.id })).toBe('EXCEEDS_CALLER_PERMISSIONS');
    for (const { id } of [narrow, wide])
      expect(await t.codeOf(caller, t.ADD_ORGANIZATION, { id, organization: { byId: two.id } })).toBe(
        'ORGANIZATION_NOT_FOUND',
      );
    const { accessTokens } = (await caller(t.MINE, { first: 2 })).data.me;
    expect(accessTokens.nodes.map(({ organizations }: { organizations: object }) => organizations)).toEqual([
      [{ id: one.id }],
      [{ id: one.id }],
    ]);
    // It rotates itself, and one that reaches no further.
    expect(await t.codeOf(caller, t.ROTATE, { id: narrow.id })).toBeUndefined();
    expect(await t.codeOf(latchkey.as(wide.secret), t.ROTATE, { id: narrow.id })).toBe('CONFLICT');
    expect(await t.codeOf(latchkey.as(wide.secret), t.ROTATE, { id: wide.id })).toBeUndefined();
  });

  it('is made by its owner with all that their role gives, and by no other credential', async () => {
    const personal = await createPersonalToken(one, one.owner, { permissions: null });
    const token = await createToken(one, { permissions: ['accessToken:modify', 'organization:describe'] });
    for (const { secret } of [personal, token]) {
      const { errors } = await t.requestToken([one], latchkey.as(secret));
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHORISED' } });
    }
    expect((await t.requestToken([one], latchkey.as())).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('of somebody else is changed and ended by nobody, an Org Admin included, as if it did not exist', async () => {
    const { send } = await inBoth();
    const { id, secret } = await t.createUserToken([one], send);
    const personal = latchkey.as((await createPersonalToken(one, send, { permissions: null })).secret);
    const organization = { byId: one.id };
    for (const caller of [one.owner, personal])
      for (const mutation of [t.ROTATE, t.REVOKE, t.EXPIRE, t.RENAME, DELETE, t.ADD_ORGANIZATION])
        expect(await t.codeOf(caller, mutation, { id, title: 'Mine', organization })).toBe('NOT_FOUND');
    expect((await one.owner(t.READ, { id })).data.me.accessToken).toBeNull();
    expect(await signsIn(latchkey, secret)).toBe(true);
  });
});
