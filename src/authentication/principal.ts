import type { Actor } from '../authorization/grants.js';
import type { Instant } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import { type NotSignedIn, Unauthenticated } from '../errors.js';

/** Who sends a request, in whichever way they signed in. */
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

/** The result of authenticating a request: nothing was presented, something invalid was, or a principal signed in. */
export type Authentication =
  | { readonly state: NotSignedIn }
  | { readonly state: 'VALID'; readonly principal: Principal };

/** The same for GraphQL, which tokens that are limited to REST APIs do not use. */
export const forGraphQL = (authentication: Authentication): Authentication =>
  authentication.state === 'VALID' && (authentication.principal.credential?.restScopes ?? null) !== null
    ? { state: 'NO_GRAPHQL' }
    : authentication;

/** The principal of a request. @throws Unauthenticated when there is none; the message begins with `prefix`. */
export function principalOf(authentication: Authentication, prefix = ''): Principal {
  if (authentication.state !== 'VALID') throw new Unauthenticated(authentication.state, prefix);
  return authentication.principal;
}
