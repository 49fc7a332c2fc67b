import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import { StoreUnavailable, WRITE_DEADLINE_MS } from '../collection.js';

/** How long one attempt may block the event loop, in milliseconds. Between attempts nothing is blocked. */
const BUSY_TIMEOUT_MS = 250;

/** A database handle. Caches statements, waits for the transactions of other processes, and refuses calls after `close`. */
export class Connection {
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

  /** Runs `fn` as one transaction. Waits for other processes' transactions, up to {@link WRITE_DEADLINE_MS}. */
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

  /** Runs `fn`, and repeats it while the database is busy, up to {@link WRITE_DEADLINE_MS}. */
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
