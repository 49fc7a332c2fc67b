/** Finds what is too large in the values of a request, before they are used: by where it stands, never by what it is. */
import { type ASTNode, BREAK, type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';
import { LIMITS } from './limits.js';
import { sdlPlaces } from './sdl-places.js';

/** What is too large, and where: as `Variable "$input.title"` or `Argument "input.title"`. */
export interface TooLarge {
  readonly what: 'text' | 'object';
  readonly place: string;
}

/** A value of the variables, within another one. */
interface Inner {
  readonly value: unknown;
  readonly key: string;
  /** Undefined for the variables as a whole. */
  readonly outer: Inner | undefined;
}

/** Whether a text is too long where it stands, which is looked up only if it is longer than most. */
const isLong = (text: string, standsForSdl: () => boolean): boolean =>
  text.length > LIMITS.textCharacters.most && (text.length > LIMITS.sdlCharacters.most || !standsForSdl());

/** The first value of a request that is too large: in its variables, else in its document. */
export function tooLarge(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
): TooLarge | undefined {
  let places: ReturnType<typeof sdlPlaces> | undefined;
  const found = () => (places ??= sdlPlaces(schema, document));
  return (
    tooLargeInVariables(variables, (path) => found().variables.has(path)) ??
    tooLargeInDocument(document, (node) => found().literals.has(node))
  );
}

/** The first value of the variables that is too large. Not by recursion: they may be deeper than the stack. */
function tooLargeInVariables(
  variables: Readonly<Record<string, unknown>>,
  standsForSdl: (path: string) => boolean,
): TooLarge | undefined {
  const open: Inner[] = [{ value: variables, key: '', outer: undefined }];
  for (let one = open.pop(); one; one = open.pop()) {
    const { value } = one;
    if (typeof value === 'string' && isLong(value, () => standsForSdl(keysTo(one).join('.'))))
      return { what: 'text', place: placeOf(one) };
    if (typeof value !== 'object' || value === null) continue;
    const keys = Object.keys(value);
    if (!Array.isArray(value) && keys.length > LIMITS.objectFields.most) return { what: 'object', place: placeOf(one) };
    for (const key of keys) open.push({ key, value: (value as Record<string, unknown>)[key], outer: one });
  }
  return undefined;
}

/** The name of the variable, and the keys and indices within it. */
function keysTo(inner: Inner): string[] {
  const keys: string[] = [];
  for (let one = inner; one.outer; one = one.outer) keys.push(one.key);
  return keys.reverse();
}

/** A place in variables, as text. It ends before the first key that cannot be a field's name or an index, which may hold a value. */
const TELLABLE = /^\w{1,50}$/;

function placeOf(inner: Inner): string {
  const keys = keysTo(inner);
  const untellable = keys.findIndex((key) => !TELLABLE.test(key));
  const [name, ...path] = untellable < 0 ? keys : keys.slice(0, untellable);
  if (name === undefined) return 'A value in "variables"';
  return `Variable "$${name}${path.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join('')}"`;
}

/** The first text or number in a document that is too large. A default value belongs to its variable. */
function tooLargeInDocument(document: DocumentNode, standsForSdl: (node: ASTNode) => boolean): TooLarge | undefined {
  let found: TooLarge | undefined;
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (!('value' in node) || typeof node.value !== 'string' || node.kind === Kind.NAME) return undefined;
      if (!isLong(node.value, () => standsForSdl(node))) return undefined;
      found = { what: 'text', place: placeAmong(parent ? [...ancestors, parent] : ancestors) };
      return BREAK;
    },
  });
  return found;
}

/** The argument or the variable that a node with these ancestors stands in, and the fields within it. */
function placeAmong(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  let place = 'A value of the document';
  const path: string[] = [];
  for (const one of ancestors) {
    if (!('kind' in one)) continue;
    if (one.kind === Kind.ARGUMENT) place = `Argument "${one.name.value}`;
    if (one.kind === Kind.VARIABLE_DEFINITION) place = `Variable "$${one.variable.name.value}`;
    if (one.kind === Kind.OBJECT_FIELD) path.push(`.${one.name.value}`);
  }
  return place + path.join('') + (place.includes('"') ? '"' : '');
}
