/**
 * Measures the cost of request budgets: the processor time of two lists with and without them, in turn, on the embedded
 * store. Run it by `node --import tsx bench/budget.ts`.
 */
import { graphql } from 'graphql';
import { createContext } from '../src/graphql/context.js';
import { withinBudget } from '../src/graphql/budget.js';
import { createSubgraph } from '../src/graphql/subgraph.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '../src/cli/bootstrap.js';
import { createServices, KINDS } from '../src/services.js';
import { openEmbedded } from '../src/storage/embedded/store.js';

const ROUNDS = 300;
const KEYS = 100;
const TOKENS = 20;
const LISTS = {
  '20 tokens':
    '{ organization(id: "bench") { accessTokens(first: 20) { edges { node { id title description createdAt permissions } } } } }',
  '100 keys':
    '{ organization(id: "bench") { apiKeys(first: 100) { nodes { id keyName createdAt expiresAt resources { resourceId } } } } }',
};

const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const store = await openEmbedded(directory, KINDS);
const services = createServices(store, { clock: () => new Date(), defaultPlan: 'ENTERPRISE', onError: console.error });
const { organization, secret } = await bootstrap(services, {
  slug: 'bench',
  owner: 'owner@example.com',
  plan: 'ENTERPRISE',
});
const schemas = { without: createSubgraph(), with: withinBudget(createSubgraph()) };

async function run(kind: keyof typeof schemas, source: string): Promise<void> {
  const request = { requestId: 'bench', ip: '192.0.2.1', userAgent: null };
  const contextValue = createContext(services, request, (name) => (name === 'x-api-key' ? secret.reveal() : undefined));
  const { errors } = await graphql({ schema: schemas[kind], source, contextValue });
  if (errors?.[0]) throw errors[0];
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

for (let n = 0; n < KEYS; n++)
  await run(
    'without',
    `mutation { organization(id: "${organization.id}") { createKey(name: "k${n}", type: SUBGRAPH,
    resources: { subgraphs: [{ graphId: "my-project", variantName: "production", subgraphName: "s${n}" }] }) { id } } }`,
  );
for (let n = 0; n < TOKENS; n++)
  await run(
    'without',
    `mutation { createOrganizationAccessToken(input: { organization: { byId: "${organization.id}" },
    title: "t${n}", permissions: ["organization:describe"], resources: { mode: ALL } }) { ok { privateAccessKey } } }`,
  );
for (const [name, query] of Object.entries(LISTS)) {
  const source = query.replace('bench', organization.id);
  const taken = { without: [] as number[], with: [] as number[] };
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of round % 2 ? (['without', 'with'] as const) : (['with', 'without'] as const))
      taken[kind].push(await cpuOf(() => run(kind, source)));
  const [without, within] = [median(taken.without), median(taken.with)];
  console.log(
    `${name}: ${without.toFixed(2)} ms without, ${within.toFixed(2)} ms with: ${(within / without).toFixed(3)}`,
  );
}
await store.close();
rmSync(directory, { recursive: true });
