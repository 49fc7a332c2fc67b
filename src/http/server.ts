/** The HTTP server: its routes, its health checks, and the background work of a serving process. */
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { v7 as uuid } from 'uuid';
import { addGraphQL, type GraphQLOptions } from '../graphql/routes.js';
import { addIntrospection } from '../introspection/routes.js';
import { LIMITS } from '../graphql/limits.js';
import { VERSION } from '../version.js';
import { boundJson } from './json-body.js';
import { refuseOtherMethods } from './other-methods.js';
import { sendPage } from './page.js';
import { hangUp, refuse, refuseEncoded, send } from './transport-errors.js';
import type { Services } from '../services.js';

export interface ServerOptions extends GraphQLOptions {
  /** Whether to trust a proxy with this address; `index` is its distance from this server, from 0. */
  readonly trustProxy: ((address: string, index: number) => boolean) | false;
}

const REQUEST_TIMEOUT_MS = 30_000;
const READY_DEADLINE_MS = 2000;
const FLUSH_EVERY_MS = 10_000;
const RELAY_EVERY_MS = 5000;
const SWEEP_EVERY_MS = 600_000;

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
  boundJson(app);
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((_, reply) => send(reply, 404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.'));
  app.addHook('preParsing', refuseEncoded);
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
  // Not in production: the version would reveal which known bugs are not yet fixed.
  const version = options.production ? undefined : VERSION;
  app.get('/', { exposeHeadRoute: true }, (_, reply) => sendPage(reply, version));
  app.get('/health', { exposeHeadRoute: true }, () => ({ status: 'ok' }));
  app.get('/ready', { exposeHeadRoute: true }, async (_, reply) => {
    const ready = await withinDeadline(services.store.ping());
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable' });
  });
  for (const url of ['/', '/health', '/ready'])
    refuseOtherMethods(app, url, ['GET', 'HEAD'], (reply) => send(reply, 405, 'BAD_REQUEST', 'Send a GET.'));
  endConnectionsOnClose(app);
  addBackground(app, services);
  return app;
}

/** Closes the connection of a request that is answered while the server closes, which else waits until it has been idle. */
function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => void (closing = true));
  app.addHook('onSend', (_, reply, payload, done) => {
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
}

/**
 * Stores last uses, relays and delivers events, ends what lies below deletions and removes old idempotency keys at
 * intervals; closing the server stores and relays the rest, and waits for the deliveries in hand.
 */
function addBackground(app: FastifyInstance, services: Services): void {
  const { lastUses, relay, deliveries, sweeper, idempotency, onError } = services;
  const flush = () => void lastUses.flush().catch(onError);
  const timers: NodeJS.Timeout[] = [];
  app.addHook('onReady', async () => {
    deliveries.start();
    relay.wake();
    sweeper.wake();
    timers.push(
      setInterval(flush, FLUSH_EVERY_MS),
      setInterval(() => relay.wake(), RELAY_EVERY_MS),
      setInterval(() => void idempotency.sweep().catch(onError), SWEEP_EVERY_MS),
      setInterval(() => sweeper.wake(), SWEEP_EVERY_MS),
    );
  });
  app.addHook('onClose', async () => {
    timers.forEach(clearInterval);
    for (const ended of await Promise.allSettled([lastUses.flush(), relay.drain(), deliveries.stop(), sweeper.stop()]))
      if (ended.status === 'rejected') onError(ended.reason);
  });
}

async function withinDeadline(answer: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, READY_DEADLINE_MS, false)));
  const fine = answer.then(
    () => true,
    () => false,
  );
  return Promise.race([fine, late]).finally(() => clearTimeout(timer));
}
