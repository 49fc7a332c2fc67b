import { connect } from 'node:net';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIMITS } from '../../src/graphql/limits.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const GOOD = JSON.stringify({ query: '{ __typename }' });
const CANARY = 'canary-8d1f';

onEveryEngine('requests to /graphql', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  async function send(request: InjectOptions) {
    const response = await latchkey.app.inject({ url: '/graphql', ...request });
    return { response, status: response.statusCode, body: response.body };
  }
  const post = (payload: string, contentType = 'application/json') =>
    send({ method: 'POST', payload, headers: { 'content-type': contentType } });

  const OTHERS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;
  it.each(OTHERS)('are refused by %s, which says what is allowed', async (method) => {
    for (const headers of [{}, { 'content-type': 'application/json' }]) {
      const { response, status } = await send({ method, headers, ...(method === 'PUT' ? { payload: GOOD } : {}) });
      expect(status).toBe(405);
      expect(response.headers.allow).toBe('POST');
    }
  });

  it('are refused by GET whatever the URL carries, of which nothing is logged or repeated', async () => {
    for (const [name, value] of [
      ['token', tenant.ownerSecret],
      ['query', `{ organization(id: "${CANARY}") { id } }`],
      ['access_token', CANARY],
    ] as const)
      for (const accept of ['application/json', 'text/html,*/*']) {
        const url = `/graphql?${name}=${encodeURIComponent(value)}`;
        const { response, status, body } = await send({ method: 'GET', url, headers: { accept } });
        expect(status).toBe(405);
        expect(body + JSON.stringify(response.headers)).not.toContain(value);
      }
    expect(latchkey.logged()).not.toContain(tenant.ownerSecret);
    expect(latchkey.logged()).not.toContain(CANARY);
  });

  it('take neither a secret nor a query from the URL of a POST', async () => {
    const url = `/graphql?token=${tenant.ownerSecret}&query=${encodeURIComponent(`{ ${CANARY} }`)}`;
    const { body } = await send({ method: 'POST', url, payload: { query: '{ me { id } }' } });
    expect(JSON.parse(body)).toMatchObject({
      data: { me: null },
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(body + latchkey.logged()).not.toContain(CANARY);
    expect(latchkey.logged()).not.toContain(tenant.ownerSecret);
  });

  it.each([
    ['text/plain'],
    ['text/plain;application/json'],
    ['multipart/form-data; boundary=x'],
    ['application/x-www-form-urlencoded'],
    ['application/graphql'],
    ['application/jsonx'],
    [''],
  ])('are refused with the content type "%s", which another site could send', async (contentType) => {
    const { status, body } = await post(GOOD, contentType);
    expect(status).toBe(415);
    expect(body).toContain('application/json');
    expect(body).not.toContain('Query');
  });

  it('are refused without a content type, with a body and without', async () => {
    const { status, body } = await send({ method: 'POST' });
    expect(status).toBe(400);
    expect(body).toContain('BAD_REQUEST');
    const raw = await speak(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: ${GOOD.length}\r\n\r\n${GOOD}`);
    expect(raw).toMatch(/^HTTP\/1\.1 415 /);
  });

  it.each([
    ['nothing', ''],
    ['half of an object', `{"query": "${CANARY}`],
    ['no JSON', CANARY],
    ['a second value', `${GOOD} ${CANARY}`],
    ['null', 'null'],
    ['a number', '1'],
    ['a string', `"${CANARY}"`],
    ['an empty object', '{}'],
    ['a query that is no string', `{"query": {"${CANARY}": 1}}`],
    ['variables in a string', `{"query": "{ __typename }", "variables": "{\\"a\\": \\"${CANARY}\\"}"}`],
    ['variables in a list', `{"query": "{ __typename }", "variables": ["${CANARY}"]}`],
    ['an operation name that is no string', `{"query": "{ __typename }", "operationName": ["${CANARY}"]}`],
    ['extensions that are no object', `{"query": "{ __typename }", "extensions": "${CANARY}"}`],
    ['__proto__ at the top', `{"query": "{ __typename }", "__proto__": {"a": "${CANARY}"}}`],
    ['__proto__ in the variables', `{"query": "{ __typename }", "variables": {"a": {"__proto__": "${CANARY}"}}}`],
    ['an escaped __proto__', `{"query": "{ __typename }", "variables": {"\\u005f_proto__": "${CANARY}"}}`],
    ['constructor.prototype', `{"query": "{ __typename }", "constructor": {"prototype": {"a": "${CANARY}"}}}`],
  ])('are refused with a body that is %s, and repeat nothing of it', async (_, payload) => {
    const { status, body } = await post(payload);
    expect(status).toBe(400);
    expect(body).toContain('"code":"BAD_REQUEST"');
    expect(body + latchkey.logged()).not.toContain(CANARY);
    expect({}).not.toHaveProperty('a');
  });

  it('are refused in batches, of one and of many', async () => {
    for (const payload of ['[]', `[${GOOD}]`, `[${GOOD},${GOOD}]`]) {
      const { status, body } = await post(payload);
      expect(status).toBe(400);
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            message: 'Send one operation in a request, as an object: lists of them are not taken.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      });
    }
  });

  it('are refused above 1 MiB, and taken just below', async () => {
    const sized = (bytes: number) => GOOD.replace('"}', `"${' '.repeat(bytes - GOOD.length)}}`);
    expect((await post(sized(1024 * 1024))).status).toBe(200);
    const { status, body } = await post(sized(1024 * 1024 + 1).replace('{ ', `{ #${CANARY}\\n`));
    expect(status).toBe(413);
    expect(body).toContain('The body is too large.');
    expect(body).not.toMatch(/\d/);
    expect(body).not.toContain(CANARY);
  });

  it('are taken with JSON at its limits of depth and values, whatever its texts hold, and refused one above', async () => {
    const text = JSON.stringify(String.raw`[{,\"`.repeat(1000));
    const nested = (levels: number) => `{"query":"{ __typename }","extensions":{"a":${nest(levels - 2)},"b":${text}}}`;
    const listed = (values: number) =>
      `{"query":"{ __typename }","extensions":{"a":[${Array(values - 5).fill(1)}],"b":${text}}}`;
    const nest = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    for (const [sized, most] of [
      [nested, LIMITS.jsonDepth.most],
      [listed, LIMITS.jsonValues.most],
    ] as const) {
      expect((await post(sized(most))).status).toBe(200);
      const { status, body } = await post(sized(most + 1));
      expect(status).toBe(413);
      expect(body).toContain('is nested too deeply, or has too many values.');
      expect(body).not.toMatch(/\d/);
    }
  });

  it('answer 404 at any other address, and repeat nothing of it', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'HEAD'] as const)
      for (const url of ['/graphql/', `/graphql/${CANARY}`, `/${tenant.ownerSecret}`, '/health/x', '/__proto__']) {
        const { response, status, body } = await send({ method, url });
        expect(status).toBe(404);
        expect(body + JSON.stringify(response.headers)).not.toMatch(CANARY);
        expect(body).not.toContain(tenant.ownerSecret);
      }
    expect(latchkey.logged()).not.toContain(CANARY);
    expect(latchkey.logged()).not.toContain(tenant.ownerSecret);
  });

  it('answer 400 at an address that cannot be decoded, and repeat nothing of it', async () => {
    for (const url of [`/%zz?token=${tenant.ownerSecret}`, `/graphql/%E0%A4%A/${CANARY}`]) {
      const { status, body } = await send({ method: 'GET', url });
      expect(status).toBe(400);
      expect(JSON.parse(body)).toEqual({
        errors: [{ message: 'The request is malformed.', extensions: { code: 'BAD_REQUEST' } }],
      });
    }
    expect(latchkey.logged()).not.toContain(CANARY);
  });

  it('that are no HTTP are hung up on, and their bytes are neither repeated nor logged in any form', async () => {
    const secret = tenant.ownerSecret;
    const before = latchkey.logged().length;
    for (const text of [
      `POST /graphql HTTP/1.1\r\nHost: x\r\nauthorization Bearer ${secret}\r\n\r\n`,
      `${secret} /graphql HTTP/1.1\r\nHost: x\r\n\r\n`,
      `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: ${secret}\r\nContent-Length: x\r\n\r\n`,
    ]) {
      const answer = await speak(text);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).not.toContain(secret);
    }
    const logged = latchkey.logged().slice(before);
    expect(logged).not.toContain(secret);
    expect(logged).not.toContain([...Buffer.from(secret.slice(10, 30))].join(','));
    expect(logged).not.toContain(Buffer.from(secret.slice(12, 30)).toString('hex'));
  });

  /** What the server answers to these bytes, on a connection of their own. */
  async function speak(text: string): Promise<string> {
    if (!latchkey.app.server.listening) await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = latchkey.app.server.address() as { port: number };
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => {
        answer += chunk.toString();
        socket.end();
      });
      socket.on('close', () => resolve(answer)).on('error', reject);
    });
  }
});
