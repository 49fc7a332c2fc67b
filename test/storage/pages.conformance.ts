/** What the storage port promises of pages and counts, for any engine. */
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Collection, MAX_READ, type Store } from '../../src/storage/collection.js';
import type { Engine, Place } from '../support/engines.js';
import { type Book, book, books, id } from './books.js';

export function pagesConform(engine: Engine): void {
  let place: Place;
  let store: Store;
  let shelf: Collection<Book>;
  beforeEach(async () => {
    place = engine.place();
    store = await place.open([books]);
    shelf = store.collection(books);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });
  const fill = (count: number, fields: (n: number) => Partial<Book> = () => ({})) =>
    Promise.all(Array.from({ length: count }, (_, index) => shelf.insert(book(index + 1, fields(index + 1)))));

  const pagesOf = (rows: readonly Book[]) => rows.map((one) => one.pages);

  it('run newest first, each beginning where the one before ended', async () => {
    await fill(7);
    const seen: number[] = [];
    let after: string | undefined;
    for (let turn = 0; turn < 3; turn++) {
      const page = await shelf.page({ lent: false }, { first: 3, after });
      expect(page.hasNextPage).toBe(turn < 2);
      expect(page.hasPreviousPage).toBe(turn > 0);
      seen.push(...pagesOf(page.items));
      after = page.endCursor;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('run backwards too, in the same order', async () => {
    await fill(7);
    const last = await shelf.page({}, { last: 3 });
    expect(pagesOf(last.items)).toEqual([3, 2, 1]);
    expect(last).toMatchObject({ hasPreviousPage: true, hasNextPage: false, startCursor: id(3), endCursor: id(1) });
    const before = await shelf.page({}, { last: 5, before: last.startCursor });
    expect(pagesOf(before.items)).toEqual([7, 6, 5, 4]);
    expect(before).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  it('hold what every named field equals, arrays meaning "contains"', async () => {
    await fill(6, (n) => ({ lent: n % 2 === 0, tags: n % 3 === 0 ? ['all', 'third'] : ['all'] }));
    const page = await shelf.page({ tags: 'third', lent: true }, { first: 10 });
    expect(pagesOf(page.items)).toEqual([6]);
    expect(await shelf.count({ tags: 'all', lent: false })).toBe(3);
    expect(await shelf.count({ tags: 'all', lent: false }, 2)).toBe(2);
    expect(await shelf.count({ tags: 'all', lent: false }, 4)).toBe(3);
    expect(await shelf.count({ tags: 'al', lent: false })).toBe(0);
  });

  it('follow a document that changes its fields', async () => {
    const row = await shelf.insert(book(1, { tags: ['a', 'b'] }));
    await shelf.replace({ ...row, tags: ['b', 'c'], lent: true });
    expect(await shelf.count({ tags: 'a', lent: false })).toBe(0);
    expect(await shelf.count({ tags: 'b', lent: false })).toBe(0);
    expect(await shelf.count({ tags: 'c', lent: true })).toBe(1);
  });

  it('are empty without a cursor when there is nothing', async () => {
    const page = await shelf.page({ lent: true }, { first: 5 });
    const cursors = { startCursor: undefined, endCursor: undefined };
    expect(page).toEqual({ items: [], ...cursors, hasNextPage: false, hasPreviousPage: false });
  });

  it('miss nothing and repeat nothing while documents come in', async () => {
    await fill(20);
    const seen: number[] = [];
    let after: string | undefined;
    for (let next = 21; next <= 30; next++) {
      const [page] = await Promise.all([shelf.page({ lent: false }, { first: 3, after }), shelf.insert(book(next))]);
      seen.push(...pagesOf(page.items));
      after = page.endCursor ?? after;
      if (!page.hasNextPage) break;
    }
    expect(seen.filter((n) => n <= 20)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
    expect(new Set(seen).size).toBe(seen.length);
  });

  describe('bounded by time', () => {
    const at = (milliseconds: number) => new Date(Date.UTC(2030, 0, 1) + milliseconds);
    const fillTimes = async (...times: number[]) => {
      for (const [n, time] of times.entries())
        await shelf.insert(book(n + 1, { id: uuid({ msecs: at(time).getTime(), seq: n }), pages: n + 1 }));
    };

    it('hold what was created since a moment, that included, and until one, that excluded', async () => {
      await fillTimes(0, 1, 2, 2, 3, 4);
      const of = async (since?: number, until?: number) => {
        const range = {
          since: since === undefined ? since : at(since),
          until: until === undefined ? until : at(until),
        };
        const [first, last] = [
          await shelf.page({}, { first: 9, ...range }),
          await shelf.page({}, { last: 9, ...range }),
        ];
        expect(last.items).toEqual(first.items);
        return pagesOf(first.items);
      };
      expect(await of()).toEqual([6, 5, 4, 3, 2, 1]);
      expect(await of(2)).toEqual([6, 5, 4, 3]);
      expect(await of(undefined, 2)).toEqual([2, 1]);
      expect(await of(1, 3)).toEqual([4, 3, 2]);
      expect(await of(2, 2)).toEqual([]);
      expect(await of(-1e15, 1e13)).toEqual([6, 5, 4, 3, 2, 1]);
    });

    it('go on after a cursor, either way, and say whether there is more in the range', async () => {
      await fillTimes(0, 1, 2, 3, 4, 5);
      const range = { since: at(1), until: at(5) };
      const one = await shelf.page({}, { first: 3, ...range });
      expect([pagesOf(one.items), one.hasNextPage]).toEqual([[5, 4, 3], true]);
      const two = await shelf.page({}, { first: 3, after: one.endCursor, ...range });
      expect([pagesOf(two.items), two.hasNextPage]).toEqual([[2], false]);
      const back = await shelf.page({}, { last: 2, before: two.startCursor, ...range });
      expect([pagesOf(back.items), back.hasPreviousPage]).toEqual([[4, 3], true]);
      const filtered = await shelf.page({ lent: false }, { first: 1, ...range }, (some) =>
        some.filter((one) => one.pages < 4),
      );
      expect([pagesOf(filtered.items), filtered.hasNextPage]).toEqual([[3], true]);
      const outside = await shelf.page({}, { first: 9, after: one.endCursor, since: at(4) });
      expect([pagesOf(outside.items), outside.hasNextPage]).toEqual([[], false]);
    });
  });

  it('leave out what a filter excludes, and still have as many items as asked for', async () => {
    await fill(20);
    const page = await shelf.page({}, { first: 3 }, (some) => some.filter((one) => one.pages % 5 === 0));
    expect(pagesOf(page.items)).toEqual([20, 15, 10]);
    expect(page).toMatchObject({ hasNextPage: true, endCursor: id(10) });
    const rest = await shelf.page({}, { first: 3, after: page.endCursor }, (some) =>
      some.filter((one) => one.pages % 5 === 0),
    );
    expect(pagesOf(rest.items)).toEqual([5]);
    expect(rest.hasNextPage).toBe(false);
    const back = await shelf.page({}, { last: 2 }, (some) => some.filter((one) => one.pages % 5 === 0));
    expect(pagesOf(back.items)).toEqual([10, 5]);
  });

  it('stop at a bound when a filter excludes nearly all, and the cursor has moved on', async () => {
    await fill(MAX_READ + 50);
    let page = await shelf.page({}, { first: 2 }, (some) => some.filter((one) => one.pages === 1));
    expect(page.items).toEqual([]);
    expect(page.hasNextPage).toBe(true);
    expect(page.endCursor).toBe(id(51));
    page = await shelf.page({}, { first: 2, after: page.endCursor }, (some) => some.filter((one) => one.pages === 1));
    expect(pagesOf(page.items)).toEqual([1]);
    expect(page.hasNextPage).toBe(false);
  });

  it('read no more than the bound, or one document more than asked for, however many a filter excludes', async () => {
    await fill(MAX_READ + 50);
    for (const first of [1, 20, MAX_READ - 1, MAX_READ, MAX_READ + 20]) {
      let read = 0;
      const none = async (some: Book[]) => {
        read += some.length;
        return Promise.resolve([]);
      };
      const page = await shelf.page({}, { first }, none);
      expect(read).toBe(Math.max(MAX_READ, first + 1));
      expect([page.items, page.hasNextPage]).toEqual([[], true]);
    }
  });

  it('know their end when a filter leaves exactly as many as asked for', async () => {
    await fill(MAX_READ);
    const page = await shelf.page({}, { first: MAX_READ }, (some) => some);
    expect([page.items.length, page.hasNextPage]).toEqual([MAX_READ, false]);
  });

  it('and counts are of declared lists alone, compared with plain values', async () => {
    const wrong = [{ pages: 1 }, { tags: 'a' }, { nothing: 1 }, { shelf: { $ne: null } }, { shelf: null }] as never[];
    for (const where of wrong) {
      await expect(async () => shelf.page(where, { first: 1 })).rejects.toThrow(TypeError);
      await expect(async () => shelf.count(where)).rejects.toThrow(TypeError);
      await expect(async () => shelf.findOne(where)).rejects.toThrow(TypeError);
    }
  });
}
