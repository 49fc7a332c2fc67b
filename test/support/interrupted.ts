/** A store in which something else happens just before a call, as another process may do at any time. */
import type { Collection, Document, Store } from '../../src/storage/collection.js';

const METHODS = [
  'get',
  'getMany',
  'findOne',
  'page',
  'count',
  'taken',
  'due',
  'insert',
  'replace',
  'delete',
  'upsertGreater',
] as const;

export class Interrupted {
  #next: { call: string; act: () => Promise<unknown> } | undefined;

  /** For the option `wrap` of `startLatchkey`. */
  readonly wrap = (store: Store): Store => ({
    ...store,
    collection: (kind) => this.#interrupt(kind.name, store.collection(kind)),
    ping: () => store.ping(),
    close: () => store.close(),
  });

  /** Runs `act` once before the next call of a method, named as in `credentials.insert`; calls by `act` itself are let through. */
  before(call: string, act: () => Promise<unknown>): void {
    this.#next = { call, act };
  }

  #interrupt<T extends Document>(kind: string, collection: Collection<T>): Collection<T> {
    const interrupted = Object.create(collection) as Record<string, unknown>;
    for (const method of METHODS) {
      const own = collection[method].bind(collection) as (...args: unknown[]) => Promise<unknown>;
      interrupted[method] = async (...args: unknown[]) => {
        const next = this.#next;
        if (next?.call === `${kind}.${method}`) {
          this.#next = undefined;
          await next.act();
        }
        return own(...args);
      };
    }
    return interrupted as unknown as Collection<T>;
  }
}
