/** `Query._entities` of Apollo Federation, under the checks of every other read. */
import { type GraphQLFieldResolver, type GraphQLSchema, isUnionType } from 'graphql';
import type { Context } from './context.js';
import { BadInput } from '../errors.js';

/** The most representations that one request may ask about. */
export const MAX_REPRESENTATIONS = 1000;

type Resolve = GraphQLFieldResolver<unknown, Context, { readonly representations: readonly unknown[] }>;

/**
 * Puts checks before the resolver that @apollo/subgraph gives `_entities`, which would hand back representations as they
 * came for types without a reference resolver, and fail all of them for one of no type. Here, nobody learns anything
 * without being signed in, there is a bound, and a bad representation is null with an error of its own.
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
