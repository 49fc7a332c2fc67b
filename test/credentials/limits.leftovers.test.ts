/** The plan's limit beside keys from another time: of a plan without limits, expired, revoked by the thousand. */
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { setPlan } from '../../src/cli/bootstrap.js';
import { type Credential, credentials } from '../../src/credentials/credential.js';
import type { Store } from '../../src/storage/collection.js';
import { onEveryEngine, runs } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY_CARD, createKey, USERS } from '../support/operations.js';

const LIMIT = 5;
const DAY_MS = 24 * 60 * 60 * 1000;

onEveryEngine('the limit of a plan', (engine) => {
  let latchkey: Latchkey;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: counting });
  });
  afterEach(() => (latchkey.clock.now = undefined));
  afterAll(() => latchkey.close());

  /** How many keys were looked at one by one. */
  let read = 0;
  const counted = new WeakSet();
  const counting = (store: Store): Store => ({
    ...store,
    collection(kind) {
      const collection = store.collection(kind);
      if (counted.has(collection)) return collection;
      counted.add(collection);
      const page = collection.page.bind(collection);
      collection.page = (where, window, keep) => page(where, window, keep && ((row) => (++read, keep(row))));
      return collection;
    },
  });

  const code = async (tenant: Tenant): Promise<string> => {
    const input = { organizationId: tenant.id, name: 'New', type: 'SUBGRAPH', resources: { subgraphs: [USERS] } };
    const { data } = await tenant.owner(CREATE_KEY_CARD, { input });
    return (data.createKey.code ?? 'OK') as string;
  };
  const change = (tenant: Tenant, keyId: string, field: string) =>
    tenant.owner(`mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { ${field} } }`, { id: tenant.id, keyId });
  const live = async (tenant: Tenant): Promise<number> => {
    const { data } = await tenant.owner('query ($id: ID!) { organization(id: $id) { apiKeys { totalCount } } }', {
      id: tenant.id,
    });
    return data.organization.apiKeys.totalCount as number;
  };
  const until = (day: number) => new Date(Date.now() + day * DAY_MS).toISOString();

  it('keeps an expired key out while the limit of live keys is reached, even if it still has its slot', async () => {
    const tenant = await latchkey.organization({ plan: 'STANDARD' });
    const { id } = await createKey(tenant);
    await change(tenant, id, `setKeyExpiration(keyId: $keyId, expiration: "${until(1)}") { id }`);
    latchkey.clock.now = new Date(until(2));
    await setPlan(latchkey.services, tenant.slug, 'ENTERPRISE');
    for (let n = 0; n < LIMIT; n++) await createKey(tenant);
    await setPlan(latchkey.services, tenant.slug, 'STANDARD');
    const revived = await change(tenant, id, `setKeyExpiration(keyId: $keyId, expiration: "${until(9)}") { id }`);
    expect(revived.errors?.[0]?.extensions.code).toBe('LIMIT_REACHED');
    expect(await live(tenant)).toBe(LIMIT);
  });

  it('gives the places of expired keys to new ones', async () => {
    const tenant = await latchkey.organization({ plan: 'STANDARD' });
    for (let n = 0; n < LIMIT; n++) {
      const { id } = await createKey(tenant);
      await change(tenant, id, `setKeyExpiration(keyId: $keyId, expiration: "${until(1)}") { id }`);
    }
    latchkey.clock.now = new Date(until(2));
    await fill(tenant);
  });

  it('gives the places of expired keys to one that is numbered beyond the limit of its plan, and to a new one', async () => {
    const tenant = await latchkey.organization({ plan: 'STANDARD' });
    for (let n = 0; n < LIMIT; n++) {
      const { id } = await createKey(tenant);
      await change(tenant, id, `setKeyExpiration(keyId: $keyId, expiration: "${until(1)}") { id }`);
    }
    await setPlan(latchkey.services, tenant.slug, 'ENTERPRISE');
    await createKey(tenant);
    await setPlan(latchkey.services, tenant.slug, 'STANDARD');
    latchkey.clock.now = new Date(until(2));
    for (let n = 1; n < LIMIT; n++) expect(await code(tenant)).toBe('OK');
    expect(await code(tenant)).toBe('PLAN_LIMIT_REACHED');
  });

  it('refuses creations after a downgrade until the live keys are within it', async () => {
    const tenant = await latchkey.organization({ plan: 'ENTERPRISE' });
    const keys = [];
    for (let n = 0; n < LIMIT + 2; n++) keys.push(await createKey(tenant));
    await setPlan(latchkey.services, tenant.slug, 'STANDARD');
    for (const { id, token } of keys.slice(0, 3)) {
      expect(await code(tenant)).toBe('PLAN_LIMIT_REACHED');
      expect((await latchkey.as(token)('{ me { id } }')).data.me.id).toBe(tenant.projectId);
      await change(tenant, id, 'revokeKey(keyId: $keyId)');
    }
    expect(await code(tenant)).toBe('OK');
    expect(await code(tenant)).toBe('PLAN_LIMIT_REACHED');
  });

  /** Puts `count` copies of a key beside it, without places, each as `shape` has it. */
  async function crowd(tenant: Tenant, count: number, shape: (n: number) => Partial<Credential>): Promise<void> {
    const rows = latchkey.store.collection(credentials);
    const key = await rows.get((await createKey(tenant)).id);
    if (!key) throw new Error('the key is not there');
    await change(tenant, key.id, 'deleteKey(keyId: $keyId)');
    const copy = (n: number) => {
      const id = uuid();
      return { ...key, id, slot: id, pending: [], hasPending: false, ...shape(n) };
    };
    const copies = Array.from({ length: count }, (_, n) => copy(n));
    await latchkey.place.insertMany(latchkey.store, credentials, copies);
  }

  /** Fills an organization from no live key to the limit. */
  async function fill(tenant: Tenant): Promise<void> {
    for (let n = 0; n < LIMIT; n++) expect(await code(tenant)).toBe('OK');
    expect(await code(tenant)).toBe('PLAN_LIMIT_REACHED');
    expect(await live(tenant)).toBe(LIMIT);
  }

  it('is kept beside many keys from before a downgrade, live (reading none of them) and then expired', async () => {
    const tenant = await latchkey.organization({ plan: 'ENTERPRISE' });
    await crowd(tenant, runs(engine, 1200), () => ({ expiresAt: until(1) }));
    await setPlan(latchkey.services, tenant.slug, 'STANDARD');
    read = 0;
    expect(await code(tenant)).toBe('PLAN_LIMIT_REACHED');
    expect(read).toBe(0);
    latchkey.clock.now = new Date(until(2));
    await fill(tenant);
  });

  it('is kept beside many keys that were revoked or deleted, without reading them', async () => {
    const tenant = await latchkey.organization({ plan: 'STANDARD' });
    const past = until(-1);
    await crowd(tenant, runs(engine, 1000), (n) => ({
      live: false,
      revokedAt: past,
      ...(n % 2 ? { listed: false, secrets: [], deletedAt: past } : {}),
    }));
    read = 0;
    await fill(tenant);
    expect(read).toBeLessThanOrEqual(100);
  });
});
