/** What the storage port promises of writes of many documents at once, for any engine. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Collection, DocumentType, Store } from '../../src/storage/collection.js';
import type { Engine, Place } from '../support/engines.js';
import { type Book, book, books, id } from './books.js';

/** More than an engine writes at once. */
const MANY = 450;

const pamphlets: DocumentType<Book> = { ...books, name: 'pamphlets', unique: [] };

export function upsertsConform(engine: Engine): void {
  let place: Place;
  let store: Store;
  let all: Collection<Book>;
  beforeEach(async () => {
    place = engine.place();
    store = await place.open([books, pamphlets]);
    all = store.collection(pamphlets);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });
  const drafts = (count: number, fields: (n: number) => Partial<Book>) =>
    Array.from({ length: count }, (_, index) => book(index + 1, fields(index + 1)));
  const pagesOf = async (count: number) =>
    (await all.getMany(Array.from({ length: count }, (_, index) => id(index + 1)))).map((one) => one?.pages);

  it('insert what is not there, and replace what is there with less', async () => {
    await all.upsertGreater(
      drafts(MANY, () => ({ pages: 10, shelf: 'old' })),
      'pages',
    );
    await all.upsertGreater(
      drafts(MANY + 5, (n) => ({ pages: n % 2 === 0 ? 11 : 9, shelf: 'new' })),
      'pages',
    );
    expect(await pagesOf(MANY)).toEqual(Array.from({ length: MANY }, (_, index) => (index % 2 === 0 ? 10 : 11)));
    expect(await all.get(id(1))).toEqual({ ...book(1, { pages: 10, shelf: 'old' }), version: 1 });
    expect(await all.get(id(2))).toEqual({ ...book(2, { pages: 11, shelf: 'new' }), version: 2 });
    expect(await all.count({ shelf: 'new' })).toBe(Math.floor(MANY / 2) + 5);
    expect(await all.count({ shelf: 'old' })).toBe(Math.ceil(MANY / 2));
  });

  it('leave alone what is there with as much', async () => {
    await all.upsertGreater([book(1, { pages: 10 })], 'pages');
    await all.upsertGreater([book(1, { pages: 10, title: 'Another' })], 'pages');
    expect(await all.get(id(1))).toMatchObject({ title: 'Title 1', version: 1 });
    await all.upsertGreater([], 'pages');
  });

  it('leave the greatest of what several processes store at once', async () => {
    const other = await place.open([books, pamphlets]);
    const both = [all, other.collection(pamphlets)] as const;
    const rounds = Array.from({ length: 6 }, (_, round) => (round * 5) % 6);
    await Promise.all(
      rounds.map((pages) =>
        both[pages % 2 === 0 ? 0 : 1].upsertGreater(
          drafts(50, () => ({ pages })),
          'pages',
        ),
      ),
    );
    await other.close();
    expect(new Set(await pagesOf(50))).toEqual(new Set([5]));
  });

  it('make a replace at the version before fail', async () => {
    await all.upsertGreater([book(1, { pages: 1 })], 'pages');
    const read = await all.replace({ ...book(1, { pages: 2 }), version: 1 });
    await all.upsertGreater([book(1, { pages: 3 })], 'pages');
    await expect(all.replace(read)).rejects.toMatchObject({ name: 'VersionConflict' });
  });

  it('are refused for kinds with unique keys, by a field without an order, and with fields that are not declared', async () => {
    const cases: [Collection<Book>, object, string][] = [
      [store.collection(books), book(1), 'pages'],
      [all, book(1), 'lent'],
      [all, book(1), 'tags'],
      [all, { ...book(1), extra: 1 }, 'pages'],
    ];
    for (const [collection, draft, field] of cases)
      await expect(collection.upsertGreater([draft as never], field as 'pages')).rejects.toThrow(TypeError);
    expect(await all.count({})).toBe(0);
  });
}
