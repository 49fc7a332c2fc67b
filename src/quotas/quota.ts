/**
 * Limits without a counter: whoever owns up to N documents of a kind has N numbered slots for them, and a unique key
 * keeps each slot to one document. So any number of creations at once, on any number of processes, fill the slots and
 * no more.
 */
import {
  type Collection,
  type Document,
  DuplicateKey,
  pause,
  StoreUnavailable,
  update,
  type Where,
} from '../storage/collection.js';
import { serialized } from './serialize.js';

/** A document that may be limited. `slot` is a unique key: a numbered slot, or the document's own id without one. */
export interface Slotted extends Document {
  readonly slot: string;
}

/** Whose slots, how many there are, and which documents count. */
export interface Quota<T extends Slotted> {
  /** Who or what the slots belong to, and the kind of document: what stands before their numbers. */
  readonly scope: string;
  readonly limit: number;
  /** The declared list of the documents that count. */
  readonly holders: Where<T>;
  /** The document without its slot and no longer among the holders if it stopped counting, as by expiring; else itself. */
  readonly release?: (document: T) => T;
}

/**
 * Calls `write` with a free slot until it is kept, and answers what `write` did; 'LIMIT_REACHED' when as many documents
 * count as the limit allows. Rejects as `write` does, but for a slot lost to somebody faster; with
 * {@link StoreUnavailable} when too many try at once.
 *
 * Free slots are found in the indexes. Documents are read only when all slots are taken and some may have expired, and
 * when some documents that count hold no slot of this quota: they are from a time without a limit, or of a higher one,
 * and take theirs before anything new does.
 */
export function withSlot<T extends Slotted, R>(
  collection: Collection<T>,
  quota: Quota<T>,
  write: (slot: string) => Promise<R>,
): Promise<R | 'LIMIT_REACHED'> {
  // Many that race for one key cost the store much: DocumentDB disentangles fifty of them for half a minute.
  return serialized(collection, quota.scope, () => takeSlot(collection, quota, write));
}

async function takeSlot<T extends Slotted, R>(
  collection: Collection<T>,
  quota: Quota<T>,
  write: (slot: string) => Promise<R>,
): Promise<R | 'LIMIT_REACHED'> {
  const slots = slotsOf(quota);
  for (let attempt = 0; attempt < 30; attempt++) {
    const taken = new Set(await collection.taken('slot', slots));
    const unnumbered = (await collection.count(quota.holders)) - taken.size;
    const free = slots.filter((slot) => !taken.has(slot));
    try {
      if (unnumbered > 0 && !(await giveSlots(collection, quota, free))) return 'LIMIT_REACHED';
      const slot = takeAny(free);
      if (slot !== undefined) return await write(slot);
      // With some that held none, slots may have been released above.
      if (!(await releaseOne(collection, quota)) && unnumbered <= 0) return 'LIMIT_REACHED';
    } catch (error) {
      if (!(error instanceof DuplicateKey) || !error.fields.includes('slot')) throw error;
      await pause(attempt);
    }
  }
  throw new StoreUnavailable('a slot could not be taken: too many try at once');
}

/** The names of a quota's slots. */
export const slotsOf = ({ scope, limit }: Pick<Quota<Slotted>, 'scope' | 'limit'>): string[] =>
  Array.from({ length: limit }, (_, index) => `${scope}/${index + 1}`);

/** Removes one of `slots` at random, and answers it: those who race seldom choose the same. */
const takeAny = (slots: string[]): string | undefined => slots.splice(Math.floor(Math.random() * slots.length), 1)[0];

/** How many documents are released on the way, at most. */
const MAX_RELEASED = 100;

/**
 * Gives slots out of `free` to the documents that count and hold none, as far as there are any, and releases some of
 * those that stopped counting. False when as many count as the limit allows: it gives none then, and reads few more.
 */
async function giveSlots<T extends Slotted>(
  collection: Collection<T>,
  quota: Quota<T>,
  free: string[],
): Promise<boolean> {
  const { holders, limit, release = (one) => one } = quota;
  const own = new Set(slotsOf(quota));
  const counting: T[] = [];
  const stopped: string[] = [];
  const counts = (one: T): boolean => {
    const does = release(one) === one;
    if (!does && stopped.length < MAX_RELEASED) stopped.push(one.id);
    return does;
  };
  let after: string | undefined;
  do {
    const page = await collection.page(holders, { first: Math.min(limit, 100), after }, counts);
    counting.push(...page.items);
    if (counting.length >= limit) return false;
    after = page.hasNextPage ? page.endCursor : undefined;
  } while (after !== undefined);
  for (const { id } of counting.filter(({ slot }) => !own.has(slot)))
    while (free.length > 0 && !(await giveSlot(id, takeAny(free) ?? ''))) continue;
  for (const id of stopped) await update(collection, id, release);
  return true;

  /** False when somebody else has the slot by now. */
  async function giveSlot(id: string, slot: string): Promise<boolean> {
    const give = (one: T): T => (release(one) === one && !own.has(one.slot) ? { ...one, slot } : one);
    try {
      await update(collection, id, give);
      return true;
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      return false;
    }
  }
}

/** Releases one document that stopped counting. False when there is none. */
async function releaseOne<T extends Slotted>(
  collection: Collection<T>,
  { holders, release }: Quota<T>,
): Promise<boolean> {
  if (!release) return false;
  let after: string | undefined;
  do {
    const page = await collection.page(holders, { first: 1, after }, (one) => release(one) !== one);
    const [found] = page.items;
    if (found) return (await update(collection, found.id, release)) !== undefined;
    after = page.hasNextPage ? page.endCursor : undefined;
  } while (after !== undefined);
  return false;
}
