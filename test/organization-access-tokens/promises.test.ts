import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../support/schema.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import { ALL_RESOURCES, assignment, ONE_PROJECT, ONE_TARGET } from './fixtures/assignments.js';
import { DELETE_CORRECTED } from './fixtures/documents.js';
import * as f from './fixtures/tokens.js';

const { addProject, createToken, introspect, may, read, requestToken, signsIn } = f;

/** GraphQL Hive's permissions, by group. */
const HIVES = {
  organization: ['organization:describe'],
  members: ['member:describe', 'member:modify'],
  'access-tokens': ['accessToken:modify'],
  project: ['project:describe', 'project:create', 'project:delete', 'project:modifySettings'],
  target: ['target:create', 'target:delete', 'target:modifySettings', 'cdnAccessToken:modify'],
  'usage-reporting': ['usage:report', 'traces:report'],
  services: [
    'schema:compose',
    'schemaCheck:create',
    'schemaCheck:approve',
    'schemaVersion:publish',
    'schemaVersion:deleteService',
  ],
  'app-deployments': ['appDeployment:create', 'appDeployment:publish', 'appDeployment:retire'],
};

onEveryEngine('what the documents of access tokens promise', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const groups = async () => {
    const { data } = await tenant.owner(
      `query ($id: ID!) {
        organization(reference: { byId: $id }) {
          availableOrganizationAccessTokenPermissionGroups {
            id title permissions { id title description level isAssignableByViewer dependsOnId }
          }
        }
      }`,
      { id: tenant.id },
    );
    return data.organization.availableOrganizationAccessTokenPermissionGroups as {
      id: string;
      title: string;
      permissions: { id: string; title: string; description: string }[];
    }[];
  };

  it('the available permissions are all groups and their permissions', async () => {
    const found = await groups();
    for (const [id, permissions] of Object.entries(HIVES)) {
      const group = found.find((one) => one.id === id);
      expect(group?.permissions.map((one) => one.id)).toEqual(expect.arrayContaining(permissions));
    }
    const ids = found.flatMap(({ permissions }) => permissions.map((one) => one.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const text of found.flatMap((one) => [one.title, ...one.permissions.flatMap((p) => [p.title, p.description])]))
      expect(text).toMatch(/\w/);
  });

  it('every available permission can be given to a token', async () => {
    const ids = (await groups()).flatMap(({ permissions }) => permissions.map((one) => one.id));
    const { token } = await createToken(tenant, { permissions: ids });
    expect(token.permissions).toEqual(ids);
  });

  it('privateAccessKey can be used with the GraphQL API as an authorization header', async () => {
    const { id, secret } = await createToken(tenant, { permissions: ['organization:describe'] });
    const { data, errors } = await latchkey.as(secret)(
      'query ($id: ID!) { organization(reference: { byId: $id }) { slug } me { __typename id } }',
      { id: tenant.id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ organization: { slug: tenant.slug }, me: { __typename: 'ServiceAccount', id } });
  });

  it('permissions apply on the resources assigned, and there only', async () => {
    const other = await addProject(tenant, 'applies-only');
    const { secret } = await createToken(tenant, { resources: f.granular(f.project(tenant.projectId)) });
    expect(await may(latchkey, tenant, secret, 'schemaVersion:publish', 'my-project/production/service/a')).toBe(true);
    expect(await may(latchkey, tenant, secret, 'schemaVersion:publish', `${other.slug}/production/service/a`)).toBe(
      false,
    );
  });

  it('permissions are inherited by all subresources', async () => {
    const places = {
      '': ['organization:describe', 'member:describe'],
      'my-project': ['project:describe', 'target:create'],
      'my-project/staging': ['schema:compose', 'target:delete'],
      'my-project/staging/service/users': ['schemaCheck:create', 'schemaVersion:publish'],
      'my-project/staging/appDeployment/web': ['appDeployment:create', 'appDeployment:publish'],
    };
    const { secret } = await createToken(tenant, { permissions: Object.values(places).flat() });
    const below = (path: string, place: string) => path === '' || place === path || place.startsWith(`${path}/`);
    for (const [path, permissions] of Object.entries(places))
      for (const permission of permissions)
        for (const place of Object.keys(places).filter((one) => below(path, one)))
          expect([permission, place, await may(latchkey, tenant, secret, permission, place)]).toEqual([
            permission,
            place,
            true,
          ]);
  });

  it('an assignment as printed grants permissions on all resources', async () => {
    const { secret, token } = await createToken(tenant, { resources: assignment(ALL_RESOURCES) });
    expect(token.resources).toEqual({ mode: 'ALL', projects: null });
    expect(await may(latchkey, tenant, secret, 'schemaVersion:publish', 'my-project/staging/service/users')).toBe(true);
  });

  it('an assignment as printed grants permissions on a specific project', async () => {
    const other = await addProject(tenant, 'not-the-project');
    const resources = assignment(ONE_PROJECT, { projectId: tenant.projectId });
    const { secret, token } = await createToken(tenant, { resources });
    expect(token.resources.projects).toMatchObject([
      { projectId: tenant.projectId, targets: { mode: 'ALL', targets: null } },
    ]);
    for (const where of ['development', 'staging', 'production'])
      expect(await may(latchkey, tenant, secret, 'schemaVersion:publish', `my-project/${where}/service/u`)).toBe(true);
    expect(await may(latchkey, tenant, secret, 'schemaVersion:publish', `${other.slug}/staging/service/u`)).toBe(false);
  });

  it('an assignment as printed grants permissions on a specific target', async () => {
    const { id, slug, targets } = await addProject(tenant, 'one-target');
    const resources = assignment(ONE_TARGET, { projectId: id, targetId: targets.staging });
    const { secret } = await createToken(tenant, {
      resources,
      permissions: ['schema:compose', 'appDeployment:create'],
    });
    expect(await may(latchkey, tenant, secret, 'schema:compose', `${slug}/staging`)).toBe(true);
    expect(await may(latchkey, tenant, secret, 'appDeployment:create', `${slug}/staging/appDeployment/web`)).toBe(true);
    expect(await may(latchkey, tenant, secret, 'schema:compose', `${slug}/production`)).toBe(false);
    expect(await may(latchkey, tenant, secret, 'appDeployment:create', `${slug}/production/appDeployment/web`)).toBe(
      false,
    );
  });

  it('a token signs in without anybody’s personal login: it outlives the membership of its creator', async () => {
    const admin = await member(latchkey, tenant, 'ORG_ADMIN');
    const { secret } = await createToken(tenant, {}, admin.send);
    await tenant.owner('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { error { message } } }', {
      input: { organization: { byId: tenant.id }, email: admin.email },
    });
    expect((await requestToken(tenant, {}, admin.send)).data.createOrganizationAccessToken.error.code).toBe(
      'ORGANIZATION_NOT_FOUND',
    );
    expect(await signsIn(latchkey, secret)).toBe(true);
  });

  it('a CI pipeline that publishes schemas needs “Publish service” alone, and has nothing more', async () => {
    const { secret } = await createToken(tenant, { permissions: ['schemaVersion:publish'] });
    const place = 'my-project/production/service/users';
    for (const { permissions } of await groups())
      for (const { id } of permissions)
        expect([id, await may(latchkey, tenant, secret, id, place)]).toEqual([id, id === 'schemaVersion:publish']);
    expect((await introspect(latchkey, tenant, secret)).scope).toBe('schemaVersion:publish');
  });

  it('any user with sufficient permissions can delete a token that somebody else created', async () => {
    const { id, secret } = await createToken(tenant);
    const admin = await member(latchkey, tenant, 'ORG_ADMIN');
    const { data } = await admin.send(DELETE_CORRECTED, { input: { organizationAccessToken: { byId: id } } });
    expect(data.deleteOrganizationAccessToken.ok).toEqual({ deletedOrganizationAccessTokenId: id });
    expect(await signsIn(latchkey, secret)).toBe(false);
  });

  it('a token carries the title and description that it was given', async () => {
    const { id } = await createToken(tenant, { title: '  Nightly_build - 2 ', description: 'For “the” team, 24/7.' });
    const token = await read(tenant, id);
    expect(token).toMatchObject({ title: 'Nightly_build - 2', description: 'For “the” team, 24/7.' });
    expect((await createToken(tenant, { description: null })).token.description).toBeNull();
  });

  it('updating a token is not possible: no mutation changes permissions or resources', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const takes = mutations.filter(({ name, args }) => {
      const fields = args.flatMap(({ type }) =>
        'ofType' in type && 'getFields' in type.ofType ? Object.keys(type.ofType.getFields()) : [],
      );
      return name !== 'createKey' && fields.some((field) => ['permissions', 'resources'].includes(field));
    });
    expect(takes.map(({ name }) => name).toSorted()).toEqual(
      ['Organization', 'Personal', 'Project'].map((whose) => `create${whose}AccessToken`),
    );
    const token = mutations.map(({ name }) => name).filter((name) => /^(update|edit|set|change).*Token/i.test(name));
    expect(token).toEqual(['setAccessTokenExpiration', 'setAccessTokenIpAllowlist']);
  });

  it('permissions are changed by a new token that replaces the old one, which is then deleted', async () => {
    const old = await createToken(tenant);
    const next = await createToken(tenant, { permissions: ['schemaVersion:publish', 'schemaCheck:create'] });
    expect(next.id).not.toBe(old.id);
    await tenant.owner(f.DELETE, { id: old.id });
    expect(await signsIn(latchkey, old.secret)).toBe(false);
    expect(await may(latchkey, tenant, next.secret, 'schemaCheck:create', 'my-project/staging/service/u')).toBe(true);
  });
});
