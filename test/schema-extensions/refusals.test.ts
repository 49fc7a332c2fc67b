import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/graphql/limits.js';
import { CREATE_PROJECT } from '../organizations/operations.js';
import { targetOf } from '../registry-tokens/registry.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { merge, MERGE, setExtension, UPDATE } from './operations.js';

describe('a schema extension', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let single: object;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
    await tenant.owner(CREATE_PROJECT, {
      input: { organization: { byId: tenant.id }, slug: 'single', type: 'SINGLE' },
    });
    single = targetOf(tenant, 'production', 'single');
  });
  afterAll(() => latchkey.close());

  it.each([
    ['scalar A\ntype B {', 'Line 2, column 9: Syntax Error: Expected Name, found <EOF>.'],
    ['type A { a: Int }\n\n  type A { b: Int }', 'Line 1, column 6: There can be only one type named "A".'],
    [
      'directive @a on OBJECT\ndirective @a on OBJECT',
      'Line 1, column 12: There can be only one directive named "@a".',
    ],
    [
      'directive @a on OBJECT\ntype A { a: Int @a }',
      'Line 2, column 17: Directive "@a" may not be used on FIELD_DEFINITION.',
    ],
    [
      'query { me { id } }',
      'Line 1, column 1: A schema defines types and directives: this is an operation or a fragment.',
    ],
    ['just some words', 'Line 1, column 1: Syntax Error: Unexpected Name.'],
    ['# nothing', 'Line 1, column 10: Syntax Error: Unexpected <EOF>.'],
    [`enum A { ${'a '.repeat(8000)} }`, 'The text is too long: it has 8000 tokens at most.'],
    [`# ${'a'.repeat(65_536)}`, 'The text is too long: it has 65536 characters at most.'],
  ])('that is no good SDL is refused with its place: %.40j', async (text, message) => {
    const { ok, error } = await setExtension(tenant, text);
    expect(ok).toBeNull();
    expect(error?.code).toBe('INVALID_SDL');
    expect(error?.message.replace(/ \(and \d+ more\)$/, '')).toBe(message);
    expect(error?.problems.length).toBeGreaterThan(0);
  });

  it('may use and extend what the schemas of its target define', async () => {
    const text = 'extend type Query { version: Version @shown }\nextend schema @linked';
    expect((await setExtension(tenant, text, single)).error).toBeNull();
    const { error } = await merge(tenant, 'type Query { a: Int }', single);
    expect(error?.problems.map(({ message }) => message)).toEqual([
      'Unknown type "Version".',
      'Unknown directive "@shown".',
      'Unknown directive "@linked".',
    ]);
    const sdl = 'scalar Version directive @shown on FIELD_DEFINITION directive @linked on SCHEMA type Query { a: Int }';
    expect((await merge(tenant, sdl, single)).error).toBeNull();
  });

  it('with a secret in it is refused, and the secret is not repeated', async () => {
    const answer = await setExtension(tenant, `# ${tenant.ownerSecret}\nscalar A`);
    expect(answer.error?.message).toContain('Must not contain a secret');
    expect(JSON.stringify(answer)).not.toContain(tenant.ownerSecret);
  });

  it('of 2 MB is refused before it is read', async () => {
    const { status, errors } = await tenant.owner(UPDATE, {
      input: { ...targetOf(tenant), newBase: '#'.repeat(2 * 1024 * 1024) },
    });
    expect(status).toBe(413);
    expect(errors?.[0]?.message).toContain('too large');
  });

  it('that defines what the SDL defines as well is refused with both places', async () => {
    const base = '\nscalar Date\ndirective @shown on OBJECT';
    expect((await setExtension(tenant, base, single)).error).toBeNull();
    const { error } = await merge(tenant, 'directive @shown on OBJECT\ntype Query { a: Date }\n\nscalar Date', single);
    const places = (message: string, ...positions: [string, number, number][]) => ({
      message,
      positions: positions.map(([text, line, column]) => ({ text, line, column })),
    });
    expect(error?.problems).toEqual([
      places('There can be only one type named "Date".', ['SDL', 4, 8], ['BASE_SCHEMA', 2, 8]),
      places('There can be only one directive named "@shown".', ['SDL', 1, 12], ['BASE_SCHEMA', 3, 12]),
    ]);
    expect(error?.message).toBe('Line 4, column 8: There can be only one type named "Date". (and 1 more)');
  });

  it('is merged into subgraphs of a FEDERATION project, which use what federation defines', async () => {
    expect((await setExtension(tenant, 'directive @owner(team: String!) on OBJECT')).error).toBeNull();
    const link =
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", { name: "@tag", as: "@label" }])';
    const good = `${link}\nextend type Query { a: A @federation__shareable }\ntype A @key(fields: "id") @owner(team: "a") @label(name: "b") { id: ID! }`;
    expect((await merge(tenant, good)).error).toBeNull();
    expect((await merge(tenant, 'extend type A @key(fields: "id") { id: ID! @external }')).error).toBeNull();
    for (const [wrong, message] of [
      [good.replace('@label(', '@tag('), 'Unknown directive "@tag".'],
      [
        good.replace('(team: "a")', ''),
        'Directive "@owner" argument "team" of type "String!" is required, but it was not provided.',
      ],
      [good.replace('a: A', 'a: B'), 'Unknown type "B". Did you mean "A"?'],
    ] as const)
      expect((await merge(tenant, wrong)).error?.problems.map((one) => one.message)).toEqual([message]);
  });

  it('takes an SDL that is longer than other texts, as a variable and in the document, and nothing else that long', async () => {
    const sdl = `type Query { a: Int }\n# ${'x'.repeat(10_000)}`;
    const at = targetOf(tenant, 'staging');
    expect((await merge(tenant, sdl, at)).ok?.sdl).toBe(sdl);
    const reference = `{ bySelector: { organizationSlug: "${tenant.slug}", projectSlug: "my-project", targetSlug: "staging" } }`;
    const literal = `{ target(reference: ${reference}) { mergedSchema(sdl: """${sdl}""") { ok { sdl } } } }`;
    expect((await tenant.owner(literal)).data.target.mergedSchema.ok.sdl).toBe(sdl);
    const inline = `mutation ($text: String!) { updateBaseSchema(input: { organizationSlug: "${tenant.slug}", projectSlug: "my-project", targetSlug: "staging", newBase: $text }) { error { code } } }`;
    expect((await tenant.owner(inline, { text: sdl })).data.updateBaseSchema.error).toBeNull();
    const twice = inline.replace('"my-project"', '$text');
    const tooLong = 'is too long. Send a shorter text.';
    for (const [query, variables, place] of [
      [twice, { text: sdl }, 'Variable "$text"'],
      [UPDATE, { input: { ...at, targetSlug: sdl, newBase: sdl } }, 'Variable "$input.targetSlug"'],
      [MERGE, { target: { byId: sdl }, sdl }, 'Variable "$target.byId"'],
      [MERGE, { target: { bySelector: at }, sdl: 'x'.repeat(LIMITS.sdlCharacters.most + 1) }, 'Variable "$sdl"'],
    ] as const)
      expect((await tenant.owner(query, variables)).errors?.[0]?.message).toBe(`${place} ${tooLong}`);
  });
});
