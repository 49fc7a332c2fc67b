import { insertOnce, update, type Collection, iterate, type Store } from '../storage/collection.js';
import type { Deliveries } from '../deliveries/service.js';
import { Rounds } from '../rounds.js';
import { type AuditEvent, auditEvents, type Event, type Recorded } from './event.js';

/** A collection of recorded documents: one that lists them by `hasPending`. */
export type RecordedCollection = Collection<Recorded>;

/**
 * Copies events from `pending` of documents to the audit trail, by their ids, then stores their deliveries, and then removes
 * them from `pending`. Any number of relays may run at once, and each may be killed at any point: every event is stored once.
 */
export class Relay {
  readonly #trail: Collection<AuditEvent>;
  readonly #rounds: Rounds;

  constructor(
    store: Store,
    readonly sources: readonly RecordedCollection[],
    readonly deliveries: Pick<Deliveries, 'add'>,
    readonly onError: (error: unknown) => void,
  ) {
    this.#trail = store.collection(auditEvents);
    this.#rounds = new Rounds(() => this.#copyAll(), onError);
  }

  /** Starts copying in the background, or once more after the present round. Errors go to `onError`. */
  wake(): void {
    this.#rounds.wake();
  }

  /**
   * Resolves when every event that was pending at the call is in the trail and its deliveries are stored. Rejects with the
   * first error, after all others were copied; an event that failed stays pending.
   */
  drain(): Promise<void> {
    return this.#rounds.run();
  }

  async #copyAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const source of this.sources)
      for await (const document of iterate(source, { hasPending: true }))
        await this.#copyAllOf(source, document).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  /** Copies the events of a document. Rejects with the first error, after all others were copied. */
  async #copyAllOf(source: RecordedCollection, document: Recorded): Promise<void> {
    const copied = new Set<string>();
    const failures: unknown[] = [];
    for (const event of document.pending)
      await this.#copy(event).then(
        () => copied.add(event.id),
        (error: unknown) => failures.push(error),
      );
    await update(source, document.id, (now) => {
      const pending = now.pending.filter((event) => !copied.has(event.id));
      return pending.length === now.pending.length ? now : { ...now, pending, hasPending: pending.length > 0 };
    });
    if (failures.length > 0) throw failures[0];
  }

  /** Inserts into the trail first: workers read the events of deliveries there. */
  async #copy(event: Event): Promise<void> {
    await insertOnce(this.#trail, event);
    await this.deliveries.add(event);
  }
}
