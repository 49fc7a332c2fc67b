/** The end of a credential: whether it has passed, and how it is changed. */
import type { Actor } from '../authorization/grants.js';
import { hasPassed, type Instant, outlasts } from '../clock.js';
import { Refused } from '../storage/collection.js';
import type { Credential } from './credential.js';

/** How a credential has ended by `now`; undefined if it has not. A deleted one counts as revoked. */
export function endOf(credential: Credential, now: Date): 'REVOKED' | 'EXPIRED' | undefined {
  if (credential.revokedAt !== null || !credential.listed) return 'REVOKED';
  return hasPassed(credential.expiresAt, now) ? 'EXPIRED' : undefined;
}

/** Why the end of a credential is not moved. */
export type ExpirationProblem = 'REVOKED' | 'EXCEEDS_CALLER_LIFETIME';

/** A new end for a credential. */
export interface Expiration {
  readonly now: Date;
  /** Null for never. */
  readonly expiresAt: Instant | null;
  /** A free slot to take; null before one was looked for. */
  readonly freeSlot: string | null;
}

/**
 * The credential with another end, which is refused when it is later than that of `actor`. One that has expired
 * becomes valid again, which takes a slot.
 */
export function withExpiration(
  credential: Credential,
  actor: Actor,
  { now, expiresAt, freeSlot }: Expiration,
): Credential | Refused<ExpirationProblem | 'NEEDS_SLOT'> {
  const end = endOf(credential, now);
  if (end === 'REVOKED') return new Refused(end);
  if (outlasts(expiresAt, actor.expiresAt) && outlasts(expiresAt, credential.expiresAt))
    return new Refused('EXCEEDS_CALLER_LIFETIME');
  // It needs a free slot even if it still holds one: older credentials may be live without a slot, and count as well.
  if (end === 'EXPIRED' && freeSlot === null) return new Refused('NEEDS_SLOT');
  return { ...credential, expiresAt, slot: freeSlot ?? credential.slot, live: true };
}
