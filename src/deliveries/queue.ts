import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AuditEvent, auditEvents, type Event } from '../audit/event.js';
import { type Clock, instant } from '../clock.js';
import { type Collection, insertOnce, Refused, type Store, update } from '../storage/collection.js';
import type { Consumers } from './consumer.js';
import { begun, deliveries, delivered, type Delivery, failed, newDelivery } from './delivery.js';

/** How many deliveries one batch deletes. */
const DELETED_AT_ONCE = 100;

/** The stored deliveries. Any number of processes may use them at once. */
export class DeliveryQueue {
  readonly #stored: Collection<Delivery>;
  readonly #trail: Collection<AuditEvent>;

  constructor(
    store: Store,
    readonly consumers: Consumers,
    readonly clock: Clock,
  ) {
    this.#stored = store.collection(deliveries);
    this.#trail = store.collection(auditEvents);
  }

  /**
   * Stores the deliveries of an event that is in the trail; stored ones are not changed. Rejects with the first error, after
   * all other consumers' deliveries are stored: call it again then.
   */
  async add(event: Event): Promise<void> {
    const failures: unknown[] = [];
    for (const [name, consumer] of Object.entries(this.consumers))
      try {
        for (const recipient of await consumer.recipients(event))
          await insertOnce(this.#stored, newDelivery(event, name, recipient));
      } catch (error) {
        failures.push(error);
      }
    if (failures.length > 0) throw failures[0];
  }

  /** The ids of up to `most` deliveries of a consumer that are due, the earliest first. */
  due(consumer: string, most: number): Promise<string[]> {
    return this.#stored.due({ consumer, state: 'WAITING' }, 'dueAt', instant(this.clock()), most);
  }

  /**
   * Begins an attempt by one write; until its lease ends, no other process can. Undefined when the delivery is not due, for
   * example because another process has claimed it. A delivery with too many attempts is answered as GIVEN_UP.
   */
  async claim(id: string): Promise<Delivery | undefined> {
    const claimed = await update(this.#stored, id, (now) => begun(now, this.clock()) ?? new Refused('NOT_DUE'));
    return claimed instanceof Refused ? undefined : claimed;
  }

  /** The event of a delivery; undefined when the trail no longer has it. */
  eventOf({ eventId }: Delivery): Promise<Event | undefined> {
    return this.#trail.get(eventId);
  }

  /** Stores that the attempt of a claimed delivery succeeded. */
  async succeed({ id }: Delivery): Promise<void> {
    await update(this.#stored, id, (now) => delivered(now, this.clock()));
  }

  /** Stores why the attempt of a claimed delivery failed, and answers the stored delivery. */
  fail({ id, attempts }: Delivery, failure: { error: string; permanent: boolean }): Promise<Delivery | undefined> {
    return update(this.#stored, id, (now) => failed(now, this.clock(), { attempt: attempts.length, ...failure }));
  }

  /** Deletes DONE and GIVEN_UP deliveries that have been kept long enough. */
  async sweep(): Promise<void> {
    for (const consumer of Object.keys(this.consumers))
      for (const state of ['DONE', 'GIVEN_UP'] as const) {
        let over: string[];
        do {
          over = await this.#stored.due({ consumer, state }, 'dueAt', instant(this.clock()), DELETED_AT_ONCE);
          for (const id of over) {
            await this.#stored.delete(id);
            // The embedded store is synchronous: without this, nothing else would run until all are deleted.
            await nextTurn();
          }
        } while (over.length === DELETED_AT_ONCE);
      }
  }
}
