import * as text from './text.js';

const { ALIASES, COSTLY, DEEP, DIRECTIVES, ORGANIZATION, chain, fragments, name, numbers, repeat, spread } = text;
const WITHIN_ITSELF = /within itself/;

/** So many aliases of a field. */
const aliases = (count: number, field: string): string => repeat(count, (index) => `${name(index)}: ${field}`);

const CREATE = 'createKey(input: { organizationId: "x", name: "x", type: SUBGRAPH }) { __typename }';
const CREATE_BELOW = 'createKey(name: "x", type: SUBGRAPH) { id }';
const EXPLAIN = 'explainAccess(permission: "x", resource: "") { granted }';
const KEY =
  'fragment F on GraphOsKey { id keyName token createdAt expiresAt resources { resourceId resourceType } createdBy { actorId } }';
const FIRST = spread([0]);
const PAGE = (core: string) => `projects(first: 1) { nodes { organization { ${core} } } }`;

/** Documents that ask for one thing many times. */
export const repeated: readonly text.Row[] = [
  ['hundreds of guesses', ALIASES, `{ ${aliases(150, 'me { id }')} }`],
  ['a thousand guesses', text.LONG, `{ ${aliases(1000, 'me { id }')} }`],
  ['whoAmI', ALIASES, `{ ${aliases(31, 'whoAmI { title }')} }`],
  ['explainAccess', ALIASES, `{ ${aliases(60, EXPLAIN)} }`],
  ['a leaf', ALIASES, `{ ${aliases(300, '__typename')} }`],
  ['dozens of keys', ALIASES, `mutation { ${aliases(45, CREATE)} }`],
  ['a thousand keys', text.LONG, `mutation { ${aliases(1000, CREATE)} }`],
  ['dozens of keys of an organization', ALIASES, `mutation { ${ORGANIZATION} { ${aliases(60, CREATE_BELOW)} } }`],
  ['as many keys as there may be aliases', COSTLY, `mutation { ${ORGANIZATION} { ${aliases(30, CREATE_BELOW)} } }`],
  [
    'organizations with some keys each',
    COSTLY,
    `mutation { ${aliases(7, `${ORGANIZATION} { ${aliases(3, CREATE_BELOW)} }`)} }`,
  ],
  ['aliases in aliases', ALIASES, `{ ${aliases(6, `me { ${aliases(6, 'id')} }`)} }`],
  ['aliases in a fragment', ALIASES, `{ ${aliases(8, 'me { ...F }')} } fragment F on Identity { ${aliases(3, 'id')} }`],
  [
    'lists',
    COSTLY,
    `{ ${ORGANIZATION} { ${aliases(30, 'apiKeys { nodes { ...F } edges { node { ...F } } }')} } } ${KEY}`,
  ],
  [
    'long lists of short ones',
    COSTLY,
    `{ ${ORGANIZATION} { ${aliases(12, 'projects { nodes { targets { nodes { id } } } }')} ${repeat(12, () => 'apiKeys { nodes { id } }')} } }`,
  ],
  ['schemas', ALIASES, `{ ${aliases(150, '__schema { description }')} }`],
  ['conditions on fields', DIRECTIVES, `{ me { ${repeat(60, () => 'id @include(if: true)')} } }`],
  ['conditions on fragments', DIRECTIVES, `{ ${repeat(60, () => '... @skip(if: false) { me { id } }')} }`],
  [
    'conditions in a fragment',
    DIRECTIVES,
    `{ ${repeat(30, () => '...F')} } fragment F on Query { me @skip(if: false) { id @skip(if: false) } }`,
  ],
  ['conditions on one field', /only be used once/, `{ me ${repeat(100, () => '@skip(if: false)')} { id } }`],
  ['unknown directives', /^Unknown directive/, `{ me ${repeat(475, (index) => `@${name(index)}`)} { id } }`],
  [
    'directives on an operation',
    /^Unknown directive/,
    `query ${repeat(475, (index) => `@${name(index)}`)} { me { id } }`,
  ],
  [
    'directives on a variable',
    /^Unknown directive/,
    `query ($a: ID ${repeat(475, (index) => `@${name(index)}`)}) { organization(id: $a) { id } }`,
  ],
];

/** Fragments that spread fragments. */
export const bombs: readonly text.Row[] = [
  ['the next twice', COSTLY, `{ ${FIRST} } ${chain(40, 'Query', (next) => `${next} ${next}`, 'me { id }')}`],
  [
    'the next three times',
    COSTLY,
    `{ ${FIRST} } ${chain(60, 'Query', (next) => `${next} ${next} ${next}`, 'me { id }')}`,
  ],
  [
    'the next in inline fragments',
    COSTLY,
    `{ ${FIRST} } ${chain(40, 'Query', (next) => `... { ${next} } ... { ${next} }`, 'me { id }')}`,
  ],
  [
    'the next by aliases',
    ALIASES,
    `{ ${ORGANIZATION} { ${FIRST} } } ${chain(7, 'Organization', (next) => `a: ${PAGE(next)} b: ${PAGE(next)}`, 'id')}`,
  ],
  [
    'the next by levels',
    DEEP,
    `{ ${ORGANIZATION} { ${FIRST} } } ${chain(30, 'Organization', (next) => `${PAGE(next)} ${next}`, 'id')}`,
  ],
  [
    'the next by lists',
    COSTLY,
    `{ ${ORGANIZATION} { ${FIRST} } } ${chain(4, 'Organization', (next) => PAGE(next).replace('(first: 1)', ''), 'id')}`,
  ],
  [
    'the next on an interface',
    COSTLY,
    `{ me { ${FIRST} } } ${chain(30, 'Identity', (next) => `${next} ... on User { ${next} }`, 'id')}`,
  ],
  [
    'all that follow',
    COSTLY,
    `{ ${FIRST} } ${fragments(24, 'Query', (index) => `me { id } ${spread(numbers(24).slice(index + 1))}`)}`,
  ],
  ['themselves', WITHIN_ITSELF, '{ ...F } fragment F on Query { ...F }'],
  ['themselves below', WITHIN_ITSELF, `{ ${ORGANIZATION} { ...F } } fragment F on Organization { ${PAGE('...F')} }`],
  ['each other', WITHIN_ITSELF, '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ['a ring', WITHIN_ITSELF, `{ ${FIRST} } ${fragments(120, 'Query', (index) => spread([(index + 1) % 120]))}`],
  ['everything', WITHIN_ITSELF, `{ ${FIRST} } ${fragments(20, 'Query', () => spread(numbers(20)))}`],
  ['nothing', /is never used/, `{ me { id } } ${fragments(95, 'Query', () => 'me { id }')}`],
  ['what is not there', /^Unknown fragment/, `{ ${spread(numbers(475))} }`],
  ['one of many of a name', /only one fragment/, `{ ...F } ${repeat(95, () => 'fragment F on Query { me { id } }')}`],
  ['what can never be', /can never be/, `{ me { ${repeat(150, () => '... on Project { id }')} } }`],
  [
    'undefined variables',
    /is not defined/,
    `{ ${spread(numbers(50))} } ${fragments(50, 'Query', () => 'organization(id: $v) { id }')}`,
  ],
];
