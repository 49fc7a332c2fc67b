import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, subgraphKey, USERS } from '../support/operations.js';
import { done, owned, type ShownKey } from './operations.js';

const ME = '{ me { __typename id name asActor { actorId type } ... on User { email } ... on Graph { title } } }';
const CREATE_PROJECT = `
  mutation ($input: CreateProjectInput!) { createProject(input: $input) { ok { createdProject { id } } } }`;

onEveryEngine('me', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  async function createProject(slug: string): Promise<string> {
    const input = { organization: { byId: tenant.id }, slug, type: 'FEDERATION' };
    const { data } = await tenant.owner(CREATE_PROJECT, { input });
    return data.createProject.ok.createdProject.id as string;
  }
  const keyOver = async (...slugs: string[]) => {
    const subgraphs = slugs.map((graphId) => ({ ...USERS, graphId }));
    return done<ShownKey>(await owned(tenant).create(subgraphKey(tenant, 'Over several', subgraphs)), 'createKey');
  };
  const graph = (id: string, slug: string) => ({
    me: { __typename: 'Graph', id, name: slug, title: slug, asActor: { actorId: id, type: 'GRAPH' } },
  });

  it('is a user for their token, with their e-mail address', async () => {
    const { data } = await tenant.owner(ME);
    const id = data.me.id as string;
    const email = tenant.ownerEmail;
    const asActor = { actorId: id, type: 'USER' };
    expect(data).toEqual({ me: { __typename: 'User', id, name: email, email, asActor } });
  });

  it('is the graph of a subgraph key', async () => {
    const { token } = await createKey(tenant);
    expect((await latchkey.as(token)(ME)).data).toEqual(graph(tenant.projectId, 'my-project'));
  });

  it('is a service account for an operator key', async () => {
    const answer = await owned(tenant).create({ name: 'Operator', type: 'OPERATOR' });
    const { id, token } = done<ShownKey>(answer, 'createKey');
    expect((await latchkey.as(token)(ME)).data).toEqual({
      me: { __typename: 'ServiceAccount', id, name: 'Operator', asActor: { actorId: id, type: 'SERVICE_ACCOUNT' } },
    });
  });

  it('is, of several graphs, the one with the smallest id, in whatever order they were given', async () => {
    const ids = { 'my-project': tenant.projectId, second: await createProject('second') };
    const [smallest] = Object.entries(ids).sort(([, a], [, b]) => (a < b ? -1 : 1));
    const [slug, id] = smallest ?? ['', ''];
    for (const slugs of [Object.keys(ids), Object.keys(ids).reverse()])
      expect((await latchkey.as((await keyOver(...slugs)).token)(ME)).data).toEqual(graph(id, slug));
  });

  it('skips deleted graphs, and is null with the error when none is left', async () => {
    const [first, second] = [await createProject('gone-first'), await createProject('gone-last')].sort() as [
      string,
      string,
    ];
    const { token } = await keyOver('gone-first', 'gone-last');
    const me = async () => latchkey.as(token)(ME);
    expect((await me()).data.me.id).toBe(first);
    await latchkey.services.collections.projects.delete(first);
    expect((await me()).data.me.id).toBe(second);
    await latchkey.services.collections.projects.delete(second);
    const { status, data, errors } = await me();
    expect({ status, data: data as unknown }).toEqual({ status: 200, data: { me: null } });
    expect(errors).toMatchObject([
      { message: 'Unauthorized: Invalid token provided', path: ['me'], extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  it('still shows an Org Admin a key whose graph was deleted, with its ids', async () => {
    const projectId = await createProject('soon-gone');
    const { id } = await keyOver('soon-gone');
    await latchkey.services.collections.projects.delete(projectId);
    expect(done<ShownKey>(await owned(tenant).read(id), 'apiKey').resources).toEqual([
      { resourceId: `${projectId}:production:users`, resourceType: 'SUBGRAPH' },
    ]);
  });
});
