import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
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
      .rotateAccessToken;
  const rotate = async (id: string, overlapDays?: number): Promise<string> =>
    (await rotation(id, overlapDays)).ok.privateAccessKey;
  const good = (...secrets: string[]) => Promise.all(secrets.map((one) => f.signsIn(latchkey, one)));

  it('gives a new secret to the same token, which is otherwise as it was', async () => {
    const { id, secret, token } = await f.createToken(tenant, { expirationPeriod: 'ONE_YEAR' });
    const { ok } = await rotation(id);
    const { resources, ...same } = token;
    expect(ok.rotatedAccessToken).toEqual(same);
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

  it.each([1, 90])('with an overlap of %i days keeps the old secret good to the millisecond', async (overlapDays) => {
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

  it.each([-1, 91, 2 ** 31 - 1])('with an overlap of %i days is refused, and changes nothing', async (overlapDays) => {
    const { id, secret } = await f.createToken(tenant);
    expect(await rotation(id, overlapDays)).toEqual({
      ok: null,
      error: { code: 'INVALID_OVERLAP', message: '"overlapDays" must be from 0 to 90.' },
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

  it('does not outlive the token: both secrets end when it expires', async () => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    const next = await rotate(id, 30);
    setTo(7 * DAY - 1);
    expect(await good(secret, next)).toEqual([true, true]);
    setTo(7 * DAY);
    expect(await good(secret, next)).toEqual([false, false]);
  });

  it('gives the token a new end, from now, when a period is given', async () => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    setTo(DAY);
    const turn = async (expirationPeriod: string | null) =>
      (await tenant.owner(f.ROTATE, { id, overlapDays: 90, expirationPeriod })).data.rotateAccessToken.ok;
    const first = await turn('TWO_WEEKS');
    expect(first.rotatedAccessToken.expiresAt).toBe('2030-03-16T12:00:00.000Z');
    setTo(15 * DAY - 1);
    expect(await good(secret, first.privateAccessKey)).toEqual([true, true]);
    const second = await turn(null);
    expect(second.rotatedAccessToken.expiresAt).toBe('2030-03-16T12:00:00.000Z');
    expect((await turn('NEVER')).rotatedAccessToken.expiresAt).toBeNull();
    // The overlap ended where the token was to end when it was promised.
    setTo(15 * DAY);
    expect(await good(secret, first.privateAccessKey, second.privateAccessKey)).toEqual([false, false, true]);
  });

  it('is refused for an expired token', async () => {
    setTo(0);
    const { id } = await f.createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    setTo(7 * DAY - 1);
    expect((await rotation(id)).error).toBeNull();
    setTo(7 * DAY);
    expect(await rotation(id)).toEqual({
      ok: null,
      error: {
        code: 'EXPIRED',
        message: 'An expired access token cannot be rotated. Give it a later end with setAccessTokenExpiration first.',
      },
    });
  });

  it('is refused for a revoked token, which stays without power', async () => {
    const { id, secret } = await f.createToken(tenant);
    await tenant.owner(f.REVOKE, { id });
    expect(await rotation(id, 30)).toEqual({
      ok: null,
      error: {
        code: 'REVOKED',
        message: 'A revoked access token stays revoked, and cannot be changed. Create another.',
      },
    });
    expect(await good(secret)).toEqual([false]);
  });
});
