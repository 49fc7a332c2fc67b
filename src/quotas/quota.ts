/**
 * Limits without a counter: an owner of at most N documents of a kind has N numbered slots, and a unique key allows one
 * document for each slot. So any number of creations at once, on any number of processes, fill the slots and
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
import type { Instant } from '../clock.js';
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
  /** How documents stop counting by themselves, as by expiring, if they do. */
  readonly ending?: Ending<T> | undefined;
}

/** What ends a document by itself. A list has the fields of `holders`, and `field` as its last. */
export interface Ending<T extends Slotted> {
  /** Holds the moment from which a document no longer counts, or null. */
  readonly field: keyof T & string;
  readonly now: () => Instant;
  /** The document without its slot and no longer among the holders if it stopped counting; else itself. */
  readonly release: (document: T) => T;
}

/**
 * Calls `write` with a free slot until it is kept, and answers what `write` did; 'LIMIT_REACHED' when as many documents
 * count as the limit allows. Rejects as `write` does, but for a slot lost to somebody faster; with
 * {@link StoreUnavailable} when too many try at once.
 *
 * Free slots, and what ended, are found in the indexes. Documents are read only when some that count hold no slot of this
 * quota, because they are older than the limit or than its last reduction. They take slots first, which happens once.
 */
export function withSlot<T extends Slotted, R>(
  collection: Collection<T>,
  quota: Quota<T>,
  write: (slot: string) => Promise<R>,
): Promise<R | 'LIMIT_REACHED'> {
  // Many writes that race for one key are expensive: DocumentDB takes half a minute to resolve fifty of them.
  return serialized(collection, quota.scope, () => takeSlot(collection, quota, write));
}

async function takeSlot<T extends Slotted, R>(
  collection: Collection<T>,
  quota: Quota<T>,
  write: (slot: string) => Promise<R>,
): Promise<R | 'LIMIT_REACHED'> {
  for (let attempt = 0; attempt < 30; attempt++) {
    const taken = new Set(await collection.taken('slot', `${quota.scope}/`));
    const free = slotsOf(quota).filter((slot) => !taken.has(slot));
    const holders = await collection.count(quota.holders);
    if (!(await makeRoom(collection, quota, holders))) return 'LIMIT_REACHED';
    const unnumbered = holders - (quota.limit - free.length);
    try {
      if (unnumbered > 0) await giveSlots(collection, quota, free);
      const slot = takeAny(free);
      // With none free, some were released above.
      if (slot !== undefined) return await write(slot);
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

/** How many documents one creation releases of those that ended, twice at most. */
const MAX_RELEASED = 50;

/**
 * Whether fewer than the limit of `holders` documents count; some that stopped counting are released, when there are as
 * many holders as the limit allows. Reads none but those.
 */
async function makeRoom<T extends Slotted>(
  collection: Collection<T>,
  { limit, holders: where, ending }: Quota<T>,
  holders: number,
): Promise<boolean> {
  const tooMany = holders - limit + 1;
  if (tooMany <= 0) return true;
  const ended = ending ? await collection.due(where, ending.field, ending.now(), tooMany) : [];
  if (ending && ended.length === tooMany)
    for (const id of ended.slice(0, MAX_RELEASED)) await update(collection, id, ending.release);
  return ended.length === tooMany;
}

/** How many documents are in memory at once. */
const READ_AT_ONCE = 25;

/** Gives slots out of `free` to the documents that count and hold none, as far as there are any, and releases some others. */
async function giveSlots<T extends Slotted>(collection: Collection<T>, quota: Quota<T>, free: string[]): Promise<void> {
  const { holders, ending } = quota;
  const release = ending?.release ?? ((one: T) => one);
  const own = new Set(slotsOf(quota));
  let released = 0;
  let after: string | undefined;
  do {
    const page = await collection.page(holders, { first: READ_AT_ONCE, after }, (some) =>
      some.filter(({ slot }) => !own.has(slot)),
    );
    for (const one of page.items)
      if (release(one) === one) await giveAny(one.id);
      else if (released++ < MAX_RELEASED) await update(collection, one.id, release);
    after = page.hasNextPage ? page.endCursor : undefined;
  } while (after !== undefined && free.length > 0);

  /** Gives one of the free slots, if one is left that nobody else took. */
  async function giveAny(id: string): Promise<void> {
    for (let slot = takeAny(free); slot !== undefined; slot = takeAny(free)) if (await giveSlot(id, slot)) return;
  }

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
