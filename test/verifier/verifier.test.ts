import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mint } from '../../src/secrets/secret.js';
import { createVerifier, VerificationUnavailable, type VerifierOptions } from '../../src/verifier/index.js';
import { askerOf, createToken, end, type Token } from '../introspection/asking.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const CHECK = { permission: 'schemaVersion:publish', resource: 'my-project/production/service/users' };
const nobodys = () => mint('lko_', uuid()).secret.reveal();

describe('a verifier', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let url: string;
  let asker: Token;
  let token: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    url = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
    tenant = await latchkey.organization();
    asker = await askerOf(tenant);
    token = (await createToken(tenant, ['schemaVersion:publish'])).secret;
  });
  afterAll(() => latchkey.close());

  /** A verifier, and the sizes of the batches that it sent. */
  function counting(options: Partial<VerifierOptions> = {}) {
    const sent: number[] = [];
    const counted: typeof fetch = (input, init) => {
      sent.push((JSON.parse(init?.body as string) as { tokens: unknown[] }).tokens.length);
      return fetch(input, init);
    };
    return { sent, verifier: createVerifier({ url, secret: asker.secret, fetch: counted, ...options }) };
  }

  it('answers as Latchkey does', async () => {
    const { verifier } = counting();
    expect(await verifier.verify(token)).toMatchObject({ active: true, scope: 'schemaVersion:publish' });
    expect(await verifier.verify(token, CHECK)).toMatchObject({ active: true, granted: true });
    expect(await verifier.verify(nobodys(), CHECK)).toEqual({ active: false });
    expect(await verifier.allows(token, CHECK)).toBe(true);
    expect(await verifier.allows(token, { permission: 'member:modify' })).toBe(false);
    expect(await verifier.allows(nobodys(), CHECK)).toBe(false);
  });

  it('asks once for everything that is asked in one turn, and answers each its own', async () => {
    const { verifier, sent } = counting();
    const asked = [verifier.verify(token), verifier.verify(nobodys()), verifier.allows(token, CHECK)];
    expect(await Promise.all(asked)).toMatchObject([{ active: true }, { active: false }, true]);
    expect(sent).toEqual([3]);
    await verifier.verify(token);
    expect(sent).toEqual([3, 1]);
  });

  it('asks about 100 at a time', async () => {
    const { verifier, sent } = counting();
    const answers = await Promise.all(
      Array.from({ length: 250 }, (_, n) => verifier.allows(n % 2 ? token : nobodys(), CHECK)),
    );
    expect(answers).toEqual(Array.from({ length: 250 }, (_, n) => n % 2 === 1));
    expect(sent).toEqual([100, 100, 50]);
  });

  it('remembers nothing: a token that was deleted is refused by the next question', async () => {
    const { verifier } = counting();
    const short = await createToken(tenant, ['schemaVersion:publish']);
    expect(await verifier.allows(short.secret, CHECK)).toBe(true);
    await end(tenant, 'delete', short);
    expect(await verifier.allows(short.secret, CHECK)).toBe(false);
  });

  it('does not even send what cannot be a secret', async () => {
    const { verifier, sent } = counting();
    const garbage = ['', 'garbage', `${token}x`, token.slice(0, -1), token.replace('lko_', 'lku_'), 'a'.repeat(1e6)];
    for (const text of garbage) {
      expect(await verifier.verify(text, CHECK)).toEqual({ active: false });
      expect(await verifier.allows(text, CHECK)).toBe(false);
    }
    expect(sent).toEqual([]);
  });

  it('lets a question that makes no sense fail alone, and says why', async () => {
    const { verifier, sent } = counting();
    const bad = verifier.verify(token, { permission: 'schemaVersion:publish', resource: '../users' });
    const others = Array.from({ length: 40 }, () => verifier.allows(token, CHECK));
    const unknown = verifier.verify(token, { permission: 'no:such' });
    const ofNoText = verifier.verify(token, { permission: 'schemaVersion:publish', resource: ['users'] as never });
    const reason = /^it did not answer this question: "?(resource|permission)"? (must be|is no|cannot be)/;
    for (const one of [bad, unknown, ofNoText])
      await expect(one).rejects.toMatchObject({
        name: 'VerificationUnavailable',
        cause: { message: expect.stringMatching(reason) },
      });
    expect(new Set(await Promise.all(others))).toEqual(new Set([true]));
    // Whoever can bring about such questions makes nobody ask more than once.
    expect(sent).toEqual([43]);
  });

  it('cannot be made with what is no secret, and does not repeat it', () => {
    for (const secret of ['', 'garbage', `${asker.secret}\n`, ` ${asker.secret}`]) {
      const make = () => createVerifier({ url, secret });
      expect(make).toThrow(TypeError);
      expect(make).toThrow(/^"secret" is not the secret of a credential$/);
    }
  });

  it('finds Latchkey below a path, with or without a slash at its end', async () => {
    const asked: string[] = [];
    const fake: typeof fetch = async (input) => {
      asked.push((input as URL).href);
      return Response.json({ results: [{ active: true, granted: true }] });
    };
    for (const base of [
      'http://gateway.example',
      'http://gateway.example/latchkey',
      'http://gateway.example/latchkey/',
    ])
      await createVerifier({ url: base, secret: asker.secret, fetch: fake }).verify(token);
    const below = 'http://gateway.example/latchkey/oauth/introspect/batch';
    expect(asked).toEqual(['http://gateway.example/oauth/introspect/batch', below, below]);
  });

  describe('fails closed', () => {
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
    const json = (status: number, body: unknown) => () =>
      serve((request, response) => {
        request.resume();
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    const good = { active: true, granted: true };

    const SERVERS: [string, () => Promise<string>][] = [
      [
        'a refused connection',
        async () => {
          const nowhere = await serve(() => undefined);
          closers.splice(0).forEach((close) => close());
          return nowhere;
        },
      ],
      ['a connection that is cut', () => serve((request) => request.socket.destroy())],
      ['a server that never answers', () => serve(() => undefined)],
      [
        'an answer that never ends',
        () => serve((_, response) => void response.writeHead(200).write('{"results": [{"active": true')),
      ],
      ['500', json(500, { results: [good] })],
      ['503', json(503, { error: 'temporarily_unavailable', error_description: 'The store does not answer.' })],
      ['429', json(429, { error: 'temporarily_unavailable' })],
      ['401', json(401, { error: 'invalid_token' })],
      [
        'a redirect',
        () =>
          serve((request, response) => {
            if (request.url === '/elsewhere') response.end(JSON.stringify({ results: [good] }));
            else response.writeHead(307, { location: '/elsewhere' }).end();
          }),
      ],
      ['no JSON', () => serve((_, response) => response.writeHead(200).end('<html>active</html>'))],
      ['null', json(200, null)],
      ['no results', json(200, good)],
      ['too few results', json(200, { results: [] })],
      ['too many results', json(200, { results: [good, good] })],
      ['a text as long as the results', json(200, { results: 'a' })],
      ['results that are null', json(200, { results: [null] })],
      ['results that do not say', json(200, { results: [{ granted: true }] })],
      ['results that say something else', json(200, { results: [{ active: 'false', granted: true }] })],
    ];

    it.each(SERVERS)('on %s', async (_, start) => {
      const base = await start();
      const verifier = createVerifier({ url: base, secret: asker.secret, deadline: 300 });
      const [allowed, error] = await Promise.all([
        verifier.allows(token, CHECK),
        createVerifier({ url: base, secret: asker.secret, deadline: 300 })
          .verify(token, CHECK)
          .catch((error: unknown) => error),
      ]);
      expect(allowed).toBe(false);
      expect(error).toBeInstanceOf(VerificationUnavailable);
      const shown = inspect(error, { depth: 10, showHidden: true });
      for (const secret of [asker.secret, token]) expect(shown).not.toContain(secret.slice(-40));
    });

    it('on a server that repeats secrets, without showing them', async () => {
      const base = await serve((request, response) => {
        const { authorization } = request.headers;
        response.writeHead(401).end(JSON.stringify({ error_description: `bad ${authorization}` }));
      });
      const error: unknown = await createVerifier({ url: base, secret: asker.secret })
        .verify(token)
        .catch((one: unknown) => one);
      expect(error).toMatchObject({ cause: { message: 'it answered with status 401: bad Bearer lko_[secret]' } });
    });

    it('in its deadline, over all that it asks for a turn', async () => {
      const base = await json(400, { error: 'invalid_request' })();
      const slow: typeof fetch = async (input, init) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return fetch(input, init);
      };
      const verifier = createVerifier({ url: base, secret: asker.secret, deadline: 250, fetch: slow });
      const started = performance.now();
      const answers = await Promise.all(Array.from({ length: 100 }, () => verifier.allows(token, CHECK)));
      expect(answers).not.toContain(true);
      expect(performance.now() - started).toBeLessThan(2000);
    });

    it('on granted without active, and on active without granted', async () => {
      for (const result of [{ active: false, granted: true }, { active: true }, { active: true, granted: 'yes' }]) {
        const base = await json(200, { results: [result] })();
        expect(await createVerifier({ url: base, secret: asker.secret }).allows(token, CHECK)).toBe(false);
      }
    });
  });

  it('is answered 401 and 403 as unavailable: the caller is at fault, not the token', async () => {
    const { secret } = await createToken(tenant, ['usage:report']);
    for (const [bad, answered] of [
      [nobodys(), '401: The credential is not good, or not any more. Sign in with another.'],
      [secret, '403: The credential lacks credential:introspect. Ask an Org Admin for one that holds it.'],
    ] as const) {
      const verifier = createVerifier({ url, secret: bad });
      const message = `it answered with status ${answered}`;
      await expect(verifier.verify(token)).rejects.toMatchObject({ cause: { message } });
      expect(await verifier.allows(token, CHECK)).toBe(false);
    }
  });
});
