/**
 * Errors for the client: services throw them, `graphql/errors.ts` turns them into GraphQL errors. Every other error is
 * internal: the client receives only a request id. docs/errors.md lists the codes.
 */

/** Every `extensions.code` of Latchkey's own errors, with its meaning. */
export const ERROR_CODES = {
  UNAUTHENTICATED: 'The request has no secret, or an unknown, expired or revoked one. Sign in with another.',
  UNAUTHORISED: 'The credential lacks the permission that the message names. Ask an Org Admin for it.',
  BAD_USER_INPUT: 'The value of an argument is not accepted. The message says which, and what is accepted.',
  NOT_FOUND: 'Nothing has this id, or it belongs to another organization.',
  CONFLICT:
    'Another request has just changed the same document. Wait a moment, read it again, and repeat if you still want to.',
  LIMIT_REACHED: "The limit of the organization's plan, or of the user, is reached. The message says which limit.",
  IDEMPOTENCY_KEY_REUSED: 'The Idempotency-Key was used for something else within 24 hours. Choose a new one.',
  REQUEST_TOO_EXPENSIVE:
    'The request took too much work and was ended while it ran. Ask for smaller pages, or send several requests.',
  INTERNAL_SERVER_ERROR: 'An internal error. The message has the request id to report; a repetition may succeed.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error for the client: its message says what to do, and never repeats a value. */
export class ClientError extends Error {
  override readonly name: string = 'ClientError';
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Why nobody is signed in, in words for the client; of the first two, GraphQL Hive's. */
const NOT_SIGNED_IN = {
  MISSING: 'No access (reason: "Authorization token is missing")',
  INVALID: 'Invalid token provided',
  ADDRESS_NOT_ALLOWED:
    'The IP allowlist of this credential does not have your address. Use it from another, or have its allowlist changed.',
  NO_GRAPHQL: 'This token has REST scopes and no GraphQL access. Sign in with one that was created with "graphql".',
} as const;

export type NotSignedIn = keyof typeof NOT_SIGNED_IN;

/** Nobody is signed in. */
export class Unauthenticated extends ClientError {
  constructor(reason: NotSignedIn, prefix = '') {
    super('UNAUTHENTICATED', prefix + NOT_SIGNED_IN[reason]);
  }
}

/** The actor lacks a permission. The message is GraphQL Hive's. */
export class Unauthorised extends ClientError {
  constructor(permission: string) {
    super('UNAUTHORISED', `No access (reason: "Missing permission for performing '${permission}' on resource")`);
  }
}

/** An argument has a value that is not accepted. */
export class BadInput extends ClientError {
  constructor(message: string) {
    super('BAD_USER_INPUT', message);
  }
}

/** A `resource` is not a path. */
export class BadResource extends BadInput {}
