import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import { createToken, end } from '../introspection/asking.js';
import { createRegistryToken, DELETE, targetOf } from '../registry-tokens/registry.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';

const commandOf = (name: string) => fileURLToPath(new URL(`../../node_modules/${name}/bin/run`, import.meta.url));
const HIVE = commandOf('@graphql-hive/cli');
/** The last minor version that asks `tokenInfo`, which registry tokens are for. */
const HIVE_0_50 = commandOf('hive-cli-0.50');

// The real command lines of GraphQL Hive, as their users install them.
describe('hive', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let endpoint: string;
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'latchkey-hive-'));
    latchkey = await startLatchkey(embedded);
    endpoint = `${await latchkey.app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
    tenant = await latchkey.organization();
  });
  afterAll(async () => {
    await latchkey.close();
    rmSync(home, { recursive: true });
  });

  /** Runs it with nothing of this process' environment, away from anybody's settings. */
  const hive = async (secret: string, ...args: string[]) => run(HIVE, secret, args);

  async function run(command: string, secret: string, args: string[]) {
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      HIVE_REGISTRY: endpoint,
      HIVE_TOKEN: secret,
      HIVE_NO_ERROR_TIP: '1',
      // Else it starts a process that looks for its updates, and outlives it.
      HIVE_DISABLE_AUTOUPDATE: '1',
      NO_COLOR: '1',
      // A terminal wide enough that no cell is cut.
      NODE_OPTIONS: '--import=data:text/javascript,process.stdout.columns=400',
    };
    const child = spawn(command, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 25_000 });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    return { code, out, err };
  }

  /** The rows of a printed table, without its head. */
  const rowsOf = (table: string) =>
    [...table.matchAll(/^│(.*)│$/gm)].slice(1).map(([, row = '']) => {
      const [group, id, title, granted, description] = row.split('│').map((cell) => cell.trim());
      return { group, id, title, granted, description };
    });

  /** The levels that it printed, each with where it applies and its table. */
  const levelsIn = (out: string) =>
    [...out.matchAll(/^Level: (\S+)\nResources: (.*)\n([^]*?)(?=^Level: |(?![^]))/gm)].map(
      ([, level, where, table = '']) => {
        const rows = rowsOf(table);
        return { level, where, rows, permissions: rows.map(({ id, granted }) => `${granted} ${id}`) };
      },
    );

  it('whoami prints the title, the levels, where they apply and what is granted', async () => {
    const fields = { title: 'CI of the shop' };
    const { secret } = await createToken(tenant, ['organization:describe', 'schemaVersion:publish'], fields);
    const { code, out, err } = await hive(secret, 'whoami');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\n=== CI of the shop ===\n/);
    const levels = levelsIn(out);
    expect(levels).toMatchObject([
      { level: 'ORGANIZATION', where: tenant.slug, permissions: ['✓ organization:describe'] },
      { level: 'SERVICE', where: `${tenant.slug}/*/*/service/*`, permissions: ['✓ schemaVersion:publish'] },
    ]);
    const { title, description } = CATALOGUE.find(({ id }) => id === 'schemaVersion:publish') ?? {};
    expect(levels[1]?.rows).toMatchObject([{ title, description }]);
    expect(out).not.toContain(secret.slice(-40));
  });

  it('whoami --all prints every permission there is, with those not granted', async () => {
    const { secret } = await createToken(tenant, ['schemaVersion:publish']);
    const { code, out, err } = await hive(secret, 'whoami', '--all');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const levels = levelsIn(out);
    expect(levels.map(({ level }) => level)).toEqual([
      'ORGANIZATION',
      'PROJECT',
      'TARGET',
      'SERVICE',
      'APP_DEPLOYMENT',
    ]);
    expect(levels[0]?.where).toBe('<none>');
    const printed = levels.flatMap(({ permissions }) => permissions);
    const expected = CATALOGUE.map(({ id }) => `${id === 'schemaVersion:publish' ? '✓' : '✗'} ${id}`);
    expect(printed.sort()).toEqual(expected.sort());
  });

  it('whoami takes a subgraph key and a user access token as well', async () => {
    const key = await createKey(tenant, 'A key for CI');
    const ofKey = await hive(key.token, 'whoami');
    expect(ofKey.out).toContain('=== A key for CI ===');
    expect(levelsIn(ofKey.out)).toContainEqual(
      expect.objectContaining({
        level: 'SERVICE',
        where: `${tenant.slug}/my-project/production/service/users`,
        permissions: ['✓ schemaCheck:create', '✓ schemaVersion:publish'],
      }),
    );
    const ofUser = await hive((await member(latchkey, tenant, 'MEMBER')).secret, 'whoami');
    expect(ofUser.code).toBe(0);
    expect(levelsIn(ofUser.out).flatMap(({ permissions }) => permissions)).toContain('✓ member:describe');
  });

  it("whoami of version 0.50 prints a registry token's name, its target and what it may do there", async () => {
    const publisher = await createRegistryToken(tenant, { name: 'Publisher' });
    const reader = await createRegistryToken(tenant, { name: 'Reader', targetScopes: ['REGISTRY_READ'] });
    const [ofPublisher, ofReader] = await Promise.all(
      [publisher, reader].map(async ({ secret }) => {
        const { code, out, err } = await run(HIVE_0_50, secret, ['whoami']);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).not.toContain(secret.slice(-40));
        return Object.fromEntries(out.split('\n').map((line) => line.trim().split(/:? {2,}/))) as object;
      }),
    );
    const place = { Organization: tenant.slug, Project: 'my-project', Target: 'production' };
    const access = { 'Access to schema:publish': 'Yes', 'Access to schema:check': 'Yes' };
    expect(ofPublisher).toMatchObject({ 'Token name': 'Publisher', ...place, ...access });
    const onlyChecks = { ...access, 'Access to schema:publish': 'No access' };
    expect(ofReader).toMatchObject({ 'Token name': 'Reader', ...place, ...onlyChecks });
  });

  it('whoami of version 0.50 says that a deleted registry token is invalid', async () => {
    const { secret, id } = await createRegistryToken(tenant, {});
    await tenant.owner(DELETE, { input: { ...targetOf(tenant), tokenIds: [id] } });
    const { code, out, err } = await run(HIVE_0_50, secret, ['whoami']);
    expect(code).not.toBe(0);
    expect(out).not.toContain('production');
    expect(err).toContain('does not exist or has been revoked');
    expect(err).not.toContain(secret.slice(-40));
  });

  it('looks for no update of itself, in either version', () => {
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /update|lastrun/i.test(file))).toEqual([]);
  });

  it.each(['delete', 'revoke'] as const)(
    'says in its own words that a token was rejected, after its end: %s',
    async (how) => {
      const token = await createToken(tenant, ['schemaVersion:publish']);
      await end(tenant, how, token);
      const { code, out, err } = await hive(token.secret, 'whoami');
      expect(code).not.toBe(0);
      expect(out).not.toContain('===');
      expect(err).toContain('The registry access token was rejected.');
      expect(err).not.toContain(token.secret.slice(-40));
    },
  );

  // Every command that needs a permission asks for fields of other services, so that Latchkey alone refuses its
  // document; what it makes of a refusal is in the code that all commands send their documents with.
  it("its own request helper turns Latchkey's refusal into its message for a missing permission", async () => {
    const { graphqlRequest } = createRequire(import.meta.url)('@graphql-hive/cli/dist/helpers/graphql-request.js') as {
      graphqlRequest: (config: object) => { request: (args: object) => Promise<unknown> };
    };
    const { secret } = await createToken(tenant, ['organization:describe']);
    const logger = { debug: () => undefined, error: () => undefined, info: () => undefined };
    const registry = graphqlRequest({
      endpoint,
      isHiveRegistry: true,
      version: 'test',
      logger,
      additionalHeaders: { Authorization: `Bearer ${secret}` },
    });
    const operation = `query ($reference: OrganizationReferenceInput!) {
      organization(reference: $reference) { accessTokens { edges { node { id } } } }
    }`;
    const variables = { reference: { bySelector: { organizationSlug: tenant.slug } } };
    await expect(registry.request({ operation, variables })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Access denied: the access token is missing the "accessToken:modify" permission, or .*\(Request ID: "[\w-]+"\)/,
      ),
      permission: 'accessToken:modify',
    });
  });
});
