/** What hooks and plugins share: finding the caller of a request, and the reason for a refusal. */
import { isIP } from 'node:net';
import { type Header, secretIn } from './headers.js';
import { warnOnce } from './errors.js';
import type { Check, Verification, Verifier } from './verifier.js';

/** The verifier to ask, and what a caller must be allowed to do. */
export interface Guard {
  readonly verifier: Verifier;
  readonly check: Check & { readonly permission: string };
  /**
   * The address that a request comes from, for secrets with an IP allowlist: from the request of Fastify or Express (their own
   * `ip` unless set), or from the context value of a GraphQL server. Such secrets are refused without an address.
   */
  readonly clientIp?: (source: never) => string | undefined;
}

/** Latchkey's answer about the secret of a request, or why there is none. */
export type Found = Verification | 'MISSING' | 'UNAVAILABLE';

/** Why a request is refused. */
export type Reason = 'MISSING' | 'INVALID' | 'LACKING' | 'UNAVAILABLE';

/**
 * Asks Latchkey about the secret in these header fields. A wrong set-up of the verifier is reported once, as a warning of
 * the process.
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

/** Why a caller is not signed in; undefined when they are. */
export function reasonAgainst(found: Found): Reason | undefined {
  if (found === 'MISSING' || found === 'UNAVAILABLE') return found;
  return found.active ? undefined : 'INVALID';
}

/** The address of a client as a question takes it; nothing for a text that is no address, such as a proxy may forward. */
export const fromAddress = (ip: string | undefined): Pick<Check, 'client_ip'> =>
  ip !== undefined && isIP(ip) ? { client_ip: ip } : {};

/** Why a request with these header fields, from the address `ip`, is refused; undefined when it passes. */
export async function refusalBy(
  { verifier, check }: Guard,
  header: Header,
  ip: string | undefined,
): Promise<Reason | undefined> {
  const found = await findCaller(verifier, header, { ...check, ...fromAddress(ip) });
  const granted = typeof found === 'object' && found.active && found.granted === true;
  return reasonAgainst(found) ?? (granted ? undefined : 'LACKING');
}
