import { type Clock, hasPassed } from '../clock.js';
import { parse } from '../secrets/secret.js';
import type { Collection } from '../storage/collection.js';
import { type Credential, CREDENTIAL_KINDS } from './credential.js';

/** EXPIRED and REVOKED are answered for the right secret only; an unknown id and a wrong secret are both UNKNOWN. */
export type Verification =
  | {
      readonly good: true;
      readonly credential: Credential;
      /** Whether it is a former secret, which a rotation left valid for a time. */
      readonly former: boolean;
    }
  | { readonly good: false; readonly reason: 'UNKNOWN' | 'EXPIRED' | 'REVOKED' };

const UNKNOWN: Verification = { good: false, reason: 'UNKNOWN' };

/**
 * Whose secret this is, and whether it is good now. Reads nothing for a text that is no secret, else one document by
 * its id; digests are compared before anything else is looked at, as long for a miss as for a hit.
 */
export async function verify(credentials: Collection<Credential>, clock: Clock, text: string): Promise<Verification> {
  const presented = parse(text);
  if (!presented) return UNKNOWN;
  const credential = await credentials.get(presented.id);
  const matched = presented.match(credential?.secrets.map(({ hash }) => hash) ?? []);
  if (!credential || matched === undefined) return UNKNOWN;
  if (presented.prefix !== CREDENTIAL_KINDS[credential.kind].prefix) return UNKNOWN;
  const now = clock();
  if (hasPassed(credential.secrets[matched]?.until ?? null, now)) return UNKNOWN;
  if (credential.revokedAt !== null) return { good: false, reason: 'REVOKED' };
  if (hasPassed(credential.expiresAt, now)) return { good: false, reason: 'EXPIRED' };
  return { good: true, credential, former: matched > 0 };
}
