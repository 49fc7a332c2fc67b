/** What is sent to MongoDB with each write. */
import mongoose from 'mongoose';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { mongodb } from '../../support/engines.js';
import { type Book, book, books } from '../books.js';

const pamphlets = { ...books, name: 'pamphlets', unique: [] };
const WRITES = ['insert', 'update', 'delete', 'createIndexes'];

describe.skipIf(inject('mongoUri') === '')('every command that writes', () => {
  afterEach(() => vi.restoreAllMocks());

  it('waits for a majority, and every other reads from the primary', async () => {
    const commands: Record<string, unknown>[] = [];
    const { MongoClient } = mongoose.mongo;
    // The driver tells of its commands to who asks before it connects.
    const connect = Reflect.get(MongoClient.prototype, 'connect');
    vi.spyOn(MongoClient.prototype, 'connect').mockImplementation(function (this: mongoose.mongo.MongoClient) {
      Object.assign(this.options, { monitorCommands: true });
      this.on('commandStarted', ({ command }) => commands.push(command as Record<string, unknown>));
      return Reflect.apply(connect, this, []);
    });
    const place = mongodb.place();
    const store = await place.open([books, pamphlets]);
    const shelf = store.collection(books);
    const inserted = await shelf.insert(book(1));
    await shelf.replace({ ...inserted, lent: true } satisfies Book);
    await store.collection(pamphlets).upsertGreater([book(2)], 'pages');
    await shelf.delete(inserted.id);
    await shelf.page({}, { first: 1 });
    await shelf.findOne({ title: 'Title 1' });
    await store.close();

    for (const name of WRITES) {
      const sent = commands.filter((command) => name in command);
      expect(sent.length, name).toBeGreaterThan(0);
      for (const command of sent) expect(command.writeConcern, name).toMatchObject({ w: 'majority' });
    }
    const reads = commands.filter((command) => 'find' in command);
    expect(reads.length).toBeGreaterThan(1);
    for (const { $readPreference } of reads) expect([undefined, { mode: 'primary' }]).toContainEqual($readPreference);
    await place.remove();
  });
});
