/** The end of a credential: whether it has come, and moving it. */
import { hasPassed, type Instant } from '../clock.js';
import { Refused } from '../storage/collection.js';
import type { Credential } from './credential.js';

/** How a credential came to its end by `now`; undefined if it did not. A deleted one counts as revoked. */
export function endOf(credential: Credential, now: Date): 'REVOKED' | 'EXPIRED' | undefined {
  if (credential.revokedAt !== null || !credential.listed) return 'REVOKED';
  return hasPassed(credential.expiresAt, now) ? 'EXPIRED' : undefined;
}

/**
 * The credential with its end at `expiresAt`. One that has expired becomes valid again, which takes a slot:
 * `freeSlot`, or null while none was looked for.
 */
export function withExpiration(
  credential: Credential,
  { now, expiresAt, freeSlot }: { now: Date; expiresAt: Instant; freeSlot: string | null },
): Credential | Refused<'REVOKED' | 'NEEDS_SLOT'> {
  const end = endOf(credential, now);
  if (end === 'REVOKED') return new Refused(end);
  // Even one that still holds a slot of its own needs room: others may be live without, from a time without limits.
  if (end === 'EXPIRED' && freeSlot === null) return new Refused('NEEDS_SLOT');
  return { ...credential, expiresAt, slot: freeSlot ?? credential.slot, live: true };
}
