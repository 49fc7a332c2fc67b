import { type Header, secretIn } from '@latchkey/verifier/internal';
import type { Actor } from '../authorization/grants.js';
import type { Credential } from '../credentials/credential.js';
import type { Credentials } from '../credentials/service.js';
import type { Principal } from './principal.js';

/** A way to sign in. */
export interface Strategy {
  /**
   * The principal that a request signs in, read from the store each time; 'INVALID' when what it presents is not valid, or
   * no longer; undefined when it presents nothing that this strategy recognizes, so that the next one is asked.
   */
  authenticate(header: Header): Promise<Principal | 'INVALID' | undefined>;
}

/** The secrets of credentials, in `Authorization: Bearer` or `x-api-key`. Any text there counts as a secret, though perhaps an invalid one. */
export class SecretStrategy implements Strategy {
  constructor(
    readonly credentials: Credentials,
    readonly actorOf: (credential: Credential) => Promise<Actor>,
  ) {}

  async authenticate(header: Header): Promise<Principal | 'INVALID' | undefined> {
    const secret = secretIn(header);
    return secret === undefined ? undefined : this.principal(secret);
  }

  /** The principal of this secret. */
  async principal(secret: string): Promise<Principal | 'INVALID'> {
    const verification = await this.credentials.verify(secret);
    if (!verification.valid) return 'INVALID';
    const { credential, former } = verification;
    const { title, expiresAt } = credential;
    const actor = await this.actorOf(credential);
    // All its resources were deleted.
    if (credential.ownerId === null && actor.grants.length === 0) return 'INVALID';
    return { actor, title, credential, formerSecret: former, expiresAt };
  }
}
