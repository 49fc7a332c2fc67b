/** Selections of a document, as a tree that can be made at random, changed and printed. */
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Arguments } from './arguments.js';
import type { Random } from './random.js';

type Parent = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

export interface Selection {
  /** The type that has the field. */
  readonly parent: Parent;
  readonly field: Field;
  readonly arguments: string;
  /** How often the field is there, each time under an alias of its own. */
  readonly times: number;
  /** Of what the field answers; when that is an interface or a union, of one type of it. */
  readonly inner: readonly Selection[];
}

/** How deep selections are made at first; changes make them deeper. */
const LEVELS = 6;
const MOST_FIELDS = 4;

export interface Selections {
  /** A field of `parent`, with what is selected of its answer. */
  readonly one: (parent: Parent, levels?: number) => Selection;
  /** The type whose fields are selected in `inner`; undefined of a field that answers none. */
  readonly within: (selection: Selection) => Parent | undefined;
  /** New arguments. */
  readonly again: (selection: Selection) => Selection;
}

/** Makes selections at random. */
export function selectionsOf(schema: GraphQLSchema, given: Arguments, random: Random): Selections {
  const fieldsOf = (parent: Parent): readonly Field[] => [
    ...Object.values(parent.getFields()),
    TypeNameMetaFieldDef,
    ...(parent === schema.getQueryType() ? [SchemaMetaFieldDef, TypeMetaFieldDef] : []),
  ];

  function one(parent: Parent, levels = LEVELS): Selection {
    const fields = fieldsOf(parent);
    const branches = fields.filter(({ type }) => !isLeafType(getNamedType(type)));
    const leaves = fields.filter(({ type }) => isLeafType(getNamedType(type)));
    const deeper = levels > 0 && branches.length > 0 && random.chance(70);
    const field = random.pick(deeper ? branches : leaves);
    const type = getNamedType(field.type);
    const within = isAbstractType(type) ? random.pick(schema.getPossibleTypes(type)) : type;
    const count = isObjectType(within) ? 1 + random.below(MOST_FIELDS) : 0;
    const inner = Array.from({ length: count }, () => one(within as GraphQLObjectType, levels - 1));
    return { parent, field, arguments: given.of(parent.name, field, random), times: 1, inner };
  }

  return {
    one,
    within({ field, inner }) {
      const type = getNamedType(field.type);
      if (!isCompositeType(type)) return undefined;
      return inner[0]?.parent ?? (isObjectType(type) || isInterfaceType(type) ? type : undefined);
    },
    again: (selection) => ({
      ...selection,
      arguments: given.of(selection.parent.name, selection.field, random),
    }),
  };
}

/** Each selection of the trees, outer ones first. */
export const flattened = (selections: readonly Selection[]): readonly Selection[] =>
  selections.flatMap((selection) => [selection, ...flattened(selection.inner)]);

const coordinateOf = ({ parent, field }: Pick<Selection, 'parent' | 'field'>): string => `${parent.name}.${field.name}`;

/** The fields of the trees, each once, as `Organization.apiKeys`. */
export const coordinatesOf = (selections: readonly Selection[]): readonly string[] => [
  ...new Set(flattened(selections).map(coordinateOf)),
];

/** The trees with `target` replaced by what `change` makes of it, or without it when that is nothing. */
export function replaced(
  selections: readonly Selection[],
  target: Selection,
  change: (selection: Selection) => Selection | undefined,
): readonly Selection[] {
  return selections.flatMap((selection) => {
    if (selection === target) return change(selection) ?? [];
    const inner = replaced(selection.inner, target, change);
    // A field that answers objects needs one selection.
    return selection.inner.length && !inner.length ? [] : [{ ...selection, inner }];
  });
}

/** The document. What is there several times is a fragment, so that tokens are not what ends it. */
export function printed(selections: readonly Selection[], { variables }: Arguments): string {
  const fragments: string[] = [];
  let aliases = 0;

  function all(inner: readonly Selection[]): string {
    const seen = new Set<string>();
    return inner
      .map((selection) => {
        const { name } = selection.field;
        const alone = selection.times === 1 && !seen.has(name);
        seen.add(name);
        const text = `${name}${selection.arguments}${of(selection)}`;
        if (alone) return text;
        return Array.from({ length: selection.times }, () => `a${aliases++}: ${text}`).join(' ');
      })
      .join(' ');
  }

  function of({ field, inner, times }: Selection): string {
    const [first] = inner;
    if (!first) return '';
    const on = isAbstractType(getNamedType(field.type)) ? `... on ${first.parent.name} ` : '';
    if (times === 1) return on ? ` { ${on}{ ${all(inner)} } }` : ` { ${all(inner)} }`;
    const body = all(inner);
    const index = fragments.length;
    fragments.push(`fragment F${index} on ${first.parent.name} { ${body} }`);
    return ` { ...F${index} }`;
  }

  const body = [`{ ${all(selections)} }`, ...fragments].join(' ');
  const declared = used(body, variables).map((name) => `$${name}: ${variables[name]?.type}`);
  return declared.length ? `query (${declared.join(', ')}) ${body}` : body;
}

/** The names of the variables that a document uses. */
export const used = (document: string, variables: Arguments['variables']): readonly string[] => {
  const names = new Set(document.match(/(?<=\$)\w+/g));
  return Object.keys(variables).filter((name) => names.has(name));
};
