import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { LastUses, lastUses } from '../../src/credentials/last-use.js';
import { mint } from '../../src/secrets/secret.js';
import { createToken } from '../introspection/asking.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';

const HOUR = 3_600_000;
const NOW = new Date('2030-02-03T04:05:06.789Z');
const ME = 'query Me { me { id } }';
const LAST_USED = `
  query ($organizationId: ID!, $keyId: ID!) {
    organization(id: $organizationId) { apiKey(keyId: $keyId) { lastUsed } }
  }`;
const KEYS = `query ($organizationId: ID!) { organization(id: $organizationId) { apiKeys { totalCount } } }`;
const ROTATE = `
  mutation ($organizationId: ID!, $keyId: ID!) {
    organization(id: $organizationId) { rotateKey(keyId: $keyId) { token } }
  }`;
const REVOKE = `
  mutation ($organizationId: ID!, $keyId: ID!) { organization(id: $organizationId) { revokeKey(keyId: $keyId) } }`;
const EXPIRE = `
  mutation ($organizationId: ID!, $keyId: ID!, $expiration: Timestamp!) {
    organization(id: $organizationId) { setKeyExpiration(keyId: $keyId, expiration: $expiration) { id } }
  }`;

const use = { ip: null, userAgent: null, operation: null };

onEveryEngine('the last use of a credential', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  beforeEach(() => at(0));
  afterEach(() => (latchkey.clock.now = undefined));

  const at = (milliseconds: number) => (latchkey.clock.now = new Date(NOW.getTime() + milliseconds));
  const instant = (milliseconds: number) => new Date(NOW.getTime() + milliseconds).toISOString();
  const manage = async (document: string, keyId: string, more: object = {}) => {
    const answer = await tenant.owner(document, { organizationId: tenant.id, keyId, ...more });
    expect(answer.errors).toBeUndefined();
    return answer;
  };
  const lastUsed = async (keyId: string) =>
    (await manage(LAST_USED, keyId)).data.organization.apiKey.lastUsed as string | null;
  const stored = (id: string) => latchkey.store.collection(lastUses).get(id);
  const flush = () => latchkey.services.lastUses.flush();

  it('is null before the first, then the moment of the last accepted request', async () => {
    const { id, token } = await createKey(tenant);
    expect(await lastUsed(id)).toBeNull();
    for (const milliseconds of [1, HOUR]) {
      at(milliseconds);
      expect((await latchkey.as(token)(ME)).errors).toBeUndefined();
      at(milliseconds + 5);
      expect(await lastUsed(id)).toBe(instant(milliseconds));
    }
  });

  it.each(['written out', 'still in memory'])('is not moved by a refused request: %s', async (state) => {
    const { id, token } = await createKey(tenant);
    expect((await latchkey.as(token)(ME)).errors).toBeUndefined();
    if (state === 'written out') await flush();
    const refused = async (secret: string, document = ME) => {
      expect((await latchkey.as(secret)(document, { organizationId: tenant.id })).errors).toBeDefined();
      expect(await lastUsed(id)).toBe(instant(0));
    };
    at(HOUR);
    await refused(mint('ak_v2_', id).secret.reveal());
    await refused(mint('lku_', id).secret.reveal());
    await refused(token.slice(0, -1));
    await refused(token, KEYS);
    await refused(token, '{ noSuchField }');
    const { token: second } = (await manage(ROTATE, id)).data.organization.rotateKey as { token: string };
    await refused(token);
    await manage(EXPIRE, id, { expiration: instant(2 * HOUR) });
    at(2 * HOUR);
    await refused(second);
    await manage(EXPIRE, id, { expiration: instant(9 * HOUR) });
    await manage(REVOKE, id);
    await refused(second);
    await flush();
    expect(await lastUsed(id)).toBe(instant(0));
  });

  it('counts for a request of which some was refused: a field that wrote, or one that was answered', async () => {
    const { secret, id } = await createToken(tenant, ['organization:describe', 'project:create']);
    const used = async (milliseconds: number, document: string, variables: object = {}) => {
      at(milliseconds);
      const { errors } = await latchkey.as(secret)(document, { organization: tenant.id, ...variables });
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHORISED' } }]);
      const [use] = await latchkey.services.lastUses.getMany([id]);
      return use?.at;
    };
    const refused = 'organization(id: $organization) { apiKeys(first: 1) { nodes { id } } }';
    const wrote = `mutation ($organization: ID!, $email: String!) {
      createProject(input: { organization: { byId: $organization }, slug: "half-done", type: SINGLE }) { ok { __typename } }
      removeMember(input: { organization: { byId: $organization }, email: $email }) { ok { __typename } }
    }`;
    expect(await used(1, `query ($organization: ID!) { __typename _service { sdl } ${refused} }`)).toBeUndefined();
    expect(await used(2, wrote, { email: tenant.ownerEmail })).toBe(instant(2));
    expect(await used(3, `query ($organization: ID!) { me { id } ${refused} }`)).toBe(instant(3));
    expect(await used(4, `query ($organization: ID!) { ${refused} }`)).toBe(instant(3));
    // A write that is refused is none, and neither is what leads to it.
    const refusedWrites = [
      'removeMember(input: { organization: { byId: $organization }, email: "a@b.example" }) { ok { __typename } }',
      'organization(id: $organization) { deleteKey(keyId: "a") }',
    ];
    for (const [index, write] of refusedWrites.entries())
      expect(await used(5 + index, `mutation ($organization: ID!) { ${write} }`)).toBe(instant(3));
  });

  it('counts for a secret that is in its overlap, and for a user access token', async () => {
    const { id, token } = await createKey(tenant);
    const overlap = ROTATE.replace('keyId: $keyId)', 'keyId: $keyId, expireOldKeyAt: "2030-03-01T00:00:00Z")');
    await manage(overlap, id);
    await latchkey.as(token)(ME);
    expect(await lastUsed(id)).toBe(instant(0));
    const { credentials } = latchkey.services.collections;
    const tokens = { organizationIds: tenant.id, family: 'USER_ACCESS_TOKEN', listed: true } as const;
    const [owners] = (await credentials.page(tokens, { first: 1 })).items;
    at(20 * HOUR);
    await tenant.owner(ME);
    await flush();
    expect(await stored(owners?.id ?? '')).toMatchObject({ at: instant(20 * HOUR) });
  });

  it('never moves back, before it is written or after', async () => {
    const { id, token } = await createKey(tenant);
    for (const written of [false, true]) {
      at(written ? 2 * HOUR : HOUR);
      const latest = instant(written ? 2 * HOUR : HOUR);
      await latchkey.as(token)(ME);
      if (written) await flush();
      at(0);
      await latchkey.as(token)(ME);
      expect(await lastUsed(id)).toBe(latest);
      await flush();
      expect(await lastUsed(id)).toBe(latest);
    }
  });

  it('never moves back when another process was later', async () => {
    const { id, token } = await createKey(tenant);
    await latchkey.as(token)(ME);
    const other = new LastUses(latchkey.store, () => new Date(instant(HOUR)));
    other.note(id, use);
    await other.flush();
    expect(await lastUsed(id)).toBe(instant(HOUR));
    await flush();
    expect(await lastUsed(id)).toBe(instant(HOUR));
  });

  it('never moves the version of the credential', async () => {
    const { id, token } = await createKey(tenant);
    await latchkey.services.relay.drain();
    const version = async () => (await latchkey.services.collections.credentials.get(id))?.version;
    const before = await version();
    for (let times = 0; times < 3; times++) {
      await latchkey.as(token)(ME);
      await flush();
    }
    expect(await version()).toBe(before);
  });

  it('is written out of the path of requests, many as one', async () => {
    const { id, token } = await createKey(tenant);
    await Promise.all(Array.from({ length: 20 }, () => latchkey.as(token)(ME)));
    expect(await stored(id)).toBeUndefined();
    await flush();
    expect(await stored(id)).toMatchObject({ version: 1, operation: 'Me' });
    await flush();
    expect(await stored(id)).toMatchObject({ version: 1 });
  });

  it('is written by two processes at once without a loss', async () => {
    const { id } = await createKey(tenant);
    const processes = [1, 2, 3, 4].map((hour) => {
      const one = new LastUses(latchkey.store, () => new Date(instant(hour * HOUR)));
      one.note(id, use);
      return one;
    });
    await Promise.all(processes.map((one) => one.flush()));
    expect(await lastUsed(id)).toBe(instant(4 * HOUR));
  });

  it('survives the end of the server, which writes it out', async () => {
    const place = engine.place();
    const first = await startLatchkey(engine, { place });
    first.clock.now = NOW;
    const owner = await first.organization();
    const { id, token } = await createKey(owner);
    expect((await first.as(token)(ME)).errors).toBeUndefined();
    expect(await first.store.collection(lastUses).get(id)).toBeUndefined();
    await first.close();
    const second = await startLatchkey(engine, { place });
    second.clock.now = NOW;
    try {
      const { data } = await second.as(owner.ownerSecret)(LAST_USED, { organizationId: owner.id, keyId: id });
      expect(data).toEqual({ organization: { apiKey: { lastUsed: NOW.toISOString() } } });
    } finally {
      await second.close();
      await place.remove();
    }
  });
});
