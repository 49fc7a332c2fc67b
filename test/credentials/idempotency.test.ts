import { afterAll, beforeAll, expect, it } from 'vitest';
import { idempotencyKeys } from '../../src/credentials/idempotency.js';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, CREATE_KEY_CARD, member, subgraphKey } from '../support/operations.js';

const HOUR = 3_600_000;
const CREATE_TOKEN = `
  mutation ($input: CreateOrganizationAccessTokenInput!) {
    createOrganizationAccessToken(input: $input) { ok { privateAccessKey createdOrganizationAccessToken { id } } }
  }`;

interface Made {
  readonly id: string;
  /** Undefined when it was not answered. */
  readonly secret: string | undefined;
}
/** The secret in an answer, unless it is none or masked. */
const whole = (secret: string): string | undefined => (secret.includes('*') ? undefined : secret);

onEveryEngine('an Idempotency-Key', (engine) => {
  const interrupted = new Interrupted();
  let latchkey: Latchkey;
  let tenant: Tenant;
  let keys = 0;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: interrupted.wrap });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const newKey = () => `key-${(keys += 1)}`;
  const under = (key: string) => ({ 'idempotency-key': key });
  const bare = (key: string, name = 'A key', send: Send = tenant.owner) =>
    send(CREATE_KEY, subgraphKey(tenant, name), under(key));
  const made = ({ data, errors }: Answer): Made => {
    expect(errors).toBeUndefined();
    const { id, token } = data.organization.createKey as { id: string; token: string };
    return { id, secret: whole(token) };
  };
  const code = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions.code);
  const count = async (): Promise<number> => {
    const document = 'query ($id: ID!) { organization(id: $id) { apiKeys { totalCount } } }';
    return (await tenant.owner(document, { id: tenant.id })).data.organization.apiKeys.totalCount as number;
  };

  /** Every field that takes a key. */
  const FIELDS: Record<string, (key: string) => Promise<Made>> = {
    'OrganizationMutation.createKey': async (key) => made(await bare(key)),
    createKey: async (key) => {
      const { organizationId, ...rest } = subgraphKey(tenant);
      const { data } = await tenant.owner(CREATE_KEY_CARD, { input: { organizationId, ...rest } }, under(key));
      return { id: data.createKey.id as string, secret: whole(data.createKey.token as string) };
    },
    createOrganizationAccessToken: async (key) => {
      const resources = { mode: 'ALL' };
      const input = { organization: { byId: tenant.id }, title: 'A token', permissions: [], resources };
      const { ok } = (await tenant.owner(CREATE_TOKEN, { input }, under(key))).data.createOrganizationAccessToken;
      return {
        id: ok.createdOrganizationAccessToken.id as string,
        secret: whole(ok.privateAccessKey as string),
      };
    },
  };

  it.each(Object.keys(FIELDS))('makes %s create once, and answer the secret once', async (field) => {
    const create = FIELDS[field];
    const key = newKey();
    const first = await create?.(key);
    expect(first?.secret).toBeDefined();
    for (const again of [key, `"${key}"`]) expect(await create?.(again)).toEqual({ id: first?.id, secret: undefined });
    expect((await create?.(newKey()))?.id).not.toBe(first?.id);
  });

  it('creates one credential for many requests at once, and answers its secret to one of them', async () => {
    const [before, key] = [await count(), newKey()];
    const all = (await Promise.all(Array.from({ length: 8 }, () => bare(key)))).map(made);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ secret }) => secret !== undefined)).toHaveLength(1);
    expect(await count()).toBe(before + 1);
  });

  it('answers the credential that took the last place of a plan', async () => {
    const small = await latchkey.organization({ plan: 'STANDARD' });
    const create = (key: string) => small.owner(CREATE_KEY, subgraphKey(small), under(key));
    for (let n = 0; n < 4; n++) made(await create(newKey()));
    const key = newKey();
    const all = (await Promise.all([create(key), create(key), create(key)])).map(made);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(code(await create(newKey()))).toEqual(['LIMIT_REACHED']);
    expect(made(await create(key)).id).toBe(all[0]?.id);
  });

  it('is refused with another input, and is no key of another caller', async () => {
    const key = newKey();
    const { id } = made(await bare(key));
    expect(code(await bare(key, 'Another name'))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const { send } = await member(latchkey, tenant, 'ORG_ADMIN');
    expect(made(await bare(key, 'Another name', send)).id).not.toBe(id);
  });

  it('counts for each field of a document by itself', async () => {
    const document = CREATE_KEY.replace('createKey(', 'a: createKey(').replace(
      /\n {2}\}$/,
      '\n b: organization(id: $organizationId) { createKey(name: $name, type: $type, resources: $resources) { id } } }',
    );
    const key = newKey();
    const send = () => tenant.owner(document, subgraphKey(tenant), under(key));
    const first = (await send()).data;
    expect(first.organization.a.id).not.toBe(first.b.createKey.id);
    const second = (await send()).data;
    expect(second.organization.a.id).toBe(first.organization.a.id);
    expect(second.b.createKey.id).toBe(first.b.createKey.id);
  });

  it('of a request that was cut off before anything was created creates once when it is repeated', async () => {
    const [before, key] = [await count(), newKey()];
    interrupted.before('credentials.insert', () => Promise.reject(new StoreUnavailable('cut off')));
    expect(code(await bare(key))).toEqual(['INTERNAL_SERVER_ERROR']);
    const { id, secret } = made(await bare(key));
    expect(secret).toBeDefined();
    expect(made(await bare(key))).toEqual({ id, secret: undefined });
    expect(await count()).toBe(before + 1);
  });

  it('answers NOT_FOUND when what was created has been deleted', async () => {
    const key = newKey();
    const { id } = made(await bare(key));
    await tenant.owner('mutation ($o: ID!, $id: ID!) { organization(id: $o) { deleteKey(keyId: $id) } }', {
      o: tenant.id,
      id,
    });
    expect(code(await bare(key))).toEqual(['NOT_FOUND']);
  });

  it('is kept for 24 hours, and swept after them', async () => {
    const start = new Date('2030-01-01T00:00:00Z');
    const at = (milliseconds: number) => (latchkey.clock.now = new Date(start.getTime() + milliseconds));
    const kept = () => latchkey.store.collection(idempotencyKeys).count({ listed: true });
    try {
      at(0);
      const key = newKey();
      const { id } = made(await bare(key));
      at(24 * HOUR - 1);
      expect(made(await bare(key)).id).toBe(id);
      at(24 * HOUR);
      const next = made(await bare(key, 'Another name'));
      expect(next.id).not.toBe(id);
      await latchkey.services.idempotency.sweep();
      expect(await kept()).toBe(1);
      expect(made(await bare(key, 'Another name')).id).toBe(next.id);
      at(48 * HOUR);
      await latchkey.services.idempotency.sweep();
      expect(await kept()).toBe(0);
    } finally {
      latchkey.clock.now = undefined;
    }
  });

  it.each([' ', 'two words', '"open', 'a"b', 'a\\b', 'k'.repeat(129), 'ä'])(
    'is refused when it is none: %s',
    async (key) => {
      const before = await count();
      expect(code(await bare(key))).toEqual(['BAD_USER_INPUT']);
      expect(await count()).toBe(before);
    },
  );
});
