/** Finds values of a request that are too large, before they are used. Returns their places and no value. */
import { type ASTNode, BREAK, type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';
import { LIMITS } from './limits.js';
import { sdlPlaces } from './sdl-places.js';

/** What is too large, and its place: `Variable "$input.title"` or `Argument "input.title"`. */
export interface TooLarge {
  readonly what: 'text' | 'object';
  readonly place: string;
}

/** A value within the variables, with the value that contains it. */
interface Inner {
  readonly value: unknown;
  readonly key: string;
  /** Undefined for the variables as a whole. */
  readonly outer: Inner | undefined;
}

/** Whether a text is too long for its place. The place matters, and is looked up, only above the usual limit. */
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

/** The first value of the variables that is too large. Iterative, because their nesting may exceed the stack. */
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

/** Keys that may be the name of a field or an index. Any other key may be a value, and is not shown. */
const SAFE_KEY = /^\w{1,50}$/;

/** A place in the variables, as text; it ends before the first key that is not safe to show. */
function placeOf(inner: Inner): string {
  const keys = keysTo(inner);
  const unsafe = keys.findIndex((key) => !SAFE_KEY.test(key));
  const [name, ...path] = unsafe < 0 ? keys : keys.slice(0, unsafe);
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

/** The argument or variable that contains a node with these ancestors, and the fields within it. */
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
