/** Reads `@cost` and `@listSize` in the SDL: what fields cost, and how long lists can be. */
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
  /** The cost of the field itself, whatever it answers. */
  readonly weight: number;
  /** The cost of each argument when it is given, by name. */
  readonly arguments: ReadonlyMap<string, number>;
  /** The cost of each object that it answers, besides that object's fields; for a connection, of each object in its list. */
  readonly object: number;
  /** The number of objects that it answers when no slicing argument asks for less. */
  readonly assumedSize: number;
  readonly slicingArguments: readonly string[];
  /** For a connection: its fields that contain the list. Undefined for every other field. */
  readonly sizedFields: readonly string[] | undefined;
}

type Field = GraphQLField<unknown, unknown>;

/** The price of a field of `parent`; for an interface, the highest price among the types that implement it. */
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

/** The type of the objects in a connection: of `nodes`, or of `node` in each of `edges`. */
function listedBy(field: Field, sizedFields: readonly string[]): GraphQLNamedType {
  const connection = getNamedType(field.type);
  const [list] = isObjectType(connection) ? sizedFields.flatMap((name) => connection.getFields()[name] ?? []) : [];
  const type = list && getNamedType(list.type);
  const node = isObjectType(type) ? type.getFields()[NODE] : undefined;
  return node ? getNamedType(node.type) : (type ?? connection);
}

/** The field of an edge that contains the object. */
export const NODE = 'node';

const weightOf = (schema: GraphQLSchema, element: Field | GraphQLArgument | GraphQLNamedType): number | undefined =>
  directive(schema, 'cost', element)?.weight;

function weightOfObjects(schema: GraphQLSchema, type: GraphQLNamedType): number {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return Math.max(0, ...possible.map((one) => weightOf(schema, one) ?? 0));
}

/** The cost of finding an entity by its id; the entities of one request are read together. */
const BY_ID = 10;
/** The cost of finding an entity by the slugs of its path: single reads, about 0.5 ms of processor time on MongoDB. */
const BY_PATH = 300;

/** The cost of finding the entity of a representation. */
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
