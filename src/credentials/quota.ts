/**
 * Plan limits without a counter: a limited plan has N numbered slots for a kind, and a unique key keeps each to one
 * credential. So any number of creations at once, on any number of processes, fill the slots and no more.
 */
import { type Clock, hasPassed } from '../clock.js';
import { update, type Collection, DuplicateKey, pause, StoreUnavailable } from '../storage/collection.js';
import type { Credential, CredentialKind } from './credential.js';
import { serialized } from './serialize.js';

/** Whose slots, and how many there are. */
export interface Quota {
  readonly organizationId: string;
  readonly kind: CredentialKind;
  readonly limit: number;
}

/**
 * Calls `write` with a free slot until it is kept, and answers what `write` did; 'LIMIT_REACHED' when the live
 * credentials fill the limit. Rejects as `write` does, but for a slot lost to somebody faster.
 */
export function withSlot<R>(
  credentials: Collection<Credential>,
  clock: Clock,
  slots: Quota,
  write: (slot: string) => Promise<R>,
): Promise<R | 'LIMIT_REACHED'> {
  // Many that race for one key cost the store much: DocumentDB disentangles fifty of them for half a minute.
  const whose = `${slots.organizationId}/${slots.kind}`;
  return serialized(credentials, whose, () => takeSlot(credentials, clock, slots, write));
}

async function takeSlot<R>(
  credentials: Collection<Credential>,
  clock: Clock,
  slots: Quota,
  write: (slot: string) => Promise<R>,
): Promise<R | 'LIMIT_REACHED'> {
  for (let attempt = 0; attempt < 30; attempt++) {
    const live = await liveOnes(credentials, clock, slots);
    if (live.length >= slots.limit) return 'LIMIT_REACHED';
    const free = freeSlots(slots, live);
    // Keys from a time without limits hold none: after a downgrade they take theirs before anything new does.
    const homeless = live.find((one) => !isNumbered(one));
    const slot = free[Math.floor(Math.random() * free.length)] ?? '';
    try {
      if (!homeless) return await write(slot);
      await update(credentials, homeless.id, (one) => (one.live && !isNumbered(one) ? { ...one, slot } : one));
    } catch (error) {
      if (!(error instanceof DuplicateKey) || !error.fields.includes('slot')) throw error;
      await evictExpired(credentials, clock, slot);
      await pause(attempt);
    }
  }
  throw new StoreUnavailable('a slot could not be taken: too many try at once');
}

/** Whether a credential holds one of its plan's slots; if not, its slot is its own id. */
export const isNumbered = ({ id, slot }: Credential): boolean => slot !== id;

/** The fields of a credential that holds no slot any more. */
export const withoutSlot = ({ id }: Credential) => ({ slot: id, live: false });

/** The credentials that count: up to the limit, not expired. */
async function liveOnes(credentials: Collection<Credential>, clock: Clock, slots: Quota): Promise<Credential[]> {
  const { organizationId, kind, limit } = slots;
  const where = { organizationIds: organizationId, kind, live: true };
  const now = clock();
  const live: Credential[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await credentials.page(where, { first: limit, after }, (one) => !hasPassed(one.expiresAt, now));
    live.push(...page.items);
    if (!page.hasNextPage || live.length >= limit) return live;
    after = page.endCursor;
  }
}

/** The numbered slots that no live credential holds. */
function freeSlots({ organizationId, kind, limit }: Quota, live: Credential[]): string[] {
  const taken = new Set(live.map((one) => one.slot));
  const numbered = Array.from({ length: limit }, (_, index) => `${organizationId}/${kind}/${index + 1}`);
  return numbered.filter((slot) => !taken.has(slot));
}

/** Takes the slot from an expired credential, if one holds it. */
async function evictExpired(credentials: Collection<Credential>, clock: Clock, slot: string): Promise<void> {
  const holder = await credentials.findOne({ slot });
  if (!holder) return;
  const now = clock();
  await update(credentials, holder.id, (one) =>
    one.slot === slot && hasPassed(one.expiresAt, now) ? { ...one, ...withoutSlot(one) } : one,
  );
}
