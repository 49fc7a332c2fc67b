/** The SDL as an artefact: what routers compose and consumers generate from. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { subgraphSdl } from '../../src/graphql/subgraph.js';

const require = (name: string): string => readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8');

it('shows every change of the contract in latchkey.graphql beside this test', async () => {
  // After a change that is meant: npx vitest run test/composition/schema.test.ts -u
  await expect(subgraphSdl()).toMatchFileSnapshot('./latchkey.graphql');
});

it('is exported by the package as latchkey/schema.graphql, as the service itself answers it', () => {
  expect(require('latchkey/schema.graphql')).toBe(subgraphSdl());
});

it('names Organization by its id and by its slug, and Project and Target by their ids', () => {
  const sdl = subgraphSdl();
  expect(sdl).toContain('type Organization\n  @key(fields: "id")\n  @key(fields: "slug")\n{');
  expect(sdl).toContain('type Project\n  @key(fields: "id")\n{');
  expect(sdl).toContain('type Target\n  @key(fields: "id")\n{');
});
