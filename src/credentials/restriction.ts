/** Changes of a credential's IP allowlist. */
import type { Actor } from '../authorization/grants.js';
import { Refused } from '../storage/collection.js';
import type { Credential } from './credential.js';
import { type IpAllowlist, isWithinAllowlist } from './ip-allowlist.js';

/** Why an allowlist is not changed. */
export type RestrictionProblem = 'REVOKED' | 'EXCEEDS_CALLER_ADDRESSES';

/**
 * The credential with another allowlist. Refuses one with an address that the allowlists of neither the credential nor `actor`
 * have.
 */
export function withIpAllowlist(
  credential: Credential,
  actor: Actor,
  ipAllowlist: IpAllowlist,
): Credential | Refused<RestrictionProblem> {
  if (credential.revokedAt !== null || !credential.listed) return new Refused('REVOKED');
  if (String(credential.ipAllowlist) === String(ipAllowlist)) return credential;
  const widened = !isWithinAllowlist(ipAllowlist, credential.ipAllowlist);
  if (widened && !isWithinAllowlist(ipAllowlist, actor.ipAllowlist)) return new Refused('EXCEEDS_CALLER_ADDRESSES');
  return { ...credential, ipAllowlist };
}
