/** A way to sign in that knows no credentials, as of a session: nothing that follows assumes one. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvents } from '../../src/audit/event.js';
import { tokenFor } from '../../src/cli/bootstrap.js';
import type { Strategy } from '../../src/authentication/strategy.js';
import { ALL } from '../../src/authorization/resources.js';
import { ROLE_PERMISSIONS } from '../../src/authorization/roles.js';
import {
  addMember,
  at,
  CREATE_ORGANIZATION,
  expectData,
  expectRefused,
  ORGANIZATION,
} from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, subgraphKey } from '../support/operations.js';

const ENDS = '2030-01-01T00:00:00.000Z';

onEveryEngine('a principal without a credential', (engine) => {
  /** Who signed in, by the name of the session. */
  const sessions = new Map<string, string>();
  const strategy: Strategy = {
    async authenticate(header) {
      const session = header('x-session') ?? undefined;
      if (session === undefined) return undefined;
      const userId = sessions.get(session);
      if (userId === undefined) return 'INVALID';
      const { items } = await latchkey.services.collections.memberships.page({ userId, active: true }, { first: 100 });
      const grants = items.map(({ organizationId, role }) => ({
        organizationId,
        permissions: ROLE_PERMISSIONS[role],
        resources: ALL,
      }));
      const actor = {
        ref: { type: 'USER', id: userId } as const,
        credentialId: null,
        wholeRole: true,
        expiresAt: null,
        ipAllowlist: null,
        ownIpAllowlist: null,
        grants,
      };
      return { actor, title: 'A session', credential: null, formerSecret: false, expiresAt: ENDS };
    },
  };
  let latchkey: Latchkey;
  let tenant: Tenant;
  let userId: string;
  let send: Send;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { strategies: [strategy] });
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
    ({ id: userId, send } = await signIn('ORG_ADMIN'));
  });
  afterAll(() => latchkey.close());

  let names = 0;
  async function signIn(role: 'ORG_ADMIN' | 'GRAPH_ADMIN') {
    const session = `session-${++names}`;
    const email = `${session}@${tenant.slug}.example`;
    const id = at(await addMember(tenant, email, role), 'addMember.ok.addedMember.user.id');
    sessions.set(session, id);
    const as: Send = (query, variables, headers = {}) =>
      latchkey.as()(query, variables, { 'x-session': session, ...headers });
    return { id, email, session, send: as };
  }
  const keyOf = (answer: Answer) => at<{ id: string; token: string }>(answer, 'organization.createKey');

  it('has a name and an end in whoAmI', async () => {
    expectData(await send('{ whoAmI { title expiresAt } me { __typename id asActor { actorId type } } }'), {
      whoAmI: { title: 'A session', expiresAt: ENDS },
      me: { __typename: 'User', id: userId, asActor: { actorId: userId, type: 'USER' } },
    });
  });

  it('reads and explains what its role shows', async () => {
    expectData(await send(ORGANIZATION, { id: tenant.id }), { organization: { slug: tenant.slug } });
    const explain = '{ explainAccess(permission: "project:create", resource: "") { granted } }';
    expectData(await send(explain), { explainAccess: { granted: true } });
  });

  it('creates, rotates and revokes, as the actor of the records, which name no credential', async () => {
    const created = await send(CREATE_KEY, subgraphKey(tenant));
    expectData(created, { organization: { createKey: { createdBy: { actorId: userId, type: 'USER' } } } });
    const { id } = keyOf(created);
    const change = (field: string, selection = '') =>
      send(`mutation { organization(id: "${tenant.id}") { ${field}(keyId: "${id}") ${selection} } }`);
    expect((await change('rotateKey', '{ token }')).errors).toBeUndefined();
    expect((await change('revokeKey')).errors).toBeUndefined();
    await latchkey.services.relay.drain();
    const trail = latchkey.store.collection(auditEvents);
    const { items } = await trail.page({ organizationIds: tenant.id }, { first: 3 });
    expect(items.map(({ action }) => action)).toEqual([
      'credential.revoked',
      'credential.rotated',
      'credential.created',
    ]);
    for (const { actorType, actorId, credentialId } of items)
      expect({ actorType, actorId, credentialId }).toEqual({ actorType: 'USER', actorId: userId, credentialId: null });
  });

  it('takes effect once for a repeated Idempotency-Key, and shares no key with another actor', async () => {
    const headers = { 'idempotency-key': 'once' };
    const create = async (as: Send) => keyOf(await as(CREATE_KEY, subgraphKey(tenant), headers)).id;
    const id = await create(send);
    expect(await create(send)).toBe(id);
    const other = await signIn('GRAPH_ADMIN');
    expect(await create(other.send)).not.toBe(id);
    expect(await create(tenant.owner)).not.toBe(id);
  });

  it('creates an organization, and reaches it', async () => {
    const answer = await send(CREATE_ORGANIZATION, { slug: `of-a-session-${process.pid}-${names}` });
    const id = at(answer, 'createOrganization.ok.createdOrganization.id');
    expectData(await send(ORGANIZATION, { id }), { organization: { id } });
  });

  it('is authenticated again by each field that writes', async () => {
    const { email, send: leaving } = await signIn('ORG_ADMIN');
    const answer = await leaving(
      `mutation ($organization: OrganizationReferenceInput!, $email: String!) {
        leave: removeMember(input: { organization: $organization, email: $email }) { error { code } }
        again: addMember(input: { organization: $organization, email: $email, role: ORG_ADMIN }) { error { code } }
      }`,
      { organization: { byId: tenant.id }, email },
    );
    expectData(answer, { leave: { error: null }, again: { error: { code: 'ORGANIZATION_NOT_FOUND' } } });
  });

  it('is not signed in once it has ended, or when its session is unknown', async () => {
    const { send: other, session } = await signIn('GRAPH_ADMIN');
    sessions.delete(session);
    expectRefused(await other('{ whoAmI { title } }'), 'UNAUTHENTICATED', 'Invalid token provided');
    latchkey.clock.now = new Date(ENDS);
    const ended = await send('{ whoAmI { title } }');
    latchkey.clock.now = undefined;
    expectRefused(ended, 'UNAUTHENTICATED', 'Invalid token provided');
  });

  it('is told apart from secrets, which sign in as before: what one way knows is tried by no other', async () => {
    const secret = (await tokenFor(latchkey.services, tenant.ownerEmail)).reveal();
    expectData(await latchkey.as(secret)('{ whoAmI { title } }'), { whoAmI: { title: 'Issued by the operator' } });
    const both = await latchkey.as(secret)('{ whoAmI { title } }', {}, { 'x-session': 'unknown' });
    expectRefused(both, 'UNAUTHENTICATED', 'Invalid token provided');
  });
});
