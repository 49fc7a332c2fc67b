/** Measures how long single turns of the event loop last. */

/** The longest turn while something ran, in milliseconds: by the processor time of the process, and by the clock. */
export interface Turns {
  readonly cpuMs: number;
  readonly ms: number;
  /** How many turns there were. */
  readonly count: number;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs `work`, and measures each turn of the event loop until it has ended. */
export async function measureTurns(work: () => Promise<unknown>): Promise<Turns> {
  let [longestCpu, longest, count, done] = [0, 0, 0, false];
  let [lastCpu, last] = [cpuMs(), performance.now()];
  const turn = (): void => {
    const [nowCpu, now] = [cpuMs(), performance.now()];
    longestCpu = Math.max(longestCpu, nowCpu - lastCpu);
    longest = Math.max(longest, now - last);
    count++;
    [lastCpu, last] = [nowCpu, now];
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  done = true;
  return { cpuMs: longestCpu, ms: longest, count };
}
