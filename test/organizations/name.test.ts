import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import { resultOf, UPDATE_ORGANIZATION_NAME, UPDATE_ORGANIZATION_SLUG } from '../targets/operations.js';

onEveryEngine('the name of an organization', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  const reference = () => ({ organization: { byId: tenant.id } });
  const rename = (name: string, send = tenant.owner) =>
    resultOf(send, UPDATE_ORGANIZATION_NAME, { ...reference(), name });
  const nameOf = async () =>
    (await tenant.owner('query ($id: ID!) { organization(id: $id) { name } }', { id: tenant.id })).data.organization
      .name;

  it('is its slug until it is set, and stays when the slug changes', async () => {
    const { id, slug, owner } = await latchkey.organization();
    const named = { organization: { byId: id } };
    const renamed = await resultOf(owner, UPDATE_ORGANIZATION_NAME, { ...named, name: slug });
    expect(renamed.ok.updatedOrganizationPayload.organization).toEqual({ id, slug, name: slug });
    await resultOf(owner, UPDATE_ORGANIZATION_SLUG, { ...named, slug: `${slug}-moved` });
    const { data } = await owner('query ($id: ID!) { organization(id: $id) { slug name } }', { id });
    expect(data.organization).toEqual({ slug: `${slug}-moved`, name: slug });
  });

  it('is set without the white space around it, and changes no slug', async () => {
    const { ok, error } = await rename('  The Guild Ltd. 🏰 ');
    expect(error).toBeNull();
    expect(ok.updatedOrganizationPayload).toEqual({
      selector: { organizationSlug: tenant.slug },
      organization: { id: tenant.id, slug: tenant.slug, name: 'The Guild Ltd. 🏰' },
    });
    expect(await nameOf()).toBe('The Guild Ltd. 🏰');
  });

  it('that is set again changes nothing, and is not recorded', async () => {
    await rename('Same');
    const before = await latchkey.services.collections.organizations.get(tenant.id);
    await latchkey.services.relay.drain();
    const drained = await latchkey.services.collections.organizations.get(tenant.id);
    expect((await rename(' Same')).error).toBeNull();
    expect(await latchkey.services.collections.organizations.get(tenant.id)).toEqual(drained);
    expect(drained?.name).toBe(before?.name);
  });

  it.each(['', '   ', 'a'.repeat(101), 'two\nlines', 'left\u202eright'])('is not %j', async (name) => {
    await rename('Good');
    const message =
      "An organization's name has 1 to 100 characters of any kind, without control characters and without a secret.";
    expect(await rename(name)).toEqual({ ok: null, error: { code: 'INVALID_NAME', message } });
    expect(await nameOf()).toBe('Good');
  });

  it('holds no secret', async () => {
    expect((await rename(`of ${tenant.ownerSecret}`)).error.code).toBe('INVALID_NAME');
  });

  it.each(['GRAPH_ADMIN', 'MEMBER'] as const)('is not set by a %s', async (role) => {
    const { send } = await member(latchkey, tenant, role);
    const { errors } = await send(UPDATE_ORGANIZATION_NAME, { input: { ...reference(), name: 'Theirs' } });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHORISED' } });
    expect(errors?.[0]?.message).toContain('organization:modifySlug');
  });
});
