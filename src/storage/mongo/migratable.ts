import type mongoose from 'mongoose';
import type { AnyDocumentType } from '../collection.js';
import type { EmittedDocument, Emission, Migration, StoredDocument } from '../migrations/migration.js';
import type { Migratable, Progress } from '../migrations/run.js';
import { type Stored, storeVersionOf, toStored } from './documents.js';
import { codeOf, DUPLICATE, reaching, reachingUnlessTaken } from './errors.js';
import { createIndexes, dropIndex, indexPlans } from './indexes.js';

/** How many documents one write migrates. */
const BATCH = 100;

/** The most documents that one write emits, and that one call of `advance` emits, unless a single document emits more. */
const MAX_EMITTED = 200;

/** The one document of the collection `store`. */
interface State {
  readonly _id: 'version';
  readonly version: number;
  /** The id of the last document that an unfinished step has migrated. */
  readonly cursor?: string;
  readonly lease?: { readonly holder: string; readonly until: number };
}

/** The first of `documents` that together emit at most {@link MAX_EMITTED} documents; at least one. */
function firstOf(documents: readonly Stored[], { from }: Emission): readonly Stored[] {
  let emitted = 0;
  const end = documents.findIndex((one, index) => (emitted += from(read(one)).length) > MAX_EMITTED && index > 0);
  return end < 0 ? documents : documents.slice(0, end);
}

/** A stored document in the form that the functions of a step receive. */
function read({ _id: id, version, ...fields }: Stored): StoredDocument {
  delete fields.storeVersion;
  return { ...fields, id, version: version as number };
}

/**
 * Migrates a MongoDB store. Each document holds the store version of its shape, so that none is migrated twice if a process
 * stops between the write of a batch and that of its cursor. A migrated document has a new version, so that a write based on
 * an earlier read is refused.
 */
export class MongoMigratable implements Migratable {
  constructor(
    readonly connection: mongoose.Connection,
    readonly kinds: readonly AnyDocumentType[],
  ) {}

  get #states() {
    return this.connection.collection<State>('store');
  }

  /** Gives an empty store the version `own`. */
  async create(own: number): Promise<void> {
    const update = { $setOnInsert: { version: own } };
    await reaching(() => this.#states.updateOne({ _id: 'version' }, update, { upsert: true })).catch(
      (error: unknown) => {
        if (codeOf(error) !== DUPLICATE) throw error;
      },
    );
  }

  async #state(): Promise<State> {
    const state = await reaching(() => this.#states.findOne({ _id: 'version' }));
    return state ?? { _id: 'version', version: 0 };
  }

  async progress(): Promise<Progress> {
    const { version, cursor } = await this.#state();
    return { version, unfinished: cursor !== undefined };
  }

  async lease(holder: string, now: number, until: number): Promise<boolean> {
    const free = [{ lease: { $exists: false } }, { 'lease.until': { $lte: now } }, { 'lease.holder': holder }];
    const filter = { _id: 'version' as const, $or: free };
    const update = { $set: { lease: { holder, until } } };
    return (await reaching(() => this.#states.updateOne(filter, update))).matchedCount === 1;
  }

  async release(holder: string): Promise<void> {
    const filter = { _id: 'version' as const, 'lease.holder': holder };
    await reaching(() => this.#states.updateOne(filter, { $unset: { lease: 1 } }));
  }

  async advance(version: number, migration: Migration): Promise<boolean> {
    const state = await this.#state();
    if (state.version > version || (state.version === version && state.cursor === undefined)) return false;
    if (state.version < version) {
      const begun = { $set: { version, cursor: '' } };
      await reaching(() => this.#states.updateOne({ _id: 'version', version: state.version }, begun));
      return true;
    }
    const { cursor = '' } = state;
    const collection = this.connection.collection<Stored>(migration.kind);
    const found = await reaching(() =>
      collection
        .find({ _id: { $gt: cursor } })
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray(),
    );
    const documents = migration.emits ? firstOf(found, migration.emits) : found;
    if (!(await this.#write(collection, documents, migration, version))) return true;
    // Only if the cursor has not changed since it was read: another process may have finished the step.
    const from = { _id: 'version' as const, version, cursor };
    const last = documents.at(-1)?._id;
    const update = last === undefined ? { $unset: { cursor: 1 as const } } : { $set: { cursor: last } };
    await reaching(() => this.#states.updateOne(from, update));
    return last !== undefined;
  }

  /** Migrates those of `documents` that have an older shape. Returns false when one was changed since it was read. */
  async #write(
    collection: mongoose.mongo.Collection<Stored>,
    documents: readonly Stored[],
    { kind, up, emits }: Migration,
    version: number,
  ): Promise<boolean> {
    const due = documents.filter((stored) => storeVersionOf(stored) < version);
    if (emits) await this.#emit(emits.kind, due.map(read).flatMap(emits.from), version);
    const writes = due.map((stored) => {
      const { _id: id, storeVersion } = stored;
      const old = read(stored);
      const replacement = toStored({ ...up(old), id, version: old.version + 1 }, version);
      const seen = storeVersion === undefined ? { $exists: false } : { $eq: storeVersion };
      const filter = { _id: id, version: old.version, storeVersion: seen };
      return { replaceOne: { filter, replacement } };
    });
    if (writes.length === 0) return true;
    const { matchedCount } = await reachingUnlessTaken(kind, () => collection.bulkWrite(writes, { ordered: false }));
    return matchedCount === writes.length;
  }

  /** Stores those documents whose ids are not yet taken. */
  async #emit(kind: string, documents: readonly EmittedDocument[], version: number): Promise<void> {
    const collection = this.connection.collection<Stored>(kind);
    for (let done = 0; done < documents.length; done += MAX_EMITTED) {
      const writes = documents.slice(done, done + MAX_EMITTED).map((document) => {
        const { _id, ...fields } = toStored({ ...document, version: 1 }, version);
        return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } };
      });
      await reachingUnlessTaken(kind, () => collection.bulkWrite(writes, { ordered: false }));
    }
  }

  async dropUndeclared(): Promise<boolean> {
    for (const { collection, drop } of await this.#indexPlans())
      for (const name of drop) await dropIndex(collection, name);
    return false;
  }

  async buildDeclared(): Promise<boolean> {
    // One after the other, because creations of indexes at the same time may deadlock.
    for (const plan of await this.#indexPlans()) await createIndexes(plan);
    return false;
  }

  async indexChanges(): Promise<string[]> {
    return (await this.#indexPlans()).flatMap(({ kind, drop, create }) => [
      ...drop.map((name) => `remove the index "${name}" of ${kind.name}`),
      ...create.map(({ name }) => `build the index "${name}" of ${kind.name}`),
    ]);
  }

  #indexPlans() {
    return indexPlans(this.connection, this.kinds);
  }
}
