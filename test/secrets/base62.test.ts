import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase62, toBase62 } from '@latchkey/verifier/internal';
import { LETTERS } from '../support/forged.js';

/** The letters that so many bytes need. */
const lengthFor = (size: number) => Math.ceil((size * 8) / Math.log2(62));

describe('base62', () => {
  it('gives bytes back, at a fixed length, leading zeros too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const text = toBase62(bytes, lengthFor(bytes.length));
        expect(text).toMatch(/^[0-9A-Za-z]+$/);
        expect(text).toHaveLength(lengthFor(bytes.length));
        expect(Buffer.from(fromBase62(text, bytes.length) ?? [])).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('keeps the order of what it stands for', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const [a, b] = [toBase62(one, 22), toBase62(other, 22)];
        expect(a < b).toBe(Buffer.compare(one, other) < 0);
      }),
    );
  });

  it('has one text for each value: what stands for more than the bytes is refused', () => {
    const most = toBase62(new Uint8Array(16).fill(255), 22);
    expect(fromBase62(most, 16)).toBeDefined();
    const next = Array.from(most);
    next[21] = LETTERS.charAt(LETTERS.indexOf(most.charAt(21)) + 1);
    expect(fromBase62(next.join(''), 16)).toBeUndefined();
    expect(fromBase62('z'.repeat(22), 16)).toBeUndefined();
  });

  it('refuses every other letter', () => {
    for (let code = 0; code < 0x250; code++) {
      const letter = String.fromCharCode(code);
      if (!LETTERS.includes(letter)) expect(fromBase62(`0${letter}0`, 16)).toBeUndefined();
    }
  });
});
