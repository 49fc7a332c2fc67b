import { composeServices as composeByApollo } from '@apollo/composition';
import { composeServices as composeByTheGuild } from '@theguild/federation-composition';
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE } from '@wundergraph/composition';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Subgraph } from '../../examples/supergraph/compose.js';
import { subgraphs } from './supergraph.js';

/** What each makes of subgraphs: what it objects to, and the schema that clients see. */
type Compose = (subgraphs: readonly Subgraph[]) => { errors: readonly Error[]; schema: string };

const apollo: Compose = (all) => {
  const { errors = [], supergraphSdl = '' } = composeByApollo(parsed(all));
  return { errors, schema: supergraphSdl };
};
const theGuild: Compose = (all) => {
  const { errors = [], supergraphSdl = '' } = composeByTheGuild(parsed(all));
  return { errors, schema: supergraphSdl };
};
const wunderGraph: Compose = (all) => {
  const result = federateSubgraphs({
    subgraphs: all.map(({ name, url, sdl }) => ({ name, url, definitions: parse(sdl) })),
    version: ROUTER_COMPATIBILITY_VERSION_ONE,
  });
  if (!result.success) return { errors: result.errors, schema: '' };
  return { errors: [], schema: JSON.stringify(result.federatedGraphClientSchema.toConfig().types.map(String)) };
};
const parsed = (all: readonly Subgraph[]) => all.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));

describe.each([
  ['@apollo/composition', apollo],
  ['@theguild/federation-composition', theGuild],
  ['@wundergraph/composition', wunderGraph],
] as const)('%s', (_, compose) => {
  it.each(['plain', 'auth'] as const)('composes Latchkey with a neighbour: the %s schema', (variant) => {
    const { errors, schema } = compose(subgraphs(variant));
    expect(errors).toEqual([]);
    for (const part of ['OrganizationMutation', 'CreateKeyResult', 'Timestamp']) expect(schema).toContain(part);
  });

  it('objects to a neighbour whose key is no field', () => {
    const [latchkey, neighbour] = subgraphs('plain');
    if (!latchkey || !neighbour) throw new Error('there are no subgraphs');
    const odd = { ...neighbour, sdl: neighbour.sdl.replace('type Target ', 'type Target @key(fields: "nothing") ') };
    expect(compose([latchkey, odd]).errors).not.toEqual([]);
  });
});
