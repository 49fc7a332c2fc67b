/** `Query._entities` of Apollo Federation, with the checks of every other field. */
import { type GraphQLFieldResolver, type GraphQLSchema, isUnionType } from 'graphql';
import type { Context } from './context.js';
import { BadInput } from '../errors.js';

/** The most representations that one request may ask about. */
export const MAX_REPRESENTATIONS = 1000;

type Resolve = GraphQLFieldResolver<unknown, Context, { readonly representations: readonly unknown[] }>;

/**
 * Adds checks to the resolver that @apollo/subgraph gives `_entities`: the caller must be signed in, the number of
 * representations is bounded, and an invalid one is null with an error of its own. Without them, representations of types
 * without a reference resolver would be returned as they came, and one of an unknown type would fail all others.
 */
export function guardEntities(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  const entity = schema.getType('_Entity');
  if (!field?.resolve || !isUnionType(entity)) throw new Error('the schema has no entities');
  const names = new Set<unknown>(entity.getTypes().map(({ name }) => name));
  const resolve = field.resolve as Resolve;
  const guarded: Resolve = async (source, { representations }, context, info) => {
    await context.caller();
    if (representations.length > MAX_REPRESENTATIONS)
      throw new BadInput('Too many representations. Ask in several requests.');
    return representations.map((representation) => {
      if (!names.has(typenameOf(representation))) return new BadInput('A representation names the type of an entity.');
      return (resolve(source, { representations: [representation] }, context, info) as unknown[])[0];
    });
  };
  field.resolve = guarded as typeof field.resolve;
  return schema;
}

const typenameOf = (representation: unknown): unknown =>
  typeof representation === 'object' && representation !== null && Object.hasOwn(representation, '__typename')
    ? Reflect.get(representation, '__typename')
    : undefined;
