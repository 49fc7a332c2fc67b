/** What fields cost and how long lists can be, as `@cost` and `@listSize` in the SDL say. */
import {
  type ASTNode,
  type DirectiveNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import { memoized } from '../memoized.js';

export interface Price {
  /** What the field itself costs, however much it answers. */
  readonly weight: number;
  /** What its arguments cost when they are given, by name. */
  readonly arguments: ReadonlyMap<string, number>;
  /** What each object that it answers costs, beside its fields; of a connection, each object of its list. */
  readonly object: number;
  /** How many objects it answers when no slicing argument says less. */
  readonly assumedSize: number;
  readonly slicingArguments: readonly string[];
  /** Of a connection: the fields that are the list. Undefined when the field is the list itself, or none. */
  readonly sizedFields: readonly string[] | undefined;
}

type Field = GraphQLField<unknown, unknown>;

/** The price of a field of `parent`; of an interface's field, the highest of what implements it. */
export function priceOf(schema: GraphQLSchema, parent: GraphQLNamedType | undefined, field: Field): Price {
  const own = pricesIn(schema)(field);
  if (!isInterfaceType(parent)) return own;
  const fields = schema.getPossibleTypes(parent).flatMap((type) => type.getFields()[field.name] ?? []);
  return fields.map(pricesIn(schema)).reduce((a, b) => (a.weight >= b.weight ? a : b), own);
}

const pricesIn = memoized((schema: GraphQLSchema) =>
  memoized((field: Field): Price => {
    const { assumedSize, slicingArguments, sizedFields } = directive(schema, 'listSize', field) ?? {};
    return {
      weight: weightOf(schema, field) ?? 1,
      arguments: new Map(field.args.map((argument) => [argument.name, weightOf(schema, argument) ?? 0])),
      object: weightOfObjects(schema, sizedFields ? listedBy(field, sizedFields) : getNamedType(field.type)),
      assumedSize: assumedSize ?? defaultSize(field),
      slicingArguments: slicingArguments ?? [],
      sizedFields,
    };
  }),
);

/** The values of `@listSize` and `@cost`. */
interface Values {
  readonly weight?: number;
  readonly assumedSize?: number;
  readonly slicingArguments?: readonly string[];
  readonly sizedFields?: readonly string[];
}

function directive(
  schema: GraphQLSchema,
  name: 'cost' | 'listSize',
  { astNode }: { readonly astNode?: (ASTNode & { readonly directives?: readonly DirectiveNode[] }) | null | undefined },
): Values | undefined {
  const definition = schema.getDirective(name);
  return definition && astNode ? getDirectiveValues(definition, astNode) : undefined;
}

/** The type of the objects that a connection lists: of `nodes`, and of each of the `edges` its `node`. */
function listedBy(field: Field, sizedFields: readonly string[]): GraphQLNamedType {
  const connection = getNamedType(field.type);
  const [list] = isObjectType(connection) ? sizedFields.flatMap((name) => connection.getFields()[name] ?? []) : [];
  const type = list && getNamedType(list.type);
  const node = isObjectType(type) ? type.getFields()[NODE] : undefined;
  return node ? getNamedType(node.type) : (type ?? connection);
}

/** The field of an edge that answers the object. */
export const NODE = 'node';

const weightOf = (schema: GraphQLSchema, element: Field | GraphQLArgument | GraphQLNamedType): number | undefined =>
  directive(schema, 'cost', element)?.weight;

function weightOfObjects(schema: GraphQLSchema, type: GraphQLNamedType): number {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return Math.max(0, ...possible.map((one) => weightOf(schema, one) ?? 0));
}

/** Finding what a representation stands for by its id: those of one request are read together. */
const BY_ID = 10;
/** Finding it by the slugs of a path, which takes reads of its own: about 0.5 ms of processor time on MongoDB. */
const BY_PATH = 300;

/** What finding the entity that a representation stands for costs. */
export function priceOfEntity(schema: GraphQLSchema, representation: unknown): number {
  if (typeof representation !== 'object' || representation === null) return BY_ID;
  const fields: readonly unknown[] = Object.values(representation);
  const byPath = fields.some((value) => typeof value === 'object' && value !== null);
  const type = schema.getType(String(Reflect.get(representation, '__typename')));
  return (byPath ? BY_PATH : BY_ID) + (type ? weightOfObjects(schema, type) : 0);
}

/** The size of a list of objects that has no `@listSize`: those of introspection, and `_entities` without representations. */
function defaultSize(field: Field): number {
  const type = getNamedType(field.type);
  if (!isListType(getNullableType(field.type)) || !isCompositeType(type)) return 1;
  return isIntrospectionType(type) && field.name === 'types' ? 60 : 3;
}
