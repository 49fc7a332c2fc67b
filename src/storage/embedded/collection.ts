import {
  type Collection,
  type Draft,
  DuplicateKey,
  type DocumentType,
  type Page,
  type Document,
  VersionConflict,
  type Where,
  type PageRequest,
} from '../collection.js';
import { checkFields, declared, nameOf, readPage } from '../declared.js';
import { type Connection, isTaken } from './connection.js';

/** One kind's documents as JSON in the tables of `embedded.ts`. */
export class EmbeddedCollection<T extends Document> implements Collection<T> {
  constructor(
    readonly connection: Connection,
    readonly kind: DocumentType<T>,
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

  async findOne(where: Where<T>): Promise<T | undefined> {
    const fields = declared(this.kind, 'unique', where);
    const sql = `SELECT body FROM documents WHERE kind = ?1 AND id =
      (SELECT id FROM unique_keys WHERE kind = ?1 AND name = ?2 AND key = ?3)`;
    return this.connection.read(() => {
      const row = this.connection.one<Stored>(sql, this.kind.name, nameOf(fields), keyOf(fields, where));
      return row && parse<T>(row);
    });
  }

  page(where: Where<T>, window: PageRequest, keep?: (row: T) => boolean): Promise<Page<T>> {
    const fields = declared(this.kind, 'lists', where);
    const list = [this.kind.name, nameOf(fields), keyOf(fields, where)];
    const sql = (beyond: string, order: string) => `
      SELECT body FROM lists JOIN documents USING (kind, id)
      WHERE kind = ? AND name = ? AND key = ? AND id ${beyond} ? ORDER BY id ${order} LIMIT ?`;
    const [newer, older] = [sql('>', 'ASC'), sql('<', 'DESC')];
    return readPage<T>(
      (from, limit, forward) =>
        this.connection.read(() => {
          const start = from ?? (forward ? LAST : '');
          return this.connection.all<Stored>(forward ? older : newer, ...list, start, limit).map(parse<T>);
        }),
      window,
      keep,
    );
  }

  async count(where: Where<T>): Promise<number> {
    const fields = declared(this.kind, 'lists', where);
    const sql = 'SELECT count(*) AS n FROM lists WHERE kind = ? AND name = ? AND key = ?';
    return this.connection.read(
      () => this.connection.one<{ n: number }>(sql, this.kind.name, nameOf(fields), keyOf(fields, where))?.n ?? 0,
    );
  }

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

/** Sorts after every id. */
const LAST = '\u{10FFFF}';

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
