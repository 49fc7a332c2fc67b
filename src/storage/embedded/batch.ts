/** Transactions of many documents, which block the event loop: how much one of them does. */

/** How long one transaction may go on to read or write documents, in milliseconds, and how many at most. */
const BATCH_MS = 10;
const BATCH_DOCUMENTS = 100;

/** Tells after each document whether a transaction that begins now may take another. */
export function batch(): () => boolean {
  const end = performance.now() + BATCH_MS;
  let count = 0;
  return () => ++count < BATCH_DOCUMENTS && performance.now() < end;
}

/** Calls `act` for one item after the other while there is `more`; answers for how many. */
export function takeWhile<T>(items: readonly T[], more: () => boolean, act: (item: T) => void): number {
  let taken = 0;
  for (const item of items) {
    act(item);
    taken++;
    if (!more()) break;
  }
  return taken;
}
