import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type AuditEvent, auditEvents } from '../../src/audit/event.js';
import { credentials } from '../../src/credentials/credential.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { DELETE_CORRECTED } from './fixtures/documents.js';
import * as f from './fixtures/tokens.js';

const NOT_FOUND = { ok: null, error: { code: 'NOT_FOUND', message: 'The access token does not exist.' } };

onEveryEngine('ending an access token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let owner: { actorId: string; type: string };
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    owner = { actorId: (await tenant.owner('{ me { id } }')).data.me.id, type: 'USER' };
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const listed = async () => {
    const { data } = await tenant.owner(f.LIST, { organization: tenant.id });
    return data.organization.accessTokens.edges.map(({ node }: { node: { id: string } }) => node.id) as string[];
  };
  const remove = async (id: string) => (await tenant.owner(f.DELETE, { id })).data.deleteAccessToken;
  const revoke = async (id: string) => (await tenant.owner(f.REVOKE, { id })).data.revokeAccessToken;
  const rotate = async (id: string) => (await tenant.owner(f.ROTATE, { id })).data.rotateAccessToken;
  const eventsOf = async (id: string): Promise<AuditEvent[]> => {
    await latchkey.services.relay.drain();
    const trail = latchkey.store.collection(auditEvents);
    const { items } = await trail.page({ organizationIds: tenant.id }, { first: 500 });
    return items.filter(({ subjectId }) => subjectId === id).reverse();
  };

  it('deleting takes it from the list and refuses its next request', async () => {
    const { id, secret } = await f.createToken(tenant);
    expect(await listed()).toContain(id);
    expect(await remove(id)).toEqual({ ok: { deletedAccessTokenId: id }, error: null });
    expect(await f.signsIn(latchkey, secret)).toBe(false);
    expect(await f.introspect(latchkey, tenant, secret)).toEqual({ active: false });
    expect(await listed()).not.toContain(id);
    expect(await f.read(tenant, id)).toBeNull();
  });

  it('deleting works both ways, and again answers as the first time', async () => {
    const { id } = await f.createToken(tenant);
    const oldWay = async () =>
      (await tenant.owner(DELETE_CORRECTED, { input: { organizationAccessToken: { byId: id } } })).data
        .deleteOrganizationAccessToken;
    for (let times = 0; times < 2; times++) {
      expect(await oldWay()).toEqual({ ok: { deletedOrganizationAccessTokenId: id }, error: null });
      expect(await remove(id)).toEqual({ ok: { deletedAccessTokenId: id }, error: null });
    }
  });

  it('deleting leaves no digest of its secret behind', async () => {
    const { id } = await f.createToken(tenant);
    await tenant.owner(f.ROTATE, { id, overlapDays: 30 });
    expect((await latchkey.store.collection(credentials).get(id))?.secrets).toHaveLength(2);
    await remove(id);
    expect((await latchkey.store.collection(credentials).get(id))?.secrets).toEqual([]);
  });

  it('revoking or rotating a deleted token answers as for one that never existed', async () => {
    const { id } = await f.createToken(tenant);
    await remove(id);
    expect(await revoke(id)).toEqual(NOT_FOUND);
    expect(await rotate(id)).toEqual(NOT_FOUND);
  });

  it('naming no token is refused as bad input', async () => {
    const mutation =
      'mutation ($input: DeleteAccessTokenInput!) { deleteAccessToken(input: $input) { ok { __typename } } }';
    for (const accessToken of [{}, { byId: null }]) {
      const { errors } = await tenant.owner(mutation, { input: { accessToken } });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('revoking refuses its next request and keeps it listed, with who and when', async () => {
    const { id, secret } = await f.createToken(tenant);
    latchkey.clock.now = new Date('2030-05-06T07:08:09.010Z');
    const { ok, error } = await revoke(id);
    const end = { revokedAt: '2030-05-06T07:08:09.010Z', revokedBy: owner };
    expect(error).toBeNull();
    expect(ok.revokedAccessToken).toMatchObject({ id, ...end });
    expect(await f.signsIn(latchkey, secret)).toBe(false);
    expect(await f.introspect(latchkey, tenant, secret)).toEqual({ active: false });
    expect(await listed()).toContain(id);
    expect(await f.read(tenant, id)).toMatchObject(end);
  });

  it('revoking again answers the same and changes nothing', async () => {
    const { id } = await f.createToken(tenant);
    latchkey.clock.now = new Date('2030-05-06T07:08:09.010Z');
    const first = await revoke(id);
    latchkey.clock.now = new Date('2031-05-06T07:08:09.010Z');
    expect(await revoke(id)).toEqual(first);
  });

  it('revoking ends both secrets of a rotation that overlaps, and so does deleting', async () => {
    for (const end of [revoke, remove]) {
      const { id, secret } = await f.createToken(tenant);
      const { data } = await tenant.owner(f.ROTATE, { id, overlapDays: 30 });
      const next = data.rotateAccessToken.ok.privateAccessKey as string;
      expect([await f.signsIn(latchkey, secret), await f.signsIn(latchkey, next)]).toEqual([true, true]);
      await end(id);
      expect([await f.signsIn(latchkey, secret), await f.signsIn(latchkey, next)]).toEqual([false, false]);
    }
  });

  it('a revoked token can be deleted, and a token that manages tokens can end itself', async () => {
    const { id } = await f.createToken(tenant);
    await revoke(id);
    expect((await remove(id)).ok).toEqual({ deletedAccessTokenId: id });
    const manager = await f.createToken(tenant, { permissions: ['accessToken:modify'] });
    const send = latchkey.as(manager.secret);
    const { data } = await send(f.REVOKE, { id: manager.id });
    expect(data.revokeAccessToken.ok.revokedAccessToken.revokedBy).toEqual({
      actorId: manager.id,
      type: 'SERVICE_ACCOUNT',
    });
    expect((await send(f.REVOKE, { id: manager.id })).errors?.[0]?.message).toBe('Invalid token provided');
  });

  it('every step of a life stands once in the audit trail, with who did it and no secret', async () => {
    const { id, secret } = await f.createToken(tenant, { title: 'Audited' });
    const { data } = await tenant.owner(f.ROTATE, { id, overlapDays: 1 });
    const next = data.rotateAccessToken.ok.privateAccessKey as string;
    for (let times = 0; times < 2; times++) await revoke(id);
    for (let times = 0; times < 2; times++) await remove(id);
    const events = await eventsOf(id);
    expect(events.map(({ action }) => action)).toEqual([
      'credential.created',
      'credential.rotated',
      'credential.revoked',
      'credential.deleted',
    ]);
    for (const event of events)
      expect(event).toMatchObject({
        organizationIds: [tenant.id],
        actorType: 'USER',
        actorId: owner.actorId,
        subjectKind: 'ORGANIZATION_ACCESS_TOKEN',
        subjectId: id,
        subjectTitle: 'Audited',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    const told = JSON.stringify(events);
    for (const one of [secret, next]) expect(told).not.toContain(one.slice(27, 70));
  });

  it('what is refused stands nowhere in the audit trail', async () => {
    const { id } = await f.createToken(tenant);
    await tenant.owner(f.ROTATE, { id, overlapDays: 91 });
    const other = await latchkey.organization();
    for (const query of [f.DELETE, f.REVOKE, f.ROTATE]) await other.owner(query, { id });
    expect((await eventsOf(id)).map(({ action }) => action)).toEqual(['credential.created']);
  });
});
