import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { owned } from '../subgraph-keys/operations.js';
import { type Rotating, rotating } from './rotating.js';

const START = new Date('2030-01-01T00:00:00Z').getTime();
const HOUR = 3_600_000;
const MIN_SECRET_LIFE_MS = 5000;
const AT_ONCE = 8;

onEveryEngine('an Idempotency-Key of a rotation', (engine) => {
  const interrupted = new Interrupted();
  let servers: Latchkey[];
  let latchkey: Latchkey;
  let tenant: Tenant;
  let keys = 0;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: interrupted.wrap });
    servers = [latchkey, await startLatchkey(engine, { place: latchkey.place })];
    at(0);
    tenant = await latchkey.organization();
  });
  afterAll(async () => {
    for (const server of servers.toReversed()) await server.close();
  });

  /** Sets all clocks to so many milliseconds after the start. */
  const at = (milliseconds: number) => {
    for (const { clock } of servers) clock.now = new Date(START + milliseconds);
  };
  const newKey = () => `rotation-${(keys += 1)}`;
  const under =
    (key: string, send: Send = tenant.owner): Send =>
    (document, variables) =>
      send(document, variables, { 'idempotency-key': key });

  describe.each(['KEY', 'TOKEN'] as const)('on a %s', (kind) => {
    const fresh = async () => {
      at(0);
      const one = await rotating(latchkey, tenant, kind);
      // The relay's writes are not to be taken for those of a rotation.
      await latchkey.services.relay.drain();
      return one;
    };
    /** The new secret of a rotation, NONE when its answer shows none, or the code that it is refused with. */
    const rotate = async (one: Rotating, send: Send, overlapDays = 0): Promise<string> => {
      const result = await one.attempt(overlapDays, send);
      if ('code' in result) return result.code;
      return result.secret.includes('*') ? 'NONE' : result.secret;
    };

    it('makes it rotate once and answer the secret once, before its event is in the trail and after', async () => {
      const [one, key] = [await fresh(), newKey()];
      const secret = await rotate(one, under(key));
      expect(await one.valid(one.secret, secret)).toEqual([false, true]);
      at(MIN_SECRET_LIFE_MS);
      expect(await rotate(one, under(key))).toBe('NONE');
      await latchkey.services.relay.drain();
      expect(await rotate(one, under(key))).toBe('NONE');
      expect(await one.valid(secret)).toEqual([true]);
    });

    it('leaves the secret of a later rotation alone', async () => {
      const [one, key] = [await fresh(), newKey()];
      await rotate(one, under(key));
      at(MIN_SECRET_LIFE_MS);
      const later = await rotate(one, under(newKey()));
      at(2 * MIN_SECRET_LIFE_MS);
      expect(await rotate(one, under(key))).toBe('NONE');
      expect(await one.valid(later)).toEqual([true]);
    });

    it.each([0, 30])(
      'rotates once for many requests at once, on two servers, with %i days of overlap',
      async (days) => {
        const [one, key] = [await fresh(), newKey()];
        const send = (index: number) => servers[index % 2]?.as(tenant.ownerSecret);
        const answers = await Promise.all(
          Array.from({ length: AT_ONCE }, (_, index) => rotate(one, under(key, send(index)), days)),
        );
        const secrets = answers.filter((answer) => answer !== 'NONE');
        expect(secrets).toHaveLength(1);
        expect(await one.valid(one.secret, ...secrets)).toEqual([days > 0, true]);
        expect(await one.digests()).toBe(days > 0 ? 2 : 1);
      },
    );

    it('rotates once when a repetition is done, and its event copied, just before the first request writes', async () => {
      const [one, key] = [await fresh(), newKey()];
      let repetition: string | undefined;
      interrupted.before('credentials.replace', async () => {
        repetition = await rotate(one, under(key), 30);
        await latchkey.services.relay.drain();
      });
      expect(await rotate(one, under(key), 30)).toBe('NONE');
      expect(await one.valid(one.secret, repetition ?? '')).toEqual([true, true]);
      expect(await one.digests()).toBe(2);
    });

    it('rotates when it is repeated after a request that was cut off before it had rotated', async () => {
      const [one, key] = [await fresh(), newKey()];
      interrupted.before('credentials.replace', () => Promise.reject(new StoreUnavailable('cut off')));
      expect(await rotate(one, under(key))).toBe('INTERNAL_SERVER_ERROR');
      expect(await one.valid(await rotate(one, under(key)))).toEqual([true]);
      expect(await rotate(one, under(key))).toBe('NONE');
    });

    it('rotates when it is repeated after a refusal', async () => {
      const [one, key] = [await fresh(), newKey()];
      await rotate(one, under(newKey()));
      expect(await rotate(one, under(key))).toBe('CONFLICT');
      at(MIN_SECRET_LIFE_MS);
      expect(await one.valid(await rotate(one, under(key)))).toEqual([true]);
    });

    it('is refused with another input', async () => {
      const [one, key] = [await fresh(), newKey()];
      await rotate(one, under(key), 30);
      expect(await rotate(one, under(key), 31)).toBe('IDEMPOTENCY_KEY_REUSED');
      expect(await rotate(await fresh(), under(key), 30)).toBe('IDEMPOTENCY_KEY_REUSED');
      expect(await one.digests()).toBe(2);
    });

    it('is kept for 24 hours', async () => {
      const [one, key] = [await fresh(), newKey()];
      await rotate(one, under(key));
      at(24 * HOUR - 1);
      expect(await rotate(one, under(key))).toBe('NONE');
      at(24 * HOUR);
      expect(await one.valid(await rotate(one, under(key)))).toEqual([true]);
    });
  });

  it('is answered when the end of the former secret that was asked for has passed', async () => {
    at(0);
    const { id } = await rotating(latchkey, tenant, 'KEY');
    const expireOldKeyAt = new Date(START + HOUR).toISOString();
    const send = under(newKey());
    const token = async () => {
      const { data, errors } = await owned({ ...tenant, owner: send }).rotate(id, { expireOldKeyAt });
      expect(errors).toBeUndefined();
      return data.organization.rotateKey.token as string;
    };
    expect(await token()).not.toContain('*');
    at(2 * HOUR);
    expect(await token()).toContain('*');
  });

  it('is answered to a token that rotated itself and still signs in with its former secret', async () => {
    at(0);
    const one = await rotating(latchkey, tenant, 'TOKEN');
    const send = under(newKey(), latchkey.as(one.secret));
    expect(await one.attempt(30, send)).toEqual({ secret: expect.stringMatching(/^lko_\w+$/) as string });
    expect(await one.attempt(30, send)).toEqual({ secret: expect.stringContaining('*') as string });
  });
});
