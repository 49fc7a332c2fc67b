import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait for a turn, in milliseconds, in case the one before waits for a store that does not answer. */
const PATIENCE_MS = 2000;

const turns = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Runs `act` after the earlier calls with the same `owner` and `key` in this process have ended. This reduces conflicts in
 * the store and is not a lock: other processes do not take part, and the wait is bounded.
 */
export async function serialized<R>(owner: object, key: string, act: () => Promise<R>): Promise<R> {
  const ofOwner = turns.get(owner) ?? new Map<string, Promise<unknown>>();
  turns.set(owner, ofOwner);
  const before = ofOwner.get(key);
  const own = (async () => {
    if (before) await Promise.race([before, sleep(PATIENCE_MS, undefined, { ref: false })]);
    return act();
  })();
  const over = own.then(
    () => undefined,
    () => undefined,
  );
  ofOwner.set(key, over);
  try {
    return await own;
  } finally {
    if (ofOwner.get(key) === over) ofOwner.delete(key);
  }
}
