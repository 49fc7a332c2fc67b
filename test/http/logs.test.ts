import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { mint } from '../../src/secrets/secret.js';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, subgraphKey } from '../support/operations.js';
import { Watched } from '../support/watched.js';

const ROTATE = `
  mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { rotateKey(keyId: $keyId) { token } } }`;

onEveryEngine('the log', (engine) => {
  const watched = new Watched();
  let latchkey: Latchkey;
  let tenant: Tenant;
  let start = 0;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: watched.wrap });
    tenant = await latchkey.organization();
    await latchkey.services.relay.drain();
  });
  afterEach(() => {
    watched.failure = undefined;
    start = latchkey.logged().length;
  });
  afterAll(() => latchkey.close());

  const logged = () => latchkey.logged().slice(start);
  /** Every entry since the last test, each of which must be one line of JSON. */
  const entries = () =>
    logged()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { level: number; msg: string; requestId?: string; err?: { stack: string } });

  /** No text may hold the secret, nor what is random in it, as letters or as bytes. */
  function expectFree(secret: string, ...texts: string[]): void {
    const random = secret.slice(-40, -10);
    for (const text of [logged(), ...texts]) {
      expect(text).not.toContain(random);
      expect(text).not.toContain([...Buffer.from(random)].join(','));
    }
  }

  const foreign = () => mint('lku_', uuid()).secret.reveal();

  it.each([
    ['Authorization, good', () => tenant.ownerSecret, (s: string) => ({ headers: { authorization: `Bearer ${s}` } })],
    ['x-api-key, good', () => tenant.ownerSecret, (s: string) => ({ headers: { 'x-api-key': s } })],
    ['Authorization, unknown', foreign, (s: string) => ({ headers: { authorization: `Bearer ${s}` } })],
    ['Authorization, cut', foreign, (s: string) => ({ headers: { authorization: `Bearer ${s.slice(0, -3)}` } })],
    ['Authorization, another scheme', foreign, (s: string) => ({ headers: { authorization: `Basic ${s}` } })],
    [
      'two headers that differ',
      foreign,
      (s: string) => ({ headers: { authorization: `Bearer ${s}`, 'x-api-key': `${s}x` } }),
    ],
    ['the user agent', foreign, (s: string) => ({ headers: { 'user-agent': `curl ${s}\r\n x` } })],
    ['a cookie', foreign, (s: string) => ({ headers: { cookie: `token=${s}` } })],
    ['the accept header', foreign, (s: string) => ({ headers: { accept: s } })],
    ['the content type', foreign, (s: string) => ({ headers: { 'content-type': `text/${s}` } })],
    ['forwarded headers', foreign, (s: string) => ({ headers: { 'x-forwarded-for': s, forwarded: `for=${s}` } })],
    ['a request id', foreign, (s: string) => ({ headers: { 'x-request-id': s } })],
    ['the URL', foreign, (s: string) => ({ url: `/graphql?token=${s}` })],
    ['the path', foreign, (s: string) => ({ url: `/${s}/${s}` })],
    ['a variable that nobody asked for', foreign, (s: string) => ({ payload: { variables: { token: s } } })],
    ['extensions', foreign, (s: string) => ({ payload: { extensions: { token: s } } })],
    ['an operation’s name', foreign, (s: string) => ({ payload: { query: `query ${s} { me { id } }` } })],
    ['a comment', foreign, (s: string) => ({ payload: { query: `{ me { id } } # ${s}` } })],
    ['broken JSON', foreign, (s: string) => ({ payload: `{"query": "${s}` })],
    ['an id', foreign, (s: string) => ({ payload: { query: `{ organization(id: "${s}") { id } }` } })],
  ])('and the answer hold no secret that came in %s', async (_, secretOf, requestWith) => {
    const secret = secretOf();
    const request: { url?: string; headers?: object; payload?: object | string } = requestWith(secret);
    const { body, headers } = await latchkey.app.inject({
      method: 'POST',
      url: request.url ?? '/graphql',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${tenant.ownerSecret}`,
        ...request.headers,
      },
      payload: typeof request.payload === 'string' ? request.payload : { query: '{ me { id } }', ...request.payload },
    });
    await latchkey.services.lastUses.flush();
    expectFree(secret, body, JSON.stringify(headers), await latchkey.place.dump());
    expect(entries().filter(({ msg }) => msg === 'answered')).toHaveLength(1);
  });

  it('holds no secret that was made and shown', async () => {
    const key = await createKey(tenant);
    const { data } = await tenant.owner(ROTATE, { id: tenant.id, keyId: key.id });
    const rotated = String(data.organization.rotateKey.token);
    for (const secret of [key.token, rotated]) {
      await latchkey.as(secret)('{ me { id } }');
      expectFree(secret);
    }
    await latchkey.services.relay.drain();
    expect(entries().length).toBeGreaterThan(3);
  });

  const faults: readonly [what: string, make: (secret: string) => unknown][] = [
    ['its message', (secret) => new Error(`E11000 dup key { token: "${secret}" }\nsecond line ${secret}`)],
    [
      'its cause',
      (secret) => new Error('cannot write', { cause: new Error(secret, { cause: new Error(`x${secret}`) }) }),
    ],
    ['a property', (secret) => Object.assign(new Error('cannot write'), { command: { find: 'x', token: secret } })],
    ['one of several', (secret) => new AggregateError([new Error(secret), new Error('x')], 'several')],
    ['its name', (secret) => Object.assign(new Error('cannot write'), { name: secret })],
    ['an unavailable store', (secret) => new StoreUnavailable(`mongodb://user:${secret}@host`)],
  ];
  it.each(faults)('shows an internal error once, and no secret in %s to anybody', async (_, make) => {
    const secret = tenant.ownerSecret;
    for (const [query, variables] of [
      ['{ a: me { id } b: me { id } organization(id: "x") { id } }', {}],
      [CREATE_KEY, subgraphKey(tenant)],
    ] as const) {
      start = latchkey.logged().length;
      watched.failure = () => make(secret);
      const { status, errors, headers } = await tenant.owner(query, variables);
      watched.failure = undefined;
      const requestId = String(headers['x-request-id']);
      expect(status).toBe(200);
      for (const { message, extensions } of errors ?? []) {
        expect(message).toBe(`Internal error. Report it with the request id ${requestId}.`);
        expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
      }
      expect(errors?.length).toBeGreaterThan(0);
      expectFree(secret, JSON.stringify(errors));
      const faults = entries().filter(({ level, requestId: id }) => level >= 50 && id === requestId);
      expect(faults).toHaveLength(1);
    }
  });

  it('holds no secret of a thrown value that is not an Error', async () => {
    watched.failure = () => `failed for ${tenant.ownerSecret}`;
    const { errors } = await tenant.owner('{ me { id } }');
    expect(errors?.[0]?.message).toMatch(/^Internal error/);
    expect(entries().map(({ level }) => level)).toEqual([50, 30]);
    expectFree(tenant.ownerSecret, JSON.stringify(errors));
  });

  it('shows the cause of an internal error, and where it comes from', async () => {
    watched.failure = () => new Error('the outer one', { cause: new Error('the inner one') });
    await tenant.owner('{ me { id } }');
    const [faults] = entries().filter(({ level }) => level >= 50);
    expect(faults?.err?.stack).toContain('the outer one');
    expect(faults?.err?.stack).toContain('the inner one');
    expect(faults?.err?.stack).toContain('verify.ts');
  });

  it('shows an error of background work once, without a secret', async () => {
    const secret = tenant.ownerSecret;
    await tenant.owner('{ me { id } }');
    watched.failure = () => new Error(`cannot write ${secret}`);
    const { lastUses, relay, onError } = latchkey.services;
    relay.wake();
    await relay.drain().catch(() => undefined);
    await lastUses.flush().catch(onError);
    watched.failure = undefined;
    const faults = entries().filter(({ level }) => level >= 50);
    expect(faults.map(({ msg }) => msg)).toEqual(['background', 'background']);
    expectFree(secret);
  });

  it('has one line for each entry, whatever a client or an error writes into it', async () => {
    watched.failure = () => new Error('first\nsecond\r\n{"level":60,"msg":"forged"}\u2028third');
    await tenant.owner('query Forged { me { id } }', {}, { 'user-agent': 'a\n{"level":60,"msg":"forged"}\r\n' });
    expect(entries().map(({ level }) => level)).toEqual([50, 30]);
  });

  it('names the route and never the address', async () => {
    await latchkey.app.inject({ method: 'GET', url: '/health?name=value' });
    await latchkey.app.inject({ method: 'GET', url: '/some/where?name=value' });
    expect(entries()).toMatchObject([
      { msg: 'answered', method: 'GET', route: '/health', status: 200 },
      { msg: 'answered', method: 'GET', route: '(none)', status: 404 },
    ]);
    expect(logged()).not.toMatch(/value|where/);
  });
});
