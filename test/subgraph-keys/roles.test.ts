import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator } from '../../src/authorization/caller.js';
import { CATALOGUE, type PermissionId } from '../../src/authorization/catalogue.js';
import { ALL } from '../../src/authorization/resources.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member, USERS } from '../support/operations.js';
import { after, done, keysOf, owned, refusal, type ShownKey } from './operations.js';

const WHO = ['ORG_ADMIN', 'GRAPH_ADMIN', 'MEMBER', 'subgraph key', 'operator key', 'nobody'] as const;
type Who = (typeof WHO)[number];

const subgraphs = { subgraphs: [USERS] };
const OPERATIONS: Readonly<
  Record<string, { needs: string; only: readonly Who[]; send: (keys: Keys, keyId: string) => Promise<Answer> }>
> = {
  'create a subgraph key': {
    needs: 'key:create',
    only: ['ORG_ADMIN', 'GRAPH_ADMIN'],
    send: (keys) => keys.create({ name: 'x', type: 'SUBGRAPH', resources: subgraphs }),
  },
  'create an operator key': {
    needs: 'key:modify',
    only: ['ORG_ADMIN'],
    send: (keys) => keys.create({ name: 'x', type: 'OPERATOR' }),
  },
  'list keys': { needs: 'key:modify', only: ['ORG_ADMIN'], send: (keys) => keys.list() },
  'read a key': { needs: 'key:modify', only: ['ORG_ADMIN'], send: (keys, id) => keys.read(id) },
  'rename a key': { needs: 'key:modify', only: ['ORG_ADMIN'], send: (keys, id) => keys.rename(id, 'y') },
  'rotate a key': { needs: 'key:modify', only: ['ORG_ADMIN'], send: (keys, id) => keys.rotate(id) },
  'set the end of a key': {
    needs: 'key:modify',
    only: ['ORG_ADMIN'],
    send: (keys, id) => keys.expire(id, after(new Date(), 1e9)),
  },
  'revoke a key': { needs: 'key:modify', only: ['ORG_ADMIN'], send: (keys, id) => keys.revoke(id) },
  'delete a key': { needs: 'key:modify', only: ['ORG_ADMIN'], send: (keys, id) => keys.remove(id) },
};
type Keys = ReturnType<typeof keysOf>;

const MATRIX = Object.keys(OPERATIONS).flatMap((operation) =>
  WHO.map((who) => [who, OPERATIONS[operation]?.only.includes(who) ? 'may' : 'may not', operation] as const),
);

onEveryEngine('who may do what with keys', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let standing: { id: string };
  const senders = new Map<Who, Send>();
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    for (const role of ['ORG_ADMIN', 'GRAPH_ADMIN', 'MEMBER'] as const)
      senders.set(role, (await member(latchkey, tenant, role)).send);
    standing = await createKey(tenant);
    const operatorKey = done<ShownKey>(await owned(tenant).create({ name: 'x', type: 'OPERATOR' }), 'createKey');
    senders.set('subgraph key', latchkey.as((await createKey(tenant)).token));
    senders.set('operator key', latchkey.as(operatorKey.token));
    senders.set('nobody', latchkey.as());
  });
  afterAll(() => latchkey.close());

  /** What is stored of the keys, but for when they were used. */
  const everything = async () => {
    const { edges } = done<{ edges: { node: ShownKey }[] }>(
      await owned(tenant).list({ filter: { apiKeyStatus: 'ALL' } }),
      'apiKeys',
    );
    return edges.map(({ node }) => ({ ...node, lastUsed: null }));
  };

  it.each(MATRIX)('%s %s %s', async (who, may, name) => {
    const operation = OPERATIONS[name];
    const send = senders.get(who);
    if (!operation || !send) throw new Error('a row of the table names nothing');
    const { id } = may === 'may' ? await createKey(tenant) : standing;
    const before = await everything();
    const answer = await operation.send(keysOf(tenant, send), id);
    if (may === 'may') {
      expect(answer).toMatchObject({
        status: 200,
        errors: undefined,
        data: { organization: expect.anything() as object },
      });
      return;
    }
    // An operator key may not even see its organization, so that it answers as if there were none.
    if (who === 'operator key') expect(answer).toMatchObject({ data: { organization: null }, errors: undefined });
    else
      expect(
        refusal(answer, name === 'read a key' && who !== 'nobody' ? { organization: { apiKey: null } } : undefined),
      ).toMatchObject(
        who === 'nobody'
          ? { code: 'UNAUTHENTICATED', message: 'No access (reason: "Authorization token is missing")' }
          : {
              code: 'UNAUTHORISED',
              message: `No access (reason: "Missing permission for performing '${operation.needs}' on resource")`,
            },
      );
    expect(await everything()).toEqual(before);
  });

  it('tells a bad secret from a missing one, in Hive’s words', async () => {
    const answer = await keysOf(tenant, latchkey.as('ak_v2_wrong')).list();
    expect(refusal(answer)).toMatchObject({ code: 'UNAUTHENTICATED', message: 'Invalid token provided' });
  });

  it('never lets a key make a key, on either form', async () => {
    for (const who of ['subgraph key', 'operator key'] as const)
      for (const type of ['SUBGRAPH', 'OPERATOR'] as const) {
        const before = await everything();
        const send = senders.get(who) ?? tenant.owner;
        const keys = keysOf(tenant, send);
        const input = { name: 'x', type, resources: type === 'SUBGRAPH' ? subgraphs : null };
        expect((await keys.create(input)).data).toEqual({ organization: null });
        expect(JSON.stringify((await keys.createCard(input)).data)).not.toContain('CreateKeyOk');
        expect(await everything()).toEqual(before);
      }
  });

  it('never lets anybody give a key what they lack themselves', async () => {
    // No role is so, and no key may make keys: an access token with chosen permissions could ask for this.
    const { subgraphKeys } = latchkey.services;
    const creating = (type: 'SUBGRAPH' | 'OPERATOR', ...without: PermissionId[]) => {
      const permissions = new Set(CATALOGUE.map(({ id }) => id).filter((id) => !without.includes(id)));
      const { actor, ...rest } = operator();
      const grants = [{ organizationId: tenant.id, permissions, resources: ALL }];
      const input = { name: 'x', type, resources: type === 'SUBGRAPH' ? subgraphs : null };
      return subgraphKeys.create({ ...rest, actor: { ...actor, grants } }, tenant.id, input);
    };
    const beyond = expect.objectContaining({ code: 'EXCEEDS_CALLER_PERMISSIONS', field: null }) as unknown;
    expect(await creating('SUBGRAPH', 'schemaVersion:publish')).toEqual(beyond);
    expect(await creating('SUBGRAPH', 'schemaCheck:create')).toEqual(beyond);
    expect(await creating('OPERATOR', 'target:delete')).toEqual(beyond);
    for (const type of ['SUBGRAPH', 'OPERATOR'] as const)
      expect(await creating(type, 'member:modify')).toHaveProperty('credential');
  });

  it('follows a role that is taken away with the next request', async () => {
    const demoted = await member(latchkey, tenant, 'ORG_ADMIN');
    const { id } = await createKey(tenant);
    const updateRole = `mutation ($input: UpdateMemberRoleInput!) { updateMemberRole(input: $input) { ok { updatedMember { role } } } }`;
    const input = { organization: { byId: tenant.id }, email: demoted.email, role: 'GRAPH_ADMIN' };
    expect((await tenant.owner(updateRole, { input })).data.updateMemberRole.ok).not.toBeNull();
    expect(refusal(await keysOf(tenant, demoted.send).revoke(id)).code).toBe('UNAUTHORISED');
    await expect(createKey(tenant, 'x', demoted.send)).resolves.toBeDefined();
  });

  it('keeps a key good when the one who made it leaves', async () => {
    const gone = await member(latchkey, tenant, 'GRAPH_ADMIN');
    const { token } = await createKey(tenant, 'x', gone.send);
    const removeMember = `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { ok { removedUserId } } }`;
    const input = { organization: { byId: tenant.id }, email: gone.email };
    expect((await tenant.owner(removeMember, { input })).data.removeMember.ok).not.toBeNull();
    expect((await latchkey.as(token)('{ me { __typename } }')).data).toEqual({ me: { __typename: 'Graph' } });
    await expect(createKey(tenant, 'x', gone.send)).rejects.toThrow('no key was created');
  });
});
