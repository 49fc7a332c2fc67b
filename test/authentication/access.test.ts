import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokenFor } from '../../src/cli/bootstrap.js';
import {
  addMember,
  at,
  createProject,
  expectData,
  expectRefused,
  missing,
  operatorKey,
  ORGANIZATION,
  PROJECT,
  removeMember,
  TARGET,
  updateRole,
} from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, member, subgraphKey } from '../support/operations.js';

const ME = '{ me { __typename id name ... on User { email } asActor { actorId type } } }';

onEveryEngine('what a credential reaches', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  describe("a user's token acts with the user's present role", () => {
    it('and does not reach the organization from the next request after they are removed', async () => {
      const { email, send } = await member(latchkey, tenant, 'ORG_ADMIN');
      expectData(await send(ORGANIZATION, { id: tenant.id }), { organization: { id: tenant.id } });
      await removeMember(tenant, email);
      const project = { byId: tenant.projectId };
      const selector = { organizationSlug: tenant.slug, projectSlug: 'my-project', targetSlug: 'production' };
      expectData(await send(ORGANIZATION, { id: tenant.id }), { organization: null });
      expectData(await send(PROJECT, { reference: project }), { project: null });
      expectData(await send(TARGET, { reference: { bySelector: selector } }), { target: null });
      expectData(await send(CREATE_KEY, subgraphKey(tenant)), { organization: null });
      expectData(await addMember(tenant, 'friend@example.com', 'MEMBER', send), {
        addMember: { error: { code: 'ORGANIZATION_NOT_FOUND' } },
      });
      // Who they are is theirs still.
      expectData(await send(ME), { me: { __typename: 'User', email } });
    });

    it('and a member who is removed and added again needs a new token, which has their new role', async () => {
      const { email, send } = await member(latchkey, tenant, 'ORG_ADMIN');
      await removeMember(tenant, email);
      await addMember(tenant, email, 'MEMBER');
      expectData(await send(ORGANIZATION, { id: tenant.id }), { organization: null });
      const again = latchkey.as((await tokenFor(latchkey.services, email)).reveal());
      expectData(await again(ORGANIZATION, { id: tenant.id }), { organization: { id: tenant.id } });
      expectRefused(await again(CREATE_KEY, subgraphKey(tenant)), 'UNAUTHORISED', missing('key:create'));
      expectData(await send(ORGANIZATION, { id: tenant.id }), { organization: null });
    });

    it('and loses and gains permissions with the next request after the role changes', async () => {
      const { email, send } = await member(latchkey, tenant, 'MEMBER');
      const keys = 'query ($id: ID!) { organization(id: $id) { apiKeys { totalCount } } }';
      const may = async () => ({
        create: (await send(CREATE_KEY, subgraphKey(tenant))).errors === undefined,
        list: (await send(keys, { id: tenant.id })).errors === undefined,
      });
      expect(await may()).toEqual({ create: false, list: false });
      await updateRole(tenant, email, 'GRAPH_ADMIN');
      expect(await may()).toEqual({ create: true, list: false });
      await updateRole(tenant, email, 'ORG_ADMIN');
      expect(await may()).toEqual({ create: true, list: true });
      await updateRole(tenant, email, 'MEMBER');
      expect(await may()).toEqual({ create: false, list: false });
    });

    it('on every process at once', async () => {
      const other = await startLatchkey(engine, { place: latchkey.place });
      try {
        const { email, secret } = await member(latchkey, tenant, 'MEMBER');
        const there = other.as(secret);
        expectData(await there(ORGANIZATION, { id: tenant.id }), { organization: { id: tenant.id } });
        await removeMember(tenant, email);
        expectData(await there(ORGANIZATION, { id: tenant.id }), { organization: null });
      } finally {
        await other.close();
      }
    });

    it('in each organization apart', async () => {
      const other = await latchkey.organization();
      const email = `both@${tenant.slug}.example`;
      await addMember(tenant, email, 'MEMBER');
      await addMember(other, email, 'ORG_ADMIN');
      const send = latchkey.as((await tokenFor(latchkey.services, email)).reveal());
      expectRefused(await send(CREATE_KEY, subgraphKey(tenant)), 'UNAUTHORISED', missing('key:create'));
      expect((await send(CREATE_KEY, subgraphKey(other))).errors).toBeUndefined();
      await removeMember(other, email);
      expectData(await send(ORGANIZATION, { id: other.id }), { organization: null });
      expectData(await send(ORGANIZATION, { id: tenant.id }), { organization: { id: tenant.id } });
    });

    it('in the organizations that it was issued for, not in those that the user joins later', async () => {
      const other = await latchkey.organization();
      const { email, send } = await member(latchkey, tenant, 'MEMBER');
      await addMember(other, email, 'ORG_ADMIN');
      expectData(await send(ORGANIZATION, { id: other.id }), { organization: null });
      const fresh = latchkey.as((await tokenFor(latchkey.services, email)).reveal());
      for (const { id } of [tenant, other]) expectData(await fresh(ORGANIZATION, { id }), { organization: { id } });
    });
  });

  it('a key outlives the membership of whoever created it', async () => {
    const { email, send } = await member(latchkey, tenant, 'GRAPH_ADMIN');
    const { token } = await createKey(tenant, 'Theirs', send);
    await removeMember(tenant, email);
    expectData(await latchkey.as(token)(ME), { me: { __typename: 'Graph', id: tenant.projectId } });
  });

  it('a subgraph key reaches its graph, and not one that is made later', async () => {
    const send = latchkey.as((await createKey(tenant)).token);
    const { id } = await createProject(tenant, 'later');
    expectData(await send(PROJECT, { reference: { byId: tenant.projectId } }), { project: { id: tenant.projectId } });
    expectData(await send(PROJECT, { reference: { byId: id } }), { project: null });
  });

  it('says who is signed in: a user, a graph, a service account', async () => {
    const { data: user } = await tenant.owner(ME);
    const id = at({ data: user as unknown } as never, 'me.id');
    expect(user).toEqual({
      me: {
        __typename: 'User',
        id,
        name: tenant.ownerEmail,
        email: tenant.ownerEmail,
        asActor: { actorId: id, type: 'USER' },
      },
    });
    const graph = { __typename: 'Graph', name: 'my-project', asActor: { actorId: tenant.projectId, type: 'GRAPH' } };
    expectData(await latchkey.as((await createKey(tenant)).token)(ME), { me: graph });
    const account = { __typename: 'ServiceAccount', name: 'Operator', asActor: { type: 'SERVICE_ACCOUNT' } };
    expectData(await latchkey.as(await operatorKey(tenant))(ME), { me: account });
  });

  it('is not answered to a caller who is not signed in, with an error that Rover understands', async () => {
    const missingSecret = 'Unauthorized: No access (reason: "Authorization token is missing")';
    const answers = [
      [await latchkey.as()(ME), missingSecret],
      [await latchkey.as('nonsense')(ME), 'Unauthorized: Invalid token provided'],
    ] as const;
    for (const [answer, message] of answers) {
      expect(answer.data).toEqual({ me: null });
      expectRefused(answer, 'UNAUTHENTICATED', message);
    }
  });
});
