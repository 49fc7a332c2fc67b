/** Reads references in arguments and in representations of entities, and declares the loaders that resolve them. */
import { BadInput } from '../errors.js';

/**
 * The name and value of the only given choice. Arguments are checked here as well as by `@oneOf`, which a supergraph may drop.
 * @throws BadInput unless exactly one value is neither null nor undefined.
 */
export function exactlyOne<T extends object>(choices: T): { [K in keyof T]: [K, NonNullable<T[K]>] }[keyof T] {
  const made = Object.entries(choices).filter(([, value]) => value !== null && value !== undefined);
  const [only] = made;
  if (made.length === 1 && only) return only as never;
  throw new BadInput(
    `Give exactly one of ${Object.keys(choices)
      .map((name) => `"${name}"`)
      .join(' and ')}.`,
  );
}

/** Finds documents by id; those asked for at the same time are read together. */
export interface Loads<T> {
  load(id: string): Promise<T | undefined>;
}

/**
 * The key fields that a representation of a federated entity gives. Its other fields are ignored.
 * @throws BadInput unless at least one is given, and all that are given are text.
 */
export function keyOf<K extends string>(representation: object, field: K): Readonly<Record<K, string>>;
export function keyOf<K extends string>(
  representation: object,
  ...fields: [K, K, ...K[]]
): Readonly<Partial<Record<K, string>>>;
export function keyOf<K extends string>(representation: object, ...fields: K[]): Readonly<Partial<Record<K, string>>> {
  const given = fields.filter((field) => Object.hasOwn(representation, field));
  const key = Object.fromEntries(given.map((field) => [field, Reflect.get(representation, field) as unknown]));
  if (given.length === 0 || Object.values(key).some((value) => typeof value !== 'string'))
    throw new BadInput(`A representation gives ${fields.map((field) => `"${field}"`).join(' or ')}, as text.`);
  return key as Readonly<Partial<Record<K, string>>>;
}

/** The text at a path of property names; undefined when there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return typeof found === 'string' ? found : undefined;
}

/** A slug in an organization or a project, which has the id `parentId`. */
export interface SlugKey {
  readonly parentId: string;
  readonly slug: string;
}

/** Finds documents by slug; those asked for at the same time are read together, and each once. */
export interface LoadsBySlug<T> {
  load(key: SlugKey): Promise<T | undefined>;
}
