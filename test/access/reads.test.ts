import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addProject,
  createToken,
  granular,
  project,
  target,
  type Tree,
} from '../organization-access-tokens/fixtures/tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { Watched } from '../support/watched.js';
import { explain, resolvedOf, whoAmI } from './questions.js';

const LIST = `query ($id: ID!) { organization(id: $id) { accessTokens(first: 5) { edges { node {
  id title lastUsedAt createdBy { actorId }
  resources { mode projects { project { slug type } targets { mode targets { target { slug project { slug } } services { services } } } } }
  resolvedResourcePermissionGroups(includeAll: true) { level resolvedResourceIds resolvedPermissionGroups { permissions { isGranted } } }
} } } } }`;

onEveryEngine('Reads of the store', (engine) => {
  const watched = new Watched();
  let latchkey: Latchkey;
  let tenant: Tenant;
  let trees: Tree[];
  const secrets: string[] = [];
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: watched.wrap });
    tenant = await latchkey.organization();
    trees = [await addProject(tenant, 'shop'), await addProject(tenant, 'blog'), await addProject(tenant, 'docs')];
    for (let index = 0; index < 20; index++) {
      const tree = trees[index % 3];
      if (!tree) throw new Error('there are three');
      const { production, staging } = tree.targets;
      const resources = granular(
        project(tree.id, target(production, ['users', `service-${index}`]), target(staging, undefined, [])),
        project(tenant.projectId),
      );
      const { secret } = await createToken(tenant, { resources, title: `Token ${index}` });
      secrets.push(secret);
      if (index % 2 === 0) await latchkey.as(secret)('{ whoAmI { title } }');
    }
    // What happens in the background is not counted.
    await latchkey.services.relay.drain();
  });
  afterAll(() => latchkey.close());

  /** What is read for a user: their credential, their memberships, and the organizations of these. */
  const CALLER = ['credentials.get', 'memberships.getMany', 'organizations.getMany'];
  /** What is read for a token: the credential, and what it is assigned. */
  const TOKEN = ['credentials.get', 'organizations.getMany', 'projects.getMany', 'targets.getMany'];
  const counted = async (send: Send, query: string, variables: object) => {
    let answer: Awaited<ReturnType<Send>> | undefined;
    const reads = await watched.readsOf(async () => (answer = await send(query, variables)));
    if (!answer || answer.errors) throw new Error(`not answered: ${JSON.stringify(answer?.errors)}`);
    return { data: answer.data, reads };
  };

  it('5 tokens with their resources, last uses and permissions take as many reads as one', async () => {
    const { data, reads } = await counted(tenant.owner, LIST, { id: tenant.id });
    const { edges } = data.organization.accessTokens;
    expect(edges).toHaveLength(5);
    expect(edges.filter((edge: { node: { lastUsedAt: unknown } }) => edge.node.lastUsedAt)).toHaveLength(2);
    expect(JSON.stringify(edges)).toContain(`${tenant.slug}/shop/production/service/users`);
    // The organization once to find it and once for its slug; projects and targets once, for all tokens.
    const found = [
      'organizations.getMany',
      'lastUses.getMany',
      'organizations.getMany',
      'projects.getMany',
      'targets.getMany',
    ];
    expect(reads.sort()).toEqual([...CALLER, ...found].sort());
  });

  it("a token's own view of itself takes one read each of organizations, projects and targets beside signing in", async () => {
    const reads = await watched.readsOf(() => whoAmI(latchkey.as(secrets[0]), true));
    expect(reads.sort()).toEqual([...TOKEN, ...TOKEN.slice(1)].sort());
  });

  it("an administrator's view of one token takes no further reads", async () => {
    const { data } = await tenant.owner(LIST, { id: tenant.id });
    const { id } = data.organization.accessTokens.edges[0].node;
    const reads = await watched.readsOf(() => resolvedOf(tenant.owner, tenant.id, id as string, true));
    const found = [
      'organizations.getMany',
      'credentials.get',
      'organizations.getMany',
      'projects.getMany',
      'targets.getMany',
    ];
    expect(reads.sort()).toEqual([...CALLER, ...found].sort());
  });

  it('an explanation reads the documents on the path to the place, and those whose slugs name the assignment', async () => {
    const question = { permission: 'schemaVersion:publish', resource: 'shop/production/service/users' };
    const reads = await watched.readsOf(() => explain(latchkey.as(secrets[0]), question));
    const way = ['projects.findOne', 'targets.findOne'];
    expect(reads.sort()).toEqual([...TOKEN, ...way, ...TOKEN.slice(1)].sort());
  });

  it('an invalid question reads only what authenticates the caller', async () => {
    const question = { permission: 'schemaVersion:publish', resource: 'a//b' };
    const reads = await watched.readsOf(() => explain(latchkey.as(secrets[0]), question).catch(() => undefined));
    expect(reads.sort()).toEqual(TOKEN);
  });
});
