/** How long deliveries are kept, and what becomes of them when a process stops. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { deliveries, type Delivery } from '../../src/deliveries/delivery.js';
import type { Draft } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { consumerName, Held, Processes, Recorder } from './processes.js';

const STOP_MS = 5000;

onEveryEngine('deliveries', (engine) => {
  let processes: Processes;
  let name: string;
  beforeAll(async () => void (processes = await Processes.on(engine)));
  afterAll(() => processes.close());
  beforeEach(() => {
    name = consumerName();
    processes.failures = [];
  });

  it('are kept for 30 days after they ended, and then deleted, however many', async () => {
    const services = processes.start({ [name]: new Recorder() });
    const done = await processes.waits(services);
    await services.deliveries.drain();
    const draft = (state: Delivery['state'], dueAt: Date): Draft<Delivery> => {
      const eventId = uuid();
      const id = `${eventId}/${name}/somebody`;
      return { id, eventId, consumer: name, recipient: 'somebody', state, dueAt: dueAt.toISOString(), attempts: [] };
    };
    const past = new Date(0);
    const over = Array.from({ length: 125 }, (_, index) => draft(index % 20 === 0 ? 'GIVEN_UP' : 'DONE', past));
    const later = [draft('GIVEN_UP', new Date('2200-01-01')), draft('WAITING', past)];
    await processes.place.insertMany(processes.store, deliveries, [...over, ...later]);
    const kept = async (drafts: Draft<Delivery>[]) =>
      (await processes.store.collection(deliveries).getMany(drafts.map(({ id }) => id))).filter((one) => one).length;

    processes.later({ days: 29 });
    await services.deliveries.sweep();
    expect(await kept(over)).toBe(0);
    expect(await kept(later)).toBe(2);
    expect(await processes.delivery(done, name)).toBeDefined();
    processes.later({ days: 1 });
    await services.deliveries.sweep();
    expect(await processes.delivery(done, name)).toBeUndefined();
    expect(await kept(later)).toBe(2);
  });

  it('in hand are waited for when a process stops, and no others begun', async () => {
    const held = new Held();
    const services = processes.start({ [name]: held });
    const happened = await processes.waits(services);
    services.deliveries.start();
    await held.inHand;
    const stopped = services.deliveries.stop();
    const later = await processes.waits(services);
    services.deliveries.wake();
    held.release();
    await stopped;
    expect(held.events).toEqual([happened.id]);
    expect(await processes.delivery(happened, name)).toMatchObject({ state: 'DONE' });
    expect(await processes.delivery(later, name)).toMatchObject({ state: 'WAITING', attempts: [] });
  });

  it('that do not end are aborted a while after a process stops, and left to the next one', async () => {
    const [held, recorder] = [new Held(), new Recorder()];
    const services = processes.start({ [name]: held });
    const happened = await processes.waits(services);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      services.deliveries.wake();
      await held.inHand;
      const stopped = services.deliveries.stop();
      await vi.advanceTimersByTimeAsync(STOP_MS - 1);
      expect(held.signal?.aborted).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await stopped;
      expect(held.signal?.aborted).toBe(true);
    } finally {
      vi.useRealTimers();
    }
    expect(processes.failures).toEqual([]);
    processes.later({ seconds: 60 });
    await processes.start({ [name]: recorder }).deliveries.drain();
    expect(recorder.events).toEqual([happened.id]);
    expect(await processes.delivery(happened, name)).toMatchObject({ state: 'DONE' });
  });
});
