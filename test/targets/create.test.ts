import { LIVE } from '../../src/lifecycle/lifecycle.js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  CREATE_PROJECT,
  createProject,
  expectData,
  expectRefused,
  missing,
  operatorKey,
  PROJECT,
  TARGET,
} from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';

const FIRST = ['development', 'staging', 'production'];

onEveryEngine('creating a project', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let slugs = 0;
  const newSlug = () => `project-${++slugs}`;
  const create = (slug: string, send: Send = tenant.owner, organization: object = { byId: tenant.id }) =>
    send(CREATE_PROJECT, { input: { organization, slug, type: 'FEDERATION' } });
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('answers it with its three targets, and the organization that now has it', async () => {
    const slug = newSlug();
    const answer = await create(slug);
    const id = at(answer, 'createProject.ok.createdProject.id');
    const newest = [...FIRST].reverse().map((target) => ({ slug: target }));
    expectData(answer, {
      createProject: {
        ok: {
          createdProject: {
            slug,
            type: 'FEDERATION',
            organization: { id: tenant.id },
            targets: { nodes: newest },
          },
          createdTargets: FIRST.map((target) => ({ slug: target, project: { id } })),
          updatedOrganization: { id: tenant.id, projects: { nodes: [{ slug }, { slug: 'my-project' }] } },
        },
        error: null,
      },
    });
  });

  it('makes it and its targets readable by id and by slug', async () => {
    const slug = newSlug();
    const project = await createProject(tenant, slug);
    const selector = { organizationSlug: tenant.slug, projectSlug: slug };
    for (const reference of [{ byId: project.id }, { bySelector: selector }])
      expectData(await tenant.owner(PROJECT, { reference }), { project: { id: project.id, slug } });
    for (const target of project.targets) {
      const bySelector = { ...selector, targetSlug: target.slug };
      for (const reference of [{ byId: target.id }, { bySelector }])
        expectData(await tenant.owner(TARGET, { reference }), { target: { ...target, project: { id: project.id } } });
    }
  });

  it.each(['FEDERATION', 'SINGLE', 'STITCHING'])('of type %s', async (type) => {
    const input = { organization: { bySelector: { organizationSlug: tenant.slug } }, slug: newSlug(), type };
    const answer = await tenant.owner(CREATE_PROJECT, { input });
    expectData(answer, { createProject: { ok: { createdProject: { type } }, error: null } });
  });

  it('needs an Org Admin; a Graph Admin works on existing projects', async () => {
    const { send } = await member(latchkey, tenant, 'GRAPH_ADMIN');
    expectRefused(await create(newSlug(), send), 'UNAUTHORISED', missing('project:create'));
    const admin = await member(latchkey, tenant, 'ORG_ADMIN');
    expectData(await create(newSlug(), admin.send), { createProject: { error: null } });
  });

  describe('refuses', () => {
    const LETTERS = 'Slug can only contain lowercase letters, numbers and dashes';
    it.each([
      ['', 'Project slug is required'],
      ['a'.repeat(51), 'Slug must be less than 50 characters'],
      ['Big', LETTERS],
      ['with space', LETTERS],
      ['under_score', LETTERS],
      ['trailing\n', LETTERS],
      ['__proto__', LETTERS],
      ['view', 'Slug is reserved'],
      ['new', 'Slug is reserved'],
      [randomUUID(), 'Slug is reserved'],
    ])('the slug %j', async (slug, message) => {
      const error = { code: 'INVALID_SLUG', message: 'Check your input.', inputErrors: { slug: message } };
      const { data, errors } = await create(slug);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ createProject: { ok: null, error } });
    });

    it('a slug that is taken in the organization, and takes it in another', async () => {
      const other = await latchkey.organization();
      const slug = newSlug();
      await createProject(tenant, slug);
      const message = 'Project slug is already taken';
      const error = { code: 'SLUG_TAKEN', message, inputErrors: { slug: message } };
      expectData(await create(slug), { createProject: { ok: null, error } });
      await expect(createProject(other, slug)).resolves.toMatchObject({ id: expect.any(String) as string });
    });

    it('whoever lacks project:create', async () => {
      const senders = [(await member(latchkey, tenant, 'MEMBER')).send, latchkey.as((await createKey(tenant)).token)];
      const slug = newSlug();
      for (const send of senders) expectRefused(await create(slug, send), 'UNAUTHORISED', missing('project:create'));
      expectRefused(await create(slug, latchkey.as()), 'UNAUTHENTICATED');
      expectData(await create(slug), { createProject: { error: null } });
    });

    it('an organization that does not exist, or that the caller does not see', async () => {
      const other = await latchkey.organization();
      const message = 'The organization does not exist.';
      const error = { code: 'ORGANIZATION_NOT_FOUND', message, inputErrors: { slug: null } };
      const operator = latchkey.as(await operatorKey(tenant));
      for (const [organization, send] of [
        [{ byId: randomUUID() }, tenant.owner],
        [{ bySelector: { organizationSlug: 'nowhere' } }, tenant.owner],
        [{ byId: other.id }, tenant.owner],
        [{ byId: tenant.id }, operator],
      ] as const)
        expectData(await create(newSlug(), send, organization), { createProject: { ok: null, error } });
    });

    it('a type that there is not', async () => {
      const input = { organization: { byId: tenant.id }, slug: newSlug(), type: 'MONOLITH' };
      expectRefused(await tenant.owner(CREATE_PROJECT, { input }), 'BAD_USER_INPUT');
    });
  });

  it('gives one slug to exactly one of many who race for it, and leaves no target of the others', async () => {
    const racing = await latchkey.organization();
    const stored: string[] = [];
    const { targets } = latchkey.services.collections;
    const insert = targets.insert.bind(targets);
    targets.insert = async (draft) => {
      stored.push(draft.id);
      return insert(draft);
    };
    let answers: Answer[];
    try {
      answers = await Promise.all(Array.from({ length: 5 }, () => create('raced', racing.owner, { byId: racing.id })));
    } finally {
      targets.insert = insert;
    }
    const results = answers.map((answer) => at<{ ok: object | null; error: object | null }>(answer, 'createProject'));
    const [won, ...others] = results.filter(({ ok }) => ok !== null);
    expect(others).toEqual([]);
    const kept = at<{ id: string }[]>({ data: won } as Answer, 'ok.createdTargets').map(({ id }) => id);
    for (const { ok, error } of results) if (ok === null) expect(error).toMatchObject({ code: 'SLUG_TAKEN' });
    for (const byId of stored) {
      const { data } = await racing.owner(TARGET, { reference: { byId } });
      expect((data as { target: object | null }).target !== null).toBe(kept.includes(byId));
    }
    expect((await targets.getMany(stored)).filter((one) => one !== undefined)).toHaveLength(FIRST.length);
  });

  it('cut short before the project is stored, leaves targets that nobody can reach', async () => {
    const lost = await latchkey.organization();
    const project = { id: randomUUID(), targetId: randomUUID() };
    await latchkey.services.collections.targets.insert({
      id: project.targetId,
      organizationId: lost.id,
      projectId: project.id,
      slug: 'development',
      slot: project.targetId,
      ...LIVE,
      createdAt: new Date().toISOString(),
      pending: [],
      hasPending: false,
    });
    const answer = await lost.owner(TARGET, { reference: { byId: project.targetId } });
    expect(answer).toMatchObject({ errors: undefined, data: { target: null } });
  });
});
