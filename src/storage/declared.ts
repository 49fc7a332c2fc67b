/** What both engines share: checking calls against the declaration of a kind, and reading a page. */
import {
  type AnyDocumentType,
  type DocumentType,
  type Filter,
  MAX_READ,
  type Page,
  type Document,
  type Where,
  type PageRequest,
} from './collection.js';

/** The name under which the index of a set of fields is stored. The order of the fields is that of the declaration. */
export const nameOf = (fields: readonly string[]): string => fields.join('+');

/** The error for a kind that the store was not opened with. */
export const unknownKind = ({ name }: AnyDocumentType): TypeError =>
  new TypeError(`${name} was not named when the store was opened`);

/** The declared list or unique key that `where` asks for. @throws TypeError when there is none. */
export function declared<T extends Document>(
  kind: DocumentType<T>,
  which: 'lists' | 'unique',
  where: Where<T>,
): readonly string[] {
  const asked = Object.keys(where);
  const fields = kind[which].find((set) => set.length === asked.length && set.every((field) => asked.includes(field)));
  if (!fields) throw new TypeError(`${kind.name} declares no ${which} over ${asked.join(', ') || 'nothing'}`);
  for (const field of asked)
    if (!['string', 'number', 'boolean'].includes(typeof where[field as keyof Where<T>]))
      throw new TypeError(`${kind.name}.${field} can only be compared with a string, number or boolean`);
  return fields;
}

/** The declared list of the fields of `where` and `last`, in this order. @throws TypeError when there is none. */
export function declaredUpTo<T extends Document>(
  kind: DocumentType<T>,
  where: Where<T>,
  last: string,
): readonly string[] {
  const fields = declared(kind, 'lists', { ...where, [last]: '' });
  if (fields.at(-1) !== last) throw new TypeError(`${kind.name} declares no list whose last field is ${last}`);
  return fields;
}

/** @throws TypeError when a document lacks a declared field, has one more, or has one of another type. */
export function checkFields(kind: AnyDocumentType, document: object): void {
  const fields = kind.fields as Record<string, string>;
  for (const field of Object.keys(document))
    if (!Object.hasOwn(fields, field) && field !== 'id' && field !== 'version')
      throw new TypeError(`${kind.name} has no field ${field}`);
  for (const [field, type] of Object.entries(fields)) {
    const value = (document as Record<string, unknown>)[field];
    const fits =
      type === 'json'
        ? value !== undefined
        : type === 'strings'
          ? Array.isArray(value) && value.every((one) => typeof one === 'string')
          : typeof value === type || (value === null && type !== 'boolean');
    if (!fits) throw new TypeError(`${kind.name}.${field} must be set, as ${type}`);
  }
}

/** @throws TypeError when `upsertGreater` is not for these documents of this kind. */
export function checkUpsert(kind: AnyDocumentType, drafts: readonly object[], field: string): void {
  if (kind.unique.length > 0) throw new TypeError(`${kind.name} has unique keys: insert or replace its documents`);
  const type = (kind.fields as Record<string, string>)[field];
  if (type !== 'string' && type !== 'number') throw new TypeError(`${kind.name}.${field} has no order`);
  for (const draft of drafts) checkFields(kind, draft);
}

/** A range of ids; both bounds are exclusive, and undefined for none. */
export interface IdRange {
  readonly above: string | undefined;
  readonly below: string | undefined;
}

/** Reads up to `limit` items of a list with ids in `range`: newest first, or oldest first when `forward` is false. */
export type Scan<T> = (range: IdRange, limit: number, forward: boolean) => Promise<T[]>;

/** A text that sorts between the UUIDv7s from before `moment` and all later ones. Their first 48 bits are the milliseconds. */
function idAt(moment: Date | undefined): string | undefined {
  if (!moment) return undefined;
  const hex = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

const lesser = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;
const greater = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** Reads a page through `scan`, as {@link Collection.page} specifies. */
export async function readPage<T extends Document>(
  scan: Scan<T>,
  request: PageRequest,
  filter: Filter<T> | undefined,
): Promise<Page<T>> {
  const forward = 'first' in request;
  const wanted = forward ? request.first : request.last;
  const start = forward ? request.after : request.before;
  const [since, until] = [idAt(request.since), idAt(request.until)];
  // One item more than asked for shows whether another page follows.
  const most = Math.max(wanted + 1, MAX_READ);
  const items: T[] = [];
  let from = start;
  let read = 0;
  let more = false;
  for (;;) {
    const limit = filter ? Math.min(Math.max(wanted + 1, read), most - read) : wanted + 1;
    const range = forward
      ? { above: since, below: lesser(from, until) }
      : { above: greater(from, since), below: until };
    const chunk = await scan(range, limit, forward);
    read += chunk.length;
    from = chunk.at(-1)?.id ?? from;
    items.push(...(filter ? await filter(chunk) : chunk));
    if (items.length > wanted || chunk.length < limit) {
      more = items.length > wanted;
      break;
    }
    if (read >= most) {
      more = true;
      break;
    }
  }
  const cutShort = more && items.length <= wanted;
  items.length = Math.min(items.length, wanted);
  const firstRead = items[0]?.id ?? (cutShort ? from : undefined);
  const lastRead = cutShort ? from : items.at(-1)?.id;
  if (!forward) items.reverse();
  const hasCursor = start !== undefined;
  return forward
    ? { items, startCursor: firstRead, endCursor: lastRead, hasNextPage: more, hasPreviousPage: hasCursor }
    : { items, startCursor: lastRead, endCursor: firstRead, hasNextPage: hasCursor, hasPreviousPage: more };
}
