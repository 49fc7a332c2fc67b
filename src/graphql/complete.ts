/** Makes the compiler check that every field of the SDL has a resolver or a property. */
import type { GraphQLScalarType } from 'graphql';
import type { Resolvers, ResolversParentTypes } from '../generated/resolvers-types.js';

type Types = keyof Resolvers & keyof ResolversParentTypes;

/** The fields of a type in the SDL. */
type Fields<T extends Types> =
  NonNullable<Resolvers[T]> extends GraphQLScalarType
    ? never
    : Exclude<keyof NonNullable<Resolvers[T]> & string, `__${string}`>;

/** The properties of the TypeScript type behind a GraphQL type: they answer fields without a resolver. */
type Properties<T extends Types> = T extends 'Query' | 'Mutation' ? never : keyof ResolversParentTypes[T];

/** The fields of a type that one of the domains has resolvers for. */
type Resolved<Domain, T extends Types> = Domain extends Readonly<Record<T, infer R>> ? keyof R : never;

/** The fields that nothing answers, as `GraphOsKey.keyName`. */
type Unanswered<Domains> = {
  [T in Types]: `${T}.${Exclude<Fields<T>, Properties<T> | Resolved<Domains[keyof Domains], T>>}`;
}[Types];

/**
 * Returns the resolvers of all domains unchanged. Does not compile when a field has neither a resolver nor a property of its
 * name in the TypeScript type behind its GraphQL type (`mappers` in codegen.ts): graphql-js would answer null. The error
 * names the fields. Domains declare their resolvers with `satisfies Resolvers`, so that their type lists the fields.
 */
export const complete = <Domains extends Readonly<Record<string, Resolvers>>>(
  domains: Domains & ([Unanswered<Domains>] extends [never] ? unknown : `${Unanswered<Domains>} has no resolver`),
): Domains => domains;
