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
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
} from 'graphql';
import { measure } from '../../src/graphql/cost.js';
import { LIMITS } from '../../src/graphql/limits.js';

type Field = GraphQLField<unknown, unknown>;

/** Arguments that say the same for everybody. */
const ARGUMENTS = {
  'Target.assessBreakingChanges': 'input: { operations: [], changes: [] }',
  'Target.mergedSchema': 'sdl: "type Query { a: Int }"',
  'TokenInfo.hasOrganizationScope': 'scope: READ',
  'TokenInfo.hasProjectScope': 'scope: READ',
  'TokenInfo.hasTargetScope': 'scope: READ',
};

/** Left out: a root field of Query leads to what is below them, which is over the limits as a part of these. */
const REACHED_OTHERWISE = [
  'User.organizations',
  'UserAccessToken.organizations',
  'UserAccessToken.resolvedResourcePermissionGroups',
  'UserAccessToken.resources',
  'ProjectResourceAssignment.project',
  'TargetResouceAssignment.target',
  ...['organization', 'project', 'target', 'token'].map((field) => `TokenInfo.${field}`),
];

/**
 * A query for each root field with all that is below, but no type within itself; several where one is over the limits. `own` has
 * arguments by `Type.field`, such as `{ 'Query.target': 'reference: { byId: "x" }' }`: those that are required must be there.
 */
export function queriesForEverything(schema: GraphQLSchema, own: Readonly<Record<string, string>>): string[] {
  const given: Readonly<Record<string, string>> = { ...ARGUMENTS, ...own };
  const query = schema.getQueryType();
  if (!query) throw new Error('the schema has no queries');

  /** Fields that lead to no type above them. */
  const fieldsOf = (type: GraphQLObjectType, above: readonly string[]): Field[] =>
    Object.values(type.getFields()).filter(
      (field) =>
        ![...above, type.name].includes(getNamedType(field.type).name) &&
        !REACHED_OTHERWISE.includes(`${type.name}.${field.name}`),
    );

  function selection(type: GraphQLNamedType, above: readonly string[]): string {
    if (isLeafType(type)) return '';
    if (isObjectType(type)) return `{ __typename ${selections(type, above).join(' ')} }`;
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    return `{ __typename ${possible.map((one) => `... on ${one.name} ${selection(one, above)}`).join(' ')} }`;
  }

  function selections(type: GraphQLObjectType, above: readonly string[]): string[] {
    const path = [...above, type.name];
    return fieldsOf(type, above).map((field) => `${call(type, field)} ${selection(getNamedType(field.type), path)}`);
  }

  function call(type: GraphQLObjectType, { name, args }: Field): string {
    const values = given[`${type.name}.${name}`];
    if (values !== undefined) return `${name}(${values})`;
    if (args.some(isRequiredArgument)) throw new Error(`say which arguments ${type.name}.${name} takes here`);
    return args.some((argument) => argument.name === 'first') ? `${name}(first: 1)` : name;
  }

  /** One query for all that is below the calls, or one for each part of it where that is over the limit. */
  function queriesBelow(calls: readonly string[], type: GraphQLNamedType, above: readonly string[]): string[] {
    const text = calls.reduceRight((below, each) => `{ __typename ${each} ${below} }`, selection(type, above));
    if (!isObjectType(type) || isWithinLimits(schema, text)) return [text];
    return fieldsOf(type, above).flatMap((field) =>
      queriesBelow([...calls, call(type, field)], getNamedType(field.type), [...above, type.name]),
    );
  }

  const roots = Object.values(query.getFields()).filter(({ name }) => !name.startsWith('_'));
  return roots.flatMap((field) => queriesBelow([call(query, field)], getNamedType(field.type), [query.name]));
}

function isWithinLimits(schema: GraphQLSchema, text: string): boolean {
  const document = parse(text);
  const [operation] = document.definitions;
  return (
    operation?.kind === Kind.OPERATION_DEFINITION &&
    tokensOf(text) <= LIMITS.tokens.most &&
    measure(schema, document, operation).cost <= LIMITS.cost.most
  );
}

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count++;
  return count;
}
