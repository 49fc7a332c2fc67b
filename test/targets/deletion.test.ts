import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProject } from '../organizations/operations.js';
import {
  createToken,
  granular,
  introspect,
  project as assigned,
  refusalOf,
  requestToken,
  signsIn,
  target as assignedTarget,
} from '../organization-access-tokens/fixtures/tokens.js';
import { explain } from '../access/questions.js';
import { trailOf } from '../audit/trail.js';
import { setExtension } from '../schema-extensions/operations.js';
import { createPersonalToken } from '../personal-access-tokens/personal-tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import {
  CREATE_TARGET,
  createTarget,
  DELETE_ORGANIZATION,
  DELETE_PROJECT,
  DELETE_TARGET,
  resultOf,
  targetSlugs,
  UPDATE_PROJECT_SLUG,
  UPDATE_TARGET_SLUG,
} from './operations.js';

const READ_TARGET = 'query ($id: ID!) { target(reference: { byId: $id }) { id } }';
const ENTITIES =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Target { id } ... on Project { id } } }';

onEveryEngine('deletion', (engine) => {
  let latchkey: Latchkey;
  let other: Latchkey;
  let tenant: Tenant;
  let projectId: string;
  let ids: Record<string, string>;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    // A second process on the same store.
    other = await startLatchkey(engine, { place: latchkey.place });
  });
  afterAll(async () => {
    await other.close();
    await latchkey.close();
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
    const created = await createProject(tenant, 'shop');
    projectId = created.id;
    ids = Object.fromEntries(created.targets.map(({ slug, id }) => [slug, id]));
  });
  const remove = (id = '', send = tenant.owner) => resultOf(send, DELETE_TARGET, { target: { byId: id } });
  const removeProject = () => resultOf(tenant.owner, DELETE_PROJECT, { project: { byId: projectId } });
  const removeOrganization = () => resultOf(tenant.owner, DELETE_ORGANIZATION, { organization: { byId: tenant.id } });
  const tokenOf = async (targetId = '') =>
    (
      await createToken(tenant, {
        permissions: ['project:describe', 'target:modifySettings'],
        resources: granular(assigned(projectId, assignedTarget(targetId))),
      })
    ).secret;

  it('of a target is recorded once, and may be repeated by its id', async () => {
    for (let again = 0; again < 2; again++)
      expect(await remove(ids.staging)).toEqual({ ok: { deletedTargetId: ids.staging }, error: null });
    const told = (await trailOf(latchkey, tenant.id)).filter(({ action }) => action === 'target.deleted');
    expect(told).toMatchObject([{ subjectKind: 'TARGET', subjectId: ids.staging, subjectTitle: 'staging' }]);
    expect(await targetSlugs(tenant.owner, projectId)).toEqual(['production', 'development']);
  });

  it('of all that a token is assigned is the reason that explainAccess gives', async () => {
    const { id: credentialId } = await createToken(tenant, {
      permissions: ['project:describe'],
      resources: granular(assigned(projectId, assignedTarget(ids.staging ?? ''))),
    });
    await remove(ids.staging);
    const question = { permission: 'project:describe', resource: 'shop', credentialId };
    expect(await explain(tenant.owner, question)).toMatchObject({ granted: false, code: 'RESOURCES_DELETED' });
    const other = { bySelector: { organizationSlug: 'no-such' } };
    expect(await explain(tenant.owner, { ...question, organization: other })).toMatchObject({ granted: false });
  });

  it('of a target ends its schema extension', async () => {
    const selector = { organizationSlug: tenant.slug, projectSlug: 'shop', targetSlug: 'staging' };
    await setExtension(tenant, 'scalar Kept', selector);
    const { schemaExtensions } = latchkey.services.collections;
    expect((await schemaExtensions.get(ids.staging ?? ''))?.sdl).toBe('scalar Kept');
    await remove(ids.staging);
    await latchkey.services.sweeper.drain();
    expect((await schemaExtensions.get(ids.staging ?? ''))?.sdl).toBeNull();
  });

  it('of the targets that a project was created with leaves it without any', async () => {
    for (const id of Object.values(ids)) await remove(id);
    expect(await targetSlugs(tenant.owner, projectId)).toEqual([]);
  });

  it('of a target has its tokens refused by the next request, on every process and in every API', async () => {
    const secret = await tokenOf(ids.staging);
    expect(await signsIn(latchkey, secret)).toBe(true);
    await remove(ids.staging);
    for (const one of [latchkey, other]) {
      expect(await signsIn(one, secret)).toBe(false);
      expect(await introspect(one, tenant, secret)).toEqual({ active: false });
    }
    const { errors } = await latchkey.as(secret)('{ whoAmI { title } }');
    expect(errors?.[0]).toMatchObject({ message: 'Invalid token provided', extensions: { code: 'UNAUTHENTICATED' } });
  });

  it('of a target leaves a token that is assigned to another one too what it may do there', async () => {
    const { secret } = await createToken(tenant, {
      permissions: ['project:describe', 'target:modifySettings'],
      resources: granular(assigned(projectId, assignedTarget(ids.staging ?? ''), assignedTarget(ids.production ?? ''))),
    });
    await remove(ids.staging);
    const send = latchkey.as(secret);
    expect((await send(READ_TARGET, { id: ids.staging })).data.target).toBeNull();
    expect((await send(READ_TARGET, { id: ids.production })).data.target).toEqual({ id: ids.production });
    const { ok } = await resultOf(send, UPDATE_TARGET_SLUG, { target: { byId: ids.production }, slug: 'live' });
    expect(ok.target.slug).toBe('live');
  });

  it('gives a new target with the same slug no credential of the old one', async () => {
    const secret = await tokenOf(ids.staging);
    await remove(ids.staging);
    const again = await createTarget(tenant.owner, projectId, 'staging');
    expect(again).not.toBe(ids.staging);
    expect(await signsIn(latchkey, secret)).toBe(false);
    const question = { permission: 'target:modifySettings', resource: 'shop/staging' };
    expect(await introspect(latchkey, tenant, secret, question)).toEqual({ active: false });
  });

  it('of a target has new tokens of it refused, and those that were being created', async () => {
    const resources = granular(assigned(projectId, assignedTarget(ids.staging ?? '')));
    const fields = { permissions: ['project:describe'], resources };
    const [answer] = await Promise.all([requestToken(tenant, fields), remove(ids.staging)]);
    const secret = answer.data?.createOrganizationAccessToken?.ok?.privateAccessKey as string | undefined;
    if (secret !== undefined) expect(await signsIn(latchkey, secret)).toBe(false);
    expect((await refusalOf(tenant, fields)).code).toBe('TARGET_NOT_FOUND');
  });

  it('of a project ends what is in it at once, before anything is swept', async () => {
    const secret = await tokenOf(ids.staging);
    latchkey.services.sweeper.wake = () => undefined;
    try {
      await removeProject();
    } finally {
      Reflect.deleteProperty(latchkey.services.sweeper, 'wake');
    }
    expect(await latchkey.services.collections.targets.get(ids.staging ?? '')).toBeDefined();
    expect(await signsIn(latchkey, secret)).toBe(false);
    expect((await tenant.owner(READ_TARGET, { id: ids.staging })).data.target).toBeNull();
    const representations = [
      { __typename: 'Target', id: ids.staging },
      { __typename: 'Project', id: projectId },
    ];
    expect((await tenant.owner(ENTITIES, { r: representations })).data._entities).toEqual([null, null]);
    expect(await remove(ids.staging)).toMatchObject({ ok: null, error: { code: 'NOT_FOUND' } });
    const create = { project: { byId: projectId }, slug: 'late' };
    expect((await resultOf(tenant.owner, CREATE_TARGET, create)).error.code).toBe('PROJECT_NOT_FOUND');
    await latchkey.services.sweeper.drain();
    expect(await latchkey.services.collections.targets.get(ids.staging ?? '')).toBeUndefined();
    expect(await removeProject()).toMatchObject({ ok: { deletedProjectId: projectId } });
    expect((await createProject(tenant, 'shop')).id).not.toBe(projectId);
  });

  it('of an organization ends its tokens and keys, and all that is in it', async () => {
    const { secret } = await createToken(tenant, { permissions: ['organization:describe'] });
    const { token: key } = await createKey(tenant, 'A key');
    const { send } = await member(latchkey, tenant, 'ORG_ADMIN');
    const plain = await member(latchkey, tenant, 'MEMBER');
    const personal = latchkey.as((await createPersonalToken(tenant, send)).secret);
    expect((await removeOrganization()).ok).toEqual({ deletedOrganizationId: tenant.id });
    for (const one of [latchkey, other])
      for (const ended of [secret, key]) expect(await signsIn(one, ended)).toBe(false);
    for (const who of [tenant.owner, send]) {
      const { data } = await who('query ($id: ID!) { organization(id: $id) { id } }', { id: tenant.id });
      expect(data.organization).toBeNull();
    }
    expect(await resultOf(tenant.owner, UPDATE_PROJECT_SLUG, { project: { byId: projectId }, slug: 'x' })).toEqual({
      ok: null,
      error: { code: 'NOT_FOUND', message: 'The project does not exist.' },
    });
    const again = (who: typeof send) => resultOf(who, DELETE_ORGANIZATION, { organization: { byId: tenant.id } });
    for (const admin of [tenant.owner, send])
      expect((await again(admin)).ok).toEqual({ deletedOrganizationId: tenant.id });
    const foreign = await latchkey.organization();
    for (const stranger of [foreign.owner, plain.send]) expect((await again(stranger)).error.code).toBe('NOT_FOUND');
    const { errors } = await personal(DELETE_ORGANIZATION, { input: { organization: { byId: tenant.id } } });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await latchkey.services.sweeper.drain();
    const { collections } = latchkey.services;
    const live = { organizationId: tenant.id, state: 'LIVE' } as const;
    expect(await collections.projects.count(live)).toBe(0);
    expect(await collections.credentials.count({ organizationIds: tenant.id, family: 'GRAPHOS_KEY', live: true })).toBe(
      0,
    );
    expect(await collections.memberships.count({ organizationId: tenant.id, active: true })).toBe(0);
    expect(await collections.targets.get(ids.staging ?? '')).toBeUndefined();
    const told = (await trailOf(latchkey, tenant.id)).filter(({ action }) => action.endsWith('.deleted'));
    expect(told.map(({ action }) => action)).toEqual(['organization.deleted']);
    const anew = await latchkey.organization({ slug: tenant.slug });
    expect(anew.id).not.toBe(tenant.id);
  });

  it('of what was deleted already is answered as not found to callers who may not delete', async () => {
    const { send } = await member(latchkey, tenant, 'MEMBER');
    await remove(ids.staging);
    await removeProject();
    for (const [document, input] of [
      [DELETE_TARGET, { target: { byId: ids.staging } }],
      [DELETE_PROJECT, { project: { byId: projectId } }],
    ] as const)
      expect(await resultOf(send, document, input)).toMatchObject({ ok: null, error: { code: 'NOT_FOUND' } });
  });

  it('of what another organization has is answered as not found', async () => {
    const foreign = await latchkey.organization();
    const unknown = '0197a1b2-0000-7000-8000-000000000000';
    const changes = (organization: string, project: string, target: string): [string, object][] => [
      [CREATE_TARGET, { project: { byId: project }, slug: 'x' }],
      [UPDATE_TARGET_SLUG, { target: { byId: target }, slug: 'x' }],
      [DELETE_TARGET, { target: { byId: target } }],
      [UPDATE_PROJECT_SLUG, { project: { byId: project }, slug: 'x' }],
      [DELETE_PROJECT, { project: { byId: project } }],
      [DELETE_ORGANIZATION, { organization: { byId: organization } }],
    ];
    await remove(ids.development);
    for (const targetId of [ids.staging ?? '', ids.development ?? '']) {
      const absent = changes(unknown, unknown, unknown);
      for (const [index, [document, input]] of changes(tenant.id, projectId, targetId).entries()) {
        const answer = await foreign.owner(document, { input });
        expect(answer.data.result.ok).toBeNull();
        const like = await foreign.owner(document, { input: absent[index]?.[1] });
        expect([answer.data, answer.errors]).toEqual([like.data, like.errors]);
      }
    }
    expect(await targetSlugs(tenant.owner, projectId)).toEqual(['production', 'staging']);
  });

  describe('that was cut short', () => {
    it('is taken up by the next process when it starts', async () => {
      const { collections, sweeper } = latchkey.services;
      sweeper.wake = () => undefined;
      try {
        await removeOrganization();
      } finally {
        Reflect.deleteProperty(sweeper, 'wake');
      }
      expect(await collections.projects.get(projectId)).toBeDefined();
      const next = await startLatchkey(engine, { place: latchkey.place });
      const ofTarget = async () => (await collections.targets.all.get(ids.staging ?? ''))?.state;
      await vi.waitFor(async () => expect(await ofTarget()).toBe('ENDED'), { timeout: 10_000 });
      await next.close();
      expect((await collections.projects.all.get(projectId))?.state).toBe('ENDED');
      expect((await collections.organizations.all.get(tenant.id))?.state).toBe('ENDED');
    });
  });
});
