import fc from 'fast-check';
import { getNamedType, getNullableType, type GraphQLInputType, isLeafType, isListType } from 'graphql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mint } from '../../src/secrets/secret.js';
import { schema } from '../support/schema.js';
import { embedded } from '../support/engines.js';
import { positionsOf } from '../support/inputs.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

/** A word as a slug or a password may be; and what a client may take for something else and paste anywhere. */
const WORD = 'canaryofmine';
const SECRET = mint('lku_', uuid()).secret.reveal();
/** What would tell of the secret: its random part, whole or cut. */
const TELLING = SECRET.slice(30, 40);

const CODES = ['BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'UNAUTHENTICATED', 'NOT_FOUND'];

describe('malformed input, on embedded', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  // One place for each type, at the top and below: what masks them knows no more of a place.
  const kinds = new Map(positionsOf(schema, uuid()).map((at) => [`${at.type} ${at.name.split('.').length > 2}`, at]));
  const positions = [...kinds.values()];
  const places = positions.map((position) => [position.name, position] as const);
  const isText = (name: string) => ['String', 'ID'].includes(name);
  /** Whether a list of one text is what `type` takes. */
  const takesTexts = (type: GraphQLInputType) => isText(getNamedType(type).name) && isListType(getNullableType(type));

  /** What an answer must not do: repeat, call it our fault, or refuse without a reason. */
  function problemWith({ data, errors }: Answer): string | null {
    const text = JSON.stringify({ data, errors });
    if (text.includes(WORD) || text.includes(TELLING)) return `repeated: ${text}`;
    return errors?.every(({ extensions }) => CODES.includes(extensions.code)) ? null : `answered: ${text}`;
  }

  /** Sends all of these as the owner; nothing of what they hold may be in an answer or in the log. */
  async function expectMasked(requests: readonly [query: string, variables?: object][]): Promise<void> {
    const before = latchkey.logged().length;
    const wrong: string[] = [];
    for (const [query, variables] of requests) {
      const problem = problemWith(await tenant.owner(query, variables));
      if (problem) wrong.push(`${query} ${JSON.stringify(variables)} ${problem}`);
    }
    expect(wrong).toEqual([]);
    const logged = latchkey.logged().slice(before);
    expect(logged).not.toContain(WORD);
    expect(logged).not.toContain(TELLING);
  }

  it('of every scalar, enum, object and list is refused without repeating a value', async () => {
    const wrong = new Map<string, unknown[]>([
      ['text', [{ x: WORD }, [WORD], { x: SECRET }, [[SECRET]], { [SECRET]: 1 }, { [WORD]: 1 }]],
      [
        'other',
        [WORD, `${WORD} and-more 12`, SECRET, `at "${WORD}"; ${SECRET}`, { [SECRET]: WORD }, [WORD], [[SECRET]]],
      ],
    ]);
    const requests = positions.flatMap(({ type, asVariable }) => {
      const values = wrong.get(isText(getNamedType(type).name) ? 'text' : 'other') ?? [];
      const unfit = values.filter(
        (value) => !(takesTexts(type) && Array.isArray(value) && typeof value[0] === 'string'),
      );
      return unfit.map((value): [string, object] => {
        const { query, variables } = asVariable(value);
        return [query, variables];
      });
    });
    await expectMasked(requests);
    expect(requests.length).toBeGreaterThan(100);
  });

  it('in a literal is refused without repeating a value', async () => {
    const text = [
      WORD,
      SECRET,
      `{ x: "${WORD}" }`,
      `[${WORD}]`,
      `["${SECRET}"]`,
      `{ ${SECRET}: 1 }`,
      `{ ${SECRET}: "${WORD}" }`,
    ];
    const other = [...text, `"${WORD}"`, `"${WORD} and-more 12"`, `"${SECRET}"`, `"""${WORD}"""`];
    await expectMasked(
      positions.flatMap(({ type, asLiteral }) =>
        (isText(getNamedType(type).name) ? text : other)
          .filter((one) => !(takesTexts(type) && one.startsWith('["')))
          .map((one): [string] => [asLiteral(one)]),
      ),
    );
  });

  it.each([
    [`{ me { id } } "${WORD}"`],
    [`{ me { id } } ${WORD}`],
    [`{ me { id """${WORD}""" } }`],
    [`{ me { id ${WORD}: } }`],
    [`{ me(id: "${WORD}) { id } }`],
    [`{ me(id: "\\u{${WORD}") { id } }`],
    [`{ me(id: 1${WORD}) { id } }`],
    [`{ me(id: 1.${SECRET}) { id } }`],
    [`{ me { id } } ${SECRET}`],
    [`${SECRET} { me { id } }`],
    [`query ($a: "${WORD}") { me { id } }`],
    [`fragment on on ${SECRET} { id }`],
    [`{ ... on "${WORD}" { id } }`],
    [`{ me { ${SECRET} } }`],
    [`{ ${SECRET} { id } }`],
    [`{ me @${SECRET} { id } }`],
    [`{ me { ...${SECRET} } }`],
    [`{ organization(${SECRET}: 1) { id } }`],
    [`query ($a: ${SECRET}) { me { id } }`],
    [`query ($${SECRET}: ID!) { organization(id: $${SECRET}) { id } }`],
    [`query ${SECRET} { me }`],
    [`{ organization(id: "x", id: "${WORD}") { id } }`],
    [`query ($a: Int = "${WORD}") { me { id } }`],
    [
      `mutation ($n: String = "x") { createKey(input: { organizationId: "${WORD}", name: $n, type: SUBGRAPH }) { __typename } }`,
    ],
  ])('in the document %# is refused without repeating it', async (query) => {
    await expectMasked([[query, { n: null }]]);
  });

  it('in the name of an operation is refused without repeating it', async () => {
    for (const operationName of [WORD, SECRET, `${WORD} "; x`]) {
      const payload = { query: '{ me { id } }', operationName };
      const { body } = await latchkey.app.inject({ method: 'POST', url: '/graphql', payload });
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
      expect(body).not.toContain(WORD);
      expect(body).not.toContain(TELLING);
    }
    expect(latchkey.logged()).not.toContain(TELLING);
  });

  it('of any JSON, at any place, is refused or understood, and never repeated', async () => {
    const around = fc.string({ maxLength: 8 });
    const word = fc.tuple(around, fc.constantFrom(WORD, SECRET), around).map((parts) => parts.join(''));
    // A name of a field is told back when it is short: it takes a secret to be kept from that.
    const key = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.tuple(around, fc.constant(SECRET)).map((parts) => parts.join('')),
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 3 },
        word,
        fc.constantFrom(null, true, -1, 1e300),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(
          key.filter((name) => name !== '__proto__' && name !== 'constructor'),
          tie('json'),
          { maxKeys: 3 },
        ),
      ),
    }));
    const notText = places.filter(
      ([, { type }]) => !isText(getNamedType(type).name) || !isLeafType(getNamedType(type)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...notText), json, async ([, { asVariable }], value) => {
        const { query, variables } = asVariable(value);
        const { data, errors } = await latchkey.as()(query, variables);
        const text = JSON.stringify({ data, errors });
        expect(text).not.toContain(WORD);
        expect(text).not.toContain(TELLING);
        expect(text).not.toContain('INTERNAL_SERVER_ERROR');
      }),
      { numRuns: 150 },
    );
    expect(latchkey.logged()).not.toContain(TELLING);
  });
});
