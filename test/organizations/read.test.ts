import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createToken } from '../organization-access-tokens/fixtures/tokens.js';
import { createKey, member } from '../support/operations.js';
import { expectData, expectRefused, missing, operatorKey, ORGANIZATION } from './operations.js';

onEveryEngine('reading an organization', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('answers it by id or slug in the argument id, and by either reference', async () => {
    const { id, slug } = tenant;
    const choices = [
      { id },
      { id: slug },
      { reference: { byId: id } },
      { reference: { bySelector: { organizationSlug: slug } } },
      { id, reference: null },
      { id: null, reference: { byId: id } },
    ];
    for (const variables of choices)
      expectData(await tenant.owner(ORGANIZATION, variables), { organization: { id, slug, plan: 'ENTERPRISE' } });
  });

  it('takes no slug for an id in byId, and no id for a slug in bySelector', async () => {
    for (const reference of [{ byId: tenant.slug }, { bySelector: { organizationSlug: tenant.id } }])
      expectData(await tenant.owner(ORGANIZATION, { reference }), { organization: null });
  });

  it('compares slugs letter by letter', async () => {
    for (const id of [tenant.slug.toUpperCase(), ` ${tenant.slug}`, `${tenant.slug}\0`, tenant.slug.slice(0, -1), ''])
      expectData(await tenant.owner(ORGANIZATION, { id }), { organization: null });
  });

  it('is null for one that does not exist', async () => {
    for (const variables of [
      { id: randomUUID() },
      { id: 'nowhere' },
      { id: '__proto__' },
      { reference: { byId: randomUUID() } },
      { reference: { byId: 'x'.repeat(4096) } },
      { reference: { bySelector: { organizationSlug: 'nowhere' } } },
    ])
      expectData(await tenant.owner(ORGANIZATION, variables), { organization: null });
  });

  it('answers the rest when a part is refused', async () => {
    const describing = async (permission: string) =>
      latchkey.as((await createToken(tenant, { permissions: [permission] })).secret);
    const members = await (
      await describing('organization:describe')
    )('query ($id: ID!) { organization(id: $id) { slug members { nodes { role } } } }', { id: tenant.id });
    expect(members.data).toEqual({ organization: { slug: tenant.slug, members: null } });
    expectRefused(members, 'UNAUTHORISED', missing('member:describe'));
    const organization = await (
      await describing('project:describe')
    )('query ($id: ID!) { project(reference: { byId: $id }) { slug organization { slug } } }', {
      id: tenant.projectId,
    });
    expect(organization.data).toEqual({ project: { slug: 'my-project', organization: null } });
    expectRefused(organization, 'UNAUTHORISED', missing('organization:describe'));
  });

  it('is open to every member and to the keys of its subgraphs', async () => {
    const senders = [
      (await member(latchkey, tenant, 'MEMBER')).send,
      (await member(latchkey, tenant, 'GRAPH_ADMIN')).send,
      latchkey.as((await createKey(tenant)).token),
    ];
    const { id } = tenant;
    for (const send of senders) expectData(await send(ORGANIZATION, { id }), { organization: { id } });
  });

  it('shows its members to members alone', async () => {
    const members = 'query ($id: ID!) { organization(id: $id) { id members { nodes { role } } } }';
    const { id } = tenant;
    expectData(await (await member(latchkey, tenant, 'MEMBER')).send(members, { id }), { organization: { id } });
    const answer = await latchkey.as((await createKey(tenant)).token)(members, { id });
    expectRefused(answer, 'UNAUTHORISED', missing('member:describe'));
  });

  describe('refuses', () => {
    const both = 'Give exactly one of "reference" and "id".';
    it.each([
      ['neither reference nor id', {}],
      ['both null', { id: null, reference: null }],
    ])('%s', async (_, variables) => {
      expectRefused(await tenant.owner(ORGANIZATION, variables), 'BAD_USER_INPUT', both);
    });

    it('reference and id both, even when they agree', async () => {
      const variables = { id: tenant.id, reference: { byId: tenant.id } };
      expectRefused(await tenant.owner(ORGANIZATION, variables), 'BAD_USER_INPUT', both);
    });

    it.each([
      ['an empty reference', {}],
      ['a reference of two', { byId: 'x', bySelector: { organizationSlug: 'x' } }],
      ['a reference of null', { byId: null }],
      ['a selector of null', { bySelector: null }],
      ['an unknown field', { bySlug: 'x' }],
      ['a slug of null', { bySelector: { organizationSlug: null } }],
      ['a list for an id', { byId: ['x'] }],
      ['an object for an id', { byId: { $ne: null } }],
      ['an object for a slug', { bySelector: { organizationSlug: { $gt: '' } } }],
    ])('%s', async (_, reference) => {
      expectRefused(await tenant.owner(ORGANIZATION, { reference }), 'BAD_USER_INPUT');
    });

    it('whoever is not signed in', async () => {
      const answer = await latchkey.as()(ORGANIZATION, { id: tenant.id });
      expectRefused(answer, 'UNAUTHENTICATED', 'No access (reason: "Authorization token is missing")');
    });
  });

  it('is null for an operator key, which acts on targets and below alone', async () => {
    const send = latchkey.as(await operatorKey(tenant));
    expectData(await send(ORGANIZATION, { id: tenant.id }), { organization: null });
  });
});
