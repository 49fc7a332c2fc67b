import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import * as f from '../organization-access-tokens/fixtures/tokens.js';
import { owned, refusal } from '../subgraph-keys/operations.js';
import { rotating } from './rotating.js';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2030-03-01T12:00:00.000Z');
const at = (milliseconds: number) => new Date(START + milliseconds).toISOString();

onEveryEngine('a credential that ends in a week', (engine) => {
  const interrupted = new Interrupted();
  let latchkey: Latchkey;
  let tenant: Tenant;
  /** It manages keys and tokens, and holds what the keys below hold. */
  let brief: { id: string; secret: string; send: Send };
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: interrupted.wrap });
    tenant = await latchkey.organization();
    setTo(0);
    brief = await briefly();
  });
  afterAll(() => latchkey.close());
  afterEach(() => setTo(0));

  const setTo = (milliseconds: number) => (latchkey.clock.now = new Date(START + milliseconds));
  const PERMISSIONS = [
    'accessToken:modify',
    'organization:describe',
    'project:describe',
    'key:create',
    'key:modify',
  ].concat(['schemaCheck:create', 'schemaVersion:publish']);
  async function briefly() {
    const { id, secret } = await f.createToken(tenant, { permissions: PERMISSIONS, expirationPeriod: 'ONE_WEEK' });
    return { id, secret, send: latchkey.as(secret) };
  }
  const OUTLIVES = {
    code: 'EXCEEDS_CALLER_LIFETIME',
    message:
      'Nobody gives or gets an access token that outlives their own credential. Choose an end before yours, or ask an Org Admin.',
  };
  const setExpiration = async (id: string, expiration: object, send = brief.send) =>
    (await send(f.SET_EXPIRATION, { id, expiration })).data.setAccessTokenExpiration;

  it('creates an access token that ends with it, and none that outlives it by a millisecond or for good', async () => {
    const weeks = { permissions: [], expirationPeriod: 'ONE_WEEK' };
    const { token } = await f.createToken(tenant, weeks, brief.send);
    expect(token.expiresAt).toBe(at(7 * DAY));
    setTo(1);
    for (const expirationPeriod of ['ONE_WEEK', 'ONE_YEAR', 'NEVER', undefined])
      expect(await f.refusalOf(tenant, { permissions: [], expirationPeriod }, brief.send)).toMatchObject(OUTLIVES);
  });

  it('creates a key that ends with it', async () => {
    const { id } = await createKey({ ...tenant, owner: brief.send });
    expect((await latchkey.services.collections.credentials.get(id))?.expiresAt).toBe(at(7 * DAY));
    const { id: owners } = await createKey(tenant);
    expect((await latchkey.services.collections.credentials.get(owners))?.expiresAt).toBe('2031-03-01T12:00:00.000Z');
  });

  it('moves no end of an access token beyond its own, not its own either', async () => {
    const { id } = await f.createToken(tenant, { permissions: [], expirationPeriod: 'ONE_WEEK' });
    for (const one of [id, brief.id])
      for (const end of [{ period: 'NEVER' }, { period: 'ONE_YEAR' }, { at: at(7 * DAY + 1) }])
        expect(await setExpiration(one, end)).toEqual({ ok: null, error: OUTLIVES });
    expect((await f.read(tenant, id)).expiresAt).toBe(at(7 * DAY));
    expect((await setExpiration(id, { at: at(DAY) })).error).toBeNull();
    expect((await setExpiration(id, { at: at(7 * DAY) })).error).toBeNull();
  });

  it('may bring an end nearer that lies beyond its own', async () => {
    const { id } = await f.createToken(tenant, { permissions: [], expirationPeriod: 'ONE_YEAR' });
    const { ok } = await setExpiration(id, { period: 'SIX_MONTHS' });
    expect(ok.updatedAccessToken.expiresAt).toBe('2030-09-01T12:00:00.000Z');
  });

  it('moves no end of a key beyond its own', async () => {
    const { id } = await createKey({ ...tenant, owner: brief.send });
    const keys = owned({ ...tenant, owner: brief.send });
    expect(refusal(await keys.expire(id, at(7 * DAY + 1)))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: '"expiration" must not be after the end of your own credential. Ask an Org Admin for a later one.',
    });
    expect((await keys.expire(id, at(6 * DAY))).errors).toBeUndefined();
    expect((await owned(tenant).expire(id, at(300 * DAY))).errors).toBeUndefined();
  });

  describe.each(['KEY', 'TOKEN'] as const)('and a %s that lives on', (kind) => {
    it('does not get its secret', async () => {
      const one = await rotating(latchkey, tenant, kind);
      expect(await one.refusal(1, brief.secret)).toMatchObject({
        code: kind === 'KEY' ? 'BAD_USER_INPUT' : 'EXCEEDS_CALLER_LIFETIME',
        message: expect.stringMatching(/outlives their own credential/) as string,
      });
      expect(await one.valid(one.secret)).toEqual([true]);
    });
  });

  it('rotates an access token with an end before its own, or itself, and with no later end', async () => {
    const { id } = await f.createToken(tenant, { permissions: [], expirationPeriod: 'ONE_YEAR' });
    const own = await briefly();
    const rotate = async (one: string, expirationPeriod?: string) =>
      (await own.send(f.ROTATE, { id: one, overlapDays: 1, expirationPeriod })).data.rotateAccessToken;
    expect((await rotate(id, 'TWO_WEEKS')).error).toEqual(OUTLIVES);
    expect((await rotate(own.id, 'NEVER')).error).toEqual(OUTLIVES);
    expect((await rotate(id, 'ONE_WEEK')).error).toBeNull();
    expect((await rotate(own.id)).error).toBeNull();
  });

  it('leaves nothing that it created while its own end was brought nearer', async () => {
    const own = await briefly();
    await latchkey.services.relay.drain();
    interrupted.before('credentials.insert', () => setExpiration(own.id, { at: at(DAY) }, tenant.owner));
    const { data, errors } = await f.requestToken(tenant, { permissions: [], expirationPeriod: 'ONE_WEEK' }, own.send);
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORISED');
  });

  it('unlike a user, whose role has no end, whatever their token has', async () => {
    const { collections } = latchkey.services;
    const tokens = { organizationIds: tenant.id, family: 'USER_ACCESS_TOKEN', listed: true } as const;
    const [token] = (await collections.credentials.page(tokens, { first: 1 })).items;
    if (!token) throw new Error('the owner has no token');
    await collections.credentials.replace({ ...token, expiresAt: at(DAY) });
    const { id } = await f.createToken(tenant, { permissions: [], expirationPeriod: 'ONE_YEAR' });
    expect((await setExpiration(id, { period: 'NEVER' }, tenant.owner)).error).toBeNull();
    await createKey(tenant);
  });
});
