import * as text from './text.js';

const { DEEP, COSTLY, LONG, TOO_LONG_TO_CHECK, ORGANIZATION, name, nest, projects, repeat } = text;
const SYNTAX = /^Syntax Error/;
const UNKNOWN_FIELD = /^Cannot query field/;
const CONFLICT = /conflict because/;

const PAGES_OF_ONE = '(first: 1)';
const CREATE_PROJECT = 'createProject(input: { organization: { byId: "x" }, slug: "x", type: SINGLE })';
const BETWEEN = nest(12, '{ ... on Organization { projects(first: 1) { nodes { organization ', '{ id }', ' } } } }');
const NEXT = (next: string) => `projects(first: 1) { nodes { organization { ${next} } } }`;

/** Documents that are deep. */
export const deep: readonly text.Row[] = [
  ['lists in lists', COSTLY, `{ ${ORGANIZATION} ${projects(3)} }`],
  [
    'lists in lists by edges',
    COSTLY,
    `{ ${ORGANIZATION} ${projects(3).replaceAll('nodes', 'edges { node').replaceAll('} } }', '} } } }')} }`,
  ],
  ['a hundred levels', DEEP, `{ ${ORGANIZATION} ${projects(33)} }`],
  ['levels with pages of one', DEEP, `{ ${ORGANIZATION} ${projects(9, PAGES_OF_ONE)} }`],
  [
    'levels in the answer to a change',
    DEEP,
    `mutation { ${CREATE_PROJECT} { ok { updatedOrganization ${projects(9, PAGES_OF_ONE)} } } }`,
  ],
  ['levels between inline fragments', DEEP, `{ ${ORGANIZATION} ${BETWEEN} }`],
  [
    'a level in each fragment',
    DEEP,
    `{ ${ORGANIZATION} { ...${name(0)} } } ${text.chain(30, 'Organization', NEXT, 'id')}`,
  ],
  ['types of types', DEEP, `{ __schema { types { fields { type ${nest(40, '{ ofType ', '{ name }', ' }')} } } } }`],
  ['braces that never close', SYNTAX, '{a'.repeat(480)],
  ['braces without end', LONG, '{a'.repeat(30_000)],
  ['brackets that never close', SYNTAX, `{ me(a: ${'['.repeat(950)}`],
  ['brackets without end', LONG, `{ me(a: ${'['.repeat(60_000)}`],
  ['inline fragments without end', LONG, `{ ${nest(2000, '... { ', 'me { id }', ' }')} }`],
  ['a list in lists where an id is', /cannot represent/, `{ organization(id: ${nest(450, '[', '1', ']')}) { id } }`],
  [
    'an object in objects where an id is',
    /cannot represent/,
    `{ organization(id: ${nest(230, '{ a: ', '1', ' }')}) { id } }`,
  ],
  [
    'an object in objects of one type',
    /cannot represent|not defined/,
    `{ project(reference: ${nest(230, '{ byId: ', '1', ' }')}) { id } }`,
  ],
  ['a type in lists', /is never used/, `query ($a: ${nest(450, '[', 'ID', ']')}) { me { id } }`],
];

/** Documents that are wide. */
export const wide: readonly text.Row[] = [
  ['ten thousand unknown fields', LONG, `{ ${repeat(10_000, name)} }`],
  ['hundreds of unknown fields', UNKNOWN_FIELD, `{ ${repeat(950, name)} }`],
  ['fields that are almost known', UNKNOWN_FIELD, `{ ${repeat(950, (index) => `organizatio${name(index)}`)} }`],
  ['unknown fields of a list', UNKNOWN_FIELD, `{ ${ORGANIZATION} { apiKeys { ${repeat(950, name)} } } }`],
  ['unknown arguments', /^Unknown argument/, `{ me(${repeat(300, (index) => `${name(index)}: 1`)}) { id } }`],
  ['an argument many times', /only one argument/, `{ organization(${repeat(300, () => 'id: "x"')}) { id } }`],
  ['one field many times', TOO_LONG_TO_CHECK, `{ me { ${repeat(950, () => 'id')} } }`],
  ['an object without fields many times', TOO_LONG_TO_CHECK, `{ ${repeat(950, () => 'me')} }`],
  ['an object many times', UNKNOWN_FIELD, `{ ${repeat(230, () => 'me { id }')} nope }`],
  ['objects in objects many times', UNKNOWN_FIELD, `{ ${repeat(130, () => 'me { asActor { type } }')} nope }`],
  ['inline fragments with one field', UNKNOWN_FIELD, `{ ${repeat(140, () => '... { me { id } }')} nope }`],
  [
    'fragments with one field',
    UNKNOWN_FIELD,
    `{ ${text.spread(text.numbers(75))} nope } ${text.fragments(75, 'Query', () => 'me { id }')}`,
  ],
  ['fields that conflict', CONFLICT, `{ ${repeat(100, (index) => `organization(id: "${name(index)}") { id }`)} }`],
  [
    'fields that conflict below',
    CONFLICT,
    `{ ${repeat(50, (index) => `${ORGANIZATION} { apiKey(keyId: "${name(index)}") { id } }`)} }`,
  ],
  ['unknown types of fragments', /^Unknown type/, `{ ${repeat(150, (index) => `... on ${name(index)} { id }`)} }`],
  [
    'unknown types of variables',
    /^Unknown type/,
    `query (${repeat(230, (index) => `$${name(index)}: ${name(index)}`)}) { me { id } }`,
  ],
  ['fields without what they need', /is required/, `{ ${repeat(200, () => 'project { id }')} }`],
  ['leaves with fields', /must not have a selection/, `{ me { ${repeat(200, () => 'id { x }')} } }`],
];
