/** What commands print for programs: JSON, or a token alone. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { KINDS } from '../../src/services.js';
import { onEveryEngine, type Place } from '../support/engines.js';
import { runHere } from './in-process.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { version, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  bin: Readonly<Record<string, string>>;
};
const SECRET = /^lku_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/;

it('`--version` prints the version, and needs no store', async () => {
  expect(await runHere(['--version'], { LATCHKEY_DATA: '/dev/null/x' })).toEqual({
    code: 0,
    out: `${version}\n`,
    err: '',
  });
});

it('the built command may be executed, whether or not npm has linked it', () => {
  expect(statSync(new URL('../../dist/cli/main.js', import.meta.url)).mode & 0o111).toBe(0o111);
});

it('npm passes the words of the documented commands on', async () => {
  // Without our dependencies, of which npm would read each before it runs the command.
  const cwd = mkdtempSync(join(tmpdir(), 'latchkey-npm-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: 'latchkey', version, bin }));
  symlinkSync(join(ROOT, 'dist'), join(cwd, 'dist'));
  const { stdout } = await promisify(execFile)('npx', ['--no', '--', 'latchkey', '--version'], { cwd });
  expect(stdout).toBe(`${version}\n`);
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const commands = readme.match(/npx .*latchkey [a-z-]+/g) ?? [];
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands) expect(command).toMatch(/^npx --no -- latchkey /);
});

onEveryEngine('for programs', (engine) => {
  let place: Place;
  let first: {
    organization: { id: string; slug: string; plan: string };
    project: object;
    token: string;
    endpoint: string;
  };
  beforeAll(async () => {
    place = engine.place();
    const args = [
      'bootstrap',
      '--organization',
      'acme',
      '--owner',
      'owner@acme.example',
      '--plan',
      'STANDARD',
      '--json',
    ];
    const { code, out, err } = await runHere(args, { ...place.environment, HOST: '::', PORT: '4321' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    first = JSON.parse(out) as typeof first;
  });
  afterAll(() => place.remove());

  const succeed = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await runHere(args, place.environment);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out;
  };
  const ends = async (id: string): Promise<number | null> => {
    const store = await place.open(KINDS);
    const found = await store.collection(credentials).get(id);
    await store.close();
    const { createdAt = '', expiresAt = null } = found ?? {};
    return expiresAt === null ? null : (Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000;
  };

  it('`bootstrap --json` prints one object, the secret in it', () => {
    expect(first).toEqual({
      organization: { id: expect.any(String) as string, slug: 'acme', plan: 'STANDARD' },
      project: { id: expect.any(String) as string, slug: 'my-project' },
      token: expect.stringMatching(SECRET) as string,
      endpoint: 'http://[::1]:4321/graphql',
    });
  });

  it('`plan --json` prints the organization', async () => {
    expect(JSON.parse(await succeed('plan', 'acme', 'ENTERPRISE', '--json'))).toEqual({
      organization: { id: first.organization.id, slug: 'acme', plan: 'ENTERPRISE' },
    });
  });

  it('`token --raw` prints the secret and nothing else', async () => {
    expect((await succeed('token', '--user', 'owner@acme.example', '--raw')).replace(/\n$/, '')).toMatch(SECRET);
  });

  it.each([
    ['12h', 0.5],
    ['90d', 90],
    ['8w', 56],
    ['P10D', 10],
    ['PT36H', 1.5],
    [undefined, null],
  ])('`token --expires-in %s` is valid for %s days', async (time, days) => {
    const args = time === undefined ? [] : ['--expires-in', time];
    const out = await succeed('token', '--user', 'owner@acme.example', '--json', ...args);
    const { id, token, expiresAt } = JSON.parse(out) as { id: string; token: string; expiresAt: string | null };
    expect(token).toMatch(SECRET);
    expect(expiresAt === null).toBe(days === null);
    expect(await ends(id)).toBe(days);
  });
});
