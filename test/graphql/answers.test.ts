import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

/** What a real client may get wrong, and the code it is told. */
const MISTAKES: readonly [what: string, query: string, variables: object | undefined, code: string][] = [
  ['a syntax error', '{ me { id }', undefined, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ me { id nope } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown argument', '{ organization(name: "x") { id } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
  ['a missing argument', '{ project { id } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
  ['a missing variable', 'query ($i: ProjectReferenceInput!) { project(reference: $i) { id } }', {}, 'BAD_USER_INPUT'],
  [
    'a variable of another type',
    'query ($i: ProjectReferenceInput!) { project(reference: $i) { id } }',
    { i: { byId: [] } },
    'BAD_USER_INPUT',
  ],
  [
    'a null that comes by a variable with a default',
    'query ($skip: Boolean = false) { me @skip(if: $skip) { id } }',
    { skip: null },
    'BAD_USER_INPUT',
  ],
  ['a subscription', 'subscription { me }', undefined, 'BAD_USER_INPUT'],
  ['two operations', 'query A { me { id } } query B { me { id } }', undefined, 'OPERATION_RESOLUTION_FAILURE'],
  ['an empty query', '', undefined, 'BAD_REQUEST'],
  [
    'both ways to name an organization',
    '{ organization(id: "x", reference: { byId: "x" }) { id } }',
    {},
    'BAD_USER_INPUT',
  ],
  ['neither way', '{ organization { id } }', {}, 'BAD_USER_INPUT'],
];

onEveryEngine('answers over HTTP', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it.each(MISTAKES)('are 200 with a clear error for %s, not logged as a fault', async (_, query, variables, code) => {
    const before = latchkey.logged().length;
    const { status, errors, headers } = await tenant.owner(query, variables);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(errors?.map((error) => error.extensions)).toEqual([{ code }]);
    expect(errors?.[0]?.message).toMatch(/\w+ \w+/);
    expect(latchkey.logged().slice(before)).not.toContain('"level":50');
  });

  it.each([
    ['no secret', undefined, 'Authorization token is missing'],
    ['a secret nobody has', `lku_${'0'.repeat(72)}`, 'Invalid token provided'],
  ])('are 200 with UNAUTHENTICATED for %s', async (_, secret, message) => {
    for (const query of [
      '{ me { id } }',
      '{ organization(id: "x") { id } }',
      'mutation { organization(id: "x") { __typename } }',
    ]) {
      const { status, errors, headers } = await latchkey.as(secret)(query);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^application\/json/);
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
      expect(errors?.[0]?.message).toContain(message);
    }
  });

  it('carry a request id of their own, never the client’s', async () => {
    const first = await tenant.owner('{ me { id } }', undefined, { 'x-request-id': 'chosen' });
    const second = await tenant.owner('{ me { id } }');
    expect(first.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  });

  it('carry no stack, and nothing beyond message, place and code', async () => {
    for (const [, query, variables] of MISTAKES) {
      const { errors } = await tenant.owner(query, variables);
      for (const error of errors ?? [])
        expect(['message', 'locations', 'path', 'extensions']).toEqual(expect.arrayContaining(Object.keys(error)));
    }
  });
});
