/** The route /graphql: the router secret, then Apollo Server. */
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { answering, explaining, formatError } from './errors.js';
import { ending, withinBudget } from './budget.js';
import { type Context, createContext } from './context.js';
import { documentLimits, measuring } from './document-limits.js';
import { sendPage } from '../http/page.js';
import { send } from '../http/transport-errors.js';
import { headerOf, infoOf } from '../http/request-info.js';
import { isSame } from '../secrets/secret.js';
import type { Services } from '../services.js';
import { VERSION } from '../version.js';
import { createSubgraph } from './subgraph.js';

export interface GraphQLOptions {
  readonly logger: Logger;
  /** Hides the schema and the version: no introspection, no suggestions. */
  readonly production: boolean;
  /** What every GraphQL request must carry in `router-authorization`; undefined when nothing is required. */
  readonly routerSecret: string | undefined;
}

let built: GraphQLSchema | undefined;
/** The schema with the limits of {@link withinBudget}. Building it is the slowest part of a start, so servers of one process share it. */
const executableSchema = (): GraphQLSchema => (built ??= withinBudget(createSubgraph()));

/** Adds the routes of GraphQL. */
export async function addGraphQL(
  app: FastifyInstance,
  services: Services,
  { logger, production, routerSecret }: GraphQLOptions,
): Promise<void> {
  const apolloOptions: ApolloServerOptions<Context> = {
    schema: executableSchema(),
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
      explaining(logger),
      answering,
      ending(logger),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // A gateway may ask for a trace of each field's duration. The trace has no text of errors.
      ApolloServerPluginInlineTrace({ includeErrors: { masked: true } }),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  };
  const apollo = new ApolloServer<Context>(apolloOptions);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  const handler = fastifyApolloHandler(apollo, {
    async context(request) {
      return createContext(services, infoOf(request), headerOf(request));
    },
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
      reply.header('vary', 'accept');
      if (wantsPage(request)) return;
      return send(reply.header('allow', 'POST'), 405, 'BAD_REQUEST', 'GraphQL is answered by POST only.');
    },
    handler: (_, reply) => sendPage(reply, production ? undefined : VERSION),
  });
}

/** When a router secret is set, refuses requests without it. Answers with status 200, because clients drop the message of another. */
const fromRouter =
  (secret: string | undefined): onRequestAsyncHookHandler =>
  async ({ headers }, reply) => {
    if (secret === undefined || isSame(headers['router-authorization']?.toString() ?? '', secret)) return;
    return send(reply, 200, 'UNAUTHENTICATED', 'This subgraph answers its router alone. Send the request there.');
  };

const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && url === '/graphql' && (headers.accept?.includes('text/html') ?? false);

const NO_BATCHES = 'Send one operation in a request, as an object: lists of them are not taken.';
