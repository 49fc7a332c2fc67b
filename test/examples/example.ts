/** Runs an example as its reader would: in a Node of its own, from its TypeScript. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endWithFile } from '../support/children.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Starts `examples/<file>`. `line` waits for one on standard output, `ended` for the end. */
export function startExample(file: string, settings: Readonly<Record<string, string>>) {
  const args = ['--import', 'tsx', `examples/${file}`];
  const env = { PATH: process.env.PATH, ...settings };
  const child = endWithFile(spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code]) => {
    return { code: code as number | null, out, err };
  });
  const line = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(out);
        if (found) resolve(found);
      };
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`ended without ${pattern}: ${err}`)));
      look();
    });
  return { line, ended, end: () => child.kill('SIGTERM') };
}
