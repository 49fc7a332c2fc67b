/** Texts that would take seconds, or gigabytes, if all that is wrong with them was found. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mergeSdl } from '../../src/sdl/merge.js';
import { calibrate, workOf } from '../support/work.js';

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const TEXTS: Readonly<Record<string, string>> = {
  'many fields': `type Query { ${many(13_000, (n) => `f${n}: Int`)} }`,
  'many types': `type Query { a: Int } ${many(3500, (n) => `type T${n} { a: Int b: Int }`)}`,
  'many names like many others': `type Query { a: Int } ${many(18_000, (n) => `scalar S${n}`)} type Z { ${many(600, (n) => `a${n}: Zs${n}`)} }`,
  'many unknown directives far down': `${'\n'.repeat(150_000)} type Query ${many(19_000, (n) => `@d${n}`)} { a: Int }`,
  'one directive many times far down': `${'\n'.repeat(150_000)} type Query ${many(19_000, () => '@key')} { a: Int }`,
  'a union of one type, many times': `type Query { a: Int } union U = Query ${many(18_000, () => '| Query')}`,
  'an enum of one value, many times': `type Query { a: Int } enum E { ${many(38_000, () => 'A')} }`,
  'long lines of values': `scalar J type Query { a(j: J = [${many(30_000, () => '1')}]): Int }`,
};
/** Terms of the fixed work, which takes 10 ms. */
const MOST_CPU = 15;

describe.each(['SCHEMA', 'SUBGRAPH'] as const)('a text that is to be a %s', (extent) => {
  let fixed: number;
  beforeAll(() => {
    fixed = calibrate();
  });

  it.each(Object.entries(TEXTS))('is checked in bounded time: %s', async (_, text) => {
    let cpu = Infinity;
    for (let tries = 0; tries < 5 && cpu > MOST_CPU; tries++) {
      const unit = tries > 0 ? calibrate() : fixed;
      const work = await workOf(() => Promise.resolve(mergeSdl(text, null, extent)));
      cpu = Math.min(cpu, work.cpu / unit);
    }
    expect(cpu).toBeLessThan(MOST_CPU);
  });

  it('that is nested deeper than can be read is refused', () => {
    const deep = `type Query { a: ${'['.repeat(19_000)}Int${']'.repeat(19_000)} }`;
    expect(mergeSdl(deep, null, extent)).toEqual({
      problems: [{ message: 'Types or values are nested too deeply.', positions: [] }],
    });
  });

  it('is told of ten things that are wrong with it, and not of more', () => {
    const merged = mergeSdl(`type Query { ${many(50, (n) => `f${n}: No${n}`)} }`, null, extent);
    expect('problems' in merged && merged.problems).toHaveLength(10);
  });
});
