import { expect } from 'vitest';
import type { Store } from '../../../src/storage/collection.js';
import { id } from '../books.js';
import { loans, loansOf } from './steps.js';

/** The first `n` books were migrated once, each with what it gives rise to, which is found by its keys and in its lists. */
export async function expectLoans(store: Store, n: number): Promise<void> {
  const all = store.collection(loans);
  const counts = Array.from({ length: n }, (_, index) => loansOf(index + 1));
  expect(await Promise.all(counts.map((_, index) => all.count({ book: id(index + 1) })))).toEqual(counts);
  expect(await all.count({})).toBe(counts.reduce((sum, one) => sum + one, 0));
  expect(await all.findOne({ book: id(1), nth: 249 })).toEqual({
    id: `${id(1)}/249`,
    version: 1,
    book: id(1),
    nth: 249,
  });
}
