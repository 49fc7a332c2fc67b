/** User access tokens, as the operator lists and revokes them. */
import { operator } from '../authorization/caller.js';
import type { Credential } from '../credentials/credential.js';
import { BadInput } from '../errors.js';
import { emailAddress } from '../names.js';
import type { Services } from '../services.js';
import { iterate } from '../storage/collection.js';

/** A user access token without anything secret. */
interface TokenRow {
  readonly id: string;
  readonly title: string;
  /** The ids of the organizations that it names. */
  readonly organizationIds: readonly string[];
  readonly graphql: boolean;
  readonly scopes: readonly string[];
  readonly ipAllowlist: readonly string[] | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** The user access tokens of a user, newest first, also those that have ended. @throws BadInput for an unknown user. */
export async function listTokens({ users, collections, lastUses }: Services, email: string): Promise<TokenRow[]> {
  const address = emailAddress(email);
  const user = address && (await users.find(address));
  if (!user) throw new BadInput('No user has this e-mail address. Give one like name@example.com.');
  const tokens: Credential[] = [];
  const all = { ownerId: user.id, family: 'USER_ACCESS_TOKEN', listed: true };
  for await (const token of iterate(collections.credentials, all)) tokens.push(token);
  const uses = await lastUses.getMany(tokens.map(({ id }) => id));
  return tokens.map(({ restScopes, ...token }, index) => ({
    id: token.id,
    title: token.title,
    organizationIds: token.organizationIds,
    graphql: restScopes === null,
    scopes: restScopes ?? [],
    ipAllowlist: token.ipAllowlist,
    createdAt: token.createdAt,
    lastUsedAt: uses[index]?.at ?? null,
    expiresAt: token.expiresAt,
    revokedAt: token.revokedAt,
  }));
}

/** Ends a user access token at once; it stays in lists. @throws BadInput for an id that no user access token has. */
export async function revokeToken({ credentials }: Services, id: string): Promise<Credential> {
  const token = await credentials.get(id);
  const revoked = token?.kind === 'USER_ACCESS_TOKEN' && token.listed && (await credentials.revoke(operator(), id));
  if (!revoked)
    throw new BadInput('No user access token has this id. `latchkey token list --user EMAIL` tells the ids.');
  return revoked;
}

/** A line for each token. */
export const tokenLines = (rows: readonly TokenRow[]): string =>
  rows.length === 0 ? 'The user has no user access tokens.' : rows.map(line).join('\n');

const line = ({ id, title, scopes, lastUsedAt, expiresAt, revokedAt }: TokenRow): string =>
  [
    id,
    title,
    scopes.length === 0 ? 'GraphQL' : scopes.join(' '),
    lastUsedAt === null ? 'never used' : `last used ${lastUsedAt}`,
    revokedAt === null ? (expiresAt === null ? 'no end' : `ends ${expiresAt}`) : `revoked ${revokedAt}`,
  ].join('  ');
