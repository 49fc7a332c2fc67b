import { afterAll, beforeAll, expect, it } from 'vitest';
import { lastUses } from '../../src/credentials/last-use.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { LIST as PRINTED } from './fixtures/documents.js';
import * as f from './fixtures/tokens.js';

interface Listed {
  readonly edges: { cursor: string; node: { id: string; lastUsedAt: string | null } }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

onEveryEngine('the list of access tokens', (engine) => {
  let latchkey: Latchkey;
  let full: Tenant;
  /** The ids of the tokens of `full`, newest first. */
  let ids: string[];
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    full = await latchkey.organization();
    const { id } = await f.createToken(full);
    ids = [...(await f.copies(latchkey, id, 44)), id];
  });
  afterAll(() => latchkey.close());

  const list = async (tenant: Tenant, variables: object = {}): Promise<Listed> =>
    (await tenant.owner(f.LIST, { organization: tenant.id, ...variables })).data.organization.accessTokens;
  const idsOf = ({ edges }: Listed) => edges.map(({ node }) => node.id);
  const walk = async (tenant: Tenant, variables: object) => {
    const found: string[] = [];
    let pages = 0;
    for (let after = ''; ; pages++) {
      const page = await list(tenant, { ...variables, after });
      found.push(...idsOf(page));
      if (!page.pageInfo.hasNextPage) return { found, pages: pages + 1 };
      if (page.pageInfo.endCursor === after) throw new Error('the cursor stands still');
      after = page.pageInfo.endCursor;
    }
  };

  it('is paginated as printed, ten by ten', async () => {
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await full.owner(PRINTED, { organizationSlug: full.slug, after });
      const { edges, pageInfo } = data.organization.accessTokens;
      expect(edges.length).toBe(Math.min(10, ids.length - found.length));
      found.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(found).toEqual(ids);
  });

  it('has 20 on a page by default and at most', async () => {
    for (const first of [undefined, null, 0, -5, 20, 21, 1000, 2 ** 31 - 1])
      expect([first, idsOf(await list(full, { first }))]).toEqual([first, ids.slice(0, 20)]);
    expect(idsOf(await list(full, { first: 3 }))).toEqual(ids.slice(0, 3));
  });

  it('says where each page lies', async () => {
    const first = await list(full);
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0]?.cursor,
      endCursor: first.edges[19]?.cursor,
    });
    const last = await list(full, { after: first.edges[19]?.cursor, first: 20 });
    expect(last.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const rest = await list(full, { after: last.pageInfo.endCursor });
    expect(idsOf(rest)).toEqual(ids.slice(40));
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('has empty cursors on an empty page', async () => {
    const empty = {
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: '', endCursor: '' },
    };
    const tenant = await latchkey.organization();
    expect(await list(tenant)).toEqual(empty);
    expect(await list(tenant, { after: '' })).toEqual(empty);
    expect(await list(tenant, { unusedSince: new Date().toISOString() })).toEqual(empty);
  });

  it('tells who created a token: a user or another token', async () => {
    const tenant = await latchkey.organization();
    const { data } = await tenant.owner('{ me { id } }');
    const made = await f.createToken(tenant, { permissions: ['accessToken:modify'] });
    expect(made.token.createdBy).toEqual({ actorId: data.me.id, type: 'USER' });
    const second = await f.createToken(tenant, { permissions: [] }, latchkey.as(made.secret));
    expect((await f.read(tenant, second.id)).createdBy).toEqual({ actorId: made.id, type: 'SERVICE_ACCOUNT' });
  });

  it('shows the prefix and the public id of a secret, and nothing of its random part', async () => {
    const { secret, token } = await f.createToken(full);
    expect(token.firstCharacters).toMatch(/^lko_[0-9A-Za-z]{22}$/);
    expect(secret).toMatch(new RegExp(`^${token.firstCharacters}_[0-9A-Za-z]{49}$`));
    const again = await full.owner(f.ROTATE, { id: token.id });
    const { privateAccessKey, rotatedAccessToken } = again.data.rotateAccessToken.ok;
    expect(rotatedAccessToken.firstCharacters).toBe(token.firstCharacters);
    expect(privateAccessKey.slice(27)).not.toBe(secret.slice(27));
    await full.owner(f.DELETE, { id: token.id });
  });

  it('tells the last accepted request of a token', async () => {
    const tenant = await latchkey.organization();
    const { id, secret } = await f.createToken(tenant);
    expect((await f.read(tenant, id)).lastUsedAt).toBeNull();
    try {
      latchkey.clock.now = new Date('2030-01-01T00:00:00.123Z');
      await f.signsIn(latchkey, secret);
      expect((await f.read(tenant, id)).lastUsedAt).toBe('2030-01-01T00:00:00.123Z');
      // It is stored, for every other process to tell, and stays after a refused request.
      await latchkey.services.lastUses.flush();
      latchkey.clock.now = new Date('2030-01-02T00:00:00.000Z');
      const refused = await f.requestToken(tenant, {}, latchkey.as(secret));
      expect(refused.errors ?? refused.data.createOrganizationAccessToken.error).toBeTruthy();
      await tenant.owner(f.REVOKE, { id });
      const before = (await f.read(tenant, id)).lastUsedAt;
      latchkey.clock.now = new Date('2030-01-03T00:00:00.000Z');
      expect(await f.signsIn(latchkey, secret)).toBe(false);
      expect((await f.read(tenant, id)).lastUsedAt).toBe(before);
      expect((await latchkey.store.collection(lastUses).get(id))?.at).toBe('2030-01-01T00:00:00.123Z');
    } finally {
      latchkey.clock.now = undefined;
    }
  });

  it('finds the tokens that were not used since a moment, so that they can be revoked', async () => {
    const tenant = await latchkey.organization();
    try {
      const at = (day: number) => (latchkey.clock.now = new Date(Date.UTC(2030, 0, day)));
      at(1);
      const [used, usedLongAgo, never] = [
        await f.createToken(tenant),
        await f.createToken(tenant),
        await f.createToken(tenant),
      ];
      await f.signsIn(latchkey, usedLongAgo.secret);
      at(10);
      await f.signsIn(latchkey, used.secret);
      const fresh = await f.createToken(tenant);
      const unusedSince = (moment: string) => list(tenant, { unusedSince: moment }).then(idsOf);
      expect(await unusedSince('2030-01-05T00:00:00Z')).toEqual([never.id, usedLongAgo.id]);
      expect(await unusedSince('2030-01-01T00:00:00Z')).toEqual([]);
      expect(await unusedSince('2030-01-01T00:00:00.001Z')).toEqual([never.id, usedLongAgo.id]);
      expect(await unusedSince('2030-01-10T00:00:00.001Z')).toEqual([fresh.id, never.id, usedLongAgo.id, used.id]);
      expect(await unusedSince('2030-01-10T01:00:00.001+01:00')).toEqual([fresh.id, never.id, usedLongAgo.id, used.id]);
      for (const id of await unusedSince('2030-01-05T00:00:00Z')) await tenant.owner(f.REVOKE, { id });
      expect(await f.signsIn(latchkey, never.secret)).toBe(false);
      expect(await f.signsIn(latchkey, used.secret)).toBe(true);
    } finally {
      latchkey.clock.now = undefined;
    }
  });

  it('tells which valid tokens end before a moment, by itself and with the unused ones', async () => {
    const tenant = await latchkey.organization();
    const at = (day: number) => (latchkey.clock.now = new Date(Date.UTC(2030, 0, day)));
    const expiring = (expirationPeriod: string) => f.createToken(tenant, { expirationPeriod });
    at(1);
    try {
      const over = await expiring('ONE_WEEK');
      const used = await expiring('TWO_WEEKS');
      const unused = await expiring('TWO_WEEKS');
      const revoked = await expiring('TWO_WEEKS');
      const later = await expiring('ONE_MONTH');
      const never = await expiring('NEVER');
      await tenant.owner(f.REVOKE, { id: revoked.id });
      at(8);
      await f.signsIn(latchkey, used.secret);
      const ending = (expiresBefore: string, more: object = {}) => list(tenant, { expiresBefore, ...more }).then(idsOf);
      expect(await ending('2030-01-15T00:00:00Z')).toEqual([]);
      expect(await ending('2030-01-15T00:00:00.001Z')).toEqual([unused.id, used.id]);
      expect(await ending('2040-01-01T00:00:00Z')).toEqual([later.id, unused.id, used.id]);
      expect(await ending('2040-01-01T00:00:00Z', { first: 1 })).toEqual([later.id]);
      expect(await walk(tenant, { expiresBefore: '2040-01-01T00:00:00Z', first: 2 })).toMatchObject({
        found: [later.id, unused.id, used.id],
      });
      expect(await ending('2030-01-16T00:00:00Z', { unusedSince: '2030-01-08T00:00:00Z' })).toEqual([unused.id]);
      expect(idsOf(await list(tenant))).toEqual([never, later, revoked, unused, used, over].map(({ id }) => id));
    } finally {
      latchkey.clock.now = undefined;
    }
  });

  it('finds unused tokens behind more than a hundred others, page by page, each once', async () => {
    const tenant = await latchkey.organization();
    const { id } = await f.createToken(tenant);
    const old = [...(await f.copies(latchkey, id, 45)), id];
    await f.copies(latchkey, id, 130, { createdAt: '2031-01-01T00:00:00.000Z' });
    const uses = latchkey.store.collection(lastUses);
    const [used, unused] = [old.filter((_, index) => index % 5 === 0), old.filter((_, index) => index % 5 > 0)];
    for (const one of used)
      await uses.insert({ id: one, at: '2031-01-01T00:00:00.000Z', ip: null, userAgent: null, operation: null });
    const unusedSince = '2030-12-31T00:00:00Z';
    const first = await list(tenant, { unusedSince });
    expect(first.edges).toEqual([]);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, endCursor: expect.stringMatching(/./) });
    expect(await walk(tenant, { unusedSince })).toEqual({ found: unused, pages: 3 });
  });
});
