import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { auditEvents } from '../../src/audit/event.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as f from './fixtures/tokens.js';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2030-03-01T12:00:00.000Z');
const at = (milliseconds: number) => new Date(START + milliseconds).toISOString();

onEveryEngine('moving the end of an access token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const setTo = (milliseconds: number) => (latchkey.clock.now = new Date(START + milliseconds));
  const setExpiration = async (id: string, expiration: object, send = tenant.owner) =>
    (await send(f.SET_EXPIRATION, { id, expiration })).data.setAccessTokenExpiration;
  const refused = (code: string) => ({ ok: null, error: { code, message: expect.any(String) as string } });

  it('to a moment or by a period from now, or for good, answers the token with it', async () => {
    setTo(0);
    const { id, token } = await f.createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    setTo(DAY);
    for (const [expiration, expiresAt] of [
      [{ at: at(2 * DAY) }, at(2 * DAY)],
      [{ at: '2030-05-05T16:00:00+02:00' }, '2030-05-05T14:00:00.000Z'],
      [{ period: 'ONE_MONTH' }, '2030-04-02T12:00:00.000Z'],
      [{ period: 'NEVER' }, null],
    ] as const) {
      const { resources, ...fields } = token;
      expect(await setExpiration(id, expiration)).toEqual({
        ok: { updatedAccessToken: { ...fields, expiresAt } },
        error: null,
      });
      expect(await f.read(tenant, id)).toEqual({ ...fields, resources, expiresAt });
    }
  });

  it('holds to the millisecond, for all of its secrets', async () => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant);
    const { data } = await tenant.owner(f.ROTATE, { id, overlapDays: 90 });
    const secrets = [secret, data.rotateAccessToken.ok.privateAccessKey as string];
    await setExpiration(id, { at: at(DAY) });
    for (const [moment, valid] of [
      [DAY - 1, true],
      [DAY, false],
    ] as const) {
      setTo(moment);
      for (const one of secrets) expect(await f.signsIn(latchkey, one)).toBe(valid);
    }
  });

  it('makes an expired token valid again', async () => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    setTo(7 * DAY);
    expect(await f.signsIn(latchkey, secret)).toBe(false);
    expect((await setExpiration(id, { period: 'ONE_WEEK' })).error).toBeNull();
    expect(await f.signsIn(latchkey, secret)).toBe(true);
  });

  it('is refused for a moment that is not in the future', async () => {
    setTo(0);
    const { id, secret } = await f.createToken(tenant);
    for (const moment of [at(0), at(-1), '1970-01-01T00:00:00Z'])
      expect(await setExpiration(id, { at: moment })).toEqual(refused('INVALID_EXPIRATION'));
    expect(await f.signsIn(latchkey, secret)).toBe(true);
  });

  it('needs exactly one end', async () => {
    const { id } = await f.createToken(tenant);
    for (const expiration of [{}, { at: at(DAY), period: 'NEVER' }, { at: null }, null]) {
      const { errors } = await tenant.owner(f.SET_EXPIRATION, { id, expiration });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('is refused for a revoked token, and for a deleted one as if there were none', async () => {
    const { id, secret } = await f.createToken(tenant);
    await tenant.owner(f.REVOKE, { id });
    expect(await setExpiration(id, { period: 'NEVER' })).toEqual(refused('REVOKED'));
    expect(await f.signsIn(latchkey, secret)).toBe(false);
    await tenant.owner(f.DELETE, { id });
    expect(await setExpiration(id, { period: 'NEVER' })).toEqual(refused('NOT_FOUND'));
  });

  it('is recorded with the new end, as is a rotation that moves it', async () => {
    const { id } = await f.createToken(tenant);
    await setExpiration(id, { at: at(DAY) });
    await tenant.owner(f.ROTATE, { id, expirationPeriod: 'NEVER' });
    const stored = await latchkey.services.collections.credentials.get(id);
    await latchkey.services.relay.drain();
    const events = await latchkey.store
      .collection(auditEvents)
      .page({ organizationIds: tenant.id }, { first: 100 }, (some) =>
        some.filter(({ subjectId }) => subjectId === stored?.id),
      );
    expect(events.items.map(({ action, change }) => [action, change]).toReversed()).toEqual([
      ['credential.created', null],
      ['credential.expirationChanged', { from: null, to: at(DAY) }],
      ['credential.rotated', { from: expect.any(String), to: stored?.preview.last, formerUntil: null }],
      ['credential.expirationChanged', { from: at(DAY), to: null }],
    ]);
  });
});
