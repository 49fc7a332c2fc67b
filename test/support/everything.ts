/** Queries that together select everything that the schema lets one read. One query for it all would be over the limits. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/**
 * A query for each field of what a root field answers, with all that is below, but no type within itself. `given` has
 * arguments by `Type.field`, such as `{ 'Query.target': 'reference: { byId: "x" }' }`: those that are required must be there.
 */
export function queriesForEverything(schema: GraphQLSchema, given: Readonly<Record<string, string>>): string[] {
  const query = schema.getQueryType();
  if (!query) throw new Error('the schema has no queries');

  function selection(type: GraphQLNamedType, above: readonly string[]): string {
    if (isLeafType(type)) return '';
    if (isObjectType(type)) return `{ __typename ${selections(type, above).join(' ')} }`;
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    return `{ __typename ${possible.map((one) => `... on ${one.name} ${selection(one, above)}`).join(' ')} }`;
  }

  function selections(type: GraphQLObjectType, above: readonly string[]): string[] {
    const path = [...above, type.name];
    return Object.values(type.getFields())
      .filter((field) => !path.includes(getNamedType(field.type).name))
      .map((field) => `${call(type, field)} ${selection(getNamedType(field.type), path)}`);
  }

  function call(type: GraphQLObjectType, { name, args }: Field): string {
    const values = given[`${type.name}.${name}`];
    if (values !== undefined) return `${name}(${values})`;
    if (args.some(isRequiredArgument)) throw new Error(`say which arguments ${type.name}.${name} takes here`);
    return args.some((argument) => argument.name === 'first') ? `${name}(first: 3)` : name;
  }

  const roots = Object.values(query.getFields()).filter(({ name }) => !name.startsWith('_'));
  return roots.flatMap((field) => {
    const type = getNamedType(field.type);
    const parts = isObjectType(type)
      ? selections(type, [query.name]).map((part) => `{ __typename ${part} }`)
      : [selection(type, [query.name])];
    return parts.map((part) => `{ ${call(query, field)} ${part} }`);
  });
}
