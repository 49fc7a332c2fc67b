import { BadInput } from './errors.js';

/**
 * The one choice among several optional ones that was made. GraphQL's `@oneOf` says the same, but a supergraph may drop it.
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
