/** A store that lets other requests take turns: the embedded engine would let each run to its end. */
import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../src/storage/collection.js';

/** What is read before a limited document is stored. */
const PAUSED = ['taken', 'count'];

/** For the option `wrap` of `startLatchkey`: gives other requests a turn after every read of what is taken. */
export const withPauses = (store: Store): Store => ({
  ...store,
  collection(kind) {
    const own = store.collection(kind);
    return new Proxy(own, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const method = value.bind(target) as (...given: unknown[]) => unknown;
        if (!PAUSED.some((one) => one === name)) return method;
        return async (...given: unknown[]) => {
          const found = await method(...given);
          await setImmediate();
          return found;
        };
      },
    });
  },
});
