import { expect, it } from 'vitest';
import { credentials, type Credential } from '../../src/credentials/credential.js';
import type { Collection, Draft } from '../../src/storage/collection.js';
import { cpuOf } from '../support/cpu.js';
import { embedded } from '../support/engines.js';

// On MongoDB growth is judged by the declared indexes: its query planner is not ours.
const MANY = process.env.LATCHKEY_SOAK === '1' ? 100_000 : 6000;
const FEW = MANY / 30;

const draft = (n: number): Draft<Credential> => ({
  id: `0${String(n).padStart(8, '0')}`,
  kind: 'SUBGRAPH_KEY',
  family: 'GRAPHOS_KEY',
  organizationIds: ['one-organization'],
  projectId: null,
  targetId: null,
  ownerId: null,
  memberships: [],
  restScopes: null,
  blockedOrganizationIds: [],
  ipAllowlist: null,
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

/** How often something runs while the processor time is measured: once takes hardly more than that takes. */
const RUNS = 5;

/** The least processor time of a run, in milliseconds: what a busy machine adds is no part of it. */
async function least(run: Run): Promise<number> {
  let ms = Infinity;
  for (let turn = 0; turn < 5; turn++) {
    const all = await cpuOf(async () => {
      for (let count = 0; count < RUNS; count++) await run();
    });
    ms = Math.min(ms, all / RUNS);
  }
  return ms;
}

type Run = () => Promise<unknown>;

interface Filled {
  readonly all: Collection<Credential>;
  readonly remove: () => Promise<void>;
}

/** A fresh store of so many credentials. */
async function filled(count: number): Promise<Filled> {
  const place = embedded.place();
  const store = await place.open([credentials]);
  const all = store.collection(credentials);
  for (let n = 1; n <= count; n++) await all.insert(draft(n));
  return { all, remove: () => store.close().then(place.remove) };
}

/** What requests do, at both ends of a list and in its middle. */
const reads = (all: Collection<Credential>, count: number): Record<string, Run> => {
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

it(
  `reads and writes take as much processor time among ${MANY} documents as among ${FEW}`,
  { timeout: 600_000 },
  async () => {
    const [small, large] = (await Promise.all([FEW, MANY].map(filled))) as [Filled, Filled];
    const [few, many] = [reads(small.all, FEW), reads(large.all, MANY)];
    for (const [name, run] of Object.entries(few)) {
      // Thirty times the documents: a scan would take thirty times as long, a search in a tree hardly longer.
      const cpu = { few: Infinity, many: Infinity };
      for (let turn = 0; turn < 3; turn++) {
        cpu.few = Math.min(cpu.few, await least(run));
        cpu.many = Math.min(cpu.many, await least(many[name] ?? run));
      }
      expect(cpu.many, name).toBeLessThan(8 * Math.max(cpu.few, 0.05));
    }
    await small.remove();
    await large.remove();
  },
);
