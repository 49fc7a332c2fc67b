/** Latchkey and a neighbour as one supergraph, composed once for all tests of a worker. */
import { compose, type Subgraph } from '../../examples/supergraph/compose.js';
import { NEIGHBOUR_SDL, startNeighbour } from '../../examples/supergraph/neighbour.js';
import { subgraphSdl, subgraphSdlWithAuth } from '../../src/graphql/subgraph.js';
import type { Engine } from '../support/engines.js';
import { type Send, startLatchkey } from '../support/latchkey.js';

/** What Latchkey asks of its gateway. */
export const ROUTER_SECRET = 'only-the-gateway-has-this-0123456789';

const LATCHKEY = 'http://latchkey.example/graphql';
const NEIGHBOUR = 'http://neighbour.example/graphql';

/** The two subgraphs, as they are or both with auth directives: the neighbour may ask for Latchkey's scopes, too. */
export const subgraphs = (variant: 'plain' | 'auth'): Subgraph[] => {
  return [
    { name: 'latchkey', url: LATCHKEY, sdl: variant === 'auth' ? subgraphSdlWithAuth() : subgraphSdl() },
    { name: 'neighbour', url: NEIGHBOUR, sdl: variant === 'auth' ? guarded(NEIGHBOUR_SDL) : NEIGHBOUR_SDL },
  ];
};

const guarded = (sdl: string) =>
  sdl
    .replace('["@key"]', '["@key", "@requiresScopes"]')
    .replace('type Organization ', '$&@requiresScopes(scopes: [["organization:describe"]]) ')
    .replace(
      /(type Target [^}]*dashboard: String!)/,
      '$1 @requiresScopes(scopes: [["usage:report", "traces:report"], ["schema:compose"]])',
    );

const composed = new Map<string, string>();

/** Both, listening, with the supergraph that a gateway loads. */
export async function startSubgraphs(
  engine: Engine,
  { variant = 'plain', slug }: { variant?: 'plain' | 'auth'; slug?: string } = {},
) {
  const latchkey = await startLatchkey(engine, { routerSecret: ROUTER_SECRET });
  const base = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
  // Latchkey itself, as its gateway speaks to it.
  const as =
    (secret?: string): Send =>
    (query, variables, headers) =>
      latchkey.as(secret)(query, variables, { ...headers, 'router-authorization': ROUTER_SECRET });
  const tenant = await latchkey.organization(slug === undefined ? {} : { slug });
  const heard: string[] = [];
  const neighbour = await startNeighbour((headers) => heard.push(JSON.stringify(headers)));
  const supergraph = composed.get(variant) ?? compose(subgraphs(variant));
  composed.set(variant, supergraph);
  return {
    latchkey,
    as,
    tenant: { ...tenant, owner: as(tenant.ownerSecret) },
    /** Where Latchkey is. */
    base,
    /** The headers of every request to the neighbour. */
    heard,
    supergraph: supergraph.replace(LATCHKEY, `${base}/graphql`).replace(NEIGHBOUR, neighbour.url),
    async stop() {
      await neighbour.stop();
      await latchkey.close();
    },
  };
}
