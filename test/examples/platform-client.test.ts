import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlatform, PlatformError } from '../../examples/platform-client/client.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { startExample } from './example.js';

const SECRET = /\b(?:ak_v2|lko|lku)_\w{20,}/g;
const USERS = { graphId: 'my-project', variantName: 'production', subgraphName: 'users' };

describe('the platform client', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let url: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    url = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
    tenant = await latchkey.organization({ slug: 'my-organization' });
  });
  afterAll(() => latchkey.close());

  const platformOf = (token: string, at = url) => createPlatform({ url: at, token, organization: 'my-organization' });
  const idsIn = async (list: AsyncIterable<{ id: string }>) => {
    const ids: string[] = [];
    for await (const { id } of list) ids.push(id);
    return ids;
  };
  const signsIn = async (secret: string) => (await latchkey.as(secret)('{ me { id } }')).errors === undefined;

  it('runs as its README says, and prints one secret, once, which is no good by its end', async () => {
    const { code, out, err } = await startExample('platform-client/main.ts', {
      LATCHKEY_URL: url,
      LATCHKEY_TOKEN: tenant.ownerSecret,
    }).ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const id = '[0-9a-f-]{36}';
    expect(out).toMatch(
      new RegExp(
        `^created key (${id})\nits secret, shown once: ak_v2_\\w+\n` +
          `key \\1 is good for my-project:production:users\nrotated key \\1: .*\nrevoked key \\1\n` +
          `created access token (${id})\naccess token \\2 may usage:report\ndeleted access token \\2\n$`,
      ),
    );
    const secrets = out.match(SECRET) ?? [];
    expect(secrets).toHaveLength(1);
    expect(await signsIn(secrets[0] ?? '')).toBe(false);
    const platform = platformOf(tenant.ownerSecret);
    expect([await idsIn(platform.keys()), await idsIn(platform.accessTokens())]).toEqual([[], []]);
  });

  it('refuses to start without a token, in one line', async () => {
    const { code, out, err } = await startExample('platform-client/main.ts', { LATCHKEY_URL: url }).ended;
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: "UNAUTHENTICATED: Set LATCHKEY_TOKEN to the owner's token.\n",
    });
  });

  it('lets the old secret of a key go on until the moment that it was given', async () => {
    const platform = platformOf(tenant.ownerSecret);
    const key = await platform.createKey('Overlapping', [USERS]);
    const rotated = await platform.rotateKey(key.id, new Date(Date.now() + 60_000));
    expect(rotated.id).toBe(key.id);
    expect([await signsIn(key.secret), await signsIn(rotated.secret)]).toEqual([true, true]);
    await platform.revokeKey(key.id);
    expect([await signsIn(key.secret), await signsIn(rotated.secret)]).toEqual([false, false]);
  });

  it('lists over the end of a page, newest first', async () => {
    const platform = platformOf(tenant.ownerSecret);
    const made: string[] = [];
    for (let n = 0; n < 22; n++) made.unshift((await platform.createAccessToken(`Token ${n}`, ['usage:report'])).id);
    expect(await idsIn(platform.accessTokens())).toEqual(made);
    for (const id of made) await platform.deleteAccessToken(id);
    expect(await idsIn(platform.accessTokens())).toEqual([]);
  });

  it("tells Latchkey's reasons: of data, of an error, of an organization that is not there", async () => {
    const platform = platformOf(tenant.ownerSecret);
    const refused = (code: string, message: RegExp) => ({
      name: 'PlatformError',
      code,
      message: expect.stringMatching(message) as string,
    });
    await expect(platform.createKey('', [USERS])).rejects.toMatchObject(refused('INVALID_NAME', /./));
    await expect(platform.createAccessToken('Nobody', ['no:such'])).rejects.toMatchObject(
      refused('UNKNOWN_PERMISSION', /^permissions\[0\]/),
    );
    await expect(platformOf('garbage').createKey('Mine', [USERS])).rejects.toMatchObject(
      refused('UNAUTHENTICATED', /^Invalid token provided$/),
    );
    const elsewhere = createPlatform({ url, token: tenant.ownerSecret, organization: 'no-such' });
    await expect(elsewhere.revokeKey('0')).rejects.toMatchObject(refused('ORGANIZATION_NOT_FOUND', /no such/));
  });

  it('sends its token nowhere else: a redirect is an error', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const platform = platformOf(tenant.ownerSecret, `http://127.0.0.1:${port}/latchkey/`);
    const failure = await platform.createKey('Mine', [USERS]).catch((error: unknown) => error);
    server.closeAllConnections();
    server.close();
    expect(asked).toEqual(['/latchkey/graphql']);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(PlatformError);
  });
});
