import {
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/graphql/limits.js';
import { schema } from '../support/schema.js';
import { embedded } from '../support/engines.js';
import { positionsOf } from '../support/inputs.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const CANARY = 'canary7f3e';
/** Positions that take an SDL, which may be longer than other texts. */
const SDL_PLACES = /^(Target\.mergedSchema\(sdl\)|Mutation\.updateBaseSchema\(input\.newBase\))$/;
const OPERATORS: readonly unknown[] = [
  { $ne: null },
  { ne: CANARY },
  { $regex: CANARY },
  { $in: [CANARY] },
  { toString: CANARY },
  {},
  [CANARY],
  true,
];
const LITERALS = ['{ ne: null }', `{ regex: "${CANARY}" }`, `[{ ne: "${CANARY}" }]`];
const UNKNOWN_FIELDS = ['unknownField', '$ne', 'createdBy', 'constructor', 'version'];

/** A soak tries all of them in each place; else each place gets `count`, the next place those that follow. */
const sample = <T>(all: readonly T[], place: number, count: number): readonly T[] =>
  process.env.LATCHKEY_SOAK === '1'
    ? all
    : Array.from({ length: count }, (_, n) => all[(place * count + n) % all.length] as T);

// What is refused here never reaches an engine.
describe('inputs', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const positions = (of: (type: GraphQLNamedType) => boolean) =>
    positionsOf(schema, tenant.id).filter(({ type }) => of(getNamedType(type)));

  /** Null for a refusal before anything ran that repeats nothing; else what is wrong with it. */
  function problemWith({ data, errors }: Answer, code: string): string | null {
    if (data !== undefined) return `answered ${JSON.stringify(data)}`;
    if (errors?.some(({ extensions }) => extensions.code !== code)) return `answered ${JSON.stringify(errors)}`;
    return JSON.stringify(errors).includes(CANARY) ? `repeated ${JSON.stringify(errors)}` : null;
  }

  it('are accepted everywhere when they are valid, so the refusals below have the cause that they name', async () => {
    const wrong: string[] = [];
    const all = positions(isLeafType);
    for (const { name, asVariable, type } of all) {
      if (!['String', 'ID'].includes(String(getNamedType(type)))) continue;
      const { query, variables } = asVariable(String(type).startsWith('[') ? ['x'] : 'x');
      // Sent by nobody: it is understood, and refused only where the caller is needed.
      const { data, errors } = await latchkey.as()(query, variables);
      if (data === undefined) wrong.push(`${name}: ${JSON.stringify(errors)}`);
    }
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(40);
  });

  it('refuse an unknown field in every input type, wherever it is taken', async () => {
    const wrong: string[] = [];
    const types = new Set<string>();
    for (const [place, { name, type, asVariable, asLiteral }] of positions(isInputObjectType).entries()) {
      types.add(getNamedType(type).name);
      const list = String(type).startsWith('[');
      for (const extra of sample(UNKNOWN_FIELDS, place, 2)) {
        const value = { [extra]: CANARY };
        const { query, variables } = asVariable(list ? [value] : value);
        const answer = await tenant.owner(query, variables);
        const known = answer.errors?.some(({ message }) => message.startsWith('Variable "$'));
        const problem = known ? problemWith(answer, 'BAD_USER_INPUT') : 'not refused for the variable';
        if (problem) wrong.push(`${name} with ${extra}: ${problem}`);
      }
      const answer = await tenant.owner(asLiteral(list ? `[{ unknownField: "${CANARY}" }]` : '{ unknownField: "x" }'));
      const known = answer.errors?.some(({ message }) => message.startsWith('Field "unknownField" is not defined'));
      const problem = known ? problemWith(answer, 'GRAPHQL_VALIDATION_FAILED') : 'not refused for the field';
      if (problem) wrong.push(`${name} as a literal: ${problem}`);
    }
    expect(wrong).toEqual([]);
    const declared = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    expect([...types].sort()).toEqual(declared.map(({ name }) => name).sort());
  });

  it('refuse operator objects for every String and ID, and repeat nothing of them', async () => {
    const wrong: string[] = [];
    const strings = positions((type) => type.name === 'String' || type.name === 'ID');
    for (const [place, { name, type, asVariable, asLiteral }] of strings.entries()) {
      // A list of texts is what it says.
      const fits = (value: unknown) => isListType(getNullableType(type)) && Array.isArray(value);
      for (const operator of sample(OPERATORS, place, 3).filter((value) => !fits(value))) {
        const { query, variables } = asVariable(operator);
        const problem = problemWith(await tenant.owner(query, variables), 'BAD_USER_INPUT');
        if (problem) wrong.push(`${name} with ${JSON.stringify(operator)}: ${problem}`);
      }
      for (const text of sample(LITERALS, place, 1)) {
        const problem = problemWith(await tenant.owner(asLiteral(text)), 'GRAPHQL_VALIDATION_FAILED');
        if (problem) wrong.push(`${name} with the literal ${text}: ${problem}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(strings.length).toBeGreaterThan(30);
  });

  it('refuse a text that is one letter too long for every String and ID, tell its place, and repeat nothing of it', async () => {
    const wrong: string[] = [];
    const strings = positions((type) => type.name === 'String' || type.name === 'ID');
    for (const { name, type, asVariable, asLiteral } of strings) {
      const list = String(type).startsWith('[');
      const takesSdl = SDL_PLACES.test(name);
      const { most } = takesSdl ? LIMITS.sdlCharacters : LIMITS.textCharacters;
      const text = CANARY.padEnd(most + 1, '.');
      const [argument = '', ...path] = /\((.*)\)$/.exec(name)?.[1]?.split('.') ?? [];
      if (list) path.push('0');
      const names = path.filter((key) => key !== '0').map((key) => `.${key}`);
      const steps = path.map((key) => (key === '0' ? '\\[0\\]' : `\\.${key}`));
      const { query, variables } = asVariable(list ? [text] : text);
      const literally = asLiteral(list ? `["${text}"]` : `"${text}"`);
      const answers: [Answer, string][] = [
        [await latchkey.as()(query, variables), `Variable "\\$${argument}\\d+${steps.join('')}"`],
      ];
      // A document is shorter than an SDL may be.
      if (!takesSdl) answers.push([await latchkey.as()(literally), `Argument "${argument}${names.join('')}"`]);
      for (const [answer, place] of answers) {
        const [message] = answer.errors?.map((error) => error.message) ?? [];
        const explained = new RegExp(`^${place} is too long\\. Send a shorter text\\.$`).test(message ?? '');
        const problem = explained ? problemWith(answer, 'BAD_USER_INPUT') : `answers ${message} instead of ${place}`;
        if (problem) wrong.push(`${name}: ${problem}`);
      }
      const fits = asVariable(list ? [text.slice(0, most)] : text.slice(0, most));
      const { data } = await latchkey.as()(fits.query, fits.variables);
      if (data === undefined) wrong.push(`${name}: refuses a text that is not too long`);
    }
    expect(wrong).toEqual([]);
  });

  it('tell the place of a text that is too long only as far as it can be a name', async () => {
    const text = 'x'.repeat(LIMITS.textCharacters.most + 1);
    const secret = tenant.ownerSecret;
    for (const [variables, place] of [
      [{ all: [{ [secret]: text }] }, 'Variable "$all[0]"'],
      [{ all: [], [secret]: text }, 'A value in "variables"'],
      [{ all: [], [CANARY.repeat(6)]: { a: text } }, 'A value in "variables"'],
    ] as const) {
      const query = 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }';
      const { data, errors } = await tenant.owner(query, variables);
      expect(data).toBeUndefined();
      expect(errors).toEqual([
        { message: `${place} is too long. Send a shorter text.`, extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });
});
