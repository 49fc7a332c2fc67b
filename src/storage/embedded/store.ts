/**
 * The embedded engine: one SQLite file in a directory, for one serving process (and the command line beside it).
 * Documents are JSON; unique keys and lists are rows of two further tables, written in the same transaction.
 */
import type { AnyDocumentType, DocumentType, Document, Store } from '../collection.js';
import { unknownKind } from '../declared.js';
import { StoreVersionMismatch } from '../errors.js';
import { bringUpToDate, type MigrateOptions, plannedChanges } from '../migrations/run.js';
import { MIGRATIONS } from '../migrations/index.js';
import { EmbeddedCollection } from './collection.js';
import { Connection } from './connection.js';
import { fileIn, holdServerLock, prepare } from './opening.js';
import type { OpenOptions } from '../opening.js';
import { EmbeddedMigratable, versionOf } from './migratable.js';

const TABLES = `
  CREATE TABLE documents (kind TEXT, id TEXT, version INTEGER, body TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID, STRICT;
  CREATE TABLE unique_keys (kind TEXT, name TEXT, key TEXT, id TEXT, PRIMARY KEY (kind, name, key)) WITHOUT ROWID, STRICT;
  CREATE TABLE lists (kind TEXT, name TEXT, key TEXT, id TEXT, PRIMARY KEY (kind, name, key, id)) WITHOUT ROWID, STRICT;
  CREATE TABLE declarations (kind TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID, STRICT;
`;

/**
 * Opens the store in `directory`; creates both if they are missing, readable by their owner only. Migrates an older store.
 * Rejects with {@link StoreUnusable} when the directory cannot be used or another server uses it, with
 * {@link StoreVersionMismatch} for a newer store, and as {@link bringUpToDate} does.
 */
export async function openEmbedded(
  directory: string,
  kinds: readonly AnyDocumentType[],
  options: MigrateOptions & OpenOptions = {},
): Promise<Store> {
  const release = options.serving ? holdServerLock(directory) : () => undefined;
  try {
    prepare(directory, options);
    const store = await openPrepared(directory, kinds, options);
    return {
      ...store,
      close: async () => {
        await store.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function openPrepared(
  directory: string,
  kinds: readonly AnyDocumentType[],
  options: MigrateOptions,
): Promise<Store> {
  const connection = new Connection(fileIn(directory));
  const own = (options.migrations ?? MIGRATIONS).length + 1;
  try {
    await connection.write(() => {
      if (versionOf(connection) === 0) connection.database.exec(`${TABLES} PRAGMA user_version = ${own}`);
    });
    await bringUpToDate(new EmbeddedMigratable(connection, kinds), options);
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    collection: <T extends Document>(kind: DocumentType<T>) => {
      if (!kinds.some(({ name }) => name === kind.name)) throw unknownKind(kind);
      return new EmbeddedCollection<T>(connection, kind);
    },
    ping: () =>
      connection.read(() => {
        const found = versionOf(connection);
        if (found !== own) throw new StoreVersionMismatch(found, own);
      }),
    close: async () => connection.close(),
  };
}

/** The changes that opening the store in `directory` would make, a line each. Rejects with {@link StoreUnusable} if there is none. */
export async function checkEmbedded(
  directory: string,
  kinds: readonly AnyDocumentType[],
  options: MigrateOptions = {},
): Promise<string[]> {
  prepare(directory, { create: false });
  const connection = new Connection(fileIn(directory));
  try {
    return await plannedChanges(new EmbeddedMigratable(connection, kinds), options);
  } finally {
    connection.close();
  }
}
