/** Why an access token was not created or changed, in codes and in words. */
import type { AccessTokenErrorCode, CreateOrganizationAccessTokenErrorCode } from '../generated/resolvers-types.js';

/** Why a token could not be created. `details` has messages about single fields. */
export interface TokenProblem {
  readonly code: CreateOrganizationAccessTokenErrorCode;
  readonly message: string;
  readonly details: { readonly title: string | null; readonly description: string | null } | null;
}

/** A problem with the creation of a token as a whole. */
export const problem = (code: TokenProblem['code'], message: string): TokenProblem => ({
  code,
  message,
  details: null,
});

/** Why a token could not be changed. */
export interface ChangeProblem {
  readonly code: AccessTokenErrorCode;
  readonly message: string;
}

/** The longest time that an old secret may stay good beside a new one, in days. */
export const LONGEST_OVERLAP_DAYS = 30;

const PROBLEMS = {
  BEYOND_CALLER: 'Nobody gets more than they hold, and this access token holds more. Ask an Org Admin.',
  EXPIRED: 'An expired access token cannot be rotated. Create another.',
  INVALID_OVERLAP: `"overlapDays" must be from 0 to ${LONGEST_OVERLAP_DAYS}.`,
  NOT_FOUND: 'The access token does not exist.',
  REVOKED: 'A revoked access token cannot be rotated. Create another.',
} as const satisfies Record<AccessTokenErrorCode, string>;

/** A problem with a change, in its code's words. */
export const changeProblem = (code: AccessTokenErrorCode): ChangeProblem => ({ code, message: PROBLEMS[code] });
