/**
 * The embedded engine: one SQLite file in a directory, for one serving process (and the command line beside it).
 * Documents are JSON; unique keys and lists are rows of two further tables, written in the same transaction.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import {
  type AnyKind,
  type Collection,
  type Draft,
  DuplicateKey,
  type Kind,
  type Row,
  STORE_VERSION,
  type Store,
  StoreUnavailable,
  StoreVersionMismatch,
  VersionConflict,
  WRITE_DEADLINE_MS,
} from './collection.js';
import { checkFields, declared, nameOf, readPage } from './declared.js';

/** How long one attempt may block the event loop, in milliseconds; further attempts wait without blocking. */
const BUSY_TIMEOUT_MS = 250;

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
export async function openEmbedded(directory: string, kinds: readonly AnyKind[]): Promise<Store> {
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
    collection: <T extends Row>(kind: Kind<T>) => new EmbeddedCollection<T>(connection, kind),
    ping: async () => {
      await connection.read(() => connection.one('SELECT 1'));
    },
    close: async () => connection.close(),
  };
}

/** A database handle with cached statements, transactions that wait their turn, and no call after the end. */
class Connection {
  readonly database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #closed = false;

  constructor(file: string) {
    this.database = new Database(file);
    this.database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA synchronous = FULL`);
    this.database.pragma('journal_mode = WAL');
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }

  run(sql: string, ...values: unknown[]): number {
    return this.#statement(sql).run(...values).changes;
  }

  one<R>(sql: string, ...values: unknown[]): R | undefined {
    return this.#statement(sql).get(...values) as R | undefined;
  }

  all<R>(sql: string, ...values: unknown[]): R[] {
    return this.#statement(sql).all(...values) as R[];
  }

  /** Runs `fn` as one transaction, which waits for another process's to end, up to the deadline. */
  write<R>(fn: () => R): Promise<R> {
    return this.read(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        const result = fn();
        this.database.exec('COMMIT');
        return result;
      } catch (error) {
        if (this.database.inTransaction) this.database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Runs `fn`, again when the database was busy, up to the deadline. */
  async read<R>(fn: () => R): Promise<R> {
    const deadline = Date.now() + WRITE_DEADLINE_MS;
    for (;;) {
      if (this.#closed) throw new StoreUnavailable('the store is closed');
      try {
        return fn();
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (Date.now() > deadline) throw new StoreUnavailable('the store is busy', { cause: error });
        await delay(10 + Math.random() * 40);
      }
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.database.close();
  }
}

const codeOf = (error: unknown): string => (error as { code?: unknown } | null)?.code?.toString() ?? '';
const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
const isTaken = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_CONSTRAINT');

class EmbeddedCollection<T extends Row> implements Collection<T> {
  constructor(
    readonly connection: Connection,
    readonly kind: Kind<T>,
  ) {}

  /** Writes the rows of unique keys and lists anew when their declarations are not those the store knows. */
  index(): Promise<void> {
    const { connection, kind } = this;
    const body = JSON.stringify([kind.unique, kind.lists]);
    return connection.write(() => {
      const known = connection.one<{ body: string }>('SELECT body FROM declarations WHERE kind = ?', kind.name);
      if (known?.body === body) return;
      connection.run('DELETE FROM unique_keys WHERE kind = ?', kind.name);
      connection.run('DELETE FROM lists WHERE kind = ?', kind.name);
      for (const row of connection.all<Stored>('SELECT body FROM documents WHERE kind = ?', kind.name))
        this.#move(undefined, parse<T>(row));
      connection.run('INSERT OR REPLACE INTO declarations VALUES (?, ?)', kind.name, body);
    });
  }

  get name(): string {
    return this.kind.name;
  }

  async get(id: string): Promise<T | undefined> {
    return (await this.getMany([id]))[0];
  }

  getMany(ids: readonly string[]): Promise<(T | undefined)[]> {
    const sql = 'SELECT body FROM documents WHERE kind = ? AND id = ?';
    return this.connection.read(() =>
      ids.map((id) => {
        const row = this.connection.one<Stored>(sql, this.kind.name, id);
        return row && parse<T>(row);
      }),
    );
  }

  findOne(where: Parameters<Collection<T>['findOne']>[0]): Promise<T | undefined> {
    const fields = declared(this.kind, 'unique', where);
    const sql = `SELECT body FROM documents WHERE kind = ?1 AND id =
      (SELECT id FROM unique_keys WHERE kind = ?1 AND name = ?2 AND key = ?3)`;
    return this.connection.read(() => {
      const row = this.connection.one<Stored>(sql, this.kind.name, nameOf(fields), keyOf(fields, where));
      return row && parse<T>(row);
    });
  }

  page: Collection<T>['page'] = (where, window, keep) => {
    const fields = declared(this.kind, 'lists', where);
    const key = keyOf(fields, where);
    const sql = (compare: string, order: string) => `
      SELECT body FROM lists JOIN documents USING (kind, id)
      WHERE kind = ? AND name = ? AND key = ? AND id ${compare} ? ORDER BY id ${order} LIMIT ?`;
    return readPage<T>(
      (from, limit, forward) =>
        this.connection.read(() =>
          this.connection
            .all<Stored>(
              forward ? sql('<', 'DESC') : sql('>', 'ASC'),
              this.kind.name,
              nameOf(fields),
              key,
              from ?? (forward ? '\u{10FFFF}' : ''),
              limit,
            )
            .map((row) => parse<T>(row)),
        ),
      window,
      keep,
    );
  };

  count: Collection<T>['count'] = (where) => {
    const fields = declared(this.kind, 'lists', where);
    const sql = 'SELECT count(*) AS n FROM lists WHERE kind = ? AND name = ? AND key = ?';
    return this.connection.read(
      () => this.connection.one<{ n: number }>(sql, this.kind.name, nameOf(fields), keyOf(fields, where))?.n ?? 0,
    );
  };

  async insert(draft: Draft<T>): Promise<T> {
    checkFields(this.kind, draft);
    const row = { ...draft, version: 1 } as unknown as T;
    return this.connection.write(() => {
      const body = JSON.stringify(row);
      this.#unlessTaken(['id'], 'INSERT INTO documents VALUES (?, ?, ?, ?)', this.kind.name, row.id, 1, body);
      this.#move(undefined, row);
      return parse<T>({ body });
    });
  }

  async replace(next: T): Promise<T> {
    checkFields(this.kind, next);
    const row = { ...next, version: next.version + 1 };
    return this.connection.write(() => {
      const old = this.#stored(next.id);
      if (old?.version !== next.version) throw new VersionConflict(this.kind.name);
      const body = JSON.stringify(row);
      const sql = 'UPDATE documents SET version = ?, body = ? WHERE kind = ? AND id = ?';
      this.connection.run(sql, row.version, body, this.kind.name, row.id);
      this.#move(old, row);
      return parse<T>({ body });
    });
  }

  delete(id: string): Promise<void> {
    return this.connection.write(() => {
      const old = this.#stored(id);
      if (!old) return;
      this.#move(old, undefined);
      this.connection.run('DELETE FROM documents WHERE kind = ? AND id = ?', this.kind.name, id);
    });
  }

  #stored(id: string): T | undefined {
    const sql = 'SELECT body FROM documents WHERE kind = ? AND id = ?';
    const row = this.connection.one<Stored>(sql, this.kind.name, id);
    return row && parse<T>(row);
  }

  /** Moves a document's unique keys and list places from where `old` had them to where `row` wants them. */
  #move(old: T | undefined, row: T | undefined): void {
    for (const [table, sets] of [
      ['unique_keys', this.kind.unique],
      ['lists', this.kind.lists],
    ] as const)
      for (const fields of sets) {
        const before = new Set(old && keysOf(fields, old));
        const after = new Set(row && keysOf(fields, row));
        const name = nameOf(fields);
        for (const key of before)
          if (!after.has(key)) {
            const sql = `DELETE FROM ${table} WHERE kind = ? AND name = ? AND key = ? AND id = ?`;
            this.connection.run(sql, this.kind.name, name, key, old?.id);
          }
        for (const key of after)
          if (!before.has(key))
            this.#unlessTaken(fields, `INSERT INTO ${table} VALUES (?, ?, ?, ?)`, this.kind.name, name, key, row?.id);
      }
  }

  #unlessTaken(fields: readonly string[], sql: string, ...values: unknown[]): void {
    try {
      this.connection.run(sql, ...values);
    } catch (error) {
      throw isTaken(error) ? new DuplicateKey(this.kind.name, fields) : error;
    }
  }
}

interface Stored {
  body: string;
}

const parse = <T>(row: Stored): T => JSON.parse(row.body) as T;

const keyOf = (fields: readonly string[], values: object): string =>
  JSON.stringify(fields.map((field) => (values as Record<string, unknown>)[field]));

/** The keys of one document: one, or one for each element of the array among the fields. */
function keysOf(fields: readonly string[], row: object): string[] {
  const values = fields.map((field) => (row as Record<string, unknown>)[field]);
  const spread = values.findIndex(Array.isArray);
  if (spread < 0) return [JSON.stringify(values)];
  return (values[spread] as unknown[]).map((one) => JSON.stringify(values.with(spread, one)));
}
