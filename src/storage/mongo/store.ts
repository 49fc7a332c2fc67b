/**
 * The MongoDB engine, through mongoose: a collection per kind, an index per unique key and list.
 * One document is the unit of change, so a standalone server does. Reads go to the primary, writes to a majority.
 */
import mongoose from 'mongoose';
import type { AnyDocumentType, Collection, DocumentType, Document, Store } from '../collection.js';
import { unknownKind } from '../declared.js';
import { StoreVersionMismatch } from '../errors.js';
import { MIGRATIONS } from '../migrations/index.js';
import { bringUpToDate, type MigrateOptions, plannedChanges } from '../migrations/run.js';
import { MongoCollection } from './collection.js';
import { keepWatched } from './connection-watch.js';
import { reaching } from './errors.js';
import { MongoMigratable } from './migratable.js';
import { explained, prepare } from './opening.js';
import type { OpenOptions } from '../opening.js';

/** How long selecting a server may take, and how long a server may send nothing, in milliseconds. */
const SELECTION_MS = 4000;
const SILENCE_MS = 8000;
/** The time between heartbeats to a server, in milliseconds. */
const HEARTBEAT_MS = 1000;

function settings(uri: string): mongoose.ConnectOptions {
  const named = new URL(uri.replace(/^mongodb(\+srv)?:\/\/[^/?]*/, 'http://host')).pathname.length > 1;
  return {
    ...(named ? {} : { dbName: 'latchkey' }),
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    serverSelectionTimeoutMS: SELECTION_MS,
    connectTimeoutMS: SELECTION_MS,
    socketTimeoutMS: SILENCE_MS,
    heartbeatFrequencyMS: HEARTBEAT_MS,
    waitQueueTimeoutMS: SILENCE_MS,
    readPreference: 'primary',
    writeConcern: { w: 'majority' },
    appName: 'latchkey',
  };
}

/**
 * Connects and brings the store up to date. The database is the URI's, or `latchkey`. Rejects with
 * {@link StoreUnusable} when `uri` cannot be used, with {@link StoreUnavailable} when no server answers, with
 * {@link StoreVersionMismatch} for a newer store, else as {@link bringUpToDate} does.
 */
export async function openMongo(
  uri: string,
  kinds: readonly AnyDocumentType[],
  options: MigrateOptions & OpenOptions = {},
): Promise<Store> {
  const connection = mongoose.createConnection();
  const own = (options.migrations ?? MIGRATIONS).length + 1;
  const migratable = new MongoMigratable(connection, kinds);
  try {
    await reaching(() => connection.openUri(uri, settings(uri)));
    await prepare(connection, options);
    await migratable.create(own);
    await bringUpToDate(migratable, options);
  } catch (error) {
    await connection.close(true);
    throw explained(error);
  }
  const collections = new Map(
    kinds.map((kind) => [kind.name, new MongoCollection<Document>(connection, kind as DocumentType<Document>, own)]),
  );
  const stopWatching = keepWatched(connection, () => connection.openUri(uri, settings(uri)));
  return {
    collection: <T extends Document>(kind: DocumentType<T>) => {
      const collection = collections.get(kind.name);
      if (!collection) throw unknownKind(kind);
      return collection as unknown as Collection<T>;
    },
    ping: async () => {
      const { version } = await migratable.progress();
      if (version !== own) throw new StoreVersionMismatch(version, own);
    },
    close: () => {
      stopWatching();
      return connection.close();
    },
  };
}

/** The changes that opening the store at `uri` would make, a line each. Rejects with {@link StoreUnusable} when there is none. */
export async function checkMongo(
  uri: string,
  kinds: readonly AnyDocumentType[],
  options: MigrateOptions = {},
): Promise<string[]> {
  const connection = mongoose.createConnection();
  try {
    await reaching(() => connection.openUri(uri, settings(uri)));
    await prepare(connection, { create: false });
    return await plannedChanges(new MongoMigratable(connection, kinds), options);
  } catch (error) {
    throw explained(error);
  } finally {
    await connection.close(true);
  }
}
