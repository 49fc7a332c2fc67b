import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/graphql/limits.js';
import type { Answer } from '../support/latchkey.js';
import { type Filled, fillStore } from '../support/filled.js';
import { calibrate, workOf } from '../support/work.js';

/** What one request may take, in terms of the fixed work: 150 ms where that takes 10. */
const MOST_CPU = 15;
const MOST_ALLOCATED = 64 * 1024 * 1024;
/** Code that is not yet compiled is slow; what is expensive is so each time. */
const TRIES = 5;

const times = (count: number, field: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field(index)}`).join(' ');
const RESOURCES = 'nodes { resources { resourceId resourceType } }';
const LEVELS =
  'level resolvedResourceIds resolvedPermissionGroups { title permissions { isGranted permission { id title } } }';

interface Row {
  readonly query: string;
  readonly variables?: object;
  readonly asToken?: boolean;
}

/** Documents that took seconds, or gigabytes, when lists were counted as short and documents were read again and again. */
const DOCUMENTS: Readonly<Record<string, (filled: Filled) => Row>> = {
  'the resources of a page of keys': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { apiKeys(first: 100) { ${RESOURCES} } } }`,
  }),
  'the resources of eight pages of keys': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { ${times(8, () => `apiKeys(first: 100) { ${RESOURCES} }`)} } }`,
  }),
  'the resources of as many keys as may be': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { apiKeys(first: 38) { ${RESOURCES} } } }`,
  }),
  'one key in many pages': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { ${times(29, () => `apiKeys(first: 1) { ${RESOURCES} }`)} } }`,
  }),
  'pages of keys that a filter turns down': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { ${times(6, () => 'apiKeys(first: 1, filter: { apiKeyStatus: REVOKED }) { nodes { id } }')} } }`,
  }),
  'how many keys there are': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { apiKeys(first: 1) { ${times(2, () => 'totalCount')} } } }`,
  }),
  'how many keys there are, many times': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { ${times(29, () => 'apiKeys(first: 1) { totalCount }')} } }`,
  }),
  'where the permissions of a page of tokens apply': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { accessTokens { edges { node { resolvedResourcePermissionGroups(includeAll: true) { level } } } } } }`,
  }),
  'the permissions of the caller, many times': () => ({
    query: `{ ${times(30, () => `whoAmI { resolvedPermissions(includeAll: true) { ${LEVELS} } }`)} }`,
    asToken: true,
  }),
  'questions about a token': ({ tokenId }) => ({
    query: `{ ${times(30, () => `explainAccess(permission: "schemaVersion:publish", resource: "my-project", credentialId: "${tokenId}") { granted }`)} }`,
  }),
  'questions with a long path': () => ({
    query: `query ($path: String!) { ${times(30, () => 'explainAccess(permission: "schemaVersion:publish", resource: $path) { granted }')} }`,
    variables: { path: 'a/'.repeat(500_000) },
  }),
  'a thousand organizations by slug': ({ slugs }) => ({
    query: 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Organization { id } } }',
    variables: { all: representations(slugs) },
  }),
  'ten thousand organizations by slug': ({ slugs }) => ({
    query: `query ($all: [_Any!]!) { ${times(10, () => '_entities(representations: $all) { ... on Organization { id } }')} }`,
    variables: { all: representations(slugs) },
  }),
  'an organization of many members, many times': ({ tenant }) => ({
    query: `{ ${times(30, () => `organization(id: "${tenant.id}") { id }`)} }`,
  }),
  'members, many times': ({ tenant }) => ({
    query: `{ organization(id: "${tenant.id}") { ${times(29, () => 'members(first: 1) { nodes { role } }')} } }`,
  }),
};

const representations = (slugs: readonly string[]) =>
  Array.from({ length: 1000 }, (_, index) => ({ __typename: 'Organization', slug: slugs[index % slugs.length] }));

describe('a document over a store that is filled to its bounds', () => {
  let filled: Filled;
  beforeAll(async () => void (filled = await fillStore()), 120_000);
  afterAll(() => filled.latchkey.close());

  it.each(Object.entries(DOCUMENTS))('is cheap or refused: %s', async (_, document) => {
    const { query, variables, asToken } = document(filled);
    const send = filled.latchkey.as(asToken ? filled.tokenSecret : filled.tenant.ownerSecret);
    const fixed = calibrate();
    let fewest = Infinity;
    let least = Infinity;
    for (let tries = 0; tries < TRIES && (fewest > MOST_CPU || least > MOST_ALLOCATED); tries++) {
      let answer: Answer | undefined;
      const { cpu, allocated } = await workOf(async () => (answer = await send(query, variables)));
      expect(answer?.data ?? answer?.errors?.[0]?.message).toBeDefined();
      fewest = Math.min(fewest, cpu / fixed);
      least = Math.min(least, allocated);
    }
    expect(fewest).toBeLessThan(MOST_CPU);
    expect(least).toBeLessThan(MOST_ALLOCATED);
  });

  it('is ended when it is expensive and its price is wrong', async () => {
    const { query } = DOCUMENTS['the resources of eight pages of keys']?.(filled) ?? { query: '' };
    const cost = LIMITS.cost as { most: number };
    const { most } = cost;
    cost.most = Infinity;
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const answer = await filled.tenant.owner(query).finally(() => (cost.most = most));
    // Rejections are told once the promises that are ready have run.
    await new Promise(setImmediate);
    process.off('unhandledRejection', note);
    expect(unhandled, 'each would end the process').toEqual([]);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['REQUEST_TOO_EXPENSIVE']);
    expect(answer.data).toBeNull();
  });
});
