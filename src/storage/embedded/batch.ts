/** Bounds the work of one transaction over many documents, because a transaction blocks the event loop. */

/** The bounds of one transaction over many documents: its duration in milliseconds, and their number. */
const BATCH_MS = 10;
const BATCH_DOCUMENTS = 100;

/** Starts the bounds of a transaction. It calls the returned function after each document, to learn if it may process another. */
export function batch(): () => boolean {
  const end = performance.now() + BATCH_MS;
  let count = 0;
  return () => ++count < BATCH_DOCUMENTS && performance.now() < end;
}

/** Calls `act` for each item until `more` returns false. Returns the number of calls. */
export function takeWhile<T>(items: readonly T[], more: () => boolean, act: (item: T) => void): number {
  let taken = 0;
  for (const item of items) {
    act(item);
    taken++;
    if (!more()) break;
  }
  return taken;
}
