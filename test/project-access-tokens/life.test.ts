import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIMITS_OF_ORGANIZATION } from '../../src/config/plans.js';
import {
  addProject,
  copies,
  createToken,
  DELETE,
  introspect,
  LIST as LIST_OF_ORGANIZATION,
  may,
  read as readOfOrganization,
  signsIn,
  target,
  type Tree,
} from '../organization-access-tokens/fixtures/tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import { DELETE_PROJECT, resultOf } from '../targets/operations.js';
import { createProjectToken, LIST, READ, refusalOf, requestToken } from './project-tokens.js';

const ROTATE = `mutation ($id: ID!) {
  rotateAccessToken(input: { accessToken: { byId: $id } }) {
    ok { privateAccessKey rotatedAccessToken { __typename id } } error { code }
  }
}`;

onEveryEngine('a project access token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let other: Tree;
  let staging: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    other = await addProject(tenant, 'other');
    const { data } = await tenant.owner(
      'query ($id: ID!) { project(reference: { byId: $id }) { targets { nodes { id slug } } } }',
      { id: tenant.projectId },
    );
    staging = data.project.targets.nodes.find((one: { slug: string }) => one.slug === 'staging').id as string;
  });
  afterAll(() => latchkey.close());
  const at = (secret: string, permission: string, path: string) => may(latchkey, tenant, secret, permission, path);

  it('is created with Hive’s fields, and shows its secret this one time', async () => {
    const fields = { title: '  CI pipeline ', description: 'Publishes.', expirationPeriod: 'ONE_WEEK' };
    const { id, secret, token } = await createProjectToken(tenant, fields);
    expect(secret).toMatch(/^lko_\w{72}$/);
    expect(token).toMatchObject({
      title: 'CI pipeline',
      description: 'Publishes.',
      permissions: ['schemaVersion:publish', 'project:describe'],
      lastUsedAt: null,
      resources: { mode: 'GRANULAR', projects: [{ projectId: tenant.projectId, targets: { mode: 'ALL' } }] },
    });
    expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBe(7 * 24 * 3_600_000);
    const { data } = await tenant.owner(READ, { id: tenant.projectId, token: id });
    expect(data.project.accessToken).toEqual(token);
    expect(JSON.stringify(data)).not.toContain(secret.slice(26, 60));
  });

  it('does what its permissions say within its project, and nothing in another', async () => {
    const { secret } = await createProjectToken(tenant);
    expect(await at(secret, 'schemaVersion:publish', 'my-project/production/service/users')).toBe(true);
    expect(await at(secret, 'schemaVersion:publish', 'other/production/service/users')).toBe(false);
    expect(await at(secret, 'schemaCheck:create', 'my-project/production/service/users')).toBe(false);
    const { data } = await latchkey.as(secret)(READ, { id: other.id, token: 'x' });
    expect(data.project).toBeNull();
  });

  it('is assigned single targets of its project, and acts on these alone', async () => {
    const resources = { mode: 'GRANULAR', targets: [target(staging, ['users'])] };
    const { secret } = await createProjectToken(tenant, { resources });
    expect(await at(secret, 'schemaVersion:publish', 'my-project/staging/service/users')).toBe(true);
    expect(await at(secret, 'schemaVersion:publish', 'my-project/staging/service/reviews')).toBe(false);
    expect(await at(secret, 'schemaVersion:publish', 'my-project/production/service/users')).toBe(false);
  });

  it('is refused what lies beyond its project, in words that say what to do', async () => {
    const foreign = { mode: 'GRANULAR', targets: [target(other.targets.staging)] };
    expect(await refusalOf(tenant, { resources: foreign })).toMatchObject({
      code: 'TARGET_NOT_FOUND',
      message: 'resources: the project has no target with one of these ids.',
    });
    for (const permission of ['member:describe', 'organization:describe']) {
      const refusal = await refusalOf(tenant, { permissions: [permission] });
      expect(refusal.code).toBe('PERMISSION_WITHOUT_EFFECT');
      expect(refusal.message).toContain('create an organization access token');
    }
    const twice = { mode: 'GRANULAR', targets: [target(staging), target(staging)] };
    expect((await refusalOf(tenant, { resources: twice })).message).toBe(
      'resources.targets[1] is listed twice. List each once.',
    );
    expect((await refusalOf(tenant, { title: '?' })).code).toBe('INVALID_INPUT');
    expect((await refusalOf(tenant, { permissions: ['no:such'] })).code).toBe('UNKNOWN_PERMISSION');
    expect((await refusalOf(tenant, { project: { byId: 'none' } })).code).toBe('PROJECT_NOT_FOUND');
  });

  it('is listed by its project alone, newest first, a page at a time', async () => {
    const own = await createProjectToken(tenant, { project: { byId: other.id } });
    const newer = await createProjectToken(tenant, { project: { byId: other.id } });
    const first = (await tenant.owner(LIST, { id: other.id, first: 1 })).data.project.accessTokens;
    const after = first.pageInfo.endCursor;
    const rest = (await tenant.owner(LIST, { id: other.id, first: 1, after })).data.project.accessTokens;
    expect([...first.nodes, ...rest.nodes].map((one: { id: string }) => one.id)).toEqual([newer.id, own.id]);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect((await tenant.owner(READ, { id: tenant.projectId, token: own.id })).data.project.accessToken).toBeNull();
    const { data } = await tenant.owner(LIST_OF_ORGANIZATION, { organization: tenant.id });
    expect(data.organization.accessTokens.edges).toEqual([]);
    expect(await readOfOrganization(tenant, own.id)).toBeNull();
  });

  it('rotates and is deleted as every access token, and is refused from then on', async () => {
    const { id, secret } = await createProjectToken(tenant);
    const { ok } = (await tenant.owner(ROTATE, { id })).data.rotateAccessToken;
    expect(ok.rotatedAccessToken).toEqual({ __typename: 'ProjectAccessToken', id });
    expect(await signsIn(latchkey, secret)).toBe(false);
    expect(await signsIn(latchkey, ok.privateAccessKey)).toBe(true);
    const deleted = (await tenant.owner(DELETE, { id })).data.deleteAccessToken;
    expect(deleted).toEqual({ ok: { deletedAccessTokenId: id }, error: null });
    expect(await signsIn(latchkey, ok.privateAccessKey)).toBe(false);
    expect((await introspect(latchkey, tenant, ok.privateAccessKey)).active).toBe(false);
    expect((await tenant.owner(READ, { id: tenant.projectId, token: id })).data.project.accessToken).toBeNull();
  });

  it('is managed with projectAccessToken:modify on its project alone, and holds no more than its creator', async () => {
    const { id } = await createProjectToken(tenant);
    const manager = async (projectId: string) =>
      latchkey.as(
        (
          await createToken(tenant, {
            permissions: ['project:describe', 'projectAccessToken:modify', 'usage:report'],
            resources: { mode: 'GRANULAR', projects: [{ projectId, targets: { mode: 'ALL' } }] },
          })
        ).secret,
      );
    const [own, foreign] = [await manager(tenant.projectId), await manager(other.id)];
    expect((await own(READ, { id: tenant.projectId, token: id })).data.project.accessToken.id).toBe(id);
    expect((await foreign(DELETE, { id })).data.deleteAccessToken.error.code).toBe('NOT_FOUND');
    expect((await refusalOf(tenant, {}, foreign)).code).toBe('PROJECT_NOT_FOUND');
    expect((await refusalOf(tenant, {}, own)).code).toBe('EXCEEDS_CALLER_PERMISSIONS');
    const { secret } = await createProjectToken(tenant, { permissions: ['usage:report'] }, own);
    expect(await at(secret, 'usage:report', 'my-project/production')).toBe(true);
    expect((await own(ROTATE, { id })).data.rotateAccessToken.error.code).toBe('EXCEEDS_CALLER_PERMISSIONS');
    const { send } = await member(latchkey, tenant, 'MEMBER');
    for (const { errors } of [
      await requestToken(tenant, {}, send),
      await send(LIST, { id: tenant.projectId, first: 1 }),
    ])
      expect(errors?.[0]?.message).toContain("'projectAccessToken:modify'");
  });

  it('ends with its project, and is refused by the next request after the deletion', async () => {
    const doomed = await addProject(tenant, 'doomed');
    const { id, secret } = await createProjectToken(tenant, { project: { byId: doomed.id } });
    expect((await introspect(latchkey, tenant, secret)).active).toBe(true);
    await resultOf(tenant.owner, DELETE_PROJECT, { project: { byId: doomed.id } });
    expect((await introspect(latchkey, tenant, secret)).active).toBe(false);
    expect(await refusalOf(tenant, { project: { byId: doomed.id } })).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
    await latchkey.services.sweeper.drain();
    expect(await latchkey.services.credentials.get(id)).toMatchObject({ live: false, listed: false, secrets: [] });
  });

  it('counts towards a limit of the organization’s plan', async () => {
    const full = await latchkey.organization({ plan: 'STANDARD' });
    const { id } = await createProjectToken(full);
    await copies(latchkey, id, LIMITS_OF_ORGANIZATION.liveProjectAccessTokens.STANDARD - 1);
    const refusal = await refusalOf(full);
    expect(refusal.code).toBe('LIMIT_REACHED');
    expect(refusal.message).toContain('200 live project access tokens');
  });

  it('is offered the permissions that apply to a project or below it', async () => {
    const query = `query ($id: ID!) { project(reference: { byId: $id }) {
      availableProjectAccessTokenPermissionGroups { id permissions { id level } }
    } }`;
    const { data } = await tenant.owner(query, { id: tenant.projectId });
    const groups = data.project.availableProjectAccessTokenPermissionGroups as {
      id: string;
      permissions: { id: string; level: string }[];
    }[];
    const offered = groups.flatMap(({ permissions }) => permissions);
    expect(groups.map(({ id }) => id)).not.toContain('members');
    expect(offered.some(({ level }) => level === 'ORGANIZATION')).toBe(false);
    const all = await createProjectToken(tenant, { permissions: offered.map(({ id }) => id) });
    expect(all.token.permissions).toHaveLength(offered.length);
  });
});
