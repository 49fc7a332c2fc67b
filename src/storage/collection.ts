/**
 * The storage port: collections of versioned documents. Features use only this file, engines implement it, and
 * `test/storage/collection.conformance.ts` tests its guarantees on each engine.
 */
import type { Instant } from '../clock.js';

export * from './errors.js';
export * from './update.js';

/** A stored document. `id` is the primary key and sorts by creation time; `version` counts its writes, from 1. */
export interface Document {
  readonly id: string;
  readonly version: number;
}

/** A document before its first write. The engine stores it at version 1. */
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

/** The name of a field that a unique key, a list or a `where` may contain. */
type Field<T extends Document> = keyof T & string;

/** Declares one kind of document to the engines. */
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

/** The declaration of any kind of document. */
// oxlint-disable-next-line typescript/no-explicit-any -- DocumentType is invariant in its document type
export type AnyDocumentType = DocumentType<any>;

/** Equality on declared fields: all of a list's fields, or all of a unique key's. */
export type Where<T extends Document> = Readonly<Partial<Record<Field<T>, string | number | boolean>>>;

/** Returns the documents that a page includes, in the given order. */
export type Filter<T> = (documents: T[]) => T[] | Promise<T[]>;

/** Which part of a list to read: `first` documents after a cursor, or `last` documents before one. Cursors are ids. */
export type PageRequest = TimeRange &
  (
    | { readonly first: number; readonly after?: string | undefined }
    | { readonly last: number; readonly before?: string | undefined }
  );

/** Bounds a page by the time of creation, in milliseconds. Only for kinds whose ids are UUIDs of version 7, which hold that time. */
export interface TimeRange {
  /** The earliest moment, inclusive. */
  readonly since?: Date | undefined;
  /** The latest moment, exclusive. */
  readonly until?: Date | undefined;
}

/** Part of a list, newest first. The cursors may lie beyond `items` when reading stopped at its bound. */
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
  /** The stored values of a unique key of one field that begin with `prefix`, in any order. Reads no document. */
  taken(field: Field<T>, prefix: string): Promise<string[]>;
  /**
   * The ids of up to `most` documents that match `where` and whose `field` is a moment up to `until`, the earliest first.
   * Rejects with TypeError unless a list is declared with the fields of `where` and `field` as its last. Reads no document.
   */
  due(where: Where<T>, field: Field<T>, until: Instant, most: number): Promise<string[]>;
  /**
   * Part of a declared list, newest first. `filter` may exclude documents by other conditions than equality. With a filter, at
   * most {@link MAX_READ} documents are read, or one more than asked for if that is greater. So a page may have fewer items
   * than asked for while `hasNextPage` is true; its cursor then continues after the last document that was read.
   */
  page(where: Where<T>, request: PageRequest, filter?: Filter<T>): Promise<Page<T>>;
  /** How many documents a declared list has; counting stops at `most`, if it is given. */
  count(where: Where<T>, most?: number): Promise<number>;
  /** Stores a new document at version 1. MUST reject with {@link DuplicateKey} when its id or a unique key is taken. */
  insert(draft: Draft<T>): Promise<T>;
  /**
   * Stores `next` in place of the version that it was read at, and returns it with the next version. MUST reject with
   * {@link VersionConflict} when another version or no document is stored, and with {@link DuplicateKey} as `insert` does.
   */
  replace(next: T): Promise<T>;
  /**
   * Stores many documents without version checks: inserts each, or replaces the stored document of its id if the new value of
   * `field`, a string or a number, is greater than the stored one. MUST work in bounded batches, between which other work of
   * the process runs. When it rejects, any of them may be stored; storing them again is harmless. Rejects with TypeError for
   * kinds with unique keys.
   */
  upsertGreater(drafts: readonly Draft<T>[], field: Field<T>): Promise<void>;
  /** Removes a document. Does nothing when there is none. */
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

/** The most documents that a page with a filter reads, unless more are asked for. */
export const MAX_READ = 100;

/** How long an operation may wait for the writes of other processes, in milliseconds. */
export const WRITE_DEADLINE_MS = 5000;
