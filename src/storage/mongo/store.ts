/**
 * The MongoDB engine, through mongoose: a collection per kind, an index per unique key and list.
 * One document is the unit of change, so a standalone server does. Reads go to the primary, writes to a majority.
 */
import mongoose from 'mongoose';
import {
  type AnyDocumentType,
  type Collection,
  type DocumentType,
  type Document,
  STORE_VERSION,
  type Store,
  StoreVersionMismatch,
} from '../collection.js';
import { MongoCollection } from './collection.js';
import { codeOf, DUPLICATE, reaching } from './errors.js';
import { keepWatched } from './connection-watch.js';

/** How long to look for a server, and how long one may keep silent, in milliseconds. */
const SELECTION_MS = 4000;
const SILENCE_MS = 8000;
/** How often to look whether a server is there again, in milliseconds. */
const HEARTBEAT_MS = 1000;

/**
 * Connects, creates the indexes one after the other and checks the store's version. The database is the URI's, or `latchkey`.
 * Rejects with {@link StoreUnavailable} when no server answers, with {@link StoreVersionMismatch} for another version.
 */
export async function openMongo(uri: string, kinds: readonly AnyDocumentType[]): Promise<Store> {
  const named = new URL(uri.replace(/^mongodb(\+srv)?:\/\/[^/?]*/, 'http://host')).pathname.length > 1;
  const options: mongoose.ConnectOptions = {
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
  const connection = mongoose.createConnection();
  const collections = new Map<string, MongoCollection<Document>>();
  try {
    await reaching(() => connection.openUri(uri, options));
    await checkVersion(connection);
    for (const kind of kinds) {
      const collection = new MongoCollection<Document>(connection, kind as DocumentType<Document>);
      await collection.index();
      collections.set(kind.name, collection);
    }
  } catch (error) {
    await connection.close(true);
    throw error;
  }
  const stopWatching = keepWatched(connection, () => connection.openUri(uri, options));
  return {
    collection: <T extends Document>(kind: DocumentType<T>) => {
      const collection = collections.get(kind.name);
      if (!collection) throw new TypeError(`${kind.name} was not named when the store was opened`);
      return collection as unknown as Collection<T>;
    },
    ping: () =>
      reaching(async () => {
        await connection.db?.command({ ping: 1 });
      }),
    close: () => {
      stopWatching();
      return connection.close();
    },
  };
}

async function checkVersion(connection: mongoose.Connection): Promise<void> {
  const meta = connection.collection<{ _id: string; version: number }>('store');
  const found = await reaching(async () => {
    const update = { $setOnInsert: { version: STORE_VERSION } };
    await meta.updateOne({ _id: 'version' }, update, { upsert: true }).catch((error: unknown) => {
      if (codeOf(error) !== DUPLICATE) throw error;
    });
    return meta.findOne({ _id: 'version' });
  });
  if (found?.version !== STORE_VERSION) throw new StoreVersionMismatch(found?.version);
}
