import { DateTime } from 'luxon';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../src/config/plans.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { after, done, eventsOf, namesIn, owned, refusal, type ShownKey, signsIn } from './operations.js';

const NOW = new Date('2031-03-15T10:20:30.456Z');
const HOUR = 3_600_000;
const LONGEST: readonly [Plan, years: number][] = [
  ['STANDARD', 1],
  ['ENTERPRISE', 10],
];

onEveryEngine("a key's end", (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const at = (moment: string | Date) => (latchkey.clock.now = new Date(moment));
  const read = async (id: string, by = tenant) => done<ShownKey>(await owned(by).read(id), 'apiKey');
  const expire = async (id: string, moment: string, by = tenant) =>
    done<ShownKey>(await owned(by).expire(id, moment), 'setKeyExpiration');
  const refused = async (id: string, moment: string, by = tenant) => refusal(await owned(by).expire(id, moment));

  it.each([
    ['2031-03-15T10:20:30.456Z', '2032-03-15T10:20:30.456Z'],
    ['2027-06-01T00:00:00.000Z', '2028-06-01T00:00:00.000Z'],
    ['2028-02-28T23:59:59.999Z', '2029-02-28T23:59:59.999Z'],
    ['2028-02-29T12:00:00.000Z', '2029-02-28T12:00:00.000Z'],
    ['2027-02-28T12:00:00.000Z', '2028-02-28T12:00:00.000Z'],
    ['2030-12-31T23:59:59.999Z', '2031-12-31T23:59:59.999Z'],
  ])('is one calendar year after its creation: %s to %s', async (createdAt, expiresAt) => {
    at(createdAt);
    const { id, token } = await createKey(tenant);
    expect(await read(id)).toMatchObject({ createdAt, expiresAt });
    for (const [milliseconds, good] of [
      [-1, true],
      [0, false],
      [1, false],
    ] as const) {
      at(after(expiresAt, milliseconds));
      await expect(signsIn(latchkey, token)).resolves.toBe(good);
    }
  });

  it('is one year off for an operator key as well', async () => {
    at(NOW);
    const key = done<ShownKey>(await owned(tenant).create({ name: 'x', type: 'OPERATOR' }), 'createKey');
    expect(key.expiresAt).toBe('2032-03-15T10:20:30.456Z');
  });

  it('can be moved nearer, to the millisecond', async () => {
    at(NOW);
    const { id, token } = await createKey(tenant);
    const moment = after(NOW, 1);
    expect((await expire(id, moment)).expiresAt).toBe(moment);
    await expect(signsIn(latchkey, token)).resolves.toBe(true);
    at(moment);
    await expect(signsIn(latchkey, token)).resolves.toBe(false);
  });

  it('takes a moment with an offset, and answers it in UTC', async () => {
    at(NOW);
    const { id } = await createKey(tenant);
    expect((await expire(id, '2031-06-01T00:00:00+02:00')).expiresAt).toBe('2031-05-31T22:00:00.000Z');
  });

  it.each([0, -1, -86_400_000])('cannot be %d ms from now', async (milliseconds) => {
    at(NOW);
    const { id, token } = await createKey(tenant);
    expect(await refused(id, after(NOW, milliseconds))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: '"expiration" must be in the future. End a key with revokeKey.',
    });
    await expect(signsIn(latchkey, token)).resolves.toBe(true);
    expect((await read(id)).expiresAt).toBe('2032-03-15T10:20:30.456Z');
  });

  it.each(LONGEST)(
    "on %s reaches %d years from the key's creation, and not a millisecond more",
    async (plan, years) => {
      at(NOW);
      const own = await latchkey.organization({ plan });
      const { id, token } = await createKey(own);
      const longest = DateTime.fromJSDate(NOW, { zone: 'utc' }).plus({ years }).toJSDate().toISOString();
      at(after(NOW, HOUR));
      for (const beyond of [after(longest, 1), '9999-12-31T23:59:59.999Z'])
        expect(await refused(id, beyond, own)).toMatchObject({
          code: 'BAD_USER_INPUT',
          message: `The plan lets this key live until ${longest} at most.`,
        });
      expect((await expire(id, longest, own)).expiresAt).toBe(longest);
      at(after(longest, -1));
      await expect(signsIn(latchkey, token)).resolves.toBe(true);
      at(longest);
      await expect(signsIn(latchkey, token)).resolves.toBe(false);
    },
  );

  it.each(['', 'never', '2031-06-01', '2031-06-01T00:00:00', 1938038400000, null, '2031-02-30T00:00:00Z'])(
    'cannot be %j',
    async (moment) => {
      const { id } = await createKey(tenant);
      const { status, data, errors } = await owned(tenant).expire(id, moment as string);
      expect({ status, data: data as unknown }).toEqual({ status: 200, data: undefined });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it.each(['STANDARD', 'ENTERPRISE'] as const)('on %s, once moved, brings an expired key back', async (plan) => {
    at(NOW);
    const own = await latchkey.organization({ plan });
    const { id, token } = await createKey(own, 'Revived');
    await expire(id, after(NOW, HOUR), own);
    at(after(NOW, 2 * HOUR));
    await expect(signsIn(latchkey, token)).resolves.toBe(false);
    expect(namesIn(await owned(own).list())).toEqual([]);
    await expire(id, after(NOW, 3 * HOUR), own);
    await expect(signsIn(latchkey, token)).resolves.toBe(true);
    expect(namesIn(await owned(own).list())).toEqual(['Revived']);
  });

  it('brings no key back beyond the limit of the plan', async () => {
    at(NOW);
    const own = await latchkey.organization({ plan: 'STANDARD' });
    const { id, token } = await createKey(own);
    await expire(id, after(NOW, HOUR), own);
    at(after(NOW, 2 * HOUR));
    for (let made = 0; made < 5; made++) await createKey(own);
    const later = after(NOW, 3 * HOUR);
    expect(await refused(id, later, own)).toMatchObject({
      code: 'LIMIT_REACHED',
      message: 'The STANDARD plan allows 5 live subgraph keys. Revoke or delete one first.',
    });
    await expect(signsIn(latchkey, token)).resolves.toBe(false);
    const { nodes } = done<{ nodes: { id: string }[] }>(await owned(own).list(), 'apiKeys');
    done(await owned(own).revoke(nodes[0]?.id ?? ''), 'revokeKey');
    await expire(id, later, own);
    await expect(signsIn(latchkey, token)).resolves.toBe(true);
  });

  it('does not move for a revoked key', async () => {
    const { id, token } = await createKey(tenant);
    done(await owned(tenant).revoke(id), 'revokeKey');
    expect((await refused(id, after(new Date(), HOUR))).message).toBe('A revoked key stays revoked. Create another.');
    await expect(signsIn(latchkey, token)).resolves.toBe(false);
  });

  it('is recorded when it moves', async () => {
    const { id } = await createKey(tenant);
    await expire(id, after(new Date(), HOUR));
    const recorded = await eventsOf(latchkey, tenant, id);
    expect(recorded).toEqual(['credential.created', 'credential.expirationChanged']);
  });
});
