/** Changes documents that other writers may change at the same time, and reads whole lists. */
import type { Collection, Document, Draft, Where } from './collection.js';
import { DuplicateKey, StoreUnavailable, VersionConflict } from './errors.js';

/** Returned by the `fn` of {@link update} to leave the document unchanged, with the reason. */
export class Refused<P> {
  constructor(readonly problem: P) {}
}

/**
 * Reads a document, applies `fn`, and stores what it returns; starts again when another write came in between. `fn` returns
 * its argument to change nothing, or a {@link Refused}. Returns the stored document, the refusal, or undefined when there is
 * no document. Rejects with {@link StoreUnavailable} after 30 conflicts, and with what `fn` throws.
 */
export function update<T extends Document>(
  collection: Collection<T>,
  id: string,
  fn: (document: T) => T | Promise<T>,
): Promise<T | undefined>;
export function update<T extends Document, P>(
  collection: Collection<T>,
  id: string,
  fn: (document: T) => T | Refused<P> | Promise<T | Refused<P>>,
): Promise<T | Refused<P> | undefined>;
export async function update<T extends Document, P>(
  collection: Collection<T>,
  id: string,
  fn: (document: T) => T | Refused<P> | Promise<T | Refused<P>>,
): Promise<T | Refused<P> | undefined> {
  for (let attempt = 0; attempt < 30; attempt++) {
    const document = await collection.get(id);
    if (!document) return undefined;
    const next = await fn(document);
    if (next === document || next instanceof Refused) return next;
    try {
      return await collection.replace(next);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      await pause(attempt);
    }
  }
  throw new StoreUnavailable(`a document of ${collection.name} is written to by too many at once`);
}

/**
 * As {@link update}, for a document that may not exist: then stores what `first` returns, unless that is undefined. Returns
 * the stored document, if there is one.
 */
export async function updateOrInsert<T extends Document>(
  collection: Collection<T>,
  id: string,
  fn: (document: T) => T | Promise<T>,
  first: () => Draft<T> | undefined | Promise<Draft<T> | undefined>,
): Promise<T | undefined> {
  const updated = await update(collection, id, fn);
  const draft = updated ?? (await first());
  if (updated || !draft) return updated;
  try {
    return await collection.insert(draft);
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
    // Another writer has inserted it in the meantime.
    return update(collection, id, fn);
  }
}

/** Inserts a document unless its id is taken. Only for kinds without unique keys. */
export async function insertOnce<T extends Document>(collection: Collection<T>, draft: Draft<T>): Promise<void> {
  await collection.insert(draft).catch((error: unknown) => {
    if (!(error instanceof DuplicateKey)) throw error;
  });
}

/** Waits before another attempt after a conflict: a random time, up to 50 ms, which grows with `attempt`. */
export function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(50, 2 ** attempt)));
}

/** Reads every document of a list, newest first, a bounded page at a time. */
export async function* iterate<T extends Document>(collection: Collection<T>, where: Where<T>): AsyncGenerator<T> {
  let after: string | undefined;
  for (;;) {
    const page = await collection.page(where, { first: 100, after });
    yield* page.items;
    if (!page.hasNextPage) return;
    after = page.endCursor;
  }
}
