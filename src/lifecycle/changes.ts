/** Renames and ends documents that have a slug. Each change is one write, with its event in it. */
import { type Event, record } from '../audit/event.js';
import { type Clock, instant } from '../clock.js';
import { DuplicateKey, update } from '../storage/collection.js';
import { type Lifecycle, tombstone } from './lifecycle.js';
import type { LiveCollection } from './live-collection.js';

/**
 * Gives a document another slug, which must be well-formed. Its id stays the same. Changes nothing when it has this slug
 * already. Undefined when it does not exist. `event` makes the event to record, from the document before the change.
 */
export async function changeSlug<T extends Lifecycle>(
  collection: LiveCollection<T>,
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
 * Turns a document into its tombstone: nobody finds it, its slug is free, and the sweeper ends what lies below it. Undefined
 * when it does not exist.
 */
export function end<T extends Lifecycle>(
  collection: LiveCollection<T>,
  clock: Clock,
  id: string,
  event: (before: T) => Promise<Event>,
): Promise<T | undefined> {
  return update(collection, id, async (now) => record(tombstone(now, instant(clock())), await event(now)));
}

/** The tombstone with this id, for a repeated deletion; undefined when there is none. */
export async function endedWith<T extends Lifecycle>(
  collection: LiveCollection<T>,
  id: string | null | undefined,
): Promise<T | undefined> {
  const found = typeof id === 'string' ? await collection.all.get(id) : undefined;
  return found && found.deletedAt !== null ? found : undefined;
}
