import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  createToken,
  granular,
  introspect,
  project as inProject,
  target as inTarget,
} from '../organization-access-tokens/fixtures/tokens.js';
import { CREATE_ORGANIZATION, CREATE_PROJECT, createProject, TARGET } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import {
  CREATE_TARGET,
  createTarget,
  DELETE_TARGET,
  resultOf,
  targetSlugs,
  UPDATE_ORGANIZATION_SLUG,
  UPDATE_PROJECT_SLUG,
  UPDATE_TARGET_SLUG,
} from './operations.js';

interface Result {
  readonly ok: object | null;
  readonly error: { readonly code: string } | null;
}

const BAD_SLUGS: [string, string][] = [
  ['', 'slug is required'],
  ['a'.repeat(51), 'Slug must be less than 50 characters'],
  ['Upper', 'Slug can only contain lowercase letters, numbers and dashes'],
  ['under_score', 'Slug can only contain lowercase letters, numbers and dashes'],
  ['view', 'Slug is reserved'],
  ['new', 'Slug is reserved'],
  ['0197a1b2-0000-7000-8000-000000000000', 'Slug is reserved'],
];

onEveryEngine('the slugs of organizations, projects and targets', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let project: { id: string; targets: { id: string; slug: string }[] };
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  let projects = 0;
  beforeEach(async () => {
    project = await createProject(tenant, `project-${++projects}`);
  });
  const idOf = (slug: string) => project.targets.find((one) => one.slug === slug)?.id ?? '';
  const rename = (id: string, slug: string) =>
    resultOf(tenant.owner, UPDATE_TARGET_SLUG, { target: { byId: id }, slug });

  it('a target is created with a slug of its own, and answers what names it', async () => {
    const { ok, error } = await resultOf(tenant.owner, CREATE_TARGET, { project: { byId: project.id }, slug: 'qa' });
    expect(error).toBeNull();
    const selector = { organizationSlug: tenant.slug, projectSlug: `project-${projects}`, targetSlug: 'qa' };
    expect(ok).toMatchObject({ selector, createdTarget: { slug: 'qa', project: { id: project.id } } });
    expect(await targetSlugs(tenant.owner, project.id)).toEqual(['qa', 'production', 'staging', 'development']);
  });

  it.each(BAD_SLUGS)('%j is refused, in Hive’s words, for a new target and a new name', async (slug, message) => {
    const { error } = await resultOf(tenant.owner, CREATE_TARGET, { project: { byId: project.id }, slug });
    expect(error).toMatchObject({ code: 'INVALID_SLUG', message: 'Check your input.' });
    expect(error.inputErrors.slug).toContain(message);
    for (const [document, reference] of [
      [UPDATE_TARGET_SLUG, { target: { byId: idOf('staging') } }],
      [UPDATE_PROJECT_SLUG, { project: { byId: project.id } }],
      [UPDATE_ORGANIZATION_SLUG, { organization: { byId: tenant.id } }],
    ] as const) {
      const renamed = await resultOf(tenant.owner, document, { ...reference, slug });
      expect(renamed).toMatchObject({ ok: null, error: { code: 'INVALID_SLUG' } });
      expect(renamed.error.message).toContain(message);
    }
  });

  it('a slug that is taken is refused, for a new target and a new name', async () => {
    const taken = { code: 'SLUG_TAKEN', message: 'Target slug is already taken' };
    const input = { project: { byId: project.id }, slug: 'staging' };
    expect((await resultOf(tenant.owner, CREATE_TARGET, input)).error).toMatchObject(taken);
    expect((await rename(idOf('production'), 'staging')).error).toEqual(taken);
  });

  it('of 20 creations of one slug at once, one wins', async () => {
    const input = { project: { byId: project.id }, slug: 'wanted' };
    const all = await Promise.all(Array.from({ length: 20 }, () => resultOf(tenant.owner, CREATE_TARGET, input)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter(({ error }) => error?.code === 'SLUG_TAKEN')).toHaveLength(19);
    expect(await targetSlugs(tenant.owner, project.id)).toHaveLength(4);
  });

  it('of 20 creations of one slug of a project or an organization at once, one wins', async () => {
    const { id, slug } = tenant;
    const creations: [string, object][] = [
      [CREATE_PROJECT, { input: { organization: { byId: id }, slug: `wanted-${projects}`, type: 'SINGLE' } }],
      [CREATE_ORGANIZATION, { slug: `${slug}-wanted` }],
    ];
    for (const [document, variables] of creations) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => tenant.owner(document, variables)));
      const results = answers.flatMap(({ data }) => Object.values(data as Record<string, Result>));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter(({ error }) => error?.code === 'SLUG_TAKEN')).toHaveLength(19);
    }
  });

  it('two targets that are given each other’s slug at once keep theirs', async () => {
    const [a, b] = [idOf('staging'), idOf('production')];
    const renamed = await Promise.all([rename(a, 'production'), rename(b, 'staging')]);
    expect(renamed.map(({ error }) => error?.code)).toEqual(['SLUG_TAKEN', 'SLUG_TAKEN']);
    expect(await targetSlugs(tenant.owner, project.id)).toEqual(['production', 'staging', 'development']);
  });

  it('a target that is given its own slug stays as it is, and nothing is recorded', async () => {
    const before = await latchkey.services.collections.targets.get(idOf('staging'));
    expect((await rename(idOf('staging'), 'staging')).ok.target.slug).toBe('staging');
    expect(await latchkey.services.collections.targets.get(idOf('staging'))).toEqual(before);
  });

  it('a changed slug of a target invalidates links to it; its id and the tokens for it go on', async () => {
    const id = idOf('production');
    const permissions = ['organization:describe', 'project:describe', 'schemaVersion:publish'];
    const resources = granular(inProject(project.id, inTarget(id)));
    const { secret } = await createToken(tenant, { permissions, resources });
    expect((await rename(id, 'live')).ok.target).toEqual({ id, slug: 'live' });
    const named = (targetSlug: string) => ({
      bySelector: { organizationSlug: tenant.slug, projectSlug: `project-${projects}`, targetSlug },
    });
    const found = async (reference: object) => (await latchkey.as(secret)(TARGET, { reference })).data.target;
    expect(await found(named('production'))).toBeNull();
    for (const reference of [named('live'), { byId: id }])
      expect(await found(reference)).toMatchObject({ id, slug: 'live' });
    const question = {
      permission: 'schemaVersion:publish',
      resource: `project-${projects}/live`,
      organization: tenant.id,
    };
    expect(await introspect(latchkey, tenant, secret, question)).toMatchObject({ active: true, granted: true });
  });

  it('two targets swap their slugs by a third one, and keep their ids', async () => {
    const [a, b] = [idOf('staging'), idOf('production')];
    expect((await rename(a, 'production')).error.code).toBe('SLUG_TAKEN');
    for (const [id, slug] of [
      [a, 'between'],
      [b, 'staging'],
      [a, 'production'],
    ] as const)
      expect((await rename(id, slug)).ok.target).toEqual({ id, slug });
  });

  it('projects and organizations are renamed, and their ids go on', async () => {
    const other = await latchkey.organization();
    const slug = `${other.slug}-renamed`;
    const organization = { bySelector: { organizationSlug: other.slug } };
    const { ok } = await resultOf(other.owner, UPDATE_ORGANIZATION_SLUG, { organization, slug });
    expect(ok.updatedOrganizationPayload).toEqual({
      selector: { organizationSlug: slug },
      organization: { id: other.id, slug },
    });
    const bySelector = { organizationSlug: slug, projectSlug: 'my-project' };
    const renamed = await resultOf(other.owner, UPDATE_PROJECT_SLUG, { project: { bySelector }, slug: 'graph' });
    expect(renamed.ok).toEqual({
      selector: { organizationSlug: slug, projectSlug: 'graph' },
      project: { id: other.projectId, slug: 'graph' },
    });
    const gone = await resultOf(other.owner, UPDATE_PROJECT_SLUG, { project: { bySelector }, slug: 'again' });
    expect(gone).toEqual({ ok: null, error: { code: 'NOT_FOUND', message: 'The project does not exist.' } });
  });

  it('a new target takes a place of the plan, and a deleted one gives it back', async () => {
    const standard = await latchkey.organization({ plan: 'STANDARD' });
    const created: string[] = [];
    for (let n = 4; n <= 50; n++) created.push(await createTarget(standard.owner, standard.projectId, `t-${n}`));
    const input = { project: { byId: standard.projectId }, slug: 'one-more' };
    const { error } = await resultOf(standard.owner, CREATE_TARGET, input);
    expect(error).toMatchObject({ code: 'LIMIT_REACHED', inputErrors: { slug: null } });
    await resultOf(standard.owner, DELETE_TARGET, { target: { byId: created[0] } });
    expect((await resultOf(standard.owner, CREATE_TARGET, input)).error).toBeNull();
  });

  it('a member who may not change projects and targets is refused', async () => {
    const { send } = await member(latchkey, tenant, 'MEMBER');
    for (const [document, input, permission] of [
      [CREATE_TARGET, { project: { byId: project.id }, slug: 'x' }, 'target:create'],
      [UPDATE_TARGET_SLUG, { target: { byId: idOf('staging') }, slug: 'x' }, 'target:modifySettings'],
      [DELETE_TARGET, { target: { byId: idOf('staging') } }, 'target:delete'],
      [UPDATE_PROJECT_SLUG, { project: { byId: project.id }, slug: 'x' }, 'project:modifySettings'],
      [UPDATE_ORGANIZATION_SLUG, { organization: { byId: tenant.id }, slug: 'x' }, 'organization:modifySlug'],
    ] as const) {
      const { errors } = await send(document, { input });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHORISED' } });
      expect(errors?.[0]?.message).toContain(permission);
    }
  });
});
