import { expect, it } from 'vitest';
import { credentials, type Credential } from '../../src/credentials/credential.js';
import type { Collection, Draft } from '../../src/storage/collection.js';
import { embedded } from '../support/engines.js';

// On MongoDB growth is judged by the declared indexes: its query planner is not ours.
const MANY = process.env.LATCHKEY_SOAK === '1' ? 100_000 : 6000;
const FEW = MANY / 30;

const draft = (n: number): Draft<Credential> => ({
  id: `0${String(n).padStart(8, '0')}`,
  kind: 'SUBGRAPH_KEY',
  family: 'GRAPHOS_KEY',
  organizationIds: ['one-organization'],
  ownerId: null,
  title: `Key ${n}`,
  description: null,
  permissions: ['project:describe'],
  resources: { mode: 'ALL' },
  secrets: [{ hash: 'x'.repeat(43), until: null }],
  preview: { first: 'a', last: 'b' },
  slot: `slot-${n}`,
  live: n % 2 === 0,
  listed: true,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: { type: 'SYSTEM', id: 'test' },
  expiresAt: null,
  revokedAt: null,
  revokedBy: null,
  deletedAt: null,
  pending: [],
  hasPending: false,
});

/** The median of some runs, in milliseconds. */
async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 51; turn++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[25] ?? 0;
}

/** What requests do, at both ends of a list and in its middle. */
const reads = (all: Collection<Credential>, count: number): Record<string, () => Promise<unknown>> => {
  const where = { organizationIds: 'one-organization', family: 'GRAPHOS_KEY', live: true };
  const middle = draft(count / 2).id;
  return {
    get: () => all.get(middle),
    findOne: () => all.findOne({ slot: `slot-${count / 2}` }),
    'first page': () => all.page(where, { first: 20 }),
    'page in the middle': () => all.page(where, { first: 20, after: middle }),
    'last page': () => all.page(where, { last: 20 }),
    replace: async () => {
      const row = await all.get(middle);
      return row && all.replace({ ...row, title: `${row.version}` });
    },
  };
};

it(`reads and writes take as long among ${MANY} documents as among ${FEW}`, { timeout: 600_000 }, async () => {
  const place = embedded.place();
  const store = await place.open([credentials]);
  const all = store.collection(credentials);
  const times: Record<string, number[]> = {};
  let stored = 0;
  for (const count of [FEW, MANY]) {
    while (stored < count) await all.insert(draft(++stored));
    for (const [name, read] of Object.entries(reads(all, count))) (times[name] ??= []).push(await median(read));
  }
  await store.close();
  await place.remove();
  // Thirty times the documents: what scans would take thirty times as long, what searches a tree hardly longer.
  for (const [name, [few = 0, many = 0]] of Object.entries(times))
    expect(many, name).toBeLessThan(8 * Math.max(few, 0.05));
});
