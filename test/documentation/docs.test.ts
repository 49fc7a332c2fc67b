import { readdirSync, readFileSync } from 'node:fs';
import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readEnvironment, SETTING_NAMES } from '../../src/config/environment.js';
import { LIMITS_OF_ORGANIZATION, LIMITS_OF_USER, PLANS } from '../../src/config/plans.js';
import { ERROR_CODES } from '../../src/errors.js';
import { LIMITS } from '../../src/graphql/limits.js';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import { REST_SCOPES } from '../../src/authorization/rest-scopes.js';
import { ROLE_PERMISSIONS, ROLES } from '../../src/authorization/roles.js';
import { schema } from '../support/schema.js';

const root = new URL('../../', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** The rows of a Markdown text's tables, without their heads; each cell trimmed. */
const rowsOf = (markdown: string): string[][] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    );

const bare = (cell = ''): string => cell.replaceAll('`', '');
const firstColumn = (markdown: string): string[] => rowsOf(markdown).map(([first]) => bare(first));
const sorted = (values: Iterable<string>): string[] => [...values].sort();
const filled = (rows: string[][], columns: number): void => {
  for (const row of rows) {
    expect(row, row[0]).toHaveLength(columns);
    for (const cell of row) expect(cell, row[0]).not.toBe('');
  }
};

describe('docs/environment.md', () => {
  const rows = rowsOf(text('docs/environment.md'));

  it('lists every setting, and nothing else', () => {
    filled(rows, 3);
    expect(sorted(rows.map(([name]) => bare(name)))).toEqual(sorted(SETTING_NAMES));
  });

  it('says what each is when it is not set', () => {
    const defaults = new Map(Object.entries(readEnvironment({})));
    for (const [name, value] of rows) {
      const actual = defaults.get(bare(name));
      expect(value, name).toBe(actual === undefined ? '—' : `\`${actual as string | number}\``);
    }
  });
});

describe('docs/errors.md', () => {
  const sections = new Map(
    text('docs/errors.md')
      .split(/^## /m)
      .slice(1)
      .map((section): [string, string] => {
        const [title = '', ...body] = section.split('\n');
        return [bare(title.trim()), body.join('\n')];
      }),
  );
  const enums = Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => name.endsWith('ErrorCode'));

  it('lists every code of a GraphQL error, with its meaning', () => {
    const rows = rowsOf(sections.get('GraphQL errors') ?? '');
    const plain = (cell = '') => cell.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    expect(rows.map(([code, meaning]) => [bare(code), plain(meaning)])).toEqual(Object.entries(ERROR_CODES));
  });

  it('has a section for every list of codes in the schema, and no other', () => {
    expect(enums.length).toBeGreaterThan(0);
    expect(sorted(sections.keys())).toEqual(sorted(['GraphQL errors', ...enums.map(({ name }) => name)]));
  });

  it.each(enums.map((type) => [type.name, type] as const))('lists every %s, and nothing else', (name, type) => {
    const section = sections.get(name) ?? '';
    filled(rowsOf(section), 2);
    expect(sorted(firstColumn(section))).toEqual(sorted(type.getValues().map((value) => value.name)));
  });
});

describe('docs/permissions.md', () => {
  it('lists every permission with its level, whether it leads up, what it needs and who holds it, and nothing else', () => {
    const rows = rowsOf(text('docs/permissions.md'));
    filled(rows, 6);
    const listed = rows.map((row) => row.slice(0, 5).map(bare));
    const list = (values: readonly string[]) => (values.length > 0 ? values.join(', ') : '—');
    expect(listed).toEqual(
      CATALOGUE.map(({ id, level, appliesToAncestors, needs }) => {
        const holders = ROLES.filter((role) => ROLE_PERMISSIONS[role].has(id));
        return [id, level, appliesToAncestors ? '↑' : '—', list(needs), list(holders)];
      }),
    );
  });
});

describe('docs/user-access-tokens.md', () => {
  it('lists every REST scope with what it gives and what it needs, and nothing else', () => {
    const listed = rowsOf(text('docs/user-access-tokens.md')).map(([id, gives, needs]) => [
      bare(id),
      gives,
      bare(needs),
    ]);
    expect(listed).toEqual(REST_SCOPES.map(({ id, description, needs }) => [id, description, needs]));
  });
});

describe('docs/limits.md', () => {
  const document = text('docs/limits.md');

  it('lists every limit with its number and its reason, and nothing else', () => {
    const listed = rowsOf(document).map(([name, most, why]) => [bare(name), Number(most), why]);
    expect(listed).toEqual(Object.entries(LIMITS).map(([name, { most, why }]) => [name, most, why]));
  });

  it('says what counts towards the cost', () => {
    const priced = (file: string, field: string) =>
      new RegExp(`^  ${field}\\b[^]*?@cost\\(weight: (\\d+)\\)`, 'm').exec(text(`schema/${file}.graphql`))?.[1];
    expect(document).toContain(`${priced('subgraph-keys', 'deleteKey')} for one that writes`);
    expect(document).toContain(`${priced('subgraph-keys', 'apiKeys')} for a page of keys`);
    expect(document).toContain(`${priced('subgraph-keys', 'totalCount')} for their`);
  });
});

describe('docs/plans.md', () => {
  const [, ofOrganization = '', ofUser = ''] = text('docs/plans.md').split(/^## /m);

  it('lists every limit of an organization on each plan, and nothing else', () => {
    const rows = rowsOf(ofOrganization);
    filled(rows, 2 + PLANS.length);
    const listed = rows.map(([name, ...most]) => [bare(name), ...most.slice(0, PLANS.length).map(Number)]);
    expect(listed).toEqual(
      Object.entries(LIMITS_OF_ORGANIZATION).map(([name, most]) => [name, ...PLANS.map((plan) => most[plan])]),
    );
    expect(ofOrganization.split('\n')[2]).toMatch(new RegExp(PLANS.join(' *\\| ')));
  });

  it('lists every limit of a user, and nothing else', () => {
    const rows = rowsOf(ofUser);
    filled(rows, 3);
    expect(rows.map(([name, most]) => [bare(name), Number(most)])).toEqual(Object.entries(LIMITS_OF_USER));
  });
});

it('no document names a file of this project that there is not', () => {
  const examples = readdirSync(new URL('examples/', root)).map((name) => `examples/${name}/`);
  const documents = ['docs/', '', ...examples].flatMap((folder) =>
    readdirSync(new URL(folder || '.', root))
      .filter((file) => file.endsWith('.md'))
      .map((file) => folder + file),
  );
  for (const document of documents)
    for (const [, link = ''] of text(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      const file = new URL(link, new URL(document, root));
      expect(() => readdirSync(new URL('.', file)), `${document}: ${link}`).not.toThrow();
      const name = file.pathname.split('/').at(-1);
      if (name) expect(readdirSync(new URL('.', file)), `${document}: ${link}`).toContain(name);
    }
});

it('ARCHITECTURE.md has a sentence about every folder of src, and about no other', () => {
  const folders = readdirSync(new URL('src/', root), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const named = text('ARCHITECTURE.md').matchAll(/\[([\w-]+)\/\]\(src\/\1\)/g);
  const told = new Set([...named].map(([, name = '']) => name));
  expect(sorted(told)).toEqual(sorted(folders.map(({ name }) => name)));
});
