/** Built Latchkeys as processes of their own, for tests of the command line and of what a killed process leaves. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Answer, Send } from './latchkey.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = `${ROOT}dist/cli/main.js`;

/** How long a process may take for what it is waited for. */
const PATIENCE_MS = 25_000;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  /** From the start of the process to its end, in milliseconds. */
  readonly took: number;
}

/** A server in a process of its own. */
export interface ServerProcess {
  /** As printed: where GraphQL is answered. */
  readonly endpoint: string;
  /** From the start of the process to the line that says it is ready, in milliseconds. */
  readonly readyAfter: number;
  readonly out: () => string;
  readonly err: () => string;
  readonly running: () => boolean;
  /** Waits for a line on standard output. */
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly as: (secret?: string) => Send;
  /** What a path of the server answers, and its status; status 0 when it does not. */
  readonly get: (path: string) => Promise<{ status: number; body: string }>;
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<Ended>;
}

type Settings = Readonly<Record<string, string>>;

const children = new Set<ChildProcess>();
const killAll = () => children.forEach((child) => child.kill('SIGKILL'));
process.once('exit', killAll);
afterAll(killAll);

function launch(args: readonly string[], settings: Settings) {
  if (!existsSync(MAIN)) throw new Error('dist/cli/main.js is missing: run `npm run build` first, as `npm test` does');
  const started = performance.now();
  // Nothing of this process' environment but what it takes to run Node.
  const env = { PATH: process.env.PATH, ...settings };
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  let [out, err] = ['', ''];
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    waiting.forEach((look) => look());
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve({ code, signal, out, err, took: performance.now() - started });
      waiting.forEach((look) => look());
    });
  });
  const running = () => child.exitCode === null && child.signalCode === null;
  const line = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        waiting.delete(look);
        act();
      };
      const look = () => {
        const found = pattern.exec(out);
        if (found) settle(() => resolve(found));
        else if (!running()) settle(() => reject(new Error(`ended without ${pattern}: ${err}`)));
      };
      const timer = setTimeout(() => settle(() => reject(new Error(`never said ${pattern}: ${err}`))), PATIENCE_MS);
      waiting.add(look);
      look();
    });
  return { child, started, ended, running, line, out: () => out, err: () => err };
}

/** Runs a command to its end. */
export async function run(args: readonly string[], settings: Settings): Promise<Ended> {
  const { child, ended } = launch(args, settings);
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  return ended.finally(() => clearTimeout(timer));
}

/** Starts a server and waits until it is ready, on a free port unless `settings` say another. */
export async function startServer(settings: Settings): Promise<ServerProcess> {
  const { child, started, ended, line, ...rest } = launch([], { PORT: '0', LOG_LEVEL: 'warn', ...settings });
  const [, endpoint = ''] = await line(/^Latchkey is ready at (\S+)$/m);
  return {
    ...rest,
    endpoint,
    readyAfter: performance.now() - started,
    line,
    as: (secret) => send(endpoint, secret),
    async get(path) {
      try {
        const response = await fetch(new URL(path, endpoint), { signal: AbortSignal.timeout(PATIENCE_MS) });
        return { status: response.status, body: await response.text() };
      } catch {
        return { status: 0, body: '' };
      }
    },
    async end(signal) {
      const asked = performance.now();
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      const end = await ended.finally(() => clearTimeout(timer));
      return { ...end, took: performance.now() - asked };
    },
  };
}

/** GraphQL over the network, as somebody; rejects when the connection or the server is lost. */
export function send(endpoint: string, secret?: string): Send {
  return async (query, variables, headers = {}): Promise<Answer> => {
    const authorization = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers } as Record<string, string>,
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body = (await response.json()) as Pick<Answer, 'errors'> & { data?: unknown };
    return {
      status: response.status,
      data: body.data,
      errors: body.errors,
      headers: Object.fromEntries(response.headers),
    };
  };
}

/** What a bootstrap prints: at a first start, and by `latchkey bootstrap`. */
export const ANNOUNCED =
  /^Organization: (\S+) \((\S+)\)\nProject: (\S+) \((\S+)\)\nOwner's token, shown once: (lku_\w+)\n\nCreate a subgraph key:\n\n(curl [^]+)\n$/m;

/** An organization made by `latchkey bootstrap` on the store that `settings` name. */
export async function bootstrapped(settings: Settings, slug: string, ...more: string[]) {
  const { code, out, err } = await run(
    ['bootstrap', '--organization', slug, '--owner', `owner@${slug}.example`, ...more],
    settings,
  );
  const found = ANNOUNCED.exec(out);
  if (code !== 0 || !found) throw new Error(`no bootstrap: ${err}`);
  const [, id = '', , projectId = '', , secret = '', curl = ''] = found;
  return { id, slug, projectId, secret, curl };
}
