/** The prices of before a list could say how long it is, to see that a search finds what they let through. */
import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { HIVE_PAGE_SIZE, MAX_PAGE_SIZE } from '../../../src/graphql/paging.js';

/** The root field below which everything is that was wrongly priced. A search of the whole schema needs hours to come to it. */
const ROOT = 'organization';

/**
 * Leaves one root field in a schema, and gives every field of it the price of before: 1, as often as a page can be long, or five times below a list whose
 * length no argument says.
 */
export function atFormerPrices(schema: GraphQLSchema): GraphQLSchema {
  const roots = schema.getQueryType()?.getFields() ?? {};
  for (const name of Object.keys(roots)) if (name !== ROOT) Reflect.deleteProperty(roots, name);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    if (type.astNode) type.astNode = { ...type.astNode, directives: [] };
    for (const field of Object.values(type.getFields())) {
      if (field.astNode) field.astNode = { ...field.astNode, directives: [formerSize(type, field)] };
      for (const argument of field.args)
        if (argument.astNode) argument.astNode = { ...argument.astNode, directives: [] };
    }
  }
  return schema;
}

function formerSize({ name }: GraphQLObjectType, field: GraphQLField<unknown, unknown>): ConstDirectiveNode {
  if (field.args.some((argument) => argument.name === 'first'))
    return listSize(field.name === 'accessTokens' ? HIVE_PAGE_SIZE : MAX_PAGE_SIZE);
  const objects = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
  return listSize(objects && !name.endsWith('Connection') ? 5 : 1);
}

function listSize(assumed: number): ConstDirectiveNode {
  const text = `type T { f: Int @listSize(assumedSize: ${assumed}, slicingArguments: ["first", "last"]) }`;
  const [type] = parse(text).definitions as readonly ObjectTypeDefinitionNode[];
  const [directive] = type?.fields?.[0]?.directives ?? [];
  return directive ?? { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'listSize' } };
}
