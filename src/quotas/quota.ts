/**
 * Limits without a counter. An owner who may have N documents of a kind has N numbered slots, and a unique key allows one
 * document in each. So creations at the same time, on any number of processes, fill the slots and no more.
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

/** A document that a quota may limit. `slot` is a unique key: a numbered slot, or the document's own id when it has none. */
export interface Slotted extends Document {
  readonly slot: string;
}

/** A limit: the owner's slots, how many there are, and which documents count. */
export interface Quota<T extends Slotted> {
  /** The owner of the slots and the kind of document: the part of a slot before its number. */
  readonly scope: string;
  readonly limit: number;
  /** The declared list of the documents that count. */
  readonly holders: Where<T>;
  /** How documents stop counting without a write, for example by expiring; undefined if they do not. */
  readonly ending?: Ending<T> | undefined;
}

/** How documents stop counting without a write. A list must be declared with the fields of `holders` and `field` as its last. */
export interface Ending<T extends Slotted> {
  /** Holds the moment from which a document no longer counts, or null. */
  readonly field: keyof T & string;
  readonly now: () => Instant;
  /** The document without its slot and no longer among the holders if it stopped counting; else itself. */
  readonly release: (document: T) => T;
}

/**
 * Calls `write` with a free slot, and again with another when somebody else has taken that slot. Returns what `write`
 * returns; 'LIMIT_REACHED' when as many documents count as the limit allows. Rejects as `write` does, and with
 * {@link StoreUnavailable} when too many writers race for slots.
 *
 * Finds free slots and ended documents in the indexes. Reads documents only when some that count hold no slot of this quota,
 * because they are older than the limit or than its last reduction; gives these their slots first, which happens once.
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

/** Removes one of `slots` at random and returns it: at random, because writers that race then seldom choose the same. */
const takeAny = (slots: string[]): string | undefined => slots.splice(Math.floor(Math.random() * slots.length), 1)[0];

/** The most ended documents that one creation releases in each of its two searches. */
const MAX_RELEASED = 50;

/**
 * Whether there is room for one more of `holders` documents. When the limit is reached, it releases some of those that have
 * stopped counting, and reads only these.
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

/** Gives slots of `free` to documents that count and hold none, until `free` is empty; releases some that stopped counting. */
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

  /** Gives a document one of the free slots, unless other writers have taken them all. */
  async function giveAny(id: string): Promise<void> {
    for (let slot = takeAny(free); slot !== undefined; slot = takeAny(free)) if (await giveSlot(id, slot)) return;
  }

  /** Gives a document a slot; false when another document has taken it. */
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
