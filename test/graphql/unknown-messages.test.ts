/** Errors of scalars, enums and rules whose wording is known to nobody here: what they say may hold a value. */
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, type GraphQLSchema, print, type ValidationRule, type ValueNode } from 'graphql';
import { gql } from 'graphql-tag';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explaining, formatError } from '../../src/graphql/errors.js';

const CANARY = 'canaryofmine';

const SDL = gql`
  scalar Odd
  scalar Nowhere
  enum Colour {
    RED
  }
  input Box {
    odd: Odd
    colour: Colour
    text: String
    boxes: [Box!]
  }
  type Query {
    take(odd: Odd, nowhere: Nowhere, colour: Colour, box: Box, needed: Boolean! = true): String
    odd: Odd
    fails: String
  }
`;

/** Says no in words that neither graphql-js nor graphql-scalars has. */
const refuse = (value: unknown): never => {
  throw new GraphQLError(`So nicht: ${JSON.stringify(value)}`);
};

const refuseLiteral = (node: ValueNode): never => {
  throw new GraphQLError(`So nicht: ${print(node)}`, { nodes: node });
};
const refuseNowhere = (node: ValueNode): never => refuse(print(node));

function oddSchema(): GraphQLSchema {
  const schema = buildSubgraphSchema({
    typeDefs: SDL,
    resolvers: {
      Query: {
        take: () => null,
        odd: () => CANARY,
        fails: () => {
          throw new GraphQLError(`not for clients: ${CANARY}`);
        },
      },
    },
  });
  const { Odd = {}, Nowhere = {}, Colour = {} } = schema.getTypeMap();
  Object.assign(Odd, { parseValue: refuse, parseLiteral: refuseLiteral, serialize: refuse });
  Object.assign(Nowhere, { parseLiteral: refuseNowhere });
  Object.assign(Colour, { parseValue: refuse, parseLiteral: refuseLiteral });
  return schema;
}

/** Refuses every field that is named `refused`, and repeats its first argument. */
const oddRule: ValidationRule = (context) => ({
  Field(node) {
    const [argument] = node.arguments ?? [];
    const { start = 0, end = 0 } = argument?.loc ?? {};
    if (node.alias?.value === 'refused')
      context.reportError(new GraphQLError(`So nicht: ${node.loc?.source.body.slice(start, end)}`, { nodes: [node] }));
  },
});

describe('an error with an unknown message', () => {
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const apollo = new ApolloServer({
    schema: oddSchema(),
    plugins: [explaining(logger)],
    formatError,
    validationRules: [oddRule],
    includeStacktraceInErrorResponses: false,
    logger,
  });
  beforeAll(() => apollo.start());
  afterAll(() => apollo.stop());

  const answer = async (query: string, variables: Record<string, unknown> = {}) => {
    const contextValue = { request: { requestId: 'request-1', ip: '', userAgent: null } };
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('the answer has several parts');
    return body.singleResult.errors?.map(({ message, extensions }) => [extensions?.code, message]);
  };

  it.each([
    ['query ($v: Odd) { take(odd: $v) }', { v: CANARY }, 'Variable "$v" has an invalid value.'],
    ['query ($v: Colour) { take(colour: $v) }', { v: CANARY }, 'Variable "$v" has an invalid value.'],
    ['query ($v: Box) { take(box: $v) }', { v: { odd: CANARY } }, 'Variable "$v.odd" has an invalid value.'],
    [
      'query ($v: Box) { take(box: $v) }',
      { v: { boxes: [{}, { colour: CANARY }] } },
      'Variable "$v.boxes[1].colour" has an invalid value.',
    ],
  ])('names the variable and the path of %s, and no value', async (query, variables, message) => {
    expect(await answer(query, variables)).toEqual([['BAD_USER_INPUT', message]]);
  });

  it('names each of several variables, in their order', async () => {
    const query = 'query ($a: Odd, $b: Box, $c: Colour) { take(odd: $a, box: $b, colour: $c) }';
    expect(await answer(query, { a: CANARY, b: { odd: CANARY, colour: CANARY, x: 1 }, c: CANARY })).toEqual([
      ['BAD_USER_INPUT', 'Variable "$a" has an invalid value.'],
      ['BAD_USER_INPUT', 'Variable "$b.odd" has an invalid value.'],
      ['BAD_USER_INPUT', 'Variable "$b.colour" has an invalid value.'],
      ['BAD_USER_INPUT', 'Variable "$b" has an invalid value. Field "x" is not defined by type "Box".'],
      ['BAD_USER_INPUT', 'Variable "$c" has an invalid value.'],
    ]);
  });

  it.each([
    [`{ take(odd: "${CANARY}") }`, 'Argument "odd"'],
    [`{ take(colour: ${CANARY}) }`, 'Argument "colour"'],
    [`{ take(box: { boxes: [{ odd: "${CANARY}" }] }) }`, 'Argument "box"'],
    [`query ($v: Odd = "${CANARY}") { take(odd: $v) }`, 'Variable "$v"'],
  ])('names the argument or variable of the literal in %s, and no value', async (query, place) => {
    expect(await answer(query)).toEqual([['GRAPHQL_VALIDATION_FAILED', `${place} has an invalid value.`]]);
  });

  it('still names the variable, the path into it, and what was expected there', async () => {
    expect(await answer('query ($v: Box!) { take(box: $v) }', { v: { text: 5 } })).toEqual([
      ['BAD_USER_INPUT', 'Variable "$v.text" has an invalid value. String cannot represent a non string value.'],
    ]);
    expect(await answer('query ($v: Box!) { take(box: $v) }', { v: { boxes: [{}, [CANARY]] } })).toEqual([
      ['BAD_USER_INPUT', 'Variable "$v.boxes[1]" has an invalid value. Expected type "Box" to be an object.'],
    ]);
    expect(await answer('query ($v: Box!) { take(box: $v) }')).toEqual([
      ['BAD_USER_INPUT', 'Variable "$v" of required type "Box!" was not provided.'],
    ]);
    expect(await answer('query ($v: Box!) { take(box: $v) }', { v: null })).toEqual([
      ['BAD_USER_INPUT', 'Variable "$v" of non-null type "Box!" must not be null.'],
    ]);
  });

  it('without a place gets a general message', async () => {
    expect(await answer(`{ take(nowhere: "${CANARY}") }`)).toEqual([
      ['GRAPHQL_VALIDATION_FAILED', 'The document has an invalid value, or more errors than are listed.'],
    ]);
  });

  it('of a rule names the field, and no value; a rule of graphql-js is told as it is', async () => {
    expect(await answer(`{ refused: take(odd: "${CANARY}", nope: 1) }`)).toEqual(
      expect.arrayContaining([
        ['GRAPHQL_VALIDATION_FAILED', 'Field "take" is not valid.'],
        ['GRAPHQL_VALIDATION_FAILED', 'Unknown argument "nope" on field "Query.take".'],
      ]),
    );
  });

  it('that execution finds names the argument', async () => {
    const query = 'query ($n: Boolean = true) { take(needed: $n) }';
    expect(await answer(query, { n: null })).toEqual([['BAD_USER_INPUT', 'Argument "needed" has an invalid value.']]);
  });

  it.each(['{ odd }', '{ fails }'])('of our own, by %s, is a fault: the client learns a request id', async (query) => {
    expect(await answer(query)).toEqual([
      ['INTERNAL_SERVER_ERROR', 'Internal error. Report it with the request id request-1.'],
    ]);
    expect(lines.join('')).toContain('a request failed');
  });
});
