/** Migrations and new lists of a process that dies, and of one that runs beside others. */
import { spawn } from 'node:child_process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterEach, expect, it, vi } from 'vitest';
import type { DocumentType } from '../../../src/storage/collection.js';
import { Connection } from '../../../src/storage/embedded/connection.js';
import { embedded, type Engine, onEveryEngine, type Place } from '../../support/engines.js';
import { type Book, book, books, id } from '../books.js';
import { expectLoans } from './loans.js';
import { type Counted, counted, KINDS_OF_TWO, TWO } from './steps.js';

const MANY = 320;
const HOUR = 3_600_000;

afterEach(() => vi.restoreAllMocks());

async function fill(place: Place, n: number): Promise<void> {
  const store = await place.open([books], { migrations: [] });
  for (let one = 1; one <= n; one++) await store.collection(books).insert(book(one));
  await store.close();
}

/** Every document is there, was migrated once, and is found by its key and in its lists. */
async function expectMigrated(place: Place): Promise<void> {
  const store = await place.open(KINDS_OF_TWO, { migrations: TWO });
  await expectLoans(store, MANY);
  const all = store.collection(counted);
  const found = (await all.getMany(Array.from({ length: MANY }, (_, index) => id(index + 1)))) as Counted[];
  expect(found.map((one) => [one.leaves, one.times])).toEqual(found.map((_, index) => [index + 1, 1]));
  for (const leaves of [1, MANY / 2, MANY]) {
    expect(await all.count({ leaves })).toBe(1);
    expect((await all.findOne({ shelf: 'A', leaves }))?.id).toBe(id(leaves));
  }
  await store.close();
}

/** From the `count`th write of an engine on, all fail: the first of them before it is done, or after. */
function dieAt(engine: Engine, count: number, done: boolean): void {
  let writes = 0;
  const [target, methods] =
    engine === embedded
      ? [Connection.prototype, ['write']]
      : [mongoose.mongo.Collection.prototype, ['updateOne', 'bulkWrite', 'createIndexes', 'dropIndex']];
  for (const method of methods) {
    const original = Reflect.get(target, method) as (...args: unknown[]) => Promise<unknown>;
    vi.spyOn(target as unknown as Record<string, () => Promise<unknown>>, method).mockImplementation(async function (
      this: unknown,
      ...args: unknown[]
    ) {
      writes++;
      if (writes < count || (writes === count && done)) {
        const result = await Reflect.apply(original, this, args);
        if (writes < count) return result;
      }
      throw new Error('the process died');
    });
  }
}

onEveryEngine('a process that dies at any write', (engine) => {
  it.each([true, false])('loses nothing, and the next process continues (the write took place: %s)', async (done) => {
    const place = engine.place();
    await fill(place, MANY);
    const { now } = Date;
    let deaths = 0;
    for (let opened = false; !opened;) {
      dieAt(engine, 2 + (deaths % 6), done);
      // The lease of the one before has ended.
      vi.spyOn(Date, 'now').mockImplementation(() => now() + deaths * HOUR);
      opened = await place.open(KINDS_OF_TWO, { migrations: TWO }).then(
        async (store) => store.close().then(() => true),
        () => false,
      );
      vi.restoreAllMocks();
      deaths++;
      expect(deaths).toBeLessThan(300);
    }
    expect(deaths).toBeGreaterThan(3);
    vi.spyOn(Date, 'now').mockImplementation(() => now() + deaths * HOUR);
    await expectMigrated(place);
    await place.remove();
  });
});

it('a process that is killed loses nothing, and the next process continues', async () => {
  const place = embedded.place();
  await fill(place, MANY);
  const script = fileURLToPath(new URL('migrating.ts', import.meta.url));
  const kills = [2, 7, 12];
  for (const [hours, letters] of kills.entries()) {
    const args = ['--import', 'tsx', script, place.environment.LATCHKEY_DATA ?? '', String(hours)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = 0;
    child.stdout.on('data', (text: Buffer) => {
      said += text.length;
      if (said >= letters) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(said).toBeGreaterThanOrEqual(letters);
  }
  const { now } = Date;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + kills.length * HOUR);
  await expectMigrated(place);
  await place.remove();
});

onEveryEngine('a list that is declared later', (engine) => {
  const more: DocumentType<Book> = { ...books, lists: [...books.lists, ['pages'], ['tags']] };

  it('is correct, whatever a process with the former declarations writes while it is built', async () => {
    const place = engine.place();
    await fill(place, MANY);
    const other = await place.open([books], { migrations: [] });
    const shelf = other.collection(books);
    const opening = place.open([more], { migrations: [] });
    const state = { built: false };
    const store = opening.finally(() => (state.built = true));
    let writes = 0;
    for (let n = 1; n <= MANY && !(state.built && n > 20); n += 3) {
      await nextTurn();
      const document = await shelf.get(id(n));
      if (document) await shelf.replace({ ...document, pages: n + 10_000, tags: ['changed'] });
      await shelf.delete(id(n + 1));
      await shelf.insert(book(n + 20_000, { tags: ['new'] }));
      writes++;
    }
    const all = (await store).collection(more);
    expect(await all.count({ tags: 'changed' })).toBe(writes);
    expect(await all.count({ tags: 'new' })).toBe(writes);
    expect(await all.count({ tags: 'all' })).toBe(MANY - 2 * writes);
    expect(await all.count({ pages: 1 })).toBe(0);
    expect(await all.count({ pages: 10_001 })).toBe(1);
    await Promise.all([other.close(), (await store).close()]);
    await place.remove();
  });

  it('is removed when it is no longer declared, and correct when it is declared again', async () => {
    const place = engine.place();
    const open = () => place.open([more], { migrations: [] });
    await (await open()).close();
    await fill(place, 5);
    expect(await place.check([more], { migrations: [] })).toHaveLength(2);
    const store = await open();
    expect(await store.collection(more).count({ pages: 5 })).toBe(1);
    await store.close();
    expect(await place.check([more], { migrations: [] })).toEqual([]);
    expect(await place.check([books], { migrations: [] })).toHaveLength(2);
    await place.remove();
  });
});

it('a list that is declared later is built with other work in between, after every 100 documents at most', async () => {
  const place = embedded.place();
  await fill(place, MANY);
  let turns = 0;
  let building = true;
  const take = () => {
    turns++;
    if (building) setImmediate(take);
  };
  setImmediate(take);
  const more: DocumentType<Book> = { ...books, lists: [...books.lists, ['pages']] };
  const store = await place.open([more], { migrations: [] });
  building = false;
  expect(turns).toBeGreaterThanOrEqual(Math.floor(MANY / 100));
  await store.close();
  await place.remove();
});
