import { afterAll, beforeAll, expect, it } from 'vitest';
import { cpuSince } from '../support/cpu.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';

/** What a store that took patterns would take for all, or would think about for very long. */
const PATTERNS: readonly [name: string, text: string][] = [
  ['anything', '.*'],
  ['a beginning', '^'],
  ['a delimited pattern', '/./'],
  ['anything in SQL', '%'],
  ['a letter in SQL', '_'],
  ['anything in a shell', '*'],
  ['nothing', ''],
  ['a pattern that backtracks', '(a+)+$'],
  ['a text on which patterns backtrack', `${'a'.repeat(4000)}!`],
  ['many patterns', '(a+)+$'.repeat(650)],
  ['a pattern in SQL that backtracks', '%a'.repeat(2000)],
];

const ORGANIZATION = 'organization(id: $organization)';
/** Everything that finds something by a text; each answers something of the tenant's when the text is matched as a pattern. */
const FINDERS: Readonly<Record<string, string>> = {
  'an organization by id or slug': 'organization(id: $text) { id }',
  'an organization by slug': 'organization(reference: { bySelector: { organizationSlug: $slug } }) { id }',
  'a project by id': 'project(reference: { byId: $text }) { id }',
  'a project by slug': 'project(reference: { bySelector: { organizationSlug: $own, projectSlug: $slug } }) { id }',
  'a target by id': 'target(reference: { byId: $text }) { id }',
  'a target by slug':
    'target(reference: { bySelector: { organizationSlug: $own, projectSlug: "my-project", targetSlug: $slug } }) { id }',
  'a key': `${ORGANIZATION} { apiKey(keyId: $text) { id } }`,
  'an access token': `${ORGANIZATION} { accessToken(id: $text) { id } }`,
};

onEveryEngine('a text in a lookup', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    await createKey(tenant);
  });
  afterAll(() => latchkey.close());

  /** The fields that the text finds, with their errors. */
  async function find(finder: string, text: string) {
    const used = (name: string) => new RegExp(`\\$${name}\\b`).test(finder);
    const declared = ['$text: ID!', '$slug: String!', '$own: String!', '$organization: ID!'].filter((one) =>
      used(one.slice(1, one.indexOf(':'))),
    );
    const given = { text, slug: text, own: tenant.slug, organization: tenant.id };
    const variables = Object.fromEntries(Object.entries(given).filter(([name]) => used(name)));
    const { data, errors } = await tenant.owner(`query (${declared.join(', ')}) { ${finder} }`, variables);
    return { data: data as unknown, errors };
  }

  it.each(Object.entries(FINDERS))('is compared for equality only: %s', async (_, finder) => {
    const unknown = await find(finder, 'no-such-thing');
    expect(unknown.errors).toBeUndefined();
    for (const [name, text] of PATTERNS) {
      const start = process.cpuUsage();
      expect(await find(finder, text), name).toEqual(unknown);
      expect(cpuSince(start), name).toBeLessThan(250);
    }
  });

  it.each([
    ['organization(id: $text) { id }', () => tenant.slug],
    ['project(reference: { byId: $text }) { id }', () => tenant.projectId],
  ])('is found as it stands: %s', async (finder, text) => {
    expect(JSON.stringify((await find(finder, text())).data)).toContain('"id"');
  });
});
