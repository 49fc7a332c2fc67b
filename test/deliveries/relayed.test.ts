/** From the document that carries an event to those who are told of it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { auditEvents } from '../../src/audit/event.js';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { intercepting } from '../audit/trail.js';
import { onEveryEngine } from '../support/engines.js';
import { Watched, WRITES } from '../support/watched.js';
import { consumerName, Held, Processes, Recorder } from './processes.js';

onEveryEngine('an event', (engine) => {
  let processes: Processes;
  let name: string;
  beforeAll(async () => void (processes = await Processes.on(engine)));
  afterAll(() => processes.close());
  beforeEach(() => {
    name = consumerName();
    processes.failures = [];
  });
  afterEach(() => vi.restoreAllMocks());

  const inTrail = (id: string) => processes.store.collection(auditEvents).get(id);

  it('is delivered once to each recipient of each consumer, and to nobody whom no consumer names', async () => {
    const [all, none, other] = [new Recorder(['a', 'b']), new Recorder([]), new Recorder()];
    const services = processes.start({ [name]: all, [consumerName()]: none, [consumerName()]: other });
    const { id: eventId } = await processes.happens();
    for (let times = 0; times < 2; times++) {
      await services.relay.drain();
      await services.deliveries.drain();
    }
    expect(all.told.sort((a, b) => a.recipient.localeCompare(b.recipient))).toEqual([
      { eventId, recipient: 'a' },
      { eventId, recipient: 'b' },
    ]);
    expect(none.told).toEqual([]);
    expect(other.told).toEqual([{ eventId, recipient: 'somebody' }]);
    expect(await processes.delivery({ id: eventId }, name, 'a')).toMatchObject({ state: 'DONE' });
  });

  it('is delivered whole, with what says which delivery it is', async () => {
    const recorder = new Recorder();
    const given: unknown[] = [];
    recorder.act = async (event, { id, eventId, recipient, attempts }) =>
      void given.push(event, { id, eventId, recipient, attempts: attempts.length });
    const services = processes.start({ [name]: recorder });
    const happened = await processes.waits(services);
    await services.deliveries.drain();
    const delivery = {
      id: `${happened.id}/${name}/somebody`,
      eventId: happened.id,
      recipient: 'somebody',
      attempts: 1,
    };
    expect(given).toEqual([{ ...happened, version: 1 }, delivery]);
  });

  it('that is copied late is delivered, although later events were delivered before it', async () => {
    const recorder = new Recorder();
    const services = processes.start({ [name]: recorder });
    const early = { id: '01900000-0000-7000-8000-000000000000', at: '2025-12-31T00:00:00.000Z' };
    const later = await processes.waits(services);
    await services.deliveries.drain();
    await processes.waits(services, early);
    await services.deliveries.drain();
    expect(recorder.events).toEqual([later.id, early.id]);
  });

  it('that happened earlier is delivered earlier, whatever its id and whenever it was copied', async () => {
    const held = new Held();
    const services = processes.start({ [name]: held });
    const minutes = [7, 12, 3, 10, 1, 11, 5, 9, 2, 8, 4, 6];
    const at = (minute: number) => new Date(Date.UTC(2025, 11, 31, 0, minute)).toISOString();
    const happened = new Map<number, string>();
    for (const minute of minutes) happened.set(minute, (await processes.happens({ at: at(minute) })).id);
    await services.relay.drain();
    const drained = services.deliveries.drain();
    // As many as are made at once.
    await vi.waitFor(() => expect(held.told).toHaveLength(10), { interval: 1 });
    expect(held.events.sort()).toEqual(
      [...happened]
        .filter(([minute]) => minute <= 10)
        .map(([, id]) => id)
        .sort(),
    );
    held.release();
    await drained;
    expect(held.told).toHaveLength(12);
  });

  it('reaches everybody at least once and the trail once, wherever a process died', async () => {
    let dead = true;
    let writes = 0;
    for (; dead; writes++) {
      const recorder = new Recorder(['a', 'b']);
      const consumers = { [name]: recorder };
      // So many writes are done; then nothing is read or written any more.
      let left = writes;
      const watched = new Watched();
      watched.failure = (method) => {
        if (left === 0) return new StoreUnavailable('dead');
        if (WRITES.some((one) => one === method)) left -= 1;
        return undefined;
      };
      const dying = processes.start(consumers, watched.wrap);
      const { id } = await processes.happens();
      await dying.relay.drain().catch(() => undefined);
      await dying.deliveries.drain().catch(() => undefined);
      dead = left === 0;

      processes.later({ seconds: 60 });
      const next = processes.start(consumers);
      await next.relay.drain();
      await next.deliveries.drain();
      expect(await processes.pending(), `after ${writes} writes`).toEqual([]);
      expect(await inTrail(id), `after ${writes} writes`).toMatchObject({ id, version: 1 });
      for (const recipient of ['a', 'b']) {
        const times = recorder.told.filter((one) => one.eventId === id && one.recipient === recipient).length;
        expect(times, `after ${writes} writes`).toBeGreaterThanOrEqual(1);
        expect(times, `after ${writes} writes`).toBeLessThanOrEqual(2);
        expect(await processes.delivery({ id }, name, recipient)).toMatchObject({ state: 'DONE' });
      }
      expect(recorder.events).toEqual(recorder.events.filter((one) => one === id));
    }
    // 8 writes: the event, two deliveries, the taking off, and the beginning and the end of each delivery. It died after
    // none to after all of them, and lived the tenth time.
    expect(writes).toBe(10);
  });

  it('is delivered when the store took a write and its answer was lost', async () => {
    for (const lost of [1, 2]) {
      const recorder = new Recorder();
      let replaced = 0;
      const services = processes.start({ [name]: recorder }, (store) =>
        intercepting(store, 'deliveries', (own) => ({
          async replace(next) {
            const stored = await own.replace(next);
            if (++replaced === lost) throw new StoreUnavailable('no answer');
            return stored;
          },
        })),
      );
      const happened = await processes.waits(services);
      await services.deliveries.drain().catch(() => undefined);
      processes.later({ seconds: 60 });
      await services.deliveries.drain();
      expect(recorder.events).toEqual([happened.id]);
      expect(await processes.delivery(happened, name)).toMatchObject({ state: 'DONE' });
    }
  });

  it('that is handed over again after it was delivered is not delivered again', async () => {
    const recorder = new Recorder();
    const services = processes.start({ [name]: recorder });
    const happened = await processes.waits(services);
    await services.deliveries.drain();
    const before = await processes.delivery(happened, name);
    await services.deliveries.add(happened);
    await services.deliveries.drain();
    expect(recorder.events).toEqual([happened.id]);
    expect(await processes.delivery(happened, name)).toEqual(before);
  });

  it('waits for a consumer that cannot say whom to tell, and for this one alone', async () => {
    const [broken, other] = [new Recorder(), new Recorder()];
    const services = processes.start({ [name]: broken, [consumerName()]: other });
    const own = broken.recipients;
    const happened = await processes.happens();
    broken.recipients = (event) => (event.id === happened.id ? Promise.reject(new Error('no')) : own(event));
    const next = await processes.happens();
    await expect(services.relay.drain()).rejects.toThrow('no');
    await services.deliveries.drain();
    expect(await processes.pending()).toEqual([happened.id]);
    for (const { id } of [happened, next]) expect(await inTrail(id)).toMatchObject({ id });
    expect(other.events.sort()).toEqual([happened.id, next.id]);
    expect(broken.events).toEqual([next.id]);
    broken.recipients = own;
    await services.relay.drain();
    await services.deliveries.drain();
    expect(broken.events).toEqual([next.id, happened.id]);
    expect(other.events.sort()).toEqual([happened.id, next.id]);
    expect(await processes.pending()).toEqual([]);
  });

  it('is delivered to a consumer that was added later if it is copied after that, and else not', async () => {
    const recorder = new Recorder();
    await processes.waits(processes.start({}));
    const after = await processes.happens();
    const services = processes.start({ [name]: recorder });
    await services.relay.drain();
    await services.deliveries.drain();
    expect(recorder.events).toEqual([after.id]);
  });

  it('leads to no delivery and no timer where nobody is to be told', async () => {
    const timers = vi.spyOn(globalThis, 'setInterval');
    const calls: string[] = [];
    const services = processes.start({}, (store) =>
      intercepting(
        store,
        'deliveries',
        (own) => new Proxy(own, { get: (_, method) => () => Promise.resolve(calls.push(String(method))) }),
      ),
    );
    services.deliveries.start();
    await processes.waits(services);
    await services.deliveries.drain();
    await services.deliveries.sweep();
    await services.deliveries.stop();
    expect(calls).toEqual([]);
    expect(timers).not.toHaveBeenCalled();
    const told = processes.start({ [name]: new Recorder() });
    told.deliveries.start();
    expect(timers).toHaveBeenCalled();
    await told.deliveries.stop();
  });
});
