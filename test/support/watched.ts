/** A store that can be watched, and made to fail or to hang. */
import type { AnyKind, Collection, Row, Store } from '../../src/storage/collection.js';

const READS = ['get', 'getMany', 'findOne', 'page', 'count'] as const;
const WRITES = ['insert', 'replace', 'delete'] as const;

export class Watched {
  /** What was read, as in `credentials.get`, since somebody emptied it. */
  readonly reads: string[] = [];
  /** What every call rejects with while it is set. */
  failure: (() => unknown) | undefined;
  /** What `ping` does while it is set. */
  ping: (() => Promise<void>) | undefined;

  /** For the option `wrap` of `startLatchkey`. */
  readonly wrap = (store: Store): Store => ({
    collection: (kind) => this.#watch(kind, store.collection(kind)),
    ping: () => this.ping?.() ?? store.ping(),
    close: () => store.close(),
  });

  /** What is read while `act` runs, without the pages that the relay looks through at any time. */
  async readsOf(act: () => Promise<unknown>): Promise<string[]> {
    this.reads.length = 0;
    await act();
    return this.reads.filter((read) => !read.endsWith('.page'));
  }

  #watch<T extends Row>(kind: AnyKind, collection: Collection<T>): Collection<T> {
    const watched = Object.create(collection) as Record<string, unknown>;
    for (const method of [...READS, ...WRITES]) {
      const own = collection[method].bind(collection) as (...args: unknown[]) => Promise<unknown>;
      watched[method] = (...args: unknown[]) => {
        if (READS.some((one) => one === method)) this.reads.push(`${kind.name}.${method}`);
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- any failure, on purpose
        return this.failure ? Promise.reject(this.failure()) : own(...args);
      };
    }
    return watched as unknown as Collection<T>;
  }
}
