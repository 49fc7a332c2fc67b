/** A new secret for a credential. */
import type { Actor } from '../authorization/grants.js';
import type { Instant } from '../clock.js';
import { mint } from '../secrets/secret.js';
import { Refused } from '../storage/collection.js';
import { type Credential, CREDENTIAL_KINDS } from './credential.js';
import { endOf } from './expiration.js';
import { type Issued, missingToHold } from './issuance.js';

/** What a rotation changes beside the secret. */
export interface Rotation {
  /** Another title; null keeps the one there is. */
  readonly title: string | null;
  /** When the secret before stops to be valid; null for at once. */
  readonly formerUntil: Instant | null;
}

/** Why a credential is not rotated. */
export type RotateProblem = 'REVOKED' | 'EXPIRED' | 'BEYOND_CALLER';

/** The credential with a new secret, and that secret. Who rotates gets it, and so must hold what the credential does. */
export function rotated(
  credential: Credential,
  actor: Actor,
  now: Date,
  { title, formerUntil }: Rotation,
): Issued | Refused<RotateProblem> {
  const end = endOf(credential, now);
  if (end) return new Refused(end);
  if (missingToHold(actor, credential)) return new Refused('BEYOND_CALLER');
  const { secret, hash, preview } = mint(CREDENTIAL_KINDS[credential.kind].prefix, credential.id);
  const former =
    formerUntil === null ? [] : credential.secrets.slice(0, 1).map((one) => ({ ...one, until: formerUntil }));
  const secrets = [{ hash, until: null }, ...former];
  return { credential: { ...credential, title: title ?? credential.title, secrets, preview }, secret };
}
