import { readFileSync } from 'node:fs';
import {
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Lexer,
  type OperationDefinitionNode,
  parse,
  Source,
  TokenKind,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/graphql/limits.js';
import { measure } from '../../src/graphql/cost.js';
import { schema } from '../support/schema.js';
import * as hive from '../organization-access-tokens/fixtures/documents.js';
import * as organizations from '../organizations/operations.js';
import { ROVER } from '../subgraph-keys/fixtures/rover.js';
import { embedded } from '../support/engines.js';
import { positionsOf } from '../support/inputs.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';
import { CREATE_KEY, CREATE_KEY_CARD } from '../support/operations.js';
import { name, repeat } from './hostile/text.js';

const WHOAMI = `query myTokenInfo($showAll: Boolean!) {
  whoAmI {
    title
    resolvedPermissions(includeAll: $showAll) {
      level resolvedResourceIds title
      resolvedPermissionGroups { title permissions { isGranted permission { id title description } } }
    }
  }
}`;
const fixture = new URL('../subgraph-keys/fixtures/create-key.document.txt', import.meta.url);
const TOOLS = {
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};

/** What real clients send: the products' documented operations, their command lines', and ours. */
const DOCUMENTED: Readonly<Record<string, unknown>> = {
  ...ROVER,
  ...organizations,
  'Hive: list': hive.LIST,
  'Hive: read': hive.READ,
  'Hive: permissions': hive.PERMISSIONS,
  'Hive: create': hive.CREATE,
  'Hive: delete': hive.DELETE_CORRECTED,
  'Hive: whoami': WHOAMI,
  'GraphOS: create a key': readFileSync(fixture, 'utf8'),
  CREATE_KEY,
  CREATE_KEY_CARD,
  'introspection by tools': getIntrospectionQuery(TOOLS),
};
const documents = Object.entries(DOCUMENTED).filter(
  (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].includes('{'),
);

const measured = (query: string, variables?: Record<string, unknown>) => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  return measure(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
};
const cost = (query: string, variables?: Record<string, unknown>) => measured(query, variables).cost;

function tokensOf(query: string): number {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count++;
  return count;
}

describe('limits', () => {
  let latchkey: Latchkey;
  beforeAll(async () => void (latchkey = await startLatchkey(embedded)));
  afterAll(() => latchkey.close());

  it.each(documents)('leave room to spare for what is documented: %s', (_, query) => {
    const asked = { ...measured(query), tokens: tokensOf(query), documentCharacters: query.length };
    for (const [limit, count] of Object.entries(asked))
      expect(count, limit).toBeLessThanOrEqual((LIMITS[limit as keyof typeof asked].most * 2) / 3);
  });

  it('let the tools of a developer read the schema', async () => {
    const { data, errors } = await latchkey.as()(getIntrospectionQuery(TOOLS));
    expect(errors).toBeUndefined();
    expect(data.__schema.types.length).toBeGreaterThan(50);
  });

  const deep = (levels: number) =>
    `{ __schema { types { fields { type { ${'ofType { '.repeat(levels - 5)} name ${'} '.repeat(levels - 5)} } } } } }`;
  const conditions = (count: number) =>
    `{ __typename ${repeat(count, (index) => (index % 2 ? '__typename @skip(if: false)' : '... @skip(if: false) { __typename }'))} }`;
  it.each([
    ['depth', 'deep', deep],
    ['aliases', 'aliases', (count: number) => `{ ${repeat(count, (index) => `${name(index)}: __typename`)} }`],
    ['directives', 'directives', conditions],
    ['tokens', 'long', (count: number) => `query ($a: [Int] = [${repeat(count - 15, () => '1')}]) { __typename }`],
    ['documentCharacters', 'long', (count: number) => '{ __typename }'.padEnd(count)],
  ] as const)('refuse one more than their number, and accept their number: %s', async (limit, word, make) => {
    const { most } = LIMITS[limit];
    const [at, over] = [await latchkey.as()(make(most)), await latchkey.as()(make(most + 1))];
    expect(JSON.stringify(at.errors ?? '')).not.toMatch(/document (?:is too|has too)/);
    expect(over.errors).toHaveLength(1);
    expect(over.errors?.[0]?.message).toMatch(new RegExp(`^The document .*${word}`));
    expect(over.status).toBe(200);
  });

  it('refuse with a 4xx clients that accept application/graphql-response+json', async () => {
    const headers = { accept: 'application/graphql-response+json' };
    for (const query of [deep(LIMITS.depth.most + 1), ' '.repeat(LIMITS.documentCharacters.most + 1)])
      expect((await latchkey.as()(query, {}, headers)).status).toBe(400);
  });
});

describe('the cost of an operation', () => {
  const ORGANIZATION = 1000;
  const WRITE = 5000;
  const KEYS = (args: string) => `{ organization(id: "x") { apiKeys${args} { nodes { id } } } }`;
  /** A page of keys: the field, its list, and each key with its id. */
  const keys = (count: number) => ORGANIZATION + 15_000 + 1 + count * (150 + 1);

  it.each([
    ['', 100],
    ['(first: 7)', 7],
    ['(last: 7)', 7],
    ['(first: 1000000000)', 100],
    ['(first: 0)', 100],
    ['(first: -7)', 100],
    ['(first: null)', 100],
  ])('counts a page as long as it can be: %s', (args, size) => {
    expect(cost(KEYS(args))).toBe(keys(size));
  });

  it('knows the size of a page from a variable, and from its default', () => {
    const query = `query ($size: Int = 7) ${KEYS('(first: $size)')}`;
    expect(cost(query)).toBe(keys(7));
    expect(cost(query, { size: 3 })).toBe(keys(3));
    for (const size of [null, -1, '3', { a: 1 }, 1e9]) expect(cost(query, { size })).toBe(keys(100));
  });

  it('multiplies the list of a connection alone, through fragments too', () => {
    const page = '{ organization(id: "x") { apiKeys(first: 7) { ...F pageInfo { endCursor } } } }';
    const fragment = 'fragment F on GraphOsKeyConnection { nodes { id } totalCount }';
    expect(cost(`${page} ${fragment}`)).toBe(keys(7) + 2 + 50_000);
  });

  it('counts what a page reads, whatever is selected of it, and once', () => {
    const page = (fields: string) => cost(`{ organization(id: "x") { apiKeys(first: 7) { ${fields} } } }`);
    expect(page('__typename')).toBe(page('nodes { __typename }') - 7);
    expect(page('edges { cursor }')).toBe(page('nodes { __typename }'));
    expect(page('edges { node { id } }')).toBe(page('nodes { id }') + 7);
    expect(page('nodes { id } edges { node { id } }')).toBe(page('nodes { id }') + 1 + 2 * 7);
    const tokens = (fields: string) => cost(`{ organization(id: "x") { accessTokens(first: 7) { ${fields} } } }`);
    expect(tokens('__typename')).toBe(tokens('edges { node { id } }') - 2 * 7);
  });

  it('knows that lists in the manner of GraphQL Hive are shorter', () => {
    const tokens = (args: string) => `{ organization(id: "x") { accessTokens${args} { edges { node { id } } } } }`;
    const page = (count: number) => ORGANIZATION + 2 + count * (1 + 150 + 1);
    expect(cost(tokens(''))).toBe(page(20));
    expect(cost(tokens('(first: 100)'))).toBe(page(20));
    expect(cost(tokens('(first: 5)'))).toBe(page(5));
    expect(cost(tokens('(first: 5, unusedSince: "2030-01-01T00:00:00Z")'))).toBe(page(5) + 15_000);
  });

  it('multiplies lists in lists', () => {
    const query = '{ organization(id: "x") { projects { nodes { targets(first: 10) { nodes { id } } } } } }';
    expect(cost(query)).toBe(ORGANIZATION + 501 + 100 * (51 + 10));
  });

  it('counts a list without a page as long as it can be, and a list of leaves as one', () => {
    const keyWith = (field: string) => `{ organization(id: "x") { apiKey(keyId: "x") { ${field} } } }`;
    expect(cost(keyWith('resources { resourceId }'))).toBe(ORGANIZATION + 1 + 150 + 1 + 1000);
    const token = '{ organization(id: "x") { accessToken(id: "x") { permissions } } }';
    expect(cost(token)).toBe(ORGANIZATION + 1 + 150 + 1);
  });

  it('counts an entity by what finding it takes, and by its type', () => {
    const query = 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }';
    const priced = (...all: unknown[]) => cost(query, { all }) - 1 - all.length;
    const project = { __typename: 'Project', slug: 'x', organization: { slug: 'x' } };
    expect(priced({ __typename: 'Organization', slug: 'x' }, { __typename: 'Project', id: 'x' })).toBe(10 + 10);
    expect(priced({ __typename: 'GraphOsKey', id: 'x' }, project)).toBe(10 + 150 + 300);
    expect(priced(null, 7, 'text', {}, { __typename: 'constructor' })).toBe(5 * 10);
  });

  it("counts an interface's field as the dearest of those that implement it", () => {
    const token = (fields: string) => `{ organization(id: "x") { accessToken(id: "x") { ${fields} } } }`;
    expect(cost(token('... on AccessToken { resources { mode } }'))).toBe(cost(token('resources { mode }')));
  });

  it('is declared for every list of objects in the SDL', () => {
    const lengthOf = (field: {
      astNode?: { directives?: readonly { name: { value: string } }[] } | null | undefined;
    }) => field.astNode?.directives?.some((one) => one.name.value === 'listSize');
    const without = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .filter(({ name: type }) => !type.startsWith('__') && !type.endsWith('Connection'))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field })),
      )
      .filter(({ field }) => field.name !== '_entities')
      .filter(
        ({ field }) =>
          (isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type))) ||
          getNamedType(field.type).name.endsWith('Connection'),
      )
      .filter(({ field }) => !lengthOf(field));
    expect(without.map(({ place }) => place)).toEqual([]);
  });

  it('counts everything that writes as a write, and what leads there as a field', () => {
    const create = 'createKey(name: "x", type: SUBGRAPH) { id }';
    expect(cost(`mutation { organization(id: "x") { ${create} } }`)).toBe(1 + WRITE + 150 + 1);
    const operations = positionsOf(schema, 'x').map(
      ({ name: place, asVariable }) => [place, asVariable('x').query] as const,
    );
    const changes = operations.filter(([, query]) => query.startsWith('mutation'));
    expect(changes.length).toBeGreaterThan(20);
    for (const [place, query] of changes)
      expect(cost(query) >= WRITE, place).toBe(!place.startsWith('Mutation.organization('));
  });

  it('counts a fragment wherever it is spread, and what a condition leaves out', () => {
    const query = '{ a: me { ...F } b: me { ...F } } fragment F on Identity { id asActor { type @skip(if: true) } }';
    expect(measured(query)).toEqual({ depth: 3, aliases: 2, directives: 2, cost: 2 * (1 + 3) });
  });
});
