/** Built Latchkeys as processes of their own, for tests of the command line and of what a killed process leaves. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { endWithFile } from './children.js';
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
}

/** A server in a process of its own. */
export interface ServerProcess {
  /** As printed: where GraphQL is answered. */
  readonly endpoint: string;
  /** The processor time that it has taken so far, in whole seconds. */
  readonly cpuSeconds: () => Promise<number>;
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

function launch(args: readonly string[], settings: Settings) {
  if (!existsSync(MAIN)) throw new Error('dist/cli/main.js is missing: run `npm run build` first, as `npm test` does');
  // Nothing of this process' environment but what it takes to run Node.
  const env = { PATH: process.env.PATH, ...settings };
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = endWithFile(spawn(process.execPath, [MAIN, ...args], { cwd: ROOT, env, stdio }));
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
      resolve({ code, signal, out, err });
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
  return { child, ended, running, line, out: () => out, err: () => err };
}

/** Runs a command to its end. */
export async function run(args: readonly string[], settings: Settings): Promise<Ended> {
  const { child, ended } = launch(args, settings);
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  return ended.finally(() => clearTimeout(timer));
}

/** Starts a server and waits until it is ready, on a free port unless `settings` say another. */
export async function startServer(settings: Settings): Promise<ServerProcess> {
  const { child, ended, line, ...rest } = launch([], { PORT: '0', LOG_LEVEL: 'warn', ...settings });
  const [, endpoint = ''] = await line(/^Latchkey is ready at (\S+)$/m);
  return {
    ...rest,
    endpoint,
    async cpuSeconds() {
      const { stdout } = await promisify(execFile)('ps', ['-o', 'time=', '-p', String(child.pid)]);
      return stdout
        .trim()
        .split(':')
        .reduce((sum, part) => sum * 60 + Number(part), 0);
    },
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
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      return ended.finally(() => clearTimeout(timer));
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
