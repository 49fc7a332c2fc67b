/** A subgraph that knows nothing of tokens: it adds a field to Latchkey's organizations and to its targets. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { gql } from 'graphql-tag';

export const NEIGHBOUR_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

  type Query {
    "The dashboards as a whole."
    dashboards: String!
  }

  type Organization @key(fields: "id") {
    id: ID!
    dashboard: String!
  }

  type Target @key(fields: "id") {
    id: ID!
    dashboard: String!
  }
`;

const HOME = 'https://dashboards.example';
const dashboard =
  (kind: string) =>
  ({ id }: { id: string }) =>
    `${HOME}/${kind}/${id}`;

/** Starts it on a free port of this machine. `onHeaders` is called with the headers of every request. */
export async function startNeighbour(
  onHeaders: (headers: Readonly<Record<string, unknown>>) => void = () => undefined,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const resolvers = {
    Query: { dashboards: () => HOME },
    Organization: { dashboard: dashboard('organizations') },
    Target: { dashboard: dashboard('targets') },
  };
  const schema = buildSubgraphSchema({ typeDefs: gql(NEIGHBOUR_SDL), resolvers });
  const server = new ApolloServer({
    schema,
    // The caller stops it.
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => {
      onHeaders(req.headers);
      return {};
    },
  });
  return { url, stop: () => server.stop() };
}
