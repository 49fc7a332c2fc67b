import { update, type Collection, DuplicateKey, iterate, type Store } from '../storage/collection.js';
import { type AuditEvent, auditEvents, type Recorded } from './event.js';

/** A collection of recorded documents: one that lists them by `hasPending`. */
export type RecordedCollection = Collection<Recorded>;

/**
 * Copies events from the documents that carry them to the audit trail, by their ids, and then takes them off.
 * Any number may run at once, and each may die anywhere: an event is copied once at least and stored once.
 */
export class Relay {
  readonly #trail: Collection<AuditEvent>;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(
    store: Store,
    readonly sources: readonly RecordedCollection[],
    readonly onError: (error: unknown) => void,
  ) {
    this.#trail = store.collection(auditEvents);
  }

  /** Starts copying in the background, or once more after the present round. Failures go to `onError`. */
  wake(): void {
    this.drain().catch(this.onError);
  }

  /**
   * Resolves when everything that was pending at the call is in the trail. Rejects with the first failure, once what
   * did not fail is there; what failed stays pending.
   */
  drain(): Promise<void> {
    this.#again = true;
    return (this.#running ??= this.#rounds());
  }

  async #rounds(): Promise<void> {
    const failures: unknown[] = [];
    try {
      while (this.#again) {
        this.#again = false;
        for (const source of this.sources)
          for await (const row of iterate(source, { hasPending: true }))
            await this.#copy(source, row).catch((error: unknown) => failures.push(error));
      }
    } finally {
      this.#running = undefined;
    }
    if (failures.length > 0) throw failures[0];
  }

  async #copy(source: RecordedCollection, row: Recorded): Promise<void> {
    for (const event of row.pending)
      await this.#trail.insert(event).catch((error: unknown) => {
        if (!(error instanceof DuplicateKey)) throw error;
      });
    const copied = new Set(row.pending.map((event) => event.id));
    await update(source, row.id, (now) => {
      const pending = now.pending.filter((event) => !copied.has(event.id));
      return pending.length === now.pending.length ? now : { ...now, pending, hasPending: pending.length > 0 };
    });
  }
}
