/** Text of any letters, for properties. */
import fc from 'fast-check';

/** The surrogates, which are no letters alone. */
const [FIRST, COUNT] = [0xd800, 0x800];

/** Any letter. `unit: 'binary'` is the same, and takes a second to be made. */
const letter = fc.nat(0x10ffff - COUNT).map(
  (n) => String.fromCodePoint(n < FIRST ? n : n + COUNT),
  (text) => {
    const point = typeof text === 'string' ? text.codePointAt(0) : undefined;
    if (point === undefined || text !== String.fromCodePoint(point)) throw new Error('no single letter');
    return point < FIRST ? point : point - COUNT;
  },
);

/** Text of any letters, control characters and those beyond the first plane among them. */
export const anyText = (constraints: { minLength?: number; maxLength?: number } = {}) =>
  fc.string({ ...constraints, unit: letter });
