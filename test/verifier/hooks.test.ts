import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expressMiddleware, fastifyHook, type Guard } from '@latchkey/verifier';
import { createToken, end, type Token } from '../introspection/asking.js';
import type { Tenant } from '../support/latchkey.js';
import { type Closing, startGuarded } from './guarded.js';

/** Says how often a guarded handler ran. */
let ran = 0;
const handled = () => ({ ran: ++ran });

interface Guarded extends Closing {
  readonly url: string;
}

async function onFastify(guard: Guard): Promise<Guarded> {
  const app = fastify();
  app.addHook('onRequest', fastifyHook(guard));
  app.post('/', handled);
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
}

async function onExpress(guard: Guard): Promise<Guarded> {
  const app = express();
  app.use(expressMiddleware(guard));
  app.post('/', (_, response) => void response.json(handled()));
  return listening(app);
}

/** Middleware of Express runs before a plain handler, too. */
async function onNode(guard: Guard): Promise<Guarded> {
  const middleware = expressMiddleware(guard);
  return listening((request, response) => {
    void middleware(request, response, () => response.end(JSON.stringify(handled())));
  });
}

async function listening(listener: RequestListener): Promise<Guarded> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

describe.each([
  ['Fastify', onFastify],
  ['Express', onExpress],
  ['node:http', onNode],
] as const)('in front of %s the hook', (name, start) => {
  let tenant: Tenant;
  let guarded: Guarded;
  let unreachable: Guarded;
  let good: Token;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ tenant, guarded, unreachable, good, close } = await startGuarded(start));
  });
  afterAll(() => close());

  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  async function post({ url }: Guarded, headers: Record<string, string>) {
    ran = 0;
    const response = await fetch(url, { method: 'POST', headers });
    const { error } = (await response.json()) as { error?: string };
    return { status: response.status, error, challenge: response.headers.get('www-authenticate'), ran };
  }
  const refused = (status: number, error: string, challenge: string | null) => ({ status, error, challenge, ran: 0 });

  it('accepts a caller with the permission, with either header', async () => {
    for (const headers of [bearer(good.secret), { 'x-api-key': good.secret, authorization: '' }])
      expect(await post(guarded, headers)).toEqual({ status: 200, error: undefined, challenge: null, ran: 1 });
  });

  it('refuses a caller without a valid secret or the permission before the handler runs', async () => {
    const nothing = refused(401, 'invalid_request', 'Bearer realm="latchkey"');
    for (const none of [{}, { authorization: '', 'x-api-key': '' }]) expect(await post(guarded, none)).toEqual(nothing);
    const ended = await createToken(tenant, ['usage:report']);
    await end(tenant, 'revoke', ended);
    const lacking = (await createToken(tenant, ['traces:report'])).secret;
    const bad = refused(401, 'invalid_token', 'Bearer realm="latchkey", error="invalid_token"');
    for (const headers of [
      bearer('garbage'),
      bearer(ended.secret),
      { authorization: `Basic ${good.secret}` },
      { ...bearer(lacking), 'x-api-key': good.secret },
    ])
      expect(await post(guarded, headers)).toEqual(bad);
    const scope = 'Bearer realm="latchkey", error="insufficient_scope", scope="usage:report"';
    expect(await post(guarded, bearer(lacking))).toEqual(refused(403, 'insufficient_scope', scope));
  });

  it('passes the address on that the framework knows, for tokens with an IP allowlist', async () => {
    const at = async (...ipAllowlist: string[]) =>
      (await post(guarded, bearer((await createToken(tenant, ['usage:report'], { ipAllowlist })).secret))).status;
    // A plain request of Node knows none.
    expect(await at('127.0.0.1')).toBe(name === 'node:http' ? 401 : 200);
    expect(await at('192.0.2.0/24')).toBe(401);
  });

  it('refuses two Authorization fields, of which a server behind it might take the other one', async () => {
    const headers = ['Host', 'x', 'Authorization', `Bearer ${good.secret}`, 'Authorization', 'Bearer x'];
    const asked = request(guarded.url, { method: 'POST', headers, agent: false }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(401);
  });

  it('refuses everybody while Latchkey does not answer, and says that it is not their token', async () => {
    expect(await post(unreachable, bearer(good.secret))).toEqual(refused(503, 'temporarily_unavailable', null));
  });
});
