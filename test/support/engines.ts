/** The storage engines, each with fresh stores for tests. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { describe, inject } from 'vitest';
import type { AnyDocumentType, Document, DocumentType, Draft, Store } from '../../src/storage/collection.js';
import { Connection } from '../../src/storage/embedded/connection.js';
import { EmbeddedMigratable } from '../../src/storage/embedded/migratable.js';
import { checkEmbedded, openEmbedded } from '../../src/storage/embedded/store.js';
import type { Migratable, MigrateOptions } from '../../src/storage/migrations/run.js';
import type { OpenOptions } from '../../src/storage/opening.js';
import { STORE_VERSION } from '../../src/storage/migrations/index.js';
import { type Stored, toStored } from '../../src/storage/mongo/documents.js';
import { MongoMigratable } from '../../src/storage/mongo/migratable.js';
import { checkMongo, openMongo } from '../../src/storage/mongo/store.js';

/** A place for a store that can be opened several times, at once too, by other processes too. */
export interface Place {
  readonly open: (kinds: readonly AnyDocumentType[], options?: MigrateOptions & OpenOptions) => Promise<Store>;
  /** What opening it would change. */
  readonly check: (kinds: readonly AnyDocumentType[], options?: MigrateOptions) => Promise<string[]>;
  /** What its engine gives to the runner of migrations. */
  readonly migratable: (
    kinds: readonly AnyDocumentType[],
  ) => Promise<{ store: Migratable; close: () => Promise<void> }>;
  /** Stores new documents in a store that is open, past it, as fast as the engine can: making them is not what is tested. */
  readonly insertMany: <T extends Document>(
    store: Store,
    kind: DocumentType<T>,
    drafts: readonly Draft<T>[],
  ) => Promise<void>;
  /** The settings that make a server of Latchkey use it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Everything stored there, as one text. */
  readonly dump: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** A new, empty place. With `used`, one may be had that served before and was emptied: its collections may exist. */
  readonly place: (options?: { used: boolean }) => Place;
}

/** Where there is memory for files, with room for the largest stores: no test takes the power from a disk. */
function storesDirectory(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 31 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
const STORES = storesDirectory();

export const embedded: Engine = {
  name: 'embedded',
  place() {
    const directory = mkdtempSync(join(STORES, 'latchkey-'));
    return {
      open: (kinds, options) => openEmbedded(directory, kinds, options),
      check: (kinds, options) => checkEmbedded(directory, kinds, options),
      async migratable(kinds) {
        const connection = new Connection(join(directory, 'latchkey.db'));
        return { store: new EmbeddedMigratable(connection, kinds), close: async () => connection.close() };
      },
      async insertMany(store, kind, drafts) {
        const collection = store.collection(kind);
        for (const draft of drafts) await collection.insert(draft);
      },
      environment: { LATCHKEY_DATA: directory },
      async dump() {
        const { readFileSync, readdirSync } = await import('node:fs');
        return readdirSync(directory)
          .map((file) => readFileSync(join(directory, file), 'latin1'))
          .join('\n');
      },
      remove: async () => rmSync(directory, { recursive: true, force: true }),
    };
  },
};

/** Suites are declared, and then skipped, without a server too. */
const NO_SERVER = 'mongodb://127.0.0.1:1/';

/** Databases that were emptied: creating one anew, with its indexes, takes several times as long. */
const spare: string[] = [];

export const mongodb: Engine = {
  name: 'mongodb',
  place({ used } = { used: false }) {
    const uri = new URL(inject('mongoUri') || NO_SERVER);
    const name = (used ? spare.pop() : undefined) ?? `${inject('mongoPrefix')}${randomUUID().slice(0, 13)}`;
    uri.pathname = `/${name}`;
    const connected = async <T>(use: (connection: mongoose.Connection) => Promise<T>): Promise<T> => {
      const connection = await mongoose.createConnection(uri.href).asPromise();
      try {
        return await use(connection);
      } finally {
        await connection.close();
      }
    };
    const all = async <T>(use: (collection: mongoose.mongo.Collection) => Promise<T>): Promise<T[]> =>
      connected(async (connection) => {
        const collections = await connection.listCollections();
        return Promise.all(collections.map((collection) => use(connection.collection(collection.name))));
      });
    return {
      open: (kinds, options) => openMongo(uri.href, kinds, options),
      check: (kinds, options) => checkMongo(uri.href, kinds, options),
      async migratable(kinds) {
        const connection = await mongoose.createConnection(uri.href).asPromise();
        return { store: new MongoMigratable(connection, kinds), close: () => connection.close() };
      },
      insertMany: (_, kind, drafts) =>
        connected(async (connection) => {
          const documents = drafts.map((draft) => toStored({ ...draft, version: 1 }, STORE_VERSION));
          await connection.collection<Stored>(kind.name).insertMany(documents);
        }),
      environment: { MONGODB_URI: uri.href },
      dump: async () => JSON.stringify(await all((collection) => collection.find().toArray())),
      async remove() {
        if (!used) return connected((connection) => connection.dropDatabase());
        await all((collection) => collection.deleteMany({}));
        spare.push(name);
      },
    };
  },
};

/**
 * How often to try something, or how many of it to store: what costs one engine seconds costs the other ten times as much.
 * A soak tries the same on both.
 */
export const runs = ({ name }: Engine, count: number): number =>
  name === 'mongodb' && process.env.LATCHKEY_SOAK !== '1' ? Math.ceil(count / 4) : count;

export const ENGINES: readonly Engine[] = [embedded, mongodb];

/** Runs a suite once for each engine; for MongoDB's it is skipped when there is no server. */
export function onEveryEngine(title: string, suite: (engine: Engine) => void, engines = ENGINES): void {
  for (const engine of engines) {
    const skipped = engine.name === 'mongodb' && inject('mongoUri') === '';
    describe.skipIf(skipped)(`${title}, on ${engine.name}`, () => suite(engine));
  }
}

/**
 * Runs a suite whose outcome no engine decides, such as one of input that is refused before anything is stored: on the
 * embedded engine, and in a soak on every engine.
 */
export const onAnyEngine = (title: string, suite: (engine: Engine) => void): void =>
  onEveryEngine(title, suite, process.env.LATCHKEY_SOAK === '1' ? ENGINES : [embedded]);
