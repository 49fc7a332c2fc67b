import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setPlan, tokenFor } from '../../src/cli/bootstrap.js';
import type { Occurrence } from '../../src/audit/changes.js';
import type { AuditEvent } from '../../src/audit/event.js';
import {
  addMember,
  at,
  CREATE_ORGANIZATION,
  createProject,
  operatorKey,
  removeMember,
  updateRole,
} from '../organizations/operations.js';
import { post, REVOKE } from '../introspection/asking.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import { ACTIONS, onKey } from './actions.js';
import { trailOf } from './trail.js';

const NOW = new Date('2030-03-01T12:00:00.123Z');

onEveryEngine('the audit trail', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  beforeEach(async () => {
    latchkey.clock.now = NOW;
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const since = async (before: readonly AuditEvent[], organizationId = tenant.id) => {
    const known = new Set(before.map(({ id }) => id));
    return (await trailOf(latchkey, organizationId)).filter(({ id }) => !known.has(id));
  };

  it.each(Object.keys(ACTIONS) as (keyof typeof ACTIONS)[])('records %s once, with all its fields', async (action) => {
    const key = await createKey(tenant, 'The key');
    const before = await trailOf(latchkey, tenant.id);
    const requests: string[] = [];
    const owner: Tenant['owner'] = async (query, variables) => {
      const answer = await tenant.owner(query, variables, { 'user-agent': 'curl/8.0 \u00e9' });
      expect(answer.errors).toBeUndefined();
      requests.push(String(answer.headers['x-request-id']));
      return answer;
    };
    const {
      kind,
      id,
      title,
      change = null,
      times = 1,
      where = tenant.id,
    } = await ACTIONS[action]({ ...tenant, owner }, key.id);
    const told = (await since(before, where)).filter((event) => event.action === action);
    expect(told).toHaveLength(times);
    const me = at(await tenant.owner('{ me { id } }'), 'me.id');
    const event = told.find(({ subjectTitle }) => subjectTitle === title);
    expect(event).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      version: 1,
      organizationIds: [where],
      action,
      change,
      subjectKind: kind,
      subjectId: id,
      subjectTitle: title,
      at: NOW.toISOString(),
      actorType: 'USER',
      actorId: me,
      actorTitle: tenant.ownerEmail,
      credentialId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      requestId: expect.any(String) as string,
      ip: '127.0.0.1',
      userAgent: 'curl/8.0 ?',
    });
    expect(requests).toContain(event?.requestId);
  });

  it('records a plan change by the operator once, and none that changes nothing', async () => {
    const before = await trailOf(latchkey, tenant.id);
    for (const plan of ['STANDARD', 'STANDARD'] as const) await setPlan(latchkey.services, tenant.slug, plan);
    expect(await since(before)).toMatchObject([
      {
        action: 'organization.planChanged',
        change: { from: 'ENTERPRISE', to: 'STANDARD' },
        subjectKind: 'ORGANIZATION',
        subjectId: tenant.id,
        subjectTitle: tenant.slug,
        actorType: 'SYSTEM',
        actorId: 'latchkey',
        actorTitle: 'Operator',
        credentialId: null,
        ip: null,
        userAgent: null,
      },
    ]);
  });

  it("records the operator's bootstrap and the tokens that the operator issues", async () => {
    await tokenFor(latchkey.services, tenant.ownerEmail);
    const events = await trailOf(latchkey, tenant.id);
    expect(events.map((one) => `${one.action} ${one.subjectKind} ${one.subjectTitle}`).sort()).toEqual([
      'credential.created USER_ACCESS_TOKEN Issued by the operator',
      'credential.created USER_ACCESS_TOKEN Owner',
      `organization.created ORGANIZATION ${tenant.slug}`,
      'project.created PROJECT my-project',
      'target.created TARGET development',
      'target.created TARGET production',
      'target.created TARGET staging',
    ]);
    for (const { actorId } of events) expect(actorId).toBe('latchkey');
  });

  it('accepts an action only with its own change: another one does not compile', () => {
    const wrong: Occurrence[] = [
      // @ts-expect-error -- a plan is no role
      { action: 'member.added', change: { from: null, to: 'STANDARD' } },
      // @ts-expect-error -- the name of the action says it all
      { action: 'credential.revoked', change: { from: null, to: 'x' } },
      // @ts-expect-error -- what it became is missing
      { action: 'credential.renamed', change: { from: 'x' } },
    ];
    expect(wrong).toHaveLength(3);
  });

  it('holds no secret', async () => {
    const { token } = await createKey(tenant);
    const shown = JSON.stringify(await trailOf(latchkey, tenant.id));
    for (const secret of [token, tenant.ownerSecret])
      for (let from = 30; from + 12 <= secret.length; from += 6)
        expect(shown).not.toContain(secret.slice(from, from + 12));
  });

  it('shows an organization nothing of what a former member does with their own token', async () => {
    const [joined, left] = [tenant, await latchkey.organization()];
    const email = `leaving@${left.slug}.example`;
    for (const one of [joined, left]) await addMember(one, email);
    const token = (await tokenFor(latchkey.services, email)).reveal();
    await removeMember(left, email);
    expect((await post(latchkey, REVOKE, { token })).statusCode).toBe(200);
    const revoked = async ({ id }: Tenant) =>
      (await trailOf(latchkey, id)).filter(({ action }) => action === 'credential.revoked').length;
    expect([await revoked(joined), await revoked(left)]).toEqual([1, 0]);
  });

  it('names the user who acts, whoever owns the organization', async () => {
    const before = await trailOf(latchkey, tenant.id);
    const { send, secret } = await member(latchkey, tenant, 'GRAPH_ADMIN');
    const { id } = await createKey(tenant, 'By a Graph Admin', send);
    const me = at(await latchkey.as(secret)('{ me { id } }'), 'me.id');
    const told = (await since(before)).find(({ subjectId }) => subjectId === id);
    expect(told).toMatchObject({ actorType: 'USER', actorId: me });
  });

  describe('does not record', () => {
    it('whatever is refused', async () => {
      const plain = await member(latchkey, tenant, 'MEMBER');
      const graphAdmin = await member(latchkey, tenant, 'GRAPH_ADMIN');
      const operator = latchkey.as(await operatorKey(tenant));
      const { id: keyId } = await createKey(tenant, 'The key');
      const other = await latchkey.organization();
      const before = [await trailOf(latchkey, tenant.id), await trailOf(latchkey, other.id)];
      const refused = [
        () => tenant.owner(CREATE_ORGANIZATION, { slug: other.slug }),
        () => tenant.owner(CREATE_ORGANIZATION, { slug: 'BAD' }),
        () => operator(CREATE_ORGANIZATION, { slug: 'operator' }),
        () => createProject(tenant, 'my-project'),
        () => createProject(tenant, 'BAD'),
        () => createProject(other, 'foreign', tenant.owner),
        () => addMember(tenant, 'nobody'),
        () => addMember(tenant, plain.email),
        () => addMember(other, 'foreign@example.com', 'MEMBER', tenant.owner),
        () => updateRole(tenant, 'stranger@example.com', 'MEMBER'),
        () => updateRole(tenant, tenant.ownerEmail, 'MEMBER'),
        () => removeMember(tenant, tenant.ownerEmail),
        ...[plain, graphAdmin].flatMap(({ send }) => [
          () => addMember(tenant, 'x@example.com', 'MEMBER', send),
          () => removeMember(tenant, plain.email, send),
          () => send(onKey('revokeKey(keyId: $keyId)'), { id: tenant.id, keyId }),
          () => send(onKey('rotateKey(keyId: $keyId) { id }'), { id: tenant.id, keyId }),
          () => send(onKey('deleteKey(keyId: $keyId)'), { id: tenant.id, keyId }),
        ]),
        () => createKey(tenant, ''),
        () => createKey(tenant, 'Not mine to make', plain.send),
        () => tenant.owner(onKey('renameKey(keyId: $keyId, name: "") { id }'), { id: tenant.id, keyId }),
        () => other.owner(onKey('deleteKey(keyId: $keyId)'), { id: other.id, keyId }),
      ];
      for (const act of refused) await act().catch(() => undefined);
      expect([await since(before[0] ?? []), await since(before[1] ?? [], other.id)]).toEqual([[], []]);
    });

    it('what changes nothing: the same role or name again', async () => {
      const { email } = await member(latchkey, tenant, 'MEMBER');
      const { id: keyId } = await createKey(tenant, 'The key');
      const before = await trailOf(latchkey, tenant.id);
      await updateRole(tenant, email, 'MEMBER');
      await tenant.owner(onKey('renameKey(keyId: $keyId, name: "The key") { id }'), { id: tenant.id, keyId });
      expect(await since(before)).toEqual([]);
    });
  });
});
