/**
 * How long opening a store of 100,000 events blocks the event loop when one list of them is newly declared: the longest
 * turn, by processor time and by the clock, beside that of an idle process. On the embedded store, which is synchronous.
 * Run it by `node --import tsx bench/reindexing.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { auditEvents } from '../src/audit/event.js';
import { openEmbedded } from '../src/storage/embedded/store.js';
import { measureTurns } from './turns.js';

const EVENTS = 100_000;
const ROUNDS = 3;
const NEW_LIST = ['organizationIds', 'actorId'];

const before: typeof auditEvents = {
  ...auditEvents,
  lists: auditEvents.lists.filter((fields) => fields.join() !== NEW_LIST.join()),
};
const organizationId = uuid();
const event = (n: number) =>
  ({
    id: uuid(),
    organizationIds: [organizationId],
    at: new Date().toISOString(),
    action: 'credential.renamed',
    change: { from: 'A token', to: 'Another' },
    subjectKind: 'ORGANIZATION_ACCESS_TOKEN',
    subjectId: uuid(),
    subjectTitle: 'A token',
    actorType: 'USER',
    actorId: `user-${n % 50}`,
    actorTitle: 'somebody@example.com',
    credentialId: uuid(),
    requestId: uuid(),
    ip: '192.0.2.1',
    userAgent: 'bench',
  }) as const;

const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const filled = await openEmbedded(directory, [before]);
await filled.collection(auditEvents).upsertGreater(
  Array.from({ length: EVENTS }, (_, n) => event(n)),
  'at',
);
await filled.close();

const open = async (kind: typeof auditEvents): Promise<void> => (await openEmbedded(directory, [kind])).close();
for (let round = 1; round <= ROUNDS; round++) {
  const building = await measureTurns(() => open(auditEvents));
  const removing = await measureTurns(() => open(before));
  const idle = await measureTurns(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  const said = Object.entries({ building, removing, idle }).map(
    ([title, { cpuMs, ms, count }]) =>
      `${title} ${cpuMs.toFixed(1)} ms of CPU, ${ms.toFixed(1)} ms by the clock (${count} turns)`,
  );
  console.log(`round ${round}: longest turn: ${said.join('; ')}`);
}
rmSync(directory, { recursive: true });
