/** Removing an organization from a token, as seed 003 describes it for the admins of the organization. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken, introspect } from '../organization-access-tokens/fixtures/tokens.js';
import { trailOf } from '../audit/trail.js';
import { createPersonalToken } from '../personal-access-tokens/personal-tokens.js';
import { removeMember } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as t from './user-tokens.js';

onEveryEngine('removing an organization from somebody’s token', (engine) => {
  let latchkey: Latchkey;
  let one: Tenant;
  let two: Tenant;
  let owner: Send;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    [one, two] = [await latchkey.organization(), await latchkey.organization()];
    ({ send: owner } = await t.person(latchkey, [
      [one, 'MEMBER'],
      [two, 'MEMBER'],
    ]));
  });
  afterAll(() => latchkey.close());
  const reaches = async (secret: string, { id }: Tenant) =>
    (await latchkey.as(secret)('query ($id: ID!) { organization(id: $id) { id } }', { id })).data.organization !== null;
  const of = (id: string, tenant: Tenant, more: object = {}) => ({ id, organization: { byId: tenant.id }, ...more });

  it('ends its access to the organization with the next request, and does not delete it', async () => {
    const { secret, id } = await t.createUserToken([one, two], owner);
    const { errors, data } = await one.owner(t.REMOVE_ORGANIZATION, of(id, one));
    expect(errors).toBeUndefined();
    expect(data.removeOrganizationFromToken.ok.updatedUserAccessToken).toMatchObject({ id, organizations: [] });
    expect([await reaches(secret, one), await reaches(secret, two)]).toEqual([false, true]);
    expect((await introspect(latchkey, one, secret)).active).toBe(false);
    const mine = (await owner(t.READ, { id })).data.me.accessToken;
    expect(mine).toMatchObject({ revokedAt: null, organizations: [{ id: two.id }] });
    // It is none of theirs any more.
    expect(await t.codeOf(one.owner, t.REMOVE_ORGANIZATION, of(id, one))).toBe('NOT_FOUND');
  });

  it('lets the owner add it again', async () => {
    const { secret, id } = await t.createUserToken([one], owner);
    await one.owner(t.REMOVE_ORGANIZATION, of(id, one));
    expect(await t.codeOf(owner, t.ADD_ORGANIZATION, of(id, one))).toBeUndefined();
    expect(await reaches(secret, one)).toBe(true);
  });

  it('with a block leaves the owner no way back, in this organization alone', async () => {
    const { secret, id } = await t.createUserToken([one, two], owner);
    expect(await t.codeOf(one.owner, t.REMOVE_ORGANIZATION, of(id, one, { block: true }))).toBeUndefined();
    // It is a stranger's token now, which the admin sees no more.
    expect(await t.codeOf(one.owner, t.REMOVE_ORGANIZATION, of(id, one, { block: true }))).toBe('NOT_FOUND');
    expect(await t.codeOf(owner, t.REMOVE_ORGANIZATION, of(id, two))).toBeUndefined();
    expect(await t.codeOf(owner, t.ADD_ORGANIZATION, of(id, one))).toBe('BLOCKED');
    expect(await t.codeOf(owner, t.ADD_ORGANIZATION, of(id, two))).toBeUndefined();
    expect([await reaches(secret, one), await reaches(secret, two)]).toEqual([false, true]);
  });

  it('blocks it also when the owner removed it between the look at the token and the write', async () => {
    const { id } = await t.createUserToken([one, two], owner);
    const { credentials } = latchkey.services;
    const get = credentials.get.bind(credentials);
    let reads = 0;
    credentials.get = async (asked) => {
      const found = await get(asked);
      // The second look is that of an admin at a token that is not their own.
      if (asked === id && ++reads === 2) await owner(t.REMOVE_ORGANIZATION, of(id, one));
      return found;
    };
    expect(await t.codeOf(one.owner, t.REMOVE_ORGANIZATION, of(id, one, { block: true }))).toBeUndefined();
    credentials.get = get;
    expect(reads).toBeGreaterThan(1);
    expect(await t.codeOf(owner, t.ADD_ORGANIZATION, of(id, one))).toBe('BLOCKED');
  });

  it('blocks it for an owner who removed it without a block before', async () => {
    const { id } = await t.createUserToken([two], two.owner);
    expect(await t.codeOf(two.owner, t.REMOVE_ORGANIZATION, of(id, two))).toBeUndefined();
    expect(await t.codeOf(two.owner, t.REMOVE_ORGANIZATION, of(id, two, { block: true }))).toBeUndefined();
    expect(await t.codeOf(two.owner, t.ADD_ORGANIZATION, of(id, two))).toBe('BLOCKED');
  });

  it('is refused to an admin for the token of a former member, and shows nothing of it', async () => {
    const { send, email } = await t.person(latchkey, [[one, 'MEMBER']]);
    const { id } = await t.createUserToken([one], send);
    await removeMember(one, email);
    expect(await t.codeOf(one.owner, t.REMOVE_ORGANIZATION, of(id, one))).toBe('NOT_FOUND');
  });

  it('is recorded in the organization, once, and in no other', async () => {
    const { id } = await t.createUserToken([one, two], owner);
    for (let again = 0; again < 2; again++) await one.owner(t.REMOVE_ORGANIZATION, of(id, one, { block: true }));
    const told = async ({ id: where }: Tenant) =>
      (await trailOf(latchkey, where)).filter(
        ({ action, subjectId }) => action === 'credential.organizationRemoved' && subjectId === id,
      );
    expect(await told(one)).toMatchObject([
      { change: { from: one.slug, to: null, blocked: true }, actorTitle: one.ownerEmail, organizationIds: [one.id] },
    ]);
    expect(await told(two)).toEqual([]);
  });

  it('takes accessAudit:modify there: others get the answer for a token that does not exist', async () => {
    const { secret, id } = await t.createUserToken([one, two], owner);
    const graphAdmin = (await t.person(latchkey, [[one, 'GRAPH_ADMIN']])).send;
    const tokens = latchkey.as((await createToken(one, { permissions: ['accessToken:modify'] })).secret);
    const personal = latchkey.as((await createPersonalToken(two, two.owner)).secret);
    for (const send of [graphAdmin, tokens, personal, two.owner])
      expect(await t.codeOf(send, t.REMOVE_ORGANIZATION, of(id, one))).toBe('NOT_FOUND');
    const permissions = ['accessAudit:describe', 'organization:describe'];
    const auditor = latchkey.as((await createToken(one, { permissions })).secret);
    const refused = await auditor(t.REMOVE_ORGANIZATION, of(id, one));
    expect(refused.errors?.[0]?.message).toContain("'accessAudit:modify'");
    const blocking = await owner(t.REMOVE_ORGANIZATION, of(id, one, { block: true }));
    expect(blocking.errors?.[0]?.message).toContain("'accessAudit:modify'");
    expect(await reaches(secret, one)).toBe(true);
  });
});
