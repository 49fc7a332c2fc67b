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

/** The names of the indexes that are there for unique keys and lists; undefined when the collection is not there. */
async function existing(collection: mongoose.mongo.Collection): Promise<string[] | undefined> {
  const found = await reaching(() => collection.indexes()).catch((error: unknown) => {
    if (codeOf(error) !== NO_COLLECTION) throw error;
    return undefined;
  });
  return found?.map(({ name = '' }) => name).filter((name) => /^(unique|list) /.test(name));
}

/** What is to be done for one kind. */
export interface IndexPlan {
  readonly kind: AnyDocumentType;
  readonly collection: mongoose.mongo.Collection;
  /** Whether the collection is not there yet. */
  readonly isNew: boolean;
  /** Names of indexes that are no longer declared. */
  readonly drop: readonly string[];
  readonly create: readonly Index[];
}

/** What is to be done for each of `kinds`, which is read at once. */
export const indexPlans = (connection: mongoose.Connection, kinds: readonly AnyDocumentType[]): Promise<IndexPlan[]> =>
  Promise.all(
    kinds.map(async (kind) => {
      const collection = connection.collection(kind.name);
      const declared = declaredBy(kind);
      const names = await existing(collection);
      return {
        kind,
        collection,
        isNew: names === undefined,
        drop: (names ?? []).filter((name) => !declared.some((index) => index.name === name)),
        create: declared.filter(({ name }) => !names?.includes(name)),
      };
    }),
  );

/** Drops an index; another process may have done so. */
export async function dropIndex(collection: mongoose.mongo.Collection, name: string): Promise<void> {
  await reaching(() => collection.dropIndex(name)).catch((error: unknown) => {
    if (codeOf(error) !== NO_INDEX) throw error;
  });
}

/** DocumentDB reports documents that agree in a key under a general code. */
const isNotUnique = (error: unknown): boolean =>
  codeOf(error) === DUPLICATE || (error instanceof Error && error.message.includes('exclusion constraint'));

/**
 * Creates the indexes of a plan: those of a new collection by one command, else one by one, for each of them may take as
 * long as one command may. @throws DuplicateKey when documents agree in a unique key.
 */
export async function createIndexes({ collection, isNew, create }: IndexPlan): Promise<void> {
  const batches = isNew ? [create] : create.map((index) => [index]);
  for (const batch of batches) {
    const descriptions = batch.map(({ keys, name, unique }) => ({ key: new Map(keys), name, unique }));
    if (descriptions.length === 0) continue;
    await reaching(() => collection.createIndexes(descriptions)).catch((error: unknown) => {
      const fields = batch.find(({ unique }) => unique)?.fields ?? [];
      throw isNotUnique(error) ? new DuplicateKey(collection.collectionName, fields) : error;
    });
  }
}
