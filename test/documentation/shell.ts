/** Runs the commands of a document, and checks those that a test cannot run. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SETTING_NAMES } from '../../src/config/environment.js';
import type { Block } from './blocks.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { version, scripts, dependencies, devDependencies } = JSON.parse(text('package.json')) as {
  version: string;
} & Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>;

/** What `npm pack` writes, here and in the workspace. */
const TARBALLS = ['latchkey', 'latchkey-verifier'].map((name) => `../latchkey/${name}-${version}.tgz`);

/** Variables that are no settings of Latchkey: of the examples, and of the commands themselves. */
const OTHER_VARIABLES = ['LATCHKEY_TOKEN', 'LATCHKEY_URL', 'ASKER', 'TOKEN'];

interface NotRun {
  readonly command: RegExp;
  readonly because: string;
  /** What can be checked all the same: null, or what is wrong. `words` are the groups of `command`. */
  readonly problem: (words: readonly string[], block: Block) => string | null;
}

const unless = (good: boolean, problem: string): string | null => (good ? null : problem);

/** What is not run, why, and what is checked of it instead. */
const NOT_RUN: readonly NotRun[] = [
  {
    command: /^npm (?:ci|prune --omit=dev --ignore-scripts)$/,
    because: 'It replaces the packages that this test runs on.',
    problem: () => null,
  },
  {
    command: /^npm pack(?: --workspace @latchkey\/verifier)?$/,
    because: 'It builds, which other tests rely on meanwhile. test/packaging checks what is packed.',
    problem: () => null,
  },
  {
    command: /^npm (?:run )?([\w:]+)$/,
    because: 'It serves until it is stopped, or runs all tests. Tests of their own start what the scripts start.',
    problem: ([script = '']) => unless(script in scripts, `package.json has no script ${script}`),
  },
  {
    command: /^npm install (?:--save-dev )?((?:[\w@/.-]+ ?)+)$/,
    because: 'It needs a registry. Latchkey is on none: it is installed from what `npm pack` writes.',
    problem: ([names = '']) => {
      const tested = [...Object.keys({ ...dependencies, ...devDependencies }), ...TARBALLS];
      const unknown = names.split(' ').filter((name) => !tested.includes(name));
      return unless(unknown.length === 0, `not tested with ${unknown.join(' ')}`);
    },
  },
  {
    command: /^npx tsx (examples\/([\w-]+)\/[\w./-]+)$/,
    because: 'A test in test/examples runs it.',
    problem: ([file = '', example = '']) =>
      unless(
        existsSync(join(ROOT, file)) && text(`test/examples/${example}.test.ts`).includes(file.slice(9)),
        `no test runs ${file}`,
      ),
  },
  {
    command: /^npx graphql-codegen --config (\S+)$/,
    because: 'It writes files that are committed; `npm test` runs it with --check.',
    problem: ([file = ''], { document }) =>
      unless(
        (scripts.test ?? '').startsWith('run-p check ') &&
          (scripts.check ?? '').includes(join(dirname(document), file)),
        `npm test does not check ${file}`,
      ),
  },
  {
    command: /^docker (?:build --tag latchkey \.|run (.+) latchkey)$/,
    because: 'There is no container engine. test/packaging checks what the image is made of.',
    problem: ([options = '']) => {
      const image = text('Dockerfile');
      const [, port] = /--publish \S+:(\d+)/.exec(options) ?? [];
      const [, volume] = /--volume \w+:(\S+)/.exec(options) ?? [];
      return unless(
        options === '' || (image.includes(`EXPOSE ${port}\n`) && image.includes(`VOLUME ${volume}\n`)),
        'the Dockerfile has no such port or volume',
      );
    },
  },
  {
    command: /^export (\w+)=\S*…\S*$/,
    because: 'The reader fills the value in; the test has one of its own.',
    problem: ([name = '']) => unless([...SETTING_NAMES, ...OTHER_VARIABLES].includes(name), `no setting ${name}`),
  },
];

/** What is run: the program that a command starts with. */
const RUN = /^(?:curl|npx --no (?:-- )?latchkey|node dist\/cli\/main\.js|printf|umask|export|cat|chmod|rm) /;

/**
 * The commands of a block: without comments, continued lines joined, each of `a && b` for itself, each with the lines
 * that it reads by `<< END`.
 */
export const commandsOf = ({ text: script }: Pick<Block, 'text'>): string[] =>
  [...script.replaceAll(/\\\n\s*/g, '').matchAll(/^(.*) << (\w+)\n[^]*?\n\2$|^.*$/gm)]
    .flatMap(([command, reading]) =>
      reading === undefined ? command.replace(/(^|\s)#.*$/, '').split(' && ') : [command],
    )
    .map((command) => command.trim())
    .filter((command) => command !== '');

/** Whether a command puts the value of a variable into the list of processes, where every user of a machine sees it. */
export const showsVariable = (command: string): boolean =>
  !/^(?:printf|export) /.test(command) && /\$\w/.test(command.split('\n')[0] ?? '');

/** Null for a command that is run, or is not for a reason and passes its check; else what is wrong with it. */
export function problemWith(command: string, block: Block): string | null {
  const row = NOT_RUN.find((one) => one.command.test(command));
  if (row) return row.problem(row.command.exec(command)?.slice(1) ?? [], block);
  return unless(RUN.test(command), 'it is neither run nor in the table of what is not');
}

/** Where a block's commands find what they speak to. */
export interface Surroundings {
  readonly directory: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The addresses in documents, and those that stand for them here. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** Runs what can be run of a block, and gives its standard output. @throws Error when a command fails. */
export async function runBlock(block: Block, { directory, variables, addresses }: Surroundings): Promise<string> {
  const commands = commandsOf(block).filter((command) => !NOT_RUN.some((row) => row.command.test(command)));
  let script = commands
    .map((command) =>
      command
        .replace(/^curl /, 'curl --silent --show-error --fail-with-body ')
        .replace(
          /^npx --no (?:-- )?latchkey |^node dist\/cli\/main\.js /,
          `'${process.execPath}' '${ROOT}dist/cli/main.js' `,
        ),
    )
    .join('\n');
  for (const [shown, actual] of Object.entries(addresses)) script = script.replaceAll(shown, actual);
  const env = { PATH: process.env.PATH, ...variables };
  const { stdout } = await promisify(execFile)('sh', ['-euc', script], { cwd: directory, env });
  return stdout;
}
