import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import { type Rover, roverOf, roverResources } from './fixtures/rover.js';
import { done, refusal, type ShownKey } from './operations.js';

const BAD_SECRET = 'ak_v2_not-a-secret';

onEveryEngine('the rover command line', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let rover: Rover;
  let organizationId: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    organizationId = tenant.id;
    rover = roverOf(latchkey, tenant.ownerSecret);
  });
  afterAll(() => latchkey.close());

  const create = async (name = 'A key', by = rover) =>
    done<ShownKey>(
      await by('CreateKeyMutation', { organizationId, name, type: 'SUBGRAPH', resources: roverResources('a', 'b') }),
      'createKey',
    );

  it('creates a subgraph key', async () => {
    expect(await create('From the command line')).toEqual({
      id: expect.any(String) as string,
      keyName: 'From the command line',
      token: expect.stringMatching(/^ak_v2_/) as string,
    });
  });

  it('creates an operator key, whose resources are null', async () => {
    const variables = { organizationId, name: 'Operator', type: 'OPERATOR', resources: null };
    const key = done<ShownKey>(await rover('CreateKeyMutation', variables), 'createKey');
    expect(key).toMatchObject({ keyName: 'Operator', token: expect.stringMatching(/^ak_v2_/) as string });
  });

  it('creates an operator key, whose resources hold nulls', async () => {
    const resources = { subgraphs: null, gateways: null };
    const variables = { organizationId, name: 'Operator', type: 'OPERATOR', resources };
    expect(done<ShownKey>(await rover('CreateKeyMutation', variables), 'createKey').keyName).toBe('Operator');
  });

  it('lists keys, from the first with a cursor that is null', async () => {
    const { id } = await create('Listed');
    const page = await rover('ListKeysQuery', { organizationId, after: null });
    expect(done<{ edges: { node: ShownKey }[] }>(page, 'apiKeys').edges[0]?.node).toEqual({
      createdAt: expect.stringMatching(/Z$/) as string,
      expiresAt: expect.stringMatching(/Z$/) as string,
      id,
      keyName: 'Listed',
      token: expect.stringContaining('***') as string,
    });
  });

  it('lists without a cursor at all', async () => {
    expect((await rover('ListKeysQuery', { organizationId })).errors).toBeUndefined();
  });

  it('renames a key, having read it first', async () => {
    const { id } = await create('Before');
    const read = done<ShownKey>(await rover('GetKeyQuery', { keyId: id, organizationId }), 'apiKey');
    expect(read).toMatchObject({ id, keyName: 'Before' });
    const renamed = await rover('RenameKeyMutation', { keyId: id, name: 'After', organizationId });
    expect(done(renamed, 'renameKey')).toEqual({ keyName: 'After', id });
  });

  it('deletes a key', async () => {
    const { id, token } = await create();
    expect(done(await rover('DeleteKeyMutation', { keyId: id, organizationId }), 'deleteKey')).toBe(id);
    expect((await roverOf(latchkey, token)('ConfigWhoAmIQuery', null)).data).toEqual({ me: null });
  });

  it('shows whoami a user, with variables that are null', async () => {
    const { data, errors } = await rover('ConfigWhoAmIQuery', null);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      me: { __typename: 'User', id: expect.any(String) as string, asActor: { type: 'USER' } },
    });
  });

  it('shows whoami the graph that a subgraph key belongs to', async () => {
    const { token } = await create();
    const { data } = await roverOf(latchkey, token)('ConfigWhoAmIQuery', null);
    expect(data).toEqual({
      me: { __typename: 'Graph', title: 'my-project', id: tenant.projectId, asActor: { type: 'GRAPH' } },
    });
  });

  it.each([
    ['no key', undefined, 'Unauthorized: No access (reason: "Authorization token is missing")'],
    ['a bad key', BAD_SECRET, 'Unauthorized: Invalid token provided'],
  ])('tells whoami with %s that it is unauthorized, beside `me: null`', async (_, key, message) => {
    const { status, data, errors } = await roverOf(latchkey, key)('ConfigWhoAmIQuery', null);
    expect({ status, data: data as unknown }).toEqual({ status: 200, data: { me: null } });
    expect(errors).toEqual([
      { message, path: ['me'], locations: expect.any(Array) as object, extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  it('gets `organization: null` and no error for an organization that is not there or not its own', async () => {
    const foreign = await latchkey.organization();
    for (const id of [randomUUID(), 'no-such-organization', '', foreign.id, foreign.slug])
      for (const [operation, variables] of Object.entries({
        CreateKeyMutation: { name: 'x', type: 'OPERATOR', resources: null },
        DeleteKeyMutation: { keyId: randomUUID() },
        ListKeysQuery: { after: null },
        GetKeyQuery: { keyId: randomUUID() },
        RenameKeyMutation: { keyId: randomUUID(), name: 'x' },
      } as const)) {
        const answer = await rover(operation as 'ListKeysQuery', { organizationId: id, ...variables });
        expect(answer).toMatchObject({ status: 200, data: { organization: null }, errors: undefined });
      }
  });

  it('reads in the message alone what was wrong with a creation', async () => {
    const bad = async (variables: object) =>
      refusal(await rover('CreateKeyMutation', { organizationId, name: 'x', type: 'SUBGRAPH', ...variables })).message;
    const duplicate = { ...roverResources('a'), subgraphs: Array(2).fill(roverResources('a').subgraphs[0]) };
    await expect(bad({ resources: { subgraphs: [], gateways: null } })).resolves.toMatch(/at least one subgraph/);
    await expect(bad({ resources: null })).resolves.toMatch(/at least one subgraph/);
    await expect(bad({ resources: duplicate })).resolves.toMatch(/subgraphs\[1\]: this subgraph is listed twice/);
    await expect(bad({ name: '', resources: roverResources('a') })).resolves.toMatch(/1 to 100 characters/);
    await expect(bad({ type: 'ROUTER', resources: null })).resolves.toMatch(/SUBGRAPH and OPERATOR/);
  });

  it('reads in the message alone that a key is missing, and never a 4xx or 5xx', async () => {
    const keyId = randomUUID();
    for (const answer of [
      await rover('DeleteKeyMutation', { keyId, organizationId }),
      await rover('RenameKeyMutation', { keyId, name: 'x', organizationId }),
    ])
      expect(refusal(answer).message).toBe('The key does not exist in this organization.');
    const read = await rover('GetKeyQuery', { keyId, organizationId });
    expect(read).toMatchObject({ status: 200, data: { organization: { apiKey: null } }, errors: undefined });
  });

  it('gets HTTP 200 for a bad key, no key, bad variables and an operation that the schema lacks', async () => {
    const variables = { organizationId, name: 'x', type: 'OPERATOR', resources: null };
    const answers = [
      await roverOf(latchkey, BAD_SECRET)('CreateKeyMutation', variables),
      await roverOf(latchkey)('CreateKeyMutation', variables),
      await rover('CreateKeyMutation', { ...variables, type: 'NO_SUCH_TYPE' }),
      await rover('CreateKeyMutation', null),
      await tenant.owner('{ noSuchField }'),
      await tenant.owner('{'),
    ];
    for (const { status, errors } of answers) {
      expect(status).toBe(200);
      expect(errors?.[0]?.message).not.toBe('');
      expect(errors?.[0]?.message).toBeDefined();
    }
  });

  it('gains nothing by apollo-sudo', async () => {
    const { secret } = await member(latchkey, tenant, 'MEMBER');
    const answer = await roverOf(latchkey, secret)('ListKeysQuery', { organizationId, after: null });
    expect(refusal(answer)).toMatchObject({ code: 'UNAUTHORISED' });
  });
});
