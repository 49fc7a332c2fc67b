import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS_OF_USER } from '../../src/config/plans.js';
import {
  copies,
  createToken,
  DELETE,
  introspect,
  may,
  requestToken as requestOrganizationToken,
  signsIn,
} from '../organization-access-tokens/fixtures/tokens.js';
import { REMOVE_MEMBER, UPDATE_MEMBER_ROLE } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import { createPersonalToken, MINE, OF_MEMBERS, requestToken } from './personal-tokens.js';

const REVOKE = `mutation ($id: ID!) { revokeAccessToken(input: { accessToken: { byId: $id } }) { error { code } } }`;
const ROTATE = `mutation ($id: ID!) {
  rotateAccessToken(input: { accessToken: { byId: $id } }) {
    ok { privateAccessKey rotatedAccessToken { __typename } } error { code }
  }
}`;
const EXPIRE = `mutation ($id: ID!) {
  setAccessTokenExpiration(input: { accessToken: { byId: $id }, expiration: { period: ONE_YEAR } }) { error { code } }
}`;

onEveryEngine('a personal access token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  const refusal = async (send: Send, fields?: object) =>
    (await requestToken(tenant, send, fields)).data.createPersonalAccessToken.error;
  const codeOf = async (send: Send, mutation: string, id: string): Promise<string | undefined> => {
    const results: Record<string, { error: { code: string } | null }> = (await send(mutation, { id })).data;
    return Object.values(results)[0]?.error?.code;
  };

  it('acts as its owner, and with its own permissions alone', async () => {
    const { secret, token } = await createPersonalToken(tenant, tenant.owner, { expirationPeriod: 'ONE_WEEK' });
    expect(secret).toMatch(/^lku_\w{72}$/);
    expect(token).toMatchObject({
      title: 'Laptop',
      permissions: ['organization:describe'],
      resources: { mode: 'ALL' },
    });
    const me = (await tenant.owner('{ me { id } }')).data.me.id as string;
    expect(token.createdBy).toEqual({ actorId: me, type: 'USER' });
    const send = latchkey.as(secret);
    expect((await send('{ me { id } }')).data.me.id).toBe(me);
    expect((await send('query ($id: ID!) { organization(id: $id) { slug } }', { id: tenant.id })).data).toEqual({
      organization: { slug: tenant.slug },
    });
    expect((await send(OF_MEMBERS, { id: tenant.id })).errors?.[0]?.message).toContain("'member:describe'");
    expect(await may(latchkey, tenant, secret, 'project:describe', 'my-project')).toBe(false);
  });

  it('is cut down to its owner’s present role at every use', async () => {
    const { send, email } = await member(latchkey, tenant, 'GRAPH_ADMIN');
    const { secret } = await createPersonalToken(tenant, send, { permissions: ['schemaVersion:publish'] });
    const publishes = () => may(latchkey, tenant, secret, 'schemaVersion:publish', 'my-project/production/service/x');
    const change = (role: string) =>
      tenant.owner(UPDATE_MEMBER_ROLE, { input: { organization: { byId: tenant.id }, email, role } });
    expect(await publishes()).toBe(true);
    await change('MEMBER');
    expect(await publishes()).toBe(false);
    await change('ORG_ADMIN');
    expect(await publishes()).toBe(true);
    expect(await may(latchkey, tenant, secret, 'member:modify', '')).toBe(false);
  });

  it('does nothing once its owner is removed, even when they are added again', async () => {
    const { send, email } = await member(latchkey, tenant, 'MEMBER');
    const { secret } = await createPersonalToken(tenant, send);
    const active = async () => (await introspect(latchkey, tenant, secret)).active;
    expect(await active()).toBe(true);
    await tenant.owner(REMOVE_MEMBER, { input: { organization: { byId: tenant.id }, email } });
    expect(await active()).toBe(false);
    await tenant.owner(`mutation ($input: AddMemberInput!) { addMember(input: $input) { error { code } } }`, {
      input: { organization: { byId: tenant.id }, email, role: 'ORG_ADMIN' },
    });
    expect(await active()).toBe(false);
  });

  it('gets all that its owner may give when no permissions are named, and what has an effect on its resources', async () => {
    const { send } = await member(latchkey, tenant, 'MEMBER');
    const { token, secret } = await createPersonalToken(tenant, send, { permissions: undefined });
    expect(token.permissions).toEqual(expect.arrayContaining(['organization:describe', 'member:describe']));
    expect(token.permissions).not.toContain('personalAccessToken:modify');
    expect(await may(latchkey, tenant, secret, 'project:describe', 'my-project')).toBe(true);
    const projects = [{ projectId: tenant.projectId, targets: { mode: 'ALL' } }];
    const resources = { mode: 'GRANULAR', projects };
    const within = await createPersonalToken(tenant, send, { permissions: null, resources });
    expect(within.token.permissions).toEqual(['organization:describe', 'project:describe']);
  });

  it('is refused what its owner’s role does not give, in words that say what to do', async () => {
    const { send } = await member(latchkey, tenant, 'MEMBER');
    expect(await refusal(send, { permissions: ['schemaVersion:publish'] })).toMatchObject({
      code: 'EXCEEDS_CALLER_PERMISSIONS',
      message: 'Nobody grants more than they hold, and you do not hold schemaVersion:publish.',
    });
    expect((await refusal(send, { title: 'x' })).details).toEqual({ title: 'Minimum length is 2 characters.' });
    expect((await refusal(send, { permissions: ['no:such'] })).code).toBe('UNKNOWN_PERMISSION');
    const foreign = await latchkey.organization();
    const elsewhere = { organization: { byId: foreign.id } };
    expect((await refusal(send, elsewhere)).code).toBe('ORGANIZATION_NOT_FOUND');
    const projects = [{ projectId: foreign.projectId, targets: { mode: 'ALL' } }];
    expect((await refusal(send, { resources: { mode: 'GRANULAR', projects } })).code).toBe('PROJECT_NOT_FOUND');
  });

  describe('gives no further rights', () => {
    it('creates no personal token and no organization, and manages none', async () => {
      const { id } = await createPersonalToken(tenant, tenant.owner);
      const { secret } = await createPersonalToken(tenant, tenant.owner, { permissions: null });
      const send = latchkey.as(secret);
      const needed = "'personalAccessToken:modify'";
      expect((await requestToken(tenant, send)).errors?.[0]?.message).toContain(needed);
      const created = await send('mutation { createOrganization(input: { slug: "mine" }) { ok { __typename } } }');
      expect(created.errors?.[0]?.extensions.code).toBe('UNAUTHORISED');
      // It holds accessToken:modify, as its owner does, and so ends tokens; it gets no secret of one.
      for (const mutation of [ROTATE, EXPIRE]) expect(await codeOf(send, mutation, id)).toBe('NOT_OWNER');
      for (const permission of ['personalAccessToken:modify', 'organization:delete']) {
        const refused = await refusal(tenant.owner, { permissions: [permission] });
        expect(refused.code).toBe('UNKNOWN_PERMISSION');
      }
    });

    it('creates no other token that outlives it', async () => {
      const fields = { permissions: ['accessToken:modify', 'usage:report'], expirationPeriod: 'ONE_WEEK' };
      const send = latchkey.as((await createPersonalToken(tenant, tenant.owner, fields)).secret);
      const ask = async (expirationPeriod: string) =>
        (await requestOrganizationToken(tenant, { permissions: ['usage:report'], expirationPeriod }, send)).data
          .createOrganizationAccessToken.error?.code as string | undefined;
      expect(await ask('TWO_WEEKS')).toBe('EXCEEDS_CALLER_LIFETIME');
      expect(await ask('NEVER')).toBe('EXCEEDS_CALLER_LIFETIME');
    });

    it('is for users: an organization token cannot create one', async () => {
      const permissions = ['accessToken:modify', 'organization:describe'];
      const send = latchkey.as((await createToken(tenant, { permissions })).secret);
      expect((await requestToken(tenant, send)).errors?.[0]?.message).toContain("'personalAccessToken:modify'");
    });
  });

  it('is listed to its owner and to who manages access tokens, and to no other member', async () => {
    const { send, email } = await member(latchkey, tenant, 'MEMBER');
    const ids = [await createPersonalToken(tenant, send), await createPersonalToken(tenant, send)].map(({ id }) => id);
    const first = (await send(MINE, { id: tenant.id, first: 1 })).data.organization.me;
    const { endCursor: after } = first.accessTokens.pageInfo;
    const rest = (await send(MINE, { id: tenant.id, first: 1, after })).data.organization.me.accessTokens;
    const shown = [...first.accessTokens.nodes, ...rest.nodes].map(({ id }: { id: string }) => id);
    expect(shown).toEqual(ids.toReversed());
    expect([first.role, rest.pageInfo.hasNextPage]).toEqual(['MEMBER', false]);
    const { data } = await tenant.owner(OF_MEMBERS, { id: tenant.id });
    const own = data.organization.members.nodes.find((one: { user: { email: string } }) => one.user.email === email);
    expect(own.accessTokens.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed());
    const other = (await member(latchkey, tenant, 'MEMBER')).send;
    expect((await other(OF_MEMBERS, { id: tenant.id })).errors?.[0]?.message).toContain("'accessToken:modify'");
    const all = `query ($id: ID!, $token: ID!) { organization(id: $id) {
      accessTokenById(id: $token) { __typename id } allAccessTokens(first: 2) { nodes { __typename id } }
    } }`;
    const { organization } = (await tenant.owner(all, { id: tenant.id, token: ids[0] })).data;
    expect(organization.accessTokenById).toEqual({ __typename: 'PersonalAccessToken', id: ids[0] });
    expect(organization.allAccessTokens.nodes).toEqual(
      ids.toReversed().map((id) => ({ __typename: 'PersonalAccessToken', id })),
    );
  });

  it('is rotated by its owner alone, and ended by its owner or who manages access tokens', async () => {
    const { send } = await member(latchkey, tenant, 'MEMBER');
    const { id, secret } = await createPersonalToken(tenant, send);
    const other = (await member(latchkey, tenant, 'MEMBER')).send;
    for (const mutation of [ROTATE, EXPIRE, REVOKE, DELETE])
      expect((await other(mutation, { id })).errors?.[0]?.message).toContain("'accessToken:modify'");
    for (const mutation of [ROTATE, EXPIRE]) expect(await codeOf(tenant.owner, mutation, id)).toBe('NOT_OWNER');
    const rotated = (await send(ROTATE, { id })).data.rotateAccessToken.ok;
    expect(rotated.rotatedAccessToken.__typename).toBe('PersonalAccessToken');
    expect(await signsIn(latchkey, secret)).toBe(false);
    expect(await codeOf(send, EXPIRE, id)).toBeUndefined();
    expect(await codeOf(tenant.owner, REVOKE, id)).toBeUndefined();
    expect(await signsIn(latchkey, rotated.privateAccessKey)).toBe(false);
    expect(await codeOf(send, DELETE, id)).toBeUndefined();
    expect((await send(MINE, { id: tenant.id, first: 1 })).data.organization.me.accessTokens.nodes).toEqual([]);
  });

  it('counts towards the limit of its owner’s tokens', async () => {
    const { send } = await member(latchkey, tenant, 'MEMBER');
    const { id } = await createPersonalToken(tenant, send);
    // One is the token that the member signs in with.
    await copies(latchkey, id, LIMITS_OF_USER.liveUserAccessTokens - 2);
    expect(await refusal(send)).toMatchObject({
      code: 'LIMIT_REACHED',
      message: 'A user has 100 live access tokens at most. Revoke one first.',
    });
  });

  it('is offered the permissions of its owner’s role', async () => {
    const { send } = await member(latchkey, tenant, 'MEMBER');
    const query = `query ($id: ID!) { organization(id: $id) { me {
      availablePersonalAccessTokenPermissionGroups { permissions { id } }
    } } }`;
    const { me } = (await send(query, { id: tenant.id })).data.organization;
    const groups = me.availablePersonalAccessTokenPermissionGroups as { permissions: { id: string }[] }[];
    const permissions = groups.flatMap((group) => group.permissions.map(({ id }) => id));
    expect((await createPersonalToken(tenant, send, { permissions })).token.permissions).toEqual(permissions);
    expect(permissions).toContain('member:describe');
    expect(permissions).not.toContain('schemaVersion:publish');
  });
});
