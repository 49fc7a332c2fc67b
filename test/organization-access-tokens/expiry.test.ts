import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as f from './fixtures/tokens.js';

onEveryEngine('the life of an access token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const setTo = (moment: string, milliseconds = 0) =>
    (latchkey.clock.now = new Date(Date.parse(moment) + milliseconds));
  const invalid = [{ message: 'Invalid token provided', code: 'UNAUTHENTICATED' }];
  const refusals = async (secret: string) =>
    (await f.requestToken(tenant, {}, latchkey.as(secret))).errors?.map(({ message, extensions: { code } }) => ({
      message,
      code,
    }));

  it.each([
    ['ONE_WEEK', '2024-02-07T10:20:30.456Z'],
    ['TWO_WEEKS', '2024-02-14T10:20:30.456Z'],
    ['ONE_MONTH', '2024-02-29T10:20:30.456Z'],
    ['SIX_MONTHS', '2024-07-31T10:20:30.456Z'],
    ['ONE_YEAR', '2025-01-31T10:20:30.456Z'],
  ])('of %s ends exactly then, to the millisecond', async (expirationPeriod, expiresAt) => {
    setTo('2024-01-31T10:20:30.456Z');
    const { id, secret, token } = await f.createToken(tenant, { expirationPeriod });
    expect([token.createdAt, token.expiresAt]).toEqual(['2024-01-31T10:20:30.456Z', expiresAt]);
    setTo(expiresAt, -1);
    expect(await f.signsIn(latchkey, secret)).toBe(true);
    expect(await f.introspect(latchkey, tenant, secret)).toMatchObject({
      active: true,
      exp: Math.floor(Date.parse(expiresAt) / 1000),
    });
    for (const late of [0, 1, 1000 * 60 * 60 * 24 * 365]) {
      setTo(expiresAt, late);
      expect(await refusals(secret)).toEqual(invalid);
      expect(await f.introspect(latchkey, tenant, secret)).toEqual({ active: false });
    }
    // It stays listed, for people to see why.
    expect((await f.read(tenant, id)).expiresAt).toBe(expiresAt);
  });

  it.each([{ expirationPeriod: 'NEVER' }, { expirationPeriod: null }, {}])('of %j has no end', async (fields) => {
    setTo('2024-01-31T10:20:30.456Z');
    const { secret, token } = await f.createToken(tenant, fields);
    expect(token.expiresAt).toBeNull();
    setTo('2999-01-01T00:00:00.000Z');
    expect(await f.signsIn(latchkey, secret)).toBe(true);
    expect(await f.introspect(latchkey, tenant, secret)).not.toHaveProperty('exp');
  });

  it('takes no other period', async () => {
    for (const expirationPeriod of ['TEN_YEARS', '', 7, '2030-01-01T00:00:00Z']) {
      const { errors } = await f.requestToken(tenant, { expirationPeriod });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
