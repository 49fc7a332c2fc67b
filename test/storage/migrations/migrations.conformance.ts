/** What opening a store that an older program wrote promises, on any engine. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AnyDocumentType,
  type DocumentType,
  type Store,
  VersionConflict,
} from '../../../src/storage/collection.js';
import type { StoredDocument } from '../../../src/storage/migrations/migration.js';
import type { MigrateOptions } from '../../../src/storage/migrations/run.js';
import type { Engine, Place } from '../../support/engines.js';
import { type Book, book, books, id } from '../books.js';
import { expectLoans } from './loans.js';
import { type Counted, counted, countedPages, KINDS_OF_TWO, ONE, TWO } from './steps.js';

/** More than an engine migrates at once. */
const MANY = 250;

export function migrationsConform(engine: Engine): void {
  let place: Place;
  beforeEach(() => void (place = engine.place()));
  afterEach(() => place.remove());

  const using = async <R>(
    use: (store: Store) => Promise<R>,
    kinds: readonly AnyDocumentType[],
    options: MigrateOptions,
  ): Promise<R> => {
    const store = await place.open(kinds, options);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  };
  const fill = (n: number) =>
    using(
      async (store) => {
        for (let one = 1; one <= n; one++)
          await store.collection(books).insert(book(one, { tags: [one % 2 === 0 ? 'even' : 'odd'] }));
      },
      [books],
      { migrations: [] },
    );
  const opened = <R>(use: (store: Store) => Promise<R>) => using(use, KINDS_OF_TWO, { migrations: TWO });

  /** Everything is there, each document migrated once, and found by its keys and in its lists. */
  const expectMigrated = (n: number) =>
    opened(async (store) => {
      const all = store.collection(counted);
      const found = (await all.getMany(Array.from({ length: n }, (_, index) => id(index + 1)))) as Counted[];
      expect(found.map((one) => [one.leaves, one.times])).toEqual(found.map((_, index) => [index + 1, 1]));
      expect(found.every((one) => !('pages' in one))).toBe(true);
      expect(await all.count({})).toBe(n);
      expect(await all.count({ tags: 'even', lent: false })).toBe(Math.floor(n / 2));
      expect(await all.count({ leaves: n })).toBe(1);
      expect((await all.findOne({ shelf: 'A', leaves: n }))?.id).toBe(id(n));
      await expectLoans(store, n);
      const [first] = found;
      if (!first) throw new Error('there is none');
      expect(first.version).toBe(3);
      await expect(all.insert({ ...first, id: 'x', title: 'x' })).rejects.toMatchObject({
        fields: ['shelf', 'leaves'],
      });
    });

  it('applies each step once to each document, in order, and keeps keys and lists right', async () => {
    await fill(MANY);
    await expectMigrated(MANY);
    await expectMigrated(MANY);
  });

  it('applies the steps that are left to a store of a version between', async () => {
    await fill(3);
    await using(async () => undefined, [countedPages], { migrations: ONE });
    await expectMigrated(3);
  });

  it('gives an empty store the current version', async () => {
    await using(async () => undefined, [countedPages], { migrations: ONE });
    const [first, second] = TWO;
    const up = vi.fn(first.up);
    await using(async () => undefined, [counted], { migrations: [{ ...first, up }, second] });
    expect(up).not.toHaveBeenCalled();
  });

  it('reports each step, and a check lists the steps without doing them', async () => {
    await fill(3);
    const planned = await place.check([counted], { migrations: TWO });
    expect(planned.slice(0, 2)).toEqual([
      'migrate step 1, books: count the times',
      'migrate step 2, books: call pages leaves',
    ]);
    expect(planned.slice(2).filter((line) => line.startsWith('remove '))).toHaveLength(3);
    expect(planned.slice(2).filter((line) => line.startsWith('build '))).toHaveLength(2);
    await using(async (store) => expect(await store.collection(books).count({ shelf: 'A' })).toBe(3), [books], {
      migrations: [],
    });
    const report = vi.fn();
    await using(async () => undefined, [counted], { migrations: TWO, report });
    expect(report.mock.calls).toEqual([
      ['Migrating the store, step 1, books: count the times.'],
      ['Migrating the store, step 2, books: call pages leaves.'],
    ]);
    expect(await place.check([counted], { migrations: TWO })).toEqual([]);
  });

  it('refuses to check a place without a store, and makes none', async () => {
    for (let turn = 0; turn < 2; turn++)
      await expect(place.check([counted], { migrations: TWO })).rejects.toMatchObject({ name: 'StoreUnusable' });
    await using(async () => undefined, [books], { migrations: [] });
    expect(await place.check([books], { migrations: [] })).toEqual([]);
  });

  describe('a store that is newer than the program', () => {
    it('is refused, with both versions, and left as it is', async () => {
      await fill(3);
      await expectMigrated(3);
      const refusal = { name: 'StoreVersionMismatch', message: expect.stringMatching(/version 3, .* version 2\./) };
      await expect(place.open([countedPages], { migrations: ONE })).rejects.toMatchObject(refusal);
      await expect(place.check([countedPages], { migrations: ONE })).rejects.toMatchObject(refusal);
      await expectMigrated(3);
    });

    it('is refused from the beginning of a step on, and the newer program goes on where it stopped', async () => {
      await fill(MANY);
      const [first, second] = TWO;
      const up = (document: StoredDocument) => {
        if (document.id === id(MANY)) throw new Error('stopped');
        return second.up(document);
      };
      const failing = [first, { ...second, up }];
      const failure: unknown = await place.open([counted], { migrations: failing }).catch((error: unknown) => error);
      expect(failure).toMatchObject({
        name: 'MigrationFailed',
        message: expect.stringContaining('step 2, books: call pages leaves'),
        cause: new Error('stopped'),
      });
      await expect(place.open([countedPages], { migrations: ONE })).rejects.toThrow('version 3');
      await expectMigrated(MANY);
    });

    it('makes a process that was there before unready', async () => {
      const before = await place.open([books], { migrations: [] });
      await before.ping();
      await opened(async () => undefined);
      await expect(before.ping()).rejects.toMatchObject({ name: 'StoreVersionMismatch' });
      await before.close();
    });

    it('takes no write from a process that had read a document before', async () => {
      const before = await place.open([books], { migrations: [] });
      const read = await before.collection(books).insert(book(1));
      await opened(async () => undefined);
      await expect(before.collection(books).replace({ ...read, lent: true })).rejects.toThrow(VersionConflict);
      await before.close();
      await expectMigrated(1);
    });
  });

  describe('one process at a time', () => {
    it('migrates, and each document once, however many open the store', async () => {
      await fill(MANY);
      const reports = [0, 1, 2, 3].map(() => vi.fn<(line: string) => void>());
      const stores = await Promise.all(
        reports.map((report) => place.open([counted], { migrations: TWO, report, patience: 60_000 })),
      );
      await Promise.all(stores.map((store) => store.close()));
      for (const report of reports) {
        const waits = report.mock.calls.filter(([line]) => line.includes('Waiting'));
        expect(waits.length).toBeLessThanOrEqual(1);
      }
      await expectMigrated(MANY);
    });

    it('has it: others say once that they wait, and give up after their patience', async () => {
      await fill(1);
      const { store, close } = await place.migratable([books]);
      expect(await store.lease('other', Date.now(), Date.now() + 60_000)).toBe(true);
      const report = vi.fn();
      await expect(place.open([counted], { migrations: TWO, report, patience: 300 })).rejects.toMatchObject({
        name: 'MigrationFailed',
        message: expect.stringContaining('still migrating'),
      });
      expect(report.mock.calls).toEqual([['Another process migrates this store. Waiting for it to finish.']]);
      await store.release('other');
      await close();
      await expectMigrated(1);
    });

    it('has it until its lease ends, if it was killed', async () => {
      await fill(1);
      const { store, close } = await place.migratable([books]);
      const now = Date.now();
      expect(await store.lease('killed', now - 60_000, now - 1)).toBe(true);
      expect(await store.lease('other', now - 2, now)).toBe(false);
      expect(await store.lease('killed', now - 2, now - 1)).toBe(true);
      await close();
      await expectMigrated(1);
    });
  });

  it('names the fields, and no value, when a step gives two documents the same unique key', async () => {
    await fill(3);
    const same = { kind: 'books', describe: 'same titles', up: (one: object) => ({ ...one, title: 'Secret title' }) };
    const failure: unknown = await place.open([books], { migrations: [same] }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'MigrationFailed', message: expect.stringContaining('the same title') });
    expect(String(failure)).not.toContain('Secret');
  });

  it('says so when a new unique key cannot be built', async () => {
    await fill(3);
    const unique: DocumentType<Book> = { ...books, unique: [...books.unique, ['shelf']] };
    await expect(place.open([unique], { migrations: [] })).rejects.toMatchObject({
      name: 'MigrationFailed',
      message: expect.stringContaining('the same shelf'),
    });
    await using(async (store) => expect(await store.collection(books).count({})).toBe(3), [books], { migrations: [] });
  });
}
