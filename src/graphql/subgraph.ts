/** The executable schema: the SDL of every domain in schema/ with its resolvers, as one federated subgraph. */
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, GraphQLScalarType, graphqlSync } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { gql } from 'graphql-tag';
import { withoutAuthDirectives } from './auth-directives.js';
import { complete } from './complete.js';
import { guardEntities } from './entities.js';
import { authenticateEachWrite } from './writes.js';
import { resolvers as access } from '../access/resolvers.js';
import { resolvers as breakingChanges } from '../breaking-changes/resolvers.js';
import { resolvers as identity } from '../identity/resolvers.js';
import { resolvers as accessTokens } from '../access-tokens/resolvers.js';
import { resolvers as organizationAccessTokens } from '../organization-access-tokens/resolvers.js';
import { resolvers as organizations } from '../organizations/resolvers.js';
import { resolvers as personalAccessTokens } from '../personal-access-tokens/resolvers.js';
import { resolvers as projectAccessTokens } from '../project-access-tokens/resolvers.js';
import { resolvers as registryTokens } from '../registry-tokens/resolvers.js';
import { resolvers as schemaExtensions } from '../schema-extensions/resolvers.js';
import { resolvers as subgraphKeys } from '../subgraph-keys/resolvers.js';
import { resolvers as targets } from '../targets/resolvers.js';
import { resolvers as userAccessTokens } from '../user-access-tokens/resolvers.js';

const moment = (name: string) => new GraphQLScalarType({ ...GraphQLDateTime.toConfig(), name });

/** The resolvers of each SDL file, by its name. */
const DOMAINS = complete({
  schema: { DateTime: moment('DateTime'), Timestamp: moment('Timestamp') },
  access,
  identity,
  organizations,
  'access-tokens': accessTokens,
  'organization-access-tokens': organizationAccessTokens,
  'personal-access-tokens': personalAccessTokens,
  'project-access-tokens': projectAccessTokens,
  'registry-tokens': registryTokens,
  'breaking-changes': breakingChanges,
  'schema-extensions': schemaExtensions,
  'subgraph-keys': subgraphKeys,
  targets,
  'user-access-tokens': userAccessTokens,
});

/** The subgraph's schema from the SDL of every domain, edited by `edit`, and its resolvers. */
const build = (edit: (sdl: DocumentNode) => DocumentNode): GraphQLSchema =>
  buildSubgraphSchema(
    Object.entries(DOMAINS).map(([domain, resolvers]) => ({
      typeDefs: edit(gql(readFileSync(new URL(`../../schema/${domain}.graphql`, import.meta.url), 'utf8'))),
      // The type that @apollo/subgraph declares for resolvers does not know the context.
      resolvers: resolvers as never,
    })),
  );

/** The schema that answers requests. */
export const createSubgraph = (): GraphQLSchema => authenticateEachWrite(guardEntities(build(withoutAuthDirectives)));

/** The SDL for routers and composition: what `{ _service { sdl } }` answers. */
export const subgraphSdl = (): string => sdlOf(createSubgraph());

/** The same with `@authenticated` and `@requiresScopes`, for gateways that enforce them. */
export const subgraphSdlWithAuth = (): string => sdlOf(build((sdl) => sdl));

function sdlOf(schema: GraphQLSchema): string {
  const { data } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  return (data as unknown as { _service: { sdl: string } })._service.sdl;
}
