import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { askerOf, BATCH, createToken, essence, INTROSPECT, post, REVOKE, type Token } from './asking.js';

const CANARY = 'canary-0123456789';

// All of this is refused before a store is asked about it.
describe('introspection refuses', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let asker: Token;
  let token: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
    asker = await askerOf(tenant);
    token = (await createToken(tenant, ['usage:report'])).secret;
  });
  afterAll(() => latchkey.close());

  const send = (url: string, body: object | string | undefined, headers: Record<string, string> = {}) =>
    post(latchkey, url, body, { secret: asker.secret, headers });
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const question = () => ({ token, permission: 'usage:report' });

  const BODIES: [string, () => object | string | undefined, Record<string, string>, RegExp][] = [
    ['no body at all', () => undefined, {}, /^Send a form, or a JSON object, with the "token" to ask about\.$/],
    ['an empty form', () => '', form, /^"token" must be one text\.$/],
    ['an empty JSON body', () => '', json, /^The body must be a form of/],
    ['a form without a token', () => `tokn=${CANARY}`, form, /^"token" must be one text\.$/],
    ['a form with two tokens', () => `token=${CANARY}&token=${CANARY}`, form, /^"token" must be one text\.$/],
    ['a form that is no form', () => '%%%=&&&=%zz', form, /^"token" must be one text\.$/],
    ['cut JSON', () => `{"token": "${CANARY}`, json, /^The body must be a form of/],
    ['JSON that is no object', () => `"${CANARY}"`, json, /^Send a form, or a JSON object/],
    ['JSON with a prototype', () => `{"__proto__": {"token": "${CANARY}"}}`, json, /^The body must be/],
    ['a token that is no text', () => ({ token: { $ne: CANARY } }), {}, /^"token" must be one text\.$/],
    ['an empty token', () => ({ token: '' }), {}, /^"token" must not be empty\.$/],
    [
      'a token of 10,001 letters',
      () => ({ token: CANARY.padEnd(10_001, 'a') }),
      {},
      /^"token" must have at most 10000 characters\.$/,
    ],
    ['an unknown permission', () => ({ token, permission: CANARY }), {}, /^"permission" is no permission/],
    ['an empty permission', () => ({ token, permission: '' }), {}, /^"permission" is no permission/],
    ['a property as a permission', () => ({ token, permission: 'constructor' }), {}, /^"permission" is no permission/],
    ['a permission that is no text', () => ({ token, permission: [CANARY] }), {}, /^"permission" must be one text\.$/],
    ['a resource without a permission', () => ({ token, resource: CANARY }), {}, /^"resource" goes with a/],
    [
      'an organization that is no text',
      () => ({ ...question(), organization: {} }),
      {},
      /^"organization" must be one text\.$/,
    ],
    [
      'a permission of 201 letters',
      () => ({ token, permission: CANARY.padEnd(201, 'a') }),
      {},
      /^"permission" must have at most 200 characters\.$/,
    ],
    [
      'an organization of 201 letters',
      () => ({ ...question(), organization: CANARY.padEnd(201, 'a') }),
      {},
      /^"organization" must have at most 200 characters\.$/,
    ],
    [
      'a resource that is no text',
      () => ({ ...question(), resource: { CANARY } }),
      {},
      /^"resource" must be one text\.$/,
    ],
  ];

  it.each(BODIES)('%s, with 400 and a message that repeats nothing', async (_, body, headers, message) => {
    const answer = await send(INTROSPECT, body(), headers);
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { error: 'invalid_request', error_description: expect.stringMatching(message) },
    ]);
    expect(answer.body).not.toContain(CANARY);
    expect(answer.body).not.toContain(token);
  });

  it('a resource that is not a path, whatever the token', async () => {
    const paths = [
      `/${CANARY}`,
      `${CANARY}/`,
      'my-project//service/users',
      `my-project/production/${CANARY}`,
      'my-project/production/service',
      'my-project/production/service/',
      `my-project/production/${CANARY}/users`,
      'my-project/production/service/*',
      'my-project/production/service/a:b',
      `my-project/production/service/users/${CANARY}`,
      `my-project/production/service/${'a'.repeat(65)}`,
      'my-project/production/service/../../x',
      CANARY.padEnd(1_000_000, 'a'),
    ];
    for (const resource of paths) {
      const [good, nobodys] = [
        await send(INTROSPECT, { ...question(), resource }),
        await send(INTROSPECT, { ...question(), resource, token: 'lko_nobody' }),
      ];
      expect([good.statusCode, good.json().error]).toEqual([400, 'invalid_target']);
      expect(good.json().error_description).toMatch(/^"resource" must (be a path like|have at most 200 characters)/);
      expect(good.body).not.toContain(CANARY);
      expect(essence(nobodys)).toEqual(essence(good));
    }
  });

  it('a batch of none and of more than 100, and takes one of 100', async () => {
    const batch = (size: number) => send(BATCH, { tokens: Array.from({ length: size }, question) });
    const [none, most, over] = [await batch(0), await batch(100), await batch(101)];
    expect([none.statusCode, most.statusCode, over.statusCode]).toEqual([400, 200, 400]);
    expect(most.json().results).toHaveLength(100);
    expect(none.json().error_description).toBe('"tokens" is empty. Ask at least one question.');
    expect(over.json()).toEqual({
      error: 'invalid_request',
      error_description: '"tokens" has too many questions. Ask at most 100 at once.',
    });
  });

  it('of a batch the question that makes no sense alone, and answers the others', async () => {
    const refusal = async (bad: unknown, code = 'invalid_request') => {
      const answer = await send(BATCH, { tokens: [question(), bad, question()] });
      const good = { active: true, granted: true };
      expect([answer.statusCode, answer.json().results]).toMatchObject([200, [good, expect.anything(), good]]);
      expect(answer.body).not.toContain(CANARY);
      const { error, error_description: description, ...rest } = answer.json().results[1];
      expect([error, rest]).toEqual([code, {}]);
      return description as string;
    };
    expect(await refusal({ token: CANARY, permission: CANARY })).toMatch(/^"permission" is no permission/);
    expect(await refusal({ ...question(), resource: `../${CANARY}` }, 'invalid_target')).toMatch(
      /^"resource" must be a path/,
    );
    expect(await refusal({ token: 7 })).toMatch(/^"token" must be one text\.$/);
    expect(await refusal({ ...question(), resource: [CANARY] })).toMatch(/^"resource" must be one text\.$/);
    expect(await refusal(CANARY)).toMatch(/^Send a form, or a JSON object/);
    expect(await refusal(null)).toMatch(/^Send a form, or a JSON object/);
    const noList = await send(BATCH, { tokens: { token: CANARY } });
    expect(noList.json().error_description).toBe('"tokens" must be a list of 1 to 100 questions.');
  });

  it('text and multipart bodies, with 415', async () => {
    for (const url of [INTROSPECT, BATCH, REVOKE])
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml']) {
        const answer = await send(url, `token=${CANARY}`, { 'content-type': type });
        expect([answer.statusCode, answer.json().error]).toEqual([415, 'invalid_request']);
        expect(answer.body).not.toContain(CANARY);
      }
  });

  it('a body of more than 1 MiB, with 413', async () => {
    const answer = await send(INTROSPECT, { token: 'a'.repeat(1024 * 1024) });
    expect(answer.statusCode).toBe(413);
  });

  it('JSON that is nested too deeply or has too many values, and a large form, with 413 and a word about it', async () => {
    const LARGE: readonly [body: string, headers: Record<string, string>, message: RegExp][] = [
      [`{"token":${'['.repeat(400_000)}${']'.repeat(400_000)}}`, json, /^The JSON of the body is nested too deeply/],
      [`{"tokens":[${'{},'.repeat(300_000)}{}]}`, json, /^The JSON of the body is nested too deeply/],
      ['token&'.repeat(150_000), form, /^The body must be a form of at most 64 KiB/],
    ];
    for (const url of [INTROSPECT, BATCH, REVOKE])
      for (const [body, headers, message] of LARGE) {
        const answer = await send(url, body, headers);
        expect([answer.statusCode, answer.json().error]).toEqual([413, 'invalid_request']);
        expect(answer.json().error_description).toMatch(message);
      }
  });

  it('every method but POST, and says so, without looking at what the URL holds', async () => {
    const headers = { authorization: `Bearer ${asker.secret}` };
    for (const url of [INTROSPECT, BATCH, REVOKE])
      for (const method of ['GET', 'PUT', 'DELETE', 'HEAD'] as const) {
        const answer = await latchkey.app.inject({ method, url: `${url}?token=${token}`, headers });
        expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST']);
      }
    expect(latchkey.logged()).not.toContain(token.slice(-40));
    const still = await send(INTROSPECT, { token });
    expect(still.json()).toMatchObject({ active: true });
  });

  it('forms at /graphql, as ever', async () => {
    const query = new URLSearchParams({ query: '{ __typename }' });
    const answer = await send('/graphql', query);
    expect(answer.statusCode).toBe(415);
    expect((await send('/graphql', { query: '{ __typename }' })).json()).toEqual({ data: { __typename: 'Query' } });
  });
});
