import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { lastUses } from '../../src/credentials/last-use.js';
import { auditEvents } from '../../src/audit/event.js';
import { KINDS } from '../../src/services.js';
import { bootstrapped } from '../support/beside.js';
import { onEveryEngine, type Place } from '../support/engines.js';
import { CREATE_KEY, USERS } from '../support/operations.js';
import { type Ended, type ServerProcess, startServer } from '../support/process.js';

onEveryEngine('SIGTERM during a request', (engine) => {
  let place: Place;
  let tenant: Awaited<ReturnType<typeof bootstrapped>>;
  let answer: { data: { organization: { createKey: { id: string } } } };
  let ended: Ended;
  beforeAll(async () => {
    place = engine.place();
    tenant = await bootstrapped(place, 'acme');
    const server = await startServer(place.environment);
    const resources = { subgraphs: [USERS] };
    const variables = { organizationId: tenant.id, name: 'Last', type: 'SUBGRAPH', resources };
    const body = JSON.stringify({ query: CREATE_KEY, variables });
    const sending = await begin(server, tenant.secret, body.length);
    const end = server.end('SIGTERM');
    await vi.waitFor(async () => expect((await server.get('/health')).status).toBe(0), { timeout: 10_000 });
    sending.end(body);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    answer = (await json(response)) as typeof answer;
    expect(response.headers.connection).toBe('close');
    ended = await end;
  });
  afterAll(() => place.remove());

  /** Sends the head of a request, and waits until the server has it. */
  async function begin(server: ServerProcess, secret: string, length: number): Promise<ClientRequest> {
    const headers = {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'content-length': length,
      expect: '100-continue',
    };
    const sending = request(server.endpoint, { method: 'POST', headers });
    sending.flushHeaders();
    await once(sending, 'continue');
    return sending;
  }

  it('answers the request, and the process exits with code 0', () => {
    expect(answer.data.organization.createKey.id).toBeDefined();
    expect(ended).toMatchObject({ code: 0, signal: null, err: '' });
  });

  it('leaves its event in the audit trail, and its last use', async () => {
    const store = await place.open(KINDS);
    try {
      const trail = await store.collection(auditEvents).page({ organizationIds: tenant.id }, { first: 100 });
      const { id } = answer.data.organization.createKey;
      const told = trail.items.filter(({ subjectId }) => subjectId === id).map(({ action }) => action);
      expect(told).toEqual(['credential.created']);
      const where = { organizationIds: tenant.id, family: 'USER_ACCESS_TOKEN', listed: true };
      const [owner] = (await store.collection(credentials).page(where, { first: 1 })).items;
      expect(await store.collection(lastUses).get(owner?.id ?? '')).toMatchObject({ operation: 'CreateKey' });
    } finally {
      await store.close();
    }
  });
});
