import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The instructions of the Dockerfile of one name, with their continued lines. */
const instructions = (name: string): string[] =>
  text('Dockerfile')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1));

/** What the image is built of: the sources of COPY, without those that another stage has made. */
const copied = instructions('COPY')
  .filter((copy) => !copy.startsWith('--from='))
  .flatMap((copy) => copy.split(' ').slice(0, -1));

describe('the image', () => {
  it('is built of what .dockerignore lets through, and of nothing else', () => {
    const [everything, ...except] = text('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(everything).toBe('*');
    expect(except.toSorted()).toEqual(copied.map((source) => `!${source}`).toSorted());
  });

  it('has every workspace that a package of its own is linked to', () => {
    const links = Object.values(
      (JSON.parse(text('package-lock.json')) as { packages: Record<string, { link?: boolean; resolved?: string }> })
        .packages,
    ).flatMap(({ link, resolved }) => (link && resolved !== undefined ? [resolved] : []));
    expect(links).toEqual(['packages/verifier']);
    const taken = instructions('COPY').filter((copy) => copy.startsWith('--from=build'));
    for (const link of links) {
      expect(
        taken.some((copy) => ` ${link}/`.startsWith(` ${copy.split(' ').at(-1)}/`)),
        link,
      ).toBe(true);
      expect(copied, 'before `npm ci`, which links it').toContain(`${link}/package.json`);
    }
  });

  it('needs nothing else for its build', async () => {
    const context = mkdtempSync(join(tmpdir(), 'latchkey-image-'));
    onTestFinished(() => rmSync(context, { recursive: true }));
    for (const source of copied) cpSync(join(ROOT, source), join(context, source), { recursive: true });
    const host = {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem: ts.Diagnostic) => expect(problem).toBeUndefined(),
    };
    const config = ts.getParsedCommandLineOfConfigFile(join(context, 'tsconfig.build.json'), {}, host);
    expect(config?.errors).toEqual([]);
    // What compiling makes of these files is here already.
    cpSync(join(ROOT, 'dist'), join(context, 'dist'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(context, 'node_modules'));
    await promisify(execFile)('npm', ['run', 'schema'], { cwd: context });
    const [command = ''] = instructions('ENTRYPOINT');
    const [program, main = ''] = JSON.parse(command) as string[];
    expect(program, 'gets the signals').toBe('node');
    expect(existsSync(join(context, main.replace('/app/', '')))).toBe(true);
  });

  describe('by its health check', () => {
    let latchkey: Latchkey;
    let port: string;
    beforeAll(async () => {
      latchkey = await startLatchkey(embedded);
      ({ port } = new URL(await latchkey.app.listen({ port: 0, host: '127.0.0.1' })));
    });
    afterAll(() => latchkey.close());

    const check = async (PORT: string): Promise<number | null> => {
      const command = /CMD (.*)/.exec(instructions('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]';
      const [, ...args] = JSON.parse(command) as string[];
      const [code] = (await once(spawn(process.execPath, args, { env: { PORT } }), 'exit')) as [number | null];
      return code;
    };

    it('is well while Latchkey answers, and not when nobody does', async () => {
      expect(await check(port)).toBe(0);
      expect(await check('1')).toBe(1);
    });
  });
});
