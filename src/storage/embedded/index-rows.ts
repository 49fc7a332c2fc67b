/** The index rows of the embedded engine: one for each unique key of a document, and one for each list that contains it. */
import { DuplicateKey } from '../errors.js';
import { nameOf } from '../declared.js';
import type { Connection } from './connection.js';

export type FieldSets = readonly (readonly string[])[];

/** The table for each type of index. */
export const TABLE_OF = { unique: 'unique_keys', list: 'lists' } as const;
export type IndexType = keyof typeof TABLE_OF;

/** The key of `values` for a set of fields. */
export const keyOf = (fields: readonly string[], values: object): string =>
  JSON.stringify(fields.map((field) => (values as Record<string, unknown>)[field]));

/** The keys of one document: one, or one for each element of the array among the fields. */
function keysOf(fields: readonly string[], document: object): string[] {
  const values = fields.map((field) => (document as Record<string, unknown>)[field]);
  const spread = values.findIndex(Array.isArray);
  if (spread < 0) return [JSON.stringify(values)];
  return (values[spread] as unknown[]).map((one) => JSON.stringify(values.with(spread, one)));
}

/** A document whose fields are read by name. */
interface Indexed {
  readonly id: string;
}

/**
 * Replaces the rows of `old` by the rows of `next`, inside a transaction. A row that exists already or is missing is no error,
 * because a list may be half built. @throws DuplicateKey
 */
export function moveRows(
  connection: Connection,
  kind: string,
  sets: Readonly<Record<IndexType, FieldSets>>,
  old: Indexed | undefined,
  next: Indexed | undefined,
): void {
  for (const type of ['unique', 'list'] as const)
    for (const fields of sets[type]) {
      const before = new Set(old && keysOf(fields, old));
      const after = new Set(next && keysOf(fields, next));
      const remove = `DELETE FROM ${TABLE_OF[type]} WHERE kind = ? AND name = ? AND key = ? AND id = ?`;
      for (const key of before) if (!after.has(key)) connection.run(remove, kind, nameOf(fields), key, old?.id);
      for (const key of after)
        if (next && !before.has(key)) addRow(connection, type, [kind, nameOf(fields), key, next.id], fields);
    }
}

/** Adds the rows of a document for one set of fields, inside a transaction. @throws DuplicateKey */
export function addRows(
  connection: Connection,
  kind: string,
  type: IndexType,
  fields: readonly string[],
  document: Indexed,
): void {
  for (const key of keysOf(fields, document))
    addRow(connection, type, [kind, nameOf(fields), key, document.id], fields);
}

function addRow(
  connection: Connection,
  type: IndexType,
  row: readonly [kind: string, name: string, key: string, id: string],
  fields: readonly string[],
): void {
  if (connection.run(`INSERT OR IGNORE INTO ${TABLE_OF[type]} VALUES (?, ?, ?, ?)`, ...row) > 0) return;
  if (type === 'list') return;
  const sql = 'SELECT id FROM unique_keys WHERE kind = ? AND name = ? AND key = ?';
  if (connection.one<{ id: string }>(sql, ...row.slice(0, 3))?.id !== row[3]) throw new DuplicateKey(row[0], fields);
}
