import fc from 'fast-check';
import { v4, v7, NIL, MAX } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PREFIXES } from '@latchkey/verifier/internal';
import { masked, MAX_DIGESTS, mint, parse } from '../../src/secrets/secret.js';
import { damaged, LETTERS, ofOtherKinds, withChecksum } from '../support/forged.js';
import { cpuOf } from '../support/cpu.js';

const prefixes = fc.constantFrom(...PREFIXES);
const ids = fc.oneof(fc.uuid(), fc.constantFrom(NIL, MAX, v4(), v7()));

describe('a secret', () => {
  it('has a fixed length and plain letters, and tells its kind and id', () => {
    fc.assert(
      fc.property(prefixes, ids, (prefix, id) => {
        const text = mint(prefix, id).secret.reveal();
        expect(text).toMatch(new RegExp(`^${prefix}[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$`));
        expect(parse(text)).toMatchObject({ prefix, id });
      }),
    );
  });

  it('is never made twice, and shows none of its random part in its hash or preview', () => {
    const id = v7();
    const all = Array.from({ length: 500 }, () => mint('lku_', id));
    expect(new Set(all.map(({ secret }) => secret.reveal().slice(27, 70))).size).toBe(500);
    for (const { secret, hash, preview } of all.slice(0, 50)) {
      const random = secret.reveal().slice(27, 70);
      expect(hash).not.toContain(random.slice(0, 8));
      expect(JSON.stringify(preview) + masked(preview)).not.toContain(random.slice(0, 3) + random.slice(3, 6));
      expect(preview.first + preview.last).toHaveLength(4 + 22 + 6);
    }
  });

  it('uses every letter in every place of its random part', () => {
    const seen = Array.from({ length: 43 }, () => new Set<string>());
    for (let made = 0; made < 3000; made++)
      Array.from(mint('lku_', v7()).secret.reveal().slice(27, 70)).forEach((letter, at) => seen[at]?.add(letter));
    // The first letter holds what 256 bits leave over.
    expect(seen.slice(1).map((letters) => letters.size)).toEqual(Array.from({ length: 42 }, () => LETTERS.length));
  });

  it('matches its own digest and no other, whichever of them it is', () => {
    const id = v7();
    const one = mint('lku_', id);
    const presented = parse(one.secret.reveal());
    const others = Array.from({ length: MAX_DIGESTS }, () => mint('lku_', id).hash);
    for (let index = 0; index < MAX_DIGESTS; index++) {
      expect(presented?.match(others.with(index, one.hash))).toBe(index);
      expect(presented?.match([...others.slice(0, index), one.hash])).toBe(index);
      expect(presented?.match(others.slice(0, index))).toBeUndefined();
    }
    expect(presented?.match([...others, one.hash])).toBeUndefined();
  });

  it('does not match when it comes as another kind with a checksum that fits', () => {
    for (const prefix of PREFIXES) {
      const { secret, hash } = mint(prefix, v7());
      const others = ofOtherKinds(secret.reveal());
      expect(others).toHaveLength(PREFIXES.length - 1);
      for (const text of others) expect(parse(text)?.match([hash, hash])).toBeUndefined();
    }
  });
});

describe('what is no secret', () => {
  it.each(PREFIXES)('is refused: %s with one letter changed, cut, doubled, added, swapped', (prefix) => {
    const text = mint(prefix, v7()).secret.reveal();
    const taken = [...damaged(text)].filter((one) => parse(one) !== undefined);
    expect(taken).toEqual([]);
  });

  it('is refused: any text', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 120 }),
      fc
        .tuple(prefixes, fc.string({ unit: fc.constantFrom(...Array.from(LETTERS), '_'), maxLength: 90 }))
        .map((it) => it.join('')),
    );
    fc.assert(
      fc.property(text, (one) => parse(one) === undefined),
      { numRuns: 300 },
    );
  });

  it('is refused: a checksum that fits what is no id, no 32 bytes, or misplaced', () => {
    const random = '0'.repeat(43);
    const id = mint('lku_', v7()).preview.first.slice(4);
    expect(parse(withChecksum(`lku_${id}_${random}`))).toBeDefined();
    for (const body of [
      // Version and variant of a UUID are fixed bits.
      `lku_${'0'.repeat(21)}1_${random}`,
      `lku_${'0'.repeat(10)}${'z'.repeat(12)}_${random}`,
      // More than 16 and 32 bytes.
      `lku_${'z'.repeat(22)}_${random}`,
      `lku_${id}_${'z'.repeat(43)}`,
      `lku_${id}0${random}`,
      `lku_${id}_${random}0`,
      `lku_${id}_${random.slice(1)}`,
      `lku_${id.slice(1)}_${random}0`,
      `lku_${id}_${random.slice(1)}-`,
    ])
      expect(parse(withChecksum(body))).toBeUndefined();
  });

  it('is refused in under a millisecond when it is 1 MB long', async () => {
    const long = 'a'.repeat(1024 * 1024);
    const real = mint('lku_', v7()).secret.reveal();
    for (const text of [long, `lku_${long}`, real + long, `ak_v2_${long}_${long}`, real.repeat(14_000)]) {
      const times: number[] = [];
      for (let n = 0; n < 101; n++) times.push(await cpuOf(() => parse(text)));
      expect(parse(text)).toBeUndefined();
      expect(times.sort((a, b) => a - b)[50]).toBeLessThan(1);
    }
  });
});
