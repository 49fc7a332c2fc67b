/** Checks the directory of an embedded store before the database is opened, and locks it while a server runs. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { type OpenOptions, StoreUnusable } from '../opening.js';

/** The suffixes of the files that SQLite creates beside a database, with the database's file mode. */
const COMPANIONS = ['', '-wal', '-shm', '-journal'];
const OWNER_ONLY = 0o600;
const HEADER_BYTES = 100;
/** How long to wait for another process that is opening or closing the store, in milliseconds. */
const PROBE_MS = 5000;

/** The path of the database of the store in `directory`. */
export const fileIn = (directory: string): string => join(directory, 'latchkey.db');

/**
 * Ensures that `directory` contains a database of Latchkey, or an empty one, that only its owner may read.
 * @throws StoreUnusable when it does not, or when there is none and `create` is false.
 */
export function prepare(directory: string, { create = true }: OpenOptions): void {
  const file = fileIn(directory);
  explained(directory, () => {
    if (create) {
      createDirectory(directory);
      createFile(file);
    } else if (!existsSync(file)) throw noStore();
    narrow(file);
    const tables = tablesIn(file);
    if (tables.length === 0 && !create) throw noStore();
    if (tables.length > 0 && !(tables.includes('documents') && tables.includes('declarations'))) throw notOurs();
  });
}

/**
 * Locks `directory` for one server, and returns a function that unlocks it. The lock is a SQLite lock on a file of its own,
 * so it always ends with the process. @throws StoreUnusable when another process holds it.
 */
export function holdServerLock(directory: string): () => void {
  return explained(directory, () => {
    createDirectory(directory);
    const file = join(directory, 'server.lock');
    createFile(file);
    narrow(file);
    const lock = new Database(file);
    try {
      lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      if (codeOf(error) !== 'SQLITE_BUSY') throw error;
      throw new StoreUnusable(
        'another server runs on this directory; stop it, name another directory, or use MONGODB_URI, which takes any number of servers',
      );
    }
    return () => lock.close();
  });
}

/** Creates a directory and its missing parents. `mkdirSync` with `recursive` never returns where none can exist, as in /proc. */
function createDirectory(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(directory);
  if (!existsSync(above)) createDirectory(above);
  mkdirSync(directory, { mode: 0o700 });
}

/** Creates a file before SQLite does, so that no other user may open it at any moment. */
function createFile(file: string): void {
  // Not opened if it exists: closing it would end the locks that this process has on it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', OWNER_ONLY));
}

/** Removes the rights of other users from a database and its companions. */
function narrow(file: string): void {
  for (const companion of COMPANIONS.map((ending) => file + ending)) {
    const { mode } = statSync(companion, { throwIfNoEntry: false }) ?? { mode: OWNER_ONLY };
    if ((mode & 0o777) !== OWNER_ONLY) chmodSync(companion, OWNER_ONLY);
  }
}

function tablesIn(file: string): string[] {
  // SQLite treats a file that is shorter than a header as empty, and would overwrite it.
  const { size } = statSync(file);
  if (size > 0 && size < HEADER_BYTES) throw notOurs();
  const database = new Database(file);
  try {
    database.exec(`PRAGMA busy_timeout = ${PROBE_MS}`);
    return (database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]).map(
      ({ name }) => name,
    );
  } finally {
    database.close();
  }
}

const noStore = () =>
  new StoreUnusable(
    'there is no store in this directory; create one by starting Latchkey or by `latchkey bootstrap`, or name another',
  );
const notOurs = () =>
  new StoreUnusable('latchkey.db in this directory is no database of Latchkey; name another directory');
const forbidden = () =>
  new StoreUnusable('this user may not read and write there; give the directory and its files to it, or name another');

const PROBLEMS: Readonly<Record<string, () => StoreUnusable>> = {
  EEXIST: () => new StoreUnusable('must name a directory, and this is a file'),
  ENOTDIR: () => new StoreUnusable('must name a directory, and this leads through a file'),
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: forbidden,
  // Directories are created, but for example not in /proc.
  ENOENT: () => new StoreUnusable('this directory cannot be created; name another'),
  ENAMETOOLONG: () => new StoreUnusable('the name of this directory is too long; name another'),
  ELOOP: () => new StoreUnusable('this is a link that leads to itself; name another directory'),
  ENOSPC: () => new StoreUnusable('the disk is full; free some of it, or name a directory elsewhere'),
  SQLITE_FULL: () => new StoreUnusable('the disk is full; free some of it, or name a directory elsewhere'),
  SQLITE_READONLY: forbidden,
  SQLITE_NOTADB: notOurs,
  SQLITE_CORRUPT: () =>
    new StoreUnusable('the database in this directory is damaged; bring back a copy, or name another directory'),
  SQLITE_BUSY: () => new StoreUnusable('the store is busy; try again when no other process works on it'),
};

/** Runs `fn`, and turns errors of the file system and SQLite about `directory` into {@link StoreUnusable}. */
function explained<R>(directory: string, fn: () => R): R {
  try {
    return fn();
  } catch (error) {
    throw problemOf(directory, error) ?? error;
  }
}

/** Explains an error of opening the store in `directory`; undefined for an internal error. */
function problemOf(directory: string, error: unknown): StoreUnusable | undefined {
  if (error instanceof StoreUnusable) return error;
  // libsql gives errors of opening a file no code.
  if (error instanceof Error && error.message.startsWith('ConnectionFailed'))
    return statSync(fileIn(directory), { throwIfNoEntry: false })?.isDirectory() ? notOurs() : forbidden();
  return PROBLEMS[codeOf(error)]?.();
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code);
