/** Registry tokens for tests: making them, and asking what they may do. */
import type { Send, Tenant } from '../support/latchkey.js';

export const CREATE = `
  mutation ($input: CreateTokenInput!) {
    createToken(input: $input) {
      ok {
        selector { organizationSlug projectSlug targetSlug } secret
        createdToken { id name title alias firstCharacters permissions targetScopes date createdAt expiresAt lastUsedAt }
      }
      error { code message }
    }
  }`;

export const LIST = `
  query ($target: TargetSelectorInput!, $first: Int, $after: String) {
    target(reference: { bySelector: $target }) {
      tokens(first: $first, after: $after) { nodes { id name alias } total pageInfo { hasNextPage endCursor } }
    }
  }`;

export const DELETE = `
  mutation ($input: DeleteTokensInput!) {
    deleteTokens(input: $input) {
      selector { targetSlug } deletedTokens results { tokenId error { code message } }
    }
  }`;

/** The slugs of a target of `my-project`. */
export const targetOf = ({ slug }: Pick<Tenant, 'slug'>, targetSlug = 'production', projectSlug = 'my-project') => ({
  organizationSlug: slug,
  projectSlug,
  targetSlug,
});

/** What createToken answers; a token that publishes unless `fields` say otherwise. */
export const requestToken = (tenant: Tenant, fields: object = {}, send: Send = tenant.owner) =>
  send(CREATE, {
    input: {
      ...targetOf(tenant),
      name: 'CI pipeline',
      organizationScopes: [],
      projectScopes: [],
      targetScopes: ['REGISTRY_READ', 'REGISTRY_WRITE'],
      ...fields,
    },
  });

/** A new registry token, as its creation answered it. */
export async function createRegistryToken(tenant: Tenant, fields?: object, send?: Send) {
  const { data, errors } = await requestToken(tenant, fields, send);
  const ok = data?.createToken?.ok;
  if (!ok) throw new Error(`no token was created: ${JSON.stringify(errors ?? data)}`);
  return { id: ok.createdToken.id as string, secret: ok.secret as string, token: ok.createdToken };
}

/** Why no token was created. */
export async function refusalOf(tenant: Tenant, fields?: object, send?: Send) {
  const { data, errors } = await requestToken(tenant, fields, send);
  const { ok, error } = data?.createToken ?? {};
  if (ok !== null || !error) throw new Error(`not refused: ${JSON.stringify(errors ?? 'a token was created')}`);
  return error as { code: string; message: string };
}
