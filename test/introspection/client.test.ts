import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { askerOf, BATCH, createToken, INTROSPECT, post, REVOKE, type Token } from './asking.js';

const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

onEveryEngine('a client of /oauth signs in', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let asker: Token;
  let powerless: Token;
  let token: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    asker = await askerOf(tenant);
    powerless = await createToken(tenant, ['usage:report']);
    token = (await createToken(tenant, ['usage:report'])).secret;
  });
  afterAll(() => latchkey.close());

  type Way = readonly [string, (secret: string) => Record<string, string>, boolean];
  const WAYS: readonly Way[] = [
    ['with Authorization: Bearer', (secret) => ({ authorization: `Bearer ${secret}` }), false],
    ['with x-api-key', (secret) => ({ 'x-api-key': secret }), false],
    ['with HTTP Basic and any user name', (secret) => basic('gateway', secret), false],
    [
      'with HTTP Basic in small letters',
      (secret) => ({ authorization: basic('a', secret).authorization.replace('B', 'b') }),
      false,
    ],
    ['with HTTP Basic and no user name', (secret) => basic('', secret), false],
    ['with HTTP Basic, percent-encoded', (secret) => basic('a%3Ab', secret.replaceAll('_', '%5F')), false],
    ['with client_secret in the body', () => ({}), true],
    ['in all ways with the same secret', (secret) => ({ ...basic('a', secret), 'x-api-key': secret }), true],
    ['beside empty header fields', (secret) => ({ authorization: '  ', 'x-api-key': secret }), false],
    ['with client_secret beside empty header fields', () => ({ authorization: '', 'x-api-key': '' }), true],
  ];

  const bodyOf = (inBody: boolean, secret: string, body: Record<string, string>) => ({
    ...body,
    ...(inBody ? { client_id: 'any', client_secret: secret } : {}),
  });

  it.each(WAYS)('%s, as a form and as JSON', async (_, headersOf, inBody) => {
    const headers = headersOf(asker.secret);
    const body = bodyOf(inBody, asker.secret, { token, permission: 'usage:report' });
    for (const sent of [new URLSearchParams(body), body])
      expect((await post(latchkey, INTROSPECT, sent, { headers })).json()).toMatchObject({
        active: true,
        granted: true,
      });
    const batch = await post(latchkey, BATCH, { ...body, tokens: [{ token }] }, { headers });
    expect(batch.json()).toMatchObject({ results: [{ active: true }] });
  });

  it.each(WAYS)('%s, to end a token, and may be refused', async (_, headersOf, inBody) => {
    const ended = await createToken(tenant, ['usage:report']);
    const end = (secret: string) =>
      post(latchkey, REVOKE, new URLSearchParams(bodyOf(inBody, secret, { token: ended.secret })), {
        headers: headersOf(secret),
      });
    expect((await end(`${asker.secret}x`)).statusCode).toBe(401);
    const active = await post(latchkey, INTROSPECT, { token: ended.secret }, { secret: asker.secret });
    expect(active.json()).toMatchObject({ active: true });
    // With the credential of a client that may do nothing, or with the very token, as often as one likes.
    for (const secret of [powerless.secret, ended.secret, ended.secret]) {
      const answer = await end(secret);
      expect([answer.statusCode, answer.body]).toEqual([200, '{}']);
    }
    const inactive = await post(latchkey, INTROSPECT, { token: ended.secret }, { secret: asker.secret });
    expect(inactive.body).toBe('{"active":false}');
  });

  it('in one way alone if the secrets differ, whatever they are', async () => {
    const { secret } = asker;
    const differing: [Record<string, string>, Record<string, string>][] = [
      [{ ...basic('a', secret), 'x-api-key': powerless.secret }, {}],
      [{ ...basic('a', powerless.secret), 'x-api-key': secret }, {}],
      [basic('a', secret), { client_secret: powerless.secret }],
      [{ authorization: `Bearer ${secret}` }, { client_secret: powerless.secret }],
      [{ 'x-api-key': secret }, { client_secret: 'garbage' }],
      [{ authorization: 'Digest x' }, { client_secret: secret }],
    ];
    for (const [headers, more] of differing)
      for (const url of [INTROSPECT, REVOKE]) {
        const answer = await post(latchkey, url, new URLSearchParams({ token, ...more }), { headers });
        expect(answer.statusCode).toBe(401);
      }
  });

  it('not with a text that is not a credential', async () => {
    const { secret } = asker;
    const bad: [Record<string, string>, string][] = [
      [basic('a', ''), ''],
      [basic('a', `${secret}%`), ''],
      [basic('a', `${secret}%zz`), ''],
      [basic('a', ` ${secret}`), ''],
      [{ authorization: `Basic ${secret}` }, ''],
      [{ authorization: `Basic ${Buffer.from(secret).toString('base64')}` }, ''],
      [basic('a'.repeat(10_000), secret), ''],
      [{}, `client_secret=${secret}&client_secret=${secret}`],
    ];
    for (const [headers, more] of bad) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await post(latchkey, INTROSPECT, `token=${token}&${more}`, { headers: { ...headers, ...type } });
      expect([answer.statusCode, answer.json().error]).toEqual([
        401,
        expect.stringMatching(/^invalid_(client|token)$/),
      ]);
    }
    // GraphQL is no client's: HTTP Basic signs nobody in there.
    const { errors } = await latchkey.as()('{ me { id } }', {}, basic('a', tenant.ownerSecret));
    expect(errors?.[0]?.message).toContain('Invalid token provided');
  });

  it('and a refusal says how in WWW-Authenticate, with an error code only if a credential was sent', async () => {
    const challenge = async (headers: Record<string, string>, more: Record<string, string> = {}) => {
      const answer = await post(latchkey, INTROSPECT, new URLSearchParams({ token, ...more }), { headers });
      const { error, error_description: description } = answer.json();
      return [answer.statusCode, answer.headers['www-authenticate'], error, description];
    };
    const how =
      'Sign in with Authorization: Bearer, x-api-key, HTTP Basic (the secret as the password) or client_secret in the body.';
    const another = 'The credential is not valid. Sign in with another.';
    const lacks = 'The credential lacks credential:introspect. Ask an Org Admin for one that holds it.';
    const bearer = 'Bearer realm="latchkey"';
    for (const none of [{}, { authorization: '' }, { authorization: ' ', 'x-api-key': '' }])
      expect(await challenge(none)).toEqual([401, bearer, 'invalid_client', how]);
    const invalid = [401, `${bearer}, error="invalid_token"`, 'invalid_token', another];
    expect(await challenge({ authorization: 'Bearer garbage' })).toEqual(invalid);
    expect(await challenge({ 'x-api-key': 'garbage' })).toEqual(invalid);
    expect(await challenge(basic('a', 'garbage'))).toEqual([
      401,
      'Basic realm="latchkey", charset="UTF-8"',
      'invalid_client',
      another,
    ]);
    expect(await challenge({}, { client_secret: 'garbage' })).toEqual([401, invalid[1], 'invalid_client', another]);
    const insufficient = `${bearer}, error="insufficient_scope", scope="credential:introspect"`;
    for (const headers of [{ 'x-api-key': powerless.secret }, basic('a', powerless.secret)])
      expect(await challenge(headers)).toEqual([403, insufficient, 'insufficient_scope', lacks]);
  });
});
