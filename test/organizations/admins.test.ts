/** The list of admins that an organization keeps is a part of the admins there are, whatever happens between the two writes. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isAdmin } from '../../src/organizations/membership.js';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { embedded, onEveryEngine, type Place } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import { Watched, WRITES } from '../support/watched.js';
import { addMember, expectData, removeMember, updateRole } from './operations.js';

/** The users who are admins, and those whom the organization lists. */
async function adminsOf({ services }: Latchkey, { id }: Tenant) {
  const { memberships, organizations } = services.collections;
  const { items } = await memberships.page({ organizationId: id, active: true }, { first: 100 });
  const listed = (await organizations.get(id))?.adminIds ?? [];
  return { admins: items.filter(isAdmin).map(({ userId }) => userId), listed };
}

async function expectAdmins(latchkey: Latchkey, tenant: Tenant, count?: number): Promise<void> {
  const { admins, listed } = await adminsOf(latchkey, tenant);
  expect(listed.length).toBeGreaterThan(0);
  expect(admins).toEqual(expect.arrayContaining([...listed]));
  if (count !== undefined) expect([admins.length, listed.length]).toEqual([count, count]);
}

describe('a process that dies in a change of admins', () => {
  let whole: Latchkey;
  let place: Place;
  beforeAll(async () => {
    place = embedded.place();
    whole = await startLatchkey(embedded, { place });
  });
  afterAll(async () => {
    await whole.close();
    await place.remove();
  });

  it.each<[string, (tenant: Tenant, owner: Send, admin: string, member: string) => Promise<Answer>]>([
    ['adds one', (tenant, owner) => addMember(tenant, 'new@example.com', 'ORG_ADMIN', owner)],
    ['makes a member one', (tenant, owner, _, email) => updateRole(tenant, email, 'ORG_ADMIN', owner)],
    ['makes one a member', (tenant, owner, email) => updateRole(tenant, email, 'MEMBER', owner)],
    ['removes one', (tenant, owner, email) => removeMember(tenant, email, owner)],
  ])('and %s, lists none who is no admin, and the next change goes on from there', async (_, change) => {
    let finished = false;
    for (let writes = 1; !finished; writes++) {
      const tenant = await whole.organization();
      const admin = await member(whole, tenant, 'ORG_ADMIN');
      const { email } = await member(whole, tenant, 'MEMBER');
      let left = writes;
      const watched = new Watched();
      watched.failure = (method) => {
        if (left === 0) return new StoreUnavailable('dead');
        if (WRITES.some((one) => one === method)) left -= 1;
        return undefined;
      };
      const latchkey = await startLatchkey(embedded, { place, wrap: watched.wrap });
      const { errors } = await change(tenant, latchkey.as(tenant.ownerSecret), admin.email, email);
      finished = errors === undefined;
      await latchkey.close();
      await expectAdmins(whole, tenant);
      // The owner goes, so that whoever else is an admin has to stay, whether the list had them or not.
      const others = (await adminsOf(whole, tenant)).admins.length - 1;
      const removed = (await removeMember(tenant, tenant.ownerEmail)).data as { removeMember: { error: unknown } };
      expect(removed.removeMember.error === null, `after ${writes} writes`).toBe(others > 0);
      await expectAdmins(whole, tenant);
      expect(writes).toBeLessThan(10);
    }
  });
});

onEveryEngine('changes of admins at the same time', (engine) => {
  const interrupted = new Interrupted();
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: interrupted.wrap });
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('leave the last admin in place, also while they are being demoted', async () => {
    const { email } = await member(latchkey, tenant, 'ORG_ADMIN');
    await latchkey.services.relay.drain();
    // They are off the list, and are the only ones left to put back on it.
    interrupted.before('memberships.replace', () => removeMember(tenant, tenant.ownerEmail));
    const error = { code: 'LAST_ORG_ADMIN' };
    expectData(await updateRole(tenant, email, 'MEMBER'), { updateMemberRole: { error } });
    await expectAdmins(latchkey, tenant, 1);
  });

  it('never list a member who is demoted before they are listed', async () => {
    const { email } = await member(latchkey, tenant, 'MEMBER');
    await latchkey.services.relay.drain();
    interrupted.before('organizations.replace', () => updateRole(tenant, email, 'MEMBER'));
    expectData(await updateRole(tenant, email, 'ORG_ADMIN'), { updateMemberRole: { error: null } });
    await expectAdmins(latchkey, tenant, 1);
    const { send } = await member(latchkey, tenant, 'ORG_ADMIN');
    expectData(await removeMember(tenant, tenant.ownerEmail, send), { removeMember: { error: null } });
    await expectAdmins(latchkey, tenant, 1);
  });

  it('add somebody once who was removed, and is added twice', async () => {
    const { email } = await member(latchkey, tenant, 'ORG_ADMIN');
    await removeMember(tenant, email);
    const answers = await Promise.all([addMember(tenant, email, 'ORG_ADMIN'), addMember(tenant, email, 'MEMBER')]);
    const codes = answers.map(
      ({ data }) => (data as { addMember: { error: { code: string } | null } }).addMember.error,
    );
    expect(codes.filter((one) => one === null)).toHaveLength(1);
    expect(codes.find((one) => one !== null)).toMatchObject({ code: 'ALREADY_A_MEMBER' });
    await expectAdmins(latchkey, tenant);
  });
});
