import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, createToken, end } from '../introspection/asking.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { startExample } from './example.js';

const PUBLISH = 'schemaVersion:publish';
const USERS = '/schemas/my-project/production/users';

describe('the gateway', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let good: string;
  let settings: Record<string, string>;
  let at: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
    settings = {
      LATCHKEY_URL: await latchkey.app.listen({ port: 0, host: '127.0.0.1' }),
      LATCHKEY_TOKEN: (await askerOf(tenant)).secret,
      PORT: '0',
    };
    good = (await createToken(tenant, [PUBLISH])).secret;
    at = await started(settings);
  });
  afterAll(() => latchkey.close());

  const started = async (environment: Record<string, string>): Promise<string> => {
    const [, address = ''] = await startExample('node-gateway/main.ts', environment).line(/ready at (\S+)\n/);
    return address;
  };
  /** The secret of a token that was revoked. */
  const stranger = async (): Promise<string> => {
    const token = await createToken(tenant, [PUBLISH]);
    await end(tenant, 'revoke', token);
    return token.secret;
  };
  const bearer = (secret?: string) => (secret === undefined ? {} : { authorization: `Bearer ${secret}` });
  const put = async (path: string, secret?: string, gateway = at) => {
    const response = await fetch(`${gateway}${path}`, { method: 'PUT', headers: bearer(secret), body: 'type Query' });
    return { status: response.status, text: await response.text() };
  };
  const query = async (secret?: string, gateway = at) => {
    const headers = { 'content-type': 'application/json', ...bearer(secret) };
    const body = JSON.stringify({ query: '{ published }' });
    const response = await fetch(`${gateway}/graphql`, { method: 'POST', headers, body });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    return data ?? errors?.map(({ extensions }) => extensions.code);
  };

  it('lets a caller publish exactly the service that they may publish', async () => {
    expect((await put(USERS, good)).status).toBe(202);
    const key = await createKey(tenant);
    expect(await put(USERS, key.token)).toEqual({ status: 202, text: `Published by ${key.id}.\n` });
    for (const other of ['production/orders', 'staging/users', 'no-such/users'])
      expect((await put(`/schemas/my-project/${other}`, key.token)).status).toBe(403);
  });

  it('refuses a caller without a secret, with an invalid or ended one, or without the permission', async () => {
    const ended = await createToken(tenant, [PUBLISH]);
    await end(tenant, 'revoke', ended);
    const { secret: lesser } = await createToken(tenant, ['schemaCheck:create']);
    for (const bad of [undefined, 'garbage', ended.secret]) {
      expect((await put(USERS, bad)).status).toBe(401);
      expect(await query(bad)).toEqual(['UNAUTHENTICATED']);
    }
    const { status, text } = await put(USERS, lesser);
    expect({ status, text }).toEqual({
      status: 403,
      text: 'The token lacks schemaVersion:publish on my-project/production/service/users.\n',
    });
    expect(await query(lesser)).toEqual(['UNAUTHORISED']);
    expect(await query(good)).toEqual({ published: ['users'] });
  });

  it('refuses a path that could name another resource', async () => {
    for (const path of ['/schemas/my-project/production%2Fx/users', '/schemas/my-project/production/users%2F..', '/'])
      expect((await put(path, good)).status).toBe(404);
  });

  it('fails closed: refuses everybody while Latchkey does not answer, and says that it is not their token', async () => {
    const alone = await started({ ...settings, LATCHKEY_URL: 'http://127.0.0.1:1' });
    expect(await put(USERS, good, alone)).toEqual({
      status: 503,
      text: 'The token could not be verified. Try again later.\n',
    });
    expect(await query(good, alone)).toEqual(['INTERNAL_SERVER_ERROR']);
  });

  it('does not start with a text that is not a secret, and does not repeat it', async () => {
    const { code, out, err } = await startExample('node-gateway/main.ts', { ...settings, LATCHKEY_TOKEN: `${good}x` })
      .ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('"secret" is not the secret of a credential');
    expect(err).not.toContain(good);
  });

  it('does not start with a credential that has ended, and says that it is refused', async () => {
    const { code, out, err } = await startExample('node-gateway/main.ts', {
      ...settings,
      LATCHKEY_TOKEN: await stranger(),
    }).ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^VerifierMisconfigured: .*refuses the verifier's own credential/m);
  });
});
