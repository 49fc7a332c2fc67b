/**
 * The embedded engine: one SQLite file in a directory, for one serving process (and the command line beside it).
 * Documents are JSON; unique keys and lists are rows of two further tables, written in the same transaction.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AnyDocumentType,
  type DocumentType,
  type Document,
  STORE_VERSION,
  type Store,
  StoreVersionMismatch,
} from '../collection.js';
import { EmbeddedCollection } from './collection.js';
import { Connection } from './connection.js';

const TABLES = `
  CREATE TABLE documents (kind TEXT, id TEXT, version INTEGER, body TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID, STRICT;
  CREATE TABLE unique_keys (kind TEXT, name TEXT, key TEXT, id TEXT, PRIMARY KEY (kind, name, key)) WITHOUT ROWID, STRICT;
  CREATE TABLE lists (kind TEXT, name TEXT, key TEXT, id TEXT, PRIMARY KEY (kind, name, key, id)) WITHOUT ROWID, STRICT;
  CREATE TABLE declarations (kind TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID, STRICT;
  PRAGMA user_version = ${STORE_VERSION};
`;

/**
 * Opens the store in `directory`, creating both when missing; only the owner may read it.
 * Rejects with {@link StoreVersionMismatch} for a store of another version.
 */
export async function openEmbedded(directory: string, kinds: readonly AnyDocumentType[]): Promise<Store> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'latchkey.db');
  const connection = new Connection(file);
  try {
    chmodSync(file, 0o600);
    await connection.write(() => {
      const { user_version: found } = connection.one<{ user_version: number }>('PRAGMA user_version') ?? {};
      if (found === 0) connection.database.exec(TABLES);
      else if (found !== STORE_VERSION) throw new StoreVersionMismatch(found);
    });
    for (const kind of kinds) await new EmbeddedCollection(connection, kind).index();
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    collection: <T extends Document>(kind: DocumentType<T>) => new EmbeddedCollection<T>(connection, kind),
    ping: async () => {
      await connection.read(() => connection.one('SELECT 1'));
    },
    close: async () => connection.close(),
  };
}
