import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import * as f from './fixtures/tokens.js';

const MISSING = `No access (reason: "Missing permission for performing 'accessToken:modify' on resource")`;

/** Everything one can ask of access tokens, as somebody. */
const everything = (tenant: Tenant, id: string, send: Send) => {
  const organization = tenant.id;
  const groups = '{ organization(id: "ID") { availableOrganizationAccessTokenPermissionGroups { id } } }';
  return {
    list: () => send(f.LIST, { organization }),
    read: () => send(f.READ, { organization, id }),
    groups: () => send(groups.replace('ID', organization)),
    create: () => f.requestToken(tenant, {}, send),
    rotate: () => send(f.ROTATE, { id }),
    setExpiration: () => send(f.SET_EXPIRATION, { id, expiration: { period: 'ONE_YEAR' } }),
    revoke: () => send(f.REVOKE, { id }),
    delete: () => send(f.DELETE, { id }),
    deleteTheOldWay: () =>
      send(
        `mutation ($id: ID!) {
          deleteOrganizationAccessToken(input: { organizationAccessToken: { byId: $id } }) { ok { __typename } error { message } }
        }`,
        { id },
      ),
  };
};

onEveryEngine('access tokens are managed by whoever holds the permission to manage access tokens', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it.each(['MEMBER', 'GRAPH_ADMIN'] as const)('so no %s lists, reads, creates or ends any', async (role) => {
    const { id, secret } = await f.createToken(tenant);
    const { send } = await member(latchkey, tenant, role);
    for (const [what, ask] of Object.entries(everything(tenant, id, send))) {
      const { errors, status } = await ask();
      expect({ what, status, errors: errors?.map(({ message, extensions }) => [message, extensions]) }).toEqual({
        what,
        status: 200,
        errors: [[MISSING, { code: 'UNAUTHORISED' }]],
      });
    }
    expect(await f.signsIn(latchkey, secret)).toBe(true);
  });

  it('so a token with every other permission does none of it', async () => {
    const { id, secret } = await f.createToken(tenant);
    const { data } = await tenant.owner(
      '{ organization(id: "ID") { availableOrganizationAccessTokenPermissionGroups { permissions { id } } } }'.replace(
        'ID',
        tenant.id,
      ),
    );
    const all = data.organization.availableOrganizationAccessTokenPermissionGroups as {
      permissions: { id: string }[];
    }[];
    const permissions = all
      .flatMap((group) => group.permissions.map((one) => one.id))
      .filter((one) => one !== 'accessToken:modify');
    const other = await f.createToken(tenant, { permissions });
    for (const ask of Object.values(everything(tenant, id, latchkey.as(other.secret))))
      expect((await ask()).errors?.[0]?.message).toBe(MISSING);
    expect(await f.signsIn(latchkey, secret)).toBe(true);
  });

  it('so another Org Admin does all of it', async () => {
    const { id } = await f.createToken(tenant);
    const { send } = await member(latchkey, tenant, 'ORG_ADMIN');
    for (const [what, ask] of Object.entries(everything(tenant, id, send)).filter(([one]) => one !== 'revoke')) {
      const { errors, data } = await ask();
      expect([what, errors, JSON.stringify(data).includes('"error":{')]).toEqual([what, undefined, false]);
    }
  });

  it('so a token that holds nothing else creates, rotates, revokes and deletes', async () => {
    const { secret } = await f.createToken(tenant, { permissions: ['accessToken:modify'] });
    const send = latchkey.as(secret);
    const made = await f.createToken(tenant, { permissions: ['accessToken:modify'] }, send);
    expect(await f.signsIn(latchkey, made.secret)).toBe(true);
    const rotated = await send(f.ROTATE, { id: made.id });
    expect(rotated.data.rotateAccessToken.error).toBeNull();
    const revoked = await send(f.REVOKE, { id: made.id });
    expect(revoked.data.revokeAccessToken.error).toBeNull();
    const deleted = await send(f.DELETE, { id: made.id });
    expect(deleted.data.deleteAccessToken.ok).toEqual({ deletedAccessTokenId: made.id });
  });

  it('so a token that also sees the organization lists and reads', async () => {
    const permissions = ['accessToken:modify', 'organization:describe'];
    const { id, secret } = await f.createToken(tenant, { permissions });
    const { list, read, groups } = everything(tenant, id, latchkey.as(secret));
    expect((await list()).data.organization.accessTokens.edges[0].node.id).toBe(id);
    expect((await read()).data.organization.accessToken.id).toBe(id);
    expect((await groups()).errors).toBeUndefined();
  });

  it('so a demoted member does none of it any more', async () => {
    const { id } = await f.createToken(tenant);
    const { send, email } = await member(latchkey, tenant, 'ORG_ADMIN');
    const { list, create } = everything(tenant, id, send);
    expect((await list()).errors).toBeUndefined();
    await tenant.owner(
      'mutation ($input: UpdateMemberRoleInput!) { updateMemberRole(input: $input) { error { message } } }',
      { input: { organization: { byId: tenant.id }, email, role: 'GRAPH_ADMIN' } },
    );
    expect((await list()).errors?.[0]?.message).toBe(MISSING);
    expect((await create()).errors?.[0]?.message).toBe(MISSING);
  });

  it('so a caller who is not signed in does none of it, and gets the message that real clients know', async () => {
    const { id } = await f.createToken(tenant);
    for (const ask of Object.values(everything(tenant, id, latchkey.as())))
      expect((await ask()).errors?.[0]).toMatchObject({
        message: 'No access (reason: "Authorization token is missing")',
        extensions: { code: 'UNAUTHENTICATED' },
      });
  });
});
