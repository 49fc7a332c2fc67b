/**
 * The lifecycle of organizations, projects and targets, which have a slug. A deletion replaces the document by a tombstone,
 * in one write with its event. The tombstone stays, so that its id is never used again.
 */
import type { Recorded } from '../audit/event.js';
import type { Instant } from '../clock.js';
import type { Slotted } from '../quotas/quota.js';
import type { Draft } from '../storage/collection.js';

/**
 * CREATING: its parts are being stored, and it holds no slug and no slot yet. LIVE: it can be used. ENDING: it was deleted,
 * and the sweeper has not yet ended everything below it. ENDED: the sweeper has done so.
 */
export type LifecycleState = 'CREATING' | 'LIVE' | 'ENDING' | 'ENDED';

/** A document with a slug and a lifecycle. Unless it is LIVE, its slug and its slot are its own id. */
export interface Lifecycle extends Recorded, Slotted {
  readonly slug: string;
  readonly state: LifecycleState;
  readonly deletedAt: Instant | null;
}

/** The fields that every kind with a lifecycle declares. */
export const LIFECYCLE_FIELDS = { slug: 'string', slot: 'string', state: 'string', deletedAt: 'string' } as const;

/** The lifecycle fields of a document that can be used. */
export const LIVE = { state: 'LIVE', deletedAt: null } as const;

/** `draft` in the state CREATING, to be stored before its parts. */
export const creating = <T extends Lifecycle>(draft: Draft<T>): Draft<T> => ({
  ...draft,
  slug: draft.id,
  slot: draft.id,
  state: 'CREATING',
});

/** The tombstone of a document, in the state ENDING. */
export const tombstone = <T extends Lifecycle>(document: T, deletedAt: Instant): T => ({
  ...document,
  slug: document.id,
  slot: document.id,
  state: 'ENDING',
  deletedAt,
});
