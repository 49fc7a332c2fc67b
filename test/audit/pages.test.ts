import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditEvent } from '../../src/audit/event.js';
import type { TrailFilter } from '../../src/audit/trail.js';
import type { Caller } from '../../src/authorization/caller.js';
import { Unauthorised } from '../../src/errors.js';
import type { Page, PageRequest } from '../../src/storage/collection.js';
import { createProject } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import { trailOf } from './trail.js';

onEveryEngine('pages of the audit trail', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let other: Tenant;
  let owner: Caller;
  /** All of the organization, newest first. */
  let all: AuditEvent[];
  let keyId: string;
  let adminId: string;

  const callerOf = async (secret: string): Promise<Caller> => {
    const { identities } = latchkey.services;
    const authentication = await identities.authenticateSecret(secret, null);
    return identities.callerOf(authentication, { requestId: 'test', ip: null, userAgent: null });
  };
  const page = (filter: TrailFilter, request: PageRequest, caller = owner): Promise<Page<AuditEvent>> =>
    latchkey.services.trail.page(caller, tenant.id, filter, request);
  const agrees = (filter: TrailFilter) => (event: AuditEvent) =>
    Object.entries(filter).every(([field, value]) => event[field as keyof AuditEvent] === value);

  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    other = await latchkey.organization();
    owner = await callerOf(tenant.ownerSecret);
    const admin = await member(latchkey, tenant, 'ORG_ADMIN');
    adminId = (await callerOf(admin.secret)).actor.ref.id;
    ({ id: keyId } = await createKey(tenant, 'The key'));
    const renaming = `mutation ($o: ID!, $k: ID!, $name: String!) {
      organization(id: $o) { renameKey(keyId: $k, name: $name) { id } }
    }`;
    for (const [send, name] of [
      [tenant.owner, 'Second'],
      [admin.send, 'Third'],
      [tenant.owner, 'Fourth'],
    ] as const)
      await send(renaming, { o: tenant.id, k: keyId, name });
    await createKey(tenant, 'Another', admin.send);
    await createProject(tenant, 'a');
    await createKey(other, 'Of another organization');
    all = (await trailOf(latchkey, tenant.id)).reverse();
  });
  afterAll(() => latchkey.close());

  const filters: Record<string, () => TrailFilter> = {
    everything: () => ({}),
    'a subject': () => ({ subjectId: keyId }),
    'an actor': () => ({ actorId: adminId }),
    'an action': () => ({ action: 'credential.renamed' }),
    'the credential of who acted': () => ({ credentialId: owner.actor.credentialId ?? '' }),
    'several of them': () => ({ subjectId: keyId, actorId: owner.actor.ref.id, action: 'credential.renamed' }),
    'an actor and an action': () => ({ actorId: adminId, action: 'credential.created' }),
    nothing: () => ({ subjectId: adminId, action: 'credential.renamed' }),
  };

  it.each(Object.entries(filters))('hold the events of %s, newest first, once each', async (name, filterOf) => {
    const filter = filterOf();
    const found: AuditEvent[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const { items, hasNextPage, endCursor } = await page(filter, { first: 2, after });
      expect(items.length).toBeLessThanOrEqual(2);
      found.push(...items);
      [more, after] = [hasNextPage, endCursor];
    }
    expect(found).toEqual(all.filter(agrees(filter)));
    if (name !== 'nothing') expect(found.length).toBeGreaterThan(0);
    if (name !== 'everything') expect(found.length).toBeLessThan(all.length);
  });

  it('are bounded by time, with a filter as without', async () => {
    const start = Date.UTC(2020, 0);
    const [template] = all.filter(({ actorId }) => actorId === owner.actor.ref.id);
    if (!template) throw new Error('the owner did nothing');
    const { version: _, ...event } = template;
    const ids = [0, 1, 2, 3].map((n) => uuid({ msecs: start + n }));
    for (const id of ids) await latchkey.services.trail.collection.insert({ ...event, id });
    const range = { since: new Date(start + 1), until: new Date(start + 3) };
    for (const filter of [{}, { actorId: event.actorId }, { actorId: event.actorId, action: event.action }]) {
      const { items } = await page(filter, { first: 100, ...range });
      expect(items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    }
  });

  it('are answered only to callers with accessAudit:describe', async () => {
    for (const role of ['MEMBER', 'GRAPH_ADMIN'] as const) {
      const { secret } = await member(latchkey, tenant, role);
      const caller = await callerOf(secret);
      expect(() => page({}, { first: 1 }, caller)).toThrow(Unauthorised);
    }
    const foreign = await callerOf(other.ownerSecret);
    expect(() => page({}, { first: 1 }, foreign)).toThrow(Unauthorised);
  });
});
