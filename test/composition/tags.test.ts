/** `@tag` in the SDL: a contract variant for one peer's clients alone, as a schema registry makes it, has all that they send. */
import { composeSchemaContract } from '@theguild/federation-composition';
import { buildASTSchema, isEnumType, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { subgraphSdl } from '../../src/graphql/subgraph.js';
import { HIVE_WHOAMI } from '../access/questions.js';
import { CREATE, DELETE_CORRECTED, LIST, PERMISSIONS, READ } from '../organization-access-tokens/fixtures/documents.js';
import { ROVER } from '../subgraph-keys/fixtures/rover.js';

/** The schema that clients see of what has the tag. */
function contractOf(tag: string) {
  const subgraph = { name: 'latchkey', url: 'http://latchkey.example/graphql', typeDefs: parse(subgraphSdl()) };
  const composed = composeSchemaContract([subgraph], { include: new Set([tag]), exclude: new Set() }, true);
  expect(composed.errors).toBeUndefined();
  if (!composed.publicSdl) throw new Error('nothing was composed');
  return buildASTSchema(parse(composed.publicSdl));
}

describe.each([
  [
    'hive',
    Object.entries({ CREATE, DELETE_CORRECTED, HIVE_WHOAMI, LIST, PERMISSIONS, READ }),
    ['GraphOsKey', 'Identity', 'AccessExplanation'],
  ],
  ['graphos', Object.entries(ROVER), ['OrganizationAccessToken', 'WhoAmI', 'AccessExplanation']],
] as const)('@tag(name: "%s")', (tag, documents, others) => {
  const schema = contractOf(tag);

  it.each(documents)('is on all that %s asks for', (_, document) => {
    expect(validate(schema, parse(document), specifiedRules)).toEqual([]);
  });

  it('is on nothing of another vocabulary', () => {
    expect(Object.keys(schema.getTypeMap())).not.toEqual(
      expect.arrayContaining([expect.stringMatching(others.join('|'))]),
    );
  });
});

it('what Latchkey always refuses is in no schema that clients of a router see', () => {
  const types = contractOf('graphos').getType('GraphOsKeyType');
  expect(isEnumType(types) && types.getValues().map(({ name }) => name)).toEqual(['OPERATOR', 'SUBGRAPH']);
});
