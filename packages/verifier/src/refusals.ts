/** Shared by hooks and plugins: who sends a request, and why it is refused. */
import { type Header, secretIn } from './headers.js';
import { warnOnce } from './errors.js';
import type { Check, Verification, Verifier } from './verifier.js';

/** What a caller must be allowed to do, and who is asked. */
export interface Guard {
  readonly verifier: Verifier;
  readonly check: Check & { readonly permission: string };
}

/** Whom a request comes from: what Latchkey answered about its secret, or why there is no such answer. */
export type Found = Verification | 'MISSING' | 'UNAVAILABLE';

/** Why a request is refused. */
export type Reason = 'MISSING' | 'INVALID' | 'LACKING' | 'UNAVAILABLE';

/**
 * Who signs in by these header fields. A mistake in the verifier's set-up is reported once, as a warning of the
 * process.
 */
export async function findCaller(verifier: Verifier, header: Header, check?: Check): Promise<Found> {
  const secret = secretIn(header);
  if (secret === undefined) return 'MISSING';
  try {
    return await verifier.verify(secret, check);
  } catch (error) {
    warnOnce(verifier, error);
    return 'UNAVAILABLE';
  }
}

/** Why nobody is signed in; undefined when somebody is. */
export function reasonAgainst(found: Found): Reason | undefined {
  if (found === 'MISSING' || found === 'UNAVAILABLE') return found;
  return found.active ? undefined : 'INVALID';
}

/** Why a request with these header fields is refused; undefined for one that may pass. */
export async function refusalBy({ verifier, check }: Guard, header: Header): Promise<Reason | undefined> {
  const found = await findCaller(verifier, header, check);
  const granted = typeof found === 'object' && found.active && found.granted === true;
  return reasonAgainst(found) ?? (granted ? undefined : 'LACKING');
}
