/** How much an operation asks for, told before anything of it runs. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import { COST } from './limits.js';
import { HIVE_PAGE_SIZE, MAX_PAGE_SIZE } from './paging.js';
import { isWriting } from './writes.js';

/** In the terms of `LIMITS`. */
export interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
}

const NOTHING: Measure = { depth: 0, aliases: 0, directives: 0, cost: 0 };

const META_FIELDS = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef];

/** Lists in GraphQL Hive's manner, with its page. */
const HIVES_LISTS = new Set(['Organization.accessTokens']);

/**
 * Measures an operation of a valid document. A fragment counts wherever it is spread but is walked once, so that
 * fragments within fragments cost no time. What directives leave out counts as well.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> = {},
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Measure>();
  const variables = { ...defaultsOf(operation), ...given };

  const ofSelections = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Measure =>
    selections.map((selection) => ofSelection(selection, parent)).reduce(together, NOTHING);

  function ofSelection(selection: SelectionNode, parent: GraphQLNamedType | undefined): Measure {
    const inner = withoutDirectives(selection, parent);
    return { ...inner, directives: inner.directives + (selection.directives?.length ?? 0) };
  }

  function withoutDirectives(selection: SelectionNode, parent: GraphQLNamedType | undefined): Measure {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const condition = selection.typeCondition;
    return ofSelections(selection.selectionSet, condition ? schema.getType(condition.name.value) : parent);
  }

  function ofFragment(name: string): Measure {
    const known = measured.get(name);
    const fragment = fragments.get(name);
    if (known || !fragment) return known ?? NOTHING;
    const found = ofSelections(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    measured.set(name, found);
    return found;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType | undefined): Measure {
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    const inner = node.selectionSet ? ofSelections(node.selectionSet, type) : NOTHING;
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives,
      cost:
        (isWriting(parent, type) && node.name.value !== TypeNameMetaFieldDef.name ? COST.write : 1) +
        inner.cost * (field ? sizeOf(field, node, parent, variables) : 1),
    };
  }

  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

const together = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  cost: a.cost + b.cost,
});

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

function fieldOf(parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  const own = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  return own ?? META_FIELDS.find((field) => field.name === name);
}

const isNamed = (type: GraphQLNamedType | undefined, end: string): boolean => type?.name.endsWith(end) ?? false;

/** How many objects a field answers, at most or as a guess. A connection counts its page, so its `edges` are one. */
function sizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  parent: GraphQLNamedType | undefined,
  variables: Record<string, unknown>,
): number {
  const given = (name: string): unknown => {
    const argument = node.arguments?.find((one) => one.name.value === name);
    return argument && valueFromASTUntyped(argument.value, variables);
  };
  if (field.args.some(({ name }) => name === 'first')) {
    const page = HIVES_LISTS.has(`${parent?.name}.${field.name}`) ? HIVE_PAGE_SIZE : MAX_PAGE_SIZE;
    const size = given('first') ?? given('last');
    return typeof size === 'number' && size > 0 ? Math.min(size, page) : page;
  }
  const representations = given('representations');
  if (Array.isArray(representations)) return representations.length;
  const single = !isListType(getNullableType(field.type)) || !isCompositeType(getNamedType(field.type));
  return single || isNamed(parent, 'Connection') ? 1 : COST.list;
}
