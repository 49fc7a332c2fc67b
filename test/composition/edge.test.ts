import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHiveGateway } from '../../examples/supergraph/hive-gateway.js';
import { createVerifier } from '@latchkey/verifier';
import { edgeAuth } from '@latchkey/verifier/graphql';
import { askerOf, createToken, end } from '../introspection/asking.js';
import { missing } from '../organizations/operations.js';
import { embedded } from '../support/engines.js';
import type { Answer, Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, subgraphKey } from '../support/operations.js';
import { send } from '../support/process.js';
import { ROUTER_SECRET, startSubgraphs } from './supergraph.js';

const MEMBERS = 'query ($id: ID!) { organization(id: $id) { members { nodes { role } } } }';
const SLUG = 'query ($id: ID!) { organization(id: $id) { slug } }';
const TARGETS = `query ($id: ID!) {
  organization(id: $id) { projects { nodes { targets { nodes { dashboard } } } } }
}`;

/** The code and message of the only error, over HTTP 200. */
const refusal = ({ status, errors }: Answer) => {
  expect(status).toBe(200);
  expect(errors).toHaveLength(1);
  return [errors?.[0]?.extensions.code, errors?.[0]?.message];
};
const NOBODY = ['UNAUTHENTICATED', 'No access (reason: "Authorization token is missing")'];
const INVALID = ['UNAUTHENTICATED', 'Invalid token provided'];
const lacking = (permission: string) => ['UNAUTHORISED', missing(permission)];

describe('Hive Gateway with the auth directives', () => {
  let running: Awaited<ReturnType<typeof startSubgraphs>>;
  let gateway: Awaited<ReturnType<typeof startHiveGateway>>;
  let cutOff: typeof gateway;
  let tenant: Tenant;
  beforeAll(async () => {
    running = await startSubgraphs(embedded, { variant: 'auth' });
    ({ tenant } = running);
    const options = { url: running.base, secret: (await askerOf(tenant)).secret };
    const start = (more: object = {}) =>
      startHiveGateway(running.supergraph, {
        routerSecret: ROUTER_SECRET,
        genericAuth: edgeAuth(createVerifier({ ...options, ...more })),
      });
    gateway = await start();
    cutOff = await start({ fetch: () => Promise.reject(new Error('nobody there')) });
  });
  afterAll(async () => {
    await gateway.stop();
    await cutOff.stop();
    await running.stop();
  });

  /** The answer to an operation, and how many GraphQL requests Latchkey and its neighbour saw meanwhile. */
  async function asked(secret: string | undefined, query: string, headers: Record<string, string> = {}) {
    const count = () => running.latchkey.logged().split('"route":"/graphql"').length + running.heard.length;
    const before = count();
    const answer = await send(gateway.url, secret)(query, { id: tenant.id }, headers);
    return { answer, seen: count() - before };
  }
  const token = async (...permissions: string[]) => (await createToken(tenant, permissions)).secret;

  it('refuses a request without a valid secret before a subgraph sees it', async () => {
    for (const query of [SLUG, MEMBERS, '{ me { id } }', `mutation ${SLUG.slice(6).replace('slug', '__typename')}`]) {
      for (const none of [{}, { authorization: '', 'x-api-key': ' ' }]) {
        const nobody = await asked(undefined, query, none);
        expect([refusal(nobody.answer), nobody.seen]).toEqual([NOBODY, 0]);
      }
      const garbage = await asked('garbage', query);
      expect([refusal(garbage.answer), garbage.seen]).toEqual([INVALID, 0]);
    }
    const { token: key } = await createKey(tenant);
    const two = await asked(tenant.ownerSecret, SLUG, { 'x-api-key': key });
    expect([refusal(two.answer), two.seen]).toEqual([INVALID, 0]);
  });

  it('refuses a token without the scope before a subgraph sees it, and lets one with it through', async () => {
    const without = await asked(await token('organization:describe'), MEMBERS);
    expect([refusal(without.answer), without.seen]).toEqual([lacking('member:describe'), 0]);
    const { answer, seen } = await asked(await token('organization:describe', 'member:describe'), MEMBERS);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.organization.members.nodes).toEqual([{ role: 'ORG_ADMIN' }]);
    expect(seen).toBeGreaterThan(0);
  });

  it('takes either header, and a user, a key or a token', async () => {
    const { token: key } = await createKey(tenant);
    for (const headers of [{ authorization: `Bearer ${key}` }, { 'x-api-key': key }])
      expect((await asked(undefined, '{ me { id } }', headers)).answer.data.me).toEqual({ id: tenant.projectId });
    expect((await asked(tenant.ownerSecret, MEMBERS)).answer.errors).toBeUndefined();
  });

  it('refuses a token from its end on', async () => {
    const ended = await createToken(tenant, ['organization:describe']);
    expect((await asked(ended.secret, SLUG)).answer.data.organization.slug).toBe(tenant.slug);
    await end(tenant, 'revoke', ended);
    const { answer, seen } = await asked(ended.secret, SLUG);
    expect([refusal(answer), seen]).toEqual([INVALID, 0]);
  });

  it("enforces a neighbour's scopes: of a type, and one of several lists of a field", async () => {
    const way = ['organization:describe', 'project:describe'];
    for (const enough of [['usage:report', 'traces:report'], ['schema:compose']])
      expect((await asked(await token(...way, ...enough), TARGETS)).answer.errors).toBeUndefined();
    expect(refusal((await asked(await token(...way, 'usage:report'), TARGETS)).answer)).toEqual(
      lacking('traces:report'),
    );
    expect(refusal((await asked(await token('project:describe'), SLUG)).answer)).toEqual(
      lacking('organization:describe'),
    );
  });

  it('leaves to Latchkey what scopes cannot tell', async () => {
    const secret = await token('organization:describe', 'key:create');
    const variables = { ...subgraphKey(tenant), type: 'OPERATOR', resources: null };
    expect(refusal(await send(gateway.url, secret)(CREATE_KEY, variables))).toEqual(lacking('key:modify'));
  });

  it('lets what needs nothing pass, and refuses the rest, while Latchkey does not answer', async () => {
    const as = send(cutOff.url, tenant.ownerSecret);
    expect((await as('{ dashboards }')).data).toEqual({ dashboards: 'https://dashboards.example' });
    const message = 'The token could not be verified. Try again later.';
    expect(refusal(await as(SLUG, { id: tenant.id }))).toEqual(['INTERNAL_SERVER_ERROR', message]);
    expect(refusal(await send(cutOff.url)(SLUG, { id: tenant.id }))).toEqual(NOBODY);
  });
});
