import mongoose from 'mongoose';
import {
  type Collection,
  type Draft,
  DuplicateKey,
  type DocumentType,
  type Page,
  type Document,
  VersionConflict,
  type Where,
  type PageRequest,
} from '../collection.js';
import { checkFields, declared, nameOf, readPage } from '../declared.js';
import { codeOf, DUPLICATE, reaching } from './errors.js';

const SCHEMA_TYPES = {
  string: String,
  number: Number,
  boolean: Boolean,
  strings: [String],
  json: mongoose.Schema.Types.Mixed,
};

type Stored = Record<string, unknown> & { _id: string };

/** One kind's documents as a MongoDB collection, with `id` as `_id`. */
export class MongoCollection<T extends Document> implements Collection<T> {
  readonly #model: mongoose.Model<Stored>;

  constructor(
    connection: mongoose.Connection,
    readonly kind: DocumentType<T>,
  ) {
    const fields = Object.entries<keyof typeof SCHEMA_TYPES>(kind.fields);
    const definition: mongoose.SchemaDefinition = {
      _id: String,
      version: Number,
      ...Object.fromEntries(fields.map(([field, type]) => [field, { type: SCHEMA_TYPES[type] }])),
    };
    const options = { strict: 'throw', strictQuery: 'throw', minimize: false, versionKey: false } as const;
    const schema = new mongoose.Schema<Stored>(definition, { ...options, collection: kind.name });
    this.#model = connection.model<Stored>(kind.name, schema);
  }

  /** Creates what indexes are missing, one after the other. */
  async index(): Promise<void> {
    for (const fields of this.kind.unique) await this.#create(`unique ${nameOf(fields)}`, fields.map(ascending), true);
    for (const fields of this.kind.lists.filter(({ length }) => length > 0))
      await this.#create(`list ${nameOf(fields)}`, [...fields.map(ascending), ['_id', -1]], false);
  }

  async #create(name: string, keys: [string, 1 | -1][], unique: boolean): Promise<void> {
    await reaching(() => this.#model.collection.createIndex(keys, { name, unique }, undefined));
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
      return stored && fromStored<T>(stored);
    });
  }

  async findOne(where: Where<T>): Promise<T | undefined> {
    declared(this.kind, 'unique', where);
    return this.#first(equal(where));
  }

  async page(where: Where<T>, window: PageRequest, keep?: (row: T) => boolean): Promise<Page<T>> {
    declared(this.kind, 'lists', where);
    return readPage<T>(
      async (from, limit, forward) => {
        const beyond = from === undefined ? {} : { _id: forward ? { $lt: from } : { $gt: from } };
        const query = this.#model.find({ ...equal(where), ...beyond }).sort({ _id: forward ? -1 : 1 });
        const found = await reaching(() => query.clone().limit(limit).lean<Stored[]>());
        return found.map((stored) => fromStored<T>(stored));
      },
      window,
      keep,
    );
  }

  async count(where: Where<T>): Promise<number> {
    declared(this.kind, 'lists', where);
    return reaching(() => this.#model.countDocuments(equal(where)).exec());
  }

  async insert(draft: Draft<T>): Promise<T> {
    checkFields(this.kind, draft);
    const stored = toStored({ ...draft, version: 1 });
    await this.#unlessTaken(() => this.#model.insertMany([stored], { lean: true }));
    return fromStored<T>(structuredClone(stored));
  }

  async replace(next: T): Promise<T> {
    checkFields(this.kind, next);
    const stored = toStored({ ...next, version: next.version + 1 });
    const at = { _id: { $eq: next.id }, version: { $eq: next.version } };
    const { matchedCount } = await this.#unlessTaken(() =>
      this.#model.replaceOne(at, stored, { runValidators: true }).exec(),
    );
    if (matchedCount !== 1) throw new VersionConflict(this.kind.name);
    return fromStored<T>(structuredClone(stored));
  }

  async delete(id: string): Promise<void> {
    await reaching(() => this.#model.deleteOne({ _id: { $eq: id } }).exec());
  }

  async #first(filter: Record<string, { $eq: unknown }>): Promise<T | undefined> {
    const stored = await reaching(() => this.#model.findOne(filter).lean<Stored>());
    return stored ? fromStored<T>(stored) : undefined;
  }

  /** Runs a write; a refusal for a taken key names the fields, never the value as the server's own message does. */
  async #unlessTaken<R>(write: () => Promise<R>): Promise<R> {
    try {
      return await reaching(write);
    } catch (error) {
      if (codeOf(error) !== DUPLICATE) throw error;
      const index = /index:? '?(unique [\w+]+|_id_)/i.exec((error as Error).message)?.[1] ?? '_id_';
      const fields = this.kind.unique.find((set) => index === `unique ${nameOf(set)}`);
      throw new DuplicateKey(this.kind.name, fields ?? ['id']);
    }
  }
}

/** Explicit equality, so that no value can be read as an operator. */
const equal = (where: object): Record<string, { $eq: unknown }> =>
  Object.fromEntries(Object.entries(where).map(([field, value]) => [field, { $eq: value as unknown }]));

function toStored(row: Document): Stored {
  const { id, ...rest } = row;
  return { _id: id, ...rest };
}

function fromStored<T extends Document>(stored: Stored): T {
  const { _id: id, ...rest } = stored;
  return { id, ...rest } as unknown as T;
}

const ascending = (field: string): [string, 1] => [field, 1];
