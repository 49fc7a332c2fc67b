/** The request that a start and `bootstrap` print, pasted into bash as it is. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { endpointOf } from '../../src/cli/announcement.js';
import { embedded } from '../support/engines.js';
import { ANNOUNCED, startServer } from '../support/process.js';
import { bootstrapHere } from './in-process.js';

const ROUTER_SECRET = 'r0uter-$ecret-`with`-"odd"-\\letters'.padEnd(40, "'");

const paste = async (text: string, variables: Record<string, string> = {}) => {
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', text], {
    env: { PATH: process.env.PATH, ...variables },
  });
  return JSON.parse(stdout) as { data: { organization: { createKey: { token: string } } } };
};

describe('the curl that is printed creates a key', () => {
  it.concurrent.each<[string, Record<string, string>]>([
    ['on every address', { HOST: '0.0.0.0' }],
    ['on every address of IPv6', { HOST: '::' }],
    ['in production, with a router secret', { NODE_ENV: 'production', LATCHKEY_ROUTER_SECRET: ROUTER_SECRET }],
  ])('%s', async (_, settings) => {
    const place = embedded.place();
    const server = await startServer({ ...place.environment, ...settings });
    try {
      const [, , , , , secret = '', curl = ''] = await server.line(ANNOUNCED);
      const { port } = new URL(server.endpoint);
      expect((await server.get('/health')).status).toBe(200);
      const beside = await bootstrapHere({ ...place.environment, ...settings, PORT: port }, 'beside');
      for (const [text, own] of [
        [curl, secret],
        [beside.curl, beside.secret],
      ] as const) {
        // What stands before the text for standard input is what other users of the machine can see.
        expect(text.split('<<')[0]).not.toContain(own);
        expect(text).not.toContain(ROUTER_SECRET);
        const { data } = await paste(text, settings);
        expect(data.organization.createKey.token).toMatch(/^ak_v2_/);
      }
    } finally {
      await server.end('SIGTERM');
      await place.remove();
    }
  });

  it('says so when the shell lacks the router secret', async () => {
    const text = 'curl x <<END\n${LATCHKEY_ROUTER_SECRET:?Set it in this shell too}\nEND';
    await expect(paste(text)).rejects.toThrow(/LATCHKEY_ROUTER_SECRET: Set it in this shell too/);
  });
});

describe('the address that is printed', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:4000/graphql'],
    ['0.0.0.0', 'http://127.0.0.1:4000/graphql'],
    ['::', 'http://[::1]:4000/graphql'],
    ['0:0:0:0:0:0:0:0', 'http://[::1]:4000/graphql'],
    ['2001:db8::7', 'http://[2001:db8::7]:4000/graphql'],
    ['fe80::1%eth0', 'http://[fe80::1%25eth0]:4000/graphql'],
    ['latchkey.example', 'http://latchkey.example:4000/graphql'],
  ])('of a server on %s is %s', (host, endpoint) => {
    expect(endpointOf(host, 4000)).toBe(endpoint);
  });
});
