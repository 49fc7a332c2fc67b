/** Bounds the work of one transaction over many documents, because a transaction blocks the event loop. */

/** How long one transaction may go on to read or write documents, in milliseconds, and how many at most. */
const BATCH_MS = 10;
const BATCH_DOCUMENTS = 100;

/** Returns a function that a transaction which begins now calls after each document: whether it may take another. */
export function batch(): () => boolean {
  const end = performance.now() + BATCH_MS;
  let count = 0;
  return () => ++count < BATCH_DOCUMENTS && performance.now() < end;
}

/** Calls `act` for one item after the other until `more` answers false. Returns the number of calls. */
export function takeWhile<T>(items: readonly T[], more: () => boolean, act: (item: T) => void): number {
  let taken = 0;
  for (const item of items) {
    act(item);
    taken++;
    if (!more()) break;
  }
  return taken;
}
