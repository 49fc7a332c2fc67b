import fc from 'fast-check';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadInput } from '../../src/errors.js';
import { connection, pageRequestOf } from '../../src/graphql/paging.js';
import { addMember, createProject, expectRefused, removeMember } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { anyText } from '../support/text.js';

const cursorOf = (id: string) => Buffer.from(id).toString('base64url');

describe('the window that arguments ask for', () => {
  const id = v7();

  it('is the first hundred without any, and with nulls and empty cursors', () => {
    const first = { first: 100, after: undefined };
    expect(pageRequestOf({})).toEqual(first);
    expect(pageRequestOf({ first: null, after: null, last: null, before: null })).toEqual(first);
    expect(pageRequestOf({ after: '' })).toEqual(first);
    expect(pageRequestOf({ before: '' })).toEqual({ last: 100, before: undefined });
  });

  it('goes forward from a cursor or backward from one', () => {
    expect(pageRequestOf({ first: 1, after: cursorOf(id) })).toEqual({ first: 1, after: id });
    expect(pageRequestOf({ last: 100, before: cursorOf(id) })).toEqual({ last: 100, before: id });
  });

  it.each([-1, 0, 101, 1e9, -(2 ** 31), 2 ** 31 - 1])('is refused at the size %d', (size) => {
    expect(() => pageRequestOf({ first: size })).toThrow('"first" must be from 1 to 100.');
    expect(() => pageRequestOf({ last: size })).toThrow('"last" must be from 1 to 100.');
  });

  it.each([
    { first: 1, last: 1 },
    { first: 1, before: cursorOf(id) },
    { last: 1, after: cursorOf(id) },
    { after: '', before: '' },
  ])('is refused in both directions at once: %j', (both) => expect(() => pageRequestOf(both)).toThrow('not both'));

  it('is refused for every cursor that was not given out, and the message repeats none', () => {
    const forged = fc.oneof(
      anyText(),
      fc.base64String(),
      fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      fc.constantFrom(
        id,
        `${cursorOf(id)}=`,
        ` ${cursorOf(id)}`,
        cursorOf(`${id}\0`),
        cursorOf(` ${id}`),
        cursorOf('{"$ne":1}'),
      ),
    );
    fc.assert(
      fc.property(forged, (after) => {
        fc.pre(after !== '');
        const message = '"after" must be a cursor from the pageInfo or an edge of an earlier page.';
        expect(() => pageRequestOf({ after })).toThrow(new BadInput(message));
      }),
      { numRuns: 1000 },
    );
  });

  it("is the one that a connection's cursors lead on to", () => {
    const rows = [{ id: v7() }, { id: v7() }];
    const page = {
      items: rows,
      startCursor: rows[0]?.id,
      endCursor: rows[1]?.id,
      hasNextPage: true,
      hasPreviousPage: false,
    };
    const { edges, nodes, pageInfo } = connection(page);
    expect(nodes).toEqual(rows);
    expect(edges.map(({ cursor }) => pageRequestOf({ after: cursor }))).toEqual(
      rows.map((row) => ({ first: 100, after: row.id })),
    );
    expect(pageInfo).toEqual({
      startCursor: edges[0]?.cursor,
      endCursor: edges[1]?.cursor,
      hasNextPage: true,
      hasPreviousPage: false,
    });
  });
});

interface Shown {
  nodes: unknown[];
  edges: { cursor: string; node: unknown }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

onEveryEngine('paging', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let stranger: Tenant;
  const LISTS = {
    projects: (args: string) => `organization(id: $id) { list: projects${args} { ${shape('slug')} } }`,
    targets: (args: string) =>
      `organization(id: $id) { projects(first: 1) { nodes { list: targets${args} { ${shape('slug')} } } } }`,
    members: (args: string) => `organization(id: $id) { list: members${args} { ${shape('user { email }')} } }`,
  };
  const shape = (node: string) =>
    `nodes { ${node} } edges { cursor node { ${node} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  const ask = (list: keyof typeof LISTS, page: object): Promise<Answer> =>
    tenant.owner(`query ($id: ID!, $first: Int, $after: String) { ${LISTS[list]('(first: $first, after: $after)')} }`, {
      id: tenant.id,
      ...page,
    });
  const read = async (name: keyof typeof LISTS, page: object): Promise<Shown> => {
    const { data, errors } = await ask(name, page);
    expect(errors).toBeUndefined();
    const { organization } = data as { organization: { list?: Shown; projects: { nodes: { list: Shown }[] } } };
    const list = organization.list ?? organization.projects.nodes[0]?.list;
    if (!list) throw new Error('there is no list');
    return list;
  };
  const names = Object.keys(LISTS) as (keyof typeof LISTS)[];
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    stranger = await latchkey.organization();
    for (const slug of ['second', 'third']) await createProject(tenant, slug);
    for (const email of ['first@example.com', 'second@example.com']) await addMember(tenant, email);
  });
  afterAll(() => latchkey.close());

  it.each(names)('through %s shows each once, newest first, whatever the size of the page', async (list) => {
    const whole = await read(list, {});
    expect(whole.nodes).toHaveLength(3);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(whole.edges.map(({ node }) => node)).toEqual(whole.nodes);
    const newest = {
      projects: ['third', 'second', 'my-project'].map((slug) => ({ slug })),
      targets: ['production', 'staging', 'development'].map((slug) => ({ slug })),
      members: ['second@example.com', 'first@example.com', tenant.ownerEmail].map((email) => ({ user: { email } })),
    };
    expect(whole.nodes).toEqual(newest[list]);
    for (const first of [1, 2, 3, 100]) {
      const seen: unknown[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const page = await read(list, { first, after });
        expect(page.nodes.length).toBeLessThanOrEqual(first);
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
        expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
        seen.push(...page.nodes);
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(seen).toEqual(whole.nodes);
    }
  });

  it.each(names)('through %s ends with an empty page after its last cursor', async (list) => {
    const { pageInfo } = await read(list, {});
    const beyond = await read(list, { after: pageInfo.endCursor });
    expect(beyond.nodes).toEqual([]);
    expect(beyond.pageInfo).toMatchObject({ hasNextPage: false, startCursor: '', endCursor: '' });
  });

  it.each(names)('through %s refuses invalid sizes', async (list) => {
    for (const first of [-1, 0, 101, 1e9])
      expectRefused(await ask(list, { first }), 'BAD_USER_INPUT', '"first" must be from 1 to 100.');
    for (const first of [1e10, 1.5, '1']) expectRefused(await ask(list, { first }), 'BAD_USER_INPUT');
  });

  it.each(names)('through %s refuses forged cursors', async (list) => {
    for (const after of ['x', tenant.id, cursorOf('x'), cursorOf(`${tenant.id}'--`), '0'.repeat(4096)])
      expectRefused(await ask(list, { after }), 'BAD_USER_INPUT');
  });

  it.each(names)(
    'through %s answers a well-formed cursor of an unknown or foreign document with the caller’s own entries only',
    async (list) => {
      const whole = await read(list, {});
      for (const id of [stranger.id, stranger.projectId, v4(), v7()]) {
        const { nodes } = await read(list, { after: cursorOf(id) });
        for (const node of nodes) expect(whole.nodes).toContainEqual(node);
      }
    },
  );

  it('through members goes on where it was when the member that the cursor names has been removed', async () => {
    const email = 'third@example.com';
    await addMember(tenant, email);
    const { pageInfo, nodes } = await read('members', { first: 1 });
    expect(nodes).toEqual([{ user: { email } }]);
    await removeMember(tenant, email);
    expect((await read('members', { after: pageInfo.endCursor })).nodes).toEqual((await read('members', {})).nodes);
    const second = await read('members', { first: 1 });
    await removeMember(tenant, 'second@example.com');
    const rest = ['first@example.com', tenant.ownerEmail].map((one) => ({ user: { email: one } }));
    expect((await read('members', { after: second.pageInfo.endCursor })).nodes).toEqual(rest);
  });
});
