/**
 * What a slot costs in an organization with up to 2,000 live tokens, of which each names as many resources as it
 * may: the CPU time of a creation, and of one that is refused because the plan allows no more. Beside it the same as a
 * ratio to a fixed piece of work, for machines differ. On the embedded store, which is synchronous.
 * Run it by `node --import tsx bench/quota.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { instant } from '../src/clock.js';
import { type Credential, credentials } from '../src/credentials/credential.js';
import { newCredential } from '../src/credentials/issuance.js';
import { quotaOfOrganization } from '../src/credentials/quota.js';
import { MAX_RESOURCES } from '../src/access-tokens/resources.js';
import { slotsOf, withSlot } from '../src/quotas/quota.js';
import { openEmbedded } from '../src/storage/embedded/store.js';
import { calibrate, workOf } from '../test/support/work.js';

const ROUNDS = 20;
const LIMIT = 2000;
const KIND = 'ORGANIZATION_ACCESS_TOKEN';

const organizationId = uuid();
const services = Array.from({ length: MAX_RESOURCES - 2 }, (_, n) => `${'n'.repeat(40)}${n}`);
const spec = {
  kind: KIND,
  organizationIds: [organizationId],
  projectId: null,
  targetId: null,
  ownerId: null,
  title: 'A token',
  description: null,
  permissions: [],
  resources: { services } as unknown as Credential['resources'],
  lifetime: () => '2999-01-01T00:00:00.000Z',
} as const;

const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const store = await openEmbedded(directory, [credentials]);
const tokens = store.collection(credentials);
const draft = () => ({
  ...newCredential(spec, { type: 'INTERNAL', id: 'bench' } as never, instant(new Date())).draft,
  pending: [],
  hasPending: false,
});
const quota = (limit: number) => ({
  ...quotaOfOrganization(() => new Date(), { id: organizationId, plan: 'ENTERPRISE' }, KIND),
  limit,
});

/** Creates a token, or is refused, and says which. */
const create = (limit: number) =>
  withSlot(tokens, quota(limit), async (slot) => (await tokens.insert({ ...draft(), slot })).id);

/** The mean milliseconds of CPU time of one `act`, and the most; `before` each is not counted. */
async function measure(title: string, act: () => Promise<unknown>, before?: () => Promise<void>): Promise<void> {
  const each: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await before?.();
    each.push((await workOf(act)).cpu);
  }
  const mean = each.reduce((sum, one) => sum + one, 0) / ROUNDS;
  const ratio = (mean / unit).toFixed(2);
  console.log(
    `${title}: ${mean.toFixed(2)} ms, ${ratio} of the fixed work; at most ${Math.max(...each).toFixed(2)} ms`,
  );
}

const unit = calibrate();
console.log(`the fixed work: ${unit.toFixed(2)} ms of CPU`);
const holders = { organizationIds: organizationId, kind: KIND, live: true } as const;

/** Sees to it that so many are live. */
async function fill(live: number): Promise<void> {
  for (let there = await tokens.count(holders); there > live; there--) {
    const [newest] = (await tokens.page(holders, { first: 1 })).items;
    if (newest) await tokens.delete(newest.id);
  }
  const taken = new Set(await tokens.taken('slot', ''));
  const free = slotsOf(quota(live)).filter((slot) => !taken.has(slot));
  const missing = live - (await tokens.count(holders));
  for (const slot of free.slice(0, missing)) await tokens.insert({ ...draft(), slot });
}

await measure('an insert alone', () => tokens.insert(draft()));
for (const live of [0, 1000, 1999])
  await measure(
    `beside ${live} live, a creation`,
    () => create(LIMIT),
    () => fill(live),
  );
for (const live of [2000, 1000, 1]) {
  await fill(live);
  await measure(`beside ${live} live, a refusal at that limit`, () => create(live));
}
await store.close();
rmSync(directory, { recursive: true });
