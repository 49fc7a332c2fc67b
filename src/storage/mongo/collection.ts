import mongoose from 'mongoose';
import type { Instant } from '../../clock.js';
import {
  type Collection,
  type Draft,
  type DocumentType,
  type Filter,
  type Page,
  type Document,
  VersionConflict,
  type Where,
  type PageRequest,
} from '../collection.js';
import { checkFields, checkUpsert, declared, declaredUpTo, readPage } from '../declared.js';
import { fromStored, type Stored, toStored } from './documents.js';
import { duplicatesOf, reaching, reachingUnlessTaken } from './errors.js';

/** How many documents one command upserts. */
const UPSERTS_AT_ONCE = 200;

/** Sorts after every text. */
const LAST = '\u{10FFFF}';

const SCHEMA_TYPES = {
  string: String,
  number: Number,
  boolean: Boolean,
  strings: [String],
  json: mongoose.Schema.Types.Mixed,
};

/** The documents of one kind, as a MongoDB collection with `id` as `_id`. */
export class MongoCollection<T extends Document> implements Collection<T> {
  readonly #model: mongoose.Model<Stored>;

  constructor(
    connection: mongoose.Connection,
    readonly kind: DocumentType<T>,
    /** The store version of the documents that are written. */
    readonly storeVersion: number,
  ) {
    const fields = Object.entries<keyof typeof SCHEMA_TYPES>(kind.fields);
    const definition: mongoose.SchemaDefinition = {
      _id: String,
      version: Number,
      storeVersion: Number,
      ...Object.fromEntries(fields.map(([field, type]) => [field, { type: SCHEMA_TYPES[type] }])),
    };
    const options = { strict: 'throw', strictQuery: 'throw', minimize: false, versionKey: false } as const;
    const schema = new mongoose.Schema<Stored>(definition, { ...options, collection: kind.name });
    this.#model = connection.model<Stored>(kind.name, schema);
  }

  get name(): string {
    return this.kind.name;
  }

  async get(id: string): Promise<T | undefined> {
    return this.#first({ _id: { $eq: id } });
  }

  async getMany(ids: readonly string[]): Promise<(T | undefined)[]> {
    if (ids.length === 0) return [];
    const found = await reaching(() => this.#model.find({ _id: { $in: [...ids] } }).lean<Stored[]>());
    const byId = new Map(found.map((stored) => [stored._id, stored]));
    return ids.map((id) => {
      const stored = byId.get(id);
      return stored && fromStored<T>(stored, this.storeVersion);
    });
  }

  async findOne(where: Where<T>): Promise<T | undefined> {
    declared(this.kind, 'unique', where);
    return this.#first(equal(where));
  }

  async taken(field: keyof T & string, prefix: string): Promise<string[]> {
    declared(this.kind, 'unique', { [field]: '' } as Where<T>);
    const query = this.#model.find({ [field]: { $gte: prefix, $lt: prefix + LAST } }, { [field]: 1, _id: 0 });
    const found = await reaching(() => query.clone().lean<Record<string, string>[]>());
    return found.flatMap((one) => one[field] ?? []);
  }

  async due(where: Where<T>, field: keyof T & string, until: Instant, most: number): Promise<string[]> {
    declaredUpTo(this.kind, where, field);
    const query = this.#model.find({ ...equal(where), [field]: { $lte: until } }, { _id: 1 });
    const found = await reaching(() =>
      query
        .clone()
        .sort({ [field]: 1 })
        .limit(most)
        .lean<Stored[]>(),
    );
    return found.map(({ _id }) => _id);
  }

  async page(where: Where<T>, request: PageRequest, filter?: Filter<T>): Promise<Page<T>> {
    declared(this.kind, 'lists', where);
    return readPage<T>(
      async ({ above, below }, limit, forward) => {
        const bounds = { ...(above !== undefined && { $gt: above }), ...(below !== undefined && { $lt: below }) };
        const idRange = above === undefined && below === undefined ? {} : { _id: bounds };
        const query = this.#model.find({ ...equal(where), ...idRange }).sort({ _id: forward ? -1 : 1 });
        const found = await reaching(() => query.clone().limit(limit).lean<Stored[]>());
        return found.map((stored) => fromStored<T>(stored, this.storeVersion));
      },
      request,
      filter,
    );
  }

  async count(where: Where<T>, most?: number): Promise<number> {
    declared(this.kind, 'lists', where);
    const options = most === undefined ? {} : { limit: most };
    return reaching(() => this.#model.countDocuments(equal(where), options).exec());
  }

  async insert(draft: Draft<T>): Promise<T> {
    checkFields(this.kind, draft);
    const stored = toStored({ ...draft, version: 1 }, this.storeVersion);
    await reachingUnlessTaken(this.kind.name, () => this.#model.insertMany([stored], { lean: true }));
    return fromStored<T>(structuredClone(stored), this.storeVersion);
  }

  async replace(next: T): Promise<T> {
    checkFields(this.kind, next);
    const stored = toStored({ ...next, version: next.version + 1 }, this.storeVersion);
    const at = { _id: { $eq: next.id }, version: { $eq: next.version } };
    const { matchedCount } = await reachingUnlessTaken(this.kind.name, () =>
      this.#model.replaceOne(at, stored, { runValidators: true }).exec(),
    );
    if (matchedCount !== 1) throw new VersionConflict(this.kind.name);
    return fromStored<T>(structuredClone(stored), this.storeVersion);
  }

  async upsertGreater(drafts: readonly Draft<T>[], field: keyof T & string): Promise<void> {
    checkUpsert(this.kind, drafts, field);
    for (let done = 0; done < drafts.length; done += UPSERTS_AT_ONCE) {
      const some = drafts.slice(done, done + UPSERTS_AT_ONCE);
      const taken = await this.#upsert(some, field, true);
      // Another process has inserted these in the meantime. They exist now, with a smaller value or not.
      if (taken.length > 0) await this.#upsert(taken, field, false);
    }
  }

  /** Returns the drafts that were not inserted because a document with their id exists, and its value was not smaller. */
  async #upsert(drafts: readonly Draft<T>[], field: keyof T & string, upsert: boolean): Promise<Draft<T>[]> {
    const writes = drafts.map((draft) => {
      const { _id, version, ...fields } = toStored({ ...draft, version: 1 }, this.storeVersion);
      const filter = { _id, [field]: { $lt: fields[field] } };
      return { updateOne: { filter, update: { $set: fields, $inc: { version } }, upsert } };
    });
    try {
      await reaching(() => this.#model.collection.bulkWrite(writes as never, { ordered: false }));
      return [];
    } catch (error) {
      const taken = new Set(duplicatesOf(error));
      return drafts.filter((_, index) => taken.has(index));
    }
  }

  async delete(id: string): Promise<void> {
    await reaching(() => this.#model.deleteOne({ _id: { $eq: id } }).exec());
  }

  async #first(filter: Record<string, { $eq: unknown }>): Promise<T | undefined> {
    const stored = await reaching(() => this.#model.findOne(filter).lean<Stored>());
    return stored ? fromStored<T>(stored, this.storeVersion) : undefined;
  }
}

/** A filter with explicit `$eq`, so that no value can act as an operator. */
const equal = (where: object): Record<string, { $eq: unknown }> =>
  Object.fromEntries(Object.entries(where).map(([field, value]) => [field, { $eq: value as unknown }]));
