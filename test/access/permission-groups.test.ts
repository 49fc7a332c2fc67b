import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokenFor } from '../../src/cli/bootstrap.js';
import { createToken, granular } from '../organization-access-tokens/fixtures/tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';

/** GraphQL Hive's permissions, and Latchkey's own after a `+`: the level and the permission needed, by group. */
const DOCUMENTED = {
  organization: { 'organization:describe': ['ORGANIZATION'] },
  members: { 'member:describe': ['ORGANIZATION'], 'member:modify': ['ORGANIZATION', 'member:describe'] },
  'access-tokens': { 'accessToken:modify': ['ORGANIZATION'], 'projectAccessToken:modify': ['PROJECT'] },
  '+keys': { 'key:create': ['ORGANIZATION'], 'key:modify': ['ORGANIZATION', 'key:create'] },
  '+verification': { 'credential:introspect': ['ORGANIZATION'] },
  '+access-audit': {
    'accessAudit:describe': ['ORGANIZATION'],
    'accessAudit:modify': ['ORGANIZATION', 'accessAudit:describe'],
  },
  project: {
    'project:describe': ['PROJECT'],
    'project:create': ['ORGANIZATION'],
    'project:delete': ['PROJECT', 'project:describe'],
    'project:modifySettings': ['PROJECT', 'project:describe'],
  },
  target: {
    'target:create': ['PROJECT'],
    'target:delete': ['TARGET'],
    'target:modifySettings': ['TARGET'],
    'cdnAccessToken:modify': ['TARGET'],
    '+registryToken:describe': ['TARGET'],
    '+registryToken:modify': ['TARGET', 'registryToken:describe'],
  },
  'usage-reporting': { 'usage:report': ['TARGET'], 'traces:report': ['TARGET'] },
  services: {
    'schema:compose': ['TARGET'],
    'schemaCheck:create': ['SERVICE'],
    'schemaCheck:approve': ['SERVICE'],
    'schemaVersion:publish': ['SERVICE'],
    'schemaVersion:deleteService': ['SERVICE'],
  },
  'app-deployments': {
    'appDeployment:create': ['APP_DEPLOYMENT'],
    'appDeployment:publish': ['APP_DEPLOYMENT'],
    'appDeployment:retire': ['APP_DEPLOYMENT'],
  },
};

const VIEWED = [
  'accessAudit:describe',
  'member:describe',
  'organization:describe',
  'project:describe',
  'registryToken:describe',
];

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly level: string;
  readonly dependsOnId: string | null;
  readonly isReadOnly: boolean;
  readonly isAssignableByViewer: boolean;
}

onEveryEngine('availableOrganizationAccessTokenPermissionGroups', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const ask = (send: Send, id = tenant.id) =>
    send(
      `query ($id: ID!) { organization(id: $id) { groups: availableOrganizationAccessTokenPermissionGroups {
        id title permissions { id title description level dependsOnId isReadOnly isAssignableByViewer }
      } } }`,
      { id },
    );
  const groupsOf = async (send: Send): Promise<{ id: string; title: string; permissions: Shown[] }[]> =>
    (await ask(send)).data.organization.groups;
  const permissionsOf = async (send: Send) => (await groupsOf(send)).flatMap((group) => group.permissions);

  it('answers every documented permission, once, in its group, with its level and what it needs', async () => {
    const documented = Object.entries(DOCUMENTED).map(([group, permissions]) => [
      group.replace('+', ''),
      Object.entries(permissions).map(([id, [level, needs]]) => [id.replace('+', ''), level, needs ?? null]),
    ]);
    const groups = await groupsOf(tenant.owner);
    const answered = groups.map(({ id, permissions }) => [
      id,
      permissions.map((one) => [one.id, one.level, one.dependsOnId]),
    ]);
    expect(answered).toEqual(documented);
    const ids = groups.flatMap((group) => group.permissions.map((one) => one.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, permissions } of groups)
      for (const text of [title, ...permissions.flatMap((one) => [one.title, one.description])])
        expect(text).toMatch(/\S/);
  });

  it('marks permissions that only view as read-only', async () => {
    const readOnly = (await permissionsOf(tenant.owner)).filter((one) => one.isReadOnly).map((one) => one.id);
    expect(readOnly.sort()).toEqual(VIEWED);
  });

  it('lets an Org Admin assign everything, and a token what it holds', async () => {
    const everything = await permissionsOf(tenant.owner);
    expect(everything.every((one) => one.isAssignableByViewer)).toBe(true);
    const permissions = ['organization:describe', 'accessToken:modify', 'usage:report'];
    const { secret } = await createToken(tenant, { permissions });
    const some = (await permissionsOf(latchkey.as(secret))).filter((one) => one.isAssignableByViewer);
    expect(some.map((one) => one.id).sort()).toEqual([...permissions].sort());
  });

  it('are what a token can be given: each one alone, with what it needs', async () => {
    for (const { id, dependsOnId } of await permissionsOf(tenant.owner)) {
      const { token } = await createToken(tenant, { permissions: [id, ...(dependsOnId ? [dependsOnId] : [])] });
      expect(token.permissions).toContain(id);
    }
  });

  it('are answered only to callers who manage access tokens', async () => {
    for (const role of ['GRAPH_ADMIN', 'MEMBER'] as const) {
      const { send } = await member(latchkey, tenant, role);
      expect((await ask(send)).errors?.[0]?.extensions.code).toBe('UNAUTHORISED');
    }
    const other = await latchkey.organization();
    expect((await ask(other.owner)).data).toEqual({ organization: null });
  });

  it('call a permission assignable by what the viewer holds in that organization, not in another', async () => {
    const other = await latchkey.organization();
    const { email } = await member(latchkey, tenant, 'ORG_ADMIN');
    await other.owner(
      `mutation ($input: AddMemberInput!) { addMember(input: $input) { ok { addedMember { role } } } }`,
      {
        input: { organization: { byId: other.id }, email, role: 'MEMBER' },
      },
    );
    const send = latchkey.as((await tokenFor(latchkey.services, email)).reveal());
    const { data } = await send(
      `{ whoAmI { levels: resolvedPermissions(includeAll: true) {
        level resolvedResourceIds resolvedPermissionGroups { permissions { isGranted permission { id isAssignableByViewer } } }
      } } }`,
    );
    for (const { resolvedPermissionGroups } of data.whoAmI.levels)
      for (const { permissions } of resolvedPermissionGroups)
        for (const { isGranted, permission } of permissions)
          expect(permission.isAssignableByViewer, permission.id).toBe(isGranted);
  });

  it('call nothing assignable for a token without permissions', async () => {
    const { secret } = await createToken(tenant, { permissions: [], resources: granular() });
    const { data } = await latchkey.as(secret)(
      `{ whoAmI { resolvedPermissions(includeAll: true) { resolvedPermissionGroups { permissions { permission { isAssignableByViewer } } } } } }`,
    );
    expect(JSON.stringify(data)).not.toContain('true');
  });
});
