import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a module in a Node of its own, as a user of the built package. */
async function run(code: string): Promise<unknown> {
  const args = ['--input-type=module', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: { PATH: process.env.PATH } });
  return JSON.parse(stdout);
}

describe('the package', () => {
  it('exports latchkey/verifier, with its types', async () => {
    expect(await run(`console.log(JSON.stringify(Object.keys(await import('latchkey/verifier'))))`)).toEqual([
      'InvalidResource',
      'VerificationUnavailable',
      'VerifierMisconfigured',
      'apolloPlugin',
      'createVerifier',
      'edgeAuth',
      'expressMiddleware',
      'fastifyHook',
      'yogaPlugin',
    ]);
    const { exports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
      exports: Record<string, { types: string }>;
    };
    expect(existsSync(`${ROOT}${exports['./verifier']?.types}`)).toBe(true);
  });

  it('exports a verifier that brings no server and no database with it', async () => {
    const loaded = `
      import { createRequire } from 'node:module';
      await import('latchkey/verifier');
      console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;
    const files = (await run(loaded)) as string[];
    const from = (name: string) => files.filter((file) => file.includes(`/node_modules/${name}/`));
    expect(from('graphql')).not.toEqual([]);
    for (const heavy of ['fastify', 'express', 'mongoose', 'libsql']) expect(from(heavy)).toEqual([]);
  });

  it('exports nothing else of its code', async () => {
    const refused = `console.log(JSON.stringify(await import('latchkey/dist/cli/main.js').catch(({ code }) => code)))`;
    expect(await run(refused)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
