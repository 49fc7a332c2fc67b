/**
 * The MongoDB engine, through mongoose: a collection per kind, an index per unique key and list.
 * One document is the unit of change, so a standalone server does. Reads go to the primary, writes to a majority.
 */
import mongoose from 'mongoose';
import {
  type AnyKind,
  type Collection,
  type Draft,
  DuplicateKey,
  type Kind,
  type Page,
  pause,
  type Row,
  STORE_VERSION,
  type Store,
  StoreUnavailable,
  StoreVersionMismatch,
  VersionConflict,
  type Where,
} from './collection.js';
import { checkFields, declared, nameOf, readPage } from './declared.js';

/** How long to look for a server, and how long one may keep silent, in milliseconds. */
const SELECTION_MS = 4000;
const SILENCE_MS = 8000;

const SCHEMA_TYPES = {
  string: String,
  number: Number,
  boolean: Boolean,
  strings: [String],
  json: mongoose.Schema.Types.Mixed,
};

/**
 * Connects, creates the indexes one after the other and checks the store's version. The database is the URI's, or `latchkey`.
 * Rejects with {@link StoreUnavailable} when no server answers, with {@link StoreVersionMismatch} for another version.
 */
export async function openMongo(uri: string, kinds: readonly AnyKind[]): Promise<Store> {
  const named = new URL(uri.replace(/^mongodb(\+srv)?:\/\/[^/?]*/, 'http://host')).pathname.length > 1;
  const connection = mongoose.createConnection(uri, {
    ...(named ? {} : { dbName: 'latchkey' }),
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    serverSelectionTimeoutMS: SELECTION_MS,
    connectTimeoutMS: SELECTION_MS,
    socketTimeoutMS: SILENCE_MS,
    waitQueueTimeoutMS: SILENCE_MS,
    readPreference: 'primary',
    writeConcern: { w: 'majority' },
    appName: 'latchkey',
  });
  const collections = new Map<string, MongoCollection<Row>>();
  try {
    await asUnavailable(() => connection.asPromise());
    await checkVersion(connection);
    for (const kind of kinds) {
      const collection = new MongoCollection<Row>(connection, kind as Kind<Row>);
      await asUnavailable(() => collection.index());
      collections.set(kind.name, collection);
    }
  } catch (error) {
    await connection.close(true);
    throw error;
  }
  return {
    collection: <T extends Row>(kind: Kind<T>) => {
      const collection = collections.get(kind.name);
      if (!collection) throw new TypeError(`${kind.name} was not named when the store was opened`);
      return collection as unknown as Collection<T>;
    },
    ping: () =>
      asUnavailable(async () => {
        await connection.db?.command({ ping: 1 });
      }),
    close: () => connection.close(),
  };
}

async function checkVersion(connection: mongoose.Connection): Promise<void> {
  const meta = connection.collection<{ _id: string; version: number }>('store');
  const found = await asUnavailable(async () => {
    const update = { $setOnInsert: { version: STORE_VERSION } };
    await meta.updateOne({ _id: 'version' }, update, { upsert: true }).catch((error: unknown) => {
      if (codeOf(error) !== DUPLICATE) throw error;
    });
    return meta.findOne({ _id: 'version' });
  });
  if (found?.version !== STORE_VERSION) throw new StoreVersionMismatch(found?.version);
}

const DUPLICATE = 11000;
/** "Deadlock detected", from DocumentDB, which FerretDB and others run: nothing happened, and one may try again. */
const DEADLOCK = 16908292;

const codeOf = (error: unknown): number | undefined => (error as { code?: number } | null)?.code;

/** Runs `fn`, again after a deadlock, and turns the driver's failures to reach a server into {@link StoreUnavailable}. */
async function asUnavailable<R>(fn: () => Promise<R>): Promise<R> {
  for (let attempt = 0; ; attempt++)
    try {
      return await fn();
    } catch (error) {
      if (codeOf(error) === DEADLOCK && attempt < 20) await pause(attempt);
      else if (isUnreachable(error)) throw new StoreUnavailable('the database does not answer', { cause: error });
      else throw error;
    }
}

function isUnreachable(error: unknown): boolean {
  const { MongoNetworkError, MongoServerSelectionError, MongoNotConnectedError, MongoTopologyClosedError } =
    mongoose.mongo;
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error instanceof MongoTopologyClosedError ||
    (error as Error | null)?.name === 'MongoWaitQueueTimeoutError' ||
    error instanceof mongoose.Error.MongooseServerSelectionError ||
    (error instanceof mongoose.mongo.MongoServerError && error.hasErrorLabel('RetryableWriteError'))
  );
}

type Stored = Record<string, unknown> & { _id: string };

class MongoCollection<T extends Row> implements Collection<T> {
  readonly #model: mongoose.Model<Stored>;

  constructor(
    connection: mongoose.Connection,
    readonly kind: Kind<T>,
  ) {
    const fields = Object.entries<keyof typeof SCHEMA_TYPES>(kind.fields);
    const schema = new mongoose.Schema(
      {
        _id: String,
        version: Number,
        ...Object.fromEntries(fields.map(([field, type]) => [field, { type: SCHEMA_TYPES[type] }])),
      },
      { strict: 'throw', strictQuery: 'throw', minimize: false, versionKey: false, collection: kind.name },
    );
    this.#model = connection.model(kind.name, schema) as unknown as mongoose.Model<Stored>;
  }

  async index(): Promise<void> {
    for (const fields of this.kind.unique) await this.#create(`unique ${nameOf(fields)}`, fields.map(ascending), true);
    for (const fields of this.kind.lists.filter(({ length }) => length > 0))
      await this.#create(`list ${nameOf(fields)}`, [...fields.map(ascending), ['_id', -1]], false);
  }

  async #create(name: string, keys: [string, 1 | -1][], unique: boolean): Promise<void> {
    await this.#model.collection.createIndex(keys, { name, unique }, undefined);
  }

  get name(): string {
    return this.kind.name;
  }

  async get(id: string): Promise<T | undefined> {
    return this.#first({ _id: { $eq: id } });
  }

  async getMany(ids: readonly string[]): Promise<(T | undefined)[]> {
    if (ids.length === 0) return [];
    const found = await asUnavailable(() => this.#model.find({ _id: { $in: [...ids] } }).lean<Stored[]>());
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

  async page(
    where: Where<T>,
    ...rest: [Parameters<Collection<T>['page']>[1], ((row: T) => boolean)?]
  ): Promise<Page<T>> {
    declared(this.kind, 'lists', where);
    const [window, keep] = rest;
    return readPage<T>(
      async (from, limit, forward) => {
        const beyond = from === undefined ? {} : { _id: forward ? { $lt: from } : { $gt: from } };
        const query = this.#model.find({ ...equal(where), ...beyond }).sort({ _id: forward ? -1 : 1 });
        const found = await asUnavailable(() => query.clone().limit(limit).lean<Stored[]>());
        return found.map((stored) => fromStored<T>(stored));
      },
      window,
      keep,
    );
  }

  async count(where: Where<T>): Promise<number> {
    declared(this.kind, 'lists', where);
    return asUnavailable(() => this.#model.countDocuments(equal(where)).exec());
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
    await asUnavailable(() => this.#model.deleteOne({ _id: { $eq: id } }).exec());
  }

  async #first(filter: Record<string, { $eq: unknown }>): Promise<T | undefined> {
    const stored = await asUnavailable(() => this.#model.findOne(filter).lean<Stored>());
    return stored ? fromStored<T>(stored) : undefined;
  }

  /** Runs a write; a refusal for a taken key names the fields, never the value as the server's own message does. */
  async #unlessTaken<R>(write: () => Promise<R>): Promise<R> {
    try {
      return await asUnavailable(write);
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

function toStored(row: Row): Stored {
  const { id, ...rest } = row;
  return { _id: id, ...rest };
}

function fromStored<T extends Row>(stored: Stored): T {
  const { _id: id, ...rest } = stored;
  return { id, ...rest } as unknown as T;
}

const ascending = (field: string): [string, 1] => [field, 1];
