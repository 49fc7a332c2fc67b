import { type Clock, hasPassed } from '../clock.js';
import { parse } from '../secrets/secret.js';
import type { Collection } from '../storage/collection.js';
import { type Credential, CREDENTIAL_KINDS } from './credential.js';
import { allowsAddress, type Origin } from './ip-allowlist.js';

/** EXPIRED, REVOKED and ADDRESS_NOT_ALLOWED are answered for the right secret only; an unknown id and a wrong secret are both UNKNOWN. */
export type Verification =
  | {
      readonly valid: true;
      readonly credential: Credential;
      /** Whether it is a former secret, which a rotation left valid for a time. */
      readonly former: boolean;
    }
  | { readonly valid: false; readonly reason: 'UNKNOWN' | 'EXPIRED' | 'REVOKED' }
  | { readonly valid: false; readonly reason: 'ADDRESS_NOT_ALLOWED'; readonly credential: Credential };

const UNKNOWN: Verification = { valid: false, reason: 'UNKNOWN' };

/**
 * The credential of a secret, and whether the secret is valid now and for use from `origin`. Reads nothing for a text without
 * a secret's form, and one document by its id otherwise. Compares digests first, in the same time whether or not one matches.
 */
export async function verify(
  credentials: Collection<Credential>,
  clock: Clock,
  text: string,
  origin: Origin,
): Promise<Verification> {
  const presented = parse(text);
  if (!presented) return UNKNOWN;
  const credential = await credentials.get(presented.id);
  const matched = presented.match(credential?.secrets.map(({ hash }) => hash) ?? []);
  if (!credential || matched === undefined) return UNKNOWN;
  if (presented.prefix !== CREDENTIAL_KINDS[credential.kind].prefix) return UNKNOWN;
  const now = clock();
  if (hasPassed(credential.secrets[matched]?.until ?? null, now)) return UNKNOWN;
  if (credential.revokedAt !== null) return { valid: false, reason: 'REVOKED' };
  if (hasPassed(credential.expiresAt, now)) return { valid: false, reason: 'EXPIRED' };
  if (!allowsAddress(credential.ipAllowlist, origin))
    return { valid: false, reason: 'ADDRESS_NOT_ALLOWED', credential };
  return { valid: true, credential, former: matched > 0 };
}
