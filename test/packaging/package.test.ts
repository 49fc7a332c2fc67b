/** The service as it is published: what is packed, and that it runs from there. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { dependencies, bundleDependencies, exports, bin } = JSON.parse(text('package.json')) as {
  dependencies: Record<string, string>;
  bundleDependencies: string[];
  exports: Record<string, string>;
  bin: Record<string, string>;
};

describe('the package', () => {
  let packed: string[];
  beforeAll(async () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = await run('npm', args, { cwd: ROOT, maxBuffer: 1 << 24 });
    // A list of packages, or one by its name: npm 12 answers the latter.
    const [{ files }] = Object.values(JSON.parse(stdout) as object) as [{ files: { path: string }[] }];
    packed = files.map(({ path }) => path);
  });

  it('holds all that it names, its schema and its license, and nothing of tests, examples or stores', () => {
    const files = [...Object.values(exports), ...Object.values(bin)];
    expect(files.length).toBeGreaterThan(3);
    expect(packed).toEqual(expect.arrayContaining(files.map((file) => file.replace('./', ''))));
    expect(packed).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'schema/schema.graphql']));
    const own = packed.filter((file) => !bundleDependencies.some((name) => file.startsWith(`node_modules/${name}/`)));
    for (const file of own) expect(file).toMatch(/^(dist|schema|docs)\/|^[A-Z]+(\.md)?$|^package\.json$/);
  });

  it('depends on every package that its code imports', () => {
    const imported = new Set<string>();
    for (const file of packed.filter((path) => /^dist\/.*\.js$/.test(path)))
      for (const { fileName } of ts.preProcessFile(text(file)).importedFiles)
        if (!/^(\.|node:)/.test(fileName)) imported.add(fileName.replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1'));
    for (const name of builtinModules) imported.delete(name);
    expect(imported).toContain('graphql');
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining([...imported]));
  });

  it('contains no source of the service', async () => {
    const refused = `console.log(await import('latchkey/dist/cli/main.js').catch(({ code }) => code))`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', refused], { cwd: ROOT });
    expect(stdout.trim()).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('runs from what is packed and its dependencies from a registry, with the verifier that it brings along', async () => {
    const project = mkdtempSync(join(tmpdir(), 'latchkey-installed-'));
    onTestFinished(() => rmSync(project, { recursive: true }));
    const modules = join(project, 'node_modules');
    for (const file of packed) cpSync(join(ROOT, file), join(modules, 'latchkey', file));
    for (const name of Object.keys(dependencies).filter((one) => !bundleDependencies.includes(one))) {
      mkdirSync(join(modules, name, '..'), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    const args = [join(modules, 'latchkey', bin.latchkey ?? ''), 'bootstrap', '--organization', 'acme'];
    const env = { PATH: process.env.PATH, LATCHKEY_DATA: join(project, 'data') };
    const { stdout } = await run(process.execPath, [...args, '--owner', 'owner@acme.example'], { cwd: project, env });
    expect(stdout.split('\n')[0]).toMatch(/^Organization: \S+ \(acme\)$/);
  });
});
