/** Refusals as GraphQL errors, with the codes and messages of Latchkey's own GraphQL. */
import { type ASTNode, GraphQLError } from 'graphql';
import type { Reason } from './refusals.js';

/** The field that an error belongs to, if it belongs to a single one. */
export interface Place {
  readonly nodes?: ASTNode;
  readonly path?: readonly (string | number)[];
}

const CODES = {
  MISSING: 'UNAUTHENTICATED',
  INVALID: 'UNAUTHENTICATED',
  LACKING: 'UNAUTHORISED',
  UNAVAILABLE: 'INTERNAL_SERVER_ERROR',
} as const;

const messageOf = (reason: Reason, permission: string): string =>
  ({
    MISSING: 'No access (reason: "Authorization token is missing")',
    INVALID: 'Invalid token provided',
    LACKING: `No access (reason: "Missing permission for performing '${permission}' on resource")`,
    UNAVAILABLE: 'The token could not be verified. Try again later.',
  })[reason];

/** A refusal as an error at HTTP 200: real clients discard the body of any other status. */
export const errorOf = (reason: Reason, permission: string, place: Place = {}): GraphQLError =>
  new GraphQLError(messageOf(reason, permission), {
    ...place,
    extensions: { code: CODES[reason], http: { status: 200 } },
  });
