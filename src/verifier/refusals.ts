/** What stands in front of a GraphQL server shares: refusals in Latchkey's own terms. */
import { type ASTNode, GraphQLError } from 'graphql';
import type { Verification } from './verifier.js';

/** Who a request comes from: what Latchkey answered about its secret, or why there is no such answer. */
export type Found = Verification | 'MISSING' | 'UNAVAILABLE';

/** Why nobody is signed in; undefined when somebody is. */
export function reasonAgainst(found: Found): Refusal | undefined {
  if (found === 'MISSING') return ['UNAUTHENTICATED', 'No access (reason: "Authorization token is missing")'];
  if (found === 'UNAVAILABLE') return ['INTERNAL_SERVER_ERROR', 'The token could not be verified. Try again later.'];
  return found.active ? undefined : ['UNAUTHENTICATED', 'Invalid token provided'];
}

export const missing = (permission: string): Refusal => [
  'UNAUTHORISED',
  `No access (reason: "Missing permission for performing '${permission}' on resource")`,
];

/** A code and a message for the client. */
export type Refusal = readonly [code: string, message: string];

/** A refusal as an error at HTTP 200, about a field when there is one: real clients lose the body of anything else. */
export const errorOf = (
  [code, message]: Refusal,
  place: { nodes?: ASTNode; path?: readonly (string | number)[] } = {},
) => new GraphQLError(message, { ...place, extensions: { code, http: { status: 200 } } });
