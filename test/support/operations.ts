/** Documents that many tests send. Those of Rover and of the product's documents stand in test/subgraph-keys/fixtures. */
import { tokenFor } from '../../src/cli/bootstrap.js';
import type { Latchkey, Send, Tenant } from './latchkey.js';

export const CREATE_KEY = `
  mutation CreateKey(
    $organizationId: ID!, $name: String!, $type: GraphOsKeyType!, $resources: ApiKeyResourceInput, $ipAllowlist: [String!]
  ) {
    organization(id: $organizationId) {
      createKey(name: $name, type: $type, resources: $resources, ipAllowlist: $ipAllowlist) {
        id keyName token createdAt expiresAt keyType
        resources { resourceId resourceType }
        createdBy { actorId type }
      }
    }
  }`;

export const CREATE_KEY_CARD = `
  mutation CreateKeyCard($input: CreateKeyInput!) {
    createKey(input: $input) {
      __typename
      ... on CreateKeyOk { id token key { id keyName token } }
      ... on CreateKeyError { code message field }
    }
  }`;

/** One subgraph of the project that every tenant has. */
export const USERS = { graphId: 'my-project', variantName: 'production', subgraphName: 'users' } as const;

/** The variables that make a subgraph key of `tenant`. */
export const subgraphKey = (tenant: Tenant, name = 'A key', subgraphs: readonly object[] = [USERS]) => ({
  organizationId: tenant.id,
  name,
  type: 'SUBGRAPH',
  resources: { subgraphs },
});

/** A new subgraph key of `tenant`, made by its owner or by somebody else. */
export async function createKey(
  tenant: Tenant,
  name?: string,
  send: Send = tenant.owner,
  subgraphs?: readonly object[],
): Promise<{ id: string; token: string }> {
  const { data, errors } = await send(CREATE_KEY, subgraphKey(tenant, name, subgraphs));
  const key = data?.organization?.createKey as { id: string; token: string } | undefined;
  if (!key) throw new Error(`no key was created: ${JSON.stringify(errors)}`);
  return key;
}

/** Adds a member to `tenant`, and gives them a token of their own. */
export async function member(
  latchkey: Pick<Latchkey, 'services' | 'as'>,
  tenant: Tenant,
  role: 'ORG_ADMIN' | 'GRAPH_ADMIN' | 'MEMBER',
): Promise<{ email: string; secret: string; send: Send }> {
  const email = `${role.toLowerCase()}-${Math.random().toString(36).slice(2)}@${tenant.slug}.example`;
  const { data } = await tenant.owner(
    `mutation ($input: AddMemberInput!) { addMember(input: $input) { ok { addedMember { role } } error { message } } }`,
    { input: { organization: { byId: tenant.id }, email, role } },
  );
  if (!data?.addMember?.ok) throw new Error(`no member was added: ${JSON.stringify(data)}`);
  const secret = (await tokenFor(latchkey.services, email)).reveal();
  return { email, secret, send: latchkey.as(secret) };
}
