/** Time as a test may bound it: that of the processor, which a machine that does other things as well distorts least. */

/** The processor time of this process since `start`, which `process.cpuUsage()` answered; in milliseconds. */
export function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The processor time that this process takes until `fn` is done, in milliseconds. */
export async function cpuOf(fn: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await fn();
  return cpuSince(start);
}
