/** Estimates the work of an operation before it runs. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
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
import { NODE, type Price, priceOf, priceOfEntity } from './prices.js';

/** The size of an operation. Each property is limited by the row of `LIMITS` with its name. */
export interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
}

const NOTHING: Measure = { depth: 0, aliases: 0, directives: 0, cost: 0 };

const META_FIELDS = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef];

/** The fields of a connection that contain its list, and the list's greatest length; the connection itself counts its objects. */
interface Sized {
  readonly fields: readonly string[];
  readonly size: number;
}

/**
 * Measures an operation of a valid document. A fragment counts wherever it is spread, but is visited once, so that nested
 * fragments take no extra time. Fields that `@skip` or `@include` leave out count as well.
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

  type Parent = GraphQLNamedType | undefined;

  const ofSelections = ({ selections }: SelectionSetNode, parent: Parent, sized?: Sized): Measure =>
    selections.map((selection) => ofSelection(selection, parent, sized)).reduce(together, NOTHING);

  function ofSelection(selection: SelectionNode, parent: Parent, sized?: Sized): Measure {
    const inner = withoutDirectives(selection, parent, sized);
    return { ...inner, directives: inner.directives + (selection.directives?.length ?? 0) };
  }

  function withoutDirectives(selection: SelectionNode, parent: Parent, sized?: Sized): Measure {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent, sized);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, sized);
    const condition = selection.typeCondition;
    return ofSelections(selection.selectionSet, condition ? schema.getType(condition.name.value) : parent, sized);
  }

  function ofFragment(name: string, sized?: Sized): Measure {
    const key = [name, sized?.size, ...(sized?.fields ?? [])].join();
    const known = measured.get(key);
    const fragment = fragments.get(name);
    if (known || !fragment) return known ?? NOTHING;
    const found = ofSelections(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), sized);
    measured.set(key, found);
    return found;
  }

  function ofField(node: FieldNode, parent: Parent, sized?: Sized): Measure {
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    const price = field && priceOf(schema, parent, field);
    const representations = argumentOf(node, 'representations', variables);
    const entities = Array.isArray(representations) ? representations : undefined;
    const size = entities?.length ?? (price ? sizeOf(price, node, variables) : 1);
    const connection = price?.sizedFields && { fields: price.sizedFields, size };
    const listed = sized?.fields.includes(node.name.value) ? sized : undefined;
    const below = connection ?? (listed && { fields: [NODE], size: 1 });
    const inner = node.selectionSet ? ofSelections(node.selectionSet, type, below) : NOTHING;
    const times = listed?.size ?? (connection ? 1 : size);
    // A page reads each of its objects once, whatever is selected of it.
    const objects = entities
      ? entities.reduce((sum: number, one) => sum + priceOfEntity(schema, one), 0)
      : (listed ? 0 : size) * (price?.object ?? 0);
    const given = node.arguments ?? [];
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives,
      cost:
        (price?.weight ?? 1) +
        given.reduce((sum, { name }) => sum + (price?.arguments.get(name.value) ?? 0), 0) +
        objects +
        times * inner.cost,
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

/** The value of an argument; undefined when it is not given. */
function argumentOf({ arguments: given = [] }: FieldNode, name: string, variables: Record<string, unknown>): unknown {
  const argument = given.find((one) => one.name.value === name);
  return argument && valueFromASTUntyped(argument.value, variables);
}

/** The most objects that a field answers: what a slicing argument asks for, otherwise the assumed size. */
function sizeOf(price: Price, node: FieldNode, variables: Record<string, unknown>): number {
  const size = price.slicingArguments
    .map((name) => argumentOf(node, name, variables))
    .find((one) => one !== undefined && one !== null);
  return typeof size === 'number' && size > 0 ? Math.min(size, price.assumedSize) : price.assumedSize;
}
