/**
 * The storage port: collections of versioned documents. Features are written against this file alone, engines
 * implement it, and `test/storage/collection.conformance.ts` says in executable form what it promises.
 */

/** A stored document. `id` is the primary key and sorts by creation time; `version` counts its writes, from 1. */
export interface Document {
  readonly id: string;
  readonly version: number;
}

/** A document before its first write; the engine gives it version 1. */
export type Draft<T extends Document> = Omit<T, 'version'>;

/** How a field is stored. Every declared field is always set; any but `boolean` may be null. */
export type FieldType = 'string' | 'number' | 'boolean' | 'strings' | 'json';

type FieldTypeOf<V> = [V] extends [boolean]
  ? 'boolean'
  : [V] extends [string | null]
    ? 'string'
    : [V] extends [number | null]
      ? 'number'
      : [V] extends [readonly string[]]
        ? 'strings'
        : 'json';

/** A name of a field that may stand in a unique key, a list or a `where`. */
type Field<T extends Document> = keyof T & string;

/** What an engine must know of one kind of document. */
export interface DocumentType<T extends Document> {
  /** The collection's name. */
  readonly name: string;
  /** Every field but `id` and `version`, with its storage type. */
  readonly fields: { readonly [K in Exclude<Field<T>, 'id' | 'version'>]: FieldTypeOf<T[K]> };
  /** Sets of fields no two documents may agree in. */
  readonly unique: readonly (readonly Field<T>[])[];
  /** Sets of fields that pages and counts may ask for; at most one of them an array, which then means "contains". */
  readonly lists: readonly (readonly Field<T>[])[];
}

/** A kind whose document type does not matter to the reader. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kind is invariant in its document type
export type AnyDocumentType = DocumentType<any>;

/** Equality on declared fields: all of a list's fields, or all of a unique key's. */
export type Where<T extends Document> = Readonly<Partial<Record<Field<T>, string | number | boolean>>>;

/** Which part of a list: the first so many after a cursor, or the last so many before one. Cursors are ids. */
export type PageRequest =
  | { readonly first: number; readonly after?: string | undefined }
  | { readonly last: number; readonly before?: string | undefined };

/** A part of a list, newest first. The cursors may lie beyond `rows` when the reading stopped at its bound. */
export interface Page<T> {
  readonly items: T[];
  readonly startCursor: string | undefined;
  readonly endCursor: string | undefined;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/**
 * One kind of document in a store. Callers get copies. Keys compare byte by byte.
 * Any method may reject with {@link StoreUnavailable}.
 */
export interface Collection<T extends Document> {
  /** The name of its kind. */
  readonly name: string;
  /** The document, or undefined. */
  get(id: string): Promise<T | undefined>;
  /** The documents in the order of `ids`, undefined where there is none; one read of the store. */
  getMany(ids: readonly string[]): Promise<(T | undefined)[]>;
  /** The document with this unique key; `where` MUST name all of a declared unique key's fields, else TypeError. */
  findOne(where: Where<T>): Promise<T | undefined>;
  /**
   * Part of a declared list, newest first. `keep` judges what equality cannot; at most {@link MAX_READ} documents are
   * read for one page, so with `keep` a page may be short while `hasNextPage` is true and the cursor has moved on.
   */
  page(where: Where<T>, window: PageRequest, keep?: (row: T) => boolean): Promise<Page<T>>;
  /** How many documents a declared list holds. */
  count(where: Where<T>): Promise<number>;
  /** Stores a new document at version 1. MUST reject with {@link DuplicateKey} when its id or a unique key is taken. */
  insert(draft: Draft<T>): Promise<T>;
  /**
   * Stores `next` over the version it was read at, and answers it at the following one. MUST reject with
   * {@link VersionConflict} when the stored version is another or none, with {@link DuplicateKey} as insert does.
   */
  replace(next: T): Promise<T>;
  /** Removes the document; removing none is no error. */
  delete(id: string): Promise<void>;
}

/** An open store of one engine. */
export interface Store {
  collection<T extends Document>(kind: DocumentType<T>): Collection<T>;
  /** Resolves when the store answers a read; rejects with {@link StoreUnavailable} otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The layout of stored documents. A program refuses a store of another version; raise it with a migration. */
export const STORE_VERSION = 1;

/** How many documents one page may read when `keep` turns some down. */
export const MAX_READ = 1000;

/** How long a write may wait for its turn, in milliseconds. */
export const WRITE_DEADLINE_MS = 5000;

/** Another document holds this id or unique key. Names the fields, never their values. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
  constructor(
    readonly kind: string,
    readonly fields: readonly string[],
  ) {
    super(`another document of ${kind} has the same ${fields.join(' and ')}`);
  }
}

/** The document was changed or removed since it was read. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
  constructor(readonly kind: string) {
    super(`a document of ${kind} was changed by somebody else`);
  }
}

/** The store does not answer, or not in time. Whether a write took place is then unknown. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store was written by a program of another store version. */
export class StoreVersionMismatch extends Error {
  override readonly name = 'StoreVersionMismatch';
  constructor(found: unknown) {
    super(
      `The store has version ${String(found)}, this Latchkey reads version ${STORE_VERSION}. ` +
        'Run the release of Latchkey that wrote it, or point this one at another store.',
    );
  }
}

/** What the `fn` of {@link update} returns to leave the document as it is, and say why. */
export class Refused<P> {
  constructor(readonly problem: P) {}
}

/**
 * Reads a document, applies `fn`, and stores what it returns, again from the start when somebody else was faster.
 * Answers the stored document; undefined when there is none; what `fn` refused with. `fn` returns its argument to
 * leave all as it is. Rejects with {@link StoreUnavailable} after 30 lost races, and with what `fn` throws.
 */
export function update<T extends Document>(
  collection: Collection<T>,
  id: string,
  fn: (row: T) => T,
): Promise<T | undefined>;
export function update<T extends Document, P>(
  collection: Collection<T>,
  id: string,
  fn: (row: T) => T | Refused<P>,
): Promise<T | Refused<P> | undefined>;
export async function update<T extends Document, P>(
  collection: Collection<T>,
  id: string,
  fn: (row: T) => T | Refused<P>,
): Promise<T | Refused<P> | undefined> {
  for (let attempt = 0; attempt < 30; attempt++) {
    const row = await collection.get(id);
    if (!row) return undefined;
    const next = fn(row);
    if (next === row || next instanceof Refused) return next;
    try {
      return await collection.replace(next);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      await pause(attempt);
    }
  }
  throw new StoreUnavailable(`a document of ${collection.name} is written to by too many at once`);
}

/** Waits a random, growing moment before another attempt at something that was lost to a race. */
export function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(50, 2 ** attempt)));
}

/** Reads every row of a list, newest first, a bounded page at a time. */
export async function* iterate<T extends Document>(collection: Collection<T>, where: Where<T>): AsyncGenerator<T> {
  let after: string | undefined;
  for (;;) {
    const page = await collection.page(where, { first: 100, after });
    yield* page.items;
    if (!page.hasNextPage) return;
    after = page.endCursor;
  }
}
