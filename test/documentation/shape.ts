/** Compares an answer with the one that a document shows. */
import { expect } from 'vitest';

/** What differs from run to run, and what stands for it: ids, moments, secrets (documents shorten them with …). */
const VARIABLE: readonly [pattern: RegExp, name: string][] = [
  [/\b(?:ak_v2|lk[a-z])_.*/, '<secret>'],
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>'],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, '<moment>'],
];

/** `value` with what differs from run to run replaced; a number of seconds since 1970, too. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return VARIABLE.reduce((text, [pattern, name]) => text.replace(pattern, name), value);
  if (typeof value === 'number') return value > 1e9 ? '<seconds>' : value;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]));
}

/** Expects of `actual` what `shown` has; a list may have more elements than are shown. */
export function expectShown(actual: unknown, shown: unknown, where: string): void {
  expect(shapeOf(actual), where).toEqual(listsOpen(shapeOf(shown)));
}

const listsOpen = (value: unknown): unknown => {
  if (Array.isArray(value)) return expect.arrayContaining(value.map(listsOpen)) as unknown;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, listsOpen(one)]));
};
