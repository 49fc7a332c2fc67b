/**
 * How long writing last uses keeps a quiet client waiting: the most CPU time between two turns of the event loop while
 * those of 5,000 credentials are written, beside that of as many turns without. On the embedded store, which is synchronous.
 * Run it by `node --import tsx bench/last-uses.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LastUses, lastUses } from '../src/credentials/last-use.js';
import { openEmbedded } from '../src/storage/embedded/store.js';

const CREDENTIALS = 5000;
const ROUNDS = 5;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The most CPU time of one turn while `work` runs, and how many turns there were. */
async function longestTurn(work: () => Promise<unknown>): Promise<{ longest: number; turns: number }> {
  let [longest, turns, last, done] = [0, 0, cpuMs(), false];
  const turn = (): void => {
    const now = cpuMs();
    longest = Math.max(longest, now - last);
    turns++;
    last = now;
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  done = true;
  return { longest, turns };
}

const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const store = await openEmbedded(directory, [lastUses]);
const uses = new LastUses(store, () => new Date());
for (let round = 0; round < ROUNDS; round++) {
  for (let n = 0; n < CREDENTIALS; n++)
    uses.note(`credential-${n}`, { ip: '192.0.2.1', userAgent: null, operation: null });
  const writing = await longestTurn(() => uses.flush());
  const idle = await longestTurn(() => new Promise((resolve) => setTimeout(resolve, 100)));
  console.log(
    `round ${round + 1}: longest turn ${writing.longest.toFixed(1)} ms of CPU in ${writing.turns} turns; idle ${idle.longest.toFixed(1)} ms`,
  );
}
await store.close();
rmSync(directory, { recursive: true });
