/** Hive Gateway, which forwards the secret and the idempotency key of a request to Latchkey and to no other subgraph. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime, type GatewayConfig } from '@graphql-hive/gateway-runtime';
import { type Gateway, type GatewayOptions, LISTEN, ROUTER_SECRET, PASSED_ON } from './gateway.js';

/** Starts it on a free port of this machine. With `genericAuth` it enforces the directives of the schema. */
export async function startHiveGateway(
  supergraph: string,
  { routerSecret, ...options }: GatewayOptions & Pick<GatewayConfig, 'genericAuth'> = {},
): Promise<Gateway> {
  const runtime = createGatewayRuntime({
    supergraph,
    logging: false,
    propagateHeaders: {
      fromClientToSubgraphs({ request, subgraphName }) {
        if (subgraphName !== 'latchkey') return undefined;
        const passedOn = Object.fromEntries(PASSED_ON.map((name) => [name, request.headers.get(name)]));
        return { ...passedOn, [ROUTER_SECRET]: routerSecret };
      },
    },
    ...options,
  });
  const server = createServer((request, response) => void runtime(request, response));
  await new Promise<void>((resolve) => server.listen(LISTEN, resolve));
  return {
    url: `http://${LISTEN.host}:${(server.address() as AddressInfo).port}/graphql`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await runtime[Symbol.asyncDispose]();
    },
  };
}
