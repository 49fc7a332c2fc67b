/** Creations and deletions that meet each other, or a process that ends in the middle of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { at, CREATE_PROJECT, createProject } from '../organizations/operations.js';
import { embedded, onEveryEngine } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { Watched, WRITES } from '../support/watched.js';
import { CREATE_TARGET, DELETE_ORGANIZATION, DELETE_PROJECT, resultOf } from './operations.js';

const HOUR_MS = 60 * 60 * 1000;
const inputFor = ({ id }: Tenant, slug: string) => ({ organization: { byId: id }, slug, type: 'FEDERATION' });

describe('an interrupted creation of a project', () => {
  it('leaves nothing after an hour, wherever it was interrupted, and takes neither the slug nor a slot', async () => {
    const whole = await startLatchkey(embedded);
    const watched = new Watched();
    const dying = await startLatchkey(embedded, { place: whole.place, wrap: watched.wrap });
    const { collections, sweeper } = whole.services;
    let dead = true;
    let leftovers = 0;
    for (let writes = 0; dead; writes++) {
      const tenant = await whole.organization();
      let left = writes;
      watched.failure = (method) => {
        if (left === 0) return new StoreUnavailable('dead');
        if (WRITES.some((one) => one === method)) left -= 1;
        return undefined;
      };
      const answer = await dying.as(tenant.ownerSecret)(CREATE_PROJECT, { input: inputFor(tenant, 'shop') });
      dead = left === 0;
      watched.failure = undefined;

      const creating = { organizationId: tenant.id, state: 'CREATING' } as const;
      const { items } = await collections.projects.page(creating, { first: 10 });
      leftovers += items.length;
      whole.clock.now = new Date(Date.now() + 2 * HOUR_MS);
      await sweeper.drain();
      whole.clock.now = undefined;
      expect(await collections.projects.count(creating), `after ${writes} writes`).toBe(0);
      for (const { id: projectId } of items) {
        expect(await collections.targets.count({ projectId, state: 'LIVE' }), `after ${writes} writes`).toBe(0);
        expect(await collections.projects.all.get(projectId)).toBeUndefined();
      }
      const slots = await collections.projects.taken('slot', `${tenant.id}/PROJECT/`);
      expect(slots, `after ${writes} writes`).toHaveLength(
        await collections.projects.count({ ...creating, state: 'LIVE' }),
      );
      if (answer.data?.createProject?.ok) continue;
      if (!(await collections.projects.findOne({ organizationId: tenant.id, slug: 'shop' })))
        await createProject(tenant, 'shop');
      expect(writes).toBeLessThan(20);
    }
    expect(leftovers).toBeGreaterThan(2);
    await dying.close();
    await whole.close();
  });
});

onEveryEngine('a creation', (engine) => {
  const interrupted = new Interrupted();
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: interrupted.wrap });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('of a project goes on while others sweep', async () => {
    interrupted.before('targets.insert', () => latchkey.services.sweeper.drain());
    const { id, targets } = await createProject(tenant, 'slow');
    expect(targets).toHaveLength(3);
    expect(await latchkey.services.collections.targets.count({ projectId: id, state: 'LIVE' })).toBe(3);
  });

  it('of a project is refused when its organization was deleted and swept meanwhile', async () => {
    const doomed = await latchkey.organization();
    interrupted.before('targets.insert', async () => {
      await resultOf(doomed.owner, DELETE_ORGANIZATION, { organization: { byId: doomed.id } });
      await latchkey.services.sweeper.drain();
    });
    const { error } = (await doomed.owner(CREATE_PROJECT, { input: inputFor(doomed, 'late') })).data.createProject;
    expect(error.code).toBe('ORGANIZATION_NOT_FOUND');
    await latchkey.services.sweeper.drain();
    for (const state of ['LIVE', 'ENDING'])
      expect(await latchkey.services.collections.projects.count({ organizationId: doomed.id, state })).toBe(0);
  });

  it('of a target is refused when its project was deleted and swept meanwhile', async () => {
    const { id } = await createProject(tenant, 'doomed');
    interrupted.before('targets.insert', async () => {
      await resultOf(tenant.owner, DELETE_PROJECT, { project: { byId: id } });
      await latchkey.services.sweeper.drain();
    });
    const { error } = await resultOf(tenant.owner, CREATE_TARGET, { project: { byId: id }, slug: 'late' });
    expect(error.code).toBe('PROJECT_NOT_FOUND');
    expect(await latchkey.services.collections.targets.count({ projectId: id, state: 'LIVE' })).toBe(0);
  });

  it('of a key is refused when its organization was deleted meanwhile', async () => {
    const doomed = await latchkey.organization();
    interrupted.before('credentials.insert', () =>
      resultOf(doomed.owner, DELETE_ORGANIZATION, { organization: { byId: doomed.id } }),
    );
    await expect(createKey(doomed)).rejects.toThrow();
    await latchkey.services.sweeper.drain();
    const keys = { organizationIds: doomed.id, family: 'GRAPHOS_KEY', listed: true } as const;
    expect(await latchkey.services.collections.credentials.count(keys)).toBe(0);
  });
});

onEveryEngine('a process that sweeps below a deletion', (engine) => {
  it('does other work after each document', async () => {
    const latchkey = await startLatchkey(engine);
    const tenant = await latchkey.organization();
    const { id } = await createProject(tenant, 'shop');
    await resultOf(tenant.owner, DELETE_PROJECT, { project: { byId: id } });
    let turns = 0;
    const takeTurn = () => void ((turns += 1), (next = setImmediate(takeTurn)));
    let next = setImmediate(takeTurn);
    await latchkey.services.sweeper.drain();
    clearImmediate(next);
    // The project and its three targets, of which each is read twice.
    expect(turns).toBeGreaterThanOrEqual(4);
    await latchkey.close();
  });
});

onEveryEngine('a process that ends', (engine) => {
  it('waits for one document of a deletion at most, and the next process goes on', async () => {
    const latchkey = await startLatchkey(engine);
    const tenant = await latchkey.organization();
    const { id } = await createProject(tenant, 'shop');
    const { sweeper, collections } = latchkey.services;
    sweeper.wake = () => undefined;
    await resultOf(tenant.owner, DELETE_PROJECT, { project: { byId: id } });
    const swept = sweeper.drain();
    await sweeper.stop();
    await swept;
    expect((await collections.projects.all.get(id))?.state).toBe('ENDING');
    const next = await startLatchkey(engine, { place: latchkey.place });
    await next.services.sweeper.drain();
    expect((await next.services.collections.projects.all.get(id))?.state).toBe('ENDED');
    expect(await next.services.collections.targets.count({ projectId: id, state: 'LIVE' })).toBe(0);
    await next.close();
    await latchkey.close();
  });
});

onEveryEngine('what was assigned a deleted project', (engine) => {
  it('stays in the lists, which are answered whole, until it is deleted', async () => {
    const latchkey = await startLatchkey(engine);
    const tenant = await latchkey.organization();
    const { id: keyId } = await createKey(tenant, 'The key');
    await resultOf(tenant.owner, DELETE_PROJECT, { project: { byId: tenant.projectId } });
    await latchkey.services.sweeper.drain();
    const list =
      'query ($id: ID!) { organization(id: $id) { apiKeys(first: 5) { nodes { id resources { resourceId } } } } }';
    const answer = await tenant.owner(list, { id: tenant.id });
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'organization.apiKeys.nodes.0.id')).toBe(keyId);
    const remove = 'mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { deleteKey(keyId: $keyId) } }';
    expect((await tenant.owner(remove, { id: tenant.id, keyId })).errors).toBeUndefined();
    await latchkey.close();
  });
});
