/**
 * The life of what has a slug: organizations, projects and targets. It ends with a tombstone, which is written like any
 * other change, with its event. The document stays, so its id never names anything else.
 */
import type { Recorded } from '../audit/event.js';
import type { Instant } from '../clock.js';
import type { Slotted } from '../quotas/quota.js';
import type { Draft } from '../storage/collection.js';

/**
 * CREATING: what belongs to it is being stored; it holds no slug and no slot yet. LIVE: it can be used. ENDING: it was
 * deleted, and what lies below it is still to be ended. ENDED: that is done.
 */
export type LifecycleState = 'CREATING' | 'LIVE' | 'ENDING' | 'ENDED';

/** A document that has a slug and an end. Only LIVE ones hold a slug and a slot: others hold their own id in both. */
export interface Lifecycle extends Recorded, Slotted {
  readonly slug: string;
  readonly state: LifecycleState;
  readonly deletedAt: Instant | null;
}

/** What every kind with a lifecycle declares. */
export const LIFECYCLE_FIELDS = { slug: 'string', slot: 'string', state: 'string', deletedAt: 'string' } as const;

/** The fields of a document that is new and can be used at once. */
export const LIVE = { state: 'LIVE', deletedAt: null } as const;

/** `draft` before what belongs to it is stored. */
export const creating = <T extends Lifecycle>(draft: Draft<T>): Draft<T> => ({
  ...draft,
  slug: draft.id,
  slot: draft.id,
  state: 'CREATING',
});

/** The tombstone of a document: its slug and its slot are free, nobody finds it, and what lies below it is to be swept. */
export const tombstone = <T extends Lifecycle>(document: T, deletedAt: Instant): T => ({
  ...document,
  slug: document.id,
  slot: document.id,
  state: 'ENDING',
  deletedAt,
});
