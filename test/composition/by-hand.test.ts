import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExample } from '../examples/example.js';

describe('npm run supergraph', () => {
  let directory: string;
  let running: ReturnType<typeof startExample>;
  let curl: string;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'latchkey-by-hand-'));
    running = startExample('supergraph/start.ts', { TMPDIR: directory });
    await running.line(/^Stop with Ctrl\+C\.\n/m);
    [curl] = await running.line(/^curl [^]+?^END$/m);
  });
  afterAll(async () => {
    running.end();
    await running.ended;
    rmSync(directory, { recursive: true });
  });

  const text = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

  it('starts this', () => {
    const { scripts } = JSON.parse(text('package.json'));
    expect(scripts.supergraph).toBe('node --import tsx examples/supergraph/start.ts');
  });

  it('prints a curl that works when pasted: one answer from both subgraphs', async () => {
    const { stdout } = await promisify(execFile)('sh', ['-c', curl]);
    const { data, errors } = JSON.parse(stdout);
    expect(errors).toBeUndefined();
    const { slug, dashboard, projects } = data.organization;
    expect(slug).toBe('my-organization');
    expect(dashboard).toMatch(/^https:\/\/dashboards\.example\/organizations\/[0-9a-f-]{36}$/);
    const { nodes } = projects.nodes[0].targets;
    expect(nodes).toHaveLength(3);
    for (const target of nodes) expect(target.dashboard).toMatch(/^https:\/\/dashboards\.example\/targets\//);
  });

  it("keeps the token out of curl's arguments, which other users of the machine can read", () => {
    const [command = '', input] = curl.split(' <<END\n');
    expect(input).toMatch(/^authorization: Bearer \w+$/m);
    expect(command).not.toMatch(/bearer/i);
  });

  it('prints the query that the README shows', () => {
    const [, shown = ''] = /npm run supergraph[^]+?```graphql\n([^]+?)```/.exec(text('README.md')) ?? [];
    const [, sent = ''] = /--data '([^']+)'/.exec(curl) ?? [];
    expect(print(parse((JSON.parse(sent) as { query: string }).query))).toBe(print(parse(shown)));
  });

  it('stops on a signal, and leaves no process behind', async () => {
    const stores = () => readdirSync(directory).filter((name) => name.startsWith('latchkey-'));
    expect(stores()).toHaveLength(1);
    running.end();
    expect(await running.ended).toMatchObject({ code: 0, err: '' });
    expect(stores()).toEqual([]);
  });
});
