import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const KEYS = 'organization(id: "x") { apiKeys';
/** A slip of the pen at every kind of name. */
const TYPOS: readonly [query: string, variables?: object][] = [
  ['{ mee { id } }'],
  ['{ me { idd } }'],
  ['{ organization(idd: "x") { id } }'],
  ['{ me @skipp(if: true) { id } }'],
  ['{ me { ... on Userr { id } } }'],
  ['query ($a: Intt) { me { id } }'],
  ['{ __typee(name: "User") { name } }'],
  ['{ _servicee { sdl } }'],
  ['{ _service { sdll } }'],
  ['{ explainAccess(permision: "x", resource: "") { granted } }'],
  ['{ organization(reference: { byIdd: "x" }) { id } }'],
  ['{ organization(reference: { bySelector: { organizationSlugg: "x" } }) { id } }'],
  ['mutation { createKey(input: { resources: { subgraphs: [{ graphIdd: "x" }] } }) { __typename } }'],
  [
    'query ($r: OrganizationReferenceInput) { organization(reference: $r) { id } }',
    { r: { bySelector: { organizationSlugg: 'x' } } },
  ],
  ['mutation { createKeyy(input: {}) { __typename } }'],
  ['mutation { createKey(input: { namee: "x" }) { __typename } }'],
  [`{ ${KEYS}(filter: { apiKeyStatuss: ALL }) { totalCount } } }`],
  [`{ ${KEYS}(filter: { apiKeyStatus: ACTIV }) { totalCount } } }`],
  [`{ ${KEYS}(filter: { apiKeyStatus: "ACTIV" }) { totalCount } } }`],
  [`query ($f: ApiKeyFilterInput) { ${KEYS}(filter: $f) { totalCount } } }`, { f: { apiKeyStatus: 'ACTIV' } }],
  [`query ($f: ApiKeyFilterInput) { ${KEYS}(filter: $f) { totalCount } } }`, { f: { apiKeyStatuss: 'ALL' } }],
];

onEveryEngine('in production', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { production: true });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it.each([
    ['whole', getIntrospectionQuery()],
    ['__schema', '{ __schema { queryType { name } } }'],
    ['__type', '{ __type(name: "GraphOsKey") { fields { name } } }'],
    ['an alias of it', '{ a: __schema { types { name } } }'],
    ['a name in a variable', 'query ($name: String = "User") { __type(name: $name) { name } }'],
    ['below an inline fragment', '{ ... { ... on Query { __schema { description } } } }'],
    ['beside the SDL', '{ _service { sdl } __schema { description } }'],
    ['a fragment', 'query { ...A } fragment A on Query { __type(name: "User") { name } }'],
  ])('introspection is refused: %s', async (_, query) => {
    for (const send of [tenant.owner, latchkey.as()]) {
      const { status, data, errors } = await send(query);
      expect(status).toBe(200);
      expect(data).toBeUndefined();
      expect(errors?.[0]).toMatchObject({
        message:
          'GraphQL introspection is not allowed in production. The schema is published as schema.graphql of the package latchkey.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
      expect(JSON.stringify(errors)).not.toContain('keyName');
    }
  });

  it.each(TYPOS)('a misspelt name gets no suggestion: %s', async (query, variables) => {
    const { data, errors } = await tenant.owner(query, variables);
    expect(data).toBeUndefined();
    expect(errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });

  it('a router reads the SDL', async () => {
    const { data, errors } = await latchkey.as()('{ _service { sdl } }');
    expect(errors).toBeUndefined();
    expect(data._service.sdl).toContain('type GraphOsKey');
  });

  it('queries and mutations work', async () => {
    const { data, errors } = await tenant.owner('{ me { __typename id } }');
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ me: { __typename: 'User' } });
  });
});

onEveryEngine('in development', (engine) => {
  let latchkey: Latchkey;
  beforeAll(async () => void (latchkey = await startLatchkey(engine)));
  afterAll(() => latchkey.close());

  it('introspection answers, and a misspelt name gets a suggestion', async () => {
    const { data } = await latchkey.as()(getIntrospectionQuery());
    expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
    const { errors } = await latchkey.as()('{ mee { id } }');
    expect(errors?.[0]?.message).toContain('Did you mean "me"?');
  });
});
