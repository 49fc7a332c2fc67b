/** Rotation: gives a credential a new secret, and decides how long its former ones stay valid. */
import type { Caller } from '../authorization/caller.js';
import { earlier, hasPassed, type Instant, instant } from '../clock.js';
import { MAX_DIGESTS, mint } from '../secrets/secret.js';
import { Refused } from '../storage/collection.js';
import { type Credential, CREDENTIAL_KINDS, type Digest } from './credential.js';
import { endOf } from './expiration.js';
import { type Issued, missingToHold } from './issuance.js';

/** The longest time that a secret may stay valid beside the one that replaces it, in days. */
export const MAX_OVERLAP_DAYS = 90;

/** The most secrets of a credential that may be in their overlap at once. */
export const MAX_FORMER_SECRETS = MAX_DIGESTS - 1;

/**
 * The shortest life of a secret from a rotation, in milliseconds. Without it, each of several rotations at the same time
 * would end the secret that the one before it has just answered.
 */
const MIN_SECRET_LIFE_MS = 5000;

/** What a rotation changes beside the secret. */
export interface Rotation {
  /** The id for its event, by which a repetition finds that it took place; a new one if undefined. */
  readonly id?: string | undefined;
  /** Another title; null keeps the one there is. */
  readonly title: string | null;
  /** When the current secret stops being valid; null for at once. */
  readonly formerUntil: Instant | null;
  /** Another end of the credential, null for never; undefined keeps the one there is. */
  readonly expiresAt?: Instant | null | undefined;
}

/** Why a credential is not rotated. */
export type RotateProblem =
  | 'REVOKED'
  | 'EXPIRED'
  | 'EXCEEDS_CALLER_PERMISSIONS'
  | 'EXCEEDS_CALLER_LIFETIME'
  | 'EXCEEDS_CALLER_ADDRESSES'
  /** The caller signed in with a former secret of this very credential. */
  | 'FORMER_SECRET'
  /** Another rotation made the current secret less than {@link MIN_SECRET_LIFE_MS} ago, and this one would end it. */
  | 'CONFLICT'
  /** {@link MAX_FORMER_SECRETS} are in their overlap. */
  | 'TOO_MANY_SECRETS';

/**
 * Gives a credential a new secret. The caller receives it, so they must hold what the credential holds. The current secret
 * becomes a former one. A former secret keeps its end, or ends with the credential if that is earlier.
 */
export function rotated(
  credential: Credential,
  { actor, formerSecret }: Caller,
  now: Date,
  { title, formerUntil, expiresAt = credential.expiresAt }: Rotation,
): Issued | Refused<RotateProblem> {
  const end = endOf(credential, now);
  if (end) return new Refused(end);
  if (formerSecret && actor.credentialId === credential.id) return new Refused('FORMER_SECRET');
  const lack = missingToHold(actor, { ...credential, expiresAt });
  if (lack === 'LIFETIME') return new Refused('EXCEEDS_CALLER_LIFETIME');
  if (lack === 'ADDRESSES') return new Refused('EXCEEDS_CALLER_ADDRESSES');
  if (lack) return new Refused('EXCEEDS_CALLER_PERMISSIONS');
  const [present, ...former] = credential.secrets;
  if (present && endsTooSoon(present, formerUntil ?? instant(now))) return new Refused('CONFLICT');
  const overlapping = former.filter(({ until }) => !hasPassed(until, now));
  if (present && formerUntil !== null) overlapping.unshift({ ...present, until: earlier(formerUntil, expiresAt) });
  if (overlapping.length > MAX_FORMER_SECRETS) return new Refused('TOO_MANY_SECRETS');
  const { secret, hash, preview } = mint(CREDENTIAL_KINDS[credential.kind].prefix, credential.id);
  const secrets = [{ hash, until: null, since: instant(now) }, ...overlapping];
  return { credential: { ...credential, title: title ?? credential.title, expiresAt, secrets, preview }, secret };
}

/** Whether a secret that a rotation made would live for less than {@link MIN_SECRET_LIFE_MS} if it ended at `until`. */
const endsTooSoon = ({ since }: Digest, until: Instant): boolean =>
  since !== undefined && Date.parse(until) - Date.parse(since) < MIN_SECRET_LIFE_MS;
