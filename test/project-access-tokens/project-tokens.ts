/** Project access tokens for tests: making them. */
import { ALL } from '../organization-access-tokens/fixtures/tokens.js';
import type { Send, Tenant } from '../support/latchkey.js';

const TOKEN = `
  fragment Token on ProjectAccessToken {
    id title description permissions firstCharacters createdAt createdBy { actorId type } expiresAt lastUsedAt revokedAt
    resources { mode projects { projectId targets { mode targets { targetId } } } }
  }`;

export const CREATE = `
  mutation ($input: CreateProjectAccessTokenInput!) {
    createProjectAccessToken(input: $input) {
      ok { privateAccessKey createdProjectAccessToken { ...Token } }
      error { code message details { title description } }
    }
  } ${TOKEN}`;

export const LIST = `
  query ($id: ID!, $first: Int, $after: String) {
    project(reference: { byId: $id }) {
      accessTokens(first: $first, after: $after) { nodes { ...Token } pageInfo { hasNextPage endCursor } }
    }
  } ${TOKEN}`;

export const READ = `
  query ($id: ID!, $token: ID!) {
    project(reference: { byId: $id }) { accessToken(id: $token) { ...Token } }
  } ${TOKEN}`;

/** What createProjectAccessToken answers; a token of `my-project` that publishes everywhere in it unless `fields` say otherwise. */
export const requestToken = (
  tenant: Pick<Tenant, 'projectId' | 'owner'>,
  fields: object = {},
  send: Send = tenant.owner,
) =>
  send(CREATE, {
    input: {
      project: { byId: tenant.projectId },
      title: 'CI pipeline',
      permissions: ['schemaVersion:publish', 'project:describe'],
      resources: ALL,
      ...fields,
    },
  });

/** A new token, as its creation answered it. */
export async function createProjectToken(tenant: Pick<Tenant, 'projectId' | 'owner'>, fields?: object, send?: Send) {
  const { data, errors } = await requestToken(tenant, fields, send);
  const created = data?.createProjectAccessToken;
  if (!created?.ok) throw new Error(`no token was created: ${JSON.stringify(errors ?? created)}`);
  const token = created.ok.createdProjectAccessToken;
  return { id: token.id as string, secret: created.ok.privateAccessKey as string, token };
}

/** Why no token was created. */
export async function refusalOf(tenant: Pick<Tenant, 'projectId' | 'owner'>, fields?: object, send?: Send) {
  const { data, errors } = await requestToken(tenant, fields, send);
  const { ok, error } = data?.createProjectAccessToken ?? {};
  if (ok !== null || !error) throw new Error(`not refused: ${JSON.stringify(errors ?? 'a token was created')}`);
  return error as { code: string; message: string };
}
