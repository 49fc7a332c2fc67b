import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onAnyEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member, subgraphKey, USERS } from '../support/operations.js';
import { done, keysOf, owned, refusal, type ShownKey } from './operations.js';

const CREATE_PROJECT = `
  mutation ($input: CreateProjectInput!) {
    createProject(input: $input) { ok { createdProject { id } createdTargets { id slug } } }
  }`;
interface CreatedProject {
  readonly projectId: string;
  readonly production: string;
}

/** Another project of a tenant, and one of its targets. */
async function createProject(tenant: Tenant, slug: string): Promise<CreatedProject> {
  const input = { organization: { byId: tenant.id }, slug, type: 'FEDERATION' };
  const { data } = await tenant.owner(CREATE_PROJECT, { input });
  const ok = data.createProject.ok as {
    createdProject: { id: string };
    createdTargets: { id: string; slug: string }[];
  };
  return {
    projectId: ok.createdProject.id,
    production: ok.createdTargets.find(({ slug }) => slug === 'production')?.id ?? '',
  };
}

onAnyEngine('creating a key refuses', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let other: CreatedProject;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    other = await createProject(tenant, 'other');
  });
  afterAll(() => latchkey.close());

  const creating = async (...subgraphs: unknown[]) =>
    owned(tenant).create(subgraphKey(tenant, 'A key', subgraphs as object[]));
  const refused = async (...subgraphs: unknown[]) => refusal(await creating(...subgraphs)).message;
  const variantOf = (projectId: string, slug: string) =>
    latchkey.services.collections.targets.findOne({ projectId, slug }).then((found) => found?.id ?? '');

  it('a type that the schema lacks, without repeating it', async () => {
    const { status, data, errors } = await owned(tenant).create({ name: 'x', type: 'PASSPORT', resources: null });
    expect({ status, data: data as unknown }).toEqual({ status: 200, data: undefined });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).toMatch(/does not exist in "GraphOsKeyType" enum/);
    expect(JSON.stringify(errors)).not.toContain('PASSPORT');
  });

  it.each(['GATEWAY', 'ROUTER', 'SCIM'])('a key of the type %s', async (type) => {
    const { message } = refusal(await owned(tenant).create({ name: 'x', type, resources: null }));
    expect(message).toBe('Latchkey makes keys of the types SUBGRAPH and OPERATOR.');
  });

  it.each([
    ['left out', undefined],
    ['null', null],
    ['empty', {}],
    ['null in them', { subgraphs: null, gateways: null }],
    ['an empty list', { subgraphs: [] }],
  ])('a subgraph key with resources %s', async (_, resources) => {
    const answer = await owned(tenant).create({ name: 'x', type: 'SUBGRAPH', resources });
    expect(refusal(answer).message).toMatch(/needs at least one subgraph/);
  });

  it('gateways, for either type', async () => {
    const gateways = [{ gatewayId: 'g' }];
    for (const type of ['SUBGRAPH', 'OPERATOR'])
      for (const subgraphs of [null, [USERS]]) {
        const answer = await owned(tenant).create({ name: 'x', type, resources: { subgraphs, gateways } });
        expect(refusal(answer).message).toBe('Keys are for subgraphs, not for gateways.');
      }
  });

  it('subgraphs for an operator key, and none of the ways to give none', async () => {
    const answer = await owned(tenant).create({ name: 'x', type: 'OPERATOR', resources: { subgraphs: [USERS] } });
    expect(refusal(answer).message).toMatch(/whole organization/);
    for (const resources of [undefined, null, {}, { subgraphs: null }, { subgraphs: [], gateways: [] }])
      expect((await owned(tenant).create({ name: 'x', type: 'OPERATOR', resources })).errors).toBeUndefined();
  });

  it.each(['', ' ', '*', 'a:b', '../x', 'a b', 'ü', 'a\n', 'a\u0000', 'a'.repeat(65), 'a/b', '{"$ne":null}'])(
    'the subgraph name %j',
    async (subgraphName) => {
      await expect(refused({ ...USERS, subgraphName })).resolves.toMatch(/1 to 64 letters, digits/);
    },
  );

  it('a variant of another graph, by its id', async () => {
    await expect(refused({ ...USERS, variantName: other.production })).resolves.toMatch(/no variant/);
    const { production } = { production: await variantOf(tenant.projectId, 'production') };
    await expect(refused({ ...USERS, graphId: 'other', variantName: production })).resolves.toMatch(/no variant/);
    await expect(refused({ ...USERS, graphId: other.projectId, variantName: production })).resolves.toMatch(
      /no variant/,
    );
  });

  it.each([
    '',
    ' ',
    'nowhere',
    '*',
    '__proto__',
    'constructor',
    'toString',
    'a\u0000',
    '\ud800',
    '{"$gt":""}',
    '$where',
  ])('the graph or variant %j', async (name) => {
    await expect(refused({ ...USERS, graphId: name })).resolves.toMatch(/no graph/);
    await expect(refused({ ...USERS, variantName: name })).resolves.toMatch(/no variant/);
  });

  it('a graph and a variant of another organization exactly as unknown ones, even for a member of both', async () => {
    const foreign = await latchkey.organization();
    const { projectId } = await createProject(foreign, 'foreign');
    const production = await variantOf(projectId, 'production');
    const both = await member(latchkey, tenant, 'ORG_ADMIN');
    const add = 'mutation ($input: AddMemberInput!) { addMember(input: $input) { ok { addedMember { role } } } }';
    const input = { organization: { byId: foreign.id }, email: both.email, role: 'ORG_ADMIN' };
    expect((await foreign.owner(add, { input })).data.addMember.ok).not.toBeNull();
    const { tokenFor } = await import('../../src/cli/bootstrap.js');
    const send = latchkey.as((await tokenFor(latchkey.services, both.email)).reveal());
    const seen = await send('query ($id: ID!) { project(reference: { byId: $id }) { id } }', { id: projectId });
    expect(seen.data).toEqual({ project: { id: projectId } });

    for (const by of [tenant.owner, send]) {
      const answer = (subgraph: object) => keysOf(tenant, by).create(subgraphKey(tenant, 'x', [subgraph]));
      const unknownGraph = refusal(await answer({ ...USERS, graphId: randomUUID() }));
      for (const graphId of [projectId, 'foreign'])
        expect(refusal(await answer({ ...USERS, graphId }))).toEqual(unknownGraph);
      const unknownVariant = refusal(await answer({ ...USERS, variantName: randomUUID() }));
      expect(refusal(await answer({ ...USERS, variantName: production }))).toEqual(unknownVariant);
    }
  });

  it('a subgraph that is listed twice, also once by id and once by slug', async () => {
    const production = await variantOf(tenant.projectId, 'production');
    const other = { ...USERS, subgraphName: 'other' };
    for (const again of [
      USERS,
      { ...USERS, graphId: tenant.projectId },
      { ...USERS, variantName: production },
      { ...USERS, graphId: tenant.projectId, variantName: production },
    ])
      await expect(refused(USERS, other, again)).resolves.toMatch(/subgraphs\[2\]: this subgraph is listed twice/);
  });

  it('more than 1,000 subgraphs, and takes 1,000', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...USERS, subgraphName: `s-${index}` }));
    await expect(refused(...many(1001))).resolves.toMatch(/1000 subgraphs at most/);
    const key = done<ShownKey>(await creating(...many(1000)), 'createKey');
    expect(new Set(key.resources.map(({ resourceId }) => resourceId)).size).toBe(1000);
  });

  it.each([
    ['a graph that is no text', { ...USERS, graphId: { $ne: null } }],
    ['a variant that is a list', { ...USERS, variantName: ['production'] }],
    ['a subgraph name that is a number', { ...USERS, subgraphName: 1 }],
    ['a missing graph', { ...USERS, graphId: undefined }],
    ['a missing subgraph name', { ...USERS, subgraphName: null }],
    ['a field that is not the caller’s to set', { ...USERS, permissions: ['key:modify'] }],
  ])('%s, before anything is read', async (_, subgraph) => {
    const { status, data, errors } = await creating(subgraph);
    expect({ status, data: data as unknown }).toEqual({ status: 200, data: undefined });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('nothing that is well-formed: one by id, one by slug, one of another variant and of another graph', async () => {
    const production = await variantOf(tenant.projectId, 'production');
    const answer = await creating(
      { ...USERS, subgraphName: 'by-slug' },
      { graphId: tenant.projectId, variantName: production, subgraphName: 'by-id' },
      { ...USERS, variantName: 'staging' },
      { ...USERS, graphId: 'other', subgraphName: 'constructor' },
      { ...USERS, graphId: other.projectId, subgraphName: '__proto__' },
      { ...USERS, graphId: 'other', subgraphName: 'A'.repeat(64) },
    );
    const found = done<ShownKey>(answer, 'createKey').resources.map(({ resourceId }) => resourceId);
    expect(found.sort()).toEqual([
      'my-project:production:by-id',
      'my-project:production:by-slug',
      'my-project:staging:users',
      `other:production:${'A'.repeat(64)}`,
      'other:production:__proto__',
      'other:production:constructor',
    ]);
  });

  it('nothing of a second key with the name and subgraphs of the first', async () => {
    const first = await createKey(tenant, 'Twin');
    const second = await createKey(tenant, 'Twin');
    expect(second.id).not.toBe(first.id);
  });
});
