import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { KINDS } from '../../../src/services.js';
import type { AnyDocumentType, Store } from '../../../src/storage/collection.js';
import { mongodb, type Place } from '../../support/engines.js';
import { type Explained, inOrderOf, stagesOf } from '../plans.js';

const MANY = 200;
const FIRST = 20;

/** Why plans cannot be judged here; undefined on a MongoDB. Another server that speaks its protocol plans for itself. */
async function otherwise(uri: string): Promise<string | undefined> {
  if (uri === '') return 'no server';
  const connection = await mongoose.createConnection(uri).asPromise();
  const build = await connection.db?.command({ buildInfo: 1 });
  await connection.close();
  return build && 'ferretdb' in build ? "the server is FerretDB, whose plans are not MongoDB's" : undefined;
}

const skipped = await otherwise(inject('mongoUri'));
if (skipped) process.stdout.write(`\nThe plans of MongoDB are not looked at: ${skipped}.\n\n`);

const id = (n: number) => String(n).padStart(6, '0');
/** One in ten lies in every list that is asked for. */
const value = (type: string, n: number): unknown => {
  const mine = n % 10 === 0;
  if (type === 'boolean') return mine;
  if (type === 'number') return mine ? 0 : n;
  const text = mine ? 'mine' : `other ${n}`;
  return type === 'strings' ? [text] : type === 'json' ? null : text;
};

/** A document that lies in the kind's lists, and agrees with no other in any field that no list has. */
function documentOf({ fields, lists }: AnyDocumentType, n: number) {
  const listed = new Set(lists.flat());
  const unlisted = (type: string) => (type === 'string' ? `text ${n}` : value(type, n));
  const filled = Object.entries<string>(fields).map(([field, type]) => [
    field,
    listed.has(field) ? value(type, n) : unlisted(type),
  ]);
  return { _id: id(n) as never, version: 1, ...Object.fromEntries(filled) };
}

const LISTS = KINDS.flatMap((kind) =>
  kind.lists.map((fields) => [`${kind.name} by ${fields.join(', ') || 'nothing'}`, kind, fields] as const),
);
const MIDDLE = id(MANY / 2);
const WINDOWS = [{ first: FIRST }, { first: FIRST, after: MIDDLE }, { last: FIRST }, { last: FIRST, before: MIDDLE }];

describe.skipIf(skipped)('MongoDB serves from its index, in order and without sorting,', () => {
  let place: Place;
  let store: Store;
  /** The driver by itself: mongoose would tell of what is asked through it as well. */
  let driver: mongoose.mongo.MongoClient;
  let asked: { filter: object; options: object }[] = [];
  beforeAll(async () => {
    place = mongodb.place();
    store = await place.open(KINDS);
    driver = await new mongoose.mongo.MongoClient(place.environment.MONGODB_URI ?? '').connect();
    for (const kind of KINDS)
      await driver
        .db()
        .collection(kind.name)
        .insertMany(Array.from({ length: MANY }, (_, n) => documentOf(kind, n)));
    mongoose.set('debug', (_: string, method: string, filter: object, options: object) => {
      if (method === 'find') asked.push({ filter, options });
    });
  });
  afterAll(async () => {
    mongoose.set('debug', false);
    await driver.close();
    await store.close();
    await place.remove();
  });

  it.each(LISTS)('%s', async (_, kind, fields) => {
    const where = Object.fromEntries(fields.map((field) => [field, kind.fields[field] === 'boolean' ? true : 'mine']));
    asked = [];
    for (const window of WINDOWS)
      expect((await store.collection(kind).page(where, window)).items.length).toBeGreaterThan(0);
    expect(asked).toHaveLength(WINDOWS.length);
    for (const { filter, options } of asked) {
      expect(options).toMatchObject({ sort: { _id: expect.any(Number) }, limit: FIRST + 1 });
      const explained = await driver.db().collection(kind.name).find(filter, options).explain('queryPlanner');
      const index = fields.length > 0 ? `list ${fields.join('+')}` : '_id_';
      expect(stagesOf(explained as unknown as Explained)).toEqual(inOrderOf(index));
    }
  });
});

describe('the check of query plans', () => {
  const index = 'list organizationIds+family+live';
  const scan = { stage: 'IXSCAN', indexName: index, direction: 'forward' };
  const good = { stage: 'LIMIT', limitAmount: 21, inputStage: { stage: 'FETCH', inputStage: scan } };
  const read = (winningPlan: Explained['queryPlanner']['winningPlan']) => stagesOf({ queryPlanner: { winningPlan } });

  it('passes a page that is read in the order of its index, by either engine', () => {
    expect(read(good)).toEqual(inOrderOf(index));
    expect(read({ queryPlan: good, ...{ slotBasedPlan: { stages: '[1] limit 21' } } })).toEqual(inOrderOf(index));
  });

  it.each([
    ['sorts', { stage: 'SORT', limitAmount: 21, inputStage: { stage: 'FETCH', inputStage: scan } }],
    [
      'sorts beneath a fetch',
      { ...good, inputStage: { stage: 'FETCH', inputStage: { stage: 'SORT', inputStage: scan } } },
    ],
    ['reads all documents', { stage: 'LIMIT', inputStage: { stage: 'COLLSCAN' } }],
    ['walks another index', { ...good, inputStage: { stage: 'FETCH', inputStage: { ...scan, indexName: '_id_' } } }],
    [
      'joins two scans',
      { ...good, inputStage: { stage: 'FETCH', inputStage: { stage: 'SORT_MERGE', inputStages: [scan, scan] } } },
    ],
  ])('rejects a page that %s', (_, plan) => {
    expect(read(plan)).not.toEqual(inOrderOf(index));
  });
});
