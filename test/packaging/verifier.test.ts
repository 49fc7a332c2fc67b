/** `@latchkey/verifier` as it is published: packed, and installed in a project that has nothing else. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NAME = '@latchkey/verifier';
const run = promisify(execFile);

interface Manifest {
  readonly version: string;
  readonly engines: object;
  readonly exports: Record<string, string | Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(ROOT, 'packages/verifier/package.json'), 'utf8')) as Manifest;
const service = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

const SERVICE_OF_HTTP = `
  import { createVerifier, expressMiddleware, fastifyHook, type Verification } from '${NAME}';
  const verifier = createVerifier({ url: 'http://127.0.0.1:4000', secret: '' });
  const check = { permission: 'usage:report', resource: 'my-project/production' };
  const verification: Verification = await verifier.verify('', check);
  export const known: string = verification.active ? verification.client_id : '';
  export const hooks = [fastifyHook({ verifier, check }), expressMiddleware({ verifier, check })];
  // @ts-expect-error -- a verifier without a secret
  createVerifier({ url: '' });`;
const SERVICE_OF_GRAPHQL = `
  import { createVerifier } from '${NAME}';
  import { apolloPlugin, edgeAuth, yogaPlugin } from '${NAME}/graphql';
  const verifier = createVerifier({ url: 'http://127.0.0.1:4000', secret: '' });
  const guard = { verifier, check: { permission: 'usage:report' } };
  export const plugins = [apolloPlugin(guard), yogaPlugin(guard), edgeAuth(verifier)];`;

describe('the verifier as a package', () => {
  let directory: string;
  let tarball: string;
  let packed: string[];
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'latchkey-verifier-'));
    const args = ['pack', '--workspace', NAME, '--json', '--ignore-scripts', '--pack-destination', directory];
    const { stdout } = await run('npm', args, { cwd: ROOT });
    const [{ files }] = Object.values(JSON.parse(stdout) as object) as [{ files: { path: string }[] }];
    packed = files.map(({ path }) => path);
    tarball = join(directory, `latchkey-verifier-${manifest.version}.tgz`);
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  /** A project that has the package, and of others only those named: linked to ours. */
  async function project(...others: string[]): Promise<string> {
    const root = mkdtempSync(join(directory, 'project-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const modules = join(root, 'node_modules');
    mkdirSync(join(modules, NAME), { recursive: true });
    await run('tar', ['--extract', '--file', tarball, '--strip-components=1', '--directory', join(modules, NAME)]);
    for (const name of others) {
      mkdirSync(join(modules, name, '..'), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    return root;
  }

  /** What a linter of packages prints when it ends with an error. */
  const tool = (name: string, ...args: string[]) =>
    run(join(ROOT, 'node_modules/.bin', name), args, { cwd: directory }).then(
      () => 'nothing to report',
      (error: unknown) => (error as { stdout: string }).stdout,
    );

  /** What a module of the project prints as JSON, in a Node of its own. */
  async function evaluate(root: string, code: string): Promise<unknown> {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: root });
    return JSON.parse(stdout);
  }
  const namesOf = (root: string, from: string) =>
    evaluate(root, `console.log(JSON.stringify(await import('${from}').then(Object.keys, ({ code }) => code)))`);

  it('is one that publint has nothing to say about', async () => {
    expect(await tool('publint', 'run', tarball, '--strict')).toBe('nothing to report');
  });

  it('has types that resolve as its code does, by @arethetypeswrong/cli', async () => {
    expect(await tool('attw', tarball, '--profile', 'esm-only', '--no-color')).toBe('nothing to report');
  });

  it('has the version of the service, and runs on the same Node', () => {
    expect(manifest.version).toBe(service.version);
    expect(manifest.engines).toEqual(service.engines);
  });

  it('holds all that it exports, how to use it and its license, and nothing else', () => {
    const exported = Object.values(manifest.exports).flatMap((one) =>
      typeof one === 'string' ? one : Object.values(one),
    );
    expect(packed).toEqual(expect.arrayContaining(exported.map((file) => file.replace('./', ''))));
    expect(packed).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
    for (const file of packed) expect(file).toMatch(/^dist\/[\w-]+\.(js|d\.ts)$|^(LICENSE|README\.md|package\.json)$/);
    expect(readFileSync(join(ROOT, 'packages/verifier/LICENSE'))).toEqual(readFileSync(join(ROOT, 'LICENSE')));
  });

  it('depends on nothing, and on graphql only where GraphQL servers are', () => {
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).toMatchObject({
      peerDependencies: { graphql: expect.any(String) },
      peerDependenciesMeta: { graphql: { optional: true } },
    });
  });

  it('runs where nothing else is installed, and its part for GraphQL where graphql is', async () => {
    const alone = await project();
    expect(await namesOf(alone, NAME)).toEqual([
      'InvalidResource',
      'VerificationUnavailable',
      'VerifierMisconfigured',
      'createVerifier',
      'expressMiddleware',
      'fastifyHook',
    ]);
    expect(await namesOf(alone, `${NAME}/graphql`)).toBe('ERR_MODULE_NOT_FOUND');
    expect(await namesOf(alone, `${NAME}/dist/secret.js`)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
    const server = await project('graphql');
    expect(await namesOf(server, `${NAME}/graphql`)).toEqual(['apolloPlugin', 'edgeAuth', 'yogaPlugin']);
  });

  it('is loaded by require, too', async () => {
    const required = `
      import { createRequire } from 'node:module';
      const { createVerifier } = createRequire(process.cwd() + '/main.js')('${NAME}');
      console.log(JSON.stringify(typeof createVerifier));`;
    expect(await evaluate(await project(), required)).toBe('function');
  });

  it.each([
    ['without graphql', SERVICE_OF_HTTP, []],
    ['with it', SERVICE_OF_GRAPHQL, ['graphql']],
  ])('gives its types to a project that checks those of its libraries, %s', async (_, code, others) => {
    const root = await project('@types/node', 'undici-types', ...others);
    const main = join(root, 'main.mts');
    writeFileSync(main, code);
    const program = ts.createProgram([main], {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      preserveSymlinks: true,
      noEmit: true,
    });
    // Of the libraries' own types only ours are looked at: Node's alone would take seconds.
    const ours = program.getSourceFiles().filter(({ fileName }) => /main\.mts$|\/@latchkey\//.test(fileName));
    expect(ours.length).toBeGreaterThan(3);
    const problems = ours.flatMap((file) => program.getSemanticDiagnostics(file)).map(({ messageText }) => messageText);
    expect(problems).toEqual([]);
  });
});
