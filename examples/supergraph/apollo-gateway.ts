/** Apollo Gateway, which forwards the secret and the idempotency key of a request to Latchkey and to no other subgraph. */
import type { IncomingHttpHeaders } from 'node:http';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { type Gateway, type GatewayOptions, LISTEN, ROUTER_SECRET, PASSED_ON } from './gateway.js';

interface Context {
  /** The client's header fields; undefined when the gateway asks for itself. */
  readonly headers?: IncomingHttpHeaders;
}

/** The data source for Latchkey. */
const latchkeySource = (url: string, routerSecret: string | undefined) =>
  new RemoteGraphQLDataSource<Context>({
    url,
    willSendRequest({ request, context }) {
      const { headers } = context as Context;
      for (const name of PASSED_ON) {
        const value = headers?.[name];
        if (typeof value === 'string') request.http?.headers.set(name, value);
      }
      if (routerSecret !== undefined) request.http?.headers.set(ROUTER_SECRET, routerSecret);
    },
  });

/** Starts it, in Apollo Server, on a free port of this machine. */
export async function startApolloGateway(supergraph: string, { routerSecret }: GatewayOptions = {}): Promise<Gateway> {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name, url = '' }) =>
      name === 'latchkey' ? latchkeySource(url, routerSecret) : new RemoteGraphQLDataSource({ url }),
  });
  const server = new ApolloServer<Context>({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: LISTEN,
    context: async ({ req }) => ({ headers: req.headers }),
  });
  return { url, stop: () => server.stop() };
}
