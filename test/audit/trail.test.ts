import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setPlan, tokenFor } from '../../src/cli/bootstrap.js';
import type { Action, AuditEvent } from '../../src/audit/event.js';
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
import { configure } from '../breaking-changes/operations.js';
import { setExtension } from '../schema-extensions/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import * as places from '../targets/operations.js';
import { trailOf } from './trail.js';

const EMAIL = 'somebody@example.com';
const NOW = new Date('2030-03-01T12:00:00.123Z');
const onKey = (field: string) => `mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { ${field} } }`;

/** What brings each action about, and answers the event's subject and detail, and whose trail it belongs to (`where`). */
const ACTIONS: Record<
  Exclude<Action, 'organization.planChanged'>,
  (
    tenant: Tenant,
    keyId: string,
  ) => Promise<{ kind: string; id: string; title: string; detail?: string; times?: number; where?: string }>
> = {
  'organization.created': async ({ owner, slug }) => {
    const title = `${slug}-too`;
    const answer = await owner(CREATE_ORGANIZATION, { slug: title });
    const id = at(answer, 'createOrganization.ok.createdOrganization.id');
    return { kind: 'ORGANIZATION', id, title, where: id };
  },
  'credential.organizationAdded': async ({ owner, slug }) => {
    const added = `${slug}-three`;
    const answer = await owner(CREATE_ORGANIZATION, { slug: added });
    const where = at(answer, 'createOrganization.ok.createdOrganization.id');
    return { kind: 'USER_ACCESS_TOKEN', id: expect.any(String) as string, title: 'Owner', detail: added, where };
  },
  'project.created': async (tenant) => ({ kind: 'PROJECT', id: (await createProject(tenant, 'a')).id, title: 'a' }),
  'target.created': async (tenant) => {
    const { targets } = await createProject(tenant, 'b');
    const [id] = targets.filter(({ slug }) => slug === 'staging').map((target) => target.id);
    return { kind: 'TARGET', id: id ?? '', title: 'staging', detail: 'b', times: 3 };
  },
  'organization.renamed': async ({ owner, id, slug }) => {
    const detail = `${slug}-four`;
    await places.resultOf(owner, places.UPDATE_ORGANIZATION_SLUG, { organization: { byId: id }, slug: detail });
    return { kind: 'ORGANIZATION', id, title: slug, detail };
  },
  'organization.nameChanged': async ({ owner, id, slug }) => {
    const detail = 'The organization';
    await places.resultOf(owner, places.UPDATE_ORGANIZATION_NAME, { organization: { byId: id }, name: detail });
    return { kind: 'ORGANIZATION', id, title: slug, detail };
  },
  'organization.deleted': async ({ owner, id, slug }) => {
    await places.resultOf(owner, places.DELETE_ORGANIZATION, { organization: { byId: id } });
    return { kind: 'ORGANIZATION', id, title: slug };
  },
  'project.renamed': async ({ owner, projectId: id }) => {
    await places.resultOf(owner, places.UPDATE_PROJECT_SLUG, { project: { byId: id }, slug: 'graph' });
    return { kind: 'PROJECT', id, title: 'my-project', detail: 'graph' };
  },
  'project.deleted': async ({ owner, projectId: id }) => {
    await places.resultOf(owner, places.DELETE_PROJECT, { project: { byId: id } });
    return { kind: 'PROJECT', id, title: 'my-project' };
  },
  'target.renamed': async ({ owner, projectId }) => {
    const id = await places.createTarget(owner, projectId, 'qa');
    await places.resultOf(owner, places.UPDATE_TARGET_SLUG, { target: { byId: id }, slug: 'testing' });
    return { kind: 'TARGET', id, title: 'qa', detail: 'testing' };
  },
  'target.deleted': async ({ owner, projectId }) => {
    const id = await places.createTarget(owner, projectId, 'qa');
    await places.resultOf(owner, places.DELETE_TARGET, { target: { byId: id } });
    return { kind: 'TARGET', id, title: 'qa' };
  },
  'target.breakingChangeRulesChanged': async (tenant) => {
    const { target } = (await configure(tenant, { isEnabled: true })).ok;
    return { kind: 'TARGET', id: target.id, title: 'production' };
  },
  'target.baseSchemaChanged': async (tenant) => {
    const set = await setExtension(tenant, 'scalar A');
    return { kind: 'TARGET', id: set.ok?.updatedTarget.id ?? '', title: 'production' };
  },
  'member.added': async (tenant) => {
    const id = at(await addMember(tenant, EMAIL, 'GRAPH_ADMIN'), 'addMember.ok.addedMember.user.id');
    return { kind: 'USER', id, title: EMAIL, detail: 'GRAPH_ADMIN' };
  },
  'member.roleChanged': async (tenant) => {
    await addMember(tenant, EMAIL, 'MEMBER');
    const id = at(await updateRole(tenant, EMAIL, 'ORG_ADMIN'), 'updateMemberRole.ok.updatedMember.user.id');
    return { kind: 'USER', id, title: EMAIL, detail: 'ORG_ADMIN' };
  },
  'member.removed': async (tenant) => {
    await addMember(tenant, EMAIL);
    return { kind: 'USER', id: at(await removeMember(tenant, EMAIL), 'removeMember.ok.removedUserId'), title: EMAIL };
  },
  'credential.created': async (tenant) => {
    const { id } = await createKey(tenant, 'Another');
    return { kind: 'SUBGRAPH_KEY', id, title: 'Another' };
  },
  'credential.renamed': async ({ owner, id }, keyId) => {
    await owner(onKey('renameKey(keyId: $keyId, name: "Renamed") { id }'), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'Renamed' };
  },
  'credential.rotated': async ({ owner, id }, keyId) => {
    const until = '2030-03-02T00:00:00.000Z';
    await owner(onKey(`rotateKey(keyId: $keyId, expireOldKeyAt: "${until}") { id }`), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key', detail: until };
  },
  'credential.expirationChanged': async ({ owner, id }, keyId) => {
    const end = '2030-12-31T00:00:00.000Z';
    await owner(onKey(`setKeyExpiration(keyId: $keyId, expiration: "${end}") { id }`), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key', detail: end };
  },
  'credential.revoked': async ({ owner, id }, keyId) => {
    for (let again = 0; again < 2; again++) await owner(onKey('revokeKey(keyId: $keyId)'), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key' };
  },
  'credential.deleted': async ({ owner, id }, keyId) => {
    for (let again = 0; again < 2; again++) await owner(onKey('deleteKey(keyId: $keyId)'), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key' };
  },
};

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

  it.each(Object.keys(ACTIONS) as (keyof typeof ACTIONS)[])(
    'tells of %s, once, with all that is known',
    async (action) => {
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
        detail = null,
        times = 1,
        where = tenant.id,
      } = await ACTIONS[action]({ ...tenant, owner }, key.id);
      const told = (await since(before, where)).filter((event) => event.action === action);
      expect(told).toHaveLength(times);
      const me = at(await tenant.owner('{ me { id } }'), 'me.id');
      const event = told.find(({ subject }) => subject.title === title);
      expect(event).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        version: 1,
        organizationIds: [where],
        action,
        subject: { kind, id, title },
        detail,
        at: NOW.toISOString(),
        actor: { type: 'USER', id: me },
        credentialId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        requestId: expect.any(String) as string,
        ip: '127.0.0.1',
        userAgent: 'curl/8.0 ?',
      });
      expect(requests).toContain(event?.requestId);
    },
  );

  it('tells of a plan change by the operator, once, and of none that changes nothing', async () => {
    const before = await trailOf(latchkey, tenant.id);
    for (const plan of ['STANDARD', 'STANDARD'] as const) await setPlan(latchkey.services, tenant.slug, plan);
    expect(await since(before)).toMatchObject([
      {
        action: 'organization.planChanged',
        subject: { kind: 'ORGANIZATION', id: tenant.id, title: tenant.slug },
        detail: 'STANDARD',
        actor: { type: 'SYSTEM', id: 'latchkey' },
        credentialId: null,
        ip: null,
        userAgent: null,
      },
    ]);
  });

  it("tells of the operator's bootstrap and of tokens issued by the operator", async () => {
    await tokenFor(latchkey.services, tenant.ownerEmail);
    const events = await trailOf(latchkey, tenant.id);
    expect(events.map(({ action, subject }) => `${action} ${subject.kind} ${subject.title}`).sort()).toEqual([
      'credential.created USER_ACCESS_TOKEN Issued by the operator',
      'credential.created USER_ACCESS_TOKEN Owner',
      `organization.created ORGANIZATION ${tenant.slug}`,
      'project.created PROJECT my-project',
      'target.created TARGET development',
      'target.created TARGET production',
      'target.created TARGET staging',
    ]);
    for (const { actor } of events) expect(actor).toEqual({ type: 'SYSTEM', id: 'latchkey' });
  });

  it('holds no secret', async () => {
    const { token } = await createKey(tenant);
    const shown = JSON.stringify(await trailOf(latchkey, tenant.id));
    for (const secret of [token, tenant.ownerSecret])
      for (let from = 30; from + 12 <= secret.length; from += 6)
        expect(shown).not.toContain(secret.slice(from, from + 12));
  });

  it('tells no organization that a user has left of what they do with their own token', async () => {
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
    const told = (await since(before)).find(({ subject }) => subject.id === id);
    expect(told?.actor).toEqual({ type: 'USER', id: me });
  });

  describe('is silent about', () => {
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
