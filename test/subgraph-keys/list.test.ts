import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { onEveryEngine, runs } from '../support/engines.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { after, done, namesIn, owned, refusal, type ShownKey } from './operations.js';

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
  readonly nodes: { id: string }[];
  readonly edges: { cursor: string; node: ShownKey }[];
}
const pageOf = (answer: Answer) => done<Page>(answer, 'apiKeys');

/** Everything from one page to the last, forward or backward. Fails when a page leads nowhere. */
async function walk(tenant: Tenant, size: number, filter: object, forward = true): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 100; pages++) {
    const window = forward ? { first: size, after: cursor } : { last: size, before: cursor };
    const { edges, pageInfo } = pageOf(await owned(tenant).list({ ...window, filter, total: false }));
    expect(edges.length).toBeLessThanOrEqual(size);
    const page = edges.map(({ node }) => node.keyName);
    if (forward) names.push(...page);
    else names.unshift(...page);
    if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return names;
    const next = forward ? pageInfo.endCursor : pageInfo.startCursor;
    expect(next).not.toBe('');
    expect(next).not.toBe(cursor);
    cursor = next;
  }
  throw new Error('the pages do not end');
}

onEveryEngine('the list of keys', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  const start = new Date();

  /** Newest first: what each filter finds. */
  const EXPECTED: readonly [status: string | undefined, type: string | undefined, names: string[]][] = [
    ['ACTIVE', undefined, ['operator 2', 'subgraph 3', 'subgraph 2', 'operator 1', 'subgraph 1']],
    [undefined, undefined, ['operator 2', 'subgraph 3', 'subgraph 2', 'operator 1', 'subgraph 1']],
    ['ACTIVE', 'SUBGRAPH', ['subgraph 3', 'subgraph 2', 'subgraph 1']],
    [undefined, 'OPERATOR', ['operator 2', 'operator 1']],
    ['EXPIRED', undefined, ['expired operator', 'expired subgraph']],
    ['EXPIRED', 'SUBGRAPH', ['expired subgraph']],
    ['EXPIRED', 'OPERATOR', ['expired operator']],
    ['REVOKED', undefined, ['revoked and expired', 'revoked operator', 'revoked subgraph']],
    ['REVOKED', 'SUBGRAPH', ['revoked and expired', 'revoked subgraph']],
    ['REVOKED', 'OPERATOR', ['revoked operator']],
    [
      'ALL',
      undefined,
      [
        'revoked and expired',
        'expired operator',
        'operator 2',
        'revoked operator',
        'subgraph 3',
        'expired subgraph',
        'subgraph 2',
        'revoked subgraph',
        'operator 1',
        'subgraph 1',
      ],
    ],
    [
      'ALL',
      'SUBGRAPH',
      ['revoked and expired', 'subgraph 3', 'expired subgraph', 'subgraph 2', 'revoked subgraph', 'subgraph 1'],
    ],
    ['ALL', 'OPERATOR', ['expired operator', 'operator 2', 'revoked operator', 'operator 1']],
    ...['ACTIVE', 'ALL', 'EXPIRED', 'REVOKED'].flatMap((status) =>
      ['GATEWAY', 'SCIM'].map((type): [string, string, string[]] => [status, type, []]),
    ),
  ];

  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    const other = await latchkey.organization();
    const operator = async (name: string) =>
      done<ShownKey>(await owned(tenant).create({ name, type: 'OPERATOR' }), 'createKey').id;
    const subgraph = async (name: string) => (await createKey(tenant, name)).id;
    const soon = async (id: string) =>
      done(await owned(tenant).expire(id, after(start, 3_600_000)), 'setKeyExpiration');
    const revoke = async (id: string) => done(await owned(tenant).revoke(id), 'revokeKey');
    const remove = async (id: string) => done(await owned(tenant).remove(id), 'deleteKey');
    await remove(await subgraph('deleted first'));
    await subgraph('subgraph 1');
    await createKey(other, "another organization's");
    await operator('operator 1');
    await revoke(await subgraph('revoked subgraph'));
    await subgraph('subgraph 2');
    await soon(await subgraph('expired subgraph'));
    await subgraph('subgraph 3');
    await remove(await operator('deleted operator'));
    await revoke(await operator('revoked operator'));
    await operator('operator 2');
    await soon(await operator('expired operator'));
    const both = await subgraph('revoked and expired');
    await soon(both);
    await revoke(both);
    const revokedThenDeleted = await subgraph('deleted last');
    await revoke(revokedThenDeleted);
    await remove(revokedThenDeleted);
    latchkey.clock.now = new Date(after(start, 7_200_000));
  });
  afterAll(() => latchkey.close());

  it.each(EXPECTED)('with the status %s and the type %s has these, newest first', async (status, type, names) => {
    const filter = { apiKeyStatus: status, apiKeyType: type };
    const page = pageOf(await owned(tenant).list({ filter }));
    expect(page.edges.map(({ node }) => node.keyName)).toEqual(names);
    expect(page.nodes.map(({ id }) => id)).toEqual(page.edges.map(({ node }) => node.id));
    expect(page.totalCount).toBe(names.length);
    await expect(walk(tenant, 2, filter)).resolves.toEqual(names);
    await expect(walk(tenant, 3, filter, false)).resolves.toEqual(names);
  });

  it('takes nulls for a filter that is not given', async () => {
    const active = namesIn(await owned(tenant).list());
    const nulls = { apiKeyStatus: null, apiKeyType: null };
    for (const filter of [null, {}, nulls])
      expect(namesIn(await owned(tenant).list({ first: null, after: null, last: null, before: null, filter }))).toEqual(
        active,
      );
  });

  it('tells whether there is more on either side', async () => {
    const all = { filter: { apiKeyStatus: 'ALL' } };
    const whole = pageOf(await owned(tenant).list(all));
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const first = pageOf(await owned(tenant).list({ ...all, first: 3 }));
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(first.pageInfo).toMatchObject({ startCursor: first.edges[0]?.cursor, endCursor: first.edges[2]?.cursor });
    const second = pageOf(await owned(tenant).list({ ...all, first: 3, after: first.pageInfo.endCursor }));
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const back = pageOf(await owned(tenant).list({ ...all, last: 3, before: second.edges[0]?.cursor }));
    expect(back.edges).toEqual(first.edges);
    expect(back.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  it('is empty, with empty cursors, for an organization without keys', async () => {
    const none = await latchkey.organization();
    expect(pageOf(await owned(none).list())).toEqual({
      totalCount: 0,
      pageInfo: { startCursor: '', endCursor: '', hasNextPage: false, hasPreviousPage: false },
      nodes: [],
      edges: [],
    });
  });

  it('goes on from the cursor of a key that was deleted meanwhile', async () => {
    const own = await latchkey.organization();
    for (const name of ['a', 'b', 'c']) await createKey(own, name);
    const page = pageOf(await owned(own).list({ first: 2 }));
    done(await owned(own).remove(page.edges[1]?.node.id ?? ''), 'deleteKey');
    expect(namesIn(await owned(own).list({ after: page.pageInfo.endCursor }))).toEqual(['a']);
  });

  it.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { first: 1e9 },
    { last: 0 },
    { last: -1 },
    { last: 101 },
    { last: 1e9 },
  ])('refuses %o', async (size) => {
    const [argument] = Object.keys(size);
    expect(refusal(await owned(tenant).list(size))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: `"${argument}" must be from 1 to 100.`,
      path: ['organization', 'apiKeys'],
    });
  });

  it.each([
    { first: 1, last: 1 },
    { first: 1, before: '' },
    { last: 1, after: '' },
    { after: 'x', before: 'x' },
  ])('refuses both directions at once: %o', async (window) => {
    expect(refusal(await owned(tenant).list(window))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('not both') as string,
    });
  });

  it.each([{ first: 2 ** 31 }, { first: '1' }, { first: 1.5 }, { filter: { apiKeyStatus: 'DELETED' } }])(
    'refuses %o as the schema says',
    async (window) => {
      const { status, data, errors } = await owned(tenant).list(window);
      expect({ status, data: data as unknown }).toEqual({ status: 200, data: undefined });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it('leads on, page by page, over many more keys that a filter excludes than it reads at once', async () => {
    const own = await latchkey.organization();
    const wanted = ['c', 'b', 'a'];
    const three = async (prefix: string) => {
      for (const name of [...wanted].reverse()) await createKey(own, prefix + name);
    };
    await three('old ');
    const many = runs(engine, 1100);
    await fill(latchkey, own, many);
    await three('new ');
    const names = ['new c', 'new b', 'new a', 'old c', 'old b', 'old a'];
    for (const forward of [true, false])
      await expect(walk(own, 4, { apiKeyStatus: 'ACTIVE' }, forward)).resolves.toEqual(names);
    await expect(walk(own, 2, { apiKeyStatus: 'REVOKED' })).resolves.toEqual([]);
    expect(pageOf(await owned(own).list({ first: 2 })).totalCount).toBe(6);
    expect(pageOf(await owned(own).list({ filter: { apiKeyStatus: 'EXPIRED' } })).totalCount).toBe(many);
  });
});

/** Stores keys of a tenant that expired and still hold their place in every list, past the API, to be quick. */
async function fill({ services, store, place, clock }: Latchkey, tenant: Tenant, count: number): Promise<void> {
  const where = { organizationIds: tenant.id, family: 'GRAPHOS_KEY', listed: true };
  const [like] = (await services.collections.credentials.page(where, { first: 1 })).items;
  if (!like) throw new Error('there is no key to fill up with');
  const expiresAt = (clock.now ?? new Date()).toISOString();
  const ids = Array.from({ length: count }, () => uuid());
  await place.insertMany(
    store,
    credentials,
    ids.map((id) => ({ ...like, id, slot: id, title: 'filler', expiresAt })),
  );
}
