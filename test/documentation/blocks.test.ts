/** Every code block of the documentation is run, or checked as far as it can be. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createGateway } from '../../examples/node-gateway/gateway.js';
import { startHiveGateway } from '../../examples/supergraph/hive-gateway.js';
import { schema } from '../support/schema.js';
import { createVerifier } from '@latchkey/verifier';
import { ROUTER_SECRET, startSubgraphs } from '../composition/supergraph.js';
import { askerOf, createToken } from '../introspection/asking.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { send } from '../support/process.js';
import { createTarget } from '../targets/operations.js';
import { type Block, blocksOf, documents } from './blocks.js';
import { composeProblem, configurationProblem } from './configurations.js';
import { expectShown } from './shape.js';
import { commandsOf, problemWith, runBlock, showsVariable } from './shell.js';
import { compiled, typeErrors } from './typed.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LATCHKEY = 'http://127.0.0.1:4000';
const GATEWAY = 'http://127.0.0.1:8080';

/** What the TypeScript of a document takes from its reader's program. */
const GIVEN: Readonly<Record<string, string>> = {
  token: 'string',
  verifier: "import('@latchkey/verifier').Verifier",
  typeDefs: 'string',
  resolvers: 'Record<string, never>',
  schema: "import('graphql').GraphQLSchema",
};

const withGiven = (text: string): string =>
  Object.entries(GIVEN)
    .filter(([name]) => !new RegExp(`(?:const|import [^;]*?) ${name}\\b`).test(text))
    .map(([name, type]) => `declare const ${name}: ${type};`)
    .join(' ') + `\n${text}`;

const all = documents().flatMap((document) => blocksOf(document));
const of = (...languages: string[]) =>
  all
    .filter(({ language }) => languages.includes(language))
    .map((block) => [`${block.document}:${block.line}`, block] as const);

const CHECKED = ['graphql', 'json', 'sh', 'text', 'ts', 'yaml'];

it('every block is of a language that is checked here', () => {
  expect(all.length).toBeGreaterThan(15);
  const others = all.filter(({ language }) => !CHECKED.includes(language));
  expect(others.map(({ document, line, language }) => `${document}:${line} ${language}`)).toEqual([]);
});

it.each(of('text'))('%s is a drawing, with nothing to run', (_, { text }) => {
  expect(text).toMatch(/[─┬└]/);
});

it.each(of('yaml'))('%s is a configuration that is known here', (_, { text }) => {
  expect(configurationProblem(parseYaml(text))).toBeNull();
});

it('compose.yaml sets what can be set, and publishes the port that the image listens on', () => {
  expect(composeProblem(parseYaml(readFileSync(`${ROOT}compose.yaml`, 'utf8')))).toBeNull();
});

it.each(of('json'))('%s is JSON, and the answer to the block before it', (_, { text, before }) => {
  expect(() => void JSON.parse(text)).not.toThrow();
  expect(['graphql', 'sh']).toContain(before?.language);
});

describe('TypeScript', () => {
  const WRONG = "import { createVerifier } from '@latchkey/verifier';\ncreateVerifier({ url: '' });";
  let problems: string[][];
  beforeAll(() => {
    problems = typeErrors([...of('ts').map(([, { text }]) => withGiven(text)), WRONG]);
  });

  it.each(of('ts').map(([name], index) => [name, index] as const))('%s compiles, as strictly as ours', (_, index) => {
    expect(problems[index]).toEqual([]);
  });

  it('that is wrong is found', () => {
    expect(problems.at(-1)).toEqual([expect.stringMatching(/^2: .*secret/s)]);
  });
});

describe('against a Latchkey', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let gateway: Server;
  let supergraph: { subgraphs: Awaited<ReturnType<typeof startSubgraphs>>; stop: () => Promise<void>; url: string };
  let directory: string;
  let addresses: Record<string, string>;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'latchkey-documentation-'));
    writeFileSync(join(directory, 'users.graphql'), 'type Query { me: ID }');
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization({ slug: 'my-organization' });
    const url = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
    gateway = createGateway(createVerifier({ url, secret: (await askerOf(tenant)).secret }));
    await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
    addresses = { [LATCHKEY]: url, [GATEWAY]: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}` };
    const subgraphs = await startSubgraphs(embedded, { slug: 'my-organization' });
    const { url: at, stop } = await startHiveGateway(subgraphs.supergraph, { routerSecret: ROUTER_SECRET });
    supergraph = { subgraphs, url: at, stop };
  });
  afterAll(async () => {
    await supergraph.stop();
    await supergraph.subgraphs.stop();
    gateway.closeAllConnections();
    gateway.close();
    await latchkey.close();
    rmSync(directory, { recursive: true });
  });

  const variables = async () => ({
    LATCHKEY_DATA: join(directory, 'data'),
    LATCHKEY_TOKEN: (await askerOf(tenant)).secret,
    ASKER: (await askerOf(tenant)).secret,
    TOKEN: (await createToken(tenant, ['schemaVersion:publish'], { expirationPeriod: 'ONE_WEEK' })).secret,
  });

  const answerTo = (block: Block): Block | undefined =>
    all.find(({ before, language }) => before === block && language === 'json');

  let targets = 0;
  it.each(of('graphql'))('%s is answered, and as shown', async (name, block) => {
    const document = parse(block.text);
    const problems = validate(schema, document);
    // What Latchkey's schema does not have is its neighbour's.
    const owner: Send =
      problems.length === 0 ? tenant.owner : send(supergraph.url, supergraph.subgraphs.tenant.ownerSecret);
    const { data, errors } = await owner(block.text, {
      organizationId: tenant.id,
      organizationSlug: tenant.slug,
      projectId: tenant.projectId,
      targetId: await createTarget(tenant.owner, tenant.projectId, `target-${++targets}`),
      keyId: (await createKey(tenant)).id,
      accessTokenId: (await createToken(tenant, ['usage:report'])).id,
    });
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toMatch(/"error":\{/);
    const shown = answerTo(block);
    if (shown) expectShown({ data: data as unknown }, JSON.parse(shown.text), name);
  });

  it.each(of('sh').flatMap(([name, block]) => commandsOf(block).map((command) => [name, command, block] as const)))(
    '%s: `%s` is run, or is in the table of what is not',
    (_, command, block) => {
      expect(problemWith(command, block)).toBeNull();
    },
  );

  it.each(of('sh'))('%s keeps the values of variables, such as secrets, out of the list of processes', (_, block) => {
    expect(commandsOf(block).filter(showsVariable)).toEqual([]);
  });

  it.each(of('sh'))('%s does what it says, and answers as shown', async (name, block) => {
    const out = await runBlock(block, { directory, variables: await variables(), addresses });
    const shown = answerTo(block);
    if (shown) expectShown(JSON.parse(out), JSON.parse(shown.text), name);
  });

  // What needs another server of its reader's is compiled alone.
  const runnable = of('ts').filter(([, { text }]) => !/ from '(?!@latchkey\/verifier')/.test(text));
  it.each(runnable)('%s runs', async (_, { text }) => {
    const { LATCHKEY_TOKEN, TOKEN } = await variables();
    const script = `const token = ${JSON.stringify(TOKEN)};\n${compiled(text)}`.replace(
      LATCHKEY,
      addresses[LATCHKEY] ?? '',
    );
    const env = { PATH: process.env.PATH, LATCHKEY_TOKEN };
    const args = ['--input-type=module', '--eval', script];
    const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
    expect(stderr).toBe('');
  });
});
