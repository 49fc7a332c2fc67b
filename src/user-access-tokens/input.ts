/** Checks the input that creates a user access token, and converts it to what is stored. */
import { endOf, textsOf } from '../access-tokens/input.js';
import { type RestScopeId, restScopeById } from '../authorization/rest-scopes.js';
import { ALL } from '../authorization/resources.js';
import type { Instant } from '../clock.js';
import type { CredentialSpec } from '../credentials/issuance.js';
import { isProblem, readIpAllowlist } from '../credentials/ip-allowlist.js';
import { MAX_ORGANIZATIONS } from '../credentials/reach.js';
import type { AccessTokenExpirationInput, OrganizationReferenceInput } from '../generated/resolvers-types.js';
import { problem, type UserTokenProblem } from './problems.js';

/** What a caller asks for. */
export interface UserTokenInput {
  readonly organizations: readonly OrganizationReferenceInput[];
  readonly title: string;
  readonly description?: string | null;
  readonly graphql?: boolean | null;
  readonly scopes?: readonly string[] | null;
  readonly expiration?: AccessTokenExpirationInput | null;
  readonly ipAllowlist?: readonly string[] | null;
}

/** A checked input. Later steps check that its organizations exist and what the owner's roles there allow. */
type UserTokenRequest = Pick<
  CredentialSpec,
  'title' | 'description' | 'permissions' | 'resources' | 'restScopes' | 'ipAllowlist' | 'lifetime'
>;

/** Checks an input without reading the store. Returns the request, or the first problem. */
export function readUserTokenInput(input: UserTokenInput, now: Instant): UserTokenRequest | UserTokenProblem {
  const texts = textsOf(input.title, input.description);
  if ('code' in texts) return problemWithTexts(texts.details);
  const { length } = input.organizations;
  if (length === 0) return problem('NOTHING_TO_REACH', '"organizations" is empty. Name at least one.');
  if (length > MAX_ORGANIZATIONS) {
    const message = `A token is for ${MAX_ORGANIZATIONS} organizations at most. Create several.`;
    return problem('TOO_MANY_ORGANIZATIONS', message);
  }
  const restScopes = restScopesOf(input.graphql ?? false, input.scopes ?? []);
  if (restScopes !== null && 'code' in restScopes) return restScopes;
  const ipAllowlist = readIpAllowlist(input.ipAllowlist);
  if (isProblem(ipAllowlist)) return problem('INVALID_IP_ALLOWLIST', ipAllowlist.problem);
  const expiresAt = input.expiration ? endOf(input.expiration, now) : null;
  if (expiresAt === undefined)
    return problem('INVALID_EXPIRATION', 'The end must be in the future. Choose a later one.');
  return { ...texts, permissions: [], resources: ALL, restScopes, ipAllowlist, lifetime: () => expiresAt };
}

function problemWithTexts(details: UserTokenProblem['details']): UserTokenProblem {
  return { ...problem('INVALID_INPUT', 'Invalid input provided.'), details };
}

/** The scopes that a token is limited to; null for GraphQL access; a problem when one is unknown or listed twice. */
function restScopesOf(graphql: boolean, ids: readonly string[]): RestScopeId[] | UserTokenProblem | null {
  if (graphql)
    return ids.length === 0
      ? null
      : problem(
          'SCOPES_WITH_GRAPHQL',
          'A token with GraphQL access cannot be limited by scopes. Leave one of them out.',
        );
  if (ids.length === 0)
    return problem('NOTHING_TO_REACH', 'The token would have no effect. List "scopes", or give it "graphql" access.');
  if (new Set(ids).size < ids.length) return problem('DUPLICATE', 'A scope is listed twice. List each once.');
  const scopes = ids.map(restScopeById);
  const unknown = scopes.indexOf(undefined);
  if (unknown >= 0) return problem('UNKNOWN_SCOPE', `scopes[${unknown}] is no scope. See docs/access-tokens.md.`);
  return scopes.flatMap((scope) => scope?.id ?? []);
}
