/** Plans and creates the indexes of kinds: `unique …` for each unique key, `list …` for each list. MongoDB builds them in the background. */
import type mongoose from 'mongoose';
import type { AnyDocumentType } from '../collection.js';
import { nameOf } from '../declared.js';
import { DuplicateKey } from '../errors.js';
import { codeOf, DUPLICATE, reaching } from './errors.js';

/** MongoDB's codes for a missing collection and for a missing index. */
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

/** The declared indexes of a kind. A list without fields needs none: it is read by `_id`. */
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

/** The names of a collection's indexes for unique keys and lists; undefined when the collection does not exist. */
async function existing(collection: mongoose.mongo.Collection): Promise<string[] | undefined> {
  const found = await reaching(() => collection.indexes()).catch((error: unknown) => {
    if (codeOf(error) !== NO_COLLECTION) throw error;
    return undefined;
  });
  return found?.map(({ name = '' }) => name).filter((name) => /^(unique|list) /.test(name));
}

/** The changes to make to the indexes of one kind. */
export interface IndexPlan {
  readonly kind: AnyDocumentType;
  readonly collection: mongoose.mongo.Collection;
  /** Whether the collection does not exist yet. */
  readonly isNew: boolean;
  /** Names of indexes that are no longer declared. */
  readonly drop: readonly string[];
  readonly create: readonly Index[];
}

/** The plans for `kinds`, whose indexes are read at the same time. */
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

/** Drops an index, unless another process has done so. */
export async function dropIndex(collection: mongoose.mongo.Collection, name: string): Promise<void> {
  await reaching(() => collection.dropIndex(name)).catch((error: unknown) => {
    if (codeOf(error) !== NO_INDEX) throw error;
  });
}

/** Whether an error says that documents have the same unique key. DocumentDB reports this under a general code. */
const isNotUnique = (error: unknown): boolean =>
  codeOf(error) === DUPLICATE || (error instanceof Error && error.message.includes('exclusion constraint'));

/**
 * Creates the indexes of a plan: those of a new collection by one command, others one by one, because each may take as long
 * as one command may. @throws DuplicateKey when documents have the same unique key.
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
