/** The processes that tests start. None outlives the test file that started it: `setup.ts` ends them. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const children = new Set<ChildProcess>();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** Sees to it that `child` ends with its test file at the latest. */
export function endWithFile<C extends ChildProcess>(child: C): C {
  children.add(child);
  child.once('exit', () => children.delete(child)).once('error', () => children.delete(child));
  return child;
}

/** Ends what is still running, and waits until it is gone. */
export async function endChildren(): Promise<void> {
  await Promise.all(
    [...children].map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }),
  );
}
