import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken, end, type Token } from '../introspection/asking.js';
import { onEveryEngine } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, member, subgraphKey } from '../support/operations.js';

const INPUT = '{ organization: { byId: $organization }, title: "Too late", permissions: [], resources: { mode: ALL } }';
const create = (alias: string) =>
  `${alias}: createOrganizationAccessToken(input: ${INPUT}) { ok { privateAccessKey } error { code } }`;
const revoke = 'revokeAccessToken(input: { accessToken: { byId: $id } }) { ok { __typename } }';
const CREATE_KEYS = `
  mutation ($organizationId: ID!, $name: String!, $type: GraphOsKeyType!, $resources: ApiKeyResourceInput) {
    organization(id: $organizationId) {
      a: createKey(name: $name, type: $type, resources: $resources) { id }
      b: createKey(name: $name, type: $type, resources: $resources) { id }
    }
  }`;

const codes = ({ errors }: Answer): string[] | undefined => errors?.map(({ extensions }) => extensions.code);

onEveryEngine('every field that writes authenticates its caller again:', (engine) => {
  const interrupted = new Interrupted();
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: interrupted.wrap });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  /** The titles of the organization's access tokens. */
  const titles = async (): Promise<string[]> => {
    const { data } = await tenant.owner(
      `query ($id: ID!) { organization(id: $id) { accessTokens(first: 20) { edges { node { title } } } } }`,
      { id: tenant.id },
    );
    return data.organization.accessTokens.edges.map(({ node }: { node: { title: string } }) => node.title);
  };
  const keys = async (): Promise<number> => {
    const { data } = await tenant.owner('query ($id: ID!) { organization(id: $id) { apiKeys { totalCount } } }', {
      id: tenant.id,
    });
    return data.organization.apiKeys.totalCount as number;
  };

  it('a token that revokes itself creates nothing in the fields after that', async () => {
    const { id, secret } = await createToken(tenant, ['accessToken:modify', 'organization:describe']);
    const before = (await titles()).length;
    const document = `mutation ($id: ID!, $organization: ID!) { ${create('first')} ${revoke} ${create('second')} }`;
    const answer = await latchkey.as(secret)(document, { id, organization: tenant.id });
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.errors?.[0]?.path).toEqual(['second']);
    expect((await titles()).length).toBe(before + 1);
  });

  it('a member who gives up their role creates nothing in the fields after that', async () => {
    const { email, send } = await member(latchkey, tenant, 'ORG_ADMIN');
    const before = await titles();
    const answer = await send(
      `mutation ($organization: ID!, $email: String!) {
        updateMemberRole(input: { organization: { byId: $organization }, email: $email, role: MEMBER }) { ok { __typename } }
        ${create('second')}
      }`,
      { organization: tenant.id, email },
    );
    expect(codes(answer)).toEqual(['UNAUTHORISED']);
    expect(await titles()).toEqual(before);
  });

  it('a member who leaves creates nothing in the fields after that', async () => {
    const { email, send } = await member(latchkey, tenant, 'ORG_ADMIN');
    const before = await titles();
    const { data } = await send(
      `mutation ($organization: ID!, $email: String!) {
        removeMember(input: { organization: { byId: $organization }, email: $email }) { ok { removedUserId } }
        ${create('second')}
      }`,
      { organization: tenant.id, email },
    );
    expect(data).toMatchObject({ removeMember: { ok: {} }, second: { error: { code: 'ORGANIZATION_NOT_FOUND' } } });
    expect(await titles()).toEqual(before);
  });

  it('a token revoked elsewhere after a namespace was found writes nothing in its fields', async () => {
    const token: Token = await createToken(tenant, ALL_OF_KEYS);
    const before = await keys();
    interrupted.before('organizations.getMany', () => end(tenant, 'revoke', token));
    const answer = await latchkey.as(token.secret)(CREATE_KEYS, subgraphKey(tenant));
    expect(new Set(codes(answer))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(await keys()).toBe(before);
  });

  it('what was stored after the token that asked was ended is taken back, and its secret is not answered', async () => {
    const before = [await titles(), await keys()];
    for (const document of [`mutation ($organization: ID!) { ${create('a')} }`, CREATE_KEY]) {
      const token = await createToken(tenant, [...ALL_OF_KEYS, 'accessToken:modify']);
      interrupted.before('credentials.insert', () => end(tenant, 'delete', token));
      const answer = await latchkey.as(token.secret)(document, { ...subgraphKey(tenant), organization: tenant.id });
      expect(new Set(codes(answer))).toEqual(new Set(['UNAUTHENTICATED']));
      expect([await titles(), await keys()]).toEqual(before);
    }
  });

  it('what was stored after the member who asked was given a smaller role is taken back', async () => {
    const { email, send } = await member(latchkey, tenant, 'ORG_ADMIN');
    const before = await titles();
    interrupted.before('credentials.insert', () =>
      tenant.owner(
        `mutation ($organization: ID!, $email: String!) {
          updateMemberRole(input: { organization: { byId: $organization }, email: $email, role: GRAPH_ADMIN }) { ok { __typename } }
        }`,
        { organization: tenant.id, email },
      ),
    );
    const answer = await send(`mutation ($organization: ID!) { ${create('a')} }`, { organization: tenant.id });
    expect(codes(answer)).toEqual(['UNAUTHORISED']);
    expect(await titles()).toEqual(before);
  });

  it('a secret that replaced another after the token that asked was ended is not answered', async () => {
    const token = await createToken(tenant, ['accessToken:modify', 'organization:describe']);
    const { id } = await createToken(tenant, ['organization:describe']);
    // The relay replaces credentials as well.
    await latchkey.services.relay.drain();
    interrupted.before('credentials.replace', () => end(tenant, 'delete', token));
    const answer = await latchkey.as(token.secret)(
      `mutation ($id: ID!) {
        rotateAccessToken(input: { accessToken: { byId: $id } }) { ok { privateAccessKey } }
      }`,
      { id },
    );
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.data).toBeNull();
  });

  it('who creates an organization may read it in the same answer', async () => {
    const slug = `${tenant.slug}-second`;
    const { data, errors } = await tenant.owner(
      `mutation { createOrganization(input: { slug: "${slug}" }) { ok { createdOrganization { members { nodes { role } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.createOrganization.ok.createdOrganization.members.nodes).toEqual([{ role: 'ORG_ADMIN' }]);
  });
});

const ALL_OF_KEYS = [
  'key:create',
  'organization:describe',
  'project:describe',
  'schemaVersion:publish',
  'schemaCheck:create',
];
