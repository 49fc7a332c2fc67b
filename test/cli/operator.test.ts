/** What the operator does at the command line, beside a running server. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine, type Place } from '../support/engines.js';
import { CREATE_KEY_CARD, USERS } from '../support/operations.js';
import { ANNOUNCED, type ServerProcess, startServer } from '../support/process.js';
import { bootstrapHere, runHere } from './in-process.js';

onEveryEngine('beside a running server', (engine) => {
  let place: Place;
  let server: ServerProcess;
  let tenant: Awaited<ReturnType<typeof bootstrapHere>>;
  let firstOutput: string;
  let cpuSeconds: number;
  const owner = () => server.as(tenant.secret);
  beforeAll(async () => {
    place = engine.place();
    server = await startServer(place.environment);
    cpuSeconds = await server.cpuSeconds();
    await server.line(engine.name === 'embedded' ? ANNOUNCED : /--owner EMAIL\n/);
    firstOutput = server.out();
    const port = new URL(server.endpoint).port;
    tenant = await bootstrapHere({ ...place.environment, PORT: port }, 'acme', '--plan', 'STANDARD');
  });
  afterAll(async () => {
    await server.end('SIGTERM');
    await place.remove();
  });

  it('which was ready on an empty store within 5 s of processor time', () => {
    expect(cpuSeconds).toBeLessThanOrEqual(5);
  });

  it(
    engine.name === 'embedded' ? 'an empty store gets a first organization' : 'an empty database is left alone',
    () => {
      const hint =
        'The database is empty. Create an organization and its owner, beside this server:\n' +
        '  npx --no -- latchkey bootstrap --organization SLUG --owner EMAIL\n';
      const ready = `Latchkey is ready at ${server.endpoint}\n`;
      expect(firstOutput.startsWith(ready)).toBe(true);
      expect(firstOutput.slice(ready.length)).toMatch(engine.name === 'embedded' ? ANNOUNCED : new RegExp(`^${hint}$`));
    },
  );

  it('`bootstrap` prints an owner and a curl of this server', async () => {
    const { data } = await owner()('query ($id: ID!) { me { __typename name } organization(id: $id) { slug plan } }', {
      id: tenant.id,
    });
    expect(data).toMatchObject({ me: { __typename: 'User' }, organization: { slug: 'acme', plan: 'STANDARD' } });
    expect(tenant.curl).toContain(`curl '${server.endpoint}' `);
    expect(tenant.curl).toContain(tenant.secret);
  });

  it.each(['later@acme.example', 'owner@acme.example'])('`token` gives %s one that works', async (email) => {
    if (email.startsWith('later')) {
      const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) { error { message } } }`;
      const input = { organization: { byId: tenant.id }, email, role: 'MEMBER' };
      expect((await owner()(add, { input })).data).toEqual({ addMember: { error: null } });
    }
    const { code, out, err } = await runHere(['token', '--user', email], place.environment);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, secret] = /^Token, shown once: (lku_\w+)\n$/.exec(out) ?? [];
    const { data } = await server.as(secret)('{ me { ... on User { email } } }');
    expect(data).toEqual({ me: { email } });
    expect((await owner()('{ me { id } }')).errors).toBeUndefined();
  });

  it('`token list` shows a user’s access tokens, and `token revoke` ends one from the next request on', async () => {
    const email = 'owner@acme.example';
    const [first, ...others] = (await runHere(['token', 'list', '--user', email], place.environment)).out.split('\n');
    expect(first).toMatch(/^[0-9a-f-]{36} {2}Issued by the operator {2}GraphQL {2}/);
    expect(others.at(-2)).toMatch(/^[0-9a-f-]{36} {2}Owner {2}GraphQL {2}/);
    const issue = ['token', '--user', email, '--json'];
    const { id, token } = JSON.parse((await runHere(issue, place.environment)).out) as { id: string; token: string };
    const me = () => server.as(token)('{ me { id } }');
    expect((await me()).errors).toBeUndefined();
    for (let again = 0; again < 2; again++) {
      const { code, out } = await runHere(['token', 'revoke', id], place.environment);
      expect({ code, out }).toEqual({ code: 0, out: 'The token "Issued by the operator" is revoked.\n' });
    }
    expect((await me()).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const listed = await runHere(['token', 'list', '--user', email, '--json'], place.environment);
    const { tokens } = JSON.parse(listed.out) as { tokens: object[] };
    expect(tokens[0]).toMatchObject({ id, graphql: true, scopes: [], organizationIds: [tenant.id] });
    expect(tokens[0]).toMatchObject({ revokedAt: expect.any(String) as string });
    expect(listed.out).not.toContain(token.slice(30, 60));
    const revoked = await runHere(['token', 'revoke', id, '--json'], place.environment);
    expect(JSON.parse(revoked.out)).toEqual({ id, revokedAt: expect.any(String) as string });
  });

  it('`token list` and `token revoke` say what is wrong, and repeat no value', async () => {
    const refusals = [
      [['token', 'revoke', tenant.projectId], 'No user access token has this id.'],
      [['token', 'revoke', tenant.secret], 'No user access token has this id.'],
      [['token', 'list', '--user', 'nobody@acme.example'], 'No user has this e-mail address.'],
      [['token', 'list'], 'Say whose tokens: --user EMAIL.'],
      [['token'], 'Say whose tokens: --user EMAIL.'],
    ] as const;
    for (const [words, message] of refusals) {
      const { code, out, err } = await runHere(words, place.environment);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(message);
      for (const word of words.filter((one) => one.length > 20)) expect(err).not.toContain(word);
    }
  });

  it('`plan` holds from the next request on', async () => {
    const input = { organizationId: tenant.id, name: 'A key', type: 'SUBGRAPH', resources: { subgraphs: [USERS] } };
    const create = async () => {
      const { data } = await owner()(CREATE_KEY_CARD, { input });
      return data.createKey.code ?? data.createKey.__typename;
    };
    for (let n = 0; n < 5; n++) expect(await create()).toBe('CreateKeyOk');
    expect(await create()).toBe('PLAN_LIMIT_REACHED');
    const { code, out } = await runHere(['plan', 'acme', 'ENTERPRISE'], place.environment);
    expect({ code, out }).toEqual({ code: 0, out: 'acme is on the plan ENTERPRISE.\n' });
    expect(await create()).toBe('CreateKeyOk');
    expect((await runHere(['plan', tenant.id, 'STANDARD'], place.environment)).code).toBe(0);
    expect(await create()).toBe('PLAN_LIMIT_REACHED');
  });
});
