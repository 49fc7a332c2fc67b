/** The indexes of one kind: `unique …` for each unique key and `list …` for each list. MongoDB builds them in the background. */
import type mongoose from 'mongoose';
import type { AnyDocumentType } from '../collection.js';
import { nameOf } from '../declared.js';
import { DuplicateKey } from '../errors.js';
import { codeOf, DUPLICATE, reaching } from './errors.js';

/** The server's codes for a collection, and for an index, that is not there. */
const NO_COLLECTION = 26;
const NO_INDEX = 27;

type Keys = [string, 1 | -1][];

interface Index {
  readonly name: string;
  readonly keys: Keys;
  readonly unique: boolean;
  readonly fields: readonly string[];
}

const ascending = (field: string): [string, 1] => [field, 1];

/** A list of everything is read by `_id`. */
const declaredBy = ({ unique, lists }: AnyDocumentType): Index[] => [
  ...(unique as string[][]).map((fields): Index => ({
    name: `unique ${nameOf(fields)}`,
    keys: fields.map(ascending),
    unique: true,
    fields,
  })),
  ...(lists as string[][])
    .filter(({ length }) => length > 0)
    .map((fields): Index => {
      const keys: Keys = [...fields.map(ascending), ['_id', -1]];
      return { name: `list ${nameOf(fields)}`, keys, unique: false, fields };
    }),
];

/** The names of the indexes that are there for unique keys and lists. */
async function existing(collection: mongoose.mongo.Collection): Promise<string[]> {
  const found = await reaching(() => collection.indexes()).catch((error: unknown) => {
    if (codeOf(error) !== NO_COLLECTION) throw error;
    return [];
  });
  return found.map(({ name = '' }) => name).filter((name) => /^(unique|list) /.test(name));
}

/** What is to be done: names to drop, indexes to create. */
export async function indexPlan(collection: mongoose.mongo.Collection, kind: AnyDocumentType) {
  const declared = declaredBy(kind);
  const names = await existing(collection);
  return {
    drop: names.filter((name) => !declared.some((index) => index.name === name)),
    create: declared.filter(({ name }) => !names.includes(name)),
  };
}

/** Drops an index; another process may have done so. */
export async function dropIndex(collection: mongoose.mongo.Collection, name: string): Promise<void> {
  await reaching(() => collection.dropIndex(name)).catch((error: unknown) => {
    if (codeOf(error) !== NO_INDEX) throw error;
  });
}

/** DocumentDB reports documents that agree in a key under a general code. */
const isNotUnique = (error: unknown): boolean =>
  codeOf(error) === DUPLICATE || (error instanceof Error && error.message.includes('exclusion constraint'));

/** Creates an index. @throws DuplicateKey when documents agree in a unique key. */
export async function createIndex(collection: mongoose.mongo.Collection, { keys, name, unique, fields }: Index) {
  await reaching(() => collection.createIndex(keys, { name, unique }, undefined)).catch((error: unknown) => {
    throw isNotUnique(error) ? new DuplicateKey(collection.collectionName, fields) : error;
  });
}
