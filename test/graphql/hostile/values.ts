import { getIntrospectionQuery } from 'graphql';
import * as text from './text.js';

const { COSTLY, LONG, ORGANIZATION, keys, name, nest, numbers, projects, repeat } = text;
const SYNTAX = /^Syntax Error/;
const NO_NUMBER = /^Int cannot represent/;

/** Literals that are large. */
export const literals: readonly text.Row[] = [
  ['a string', NO_NUMBER, keys(`first: "${'9'.repeat(60_000)}"`)],
  ['a string of almost a megabyte', LONG, `{ organization(id: "${'x'.repeat(900_000)}") { id } }`],
  ['a string that never ends', SYNTAX, `{ organization(id: "${'x'.repeat(60_000)}`],
  ['escapes that never end', SYNTAX, `{ organization(id: "${String.raw`\u0041`.repeat(10_000)}`],
  ['escapes that are none', SYNTAX, `{ organization(id: "${String.raw`\q`.repeat(10_000)}") { id } }`],
  ['halves of letters', SYNTAX, `{ organization(id: "${String.raw`\uD83D`.repeat(10_000)}") { id } }`],
  ['a block string of line breaks', NO_NUMBER, keys(`first: """${'\n '.repeat(30_000)}"""`)],
  ['a block string of indentation', NO_NUMBER, keys(`first: """${`${' '.repeat(200)}x\n`.repeat(300)}"""`)],
  ['a block string of quotes', NO_NUMBER, keys(`first: """${String.raw`\"""`.repeat(15_000)}"""`)],
  ['a block string that never ends', SYNTAX, keys(`first: """${'"" '.repeat(20_000)}`)],
  ['an integer', NO_NUMBER, keys(`first: ${'9'.repeat(60_000)}`)],
  ['a fraction', NO_NUMBER, keys(`first: 0.${'9'.repeat(60_000)}`)],
  ['an exponent', NO_NUMBER, keys('first: 1e99999999')],
  ['a value of an enum', /does not exist/, keys(`filter: { apiKeyStatus: ${'A'.repeat(60_000)} }`)],
  ['an id', text.LONG_TEXT, `{ organization(id: "${'x'.repeat(60_000)}") { id } }`],
  ['a number for an id', text.LONG_TEXT, `{ organization(id: ${'9'.repeat(60_000)}) { id } }`],
  ['an id by default', text.LONG_TEXT, `query ($id: ID! = "${'x'.repeat(60_000)}") { organization(id: $id) { id } }`],
  [
    'an id in a representation',
    text.LONG_TEXT,
    `{ _entities(representations: [{ id: "${'x'.repeat(60_000)}" }]) { __typename } }`,
  ],
  ['a name', /^Cannot query field/, `{ ${'a'.repeat(60_000)} }`],
  ['a list', /cannot represent/, `{ organization(id: [${repeat(950, () => '1')}]) { id } }`],
  ['an object', /is not defined/, `{ project(reference: { ${repeat(300, (index) => `${name(index)}: 1`)} }) { id } }`],
  [
    'a field many times in an object',
    /only one input field/,
    `{ project(reference: { ${repeat(300, () => 'byId: "x"')} }) { id } }`,
  ],
  ['comments', LONG, `{ me { id } }${'#\n'.repeat(200_000)}`],
  ['commas', LONG, `{ me { id${','.repeat(500_000)} } }`],
  ['letters without width', SYNTAX, `{ me { ${'\u200b'.repeat(60_000)} } }`],
  ['zeros', SYNTAX, '\u0000'.repeat(60_000)],
  ['faces', SYNTAX, `{ ${'🏃'.repeat(30_000)} }`],
];

const BAD_VALUE = /^Variable "\$\S+" has an invalid value/;
const PROJECT = 'query ($input: ProjectReferenceInput!) { project(reference: $input) { id } }';
const CREATE =
  'mutation ($input: CreateOrganizationAccessTokenInput!) { createOrganizationAccessToken(input: $input) { __typename } }';
const BY_ID = 'query ($id: ID!) { organization(id: $id) { id } }';
const ENTITIES = 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }';
const KEYS = `mutation ($name: String!) { ${ORGANIZATION} { ${repeat(19, (index) => `${name(index)}: createKey(name: $name, type: SUBGRAPH) { id }`)} } }`;
const token = (changes: object) => {
  const input = { organization: { byId: 'x' }, title: 'x', permissions: [], resources: { mode: 'ALL' }, ...changes };
  return { variables: JSON.stringify({ input }) };
};
const json = (variable: string, value: string) => ({ variables: `{"${variable}":${value}}` });
const declared = (index: number) => `$${name(index)}: ID`;

/** Variables that are many or large. */
export const variables: readonly text.Row[] = [
  ['that are unused', /is never used/, `query (${repeat(230, declared)}) { me { id } }`],
  ['that are undefined', /is not defined/, `{ me { ${repeat(90, (index) => `id @skip(if: $${name(index)})`)} } }`],
  ['of one name', /only one variable/, `query (${repeat(230, () => '$a: ID')}) { organization(id: $a) { id } }`],
  ['a list in lists', BAD_VALUE, PROJECT, json('input', nest(28, '[', '', ']'))],
  ['an object in objects', BAD_VALUE, PROJECT, json('input', nest(28, '{"byId":', '1', '}'))],
  [
    'an object in objects for an id',
    BAD_VALUE,
    'query ($id: ID) { organization(id: $id) { id } }',
    json('id', nest(28, '{"a":', '1', '}')),
  ],
  [
    'an object of many fields',
    /too many fields/,
    PROJECT,
    json('input', JSON.stringify(Object.fromEntries(numbers(45_000).map((index) => [name(index), 1])))),
  ],
  ['a list of wrong things', BAD_VALUE, CREATE, token({ permissions: numbers(45_000) })],
  [
    'a list of empty things',
    BAD_VALUE,
    CREATE,
    token({ resources: { mode: 'GRANULAR', projects: Array(24_000).fill({}) } }),
  ],
  ['a text for an enum', text.LONG_TEXT, CREATE, token({ expirationPeriod: 'X'.repeat(900_000) })],
  ['a text for an object', text.LONG_TEXT, PROJECT, json('input', `"${'x'.repeat(900_000)}"`)],
  [
    'a text for a number',
    text.LONG_TEXT,
    `query ($first: Int) ${keys('first: $first')}`,
    json('first', `"${'9'.repeat(900_000)}"`),
  ],
  ['a text of a million letters', text.LONG_TEXT, BY_ID, json('id', `"${'x'.repeat(1_000_000)}"`)],
  ['a text of escapes', text.LONG_TEXT, BY_ID, json('id', `"${String.raw`\u0041`.repeat(170_000)}"`)],
  ['a text of escaped quotes', text.LONG_TEXT, BY_ID, json('id', `"${String.raw`\"`.repeat(500_000)}"`)],
  ['a text of half surrogates', text.LONG_TEXT, BY_ID, json('id', `"${String.raw`\ud83d`.repeat(170_000)}"`)],
  ['a text for nothing', text.LONG_TEXT, '{ me { id } }', json('id', `"${'x'.repeat(1_000_000)}"`)],
  ['a text in a representation', text.LONG_TEXT, ENTITIES, json('all', `[{"id":"${'x'.repeat(1_000_000)}"}]`)],
  ['a name of many keys', text.LONG_TEXT, KEYS, json('name', `"${'x'.repeat(1_000_000)}"`)],
  ['a blank name of many keys', text.LONG_TEXT, KEYS, json('name', `"${' '.repeat(1_000_000)}"`)],
  ['the size of a page', COSTLY, `query ($n: Int) { ${ORGANIZATION} ${projects(3, '(first: $n)')} }`, json('n', '100')],
  ['the size of a page by default', COSTLY, `query ($n: Int = 100) { ${ORGANIZATION} ${projects(3, '(first: $n)')} }`],
  [
    'a size of a page that is none',
    COSTLY,
    `query ($n: Int) { ${ORGANIZATION} ${projects(3, '(first: $n)')} }`,
    json('n', '-1'),
  ],
];

const large = (json: string) => ({ variables: `{"input":${json}}`, status: 413 });

/** Bodies that are refused before they are parsed. */
export const bodies: readonly text.Row[] = [
  ['lists in lists', text.LARGE_JSON, PROJECT, large(nest(500_000, '[', '', ']'))],
  ['lists in lists for nothing', text.LARGE_JSON, '{ __typename }', large(nest(500_000, '[', '', ']'))],
  ['lists that never end', text.LARGE_JSON, PROJECT, large('['.repeat(1_000_000))],
  ['objects in objects', text.LARGE_JSON, PROJECT, large(nest(120_000, '{"a":', '1', '}'))],
  [
    'lists in lists after a text that ends in a backslash',
    text.LARGE_JSON,
    PROJECT,
    large(`["\\\\",${nest(29, '[', '', ']')}]`),
  ],
  ['one level too many', text.LARGE_JSON, PROJECT, large(nest(29, '[', '', ']'))],
  ['numbers', text.LARGE_JSON, PROJECT, large(`[${numbers(150_000).join()}]`)],
  ['empty lists', text.LARGE_JSON, PROJECT, large(`[${Array(300_000).fill('[]').join()}]`)],
  ['empty objects', text.LARGE_JSON, PROJECT, large(`[${Array(300_000).fill('{}').join()}]`)],
  [
    'fields',
    text.LARGE_JSON,
    PROJECT,
    large(
      `{${numbers(80_000)
        .map((index) => `"${name(index)}":1`)
        .join()}}`,
    ),
  ],
];

const MANY_TYPES = repeat(20, (index) => `${name(index)}: types { ...FullType }`);
const TYPES_OF_TYPES = 'fields { type { fields { type { fields { type { name } } } } } }';
const A = 'fragment A on __Type { fields { type { ...B } } }';
const B = 'fragment B on __Type { fields { type { ...C } } } fragment C on __Type { fields { name } }';

/** Documents of many operations, and of what is no operation of ours. */
export const operations: readonly text.Row[] = [
  ['without names', /anonymous operation/, repeat(150, () => '{ me { id } }')],
  ['of one name', /only one operation/, repeat(120, () => 'query A { me { id } }')],
  ['of which none is chosen', /operation name/, repeat(120, (index) => `query ${name(index)} { me { id } }`)],
  ['of which an unknown one is chosen', /^Unknown operation/, '{ me { id } }', { operationName: 'x'.repeat(900_000) }],
  [
    'that define types',
    /is not executable/,
    `{ me { id } } ${repeat(115, (index) => `type ${name(index)} { id: ID }`)}`,
  ],
  ['that extend the schema', /is not executable/, `{ me { id } } ${repeat(115, () => 'extend type Query { id: ID }')}`],
  ['that ask for types in types', /introspection depth/, `{ __schema { types { ${TYPES_OF_TYPES} } } }`],
  ['that ask for types by fragments', /introspection depth/, `{ __schema { types { ...A } } } ${A} ${B}`],
  [
    'that ask for possible types',
    /introspection depth/,
    `{ __type(name: "Query") ${nest(6, '{ possibleTypes { interfaces ', '{ name }', ' } }')} }`,
  ],
  [
    'that ask for all types many times',
    COSTLY,
    getIntrospectionQuery().replace('__schema {', `__schema { ${MANY_TYPES}`),
  ],
];
