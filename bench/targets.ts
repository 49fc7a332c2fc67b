/**
 * Measures a project of 10,000 targets: the CPU time of reading its first and its last page, of a creation, and of the deletion of a
 * target and of the whole project; then how long sweeping its targets takes, and how long that blocks the process at most. On the
 * embedded store, which is synchronous.
 * Run it by `node --import tsx bench/targets.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { pendingWith } from '../src/audit/event.js';
import { bootstrap } from '../src/cli/bootstrap.js';
import { LIVE } from '../src/lifecycle/lifecycle.js';
import { createServices, KINDS } from '../src/services.js';
import { openEmbedded } from '../src/storage/embedded/store.js';
import { targetSlot } from '../src/targets/target.js';

const TARGETS = 10_000;
const ROUNDS = 20;
const PAGE = 100;

const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const store = await openEmbedded(directory, KINDS);
const services = createServices(store, { clock: () => new Date(), defaultPlan: 'ENTERPRISE', onError: console.error });
const { targets, targetChanges, projectChanges, sweeper, collections } = services;
// The deletions alone are measured; what they leave to be done is measured at the end.
sweeper.wake = () => undefined;

const first = { slug: 'bench', owner: 'owner@example.com', plan: 'ENTERPRISE' } as const;
const { project, secret } = await bootstrap(services, first);
const { organizationId, id: projectId } = project;
const authentication = await services.identities.authenticateSecret(secret.reveal(), null);
if (authentication.state !== 'VALID') throw new Error(authentication.state);
const request = { requestId: 'bench', ip: null, userAgent: null };
const caller = { actor: authentication.principal.actor, title: async () => 'Bench', request, formerSecret: false };

const there = await collections.targets.count({ projectId, state: 'LIVE' });
for (let n = there + 1; n < TARGETS; n++) {
  const slot = targetSlot(projectId, n);
  const place = { id: uuid(), organizationId, projectId, slug: `target-${n}`, slot };
  await collections.targets.insert({ ...place, createdAt: new Date().toISOString(), ...LIVE, ...pendingWith() });
}

/** The CPU time of `act` in milliseconds: the median of several times, and the most. */
async function measure(title: string, rounds: number, act: (round: number) => Promise<unknown>): Promise<void> {
  const each: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    await act(round);
    const { user, system } = process.cpuUsage(start);
    each.push((user + system) / 1000);
  }
  each.sort((a, b) => a - b);
  const [median = NaN, most = NaN] = [each[Math.floor(rounds / 2)], each.at(-1)];
  console.log(`${title}: ${median.toFixed(2)} ms, at most ${most.toFixed(2)} ms`);
}

await measure(`a page of ${PAGE}, the first`, ROUNDS, () => targets.targetsOf(caller, project, { first: PAGE }));
await measure(`a page of ${PAGE}, the last`, ROUNDS, () => targets.targetsOf(caller, project, { last: PAGE }));
await measure('a creation, and the deletion of it', ROUNDS, async (round) => {
  const created = await targetChanges.create(caller, { byId: projectId }, `created-${round}`);
  if ('code' in created) throw new Error(created.message);
  await targetChanges.remove(caller, { byId: created.id });
});
await measure('the deletion of the project', 1, () => projectChanges.remove(caller, { byId: projectId }));

let longest = 0;
let last = performance.now();
const look = () => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
  next = setImmediate(look);
};
let next = setImmediate(look);
const start = performance.now();
await sweeper.drain();
clearImmediate(next);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(
  `the end of its targets, in the background: ${seconds} s, other work waits ${longest.toFixed(1)} ms at most`,
);
await store.close();
rmSync(directory, { recursive: true });
