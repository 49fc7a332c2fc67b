import type { AnyDocumentType } from '../collection.js';
import type { EmittedDocument, Migration, StoredDocument } from '../migrations/migration.js';
import type { Migratable, Progress } from '../migrations/run.js';
import { batch } from './batch.js';
import type { Connection } from './connection.js';
import { Indexes } from './indexes.js';

/**
 * Migrates the embedded store. A transaction migrates some documents and stores the id of the last one as the cursor, so each
 * document is migrated once. The version is SQLite's `user_version`; the table `state` holds the cursor and the lease.
 */
export class EmbeddedMigratable implements Migratable {
  readonly #indexes: readonly (readonly [AnyDocumentType, Indexes])[];

  constructor(
    readonly connection: Connection,
    kinds: readonly AnyDocumentType[],
  ) {
    this.#indexes = kinds.map((kind) => [kind, new Indexes(connection, kind.name)] as const);
  }

  progress(): Promise<Progress> {
    return this.connection.read(() => ({
      version: versionOf(this.connection),
      unfinished: this.#state('cursor') !== undefined,
    }));
  }

  lease(holder: string, now: number, until: number): Promise<boolean> {
    return this.connection.write(() => {
      const lease = JSON.parse(this.#state('lease') ?? 'null') as Lease | null;
      if (lease && lease.holder !== holder && lease.until > now) return false;
      this.#setState('lease', JSON.stringify({ holder, until } satisfies Lease));
      return true;
    });
  }

  release(holder: string): Promise<void> {
    return this.connection.write(() => {
      const lease = JSON.parse(this.#state('lease') ?? 'null') as Lease | null;
      if (lease?.holder === holder) this.#setState('lease', undefined);
    });
  }

  advance(version: number, migration: Migration): Promise<boolean> {
    return this.connection.write(() => {
      const at = versionOf(this.connection);
      const cursor = this.#state('cursor');
      if (at > version || (at === version && cursor === undefined)) return false;
      this.connection.database.exec(`PRAGMA user_version = ${version}`);
      const last = this.#migrate(migration, cursor ?? '');
      this.#setState('cursor', last);
      return last !== undefined;
    });
  }

  /** Migrates documents after `cursor`. Returns the id of the last one; undefined when there are no more. */
  #migrate({ kind, up, emits }: Migration, cursor: string): string | undefined {
    const indexes = new Indexes(this.connection, kind);
    const next = 'SELECT body FROM documents WHERE kind = ? AND id > ? ORDER BY id LIMIT 1';
    const store = 'UPDATE documents SET version = ?, body = ? WHERE kind = ? AND id = ?';
    const more = batch();
    let last = cursor;
    do {
      const row = this.connection.one<{ body: string }>(next, kind, last);
      if (!row) return undefined;
      const old = JSON.parse(row.body) as StoredDocument;
      // If not all its documents could be emitted, the next transaction continues with this document.
      if (emits && !this.#emit(emits.kind, emits.from(old), more)) return last;
      const document = { ...up(old), id: old.id, version: old.version + 1 };
      this.connection.run(store, document.version, JSON.stringify(document), kind, old.id);
      indexes.move(old, document);
      last = old.id;
    } while (more());
    return last;
  }

  /** Inserts those of `documents` that are missing, until `more` returns false. Returns whether all of them are stored. */
  #emit(kind: string, documents: readonly EmittedDocument[], more: () => boolean): boolean {
    const indexes = new Indexes(this.connection, kind);
    const store = 'INSERT OR IGNORE INTO documents VALUES (?, ?, 1, ?)';
    let room = true;
    for (const emitted of documents) {
      if (!room) return false;
      const document = { ...emitted, version: 1 };
      if (this.connection.run(store, kind, document.id, JSON.stringify(document)) === 0) continue;
      indexes.move(undefined, document);
      room = more();
    }
    return true;
  }

  dropUndeclared(): Promise<boolean> {
    return this.#some((indexes, kind) => indexes.drop(kind));
  }

  buildDeclared(): Promise<boolean> {
    return this.#some((indexes, kind) => indexes.build(kind));
  }

  async #some(work: (indexes: Indexes, kind: AnyDocumentType) => Promise<boolean>): Promise<boolean> {
    for (const [kind, indexes] of this.#indexes) if (await work(indexes, kind)) return true;
    return false;
  }

  async indexChanges(): Promise<string[]> {
    const changes: string[] = [];
    for (const [kind, indexes] of this.#indexes) changes.push(...(await indexes.changes(kind)));
    return changes;
  }

  #state(name: string): string | undefined {
    const table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'state'";
    if (!this.connection.one(table)) return undefined;
    return this.connection.one<{ value: string }>('SELECT value FROM state WHERE name = ?', name)?.value;
  }

  #setState(name: string, value: string | undefined): void {
    this.connection.database.exec(STATE_TABLE);
    if (value === undefined) this.connection.run('DELETE FROM state WHERE name = ?', name);
    else this.connection.run('INSERT OR REPLACE INTO state VALUES (?, ?)', name, value);
  }
}

interface Lease {
  readonly holder: string;
  readonly until: number;
}

/** Stores of version 1 lack this table. */
const STATE_TABLE =
  'CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT';

/** The version of the store; 0 for a file that is empty. */
export const versionOf = (connection: Connection): number =>
  connection.one<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
