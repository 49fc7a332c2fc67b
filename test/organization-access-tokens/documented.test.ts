import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE, DELETE, DELETE_CORRECTED, LIST, PERMISSIONS, READ } from './fixtures/documents.js';

onEveryEngine("Hive's documents run as printed", (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const input = (fields: object = {}) => ({
    input: {
      organization: { bySelector: { organizationSlug: tenant.slug } },
      title: 'CI pipeline',
      description: 'Publishes schemas.',
      permissions: ['schemaVersion:publish'],
      resources: { mode: 'ALL', projects: [] },
      ...fields,
    },
  });

  it('create, list, read, permissions and the corrected delete', async () => {
    const created = await tenant.owner(CREATE, input());
    expect(created.errors).toBeUndefined();
    expect(created.data.createOrganizationAccessToken.error).toBeNull();
    const secret = created.data.createOrganizationAccessToken.ok.privateAccessKey as string;
    expect(secret).toMatch(/^lko_/);

    const list = await tenant.owner(LIST, { organizationSlug: tenant.slug, after: null });
    const [{ node }] = list.data.organization.accessTokens.edges;
    expect(node).toMatchObject({ title: 'CI pipeline', description: 'Publishes schemas.' });

    const read = await tenant.owner(READ, { organizationSlug: tenant.slug, accessTokenId: node.id });
    expect(read.data.organization.accessToken).toEqual(node);

    const permissions = await tenant.owner(PERMISSIONS, { organizationSlug: tenant.slug });
    expect(permissions.errors).toBeUndefined();

    const who = await latchkey.as(secret)(
      '{ whoAmI { title resolvedPermissions { level resolvedResourceIds resolvedPermissionGroups { title permissions { isGranted permission { id } } } } } }',
    );
    expect(who.errors).toBeUndefined();
    expect(who.data.whoAmI.resolvedPermissions).toEqual([
      {
        level: 'SERVICE',
        resolvedResourceIds: [`${tenant.slug}/*/*/service/*`],
        resolvedPermissionGroups: [
          { title: 'Schema Registry', permissions: [{ isGranted: true, permission: { id: 'schemaVersion:publish' } }] },
        ],
      },
    ]);

    const introspected = await latchkey.app.inject({
      method: 'POST',
      url: '/oauth/introspect',
      headers: { authorization: `Bearer ${tenant.ownerSecret}` },
      payload: { token: secret, permission: 'schemaVersion:publish', resource: 'my-project/production/service/users' },
    });
    expect(introspected.json()).toMatchObject({ active: true, granted: true, scope: 'schemaVersion:publish' });

    const printed = await tenant.owner(DELETE, { input: { organizationAccessToken: { byId: node.id } } });
    expect(printed.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const deleted = await tenant.owner(DELETE_CORRECTED, { input: { organizationAccessToken: { byId: node.id } } });
    expect(deleted.data.deleteOrganizationAccessToken).toEqual({
      ok: { deletedOrganizationAccessTokenId: node.id },
      error: null,
    });
    const after = await latchkey.as(secret)('{ whoAmI { title } }');
    expect(after.errors?.[0]?.message).toBe('Invalid token provided');
  });
});
