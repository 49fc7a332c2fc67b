/** HTTP: GraphQL by POST, and whether the process and its store are well. */
import type { Socket } from 'node:net';
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type onRequestAsyncHookHandler,
} from 'fastify';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { answering, formatError } from './answers.js';
import { type Context, createContext } from './context.js';
import { documentLimits, measuring } from './document-limits.js';
import { infoOf, secretHeadersOf } from './request.js';
import { LIMITS } from './limits.js';
import { isSame } from './secrets/secret.js';
import type { Services } from './services.js';
import { addIntrospection } from './introspection/routes.js';
import { createSubgraph } from './subgraph.js';

export interface ServerOptions {
  readonly logger: Logger;
  /** Whether to trust the `index`th proxy on the way here, counted from this side, with this address. */
  readonly trustProxy: ((address: string, index: number) => boolean) | false;
  /** Hides the schema: no introspection, no suggestions, no landing page. */
  readonly production: boolean;
  /** What every GraphQL request must carry in `router-authorization`; undefined lets in whoever asks. */
  readonly routerSecret: string | undefined;
}

const REQUEST_TIMEOUT_MS = 30_000;
const READY_DEADLINE_MS = 2000;
const FLUSH_EVERY_MS = 10_000;
const RELAY_EVERY_MS = 5000;

/** The server, not yet listening. Closing it drains requests, events and last uses, and leaves the store open. */
export async function createServer(services: Services, options: ServerOptions): Promise<FastifyInstance> {
  const { logger, trustProxy } = options;
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => uuid(),
    trustProxy,
    bodyLimit: LIMITS.bodyBytes.most,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply as never),
    clientErrorHandler: hangUp,
  }) as unknown as FastifyInstance;
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((_, reply) => send(reply, 404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.'));
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  app.addHook('onResponse', async (request, reply) => {
    // The route, not the URL: a URL may hold what somebody pasted into it.
    const route = request.routeOptions.url ?? '(none)';
    const took = Math.round(reply.elapsedTime);
    const fields = { method: request.method, route, status: reply.statusCode, took };
    request.log.info(fields, 'answered');
  });
  await addGraphQL(app, services, options);
  await addIntrospection(app, services);
  app.get('/health', () => ({ status: 'ok' }));
  app.get('/ready', async (_, reply) => {
    const ready = await withinDeadline(services.store.ping());
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable' });
  });
  addBackground(app, services);
  return app;
}

async function addGraphQL(
  app: FastifyInstance,
  services: Services,
  { logger, production, routerSecret }: ServerOptions,
): Promise<void> {
  const apolloOptions: ApolloServerOptions<Context> = {
    schema: createSubgraph(),
    logger,
    nodeEnv: production ? 'production' : 'development',
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError,
    ...documentLimits,
    plugins: [
      measuring,
      answering(logger),
      ApolloServerPluginCacheControlDisabled(),
      // A gateway may ask how long each field took; it is told no error's text.
      ApolloServerPluginInlineTrace({ includeErrors: { masked: true } }),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  };
  const apollo = new ApolloServer<Context>(apolloOptions);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  const handler = fastifyApolloHandler(apollo, {
    context: (request) => Promise.resolve(createContext(services, infoOf(request), secretHeadersOf(request))),
  });
  app.post('/graphql', {
    // An answer may hold a secret.
    onRequest: [async (_, reply) => void reply.header('cache-control', 'no-store'), fromRouter(routerSecret)],
    preHandler: async ({ body }, reply) =>
      Array.isArray(body) ? send(reply, 400, 'BAD_REQUEST', NO_BATCHES) : undefined,
    handler,
  });
  const others = app.supportedMethods.filter((method) => method !== 'POST');
  app.route({
    method: others,
    url: '/graphql',
    onRequest: async (request, reply) => {
      if (!production && wantsPage(request)) return;
      return send(reply.header('allow', 'POST'), 405, 'BAD_REQUEST', 'GraphQL is answered by POST only.');
    },
    handler,
  });
}

/** Lets in nobody but the router, when it has a secret. Clients would lose the message of another status than 200. */
const fromRouter =
  (secret: string | undefined): onRequestAsyncHookHandler =>
  async ({ headers }, reply) => {
    if (secret === undefined || isSame(headers['router-authorization']?.toString() ?? '', secret)) return;
    return send(reply, 200, 'UNAUTHENTICATED', 'This subgraph answers its router alone. Send the request there.');
  };

const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && url === '/graphql' && (headers.accept?.includes('text/html') ?? false);

/** Keeps last uses and events moving out of the requests' path, and to their end when the server closes. */
function addBackground(app: FastifyInstance, { lastUses, relay, onError }: Services): void {
  const flush = () => void lastUses.flush().catch(onError);
  const timers: NodeJS.Timeout[] = [];
  app.addHook('onReady', async () => {
    relay.wake();
    timers.push(
      setInterval(flush, FLUSH_EVERY_MS),
      setInterval(() => relay.wake(), RELAY_EVERY_MS),
    );
  });
  app.addHook('onClose', async () => {
    timers.forEach(clearInterval);
    for (const ended of await Promise.allSettled([lastUses.flush(), relay.drain()]))
      if (ended.status === 'rejected') onError(ended.reason);
  });
}

/** What the framework itself refuses, and what no route has caught. Its messages repeat nothing of the request. */
function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const [status, message] = REFUSALS[error.code] ?? [error.statusCode, 'The request is malformed.'];
  if (status !== undefined && status < 500) return send(reply, status, 'BAD_REQUEST', message);
  request.log.error({ err: error }, 'a request failed');
  const internal = `Internal error. Report it with the request id ${request.id}.`;
  return send(reply, 500, 'INTERNAL_SERVER_ERROR', internal);
}

/** Answers what is no HTTP. Its bytes may hold a secret: they are neither repeated nor logged. */
function hangUp({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  const status = BROKEN[code] ?? '400 Bad Request';
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroy();
}

const BROKEN: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

const NO_BATCHES = 'Send one operation in a request, as an object: lists of them are not taken.';
const BAD_JSON: [number, string] = [400, 'The body is not valid JSON. Send {"query": …, "variables": …}.'];
const REFUSALS: Readonly<Record<string, [number, string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: BAD_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: BAD_JSON,
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'The body is too large. Ask for less in one request.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'Send JSON, with Content-Type: application/json.'],
};

const send = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply.code(status).send({ errors: [{ message, extensions: { code } }] });

async function withinDeadline(answer: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, READY_DEADLINE_MS, false)));
  const fine = answer.then(
    () => true,
    () => false,
  );
  return Promise.race([fine, late]).finally(() => clearTimeout(timer));
}
