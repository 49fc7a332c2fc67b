import type { Actor } from '../authorization/grants.js';
import type { Instant } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import { Unauthenticated } from '../errors.js';

/** Who asks, whichever way they signed in. */
export interface Principal {
  readonly actor: Actor;
  /** A name for people. */
  readonly title: string;
  /** The credential whose secret was presented; null when they signed in another way. */
  readonly credential: Credential | null;
  /** Whether that secret is a former one, in the overlap that a rotation gave it. */
  readonly formerSecret: boolean;
  /** When the sign-in ends; null for never. */
  readonly expiresAt: Instant | null;
}

/** Who a request comes from: nobody, somebody who presents an invalid secret, or a principal. */
export type Authentication =
  | { readonly state: 'MISSING' | 'INVALID' }
  | { readonly state: 'VALID'; readonly principal: Principal };

/** The principal of a request. @throws Unauthenticated when there is none; the message begins with `prefix`. */
export function principalOf(authentication: Authentication, prefix = ''): Principal {
  if (authentication.state !== 'VALID') throw new Unauthenticated(authentication.state, prefix);
  return authentication.principal;
}
