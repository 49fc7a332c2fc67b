import { changeProblem, type ChangeProblem } from '../access-tokens/problems.js';
import type { CreateUserAccessTokenErrorCode } from '../generated/resolvers-types.js';

/** Why a user access token was not created. `details` has messages about single fields. */
export interface UserTokenProblem {
  readonly code: CreateUserAccessTokenErrorCode;
  readonly message: string;
  readonly details: { readonly title: string | null; readonly description: string | null } | null;
}

/** A problem with the creation of a token as a whole. */
export const problem = (code: UserTokenProblem['code'], message: string): UserTokenProblem => ({
  code,
  message,
  details: null,
});

/** The problem with a scope that the role of a token's owner in an organization does not give. */
export const SCOPE_BEYOND_ROLE =
  'Your role in one of the organizations does not give one of these scopes. Leave the scope or the organization out, or ask an Org Admin.';

/** The same for a token that an organization is added to. */
export const scopeBeyondRole = (): ChangeProblem => ({
  ...changeProblem('EXCEEDS_CALLER_PERMISSIONS'),
  message: SCOPE_BEYOND_ROLE,
});
