/** A server that is killed between keeping an Idempotency-Key and taking effect, or between that and its answer. */
import { expect, it } from 'vitest';
import { type AuditEvent, auditEvents } from '../../src/audit/event.js';
import { credentials } from '../../src/credentials/credential.js';
import { KINDS } from '../../src/services.js';
import { iterate } from '../../src/storage/collection.js';
import { keysOf } from '../subgraph-keys/operations.js';
import { bootstrapped } from '../support/beside.js';
import { onEveryEngine, type Place } from '../support/engines.js';
import { type Send, startLatchkey } from '../support/latchkey.js';
import { USERS } from '../support/operations.js';
import { startServer } from '../support/process.js';

const SERVICE = new URL('../../dist/credentials/service.js', import.meta.url).href;

/** An environment in which a process kills itself just before or after `Credentials` has done this. */
function killed(when: 'before' | 'after', method: 'issue' | 'rotate') {
  const kill = `process.kill(process.pid, 'SIGKILL')`;
  const preload = `
    import { Credentials } from '${SERVICE}';
    const original = Credentials.prototype.${method};
    Credentials.prototype.${method} = async function (...args) {
      ${when === 'before' ? kill : ''};
      await original.apply(this, args);
      ${kill};
    };`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(preload)}` };
}

/** What the store holds of a key: how many digests, and the events of its creation and its rotations. */
async function stored(place: Place, id: string) {
  const store = await place.open(KINDS);
  try {
    const key = await store.collection(credentials).get(id);
    const actions = key?.pending.map(({ action }) => action) ?? [];
    const trail = store.collection(auditEvents);
    for await (const event of iterate<AuditEvent>(trail, { organizationIds: key?.organizationIds[0] ?? '' }))
      if (event.subjectId === id) actions.push(event.action);
    return { digests: key?.secrets.length, actions: actions.toSorted() };
  } finally {
    await store.close();
  }
}

onEveryEngine('a server killed under an Idempotency-Key', (engine) => {
  it('creates once and rotates once when the request is repeated, wherever the kill came', async () => {
    const place = engine.place();
    try {
      const organization = await bootstrapped(place, 'acme');
      const resources = { subgraphs: [USERS] };
      const asked = (send: Send) => {
        const under =
          (key: string): Send =>
          (document, variables) =>
            send(document, variables, { 'idempotency-key': key });
        const create = () =>
          keysOf(organization, under('create')).create({ name: 'A key', type: 'SUBGRAPH', resources });
        const rotate = (id: string) => keysOf(organization, under('rotate')).rotate(id);
        return { create, rotate, keys: keysOf(organization, send) };
      };
      const start = async (settings: object) => {
        const server = await startServer({ ...place.environment, ...settings });
        return { ...server, ...asked(server.as(organization.secret)) };
      };
      const dies = async ({ end }: Awaited<ReturnType<typeof start>>, request: Promise<unknown>) => {
        await expect(request).rejects.toThrow(TypeError);
        expect(await end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
      };

      const first = await start(killed('before', 'issue'));
      await dies(first, first.create());
      const second = await start(killed('after', 'issue'));
      expect((await second.keys.list()).data.organization.apiKeys.totalCount).toBe(0);
      await dies(second, second.create());

      const third = await start(killed('before', 'rotate'));
      const { id, token } = (await third.create()).data.organization.createKey as { id: string; token: string };
      expect(token).toContain('*');
      expect((await third.keys.list()).data.organization.apiKeys.totalCount).toBe(1);
      await dies(third, third.rotate(id));
      const fourth = await start(killed('after', 'rotate'));
      await dies(fourth, fourth.rotate(id));

      const last = await startLatchkey(engine, { place });
      const again = await asked(last.as(organization.secret)).rotate(id);
      expect(again.data.organization.rotateKey.token).toContain('*');
      await last.services.relay.drain();
      await last.close();
      expect(await stored(place, id)).toEqual({
        digests: 1,
        actions: ['credential.created', 'credential.rotated'],
      });
    } finally {
      await place.remove();
    }
  });
});
