import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { queriesForEverything } from '../support/everything.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, subgraphKey } from '../support/operations.js';
import { schema } from '../support/schema.js';
import { after, done, owned, type ShownKey } from './operations.js';

/** Stands for the id of a key. */
const KEY = '00000000-0000-7000-8000-000000000000';
const EVERYTHING = /^/;
/** What names a key, or lists keys. */
const KEYS = new RegExp(`${KEY}|apiKeys`);

onEveryEngine("a key's secret", (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let queries: string[];
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    const where = { projectId: tenant.projectId, slug: 'production' };
    const targetId = (await latchkey.services.collections.targets.findOne(where))?.id ?? '';
    queries = queriesForEverything(schema, {
      'Query.organization': `id: "${tenant.id}"`,
      'Query.project': `reference: { byId: "${tenant.projectId}" }`,
      'Query.target': `reference: { byId: "${targetId}" }`,
      'Query.explainAccess': 'permission: "project:describe", resource: ""',
      'Organization.accessToken': `id: "${KEY}"`,
      'Project.accessToken': `id: "${KEY}"`,
      'Member.accessToken': `id: "${KEY}"`,
      'User.accessToken': `id: "${KEY}"`,
      'Organization.accessTokenById': `id: "${KEY}"`,
      'Organization.apiKey': `keyId: "${KEY}"`,
      'Organization.apiKeys': 'first: 5, filter: { apiKeyStatus: ALL }',
    });
  });
  afterAll(() => latchkey.close());

  const randomPart = (secret: string) => secret.split('_').at(-1)?.slice(0, 43) ?? '';
  /** The answers to queries for everything around a key, or for what leads to keys, as somebody. */
  const read = (what: RegExp, keyId: string, send: Send): Promise<Answer[]> =>
    Promise.all(queries.filter((query) => what.test(query)).map((query) => send(query.replaceAll(KEY, keyId))));

  /** Fails when an answer holds the secret, or a quarter of its random part. */
  function expectWithout(answer: Answer, secret: string): void {
    const text = JSON.stringify(answer);
    const random = randomPart(secret);
    expect(random).toHaveLength(43);
    const quarters = Array.from({ length: random.length - 9 }, (_, at) => random.slice(at, at + 10));
    expect(quarters.filter((quarter) => text.includes(quarter))).toEqual([]);
  }

  async function expectNowhere(what: RegExp, keyId: string, secret: string): Promise<void> {
    const answers = await read(what, keyId, tenant.owner);
    for (const answer of answers) {
      expect(answer.errors).toBeUndefined();
      expectWithout(answer, secret);
    }
    // The queries do reach the key, both ways.
    const organizations = answers.map(({ data }) => data.organization ?? {});
    expect(organizations.find(({ apiKey }) => apiKey)?.apiKey.id).toBe(keyId);
    expect(JSON.stringify(organizations.find(({ apiKeys }) => apiKeys)?.apiKeys)).toContain(keyId);
    const itself = await read(what, keyId, latchkey.as(secret));
    expect(itself.some(({ errors }) => errors)).toBe(true);
    for (const answer of itself) expectWithout(answer, secret);
  }

  it('is in the answer that creates it, and in no other', async () => {
    const { id, token } = await createKey(tenant);
    await expectNowhere(EVERYTHING, id, token);
    const keys = owned(tenant);
    const answers = [
      await keys.rename(id, 'Renamed'),
      await keys.expire(id, after(new Date(), 3_600_000)),
      await keys.read(id),
      await keys.revoke(id),
      await keys.list({ filter: { apiKeyStatus: 'ALL' } }),
      await keys.remove(id),
      await keys.remove(id),
    ];
    for (const answer of answers) {
      expect(answer.errors).toBeUndefined();
      expectWithout(answer, token);
    }
  });

  it('is in the answer that rotates it, and in no other', async () => {
    const { id, token } = await createKey(tenant);
    const answer = await owned(tenant).rotate(id, { expireOldKeyAt: after(new Date(), 3_600_000) });
    const rotated = done<ShownKey>(answer, 'rotateKey');
    expect(rotated.token).toMatch(/^ak_v2_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
    expectWithout(answer, token);
    await expectNowhere(KEYS, id, rotated.token);
    expectWithout(await owned(tenant).rename(id, 'Renamed'), rotated.token);
    const again = await owned(tenant).rotate(id);
    expectWithout(again, rotated.token);
  });

  it('is in the answer of the root mutation once', async () => {
    const input = { ...subgraphKey(tenant, 'Card') };
    const answer = await owned(tenant).createCard({ ...input, organizationId: tenant.id });
    const { id, token } = answer.data.createKey as ShownKey;
    expect(JSON.stringify(answer.data).split(randomPart(token))).toHaveLength(2);
    await expectNowhere(KEYS, id, token);
  });

  it('is shown afterwards by its prefix, public id and checksum, and no letter of its random part', async () => {
    const { id, token } = await createKey(tenant);
    const shown = done<ShownKey>(await owned(tenant).read(id), 'apiKey').token;
    const [, publicId = '', rest = ''] = /^ak_v2_([0-9A-Za-z]{22})_([0-9A-Za-z]{49})$/.exec(token) ?? [];
    expect(shown).toBe(`ak_v2_${publicId}_************${rest.slice(43)}`);
  });

  it('is not its masked form, which signs nobody in', async () => {
    const { id } = await createKey(tenant);
    const shown = done<ShownKey>(await owned(tenant).read(id), 'apiKey').token;
    expect((await latchkey.as(shown)('{ me { id } }')).data).toEqual({ me: null });
  });

  it('reaches no log', async () => {
    const { id, token } = await createKey(tenant);
    const rotated = done<ShownKey>(await owned(tenant).rotate(id), 'rotateKey').token;
    await latchkey.as(token)('{ me { id } }');
    await latchkey.as(rotated)('{ me { id } }');
    expect(latchkey.logged()).not.toBe('');
    for (const secret of [token, rotated]) expect(latchkey.logged()).not.toContain(randomPart(secret).slice(0, 10));
  });
});
