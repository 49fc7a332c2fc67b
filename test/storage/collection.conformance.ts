/** What the storage port promises, for any engine. A new engine passes this, and nothing else changes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  update,
  type Collection,
  DuplicateKey,
  type DocumentType,
  Refused,
  type Store,
  VersionConflict,
} from '../../src/storage/collection.js';
import { KINDS } from '../../src/services.js';
import type { Engine, Place } from '../support/engines.js';
import { type Book, book, books, id } from './books.js';
import { loans } from './migrations/steps.js';

export function conforms(engine: Engine): void {
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

  describe('documents', () => {
    it('come back as they were stored, at version 1', async () => {
      const draft = book(1, { notes: { deep: [{ empty: {}, none: null }], 'a.b': '$c' }, tags: [], shelf: null });
      const stored = await shelf.insert(draft);
      expect(stored).toEqual({ ...draft, version: 1 });
      expect(await shelf.get(id(1))).toEqual(stored);
    });

    it('keep every letter, whatever the language', async () => {
      const title = '«Žluťoučký kůň» 馬 🐴 \u0001 \u2028 \\ " $where';
      await shelf.insert(book(1, { title }));
      expect((await shelf.findOne({ title }))?.title).toBe(title);
    });

    it('are copies: changing one changes nothing stored', async () => {
      const draft = book(1, { notes: { list: [1] } });
      const stored = await shelf.insert(draft);
      (draft.notes as { list: number[] }).list.push(2);
      (stored.notes as { list: number[] }).list.push(3);
      ((await shelf.get(id(1))) as unknown as { notes: { list: number[] } }).notes.list.push(4);
      expect((await shelf.get(id(1)))?.notes).toEqual({ list: [1] });
    });

    it('are found in the order asked for, with gaps where there is none', async () => {
      await fill(3);
      const found = await shelf.getMany([id(3), 'nobody', id(1), id(3)]);
      expect(found.map((one) => one?.pages)).toEqual([3, undefined, 1, 3]);
      expect(await shelf.getMany([])).toEqual([]);
    });

    it('are refused with a field too many, too few, or of another type', async () => {
      const { notes, ...few } = book(1);
      expect(notes).toBeNull();
      await expect(shelf.insert({ ...book(1), extra: 1 } as never)).rejects.toThrow('has no field extra');
      await expect(shelf.insert(few as never)).rejects.toThrow('books.notes must be set');
      await expect(shelf.insert(book(1, { title: 5 as never }))).rejects.toThrow('books.title must be set');
      await expect(shelf.insert(book(1, { lent: null as never }))).rejects.toThrow('books.lent must be set');
      const stored = await shelf.insert(book(1));
      await expect(shelf.replace({ ...stored, extra: 1 } as never)).rejects.toThrow('has no field extra');
      expect(await shelf.get(id(1))).toEqual(stored);
    });

    it('list the stored values of a unique key that begin with a text', async () => {
      const titles = ['Row/1', 'Row/2', 'Row/10', 'Row', 'row/1', 'Row0', 'Roww/1', 'Row/\u{1F434}"'];
      await fill(titles.length, (n) => ({ title: titles[n - 1] ?? '' }));
      expect((await shelf.taken('title', 'Row/')).sort()).toEqual(['Row/1', 'Row/10', 'Row/2', 'Row/\u{1F434}"']);
      const first = await shelf.get(id(1));
      if (first) await shelf.replace({ ...first, title: 'Row/4' });
      await shelf.delete(id(2));
      expect((await shelf.taken('title', 'Row/')).sort()).toEqual(['Row/10', 'Row/4', 'Row/\u{1F434}"']);
      expect(await shelf.taken('title', '$gt')).toEqual([]);
      await expect((async () => shelf.taken('pages', '1'))()).rejects.toThrow(TypeError);
    });

    it('list those whose moment has passed, the earliest first, without those that have none', async () => {
      const moment = (n: number) => `2026-01-0${n}T00:00:00.000Z`;
      await fill(8, (n) => ({ shelf: n === 1 ? null : moment(n), tags: n === 2 ? ['other'] : ['all', 'new'] }));
      await shelf.insert(book(9, { shelf: moment(1), lent: true }));
      const due = (most: number) => shelf.due({ tags: 'all', lent: false }, 'shelf', moment(6), most);
      expect(await due(100)).toEqual([id(3), id(4), id(5), id(6)]);
      expect(await due(2)).toEqual([id(3), id(4)]);
      const third = await shelf.get(id(3));
      if (third) await shelf.replace({ ...third, shelf: moment(7) });
      await shelf.delete(id(4));
      expect(await due(100)).toEqual([id(5), id(6)]);
      await expect((async () => shelf.due({ tags: 'all', shelf: 'A' }, 'lent', moment(6), 1))()).rejects.toThrow(
        TypeError,
      );
      await expect((async () => shelf.due({ lent: false }, 'shelf', moment(6), 1))()).rejects.toThrow(TypeError);
    });

    it('are gone when deleted, with their keys and their places in lists', async () => {
      await fill(2);
      await shelf.delete(id(1));
      await shelf.delete(id(1));
      expect(await shelf.get(id(1))).toBeUndefined();
      expect(await shelf.findOne({ title: 'Title 1' })).toBeUndefined();
      expect(await shelf.count({ lent: false })).toBe(1);
      await shelf.insert(book(9, { title: 'Title 1' }));
    });
  });

  describe('writes', () => {
    it('move the version on by one, and refuse any other version', async () => {
      const first = await shelf.insert(book(1));
      const second = await shelf.replace({ ...first, lent: true });
      expect(second).toEqual({ ...first, lent: true, version: 2 });
      await expect(shelf.replace({ ...first, lent: false })).rejects.toThrow(VersionConflict);
      await expect(shelf.replace({ ...second, version: 3 })).rejects.toThrow(VersionConflict);
      expect(await shelf.get(id(1))).toEqual(second);
    });

    it('refuse to replace what is not there', async () => {
      await expect(shelf.replace({ ...book(1), version: 1 })).rejects.toThrow(VersionConflict);
      expect(await shelf.get(id(1))).toBeUndefined();
    });

    it('let exactly one of many racing writers through, from two connections', async () => {
      const other = await place.open([books]);
      const row = await shelf.insert(book(1));
      const both = [shelf, other.collection(books)] as const;
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, n) => both[n % 2 === 0 ? 0 : 1].replace({ ...row, pages: 100 + n })),
      );
      await other.close();
      const lost = results.filter((one) => one.status === 'rejected');
      expect(lost).toHaveLength(19);
      for (const { reason } of lost) expect(reason).toBeInstanceOf(VersionConflict);
      expect((await shelf.get(id(1)))?.version).toBe(2);
    });

    it('lose no change of `update`, however many race', async () => {
      const other = await place.open([books]);
      await shelf.insert(book(1, { pages: 0 }));
      const both = [shelf, other.collection(books)] as const;
      const add = (n: number) => update(both[n % 2 === 0 ? 0 : 1], id(1), (now) => ({ ...now, pages: now.pages + 1 }));
      await Promise.all(Array.from({ length: 8 }, (_, n) => add(n)));
      await other.close();
      expect(await shelf.get(id(1))).toMatchObject({ pages: 8, version: 9 });
    });

    it('do not happen when `update` is refused, changes nothing, or finds no document', async () => {
      const row = await shelf.insert(book(1));
      expect(await update(shelf, id(1), () => new Refused('no'))).toEqual(new Refused('no'));
      expect(await update(shelf, id(1), (now) => now)).toEqual(row);
      expect(await update(shelf, id(2), (now) => now)).toBeUndefined();
      expect(await shelf.get(id(1))).toEqual(row);
    });
  });

  describe('unique keys', () => {
    const taken = (fields: string[]): unknown =>
      expect.objectContaining({ name: 'DuplicateKey', kind: 'books', fields });

    it('find their document, and nothing else', async () => {
      await fill(3);
      expect((await shelf.findOne({ title: 'Title 2' }))?.id).toBe(id(2));
      expect((await shelf.findOne({ pages: 3, shelf: 'A' }))?.id).toBe(id(3));
      expect(await shelf.findOne({ title: 'title 2' })).toBeUndefined();
      expect(await shelf.findOne({ title: '' })).toBeUndefined();
    });

    it('are kept on insert and on replace, and the error names the fields but no value', async () => {
      const [first] = await fill(2);
      await expect(shelf.insert(book(1, { title: 'x', pages: 7 }))).rejects.toEqual(taken(['id']));
      await expect(shelf.insert(book(3, { title: 'Title 2' }))).rejects.toEqual(taken(['title']));
      await expect(shelf.insert(book(3, { pages: 2 }))).rejects.toEqual(taken(['shelf', 'pages']));
      const theft = shelf.replace({ ...first, title: 'Title 2' } as Book);
      await expect(theft).rejects.toEqual(taken(['title']));
      await expect(theft).rejects.not.toThrow('Title 2');
      expect(await shelf.get(id(1))).toEqual(first);
      expect(await shelf.get(id(3))).toBeUndefined();
      expect(await shelf.count({})).toBe(2);
    });

    it('are free again once their holder moves', async () => {
      const row = await shelf.insert(book(1));
      await shelf.replace({ ...row, title: 'Moved' });
      await shelf.insert(book(2, { title: 'Title 1' }));
      expect((await shelf.findOne({ title: 'Title 1' }))?.id).toBe(id(2));
      expect((await shelf.findOne({ title: 'Moved' }))?.id).toBe(id(1));
    });

    it('go to exactly one of many racing inserts, from two connections', async () => {
      const other = await place.open([books]);
      const both = [shelf, other.collection(books)] as const;
      const results = await Promise.allSettled(
        Array.from({ length: 30 }, (_, n) => both[n % 2 === 0 ? 0 : 1].insert(book(n, { title: 'The one' }))),
      );
      await other.close();
      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DuplicateKey);
      expect(await shelf.count({})).toBe(1);
    });

    it('compare byte by byte', async () => {
      await shelf.insert(book(1, { title: 'é' }));
      await shelf.insert(book(2, { title: 'e\u0301' }));
      await shelf.insert(book(3, { title: 'É' }));
      expect((await shelf.findOne({ title: 'é' }))?.id).toBe(id(1));
    });
  });

  describe('a store', () => {
    it('keeps everything when closed and opened again', async () => {
      await fill(3);
      await store.close();
      store = await place.open([books]);
      shelf = store.collection(books);
      expect(await shelf.count({ lent: false })).toBe(3);
      await expect(shelf.insert(book(9, { title: 'Title 1' }))).rejects.toThrow(DuplicateKey);
    });

    it('serves a list that is declared later', async () => {
      await fill(3);
      await store.close();
      const more: DocumentType<Book> = { ...books, lists: [...books.lists, ['pages']], unique: [['title']] };
      store = await place.open([more]);
      expect(await store.collection(more).count({ pages: 2 })).toBe(1);
    });

    it('serves the kinds it was opened with and no others, whose documents, keys and lists it leaves alone', async () => {
      await fill(3);
      await store.close();
      store = await place.open([loans]);
      await store.collection(loans).insert({ id: id(1), book: id(2), nth: 0 });
      expect(() => store.collection(books)).toThrow(TypeError);
      await store.close();
      expect(await place.check([books])).toEqual([]);
      store = await place.open([books]);
      expect(() => store.collection(loans)).toThrow(TypeError);
      expect(await store.collection(books).count({})).toBe(3);
      await expect(store.collection(books).insert({ ...book(1), id: 'x' })).rejects.toThrow(DuplicateKey);
    });

    it('can be opened by several at once, empty as it is', async () => {
      const fresh = engine.place();
      const stores = await Promise.all(Array.from({ length: 4 }, () => fresh.open([books])));
      await Promise.all(stores.map((one, n) => one.collection(books).insert(book(n))));
      expect(await stores[0]?.collection(books).count({})).toBe(4);
      await Promise.all(stores.map((one) => one.close()));
      await fresh.remove();
    });

    it('answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });

  it('every kind of this program has one array at most in a list, and only fields that are always set in a key', () => {
    for (const kind of KINDS)
      for (const list of [...kind.lists, ...kind.unique]) {
        const types = kind.fields as Record<string, string>;
        expect(list.filter((field) => types[field] === 'strings').length).toBeLessThanOrEqual(1);
        for (const field of list) expect(['string', 'number', 'boolean', 'strings']).toContain(types[field]);
      }
  });
}
