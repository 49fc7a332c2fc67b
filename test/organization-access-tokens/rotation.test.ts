import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as f from './fixtures/tokens.js';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2030-03-01T12:00:00.000Z');

onEveryEngine('rotating an access token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const setTo = (milliseconds: number) => (latchkey.clock.now = new Date(START + milliseconds));
  const rotation = async (id: string, overlapDays?: number) =>
    (await tenant.owner(f.ROTATE, { id, ...(overlapDays === undefined ? {} : { overlapDays }) })).data
      .rotateOrganizationAccessToken;
  const rotate = async (id: string, overlapDays?: number): Promise<string> =>
    (await rotation(id, overlapDays)).ok.privateAccessKey;
  const good = (...secrets: string[]) => Promise.all(secrets.map((one) => f.signsIn(latchkey, one)));

  it('gives a new secret to the same token, which is otherwise as it was', async () => {
    const { id, secret, token } = await f.createToken(tenant, { expirationPeriod: 'ONE_YEAR' });
    const { ok } = await rotation(id);
    const { resources, ...same } = token;
    expect(ok.rotatedOrganizationAccessToken).toEqual(same);
    expect((await f.read(tenant, id)).resources).toEqual(resources);
    expect(ok.privateAccessKey).not.toBe(secret);
    expect(await good(ok.privateAccessKey)).toEqual([true]);
  });

  it.each([undefined, 0])('with an overlap of %s ends the old secret at once', async (overlapDays) => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant);
    const next = await rotate(id, overlapDays);
    expect(await good(secret, next)).toEqual([false, true]);
  });

  it.each([1, 30])('with an overlap of %i days keeps the old secret good to the millisecond', async (overlapDays) => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant);
    const next = await rotate(id, overlapDays);
    for (const [at, old] of [
      [0, true],
      [overlapDays * DAY - 1, true],
      [overlapDays * DAY, false],
      [overlapDays * DAY + 1, false],
      [1000 * DAY, false],
    ] as const) {
      setTo(at);
      expect([at, ...(await good(secret, next))]).toEqual([at, old, true]);
      expect((await f.introspect(latchkey, tenant, secret)).active).toBe(old);
    }
  });

  it.each([-1, 31, 2 ** 31 - 1])('with an overlap of %i days is refused, and changes nothing', async (overlapDays) => {
    const { id, secret } = await f.createToken(tenant);
    expect(await rotation(id, overlapDays)).toEqual({
      ok: null,
      error: { code: 'INVALID_OVERLAP', message: '"overlapDays" must be from 0 to 30.' },
    });
    expect(await good(secret)).toEqual([true]);
  });

  it('with an overlap that is no whole number of days is refused', async () => {
    const { id, secret } = await f.createToken(tenant);
    for (const overlapDays of [0.5, null, '1', 1e12]) {
      const { errors } = await tenant.owner(f.ROTATE, { id, overlapDays });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(await good(secret)).toEqual([true]);
  });

  it('twice keeps the last two secrets good, and never three', async () => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant);
    const second = await rotate(id, 30);
    setTo(DAY);
    const third = await rotate(id, 1);
    expect(await good(secret, second, third)).toEqual([false, true, true]);
    setTo(2 * DAY);
    expect(await good(secret, second, third)).toEqual([false, false, true]);
    const fourth = await rotate(id, 0);
    expect(await good(secret, second, third, fourth)).toEqual([false, false, false, true]);
  });

  it('keeps no digest of a secret that has come to its end by it', async () => {
    setTo(0);
    const { id } = await f.createToken(tenant);
    const digests = async () => (await latchkey.store.collection(credentials).get(id))?.secrets.length;
    for (let times = 0; times < 3; times++) await rotate(id, 30);
    expect(await digests()).toBe(2);
    await rotate(id, 0);
    expect(await digests()).toBe(1);
  });

  it('does not outlive the token: both secrets end when it expires', async () => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    const next = await rotate(id, 30);
    setTo(7 * DAY - 1);
    expect(await good(secret, next)).toEqual([true, true]);
    setTo(7 * DAY);
    expect(await good(secret, next)).toEqual([false, false]);
  });

  it('is refused for an expired token', async () => {
    setTo(0);
    const { id } = await f.createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    setTo(7 * DAY - 1);
    expect((await rotation(id)).error).toBeNull();
    setTo(7 * DAY);
    expect(await rotation(id)).toEqual({
      ok: null,
      error: { code: 'EXPIRED', message: 'An expired access token cannot be rotated. Create another.' },
    });
  });

  it('is refused for a revoked token, which stays without power', async () => {
    const { id, secret } = await f.createToken(tenant);
    await tenant.owner(f.REVOKE, { id });
    expect(await rotation(id, 30)).toEqual({
      ok: null,
      error: { code: 'REVOKED', message: 'A revoked access token cannot be rotated. Create another.' },
    });
    expect(await good(secret)).toEqual([false]);
  });

  it('by many at once gives each a secret, of which the last one is good', async () => {
    const { id } = await f.createToken(tenant);
    const secrets = await Promise.all(Array.from({ length: 4 }, () => rotate(id, 0)));
    expect(new Set(secrets).size).toBe(4);
    expect((await good(...secrets)).filter(Boolean)).toEqual([true]);
  });
});
