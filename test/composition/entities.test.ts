/** `_entities`: what a router asks of Latchkey about organizations, projects and targets that neighbours refer to. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAX_REPRESENTATIONS } from '../../src/graphql/entities.js';
import { tokenFor } from '../../src/cli/bootstrap.js';
import { createToken } from '../organization-access-tokens/fixtures/tokens.js';
import { addMember, createProject, removeMember } from '../organizations/operations.js';
import { createPersonalToken } from '../personal-access-tokens/personal-tokens.js';
import { createProjectToken } from '../project-access-tokens/project-tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import { Watched } from '../support/watched.js';

const ENTITIES = `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      __typename
      ... on Organization { id slug }
      ... on Project { id slug }
      ... on Target { id slug project { id } }
      ... on User { id email }
      ... on GraphOsKey { id keyName token }
      ... on OrganizationAccessToken { id title }
      ... on ProjectAccessToken { id title }
      ... on PersonalAccessToken { id title }
    }
  }`;

const TOKENS = ['OrganizationAccessToken', 'ProjectAccessToken', 'PersonalAccessToken'];

const USERS = ENTITIES.replace('email }', 'email organizations { nodes { slug } } }');

const entities = (send: Send, ...representations: unknown[]) => send(ENTITIES, { representations });
const project = (id: string) => ({ __typename: 'Project', id });
const target = (id: string) => ({ __typename: 'Target', id });
const at = (organization: string, slug: string) => ({
  __typename: 'Project',
  slug,
  organization: { slug: organization },
});
const targetAt = (organization: string, project: string, slug: string) => ({
  __typename: 'Target',
  slug,
  project: { slug: project, organization: { slug: organization } },
});
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
      at(own.slug, 'project-0'),
      targetAt(own.slug, 'project-0', first?.slug ?? ''),
    );
    expect(errors).toBeUndefined();
    const whole = { __typename: 'Organization', id: own.id, slug: own.slug };
    expect(data._entities).toEqual([
      { __typename: 'Target', id: first?.id, slug: first?.slug, project: { id: made[0]?.id } },
      whole,
      { __typename: 'Project', id: made[0]?.id, slug: 'project-0' },
      whole,
      whole,
      { __typename: 'Project', id: made[0]?.id, slug: 'project-0' },
      { __typename: 'Target', id: first?.id, slug: first?.slug, project: { id: made[0]?.id } },
    ]);
  });

  it('are null when they are not there, without an error', async () => {
    const { data, errors } = await entities(
      own.owner,
      project(randomUUID()),
      target('no-such-thing'),
      organization({ slug: 'no-such-thing' }),
      organization({ id: own.id, slug: foreign.slug }),
      at(own.slug, 'no-such-thing'),
      at('no-such-thing', 'project-0'),
      targetAt(own.slug, 'project-0', 'no-such-thing'),
      targetAt(own.slug, 'no-such-thing', 'production'),
      ...['User', 'GraphOsKey', ...TOKENS].flatMap((__typename) => [
        { __typename, id: randomUUID() },
        { __typename, id: 'no-such-thing' },
      ]),
    );
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual(times(18, () => null));
  });

  it('of another organization, or outside what the caller is assigned, are null as if they did not exist', async () => {
    const { data: theirs } = await foreign.owner('{ me { id } }');
    const others = [
      project(foreign.projectId),
      organization({ id: foreign.id }),
      organization({ slug: foreign.slug }),
      at(foreign.slug, 'my-project'),
      targetAt(foreign.slug, 'my-project', 'production'),
      { __typename: 'User', id: theirs.me.id },
      { __typename: 'GraphOsKey', id: (await createKey(foreign)).id },
      { __typename: 'OrganizationAccessToken', id: (await createToken(foreign)).id },
      { __typename: 'ProjectAccessToken', id: (await createProjectToken(foreign)).id },
      { __typename: 'PersonalAccessToken', id: (await createPersonalToken(foreign, foreign.owner)).id },
    ];
    expect((await entities(own.owner, ...others)).data._entities).toEqual(others.map(() => null));
    // A key knows its own graph, and nothing beside it.
    const key = latchkey.as((await createKey(own)).token);
    const { data, errors } = await entities(
      key,
      project(own.projectId),
      project(made[0]?.id ?? ''),
      at(own.slug, 'my-project'),
      at(own.slug, 'project-0'),
      targetAt(own.slug, 'project-0', 'production'),
      targetAt(own.slug, 'my-project', 'staging'),
    );
    expect(errors).toBeUndefined();
    const graph = { __typename: 'Project', id: own.projectId, slug: 'my-project' };
    expect(data._entities).toEqual([graph, null, graph, null, null, null]);
  });

  it('answer a user to themself and to callers who may see the members of an organization of theirs', async () => {
    const { email, send } = await member(latchkey, own, 'MEMBER');
    const { id } = (await send('{ me { id } }')).data.me as { id: string };
    const { slug } = own;
    const user = { __typename: 'User', id, email, organizations: { nodes: [{ slug }] } };
    const asked = async (as: Send) =>
      (await as(USERS, { representations: [{ __typename: 'User', id }] })).data._entities as unknown[];
    const token = async (...permissions: string[]) => latchkey.as((await createToken(own, { permissions })).secret);
    const seeing = ['organization:describe', 'member:describe'];
    for (const as of [send, own.owner, await token(...seeing)]) expect(await asked(as)).toEqual([user]);
    for (const as of [await token('organization:describe'), await token('member:describe')])
      expect(await asked(as)).toEqual([null]);
    await addMember(foreign, email);
    const both = latchkey.as((await tokenFor(latchkey.services, email)).reveal());
    expect(await asked(own.owner)).toEqual([user]);
    expect(await asked(both)).toEqual([{ ...user, organizations: { nodes: [{ slug: foreign.slug }, { slug }] } }]);
    await removeMember(own, email);
    expect(await asked(own.owner)).toEqual([null]);
  });

  it('answer keys and access tokens to callers who manage them, without secrets, until they are deleted', async () => {
    const { id: keyId, token: secret } = await createKey(own, 'A key');
    const { id } = await createToken(own, { title: 'A token' });
    const asked = [
      { __typename: 'GraphOsKey', id: keyId },
      { __typename: 'OrganizationAccessToken', id },
      // Each is what it is.
      { __typename: 'GraphOsKey', id },
      { __typename: 'OrganizationAccessToken', id: keyId },
    ];
    const { data, errors } = await entities(own.owner, ...asked);
    expect(errors).toBeUndefined();
    const [key, token, ...others] = data._entities as { token: string }[];
    expect(key).toMatchObject({ id: keyId, keyName: 'A key' });
    expect(key?.token).not.toBe(secret);
    expect(token).toMatchObject({ id, title: 'A token' });
    expect(others).toEqual([null, null]);
    const { send } = await member(latchkey, own, 'GRAPH_ADMIN');
    expect((await entities(send, ...asked)).data._entities).toEqual(asked.map(() => null));
    await own.owner('mutation ($o: ID!, $id: ID!) { organization(id: $o) { deleteKey(keyId: $id) } }', {
      o: own.id,
      id: keyId,
    });
    expect((await entities(own.owner, ...asked)).data._entities[0]).toBeNull();
  });

  it('are read once for each path of slugs, however often it is asked for', async () => {
    const reads = await watched.readsOf(async () => {
      const { data } = await entities(
        own.owner,
        ...times(100, (n) => targetAt(own.slug, `project-${n % 2}`, 'staging')),
      );
      expect(data._entities).not.toContain(null);
    });
    expect(reads.filter((read) => read.startsWith('projects.findOne'))).toHaveLength(2);
    expect(reads.filter((read) => read.startsWith('targets.findOne'))).toHaveLength(2);
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
      { __typename: 'Project', slug: 'my-project', organization: null },
      { __typename: 'Project', slug: 'my-project', organization: own.slug },
      { __typename: 'Project', slug: 'my-project', organization: { slug: { $ne: null } } },
      { __typename: 'Project', slug: { $regex: '.*' }, organization: { slug: own.slug } },
      { __typename: 'Project', id: null, slug: 'my-project', organization: { slug: own.slug } },
      { __typename: 'Target', slug: 'production', project: { slug: 'my-project' } },
      { __typename: 'User', id: { $ne: null } },
      { __typename: 'User', email: 'somebody@example.com' },
      { __typename: 'Organization', id: own.id, slug: { $regex: '.*' } },
      { __typename: 'Organization', plan: 'STANDARD' },
      { __typename: { $ne: null }, id: own.projectId },
      { __typename: '__proto__', id: own.projectId },
      { __typename: 'constructor', id: own.projectId },
      // Types that are no entities, whatever they hold.
      { __typename: 'Member', id: 'x' },
      { __typename: 'AccessToken', id: 'x' },
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
      expect(message).toMatch(
        /^A representation (gives "id"(, or "slug" and ".*"| or "slug")?, as text|names the type of an entity)\.$/,
      );
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

  it('are refused with one error to a caller who is not signed in', async () => {
    const { data, errors } = await entities(latchkey.as(), project(own.projectId), organization({ id: own.id }));
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: 'No access (reason: "Authorization token is missing")', extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});
