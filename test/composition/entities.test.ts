/** `_entities`: what a router asks of Latchkey about organizations, projects and targets that neighbours refer to. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAX_REPRESENTATIONS } from '../../src/graphql/entities.js';
import { createProject } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { Watched } from '../support/watched.js';

const ENTITIES = `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      __typename
      ... on Organization { id slug }
      ... on Project { id slug }
      ... on Target { id slug project { id } }
    }
  }`;

const entities = (send: Send, ...representations: unknown[]) => send(ENTITIES, { representations });
const project = (id: string) => ({ __typename: 'Project', id });
const target = (id: string) => ({ __typename: 'Target', id });
const organization = (key: object) => ({ __typename: 'Organization', ...key });
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

onEveryEngine('entities', (engine) => {
  const watched = new Watched();
  let latchkey: Latchkey;
  let own: Tenant;
  let foreign: Tenant;
  let made: Awaited<ReturnType<typeof createProject>>[];
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: watched.wrap });
    own = await latchkey.organization();
    foreign = await latchkey.organization();
    made = [];
    for (let n = 0; n < 17; n++) made.push(await createProject(own, `project-${n}`));
    await latchkey.services.relay.drain();
  });
  afterAll(() => latchkey.close());

  const targets = () => made.flatMap((one) => one.targets);

  it('are found by each of their keys, in the order asked for', async () => {
    const [first] = targets();
    const { data, errors } = await entities(
      own.owner,
      target(first?.id ?? ''),
      organization({ slug: own.slug }),
      project(made[0]?.id ?? ''),
      organization({ id: own.id }),
      organization({ id: own.id, slug: own.slug, memberCount: 3 }),
    );
    expect(errors).toBeUndefined();
    const whole = { __typename: 'Organization', id: own.id, slug: own.slug };
    expect(data._entities).toEqual([
      { __typename: 'Target', id: first?.id, slug: first?.slug, project: { id: made[0]?.id } },
      whole,
      { __typename: 'Project', id: made[0]?.id, slug: 'project-0' },
      whole,
      whole,
    ]);
  });

  it('are null when they are not there, without an error', async () => {
    const { data, errors } = await entities(
      own.owner,
      project(randomUUID()),
      target('no-such-thing'),
      organization({ slug: 'no-such-thing' }),
      organization({ id: own.id, slug: foreign.slug }),
    );
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([null, null, null, null]);
  });

  it('of another organization, or beyond what the caller is assigned, are as if they were not there', async () => {
    const others = [project(foreign.projectId), organization({ id: foreign.id }), organization({ slug: foreign.slug })];
    expect((await entities(own.owner, ...others)).data._entities).toEqual([null, null, null]);
    // A key knows its own graph, and nothing beside it.
    const key = latchkey.as((await createKey(own)).token);
    const { data, errors } = await entities(key, project(own.projectId), project(made[0]?.id ?? ''));
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([{ __typename: 'Project', id: own.projectId, slug: 'my-project' }, null]);
  });

  it('cost two reads of the store at most for 50 representations, beside those that find out who asks', async () => {
    const signingIn = await watched.readsOf(() => own.owner('{ __typename whoAmI { title } }'));
    const kinds = [
      times(50, (n) => project(made[n % 17]?.id ?? '')),
      times(50, (n) => target(targets()[n]?.id ?? '')),
      times(50, (n) => organization(n % 2 ? { id: own.id } : { slug: own.slug })),
    ];
    for (const representations of kinds) {
      const reads = await watched.readsOf(async () => {
        const { data } = await entities(own.owner, ...representations);
        expect(data._entities).toHaveLength(50);
        expect(data._entities).not.toContain(null);
      });
      expect(reads.length).toBeLessThanOrEqual(signingIn.length + 2);
    }
  });

  it('of a malformed representation are null with an error that says so, and the others are answered', async () => {
    const malformed = [
      'some-text',
      7,
      true,
      [project(own.projectId)],
      {},
      { id: own.projectId },
      { __typename: 'Project' },
      { __typename: 'Project', id: null },
      { __typename: 'Project', id: { $ne: null } },
      { __typename: 'Project', id: { $gt: '' } },
      { __typename: 'Project', id: [own.projectId] },
      { __typename: 'Project', slug: 'my-project' },
      { __typename: 'Organization', id: own.id, slug: { $regex: '.*' } },
      { __typename: 'Organization', plan: 'STANDARD' },
      { __typename: { $ne: null }, id: own.projectId },
      { __typename: '__proto__', id: own.projectId },
      { __typename: 'constructor', id: own.projectId },
      // Types that are no entities, whatever they hold.
      { __typename: 'GraphOsKey', id: 'x', token: 'x' },
      { __typename: 'User', id: 'x', email: 'x' },
      { __typename: 'Query' },
    ];
    const { status, data, errors } = await entities(own.owner, ...malformed, project(own.projectId));
    expect(status).toBe(200);
    expect(data._entities).toEqual([...malformed.map(() => null), expect.objectContaining({ id: own.projectId })]);
    expect(errors).toHaveLength(malformed.length);
    expect(errors?.map(({ path }) => path?.[1]).sort((a, b) => Number(a) - Number(b))).toEqual([...malformed.keys()]);
    for (const { message, path, extensions } of errors ?? []) {
      expect(path).toHaveLength(2);
      expect(extensions).toEqual({ code: 'BAD_USER_INPUT' });
      expect(message).toMatch(/^A representation (gives "id"( or "slug")?, as text|names the type of an entity)\.$/);
    }
  });

  it('are refused as a whole, without a read, beyond the most that one request may ask about', async () => {
    const refused = await watched.readsOf(async () => {
      const { data, errors } = await entities(
        own.owner,
        ...times(MAX_REPRESENTATIONS + 1, () => project(randomUUID())),
      );
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors?.[0]?.message).not.toMatch(/\d/);
    });
    expect(refused.filter((read) => read.startsWith('projects'))).toEqual([]);
    const { data } = await entities(own.owner, ...times(MAX_REPRESENTATIONS, () => project(own.projectId)));
    expect(data._entities).toHaveLength(MAX_REPRESENTATIONS);
  });

  it('are told to nobody who is not signed in, in one error', async () => {
    const { data, errors } = await entities(latchkey.as(), project(own.projectId), organization({ id: own.id }));
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: 'No access (reason: "Authorization token is missing")', extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});
