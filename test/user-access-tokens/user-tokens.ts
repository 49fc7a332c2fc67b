/** User access tokens for tests: making, changing and listing them. */
import type { Role } from '../../src/authorization/roles.js';
import { tokenFor } from '../../src/cli/bootstrap.js';
import { addMember } from '../organizations/operations.js';
import type { Latchkey, Send, Tenant } from '../support/latchkey.js';

const TOKEN = `
  fragment Token on UserAccessToken {
    id title description graphql scopes permissions firstCharacters createdBy { actorId type } expiresAt lastUsedAt
    revokedAt revokedBy { actorId } resources { mode } organizations { id } owner { id }
  }`;

export const CREATE = `
  mutation ($input: CreateUserAccessTokenInput!) {
    createUserAccessToken(input: $input) {
      ok { privateAccessKey createdUserAccessToken { ...Token } }
      error { code message details { title description } }
    }
  } ${TOKEN}`;

/** The caller's own tokens. */
export const MINE = `
  query ($first: Int, $after: String) {
    me { ... on User { accessTokens(first: $first, after: $after) { nodes { ...Token } pageInfo { hasNextPage endCursor } } } }
  } ${TOKEN}`;

export const READ = `query ($id: ID!) { me { ... on User { accessToken(id: $id) { ...Token } } } } ${TOKEN}`;

export const RENAME = `
  mutation ($id: ID!, $title: String!) {
    renameUserAccessToken(input: { accessToken: { byId: $id }, title: $title }) {
      ok { updatedUserAccessToken { ...Token } } error { code message }
    }
  } ${TOKEN}`;

export const ADD_ORGANIZATION = `
  mutation ($id: ID!, $organization: OrganizationReferenceInput!) {
    addOrganizationToToken(input: { accessToken: { byId: $id }, organization: $organization }) {
      ok { updatedUserAccessToken { ...Token } } error { code message }
    }
  } ${TOKEN}`;

export const REMOVE_ORGANIZATION = `
  mutation ($id: ID!, $organization: OrganizationReferenceInput!, $block: Boolean! = false) {
    removeOrganizationFromToken(input: { accessToken: { byId: $id }, organization: $organization, block: $block }) {
      ok { updatedUserAccessToken { ...Token } } error { code message }
    }
  } ${TOKEN}`;

export const ROTATE = `
  mutation ($id: ID!) {
    rotateAccessToken(input: { accessToken: { byId: $id } }) {
      ok { privateAccessKey rotatedAccessToken { __typename id } } error { code message }
    }
  }`;
export const REVOKE = `
  mutation ($id: ID!) {
    revokeAccessToken(input: { accessToken: { byId: $id } }) { ok { revokedAccessToken { id } } error { code } }
  }`;
export const EXPIRE = `
  mutation ($id: ID!) {
    setAccessTokenExpiration(input: { accessToken: { byId: $id }, expiration: { period: ONE_YEAR } }) {
      ok { updatedAccessToken { expiresAt } } error { code }
    }
  }`;

type Where = Pick<Tenant, 'id'>;

/** What createUserAccessToken answers; a token with GraphQL access unless `fields` say otherwise. */
export const requestToken = (tenants: readonly Where[], send: Send, fields: object = {}) =>
  send(CREATE, {
    input: {
      organizations: tenants.map(({ id }) => ({ byId: id })),
      title: 'Laptop',
      ...('scopes' in fields ? {} : { graphql: true }),
      ...fields,
    },
  });

/** A new token, as its creation answered it. */
export async function createUserToken(tenants: readonly Where[], send: Send, fields?: object) {
  const { data, errors } = await requestToken(tenants, send, fields);
  const created = data?.createUserAccessToken;
  if (!created?.ok) throw new Error(`no token was created: ${JSON.stringify(errors ?? created)}`);
  const token = created.ok.createdUserAccessToken;
  return { id: token.id as string, secret: created.ok.privateAccessKey as string, token };
}

/** Why no token was created. */
export const refusalOf = async (tenants: readonly Where[], send: Send, fields?: object) =>
  (await requestToken(tenants, send, fields)).data.createUserAccessToken.error;

/** The code with which a change is refused; undefined for one that was made. */
export async function codeOf(send: Send, mutation: string, variables: object): Promise<string | undefined> {
  const { data, errors } = await send(mutation, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as Record<string, { error: { code: string } | null }>)[0]?.error?.code;
}

/** Somebody new with a role in each of these organizations, signed in by a token for all of them. */
export async function person(
  latchkey: Pick<Latchkey, 'services' | 'as'>,
  roles: readonly (readonly [Tenant, Role])[],
): Promise<{ email: string; secret: string; send: Send }> {
  const email = `person-${Math.random().toString(36).slice(2)}@somewhere.example`;
  for (const [tenant, role] of roles) await addMember(tenant, email, role);
  const secret = (await tokenFor(latchkey.services, email)).reveal();
  return { email, secret, send: latchkey.as(secret) };
}
