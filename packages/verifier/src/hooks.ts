/** Hooks that verify requests before the routes of Fastify, Express and frameworks with Express' middleware. */
import type { ServerResponse } from 'node:http';
import { type HeaderFields, headerIn } from './headers.js';
import { type Guard, type Reason, refusalBy } from './refusals.js';

/** A request of `node:http` or Express; a request of Fastify has the one of `node:http` as `raw`. */
interface GuardedRequest extends HeaderFields {
  readonly raw?: Pick<HeaderFields, 'headersDistinct'>;
  /** The client's address, as the framework knows it by its own settings of proxies. */
  readonly ip?: string | undefined;
}

/** The methods of Fastify's reply that the hook uses. */
interface FastifyReplyLike {
  code(status: number): FastifyReplyLike;
  headers(values: Record<string, string>): FastifyReplyLike;
  send(body: unknown): unknown;
}

/** A refusal over HTTP (RFC 6750 section 3.1). */
interface HttpRefusal {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: { readonly error: string; readonly error_description: string };
}

const REALM = 'Bearer realm="latchkey"';

function httpRefusal(reason: Reason, permission: string): HttpRefusal {
  const refusal = (status: number, headers: Record<string, string>, error: string, description: string) => ({
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: { error, error_description: description },
  });
  const challenged = (parameters: string) => ({ 'www-authenticate': `${REALM}${parameters}` });
  switch (reason) {
    case 'MISSING':
      return refusal(401, challenged(''), 'invalid_request', 'Sign in with Authorization: Bearer or x-api-key.');
    case 'INVALID':
      return refusal(401, challenged(', error="invalid_token"'), 'invalid_token', 'Sign in with another token.');
    case 'LACKING': {
      const scope = `, error="insufficient_scope", scope="${permission}"`;
      return refusal(403, challenged(scope), 'insufficient_scope', `The token lacks ${permission} here.`);
    }
    case 'UNAVAILABLE': {
      const description = 'The token could not be verified. Try again later.';
      return refusal(503, { 'retry-after': '1' }, 'temporarily_unavailable', description);
    }
  }
}

const refuse = async (guard: Guard, request: GuardedRequest): Promise<HttpRefusal | undefined> => {
  const { headers, headersDistinct, raw, ip } = request;
  const header = headerIn({ headers, headersDistinct: headersDistinct ?? raw?.headersDistinct });
  const reason = await refusalBy(guard, header, guard.clientIp ? guard.clientIp(request as never) : ip);
  return reason && httpRefusal(reason, guard.check.permission);
};

/** For Fastify: `app.addHook('onRequest', fastifyHook({ verifier, check }))`, or `onRequest` of one route. */
export const fastifyHook =
  (guard: Guard) =>
  async (request: GuardedRequest, reply: FastifyReplyLike): Promise<unknown> => {
    const refusal = await refuse(guard, request);
    return refusal && reply.code(refusal.status).headers(refusal.headers).send(refusal.body);
  };

/** For Express: `app.use(expressMiddleware({ verifier, check }))`, or before the handler of one route. */
export const expressMiddleware =
  (guard: Guard) =>
  async (request: GuardedRequest, response: ServerResponse, next: () => void): Promise<void> => {
    const refusal = await refuse(guard, request);
    if (refusal) response.writeHead(refusal.status, refusal.headers).end(JSON.stringify(refusal.body));
    else next();
  };
