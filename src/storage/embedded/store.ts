/**
 * The embedded engine: one SQLite file in a directory, for one serving process (and the command line beside it).
 * Documents are JSON; unique keys and lists are rows of two further tables, written in the same transaction.
 */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyDocumentType, DocumentType, Document, Store } from '../collection.js';
import { StoreVersionMismatch } from '../errors.js';
import { bringUpToDate, type MigrateOptions, plannedChanges } from '../migrations/run.js';
import { MIGRATIONS } from '../migrations/index.js';
import { EmbeddedCollection } from './collection.js';
import { Connection } from './connection.js';
import { EmbeddedMigratable, versionOf } from './migratable.js';

const TABLES = `
  CREATE TABLE documents (kind TEXT, id TEXT, version INTEGER, body TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID, STRICT;
  CREATE TABLE unique_keys (kind TEXT, name TEXT, key TEXT, id TEXT, PRIMARY KEY (kind, name, key)) WITHOUT ROWID, STRICT;
  CREATE TABLE lists (kind TEXT, name TEXT, key TEXT, id TEXT, PRIMARY KEY (kind, name, key, id)) WITHOUT ROWID, STRICT;
  CREATE TABLE declarations (kind TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID, STRICT;
`;

/**
 * Opens the store in `directory`, creating both when missing; only the owner may read it. Brings an older store up to
 * date. Rejects with {@link StoreVersionMismatch} for a newer store, else as {@link bringUpToDate} does.
 */
export async function openEmbedded(
  directory: string,
  kinds: readonly AnyDocumentType[],
  options: MigrateOptions = {},
): Promise<Store> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = fileIn(directory);
  const connection = new Connection(file);
  const own = (options.migrations ?? MIGRATIONS).length + 1;
  try {
    chmodSync(file, 0o600);
    await connection.write(() => {
      if (versionOf(connection) === 0) connection.database.exec(`${TABLES} PRAGMA user_version = ${own}`);
    });
    await bringUpToDate(new EmbeddedMigratable(connection, kinds), options);
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    collection: <T extends Document>(kind: DocumentType<T>) => new EmbeddedCollection<T>(connection, kind),
    ping: () =>
      connection.read(() => {
        const found = versionOf(connection);
        if (found !== own) throw new StoreVersionMismatch(found, own);
      }),
    close: async () => connection.close(),
  };
}

/** What opening the store in `directory` would change, a line each; nothing for one that is not there yet. */
export async function checkEmbedded(
  directory: string,
  kinds: readonly AnyDocumentType[],
  options: MigrateOptions = {},
): Promise<string[]> {
  if (!existsSync(fileIn(directory))) return [];
  const connection = new Connection(fileIn(directory));
  try {
    const empty = await connection.read(() => versionOf(connection) === 0);
    return empty ? [] : await plannedChanges(new EmbeddedMigratable(connection, kinds), options);
  } finally {
    connection.close();
  }
}

const fileIn = (directory: string): string => join(directory, 'latchkey.db');
