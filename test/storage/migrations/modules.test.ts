import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/services.js';
import { MIGRATIONS } from '../../../src/storage/migrations/index.js';
import type { Migration } from '../../../src/storage/migrations/migration.js';

const folder = new URL('../../../src/storage/migrations/', import.meta.url);
const modules = readdirSync(folder)
  .filter((file) => /^\d/.test(file))
  .sort();

it('the steps are numbered without a gap, and listed in the order of their numbers', async () => {
  expect(modules.map((file) => Number(/^(\d{3})-[a-z0-9-]+\.ts$/.exec(file)?.[1]))).toEqual(
    modules.map((_, index) => index + 1),
  );
  const steps = await Promise.all(
    modules.map(async (file) => ((await import(new URL(file, folder).href)) as { migration: Migration }).migration),
  );
  expect(MIGRATIONS).toEqual(steps);
});

describe.skipIf(modules.length === 0)('a step', () => {
  it.each(modules)('imports nothing but the types of steps, and steps before it: %s', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const imports = text
      .split('\n')
      .filter((line) => /\bimport\b|\bfrom '/.test(line) && !/^\s*(\/\/|\*|\/\*\*)/.test(line));
    for (const line of imports) {
      const [, step] = /^import \{[^}]*\} from '\.\/(\d{3}-[a-z0-9-]+)\.js';$/.exec(line) ?? [];
      if (step === undefined) expect(line).toMatch(/^import type \{[^}]*\} from '\.\/migration\.js';$/);
      else expect(step < file, line).toBe(true);
    }
  });

  it.each(MIGRATIONS.map((migration, index) => [index + 1, migration] as const))(
    '%d says what it does to a kind',
    (_, { kind, describe: what, emits }) => {
      expect(what).toMatch(/^\S.{5,80}[^.]$/);
      expect(KINDS.map(({ name }) => name)).toContain(kind);
      if (emits) expect(KINDS.map(({ name }) => name).filter((name) => name !== kind)).toContain(emits.kind);
    },
  );
});
