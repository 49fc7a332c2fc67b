import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { dependencies, exports, bin } = JSON.parse(text('package.json')) as {
  dependencies: Record<string, string>;
  exports: Record<string, string | { types: string; default: string }>;
  bin: Record<string, string>;
};

/** A project that uses what other services import, as strict as TypeScript gets. */
const CONSUMER = `
  import { apolloPlugin, createVerifier, type Verification, yogaPlugin } from 'latchkey/verifier';
  const verifier = createVerifier({ url: 'http://127.0.0.1:4000', secret: '' });
  const check = { permission: 'usage:report', resource: 'my-project/production' };
  const verification: Verification = await verifier.verify('', check);
  export const known: string = verification.active ? verification.client_id : '';
  export const plugins = [apolloPlugin({ verifier, check }), yogaPlugin({ verifier, check })];
  // @ts-expect-error -- a verifier without a secret
  createVerifier({ url: '' });`;

describe('the package', () => {
  let packed: string[];
  beforeAll(async () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = await promisify(execFile)('npm', args, { cwd: ROOT, maxBuffer: 1 << 24 });
    // A list of packages, or one by its name: npm 12 answers the latter.
    const [{ files }] = Object.values(JSON.parse(stdout) as object) as [{ files: { path: string }[] }];
    packed = files.map(({ path }) => path);
  });

  it('holds all that it names, its schema and its license, and nothing of tests, examples or stores', () => {
    const exported = Object.values(exports).flatMap((one) => (typeof one === 'string' ? one : Object.values(one)));
    const files = [...exported, ...Object.values(bin)];
    expect(files.length).toBeGreaterThan(3);
    expect(packed).toEqual(expect.arrayContaining(files.map((file) => file.replace('./', ''))));
    expect(packed).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'schema/schema.graphql']));
    for (const file of packed) expect(file).toMatch(/^(dist|schema|docs)\/|^[A-Z]+(\.md)?$|^package\.json$/);
  });

  it('depends on every package that its code and its types import', () => {
    const imported = new Set<string>();
    for (const file of packed.filter((path) => /^dist\/.*\.(js|d\.ts)$/.test(path)))
      for (const { fileName } of ts.preProcessFile(text(file)).importedFiles)
        if (!/^(\.|node:)/.test(fileName)) imported.add(fileName.replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1'));
    for (const name of builtinModules) imported.delete(name);
    expect(imported).toContain('graphql');
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining([...imported]));
  });

  it('gives its types to a project that checks those of its libraries, and has none but its dependencies', () => {
    const project = mkdtempSync(join(tmpdir(), 'latchkey-consumer-'));
    onTestFinished(() => rmSync(project, { recursive: true }));
    const modules = join(project, 'node_modules');
    for (const file of packed) cpSync(join(ROOT, file), join(modules, 'latchkey', file));
    for (const name of [...Object.keys(dependencies), '@types/node', 'undici-types']) {
      mkdirSync(join(modules, name, '..'), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    const main = join(project, 'main.mts');
    writeFileSync(main, CONSUMER);
    const program = ts.createProgram([main], {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      types: ['node'],
      typeRoots: [join(modules, '@types')],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      preserveSymlinks: true,
      noEmit: true,
    });
    // Of the libraries' own types only ours are looked at: Node's alone would take seconds.
    const ours = program.getSourceFiles().filter(({ fileName }) => /main\.mts$|\/latchkey\//.test(fileName));
    expect(ours.length).toBeGreaterThan(3);
    const problems = ours.flatMap((file) => program.getSemanticDiagnostics(file)).map(({ messageText }) => messageText);
    expect(problems).toEqual([]);
  });
});
