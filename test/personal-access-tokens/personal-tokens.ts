/** Personal access tokens for tests: making and listing them. */
import type { Send, Tenant } from '../support/latchkey.js';

const TOKEN = `
  fragment Token on PersonalAccessToken {
    id title permissions firstCharacters createdBy { actorId type } expiresAt revokedAt resources { mode }
  }`;

export const CREATE = `
  mutation ($input: CreatePersonalAccessTokenInput!) {
    createPersonalAccessToken(input: $input) {
      ok { privateAccessKey createdPersonalAccessToken { ...Token } }
      error { code message details { title } }
    }
  } ${TOKEN}`;

/** The caller's own tokens. */
export const MINE = `
  query ($id: ID!, $first: Int, $after: String) {
    organization(id: $id) {
      me { role accessTokens(first: $first, after: $after) { nodes { ...Token } pageInfo { hasNextPage endCursor } } }
    }
  } ${TOKEN}`;

/** The tokens of every member. */
export const OF_MEMBERS = `
  query ($id: ID!) {
    organization(id: $id) { members(first: 5) { nodes { user { email } accessTokens(first: 5) { nodes { id } } } } }
  }`;

/** What createPersonalAccessToken answers; a token that sees the organization unless `fields` say otherwise. */
export const requestToken = (tenant: Pick<Tenant, 'id'>, send: Send, fields: object = {}) =>
  send(CREATE, {
    input: { organization: { byId: tenant.id }, title: 'Laptop', permissions: ['organization:describe'], ...fields },
  });

/** A new token, as its creation answered it. */
export async function createPersonalToken(tenant: Pick<Tenant, 'id'>, send: Send, fields?: object) {
  const { data, errors } = await requestToken(tenant, send, fields);
  const created = data?.createPersonalAccessToken;
  if (!created?.ok) throw new Error(`no token was created: ${JSON.stringify(errors ?? created)}`);
  const token = created.ok.createdPersonalAccessToken;
  return { id: token.id as string, secret: created.ok.privateAccessKey as string, token };
}
