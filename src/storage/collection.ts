/**
 * The storage port: collections of versioned documents. Features are written against this file alone, engines
 * implement it, and `test/storage/collection.conformance.ts` says in executable form what it promises.
 */
import type { Instant } from '../clock.js';

export * from './errors.js';
export * from './update.js';

/** A stored document. `id` is the primary key and sorts by creation time; `version` counts its writes, from 1. */
export interface Document {
  readonly id: string;
  readonly version: number;
}

/** A document before its first write; the engine gives it version 1. */
export type Draft<T extends Document> = Omit<T, 'version'>;

/** How a field is stored. Every declared field is always set; any but `boolean` may be null. */
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
  /** Sets of fields. No two documents may have the same values in all fields of a set. */
  readonly unique: readonly (readonly Field<T>[])[];
  /** Sets of fields that pages and counts may ask for; at most one of them an array, which then means "contains". */
  readonly lists: readonly (readonly Field<T>[])[];
}

/** The document type of any kind. */
// oxlint-disable-next-line typescript/no-explicit-any -- DocumentType is invariant in its document type
export type AnyDocumentType = DocumentType<any>;

/** Equality on declared fields: all of a list's fields, or all of a unique key's. */
export type Where<T extends Document> = Readonly<Partial<Record<Field<T>, string | number | boolean>>>;

/** Returns those of some documents of a list that a page is to have, in the same order. */
export type Filter<T> = (documents: T[]) => T[] | Promise<T[]>;

/** Which part of a list: the first so many after a cursor, or the last so many before one. Cursors are ids. */
export type PageRequest = TimeRange &
  (
    | { readonly first: number; readonly after?: string | undefined }
    | { readonly last: number; readonly before?: string | undefined }
  );

/** When the documents of a page were created, by their ids, to the millisecond. Only for kinds whose ids are UUIDs of version 7. */
export interface TimeRange {
  /** The earliest moment, inclusive. */
  readonly since?: Date | undefined;
  /** The end, exclusive: what was created at this moment is not there. */
  readonly until?: Date | undefined;
}

/** A part of a list, newest first. The cursors may lie beyond `items` when the reading stopped at its bound. */
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
  /** The values of a unique key of one field that are taken and begin with `prefix`, in no order. Reads no document. */
  taken(field: Field<T>, prefix: string): Promise<string[]>;
  /**
   * The ids of up to `most` documents whose `field` holds a moment up to `until`, the earliest first: of a declared list
   * that has the fields of `where` and `field` as its last, else TypeError. Reads no document.
   */
  due(where: Where<T>, field: Field<T>, until: Instant, most: number): Promise<string[]>;
  /**
   * Part of a declared list, newest first. `filter` excludes what equality cannot; then at most {@link MAX_READ} documents are
   * read, or as many as are wanted and one more: a page may be short while `hasNextPage` is true and the cursor has moved on.
   */
  page(where: Where<T>, request: PageRequest, filter?: Filter<T>): Promise<Page<T>>;
  /** How many documents a declared list holds; counting stops at `most`, when that is given. */
  count(where: Where<T>, most?: number): Promise<number>;
  /** Stores a new document at version 1. MUST reject with {@link DuplicateKey} when its id or a unique key is taken. */
  insert(draft: Draft<T>): Promise<T>;
  /**
   * Stores `next` over the version it was read at, and answers it at the following one. MUST reject with
   * {@link VersionConflict} when the stored version is another or none, with {@link DuplicateKey} as insert does.
   */
  replace(next: T): Promise<T>;
  /**
   * Stores many documents, of which nobody expects a version: each is inserted, or replaces the stored document of its id
   * if its `field`, a string or a number, is greater than the stored one's. MUST do so in bounded batches, between which
   * other work runs. When it rejects, any of them may be stored; storing them again is harmless. Only for kinds without
   * unique keys, else TypeError.
   */
  upsertGreater(drafts: readonly Draft<T>[], field: Field<T>): Promise<void>;
  /** Removes the document; removing none is no error. */
  delete(id: string): Promise<void>;
}

/** An open store of one engine. */
export interface Store {
  /** The documents of one kind. @throws TypeError when the store was not opened with that kind. */
  collection<T extends Document>(kind: DocumentType<T>): Collection<T>;
  /** Resolves when the store answers a read; rejects with {@link StoreUnavailable} otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The most documents that a page reads to replace those that `filter` turned down, unless it is itself longer. */
export const MAX_READ = 100;

/** How long a write may wait for its turn, in milliseconds. */
export const WRITE_DEADLINE_MS = 5000;
