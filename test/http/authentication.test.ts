import { connect } from 'node:net';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mint } from '../../src/secrets/secret.js';
import { onEveryEngine } from '../support/engines.js';
import { damaged, ofOtherKinds, withChecksum } from '../support/forged.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { Watched } from '../support/watched.js';
import { cpuOf } from '../support/cpu.js';

const ME = '{ me { id } }';
/** What is read for a user’s token, and what a key is assigned. */
const OF_USER = ['credentials.get', 'memberships.getMany', 'organizations.getMany'];
const ASSIGNED = ['organizations.getMany', 'projects.getMany', 'targets.getMany'];
const LONG = 'a'.repeat(1024 * 1024);

onEveryEngine('authentication', (engine) => {
  const watched = new Watched();
  let latchkey: Latchkey;
  let tenant: Tenant;
  let user: string;
  let key: string;
  let address: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: watched.wrap });
    tenant = await latchkey.organization();
    user = tenant.ownerSecret;
    key = (await createKey(tenant)).token;
    address = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
    await latchkey.services.relay.drain();
  });
  afterAll(() => latchkey.close());

  const me = (headers: Record<string, string>) => latchkey.as()(ME, undefined, headers);
  const authenticate = ({ authorization, apiKey }: { authorization?: string; apiKey?: string }) => {
    const fields = new Map(Object.entries({ authorization, 'x-api-key': apiKey }));
    return latchkey.services.identities.authenticate((name) => fields.get(name), null);
  };
  const readsOf = (headers: { authorization?: string; apiKey?: string }) =>
    watched.readsOf(() => authenticate(headers));

  it.each<[string, () => Record<string, string>]>([
    ['Authorization: Bearer', () => ({ authorization: `Bearer ${user}` })],
    ['a bearer in small letters', () => ({ authorization: `bearer ${user}` })],
    ['a bearer in capitals, and spaces', () => ({ authorization: `BEARER   ${user}  ` })],
    ['x-api-key', () => ({ 'x-api-key': user })],
    ['both headers with the same secret', () => ({ authorization: `Bearer ${user}`, 'x-api-key': user })],
    ['a bearer beside an empty x-api-key', () => ({ authorization: `Bearer ${user}`, 'x-api-key': '' })],
    ['x-api-key beside an empty Authorization', () => ({ authorization: ' ', 'x-api-key': user })],
  ])('takes %s', async (_, headers) => {
    const { data, errors } = await me(headers());
    expect(errors).toBeUndefined();
    expect(data.me.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['no header', () => ({}), 'token is missing'],
    ['two good secrets', () => ({ authorization: `Bearer ${user}`, 'x-api-key': key }), 'Invalid'],
    ['a good secret and a bad one', () => ({ authorization: `Bearer ${user}`, 'x-api-key': 'x' }), 'Invalid'],
    ['a bad secret and a good one', () => ({ authorization: 'Bearer x', 'x-api-key': user }), 'Invalid'],
    ['another scheme beside a good key', () => ({ authorization: 'Basic eDp5', 'x-api-key': user }), 'Invalid'],
    ['no scheme', () => ({ authorization: user }), 'Invalid'],
    ['another scheme', () => ({ authorization: `Basic ${user}` }), 'Invalid'],
    ['a scheme without a space', () => ({ authorization: `Bearer${user}` }), 'Invalid'],
    ['a scheme alone', () => ({ authorization: 'Bearer' }), 'Invalid'],
    ['a scheme and a space', () => ({ authorization: 'Bearer ' }), 'Invalid'],
    ['two secrets in one header', () => ({ authorization: `Bearer ${user} ${user}` }), 'Invalid'],
    ['two secrets with a comma', () => ({ 'x-api-key': `${user}, ${user}` }), 'Invalid'],
    ['an empty Authorization', () => ({ authorization: '' }), 'token is missing'],
    ['an empty x-api-key', () => ({ 'x-api-key': '' }), 'token is missing'],
    ['spaces', () => ({ authorization: '   ', 'x-api-key': '  ' }), 'token is missing'],
    ['a scheme in x-api-key', () => ({ 'x-api-key': `Bearer ${user}` }), 'Invalid'],
    ['a cookie', () => ({ cookie: `token=${user}; authorization=${user}` }), 'token is missing'],
    [
      'headers of a gateway',
      () => ({ 'x-user-id': '1', 'apollo-sudo': 'true', 'x-auth-request-user': 'a' }),
      'missing',
    ],
  ])('refuses %s', async (_, headers, message) => {
    const { status, data, errors } = await me(headers());
    expect(status).toBe(200);
    expect(data).toEqual({ me: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
    expect(errors?.[0]?.message).toContain(message);
  });

  it('reads a credential and once what it is assigned, or its user’s memberships, however it comes and however often it is asked', async () => {
    for (const headersOf of [
      (secret: string) => ({ authorization: `Bearer ${secret}` }),
      (secret: string) => ({ apiKey: secret }),
      (secret: string) => ({ authorization: `Bearer ${secret}`, apiKey: secret }),
    ]) {
      expect(await readsOf(headersOf(key))).toEqual(['credentials.get', ...ASSIGNED]);
      expect(await readsOf(headersOf(user))).toEqual(OF_USER);
    }
    const thrice = await watched.readsOf(() => latchkey.as(user)('{ a: me { id } b: me { id } c: me { id } }'));
    expect(thrice.filter((read) => read.startsWith('credentials'))).toEqual(['credentials.get']);
    expect(thrice.filter((read) => read.startsWith('memberships'))).toEqual(['memberships.getMany']);
  });

  it('reads no more for a user of many organizations', async () => {
    const { user: owner, tenants } = await ownerOfMany();
    expect(tenants).toBe(4);
    expect(await readsOf({ authorization: `Bearer ${owner}` })).toEqual(OF_USER);
  });

  it('reads one document for a secret of good form that nobody has', async () => {
    const unknown = mint('lku_', uuid()).secret.reveal();
    const wrong = withChecksum(`${user.slice(0, 27)}${'0'.repeat(43)}`);
    for (const secret of [unknown, wrong, ...ofOtherKinds(user), ...ofOtherKinds(key)]) {
      expect(await readsOf({ apiKey: secret })).toEqual(['credentials.get']);
      expect(await authenticate({ apiKey: secret })).toEqual({ state: 'INVALID' });
    }
  });

  it('refuses a damaged secret without a read', async () => {
    for (const secret of [user, key]) {
      const reads = await watched.readsOf(async () => {
        let taken = 0;
        for (const text of damaged(secret)) {
          // White space around a header field's value is no part of it.
          if (text.trim() === secret) continue;
          const found = [await authenticate({ apiKey: text }), await authenticate({ authorization: `Bearer ${text}` })];
          taken += found.filter(({ state }) => state === 'VALID').length;
        }
        expect(taken).toBe(0);
      });
      expect(reads).toEqual([]);
    }
  });

  it('refuses a text with a correct checksum but no id without a read, and logs no fault', async () => {
    const forged = withChecksum(`lku_${'0'.repeat(21)}1_${'0'.repeat(43)}`);
    const reads = await watched.readsOf(async () => {
      const { errors } = await me({ 'x-api-key': forged });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    });
    expect(reads).toEqual([]);
    expect(latchkey.logged()).not.toContain('"level":50');
  });

  it('refuses headers of 1 MB in under a millisecond, without a read', async () => {
    const headers = [
      { authorization: LONG },
      { authorization: `Bearer ${LONG}` },
      { authorization: `Bearer ${' '.repeat(LONG.length)}x` },
      { authorization: ` ${' '.repeat(LONG.length)}` },
      { authorization: `Bearer ${user}${LONG}` },
      { apiKey: LONG },
      { apiKey: user + LONG },
      { authorization: `Bearer ${user}`, apiKey: user + LONG },
    ];
    for (const one of headers) {
      const times: number[] = [];
      const reads = await watched.readsOf(async () => {
        for (let time = 0; time < 51; time++) {
          times.push(await cpuOf(async () => expect(await authenticate(one)).toEqual({ state: 'INVALID' })));
        }
      });
      expect(reads).toEqual([]);
      expect(times.sort((a, b) => a - b)[25]).toBeLessThan(1);
    }
  });

  it.each<[string, (user: string) => string[]]>([
    ['Authorization', (user) => [`authorization: Bearer ${user}`, 'authorization: Bearer x']],
    ['Authorization, the last one good,', (user) => ['authorization: Bearer x', `authorization: Bearer ${user}`]],
    ['x-api-key', (user) => [`x-api-key: ${user}`, 'x-api-key: x']],
  ])('refuses %s sent twice: another program might read the other one', async (_, fields) => {
    const body = JSON.stringify({ query: ME });
    const head = ['POST /graphql HTTP/1.1', 'Host: x', 'Connection: close', 'Content-Type: application/json'];
    const request = [...head, `Content-Length: ${body.length}`, ...fields(user), '', body].join('\r\n');
    expect(await speak(request)).toContain('Invalid token provided');
  });

  it('refuses headers of 1 MB on the wire, and goes on serving', async () => {
    const before = latchkey.logged().length;
    for (const name of ['authorization', 'x-api-key', 'user-agent', 'cookie'])
      expect(await speak(`POST /graphql HTTP/1.1\r\nHost: x\r\n${name}: ${user}${LONG}\r\n\r\n`)).toMatch(
        /^(HTTP\/1\.1 431 |reset)/,
      );
    expect(latchkey.logged().slice(before)).not.toContain(user);
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${user}` },
      body: JSON.stringify({ query: ME }),
    });
    expect(await answer.json()).toMatchObject({ data: { me: { id: expect.any(String) as string } } });
  });

  /** What the server answers to these bytes; a connection may be gone before it is read. */
  const speak = (text: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('error', () => resolve(answer || 'reset')).on('close', () => resolve(answer || 'reset'));
    });

  async function ownerOfMany(): Promise<{ user: string; tenants: number }> {
    for (let more = 0; more < 3; more++) {
      const input = { slug: `more-${process.pid}-${engine.name}-${more}` };
      await tenant.owner(
        'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { ok { __typename } } }',
        { input },
      );
    }
    const { tokenFor } = await import('../../src/cli/bootstrap.js');
    const secret = (await tokenFor(latchkey.services, tenant.ownerEmail)).reveal();
    await latchkey.services.relay.drain();
    const found = await authenticate({ apiKey: secret });
    return { user: secret, tenants: found.state === 'VALID' ? found.principal.actor.grants.length : 0 };
  }
});
