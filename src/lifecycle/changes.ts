/** How what has a slug is renamed and ended: each is one write, with its event in it. */
import { type Event, record } from '../audit/event.js';
import { type Clock, instant } from '../clock.js';
import { DuplicateKey, update } from '../storage/collection.js';
import { type Lifecycle, tombstone } from './lifecycle.js';
import type { LivingCollection } from './living.js';

/**
 * Gives a document another slug, which must be well-formed. Its id, and all that goes by it, stay. The slug that it has
 * changes nothing. Undefined when it is not there; `event` is asked for what to record of the document as it was.
 */
export async function changeSlug<T extends Lifecycle>(
  collection: LivingCollection<T>,
  id: string,
  slug: string,
  event: (before: T) => Promise<Event>,
): Promise<T | 'SLUG_TAKEN' | undefined> {
  try {
    return await update(collection, id, async (now) =>
      now.slug === slug ? now : record({ ...now, slug }, await event(now)),
    );
  } catch (error) {
    if (error instanceof DuplicateKey && error.fields.includes('slug')) return 'SLUG_TAKEN';
    throw error;
  }
}

/**
 * Ends a document for good: nobody finds it, its slug is free, and what lies below it is to be swept. Undefined when it is
 * not there.
 */
export function end<T extends Lifecycle>(
  collection: LivingCollection<T>,
  clock: Clock,
  id: string,
  event: (before: T) => Promise<Event>,
): Promise<T | undefined> {
  return update(collection, id, async (now) => record(tombstone(now, instant(clock())), await event(now)));
}

/** The tombstone with this id, undefined for none: so that a deletion may be repeated. */
export async function endedWith<T extends Lifecycle>(
  collection: LivingCollection<T>,
  id: string | null | undefined,
): Promise<T | undefined> {
  const found = typeof id === 'string' ? await collection.all.get(id) : undefined;
  return found && found.deletedAt !== null ? found : undefined;
}
