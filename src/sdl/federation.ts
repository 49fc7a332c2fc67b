/** The directives and types that Apollo Federation defines for a subgraph. */
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';

/** The directives of a subgraph without `@link`. */
const FEDERATION_1 = ['extends', 'external', 'key', 'provides', 'requires', 'tag'];
const SCALARS = ['_Any', '_FieldSet', 'FieldSet', 'federation__FieldSet', 'link__Import', 'link__Purpose'];

/** What Apollo Federation defines for a subgraph. */
export interface Federation {
  /** Whether a directive is defined by federation, or by another specification that `@link` names. */
  readonly definesDirective: (name: string) => boolean;
  /** The types of the directives' arguments, as far as the subgraph does not define them itself. */
  readonly types: readonly DefinitionNode[];
}

/** What Apollo Federation defines for the subgraph of `document`. */
export function federationOf({ definitions }: DocumentNode): Federation {
  const links = definitions
    .flatMap((one) =>
      one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION ? (one.directives ?? []) : [],
    )
    .filter(({ name }) => name.value === 'link');
  const imported = new Set(
    links.length > 0 ? ['@link', ...links.flatMap(importsOf)] : FEDERATION_1.map((name) => `@${name}`),
  );
  const defined = new Set(definitions.flatMap((one) => ('name' in one ? [one.name.value] : [])));
  const types = [...SCALARS, ...[...imported].filter((name) => /^[A-Za-z]\w*$/.test(name))];
  const missing = [...new Set(types)].filter((name) => !defined.has(name));
  return {
    definesDirective: (name) => imported.has(`@${name}`) || (links.length > 0 && name.includes('__')),
    types: parse(missing.map((name) => `scalar ${name}`).join('\n') || 'scalar _Any', { noLocation: true }).definitions,
  };
}

/** The names that a `@link` imports, with `@` before those of directives, as the subgraph calls them. */
function importsOf({ arguments: given = [] }: ConstDirectiveNode): string[] {
  const value: unknown = given
    .filter(({ name }) => name.value === 'import')
    .map((one) => valueFromASTUntyped(one.value))[0];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    if (typeof one !== 'object' || one === null) return [];
    const name: unknown = Reflect.get(one, 'as') ?? Reflect.get(one, 'name');
    return typeof name === 'string' ? [name] : [];
  });
}
