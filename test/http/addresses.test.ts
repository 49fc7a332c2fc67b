import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnvironment } from '../../src/config/environment.js';
import { auditEvents } from '../../src/audit/event.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const CREATE_PROJECT = 'mutation ($input: CreateProjectInput!) { createProject(input: $input) { ok { __typename } } }';

type Case = readonly [trusted: string, peer: string, forwarded: string | undefined, recorded: string | null];
const SPOOFS: readonly Case[] = [
  // Nobody is trusted unless told.
  ['', '203.0.113.9', undefined, '203.0.113.9'],
  ['', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['', '127.0.0.1', '198.51.100.1', '127.0.0.1'],
  // So many hops, counted from this side.
  ['1', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['1', '10.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  ['1', '10.0.0.1', undefined, '10.0.0.1'],
  ['2', '10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  ['0', '10.0.0.1', '198.51.100.1', '10.0.0.1'],
  // These addresses, from the right, up to the first other.
  ['10.0.0.0/8', '10.0.0.1', '6.6.6.6, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
  ['10.0.0.0/8', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['10.0.0.0/8', '10.0.0.1', '10.1.1.1', '10.1.1.1'],
  ['loopback, 10.0.0.0/8', '127.0.0.1', '198.51.100.1, 10.0.0.7', '198.51.100.1'],
  ['10.0.0.1', '::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['fd00::/8', 'fd00::1', '2001:db8::1', '2001:db8::1'],
  // What is no address is not recorded as one.
  ['1', '10.0.0.1', 'unknown', null],
  ['1', '10.0.0.1', '198.51.100.1, <script>', null],
  ['1', '10.0.0.1', '198.51.100.1\n6.6.6.6', null],
  ['1', '10.0.0.1', 'x'.repeat(1_000_000), null],
];

onEveryEngine('who a request is recorded to come from', (engine) => {
  const place = engine.place();
  const servers = new Map<string, Latchkey>();
  let tenant: Tenant;
  let projects = 0;
  beforeAll(async () => {
    for (const trusted of new Set(SPOOFS.map(([setting]) => setting))) {
      const { TRUST_PROXY } = readEnvironment({ TRUST_PROXY: trusted });
      servers.set(trusted, await startLatchkey(engine, { place, trustProxy: TRUST_PROXY ?? false }));
    }
    tenant = await server('').organization();
  });
  afterAll(async () => {
    for (const latchkey of servers.values()) await latchkey.close();
    await place.remove();
  });

  function server(trusted: string): Latchkey {
    const latchkey = servers.get(trusted);
    if (!latchkey) throw new Error('no such server');
    return latchkey;
  }

  /** The event of a request with these headers, as it stands in the audit trail. */
  async function recorded(trusted: string, headers: Record<string, string>, remoteAddress = '127.0.0.1') {
    const { app, services } = server(trusted);
    const slug = `project-${++projects}`;
    const variables = { input: { organization: { byId: tenant.id }, slug, type: 'SINGLE' } };
    const { body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress,
      headers: { authorization: `Bearer ${tenant.ownerSecret}`, ...headers },
      payload: { query: CREATE_PROJECT, variables },
    });
    expect(body).toContain('CreateProjectResultOk');
    await services.relay.drain();
    const window = { first: 50 };
    const { items } = await services.store.collection(auditEvents).page({ organizationIds: tenant.id }, window);
    const event = items.find(({ action, subjectTitle }) => action === 'project.created' && subjectTitle === slug);
    if (!event) throw new Error('the event is missing');
    return event;
  }

  it.each(SPOOFS)('trusting "%s": %s with x-forwarded-for %j is %s', async (trusted, peer, forwarded, expected) => {
    const { ip } = await recorded(trusted, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, peer);
    expect(ip).toBe(expected);
  });

  it('is told by no other header', async () => {
    const other = '198.51.100.1';
    const headers = { 'x-real-ip': other, forwarded: `for=${other}`, 'cf-connecting-ip': other, 'client-ip': other };
    for (const trusted of ['', '1']) expect((await recorded(trusted, headers, '10.0.0.1')).ip).toBe('10.0.0.1');
  });

  it.each([
    ['as it is', 'rover/0.36.0', 'rover/0.36.0'],
    ['cut when long', 'x'.repeat(1_000_000), 'x'.repeat(256)],
    ['without line breaks', 'a\r\nb\nc', 'a??b?c'],
    ['in printable letters', 'caf\u00e9 \u0000\u001b[31m\u2028\u202e', 'caf? ??[31m??'],
    ['as none when empty', '', null],
  ])('a user agent is recorded %s', async (_, userAgent, expected) => {
    expect((await recorded('', { 'user-agent': userAgent })).userAgent).toBe(expected);
  });
});
