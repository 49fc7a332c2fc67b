import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../support/process.js';

const PACKAGE = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

describe('npm run supergraph', () => {
  let directory: string;
  let running: ReturnType<typeof launch>;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'latchkey-by-hand-'));
    const { scripts } = JSON.parse(PACKAGE) as { scripts: { supergraph: string } };
    const [command, ...args] = scripts.supergraph.split(' ');
    expect(command).toBe('node');
    running = launch(args, { TMPDIR: directory });
    await running.line(/^Stop with Ctrl\+C\.\n/m);
  });
  afterAll(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
    rmSync(directory, { recursive: true });
  });

  it('prints a curl that works when pasted: one answer from both subgraphs', async () => {
    const [curl = ''] = /^curl [^]+?}'$/m.exec(running.out()) ?? [];
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

  it('stops when told, and leaves nothing behind', async () => {
    const stores = () => readdirSync(directory).filter((name) => name.startsWith('latchkey-'));
    expect(stores()).toHaveLength(1);
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, err: '' });
    expect(stores()).toEqual([]);
  });
});
