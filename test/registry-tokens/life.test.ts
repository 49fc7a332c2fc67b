import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  DELETE as DELETE_ONE,
  introspect,
  may,
  REVOKE,
  signsIn,
} from '../organization-access-tokens/fixtures/tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as r from './registry.js';

const ROTATE = `mutation ($id: ID!, $overlapDays: Int! = 0) {
  rotateAccessToken(input: { accessToken: { byId: $id }, overlapDays: $overlapDays }) {
    ok { privateAccessKey rotatedAccessToken { __typename id } } error { code }
  }
}`;
const EXPIRE = `mutation ($id: ID!, $at: DateTime!) {
  setAccessTokenExpiration(input: { accessToken: { byId: $id }, expiration: { at: $at } }) {
    ok { updatedAccessToken { __typename expiresAt } } error { code }
  }
}`;

onEveryEngine('a registry token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('is created with Hive’s fields, and shows its secret this one time', async () => {
    const { data } = await r.requestToken(tenant, { name: '  CI pipeline ', expirationPeriod: 'ONE_WEEK' });
    const { ok, error } = data.createToken;
    expect(error).toBeNull();
    expect(ok.selector).toEqual(r.targetOf(tenant));
    expect(ok.secret).toMatch(/^lkr_\w{72}$/);
    const { id, createdAt, expiresAt } = ok.createdToken;
    expect(ok.createdToken).toMatchObject({
      name: 'CI pipeline',
      title: 'CI pipeline',
      date: createdAt,
      lastUsedAt: null,
      targetScopes: ['READ', 'REGISTRY_READ', 'REGISTRY_WRITE'],
    });
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(7 * 24 * 3_600_000);
    expect(ok.secret.startsWith(ok.createdToken.firstCharacters)).toBe(true);
    const listed = await tenant.owner(r.LIST, { target: r.targetOf(tenant) });
    expect(JSON.stringify(listed.data)).not.toContain(ok.secret.slice(26, 60));
    const node = listed.data.target.tokens.nodes.find((one: { id: string }) => one.id === id);
    expect(node).toEqual({ id, name: 'CI pipeline', alias: ok.createdToken.alias });
  });

  it('does what its scopes say on its target, and nothing on another or above', async () => {
    const { secret } = await r.createRegistryToken(tenant, { targetScopes: ['REGISTRY_WRITE'] });
    const at = (permission: string, path: string) => may(latchkey, tenant, secret, permission, path);
    expect(await at('schemaVersion:publish', 'my-project/production/service/users')).toBe(true);
    expect(await at('usage:report', 'my-project/production')).toBe(true);
    expect(await at('project:describe', 'my-project')).toBe(true);
    expect(await at('schemaCheck:create', 'my-project/production/service/users')).toBe(false);
    expect(await at('schemaVersion:publish', 'my-project/staging/service/users')).toBe(false);
    expect(await at('target:modifySettings', 'my-project/production')).toBe(false);
    const { data } = await latchkey.as(secret)(r.LIST, { target: r.targetOf(tenant, 'staging') });
    expect(data.target).toBeNull();
  });

  it('rotates, expires, is revoked and is deleted as every access token', async () => {
    const { id, secret } = await r.createRegistryToken(tenant);
    const rotated = (await tenant.owner(ROTATE, { id, overlapDays: 1 })).data.rotateAccessToken.ok;
    expect(rotated.rotatedAccessToken).toEqual({ __typename: 'Token', id });
    expect(await signsIn(latchkey, secret)).toBe(true);
    expect(await signsIn(latchkey, rotated.privateAccessKey)).toBe(true);
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const moved = (await tenant.owner(EXPIRE, { id, at })).data.setAccessTokenExpiration;
    expect(moved).toEqual({ ok: { updatedAccessToken: { __typename: 'Token', expiresAt: at } }, error: null });
    const revoked = (await tenant.owner(REVOKE.replaceAll('OrganizationAccessToken {', 'AccessToken {'), { id })).data;
    expect(revoked.revokeAccessToken.error).toBeNull();
    expect(await signsIn(latchkey, rotated.privateAccessKey)).toBe(false);
    expect(await signsIn(latchkey, secret)).toBe(false);
    const deleted = (await tenant.owner(DELETE_ONE, { id })).data.deleteAccessToken;
    expect(deleted).toEqual({ ok: { deletedAccessTokenId: id }, error: null });
    expect((await introspect(latchkey, tenant, secret)).active).toBe(false);
  });

  it('is deleted with others, and each is answered by itself, again the same', async () => {
    const [one, two] = [await r.createRegistryToken(tenant), await r.createRegistryToken(tenant)];
    const elsewhere = await r.createRegistryToken(tenant, r.targetOf(tenant, 'staging'));
    const tokenIds = [one.id, elsewhere.id, two.id, 'nothing'];
    const input = { ...r.targetOf(tenant), tokenIds };
    for (let time = 0; time < 2; time++) {
      const { deletedTokens, results } = (await tenant.owner(r.DELETE, { input })).data.deleteTokens;
      expect(deletedTokens).toEqual([one.id, two.id]);
      expect(results.map((result: { error: { code: string } | null }) => result.error?.code)).toEqual([
        undefined,
        'NOT_FOUND',
        undefined,
        'NOT_FOUND',
      ]);
    }
    expect(await signsIn(latchkey, one.secret)).toBe(false);
    expect(await signsIn(latchkey, elsewhere.secret)).toBe(true);
    const many = { ...r.targetOf(tenant), tokenIds: Array.from({ length: 21 }, (_, n) => String(n)) };
    expect((await tenant.owner(r.DELETE, { input: many })).errors?.[0]?.message).toContain('1 to 20 tokens');
  });

  it('is listed a page at a time, newest first, with how many there are', async () => {
    const ids: string[] = [];
    const target = r.targetOf(tenant, 'development');
    for (let n = 0; n < 3; n++) ids.unshift((await r.createRegistryToken(tenant, target)).id);
    const first = (await tenant.owner(r.LIST, { target, first: 2 })).data.target.tokens;
    const rest = (await tenant.owner(r.LIST, { target, first: 2, after: first.pageInfo.endCursor })).data.target.tokens;
    expect([...first.nodes, ...rest.nodes].map((one: { id: string }) => one.id)).toEqual(ids);
    expect([first.total, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([3, true, false]);
  });

  it('is not known to who may not see the target’s tokens, and not changed by who may not manage them', async () => {
    const { id } = await r.createRegistryToken(tenant);
    const reader = latchkey.as((await r.createRegistryToken(tenant, { targetScopes: ['TOKENS_READ'] })).secret);
    const other = latchkey.as((await r.createRegistryToken(tenant, r.targetOf(tenant, 'staging'))).secret);
    const publisher = latchkey.as((await r.createRegistryToken(tenant)).secret);
    expect((await reader(r.LIST, { target: r.targetOf(tenant) })).data.target.tokens.total).toBeGreaterThan(0);
    expect((await publisher(r.LIST, { target: r.targetOf(tenant) })).errors?.[0]?.extensions.code).toBe('UNAUTHORISED');
    expect((await other(DELETE_ONE, { id })).data.deleteAccessToken.error.code).toBe('NOT_FOUND');
    for (const send of [reader, publisher])
      expect((await send(DELETE_ONE, { id })).errors?.[0]?.message).toContain("'registryToken:modify'");
    const stranger = await latchkey.organization();
    expect((await stranger.owner(DELETE_ONE, { id })).data.deleteAccessToken.error.code).toBe('NOT_FOUND');
    const input = { ...r.targetOf(tenant), tokenIds: [id] };
    expect((await stranger.owner(r.DELETE, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await r.refusalOf(tenant, {}, stranger.owner)).toEqual({
      code: 'TARGET_NOT_FOUND',
      message: 'The target does not exist.',
    });
  });
});
