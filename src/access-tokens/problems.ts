/** The codes and messages for access tokens that are not created or not changed. */
import type { Lack } from '../credentials/issuance.js';
import { MAX_ORGANIZATIONS } from '../credentials/reach.js';
import { MAX_FORMER_SECRETS, MAX_OVERLAP_DAYS } from '../credentials/rotation.js';
import type { AccessTokenErrorCode, CreateAccessTokenErrorCode } from '../generated/resolvers-types.js';

/** Why a token could not be created. `details` has messages about single fields. */
export interface TokenProblem {
  readonly code: CreateAccessTokenErrorCode;
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

/** The message for a token that would outlive the credential of the caller who creates it or receives its secret. */
const OUTLIVES_CALLER =
  'Nobody gives or gets an access token that outlives their own credential. Choose an end before yours, or ask an Org Admin.';

/** What to say when a token could be used from more addresses than the credential that creates it or gets its secret. */
const BEYOND_ADDRESSES =
  "Nobody gives or gets an access token that could be used from addresses which their own credential cannot be used from. Give it an allowlist within your credential's, or ask an Org Admin.";

const PROBLEMS = {
  BLOCKED: 'An admin of the organization has blocked this token there. Create another token, or ask an Org Admin.',
  EXCEEDS_CALLER_PERMISSIONS:
    'You would receive the new secret of this access token, which has permissions or organizations that you lack. Ask an Org Admin, or use a credential that reaches as far.',
  CONFLICT:
    'Another rotation has just given this access token a secret, which this one would end. Wait 5 seconds, then rotate again if you still want to.',
  EXCEEDS_CALLER_ADDRESSES: BEYOND_ADDRESSES,
  EXCEEDS_CALLER_LIFETIME: OUTLIVES_CALLER,
  EXPIRED: 'An expired access token cannot be rotated. Give it a later end with setAccessTokenExpiration first.',
  FORMER_SECRET: 'A former secret cannot rotate its own credential. Sign in with the current one.',
  INVALID_EXPIRATION: 'The end must be in the future. End an access token with revokeAccessToken.',
  INVALID_OVERLAP: `"overlapDays" must be from 0 to ${MAX_OVERLAP_DAYS}.`,
  INVALID_TITLE: 'A title has 2 to 100 letters, digits, spaces, dashes and underscores, and no secret in it.',
  LIMIT_REACHED:
    "The plan's limit of live access tokens is reached, so an expired one cannot be valid again. Revoke or delete one first.",
  NOT_FOUND: 'The access token does not exist.',
  NOT_OWNER:
    'A personal access token is rotated, and its end moved, by its owner alone. End it with revokeAccessToken or deleteAccessToken.',
  ORGANIZATION_NOT_FOUND: "The organization does not exist, or the token's owner does not belong to it.",
  REVOKED: 'A revoked access token stays revoked, and cannot be changed. Create another.',
  TOO_MANY_ORGANIZATIONS: `A token is for ${MAX_ORGANIZATIONS} organizations at most. Take one off first, or create another token.`,
  TOO_MANY_SECRETS: `${MAX_FORMER_SECRETS} former secrets of this access token are still valid. Wait for one to end, or choose 0 for "overlapDays".`,
} as const satisfies Record<Exclude<AccessTokenErrorCode, 'INVALID_IP_ALLOWLIST'>, string>;

/** A problem with a change, with the message of its code. */
export const changeProblem = (code: keyof typeof PROBLEMS): ChangeProblem => ({ code, message: PROBLEMS[code] });

/** The problem with a token that would have a right that its creator lacks. */
export function exceedsCaller(lack: Lack): TokenProblem {
  if (lack === 'LIFETIME') return problem('EXCEEDS_CALLER_LIFETIME', OUTLIVES_CALLER);
  if (lack === 'ADDRESSES') return problem('EXCEEDS_CALLER_ADDRESSES', BEYOND_ADDRESSES);
  const what = lack === 'RESOURCES' ? 'these permissions on all of these resources' : lack;
  return problem('EXCEEDS_CALLER_PERMISSIONS', `Nobody grants more than they hold, and you do not hold ${what}.`);
}
