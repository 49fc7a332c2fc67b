/** Every place of the schema that takes a value from a client, each with an operation that reaches it. */
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';

type Path = readonly (string | number)[];

/** One place, and how to send a value there. */
export interface Position {
  /** As in `OrganizationMutation.createKey(resources.subgraphs.0.graphId)`. */
  readonly name: string;
  readonly type: GraphQLInputType;
  /** The operation with `value` at this place, in its variables. */
  readonly asVariable: (value: unknown) => { query: string; variables: object };
  /** The same with `text`, as it stands, in the document. */
  readonly asLiteral: (text: string) => string;
}

/** Text that stands in a literal as it is. */
class Raw {
  constructor(readonly text: string) {}
}

type Step = readonly [parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>];

/** Every position of every argument of every field that a client can reach. `id` is what every ID is, unless replaced. */
export function positionsOf(schema: GraphQLSchema, id: string): Position[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return roots.flatMap((root) => (root ? [...fieldsBelow(root)].flatMap((steps) => [...positionsAt(steps, id)]) : []));
}

/** The shortest way to each field below a root type. */
function* fieldsBelow(root: GraphQLObjectType): Generator<Step[]> {
  const seen = new Set<GraphQLObjectType>([root]);
  const queue: Step[][] = [[]];
  for (let steps = queue.shift(); steps; steps = queue.shift()) {
    const last = steps.at(-1);
    const type = last ? getNamedType(last[1].type) : root;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const way: Step[] = [...steps, [type, field]];
      yield way;
      const next = getNamedType(field.type);
      if (!isObjectType(next) || seen.has(next)) continue;
      seen.add(next);
      queue.push(way);
    }
  }
}

function* positionsAt(steps: Step[], id: string): Generator<Position> {
  const [parent, field] = steps.at(-1) ?? [];
  if (!parent || !field) return;
  for (const { name, type } of field.args)
    for (const [path, at] of pathsOf(type)) {
      const build = (value: unknown, literally: boolean) =>
        operation(
          steps,
          (argument) => (argument.name === name ? sampleWith(type, path, value, id) : sample(argument.type, id)),
          literally,
        );
      yield {
        name: `${parent.name}.${field.name}(${[name, ...path].join('.')})`,
        type: at,
        asVariable: (value) => build(value, false),
        asLiteral: (text) => build(new Raw(text), true).query,
      };
    }
}

function* pathsOf(type: GraphQLInputType, path: Path = []): Generator<[Path, GraphQLInputType]> {
  yield [path, type];
  const inner = getNullableType(type);
  if (isListType(inner)) yield* pathsOf(inner.ofType, [...path, 0]);
  if (isInputObjectType(inner))
    for (const field of Object.values(inner.getFields())) yield* pathsOf(field.type, [...path, field.name]);
}

/** A value that fits `type`. */
const sample = (type: GraphQLInputType, id: string): unknown => sampleWith(type, undefined, undefined, id);

/** A value that fits `type` but for `value` at `path`. Of a `@oneOf` type it has the field on the path, else the first. */
function sampleWith(type: GraphQLInputType, path: Path | undefined, value: unknown, id: string): unknown {
  const [step, ...rest] = path ?? [];
  if (path?.length === 0) return value;
  const inner = getNullableType(type);
  if (isListType(inner)) return [sampleWith(inner.ofType, path && rest, value, id)];
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields());
    const chosen = inner.isOneOf ? [fields.find(({ name }) => name === step) ?? fields[0]] : fields;
    const entries = chosen.map((field) =>
      field ? [field.name, sampleWith(field.type, field.name === step ? rest : undefined, value, id)] : [],
    );
    return Object.fromEntries(entries) as unknown;
  }
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  const samples: Record<string, unknown> = { ID: id, Int: 1, Float: 1, Boolean: true };
  return samples[inner.name] ?? (inner.name === 'String' ? 'some-text' : '2099-01-01T00:00:00Z');
}

type Argument = GraphQLField<unknown, unknown>['args'][number];

/** The operation that walks `steps`; the last one's arguments are as told, the others' are samples of what they require. */
function operation(steps: Step[], valueOf: (argument: Argument) => unknown, literally: boolean) {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const last = steps.length - 1;
  const end = isLeafType(getNamedType(steps[last]?.[1].type)) ? '' : ' { __typename }';
  const selection = steps.reduceRight((below, [, field], depth) => {
    const args = field.args.filter(({ name, type }) => depth === last || name === 'id' || String(type).endsWith('!'));
    const given = args.map((argument) => {
      const value = depth === last ? valueOf(argument) : sample(argument.type, 'no-such-thing');
      if (literally) return `${argument.name}: ${literal(value, argument.type)}`;
      variables[`${argument.name}${depth}`] = value;
      declared.push(`$${argument.name}${depth}: ${String(argument.type)}`);
      return `${argument.name}: $${argument.name}${depth}`;
    });
    return ` { ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${below} }`;
  }, end);
  const kind = steps[0]?.[0].name === 'Mutation' ? 'mutation' : 'query';
  return { query: `${kind}${declared.length > 0 ? ` (${declared.join(', ')})` : ''}${selection}`, variables };
}

/** `value` as it stands in a document. */
function literal(value: unknown, type: GraphQLInputType): string {
  if (value instanceof Raw) return value.text;
  const inner = getNullableType(type);
  if (isEnumType(inner)) return String(value);
  if (isListType(inner) && Array.isArray(value))
    return `[${value.map((one) => literal(one, inner.ofType)).join(', ')}]`;
  if (!isInputObjectType(inner)) return JSON.stringify(value);
  const entries = Object.entries(value as object).map(([name, one]) => {
    const field = inner.getFields()[name];
    return field ? `${name}: ${literal(one, field.type)}` : '';
  });
  return `{${entries.join(', ')}}`;
}
