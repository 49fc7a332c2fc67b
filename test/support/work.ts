/** How much work something takes, in processor time and memory, in terms of a fixed piece of work on the same machine. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cpuSince } from './cpu.js';

setFlagsFromString('--expose-gc');
/** Runs the garbage collector: over the whole heap or, with `minor`, over young objects alone. */
export const collect = runInNewContext('gc') as (options?: { readonly type: 'minor' }) => void;

/** Work that a parser, a map and a sort do, about 10 ms of it on a machine of 2025. */
function fixedWork(): void {
  for (let round = 0; round < 12; round++) {
    const rows = Array.from({ length: 2000 }, (_, index) => ({ id: `row-${(index * 7919) % 2000}`, tags: ['a', 'b'] }));
    const read = JSON.parse(JSON.stringify(rows)) as typeof rows;
    const byId = new Map(read.map((row) => [row.id, row]));
    [...byId.keys()].sort().forEach((id) => byId.get(id));
  }
}

/** The fewest milliseconds of processor time that the fixed work takes now. */
export function calibrate(): number {
  let fewest = Infinity;
  for (let tries = 0; tries < 8; tries++) {
    const start = process.cpuUsage();
    fixedWork();
    fewest = Math.min(fewest, cpuSince(start));
  }
  return fewest;
}

export interface Work {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Bytes by which the heap had grown at the end, without young garbage, whose amount depends on the release of Node. */
  readonly allocated: number;
}

/** The work that `act` takes. */
export async function workOf(act: () => Promise<unknown>): Promise<Work> {
  collect();
  const before = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  const result = await act();
  const cpu = cpuSince(start);
  collect({ type: 'minor' });
  const allocated = process.memoryUsage().heapUsed - before;
  return result === undefined ? { cpu, allocated } : { cpu, allocated };
}
