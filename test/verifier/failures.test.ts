import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { mint } from '../../src/secrets/secret.js';
import { createVerifier, VerificationUnavailable, VerifierMisconfigured } from '@latchkey/verifier';
import { askerOf, createToken } from '../introspection/asking.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const CHECK = { permission: 'schemaVersion:publish', resource: 'my-project/production/service/users' };
let warn: MockInstance<typeof process.emitWarning>;
beforeEach(() => void (warn = vi.spyOn(process, 'emitWarning').mockReturnValue()));
afterEach(() => void vi.restoreAllMocks());

const nobodys = () => mint('lko_', uuid()).secret.reveal();

describe('a verifier fails closed', () => {
  const [secret, token] = [nobodys(), nobodys()];
  const closers: (() => void)[] = [];
  afterEach(() => closers.splice(0).forEach((close) => close()));
  const serve = async (listener: RequestListener) => {
    const server = createServer(listener);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const respond =
    (status: number, text: string, headers: Record<string, string> = {}) =>
    () =>
      serve((request, response) => {
        request.resume();
        response.writeHead(status, headers).end(text);
      });
  const json = (status: number, body: unknown) =>
    respond(status, JSON.stringify(body), { 'content-type': 'application/json' });
  const good = { active: true, granted: true };
  const HTML = '<html>{"results": [{"active": true}]}</html>';

  /** No answer came, or one that says to come again. */
  const OUTAGES: [string, () => Promise<string>][] = [
    [
      'a refused connection',
      async () => {
        const nowhere = await serve(() => undefined);
        closers.splice(0).forEach((close) => close());
        return nowhere;
      },
    ],
    ['a connection that is cut', () => serve((request) => request.socket.destroy())],
    [
      'an answer that is cut',
      () =>
        serve((request, response) => {
          response.writeHead(200, { 'content-length': 100 }).write('{"results": [{"active": true');
          setImmediate(() => request.socket.destroy());
        }),
    ],
    ['a server that never answers', () => serve(() => undefined)],
    [
      'an answer that never ends',
      () => serve((_, response) => void response.writeHead(200).write('{"results": [{"active": true')),
    ],
    ['500', json(500, { results: [good] })],
    ['503', json(503, { error: 'temporarily_unavailable', error_description: 'The store does not answer.' })],
    ["a proxy's 502", respond(502, HTML)],
    ['429', json(429, { error: 'temporarily_unavailable' })],
  ];

  /** An answer came, and will be no better next time. */
  const MISTAKES: [string, () => Promise<string>, RegExp][] = [
    ['401', json(401, { error: 'invalid_token' }), /^Latchkey refuses the verifier's own credential \(401\)/],
    ['404', json(404, { errors: [] }), /^"url" is answered with status 404\. Set it to where Latchkey is/],
    ['404 as a page', respond(404, HTML), /^"url" is answered with status 404/],
    ['405', respond(405, ''), /^"url" is answered with status 405/],
    ['400 for a single question', json(400, { error: 'invalid_request' }), /^"url" is answered with status 400/],
    [
      'a redirect',
      () =>
        serve((request, response) => {
          if (request.url === '/elsewhere') response.end(JSON.stringify({ results: [good] }));
          else response.writeHead(307, { location: '/elsewhere' }).end();
        }),
      /^"url" redirects \(307\)/,
    ],
    ['no JSON', respond(200, HTML), /^"url" is answered with something else\. Set it to where Latchkey is/],
    ['nothing', respond(204, ''), /^"url" is answered with status 204/],
    ['null', json(200, null), /^"url" is answered with something else/],
    ['no results', json(200, good), /^"url" is answered with something else/],
    ['too few results', json(200, { results: [] }), /^"url" is answered with something else/],
    ['too many results', json(200, { results: [good, good] }), /^"url" is answered with something else/],
    ['a text as long as the results', json(200, { results: 'a' }), /^"url" is answered with something else/],
    ['results that are null', json(200, { results: [null] }), /^Latchkey cannot take the question/],
    ['results that do not say', json(200, { results: [{ granted: true }] }), /^Latchkey cannot take the question/],
    ['results of another kind', json(200, { results: [{ active: 'false', granted: true }] }), /It is answered with/],
  ];

  /** What a verifier makes of a server: `allows`, and what `verify` and `check` reject with. */
  async function outcome(base: string) {
    const caught = (error: unknown) => error;
    // One each, so that each question goes out by itself.
    const verifier = () => createVerifier({ url: base, secret, deadline: 300 });
    const [allowed, error, checked] = await Promise.all([
      verifier().allows(token, CHECK),
      verifier().verify(token, CHECK).catch(caught),
      verifier().check().catch(caught),
    ]);
    for (const shown of [error, checked].map((one) => inspect(one, { depth: 10, showHidden: true })))
      for (const text of [secret, token]) expect(shown).not.toContain(text.slice(-40));
    return { allowed, error, checked };
  }

  it.each(OUTAGES)('on %s, which is an outage', async (_, start) => {
    const { allowed, error, checked } = await outcome(await start());
    expect(allowed).toBe(false);
    for (const one of [error, checked]) expect(one).toBeInstanceOf(VerificationUnavailable);
  });

  it.each(MISTAKES)('on %s, which is a mistake and says so', async (_, start, message) => {
    const { allowed, error, checked } = await outcome(await start());
    expect(allowed).toBe(false);
    for (const one of [error, checked]) {
      expect(one).toBeInstanceOf(VerifierMisconfigured);
      expect((one as Error).message).toMatch(message);
    }
  });

  it('on a server that repeats secrets, without showing them', async () => {
    const repeating = (status: number) =>
      serve((request, response) => {
        const { authorization } = request.headers;
        response.writeHead(status).end(JSON.stringify({ error_description: `bad ${authorization}` }));
      });
    const mistake = (await outcome(await repeating(401))).error as Error;
    expect(mistake.message).toContain('bad Bearer lko_[secret]');
    const outage = (await outcome(await repeating(503))).error as Error;
    expect(outage.cause).toMatchObject({ message: 'it answered with status 503. bad Bearer lko_[secret]' });
  });

  it('in its deadline, over all that it asks for a turn, halves of refused batches among it', async () => {
    let requests = 0;
    const refused: typeof fetch = async (_, init) => {
      requests++;
      const { tokens } = JSON.parse(init?.body as string) as { tokens: unknown[] };
      if (tokens.length > 50) return Response.json({ error: 'invalid_request' }, { status: 400 });
      const { signal } = init ?? {};
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    };
    const verifier = createVerifier({ url: 'http://latchkey.example', secret, deadline: 50, fetch: refused });
    const answers = await Promise.all(Array.from({ length: 100 }, () => verifier.allows(token, CHECK)));
    expect(answers).toEqual(answers.map(() => false));
    expect(requests).toBe(3);
  });

  it('on granted without active, and on active without granted', async () => {
    for (const result of [{ active: false, granted: true }, { active: true }, { active: true, granted: 'yes' }]) {
      const base = await json(200, { results: [result] })();
      expect(await createVerifier({ url: base, secret }).allows(token, CHECK)).toBe(false);
    }
  });
});

describe('against a Latchkey, a verifier', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let url: string;
  let token: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    url = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
    tenant = await latchkey.organization();
    token = (await createToken(tenant, ['schemaVersion:publish'])).secret;
  });
  afterAll(() => latchkey.close());

  it('says at the start whether it can ask, and what to set right', async () => {
    const { secret } = await askerOf(tenant);
    const verifier = createVerifier({ url, secret });
    await expect(verifier.check()).resolves.toBeUndefined();
    await expect(verifier.check(CHECK, { permission: 'usage:report' })).resolves.toBeUndefined();
    await expect(verifier.check(CHECK, { permission: 'usage:reprot' })).rejects.toMatchObject({
      name: 'VerifierMisconfigured',
      message: expect.stringContaining('"permission" is no permission.'),
    });
    await expect(verifier.check({ ...CHECK, resource: '/' })).rejects.toMatchObject({ name: 'InvalidResource' });
    await expect(createVerifier({ url: `${url}/latchkey`, secret }).check()).rejects.toMatchObject({
      name: 'VerifierMisconfigured',
      message: '"url" is answered with status 404. Set it to where Latchkey is, as in https://latchkey.example.',
    });
  });

  it('whose own credential is invalid, or may not ask, reports that and calls no token invalid', async () => {
    const { secret } = await createToken(tenant, ['usage:report']);
    for (const [bad, message] of [
      [nobodys(), '(401). The credential is not valid. Sign in with another.'],
      [secret, '(403). The credential lacks credential:introspect. Ask an Org Admin for one that holds it.'],
    ] as const) {
      const verifier = createVerifier({ url, secret: bad });
      const mistake = {
        name: 'VerifierMisconfigured',
        message: `Latchkey refuses the verifier's own credential ${message}`,
      };
      await expect(verifier.verify(token)).rejects.toMatchObject(mistake);
      await expect(verifier.check()).rejects.toMatchObject(mistake);
      expect(await verifier.allows(token, CHECK)).toBe(false);
    }
  });

  it('emits one process warning for a wrong set-up that callers do not see, and none for an outage', async () => {
    const fetch = () => Promise.reject(new Error('nobody there'));
    const { secret } = await askerOf(tenant);
    expect(await createVerifier({ url, secret, fetch }).allows(token, CHECK)).toBe(false);
    const verifier = createVerifier({ url: `${url}/warned`, secret });
    for (let time = 0; time < 3; time++) expect(await verifier.allows(token, CHECK)).toBe(false);
    expect(warn).toHaveBeenCalledOnce();
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ name: 'VerifierMisconfigured' }));
  });
});
