import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { rotating } from './rotating.js';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2030-03-01T12:00:00.000Z');

onEveryEngine('secrets before the present one', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  const interrupted = new Interrupted();
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: interrupted.wrap });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const setTo = (milliseconds: number) => (latchkey.clock.now = new Date(START + milliseconds));

  describe.each(['KEY', 'TOKEN'] as const)('of a %s', (kind) => {
    const create = () => rotating(latchkey, tenant, kind);

    it('are each valid until their own end, whatever rotations follow', async () => {
      setTo(0);
      const one = await create();
      const [first, second] = [one.secret, await one.rotate(30)];
      setTo(DAY);
      const third = await one.rotate(1);
      expect(await one.valid(first, second, third)).toEqual([true, true, true]);
      const fourth = await one.rotate(3);
      setTo(2 * DAY);
      expect(await one.valid(first, second, third, fourth)).toEqual([true, false, true, true]);
      const fifth = await one.rotate(0);
      expect(await one.valid(first, third, fourth, fifth)).toEqual([true, true, false, true]);
      setTo(4 * DAY);
      expect(await one.valid(first, third, fifth)).toEqual([true, false, true]);
      setTo(30 * DAY);
      expect(await one.valid(first, fifth)).toEqual([false, true]);
    });

    it('are five at most: a further one is refused until one of them ends, and changes nothing', async () => {
      setTo(0);
      const one = await create();
      const secrets = [one.secret];
      for (let overlap = 1; overlap <= 5; overlap++) secrets.push(await one.rotate(overlap));
      expect(await one.refusal(30)).toMatchObject({
        code: kind === 'KEY' ? 'BAD_USER_INPUT' : 'TOO_MANY_SECRETS',
        message: expect.stringContaining('5 former secrets') as string,
      });
      expect(await one.valid(...secrets)).toEqual(secrets.map(() => true));
      setTo(DAY);
      secrets.push(await one.rotate(30));
      expect(await one.valid(...secrets)).toEqual([false, true, true, true, true, true, true]);
      // One that is not kept needs no room.
      setTo(DAY + 5000);
      const last = await one.rotate(0);
      expect(await one.valid(...secrets, last)).toEqual([false, true, true, true, true, true, false, true]);
    });

    it('are forgotten when they have ended, by the next rotation', async () => {
      setTo(0);
      const one = await create();
      for (let times = 0; times < 3; times++) await one.rotate(1);
      expect(await one.digests()).toBe(4);
      setTo(DAY);
      await one.rotate(0);
      expect(await one.digests()).toBe(1);
    });

    it('live 5 seconds at least once a rotation gave them: one that would end them before is refused', async () => {
      setTo(0);
      const one = await create();
      const second = await one.rotate(0);
      for (const at of [0, 4999]) {
        setTo(at);
        expect(await one.refusal(0)).toMatchObject({
          code: 'CONFLICT',
          message: expect.stringContaining('Wait 5 seconds') as string,
        });
        expect(await one.valid(second)).toEqual([true]);
      }
      setTo(5000);
      const third = await one.rotate(0);
      expect(await one.valid(second, third)).toEqual([false, true]);
    });

    it('are not ended by a rotation that began before they were there, however long it takes', async () => {
      setTo(0);
      const one = await create();
      await latchkey.services.relay.drain();
      let second = '';
      interrupted.before('credentials.replace', async () => {
        second = await one.rotate(0);
        setTo(DAY);
      });
      expect(await one.refusal(0)).toMatchObject({ code: 'CONFLICT' });
      expect(await one.valid(one.secret, second)).toEqual([false, true]);
    });
  });

  it('of an access token that rotates itself end at once without an overlap, and it gets the new one', async () => {
    const one = await rotating(latchkey, tenant, 'TOKEN');
    const second = await one.rotate(0, one.secret);
    expect(await one.valid(one.secret, second)).toEqual([false, true]);
  });

  // A key rotates none: it has no permission for it.
  it('of an access token do not rotate it, though they still sign in; the present one does', async () => {
    const one = await rotating(latchkey, tenant, 'TOKEN');
    const second = await one.rotate(1);
    expect(await one.refusal(1, one.secret)).toMatchObject({
      code: 'FORMER_SECRET',
      message: 'A former secret cannot rotate its own credential. Sign in with the current one.',
    });
    expect(await one.valid(one.secret, second)).toEqual([true, true]);
    const third = await one.rotate(1, second);
    expect(await one.valid(one.secret, second, third)).toEqual([true, true, true]);
  });
});
