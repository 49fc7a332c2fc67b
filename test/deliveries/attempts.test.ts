/** Leases, retries and the last word. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { DeliveryFailed } from '../../src/deliveries/consumer.js';
import { ATTEMPT_MS, MAX_ATTEMPTS } from '../../src/deliveries/delivery.js';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { Watched } from '../support/watched.js';
import { consumerName, Held, Processes, Recorder } from './processes.js';

/** Seconds from one failure to the next attempt, as the Standard Webhooks specification suggests. */
const DELAYS = [5, 5 * 60, 30 * 60, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * 3600)];

onEveryEngine('a delivery', (engine) => {
  let processes: Processes;
  let name: string;
  let recorder: Recorder;
  beforeAll(async () => void (processes = await Processes.on(engine)));
  afterAll(() => processes.close());
  beforeEach(() => {
    name = consumerName();
    recorder = new Recorder();
    processes.failures = [];
  });

  const failing = (error: () => Error) => {
    recorder.act = () => Promise.reject(error());
    return processes.start({ [name]: recorder });
  };

  it('that another process claims first is left to it', async () => {
    const interrupted = new Interrupted();
    const [first, second] = [new Recorder(), new Recorder()];
    const slow = processes.start({ [name]: first }, interrupted.wrap);
    const fast = processes.start({ [name]: second });
    const happened = await processes.waits(slow);
    interrupted.before('deliveries.replace', () => fast.deliveries.drain());
    await slow.deliveries.drain();
    expect(second.events).toEqual([happened.id]);
    expect(first.events).toEqual([]);
    expect((await processes.delivery(happened, name))?.attempts).toHaveLength(1);
  });

  it('is made by one process, however many look for it at once', async () => {
    const recorders = [new Recorder(), new Recorder(), new Recorder()];
    const all = recorders.map((one) => processes.start({ [name]: one }));
    const happened: string[] = [];
    for (let count = 0; count < 12; count++) happened.push((await processes.happens()).id);
    await Promise.all(all.map(({ relay }) => relay.drain()));
    await Promise.all(all.map(({ deliveries }) => deliveries.drain()));
    expect(recorders.flatMap(({ events }) => events).sort()).toEqual(happened.sort());
  });

  it('is in the hands of one process until the lease ends, and then of the next, and succeeds once', async () => {
    const held = new Held();
    const slow = processes.start({ [name]: held });
    const next = processes.start({ [name]: recorder });
    const happened = await processes.waits(slow);
    const drained = slow.deliveries.drain();
    await held.inHand;
    processes.later({ seconds: 59 });
    await next.deliveries.drain();
    expect(recorder.events).toEqual([]);
    processes.later({ seconds: 1 });
    await next.deliveries.drain();
    expect(recorder.events).toEqual([happened.id]);
    const after = await processes.delivery(happened, name);
    expect(after).toMatchObject({ state: 'DONE', attempts: [{ error: null }, { error: null }] });
    held.fail(new DeliveryFailed('too late'));
    await drained;
    expect(await processes.delivery(happened, name)).toEqual(after);
  });

  it('that fails after its lease has ended leaves the next attempt alone', async () => {
    const [late, held] = [new Held(), new Held()];
    const slow = processes.start({ [name]: late });
    const next = processes.start({ [name]: held });
    const happened = await processes.waits(slow);
    const drained = [slow.deliveries.drain()];
    await late.inHand;
    processes.later({ seconds: 60 });
    drained.push(next.deliveries.drain());
    await held.inHand;
    const before = await processes.delivery(happened, name);
    late.fail(new DeliveryFailed('too late'));
    await drained[0];
    const attempts = [{ error: 'too late' }, { error: null }];
    expect(await processes.delivery(happened, name)).toMatchObject({ dueAt: before?.dueAt, attempts });
    held.release();
    await drained[1];
    expect(await processes.delivery(happened, name)).toMatchObject({ state: 'DONE', attempts });
  });

  it('that fails is tried again after each of the delays, is then given up, and this is logged once', async () => {
    const services = failing(() => new DeliveryFailed('HTTP 503'));
    const happened = await processes.waits(services);
    await services.deliveries.drain();
    for (const [index, seconds] of DELAYS.entries()) {
      expect(processes.failures).toEqual([]);
      processes.later({ seconds: seconds - 1 });
      await services.deliveries.drain();
      expect(recorder.told, 'not before its time').toHaveLength(index + 1);
      processes.later({ seconds: 1 + seconds / 10 });
      await services.deliveries.drain();
      expect(recorder.told, 'at its time').toHaveLength(index + 2);
    }
    const attempts = Array.from(
      { length: MAX_ATTEMPTS },
      () => expect.objectContaining({ error: 'HTTP 503' }) as object,
    );
    expect(await processes.delivery(happened, name)).toMatchObject({ state: 'GIVEN_UP', attempts });
    processes.later({ days: 7 });
    await services.deliveries.drain();
    expect(recorder.told).toHaveLength(MAX_ATTEMPTS);
    const [failure] = processes.failures as Error[];
    expect(processes.failures).toHaveLength(1);
    expect(failure?.message).toBe(`delivery ${happened.id}/${name}/somebody was given up after 10 attempts`);
    expect(failure?.cause).toEqual(new DeliveryFailed('HTTP 503'));
  });

  it('that failed succeeds later', async () => {
    const services = failing(() => new DeliveryFailed('HTTP 503'));
    const happened = await processes.waits(services);
    await services.deliveries.drain();
    recorder.act = () => Promise.resolve();
    processes.later({ seconds: 6 });
    await services.deliveries.drain();
    const attempts = [{ error: 'HTTP 503' }, { error: null }];
    expect(await processes.delivery(happened, name)).toMatchObject({ state: 'DONE', attempts });
    expect(processes.failures).toEqual([]);
  });

  it('that can never succeed is given up at once', async () => {
    const services = failing(() => new DeliveryFailed('HTTP 410', { permanent: true }));
    const happened = await processes.waits(services);
    await services.deliveries.drain();
    expect(await processes.delivery(happened, name)).toMatchObject({ state: 'GIVEN_UP', attempts: [{}] });
  });

  it('is given up when every process that begins it dies', async () => {
    let happened;
    for (let times = 0; times <= MAX_ATTEMPTS; times++) {
      const watched = new Watched();
      recorder.act = () => {
        watched.failure = () => new StoreUnavailable('dead');
        return Promise.reject(new Error('dead'));
      };
      const services = processes.start({ [name]: recorder }, watched.wrap);
      happened ??= await processes.waits(services);
      await services.deliveries.drain().catch(() => undefined);
      expect(recorder.told).toHaveLength(Math.min(times + 1, MAX_ATTEMPTS));
      processes.later({ seconds: 60 });
    }
    expect(happened && (await processes.delivery(happened, name))).toMatchObject({ state: 'GIVEN_UP' });
    expect((processes.failures.at(-1) as Error).message).toMatch(/was given up after 10 attempts$/);
  });

  it('that fails by a fault of ours is logged with its cause, of which nothing is stored, and tried again', async () => {
    const fault = new TypeError('recipient@example.com is not a function');
    const services = failing(() => fault);
    const happened = await processes.waits(services);
    await services.deliveries.drain();
    expect(processes.failures).toEqual([new Error(`delivery ${happened.id}/${name}/somebody failed`)]);
    expect((processes.failures[0] as Error).cause).toBe(fault);
    const stored = await processes.delivery(happened, name);
    expect(stored).toMatchObject({
      state: 'WAITING',
      attempts: [{ error: expect.stringContaining('Internal error') }],
    });
    expect(JSON.stringify(stored)).not.toContain('example.com');
  });

  it('that hangs is ended at its deadline, and tried again', async () => {
    const held = new Held();
    const services = processes.start({ [name]: held });
    const happened = await processes.waits(services);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const drained = services.deliveries.drain();
      await held.inHand;
      await vi.advanceTimersByTimeAsync(ATTEMPT_MS - 1);
      expect(held.signal?.aborted).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(held.signal?.aborted).toBe(true);
      await drained;
    } finally {
      vi.useRealTimers();
    }
    const attempts = [{ error: 'It took longer than 30 seconds.' }];
    expect(await processes.delivery(happened, name)).toMatchObject({ state: 'WAITING', attempts });
  });

  it('that hangs does not hold up others', async () => {
    const held = new Held();
    recorder.names = ['slow', ...Array.from({ length: 12 }, (_, index) => `recipient ${index}`)];
    recorder.act = (event, delivery, signal) =>
      delivery.recipient === 'slow' ? held.act(event, delivery, signal) : Promise.resolve();
    const services = processes.start({ [name]: recorder });
    await processes.waits(services);
    const drained = services.deliveries.drain();
    await vi.waitFor(() => expect(recorder.told).toHaveLength(13), { interval: 1 });
    held.release();
    await drained;
  });

  it('waits while ten others of its consumer are in hand, and begins when one of them ends', async () => {
    const held = new Held();
    held.names = Array.from({ length: 12 }, (_, index) => `recipient ${index}`);
    const services = processes.start({ [name]: held });
    await processes.waits(services);
    services.deliveries.wake();
    await vi.waitFor(() => expect(held.told).toHaveLength(10), { interval: 1 });
    services.deliveries.wake();
    await processes.waits(services);
    expect(held.told).toHaveLength(10);
    held.release();
    await vi.waitFor(() => expect(held.told).toHaveLength(24), { interval: 1 });
    await services.deliveries.stop();
  });

  it('of an event that the trail no longer has is given up', async () => {
    const services = processes.start({ [name]: recorder });
    const happened = await processes.waits(services);
    await services.trail.collection.delete(happened.id);
    await services.deliveries.drain();
    expect(recorder.told).toEqual([]);
    expect(await processes.delivery(happened, name)).toMatchObject({ state: 'GIVEN_UP' });
  });
});
