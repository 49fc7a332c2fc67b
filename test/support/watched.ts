/** A store that can be watched, and made to fail or to hang. */
import type { AnyDocumentType, Collection, Document, Store } from '../../src/storage/collection.js';

const READS = ['get', 'getMany', 'findOne', 'page', 'count', 'taken', 'due'] as const;
const SINGLE: readonly string[] = ['get', 'getMany', 'findOne'];
export const WRITES = ['insert', 'replace', 'upsertGreater', 'delete'] as const;

export class Watched {
  /** What was read, as in `credentials.get`, since somebody emptied it. */
  readonly reads: string[] = [];
  /** How much was read of documents by their ids and unique keys, in characters of JSON, since somebody set it to 0. */
  bytes = 0;
  /** While it is set, what a call of a method rejects with; undefined lets that call through. */
  failure: ((method: string) => unknown) | undefined;
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

  #weigh(found: unknown): unknown {
    this.bytes += JSON.stringify(found ?? null).length;
    return found;
  }

  #watch<T extends Document>(kind: AnyDocumentType, collection: Collection<T>): Collection<T> {
    const watched = Object.create(collection) as Record<string, unknown>;
    for (const method of [...READS, ...WRITES]) {
      const own = collection[method].bind(collection) as (...args: unknown[]) => Promise<unknown>;
      watched[method] = (...args: unknown[]) => {
        if (READS.some((one) => one === method)) this.reads.push(`${kind.name}.${method}`);
        const failure = this.failure?.(method);
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- any failure, on purpose
        if (failure !== undefined) return Promise.reject(failure);
        return SINGLE.includes(method) ? own(...args).then((found) => this.#weigh(found)) : own(...args);
      };
    }
    return watched as unknown as Collection<T>;
  }
}
