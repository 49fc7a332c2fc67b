/** The SDL as an artefact: what routers compose and consumers generate from. */
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { subgraphSdl } from '../../src/graphql/subgraph.js';

const require = (name: string): string => readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8');

const GOLDEN = new URL('latchkey.graphql', import.meta.url);

/** What changed since the contract was last accepted, the breaking changes first. */
async function changes(): Promise<string[]> {
  const [before, now] = [readFileSync(GOLDEN, 'utf8'), subgraphSdl()];
  if (before === now) return [];
  const build = (sdl: string) => buildSchema(sdl, { assumeValidSDL: true });
  const found = await diff(build(before), build(now));
  return found.map(({ criticality, message }) => `${criticality.level}: ${message}`).sort();
}

it('shows every change of the contract in latchkey.graphql beside this test', async () => {
  const hint = 'The contract changed. If that is meant: npx vitest run test/composition/schema.test.ts -u';
  await expect(subgraphSdl(), [hint, ...(await changes())].join('\n')).toMatchFileSnapshot(fileURLToPath(GOLDEN));
});

it('is exported by the package as latchkey/schema.graphql, as the service itself answers it', () => {
  expect(require('latchkey/schema.graphql')).toBe(subgraphSdl());
});

it('names organizations, projects and targets by their ids and by slugs, users, keys and tokens by their ids', () => {
  const keysOf = (name: string) => {
    const [, directives = ''] =
      new RegExp(`^type ${name}(?: implements \\w+)?\\n([^]*?)\\n{`, 'm').exec(subgraphSdl()) ?? [];
    return [...directives.matchAll(/@key\(fields: "(.*)"\)/g)].map(([, fields]) => fields);
  };
  expect(keysOf('Organization')).toEqual(['id', 'slug']);
  expect(keysOf('Project')).toEqual(['id', 'slug organization { slug }']);
  expect(keysOf('Target')).toEqual(['id', 'slug project { slug organization { slug } }']);
  for (const name of ['User', 'GraphOsKey', 'OrganizationAccessToken']) expect(keysOf(name)).toEqual(['id']);
});
