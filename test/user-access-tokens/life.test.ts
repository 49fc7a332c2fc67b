import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokenFor } from '../../src/cli/bootstrap.js';
import { DELETE, introspect, may, signsIn } from '../organization-access-tokens/fixtures/tokens.js';
import { addMember, removeMember, updateRole } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as t from './user-tokens.js';

const SLUG = 'query ($id: ID!) { organization(id: $id) { slug } }';

onEveryEngine('a user access token', (engine) => {
  let latchkey: Latchkey;
  let one: Tenant;
  let two: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    [one, two] = [await latchkey.organization(), await latchkey.organization()];
  });
  afterAll(() => latchkey.close());
  const inBoth = () =>
    t.person(latchkey, [
      [one, 'ORG_ADMIN'],
      [two, 'MEMBER'],
    ]);
  const reaches = async (secret: string, { id, slug }: Tenant) =>
    (await latchkey.as(secret)(SLUG, { id })).data.organization?.slug === slug;
  const active = async (secret: string, tenant: Tenant) => (await introspect(latchkey, tenant, secret)).active;

  it('grants access to the organizations that were selected for it, and to no other of its owner', async () => {
    const { send } = await inBoth();
    const { secret, token } = await t.createUserToken([one], send);
    expect(secret).toMatch(/^lku_\w{72}$/);
    expect(token).toMatchObject({
      title: 'Laptop',
      graphql: true,
      scopes: [],
      permissions: [],
      resources: { mode: 'ALL' },
      organizations: [{ id: one.id }],
    });
    expect(token.createdBy).toEqual({ actorId: token.owner.id, type: 'USER' });
    expect([await reaches(secret, one), await reaches(secret, two)]).toEqual([true, false]);
    expect([await active(secret, one), await active(secret, two)]).toEqual([true, false]);
  });

  it('never does more than its owner may at that moment', async () => {
    const { send, email } = await inBoth();
    const { secret } = await t.createUserToken([one, two], send);
    const manages = (tenant: Tenant) => may(latchkey, tenant, secret, 'member:modify', '');
    expect([await manages(one), await manages(two)]).toEqual([true, false]);
    await updateRole(one, email, 'MEMBER');
    expect(await manages(one)).toBe(false);
    await removeMember(one, email);
    expect([await reaches(secret, one), await reaches(secret, two)]).toEqual([false, true]);
    await addMember(one, email, 'ORG_ADMIN');
    expect(await reaches(secret, one)).toBe(false);
  });

  it('gets another organization of its owner, and loses one, with the next request', async () => {
    const { send } = await inBoth();
    const { secret, id } = await t.createUserToken([one], send);
    const [first, second] = [one, two].map(({ id: byId }) => ({ id, organization: { byId } }));
    const added = (await send(t.ADD_ORGANIZATION, second)).data.addOrganizationToToken.ok.updatedUserAccessToken;
    expect(added.organizations).toEqual([{ id: one.id }, { id: two.id }]);
    expect(await reaches(secret, two)).toBe(true);
    expect(await t.codeOf(send, t.REMOVE_ORGANIZATION, first ?? {})).toBeUndefined();
    expect([await reaches(secret, one), await reaches(secret, two)]).toEqual([false, true]);
    // One that is not there is none to take off.
    expect(await t.codeOf(send, t.REMOVE_ORGANIZATION, first ?? {})).toBeUndefined();
    expect(await signsIn(latchkey, secret)).toBe(true);
  });

  it('gets back by its owner an organization that they left and joined again', async () => {
    const { send, email } = await inBoth();
    const { secret, id } = await t.createUserToken([one, two], send);
    await removeMember(two, email);
    await addMember(two, email, 'MEMBER');
    expect(await reaches(secret, two)).toBe(false);
    const again = await t.person(latchkey, [[one, 'MEMBER']]);
    // The owner signs in by a token that was issued since.
    const fresh = latchkey.as((await tokenFor(latchkey.services, email)).reveal());
    const variables = { id, organization: { bySelector: { organizationSlug: two.slug } } };
    expect(await t.codeOf(again.send, t.ADD_ORGANIZATION, variables)).toBe('NOT_FOUND');
    expect(await t.codeOf(fresh, t.ADD_ORGANIZATION, variables)).toBeUndefined();
    expect(await reaches(secret, two)).toBe(true);
  });

  it('loses by its owner an organization that they left, which they see no more', async () => {
    const { send, email } = await inBoth();
    const { id } = await t.createUserToken([one, two], send);
    await removeMember(two, email);
    expect(await t.codeOf(send, t.REMOVE_ORGANIZATION, { id, organization: { byId: two.id } })).toBeUndefined();
    const { credentials } = latchkey.services;
    expect((await credentials.get(id))?.organizationIds).toEqual([one.id]);
  });

  it('is listed to its owner, newest first, and renamed, rotated, given another end, revoked and deleted', async () => {
    const { send } = await inBoth();
    const made = [await t.createUserToken([one], send), await t.createUserToken([two], send)];
    const page = (await send(t.MINE, { first: 2 })).data.me.accessTokens;
    expect(page.nodes.map(({ id }: { id: string }) => id)).toEqual(made.map(({ id }) => id).toReversed());
    const [{ id, secret } = { id: '', secret: '' }] = made;
    const rest = (await send(t.MINE, { first: 2, after: page.pageInfo.endCursor })).data.me.accessTokens;
    expect(rest.nodes).toMatchObject([{ title: 'Issued by the operator', organizations: [{}, {}] }]);
    const { updatedUserAccessToken } = (await send(t.RENAME, { id, title: ' Old laptop ' })).data.renameUserAccessToken
      .ok;
    expect(updatedUserAccessToken.title).toBe('Old laptop');
    expect(await t.codeOf(send, t.RENAME, { id, title: '=1+1' })).toBe('INVALID_TITLE');
    const { ok } = (await send(t.ROTATE, { id })).data.rotateAccessToken;
    expect(ok.rotatedAccessToken).toEqual({ __typename: 'UserAccessToken', id });
    const next = ok.privateAccessKey as string;
    expect([await signsIn(latchkey, secret), await signsIn(latchkey, next)]).toEqual([false, true]);
    expect(await t.codeOf(send, t.EXPIRE, { id })).toBeUndefined();
    expect((await send(t.READ, { id })).data.me.accessToken).toMatchObject({ expiresAt: expect.any(String) as string });
    expect(await t.codeOf(send, t.REVOKE, { id })).toBeUndefined();
    expect(await signsIn(latchkey, next)).toBe(false);
    expect((await send(t.READ, { id })).data.me.accessToken.revokedAt).toEqual(expect.any(String));
    const variables = { id, organization: { byId: two.id } };
    expect(await t.codeOf(send, t.ADD_ORGANIZATION, variables)).toBe('REVOKED');
    expect(await t.codeOf(send, DELETE, { id })).toBeUndefined();
    expect((await send(t.READ, { id })).data.me.accessToken).toBeNull();
    expect(await t.codeOf(send, t.RENAME, { id, title: 'Gone' })).toBe('NOT_FOUND');
  });

  it('ends when it was told to, and is created once under one Idempotency-Key', async () => {
    const { send } = await inBoth();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const { token, secret } = await t.createUserToken([one], send, { expiration: { at } });
    expect(token.expiresAt).toBe(at);
    latchkey.clock.now = new Date(at);
    expect(await signsIn(latchkey, secret)).toBe(false);
    latchkey.clock.now = undefined;
    const input = { organizations: [{ byId: one.id }], title: 'Once', graphql: true };
    const create = async () => (await send(t.CREATE, { input }, { 'idempotency-key': 'once' })).data;
    const [first, second] = [await create(), await create()].map(({ createUserAccessToken: { ok } }) => ok);
    expect(second.createdUserAccessToken.id).toBe(first.createdUserAccessToken.id);
    expect(second.privateAccessKey).not.toBe(first.privateAccessKey);
  });

  it('is seen by an admin of an organization that it reaches, who sees no other organization of it', async () => {
    const { send, email } = await inBoth();
    const { id } = await t.createUserToken([one, two], send);
    const { id: elsewhere } = await t.createUserToken([one], send);
    const query = `query ($id: ID!) { organization(id: $id) { members(first: 10) { nodes { user {
      email accessTokens(first: 3) { nodes { id organizations { id } } }
    } } } } }`;
    const seenBy = async (caller: typeof send, tenant: Tenant) => {
      const { organization } = (await caller(query, { id: tenant.id })).data;
      const users = organization.members.nodes.map(({ user }: { user: object }) => user) as {
        email: string;
        accessTokens: { nodes: { id: string; organizations: object[] }[] };
      }[];
      return users.find((user) => user.email === email)?.accessTokens.nodes ?? [];
    };
    const seen = await seenBy(two.owner, two);
    expect(seen[0]).toMatchObject({ id, organizations: [{ id: two.id }] });
    expect(seen.map((token) => token.id)).not.toContain(elsewhere);
    const member = await t.person(latchkey, [[two, 'MEMBER']]);
    expect(await seenBy(member.send, two)).toEqual([]);
    await removeMember(two, email);
    await addMember(two, email, 'MEMBER');
    expect((await seenBy(two.owner, two)).map((token) => token.id)).not.toContain(id);
  });
});
