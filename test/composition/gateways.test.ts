import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApolloGateway } from '../../examples/supergraph/apollo-gateway.js';
import { startHiveGateway } from '../../examples/supergraph/hive-gateway.js';
import { CREATE } from '../organization-access-tokens/fixtures/documents.js';
import { createToken, project } from '../organization-access-tokens/fixtures/tokens.js';
import { onEveryEngine } from '../support/engines.js';
import type { Answer, Tenant } from '../support/latchkey.js';
import { createKey, subgraphKey } from '../support/operations.js';
import { send } from '../support/process.js';
import { ROUTER_SECRET, startSubgraphs } from './supergraph.js';

const CREATE_KEY = readFileSync(new URL('../subgraph-keys/fixtures/create-key.document.txt', import.meta.url), 'utf8');
const ROTATE = `mutation ($organizationId: ID!, $keyId: ID!) {
  organization(id: $organizationId) { rotateKey(keyId: $keyId) { token } }
}`;
const ACROSS = `query ($id: ID!) {
  dashboards
  organization(id: $id) { slug dashboard projects { nodes { targets { nodes { id slug dashboard } } } } }
}`;
const MEMBERS = 'query ($id: ID!) { organization(id: $id) { slug members { nodes { role } } } }';

/** What a client goes by. */
const essence = ({ status, data, errors }: Answer) => ({
  status,
  data: data as unknown,
  errors: errors?.map(({ message, path, extensions: { code } }) => ({ message, path, code })),
});

onEveryEngine('in a supergraph', (engine) => {
  let running: Awaited<ReturnType<typeof startSubgraphs>>;
  let tenant: Tenant;
  beforeAll(async () => {
    running = await startSubgraphs(engine);
    ({ tenant } = running);
  });
  afterAll(() => running.stop());

  describe.each([
    ['Apollo Gateway', startApolloGateway],
    ['Hive Gateway', startHiveGateway],
  ] as const)('behind %s', (_, start) => {
    let gateway: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      gateway = await start(running.supergraph, { routerSecret: ROUTER_SECRET });
    });
    afterAll(() => gateway.stop());

    const as = (secret?: string) => send(gateway.url, secret);
    const withKey = (key: string, query: string) => as()(query, {}, { 'x-api-key': key });

    it('answers one query together with its neighbour', async () => {
      const { data, errors } = await as(tenant.ownerSecret)(ACROSS, { id: tenant.id });
      expect(errors).toBeUndefined();
      const dashboard = (kind: string, id: string) => `https://dashboards.example/${kind}/${id}`;
      expect(data.dashboards).toBe('https://dashboards.example');
      expect(data.organization).toMatchObject({ slug: tenant.slug, dashboard: dashboard('organizations', tenant.id) });
      const [{ targets }] = data.organization.projects.nodes;
      expect(targets.nodes).toHaveLength(3);
      for (const target of targets.nodes) expect(target.dashboard).toBe(dashboard('targets', target.id));
    });

    it('passes secrets on to Latchkey alone', async () => {
      running.heard.length = 0;
      const { token } = await createKey(tenant);
      await as(tenant.ownerSecret)(ACROSS, { id: tenant.id });
      await as()(ACROSS, { id: tenant.id }, { 'x-api-key': token, 'idempotency-key': 'for-latchkey' });
      expect(running.heard.length).toBeGreaterThan(1);
      for (const headers of running.heard)
        expect(headers).not.toMatch(/authorization|x-api-key|idempotency-key|lku_|ak_v2_|only-the-gateway/);
    });

    it('creates a subgraph key by the documented mutation, which signs in', async () => {
      const created = await as(tenant.ownerSecret)(CREATE_KEY, subgraphKey(tenant, 'Made at the gateway'));
      expect(created.errors).toBeUndefined();
      const { keyName, token } = created.data.organization.createKey;
      expect(keyName).toBe('Made at the gateway');
      const { data } = await withKey(token, '{ me { __typename id } }');
      expect(data.me).toEqual({ __typename: 'Graph', id: tenant.projectId });
    });

    it('passes an idempotency key on: what is created again under it is created once', async () => {
      const create = () =>
        as(tenant.ownerSecret)(CREATE_KEY, subgraphKey(tenant), { 'idempotency-key': `at-${gateway.url}` });
      const { id, token } = (await create()).data.organization.createKey;
      expect(token).not.toContain('*');
      const again = (await create()).data.organization.createKey;
      expect(again.id).toBe(id);
      expect(again.token).toContain('*');
    });

    it('creates an organization access token by the documented mutation, which signs in', async () => {
      const input = {
        organization: { bySelector: { organizationSlug: tenant.slug } },
        title: 'Made at the gateway',
        permissions: ['schemaVersion:publish'],
        resources: { mode: 'GRANULAR', projects: [project(tenant.projectId)] },
      };
      const created = await as(tenant.ownerSecret)(CREATE, { input });
      expect(created.errors).toBeUndefined();
      const { ok, error } = created.data.createOrganizationAccessToken;
      expect(error).toBeNull();
      const { data } = await as(ok.privateAccessKey)('{ whoAmI { title } }');
      expect(data.whoAmI).toEqual({ title: 'Made at the gateway' });
    });

    it('lets every refusal through, word by word', async () => {
      const { secret } = await createToken(tenant, { permissions: ['organization:describe'] });
      const taken = 'mutation ($id: String!) { createOrganization(input: { slug: $id }) { error { message } } }';
      const unnamed = '{ organization { slug } }';
      for (const [who, query, expected] of [
        [undefined, MEMBERS, 'No access (reason: "Authorization token is missing")'],
        ['garbage', MEMBERS, 'Invalid token provided'],
        [secret, MEMBERS, `No access (reason: "Missing permission for performing 'member:describe' on resource")`],
        [secret, taken, 'No access (reason: "Only a user can create an organization")'],
        [secret, '{ me { __typename } }', undefined],
        [undefined, '{ me { __typename } }', 'Unauthorized: No access (reason: "Authorization token is missing")'],
        [secret, unnamed, expect.any(String)],
      ] as const) {
        const answer = essence(await as(who)(query, { id: tenant.id }));
        expect(answer.errors?.[0]?.message).toEqual(expected);
        expect(answer).toEqual(essence(await running.as(who)(query, { id: tenant.id })));
      }
    });

    it('refuses a rotated secret at the next request, and takes the new one', async () => {
      const { id: keyId, token } = await createKey(tenant);
      const me = '{ me { id } }';
      expect((await withKey(token, me)).data.me).not.toBeNull();
      const rotated = await as(tenant.ownerSecret)(ROTATE, { organizationId: tenant.id, keyId });
      expect(rotated.errors).toBeUndefined();
      expect((await withKey(token, me)).errors?.[0]?.message).toBe('Unauthorized: Invalid token provided');
      expect((await withKey(rotated.data.organization.rotateKey.token, me)).data.me).toEqual({ id: tenant.projectId });
    });
  });
});
