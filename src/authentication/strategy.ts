import { type Header, secretIn } from '@latchkey/verifier/internal';
import type { Actor } from '../authorization/grants.js';
import type { Credential } from '../credentials/credential.js';
import type { Origin } from '../credentials/ip-allowlist.js';
import type { Credentials } from '../credentials/service.js';
import type { Principal } from './principal.js';

/** A way to sign in. */
export interface Strategy {
  /**
   * The principal that a request signs in, read from the store each time; 'INVALID' when what it presents is not valid, or
   * no longer; undefined when it presents nothing that this strategy recognizes, so that the next one is asked. `ip` is the
   * client's address, null when it is unknown.
   */
  authenticate(header: Header, ip: string | null): Promise<Principal | 'INVALID' | 'ADDRESS_NOT_ALLOWED' | undefined>;
}

/** The secrets of credentials, in `Authorization: Bearer` or `x-api-key`. Any text there counts as a secret, though perhaps an invalid one. */
export class SecretStrategy implements Strategy {
  constructor(
    readonly credentials: Credentials,
    readonly actorOf: (credential: Credential) => Promise<Actor>,
  ) {}

  async authenticate(header: Header, ip: string | null): ReturnType<Strategy['authenticate']> {
    const secret = secretIn(header);
    return secret === undefined ? undefined : this.principal(secret, ip);
  }

  /** The principal of this secret, presented from `origin`. */
  async principal(secret: string, origin: Origin): Promise<Principal | 'INVALID' | 'ADDRESS_NOT_ALLOWED'> {
    const verification = await this.credentials.verify(secret, origin);
    if (!verification.valid) return verification.reason === 'ADDRESS_NOT_ALLOWED' ? verification.reason : 'INVALID';
    const { credential, former } = verification;
    const { title, expiresAt } = credential;
    const actor = await this.actorOf(credential);
    // All its resources were deleted.
    if (credential.ownerId === null && actor.grants.length === 0) return 'INVALID';
    return { actor, title, credential, formerSecret: former, expiresAt };
  }
}
