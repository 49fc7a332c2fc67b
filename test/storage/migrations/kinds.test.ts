/**
 * A kind's fields and unique keys change with the store version only: `kinds/<version>.json` has those of every kind at
 * a store version.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/services.js';
import { MIGRATIONS, STORE_VERSION } from '../../../src/storage/migrations/index.js';

const file = (version: number) => new URL(`kinds/${version}.json`, import.meta.url);

type Declared = Record<string, { fields: object; unique: unknown }>;
const declaredAt = (version: number): Declared => JSON.parse(readFileSync(file(version), 'utf8')) as Declared;
const now: Declared = Object.fromEntries(KINDS.map(({ name, fields, unique }) => [name, { fields, unique }]));

const ADD_A_MIGRATION =
  'The stored fields of this kind have changed, and stores that are there need a migration: see "Stored documents" in CONTRIBUTING.md.';

const known: Declared = existsSync(file(STORE_VERSION)) ? declaredAt(STORE_VERSION) : {};

describe.skipIf(Object.keys(known).length === 0)('without a migration', () => {
  it.each(Object.entries(known))('no field and no unique key of %s changes', (name, declared) =>
    expect(now[name], ADD_A_MIGRATION).toEqual(declared),
  );
});

it('every kind is noted at the current store version; `npx vitest run kinds.test.ts -u` notes a new kind', async () => {
  // `-u` must not note a change of a kind that is there: that needs a migration, and with it a new version.
  const kinds = Object.fromEntries(Object.entries(now).map(([name, declared]) => [name, known[name] ?? declared]));
  await expect(`${JSON.stringify(kinds, null, 2)}\n`).toMatchFileSnapshot(file(STORE_VERSION).pathname);
});

const noted = readdirSync(new URL('kinds/', import.meta.url))
  .map((name) => Number.parseInt(name, 10))
  .filter((version) => version <= STORE_VERSION)
  .sort((a, b) => a - b);

it.each(noted.slice(1).map((version, index) => [noted[index] ?? 1, version] as const))(
  'between store versions %d and %d, fields and unique keys change only of kinds that a step between is of',
  (from, to) => {
    const migrated = MIGRATIONS.slice(from - 1, to - 1).map(({ kind }) => kind);
    const [before, after] = [declaredAt(from), declaredAt(to)];
    for (const [name, declared] of Object.entries(before))
      if (!migrated.includes(name)) expect(after[name], name).toEqual(declared);
  },
);
