/** A process that dies between two of its writes, at every place where it can. What it wrote does not depend on the engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditEvent, auditEvents } from '../../src/audit/event.js';
import { credentials } from '../../src/credentials/credential.js';
import { iterate, StoreUnavailable } from '../../src/storage/collection.js';
import { ADD_MEMBER, CREATE_PROJECT } from '../organizations/operations.js';
import { keysOf, type ShownKey } from '../subgraph-keys/operations.js';
import { embedded, type Place } from '../support/engines.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { USERS } from '../support/operations.js';
import { Watched, WRITES } from '../support/watched.js';

describe('a process that dies between two writes', () => {
  let whole: Latchkey;
  let place: Place;
  beforeAll(async () => {
    place = embedded.place();
    whole = await startLatchkey(embedded, { place });
  });
  afterAll(async () => {
    await whole.close();
    await place.remove();
  });

  /** What an owner does, one after the other, and what of it was acknowledged. */
  async function work(tenant: Tenant, latchkey: Latchkey): Promise<string[]> {
    const owner = latchkey.as(tenant.ownerSecret);
    const keys = keysOf(tenant, owner);
    const done: string[] = [];
    const told = ({ data, errors }: Answer, action: string): boolean => {
      const refused = errors ?? Object.values((data ?? {}) as Record<string, { error?: unknown }>)[0]?.error;
      if (!refused) done.push(action);
      return !refused;
    };
    const created = await keys.create({ name: 'A key', type: 'SUBGRAPH', resources: { subgraphs: [USERS] } });
    const key = told(created, 'credential.created') ? (created.data.organization.createKey as ShownKey).id : undefined;
    if (key !== undefined) {
      told(await keys.rename(key, 'Another name'), 'credential.renamed');
      told(await keys.rotate(key, {}), 'credential.rotated');
      told(await keys.revoke(key), 'credential.revoked');
    }
    const organization = { byId: tenant.id };
    const member = { input: { organization, email: 'new@example.com', role: 'MEMBER' } };
    told(await owner(ADD_MEMBER, member), 'member.added');
    told(
      await owner(CREATE_PROJECT, { input: { organization, slug: 'second', type: 'FEDERATION' } }),
      'project.created',
    );
    await latchkey.services.relay.drain().catch(() => undefined);
    return done;
  }

  /** Everything that the trail must tell, for what is stored. */
  async function stored(tenant: Tenant): Promise<string[]> {
    const { collections } = whole.services;
    const keys = { organizationIds: tenant.id, family: 'GRAPHOS_KEY', listed: true } as const;
    const [credential] = (await whole.store.collection(credentials).page(keys, { first: 1 })).items;
    const members = await collections.memberships.count({ organizationId: tenant.id, active: true });
    const second = await collections.projects.findOne({ organizationId: tenant.id, slug: 'second' });
    return [
      ...(credential ? ['credential.created'] : []),
      ...(credential?.title === 'Another name' ? ['credential.renamed'] : []),
      ...(credential?.revokedAt ? ['credential.revoked'] : []),
      ...(members > 1 ? ['member.added'] : []),
      ...(second ? ['project.created'] : []),
    ];
  }

  it('leaves every change with its event, and the next process copies it to the trail, wherever the end came', async () => {
    let dead = true;
    for (let writes = 0; dead; writes++) {
      const tenant = await whole.organization();
      await whole.services.relay.drain();
      // So many writes are done; then nothing is read or written any more.
      let left = writes;
      const watched = new Watched();
      watched.failure = (method) => {
        if (left === 0) return new StoreUnavailable('dead');
        if (WRITES.some((one) => one === method)) left -= 1;
        return undefined;
      };
      const latchkey = await startLatchkey(embedded, { place, wrap: watched.wrap });
      const done = await work(tenant, latchkey);
      dead = left === 0;
      await latchkey.close();

      await whole.services.relay.drain();
      const trail: string[] = [];
      const events = whole.store.collection(auditEvents);
      for await (const event of iterate<AuditEvent>(events, { organizationIds: tenant.id }))
        if (event.actorType === 'USER') trail.push(event.action);
      expect(trail, `after ${writes} writes`).toEqual(expect.arrayContaining(done));
      expect(trail, `after ${writes} writes`).toEqual(expect.arrayContaining(await stored(tenant)));
      const once = trail.filter((action) => action !== 'target.created');
      expect(once, 'told once').toEqual([...new Set(once)]);
      expect(writes).toBeLessThan(100);
      if (!dead) expect(done).toHaveLength(6);
    }
  });
});
