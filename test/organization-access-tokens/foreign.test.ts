import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine, runs } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import * as f from './fixtures/tokens.js';

const { addProject, createToken, granular, project, refusalOf, target } = f;

interface Branch {
  readonly projectId: string;
  readonly targetIds: readonly string[];
}

const expiration = { period: 'ONE_YEAR' };

onEveryEngine('a resource of another organization is answered as if it did not exist', (engine) => {
  let latchkey: Latchkey;
  let own: Tenant;
  let other: Tenant;
  let ownTrees: f.Tree[];
  let otherTrees: f.Tree[];
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    [own, other] = [await latchkey.organization(), await latchkey.organization()];
    const trees = (tenant: Tenant) => Promise.all(['a', 'b', 'c'].map((slug) => addProject(tenant, slug)));
    [ownTrees, otherTrees] = [await trees(own), await trees(other)];
  });
  afterAll(() => latchkey.close());

  const resources = (branches: readonly Branch[]) =>
    granular(...branches.map(({ projectId, targetIds }) => project(projectId, ...targetIds.map((id) => target(id)))));
  const refusal = async (branches: readonly Branch[]) =>
    refusalOf(own, { permissions: ['schemaVersion:publish'], resources: resources(branches) });
  const targetsOf = (tree: f.Tree) => Object.values(tree.targets);

  it('a project of the other organization, alone and with targets of any of them', async () => {
    const expected = await refusal([{ projectId: randomUUID(), targetIds: [] }]);
    expect(expected).toEqual({
      code: 'PROJECT_NOT_FOUND',
      message: 'resources.projects[0]: the organization has no project with this id.',
      details: null,
    });
    for (const { id: projectId } of otherTrees)
      for (const targetIds of [[], ...[...ownTrees, ...otherTrees].map(targetsOf)])
        expect(await refusal([{ projectId, targetIds }])).toEqual(expected);
  });

  it('a target under any project but its own, of this organization or the other', async () => {
    const [first] = ownTrees;
    const expected = await refusal([{ projectId: first?.id ?? '', targetIds: [randomUUID()] }]);
    expect(expected).toEqual({
      code: 'TARGET_NOT_FOUND',
      message: 'resources.projects[0]: the project has no target with one of these ids.',
      details: null,
    });
    for (const tree of ownTrees)
      for (const elsewhere of [...ownTrees, ...otherTrees].filter((one) => one !== tree))
        for (const id of targetsOf(elsewhere))
          expect(await refusal([{ projectId: tree.id, targetIds: [...targetsOf(tree), id] }])).toEqual(expected);
  });

  it('ids that are no ids of projects or targets at all', async () => {
    const { id = '', targets } = ownTrees[0] ?? {};
    const token = await createToken(own);
    for (const wrong of [
      '',
      'a',
      '*',
      '__proto__',
      own.id,
      token.id,
      targets?.staging ?? '',
      id.toUpperCase(),
      `${id} `,
    ])
      expect((await refusal([{ projectId: wrong, targetIds: [] }])).code).toBe('PROJECT_NOT_FOUND');
    for (const wrong of ['', 'staging', '*', 'constructor', own.id, id])
      expect((await refusal([{ projectId: id, targetIds: [wrong] }])).code).toBe('TARGET_NOT_FOUND');
  });

  it('one such project or target anywhere in the input refuses all of it, as a random id in its place does', async () => {
    const sound = fc.shuffledSubarray([0, 1, 2], { minLength: 1 }).chain((picked) =>
      fc.tuple(
        ...picked.map((index) =>
          fc.shuffledSubarray([0, 1, 2]).map((targets): Branch => {
            const tree = ownTrees[index];
            if (!tree) throw new Error('no such tree');
            return { projectId: tree.id, targetIds: targets.map((one) => targetsOf(tree)[one] ?? '') };
          }),
        ),
      ),
    );
    const edge = fc.record({
      at: fc.nat(2),
      whole: fc.boolean(),
      foreign: fc.boolean(),
      tree: fc.nat(2),
      targetAt: fc.nat(2),
      targetFrom: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(sound, edge, async (branches, { at, whole, foreign, tree, targetAt, targetFrom }) => {
        const place = at % branches.length;
        const hurt = branches[place];
        const source = foreign ? otherTrees[tree] : ownTrees.find((one) => one.id !== hurt?.projectId);
        if (!hurt || !source) throw new Error('no edge');
        const crossed = (projectId: string, targetId: string) => {
          const targetIds = [...hurt.targetIds.slice(0, targetAt), targetId, ...hurt.targetIds.slice(targetAt)];
          const bad: Branch = whole && foreign ? { ...hurt, projectId } : { projectId: hurt.projectId, targetIds };
          return branches.map((one, index) => (index === place ? bad : one));
        };
        const answer = await refusal(crossed(source.id, targetsOf(source)[targetFrom] ?? ''));
        expect(answer).toEqual(await refusal(crossed(randomUUID(), randomUUID())));
        expect(answer.code).toBe(whole && foreign ? 'PROJECT_NOT_FOUND' : 'TARGET_NOT_FOUND');
        // Without the edge, the same tree is fine.
        await createToken(own, { resources: resources(branches) });
      }),
      { numRuns: runs(engine, 25) },
    );
  });

  it('a token: it is not read, revoked, rotated, deleted or given another end, nor is a deleted one', async () => {
    const theirs = await createToken(other);
    const gone = await createToken(other);
    await other.owner(f.DELETE, { id: gone.id });
    for (const query of [f.DELETE, f.REVOKE, f.ROTATE, f.SET_EXPIRATION]) {
      const { data: random } = await own.owner(query, { id: randomUUID(), expiration });
      const [answer] = Object.values<{ ok: unknown; error: unknown }>(random);
      expect(answer).toEqual({ ok: null, error: { code: 'NOT_FOUND', message: 'The access token does not exist.' } });
      for (const id of [theirs.id, gone.id, '', 'x', own.id, '{"$ne":null}', '__proto__', 'x'.repeat(4096)])
        expect((await own.owner(query, { id, expiration })).data).toEqual(random);
    }
    for (const id of [theirs.id, gone.id, randomUUID()]) expect(await f.read(own, id)).toBeNull();
    expect(await f.read(other, theirs.id)).toMatchObject({ id: theirs.id, revokedAt: null });
    expect(await f.signsIn(latchkey, theirs.secret)).toBe(true);
  });

  it('a list: a cursor of another organization leads to one’s own rows', async () => {
    const theirs = await createToken(other);
    const mine = await createToken(own);
    const list = await other.owner(f.LIST, { organization: other.id, first: 1 });
    expect(list.data.organization.accessTokens.edges[0].node.id).toBe(theirs.id);
    const { endCursor } = list.data.organization.accessTokens.pageInfo;
    const page = await own.owner(f.LIST, { organization: own.id, after: endCursor });
    const ids = page.data.organization.accessTokens.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(ids).not.toContain(theirs.id);
    expect(ids).not.toContain(mine.id);
    for (const after of ['x', 'AAAA', Buffer.from('1 OR 1=1').toString('base64url'), `${endCursor}A`])
      expect((await own.owner(f.LIST, { organization: own.id, after })).errors?.[0]?.extensions.code).toBe(
        'BAD_USER_INPUT',
      );
  });

  it('a key is no access token, and an access token no key', async () => {
    const key = await createKey(own);
    const token = await createToken(own);
    for (const query of [f.DELETE, f.REVOKE, f.ROTATE, f.SET_EXPIRATION]) {
      const [answer] = Object.values<{ error: { code: string } }>(
        (await own.owner(query, { id: key.id, expiration })).data,
      );
      expect(answer?.error.code).toBe('NOT_FOUND');
    }
    expect(await f.read(own, key.id)).toBeNull();
    const mutation = (field: string) => `mutation ($o: ID!, $id: ID!) { organization(id: $o) { ${field} } }`;
    for (const field of ['deleteKey(keyId: $id)', 'revokeKey(keyId: $id)', 'rotateKey(keyId: $id) { token }']) {
      const { errors } = await own.owner(mutation(field), { o: own.id, id: token.id });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const asKey =
      'query ($o: ID!, $id: ID!) { organization(id: $o) { apiKey(keyId: $id) { id } apiKeys(filter: { apiKeyStatus: ALL }) { nodes { id } } } }';
    const { data } = await own.owner(asKey, { o: own.id, id: token.id });
    expect(data.organization).toEqual({ apiKey: null, apiKeys: { nodes: [{ id: key.id }] } });
    const listed = (await own.owner(f.LIST, { organization: own.id })).data.organization.accessTokens.edges;
    expect(JSON.stringify(listed)).not.toContain(key.id);
    expect([await f.signsIn(latchkey, key.token), await f.signsIn(latchkey, token.secret)]).toEqual([true, true]);
  });
});
