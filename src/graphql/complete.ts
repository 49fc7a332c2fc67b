/** Has the compiler see to it that every field of the SDL is answered by something. */
import type { GraphQLScalarType } from 'graphql';
import type { Resolvers, ResolversParentTypes } from '../generated/resolvers-types.js';

type Types = keyof Resolvers & keyof ResolversParentTypes;

/** The fields of a type in the SDL. */
type Fields<T extends Types> =
  NonNullable<Resolvers[T]> extends GraphQLScalarType
    ? never
    : Exclude<keyof NonNullable<Resolvers[T]> & string, `__${string}`>;

/** What answers a field without a resolver: the properties of what the type stands for in the code. */
type Properties<T extends Types> = T extends 'Query' | 'Mutation' ? never : keyof ResolversParentTypes[T];

/** The fields of a type that the resolvers of one of the domains answer. */
type Resolved<Domain, T extends Types> = Domain extends Readonly<Record<T, infer R>> ? keyof R : never;

/** The fields that nothing answers, as `GraphOsKey.keyName`. */
type Unanswered<Domains> = {
  [T in Types]: `${T}.${Exclude<Fields<T>, Properties<T> | Resolved<Domains[keyof Domains], T>>}`;
}[Types];

/**
 * The resolvers of all domains, as they are given. Does not compile while a field has neither a resolver nor a property of
 * its name in what its type stands for (the mappers in codegen.ts): graphql-js would answer null. The compiler names such
 * fields. A domain's resolvers are declared with `satisfies Resolvers`, so that their type tells which there are.
 */
export const complete = <Domains extends Readonly<Record<string, Resolvers>>>(
  domains: Domains & ([Unanswered<Domains>] extends [never] ? unknown : `${Unanswered<Domains>} has no resolver`),
): Domains => domains;
