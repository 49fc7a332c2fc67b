import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../../clock.js';
import {
  type Collection,
  type Draft,
  DuplicateKey,
  type DocumentType,
  type Filter,
  type Page,
  type Document,
  VersionConflict,
  type Where,
  type PageRequest,
} from '../collection.js';
import { checkFields, checkUpsert, declared, declaredUpTo, nameOf, readPage } from '../declared.js';
import type { Connection } from './connection.js';
import { batch, takeWhile } from './batch.js';
import { keyOf } from './index-rows.js';
import { Indexes } from './indexes.js';

/** The documents of one kind, as JSON in the tables of `store.ts`. */
export class EmbeddedCollection<T extends Document> implements Collection<T> {
  readonly #indexes: Indexes;

  constructor(
    readonly connection: Connection,
    readonly kind: DocumentType<T>,
  ) {
    this.#indexes = new Indexes(connection, kind.name);
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

  taken(field: keyof T & string, prefix: string): Promise<string[]> {
    const fields = declared(this.kind, 'unique', { [field]: '' } as Where<T>);
    // All values in one row: reading a row takes as long as a thousand bytes.
    const sql = `SELECT json_group_array(key ->> 0) AS taken FROM unique_keys
      WHERE kind = ? AND name = ? AND key >= ? AND key < ?`;
    const from = keyOf(fields, { [field]: prefix }).slice(0, -'"]'.length);
    return this.connection.read(() => {
      const row = this.connection.one<{ taken: string }>(sql, this.kind.name, nameOf(fields), from, from + LAST);
      return JSON.parse(row?.taken ?? '[]') as string[];
    });
  }

  async due(where: Where<T>, field: keyof T & string, until: Instant, most: number): Promise<string[]> {
    const fields = declaredUpTo(this.kind, where, field);
    const sql = 'SELECT id FROM lists WHERE kind = ? AND name = ? AND key > ? AND key <= ? ORDER BY key LIMIT ?';
    // A key ends with the moment in quotation marks or with null, which sorts after every moment.
    const key = (moment: Instant) => keyOf(fields, { ...where, [field]: moment });
    const range = [key('').slice(0, -'"]'.length), key(until)];
    return this.connection.read(() =>
      this.connection.all<{ id: string }>(sql, this.kind.name, nameOf(fields), ...range, most).map(({ id }) => id),
    );
  }

  page(where: Where<T>, request: PageRequest, filter?: Filter<T>): Promise<Page<T>> {
    const fields = declared(this.kind, 'lists', where);
    const list = [this.kind.name, nameOf(fields), keyOf(fields, where)];
    const sql = (order: string) => `
      SELECT body FROM lists JOIN documents USING (kind, id)
      WHERE kind = ? AND name = ? AND key = ? AND id > ? AND id < ? ORDER BY id ${order} LIMIT ?`;
    const [oldestFirst, newestFirst] = [sql('ASC'), sql('DESC')];
    return readPage<T>(
      ({ above = '', below = LAST }, limit, forward) =>
        this.connection.read(() => {
          const order = forward ? newestFirst : oldestFirst;
          return this.connection.all<Stored>(order, ...list, above, below, limit).map(parse<T>);
        }),
      request,
      filter,
    );
  }

  async count(where: Where<T>, most?: number): Promise<number> {
    const fields = declared(this.kind, 'lists', where);
    const list = [this.kind.name, nameOf(fields), keyOf(fields, where)];
    const sql = 'SELECT count(*) AS n FROM (SELECT 1 FROM lists WHERE kind = ? AND name = ? AND key = ? LIMIT ?)';
    // For SQLite, a negative limit means no limit.
    return this.connection.read(() => this.connection.one<{ n: number }>(sql, ...list, most ?? -1)?.n ?? 0);
  }

  async insert(draft: Draft<T>): Promise<T> {
    checkFields(this.kind, draft);
    const document = { ...draft, version: 1 } as unknown as T;
    return this.connection.write(() => {
      const body = JSON.stringify(document);
      const sql = 'INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?)';
      const added = this.connection.run(sql, this.kind.name, document.id, 1, body);
      if (added === 0) throw new DuplicateKey(this.kind.name, ['id']);
      this.#indexes.move(undefined, document);
      return parse<T>({ body });
    });
  }

  async replace(next: T): Promise<T> {
    checkFields(this.kind, next);
    const document = { ...next, version: next.version + 1 };
    return this.connection.write(() => {
      const old = this.#stored(next.id);
      if (old?.version !== next.version) throw new VersionConflict(this.kind.name);
      const body = JSON.stringify(document);
      const sql = 'UPDATE documents SET version = ?, body = ? WHERE kind = ? AND id = ?';
      this.connection.run(sql, document.version, body, this.kind.name, document.id);
      this.#indexes.move(old, document);
      return parse<T>({ body });
    });
  }

  async upsertGreater(drafts: readonly Draft<T>[], field: keyof T & string): Promise<void> {
    checkUpsert(this.kind, drafts, field);
    for (let done = 0; done < drafts.length;) {
      if (done > 0) await nextTurn();
      const rest = drafts.slice(done);
      done += await this.connection.write(() => takeWhile(rest, batch(), (draft) => this.#upsert(draft, field)));
    }
  }

  #upsert(draft: Draft<T>, field: keyof T & string): void {
    const old = this.#stored(draft.id);
    const document = { ...draft, version: (old?.version ?? 0) + 1 } as unknown as T;
    if (old && document[field] <= old[field]) return;
    const sql = 'INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)';
    this.connection.run(sql, this.kind.name, document.id, document.version, JSON.stringify(document));
    this.#indexes.move(old, document);
  }

  delete(id: string): Promise<void> {
    return this.connection.write(() => {
      const old = this.#stored(id);
      if (!old) return;
      this.#indexes.move(old, undefined);
      this.connection.run('DELETE FROM documents WHERE kind = ? AND id = ?', this.kind.name, id);
    });
  }

  #stored(id: string): T | undefined {
    const sql = 'SELECT body FROM documents WHERE kind = ? AND id = ?';
    const row = this.connection.one<Stored>(sql, this.kind.name, id);
    return row && parse<T>(row);
  }
}

/** Sorts after every id. */
const LAST = '\u{10FFFF}';

interface Stored {
  body: string;
}

const parse = <T>(row: Stored): T => JSON.parse(row.body) as T;
