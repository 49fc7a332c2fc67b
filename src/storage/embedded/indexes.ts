/**
 * Maintains the unique keys and lists of each kind in the embedded store: builds new ones and removes old ones, a bounded
 * part in each transaction, while other processes may write.
 *
 * A row of the table `declarations` lists them for a kind: `[unique, lists]`, with the progress as a third element while some
 * are being built or removed. Every process writes the rows of the indexes in that table, not of those that it declares
 * itself, so an index that is being built misses no document.
 */
import { isDeepStrictEqual } from 'node:util';
import type { AnyDocumentType } from '../collection.js';
import { nameOf } from '../declared.js';
import { batch } from './batch.js';
import type { Connection } from './connection.js';
import { addRows, type FieldSets, type IndexType, moveRows, TABLE_OF } from './index-rows.js';

/** How many rows one transaction removes. */
const REMOVED_AT_ONCE = 500;

interface Index {
  readonly type: IndexType;
  readonly fields: readonly string[];
}

/** An index that is being built. Documents with ids up to `cursor` have their rows. */
interface Building extends Index {
  readonly cursor: string;
}

interface Kept extends Readonly<Record<IndexType, FieldSets>> {
  readonly dropping: readonly Index[];
  readonly building: readonly Building[];
}

const indexesOf = ({ unique, list }: Readonly<Record<IndexType, FieldSets>>): Index[] => [
  ...unique.map((fields) => ({ type: 'unique' as const, fields })),
  ...list.map((fields) => ({ type: 'list' as const, fields })),
];
const bare = ({ type, fields }: Index): Index => ({ type, fields });
const without = (some: readonly Index[], others: readonly Index[]): Index[] =>
  some.filter((index) => !others.some((other) => isDeepStrictEqual(other, index)));
const describe = (kind: string, { type, fields }: Index): string =>
  `${type === 'unique' ? 'unique key' : 'list'} of ${kind} by ${fields.join(', ') || 'nothing'}`;

/** The unique keys and lists of one kind in one store. */
export class Indexes {
  #read: { body: string; kept: Kept } | undefined;

  constructor(
    readonly connection: Connection,
    readonly kind: string,
  ) {}

  /** The indexes that the store maintains for this kind. Call it inside a transaction or a read. */
  kept(): Kept {
    const sql = 'SELECT body FROM declarations WHERE kind = ?';
    const { body } = this.connection.one<{ body: string }>(sql, this.kind) ?? { body: '[[],[]]' };
    if (this.#read?.body === body) return this.#read.kept;
    const [unique, list, work] = JSON.parse(body) as [FieldSets, FieldSets, Pick<Kept, 'dropping' | 'building'>?];
    const kept = { unique, list, ...(work ?? { dropping: [], building: [] }) };
    this.#read = { body, kept };
    return kept;
  }

  #keep({ unique, list, dropping, building }: Kept): void {
    const work = dropping.length + building.length > 0 ? [{ dropping, building }] : [];
    const sql = 'INSERT OR REPLACE INTO declarations VALUES (?, ?)';
    this.connection.run(sql, this.kind, JSON.stringify([unique, list, ...work]));
  }

  /** Replaces the rows of a document, inside a transaction. @throws DuplicateKey */
  move(old: { readonly id: string } | undefined, next: { readonly id: string } | undefined): void {
    moveRows(this.connection, this.kind, this.kept(), old, next);
  }

  /** The changes that {@link drop} and {@link build} would make, a line each. */
  async changes(kind: AnyDocumentType): Promise<string[]> {
    const kept = await this.connection.read(() => this.kept());
    const [now, then] = [indexesOf(kept), indexesOf(declaredBy(kind))];
    const removed = [...without(now, then), ...kept.dropping].map(
      (index) => `remove the ${describe(this.kind, index)}`,
    );
    const added = [...without(then, now), ...kept.building].map((index) => `build the ${describe(this.kind, index)}`);
    return [...removed, ...added];
  }

  /** Removes part of the rows of indexes that are no longer declared. Returns whether any are left. */
  async drop(kind: AnyDocumentType): Promise<boolean> {
    const then = indexesOf(declaredBy(kind));
    const isDone = ({ dropping, ...kept }: Kept) =>
      dropping.length === 0 && without(indexesOf(kept), then).length === 0;
    if (await this.connection.read(() => isDone(this.kept()))) return false;
    return this.connection.write(() => {
      const kept = this.kept();
      const dropping = [...kept.dropping, ...without(indexesOf(kept), then)];
      const [first, ...others] = dropping;
      const left = first !== undefined && this.#remove(first);
      this.#keep({
        unique: kept.unique.filter((fields) => without([{ type: 'unique', fields }], dropping).length > 0),
        list: kept.list.filter((fields) => without([{ type: 'list', fields }], dropping).length > 0),
        dropping: left ? dropping : others,
        building: kept.building.filter((index) => without([bare(index)], dropping).length > 0),
      });
      return left || others.length > 0;
    });
  }

  #remove({ type, fields }: Index): boolean {
    const table = TABLE_OF[type];
    const sql = `DELETE FROM ${table} WHERE kind = ?1 AND name = ?2 AND (key, id) IN
      (SELECT key, id FROM ${table} WHERE kind = ?1 AND name = ?2 LIMIT ${REMOVED_AT_ONCE})`;
    return this.connection.run(sql, this.kind, nameOf(fields)) === REMOVED_AT_ONCE;
  }

  /** Builds part of the rows of newly declared indexes. Returns whether any are missing. @throws DuplicateKey */
  async build(kind: AnyDocumentType): Promise<boolean> {
    const declared = declaredBy(kind);
    const body = JSON.stringify([declared.unique, declared.list]);
    const known = 'SELECT body FROM declarations WHERE kind = ?';
    const stored = () => this.connection.one<{ body: string }>(known, this.kind)?.body;
    if (await this.connection.read(() => stored() === body)) return false;
    return this.connection.write(() => {
      const kept = this.kept();
      const then = indexesOf(declared);
      const added = without(then, indexesOf(kept)).map((index) => ({ ...index, cursor: '' }));
      const building = [...kept.building.filter((index) => without([bare(index)], then).length === 0), ...added];
      const dropping = [...kept.dropping, ...without(indexesOf(kept), then)];
      const more = batch();
      for (let first = building[0]; first && more(); first = building[0]) {
        const cursor = this.#add(first, more);
        building.splice(0, 1, ...(cursor === undefined ? [] : [{ ...first, cursor }]));
      }
      this.#keep({ ...declared, dropping, building });
      return building.length > 0;
    });
  }

  /** Adds rows of further documents. Returns the new cursor; undefined when all documents have their rows. */
  #add({ type, fields, cursor }: Building, more: () => boolean): string | undefined {
    const sql = 'SELECT body FROM documents WHERE kind = ? AND id > ? ORDER BY id LIMIT 1';
    let last = cursor;
    do {
      const row = this.connection.one<{ body: string }>(sql, this.kind, last);
      if (!row) return undefined;
      const document = JSON.parse(row.body) as { id: string };
      addRows(this.connection, this.kind, type, fields, document);
      last = document.id;
    } while (more());
    return last;
  }
}

const declaredBy = ({ unique, lists }: AnyDocumentType) => ({ unique, list: lists });
