/**
 * Measures how long writing the last uses of 5,000 credentials blocks the event loop: the longest turn in CPU time, beside that of
 * an idle process. On the embedded store, which is synchronous.
 * Run it by `node --import tsx bench/last-uses.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LastUses, lastUses } from '../src/credentials/last-use.js';
import { openEmbedded } from '../src/storage/embedded/store.js';
import { measureTurns } from './turns.js';

const CREDENTIALS = 5000;
const ROUNDS = 5;

const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const store = await openEmbedded(directory, [lastUses]);
const uses = new LastUses(store, () => new Date());
for (let round = 0; round < ROUNDS; round++) {
  for (let n = 0; n < CREDENTIALS; n++)
    uses.note(`credential-${n}`, { ip: '192.0.2.1', userAgent: null, operation: null });
  const writing = await measureTurns(() => uses.flush());
  const idle = await measureTurns(() => new Promise((resolve) => setTimeout(resolve, 100)));
  console.log(
    `round ${round + 1}: longest turn ${writing.cpuMs.toFixed(1)} ms of CPU in ${writing.count} turns; idle ${idle.cpuMs.toFixed(1)} ms`,
  );
}
await store.close();
rmSync(directory, { recursive: true });
