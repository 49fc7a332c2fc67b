import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bootstrap } from '../../src/cli/bootstrap.js';
import { operator } from '../../src/authorization/caller.js';
import { type AuditEvent, auditEvents } from '../../src/audit/event.js';
import type { Organization } from '../../src/organizations/organization.js';
import { createServices, KINDS, type Services } from '../../src/services.js';
import { type Draft, type Store, StoreUnavailable } from '../../src/storage/collection.js';
import { addMember, expectData } from '../organizations/operations.js';
import { onEveryEngine, type Place } from '../support/engines.js';
import { startLatchkey } from '../support/latchkey.js';
import { intercepting } from './trail.js';

/** What a bootstrap records. */
const FIRST = [
  'credential.created',
  'organization.created',
  'project.created',
  'target.created',
  'target.created',
  'target.created',
];

onEveryEngine('the relay', (engine) => {
  let place: Place;
  let stores: Store[];
  let failures: unknown[];
  /** The services of one process, without a server that would wake the relay. */
  const start = async (wrap = (store: Store): Store => store): Promise<Services> => {
    const store = await place.open(KINDS);
    stores.push(store);
    const onError = (error: unknown) => void failures.push(error);
    return createServices(wrap(store), { clock: () => new Date(), defaultPlan: 'ENTERPRISE', onError });
  };
  const first = (services: Services, slug = 'first') =>
    bootstrap(services, { slug, owner: 'owner@example.com', plan: 'ENTERPRISE' }).then(
      ({ organization }) => organization,
    );
  const copied = async (services: Services, { id }: { id: string }) => {
    const { items } = await services.store.collection(auditEvents).page({ organizationIds: id }, { first: 100 });
    return items.map(({ action }) => action as string).sort();
  };
  /** What an organization and its memberships still carry. */
  const pending = async ({ collections }: Services, { id }: { id: string }) => {
    const { items } = await collections.memberships.page({ organizationId: id, active: true }, { first: 100 });
    return [await collections.organizations.get(id), ...items].flatMap(
      (one) => one?.pending.map(({ action }) => action) ?? [],
    );
  };
  /** A write that carries an event, with nobody to wake the relay. */
  const changePlan = ({ organizations }: Services, { id }: { id: string }) =>
    organizations.setPlan(operator(), id, 'STANDARD');

  beforeEach(() => {
    place = engine.place();
    stores = [];
    failures = [];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await place.remove();
  });

  it('copies each event once and takes it off the document that carried it', async () => {
    const services = await start();
    const organization = await first(services);
    expect(await copied(services, organization)).toEqual([]);
    expect(await pending(services, organization)).toEqual(['organization.created']);
    await services.relay.drain();
    await services.relay.drain();
    expect(await copied(services, organization)).toEqual(FIRST);
    expect(await pending(services, organization)).toEqual([]);
    for (const source of services.relay.sources) expect(await source.count({ hasPending: true })).toBe(0);
  });

  it('copies at its start what was pending when the former process died', async () => {
    const died = await start();
    const organization = await first(died);
    await stores.pop()?.close();
    const latchkey = await startLatchkey(engine, { place });
    try {
      // Well within the interval at which it looks again.
      const trail = () => copied(latchkey.services, organization);
      await vi.waitFor(async () => expect(await trail()).toEqual(FIRST), { timeout: 4000 });
    } finally {
      await latchkey.close();
    }
  });

  it('copies what is pending before the server has closed', async () => {
    const latchkey = await startLatchkey(engine, { place });
    try {
      const organization = await first(latchkey.services);
      await latchkey.app.close();
      expect(await copied(latchkey.services, organization)).toEqual(FIRST);
      expect(await pending(latchkey.services, organization)).toEqual([]);
    } finally {
      await latchkey.close();
    }
  });

  it('stores an event once when it died after copying it and copies it again', async () => {
    let deaths = 0;
    const dying = await start((store) =>
      intercepting(store, 'organizations', (own) => ({
        replace: (next) => (deaths-- > 0 ? Promise.reject(new StoreUnavailable('died here')) : own.replace(next)),
      })),
    );
    const organization = await first(dying);
    deaths = 1;
    await expect(dying.relay.drain()).rejects.toThrow('died here');
    const before = await copied(dying, organization);
    expect(before).toContain('organization.created');
    expect(await pending(dying, organization)).toEqual(['organization.created']);
    const next = await start();
    await next.relay.drain();
    expect(await copied(next, organization)).toEqual(FIRST);
    expect(await pending(next, organization)).toEqual([]);
  });

  it('may run on several processes at once', async () => {
    const processes = [await start(), await start(), await start()];
    const made: Organization[] = [];
    for (const [index, services] of processes.entries()) made.push(await first(services, `organization-${index}`));
    await Promise.all(processes.flatMap(({ relay }) => [relay.drain(), relay.drain()]));
    for (const services of processes)
      for (const organization of made) {
        expect(await copied(services, organization)).toEqual(FIRST);
        expect(await pending(services, organization)).toEqual([]);
      }
    expect(failures).toEqual([]);
  });

  it('loses nothing that is written to the document while it copies', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const services = await start((store) =>
      intercepting(store, 'auditEvents', (own) => ({
        async insert(draft) {
          const stored = await own.insert(draft);
          // The organization has been read for copying, and still carries this event.
          if ((draft as Draft<AuditEvent>).action !== 'organization.created') return stored;
          const once = meanwhile;
          meanwhile = undefined;
          await once?.();
          return stored;
        },
      })),
    );
    const organization = await first(services);
    meanwhile = () => changePlan(services, organization);
    await services.relay.drain();
    await services.relay.drain();
    expect(await copied(services, organization)).toEqual([...FIRST, 'organization.planChanged'].sort());
    expect(await pending(services, organization)).toEqual([]);
    expect((await services.collections.organizations.get(organization.id))?.plan).toBe('STANDARD');
  });

  it('has copied, when it resolves, what was written during its run before the call', async () => {
    let entered: (() => void) | undefined;
    let release: (() => void) | undefined;
    const atWork = new Promise<void>((resolve) => (entered = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    const services = await start((store) =>
      intercepting(store, 'auditEvents', (own) => ({
        async insert(draft) {
          entered?.();
          await released;
          return own.insert(draft);
        },
      })),
    );
    const organization = await first(services);
    services.relay.wake();
    await atWork;
    const later = await first(services, 'later');
    const drained = services.relay.drain();
    release?.();
    await drained;
    for (const one of [organization, later]) expect(await pending(services, one)).toEqual([]);
    expect(await copied(services, later)).toEqual(FIRST);
  });

  describe('when the trail cannot be written', () => {
    it('keeps the event on its document and reports the error to the operator', async () => {
      let broken = true;
      const latchkey = await startLatchkey(engine, {
        place,
        wrap: (store) =>
          intercepting(store, 'auditEvents', (own) => ({
            insert: (draft) => (broken ? Promise.reject(new StoreUnavailable('trail is down')) : own.insert(draft)),
          })),
      });
      try {
        const tenant = await latchkey.organization();
        expectData(await addMember(tenant, 'a@example.com'), { addMember: { error: null } });
        await vi.waitFor(() => expect(latchkey.logged()).toContain('trail is down'));
        await expect(latchkey.services.relay.drain()).rejects.toThrow(StoreUnavailable);
        expect(await pending(latchkey.services, tenant)).toEqual(['organization.created', 'member.added']);
        expect(await copied(latchkey.services, tenant)).toEqual([]);
        broken = false;
        // The next mutation wakes it: nothing else is needed.
        expectData(await addMember(tenant, 'b@example.com'), { addMember: { error: null } });
        const all = [...FIRST, 'member.added', 'member.added'].sort();
        await vi.waitFor(async () => expect(await copied(latchkey.services, tenant)).toEqual(all), { timeout: 4000 });
        await latchkey.services.relay.drain();
        expect(await pending(latchkey.services, tenant)).toEqual([]);
      } finally {
        await latchkey.close();
      }
    });

    it('reports failures in the background and does not throw them', async () => {
      const services = await start((store) =>
        intercepting(store, 'auditEvents', () => ({ insert: () => Promise.reject(new Error('no')) })),
      );
      await first(services);
      services.relay.wake();
      await vi.waitFor(() => expect(failures).toEqual([new Error('no')]));
    });
  });
});
