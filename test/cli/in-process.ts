/** The command line in this process: what a command prints and answers, without the time that a process takes. */
import { expect } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { ANNOUNCED } from '../support/process.js';

export async function runHere(args: readonly string[], variables: Readonly<Record<string, string>>) {
  let [out, err] = ['', ''];
  const toErr = (text: string) => void (err += text);
  const io = { variables, out: (text: string) => void (out += text), err: toErr, log: { write: toErr } };
  const code = await runCommandLine(args, io);
  return { code, out, err };
}

/** An organization made by `latchkey bootstrap` on the store that `settings` name, and what it printed. */
export async function bootstrapHere(settings: Readonly<Record<string, string>>, slug: string, ...more: string[]) {
  const words = ['bootstrap', '--organization', slug, '--owner', `owner@${slug}.example`, ...more];
  const { code, out, err } = await runHere(words, settings);
  const found = ANNOUNCED.exec(out);
  if (code !== 0 || !found) throw new Error(`no bootstrap: ${err}`);
  const [, id = '', , projectId = '', , secret = '', curl = ''] = found;
  return { id, slug, projectId, secret, curl };
}

/** Stands for what must not be printed: in passwords, and as the value of whatever may be one. */
export const SECRET = 'hunter22';

/** One line that names the setting and says what to do, and holds nothing of what is secret. */
export function expectLine({ code, out, err }: Awaited<ReturnType<typeof runHere>>, name: string): void {
  expect(err).toMatch(new RegExp(`^A setting cannot be used\\. ${name}: .{20,}\\.\n$`));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).not.toContain(SECRET);
}
