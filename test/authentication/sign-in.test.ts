/** What signing in costs, told by what it reads. bench/sign-in.ts measures the processor time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { fillMembers } from '../support/filled.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';
import { Watched } from '../support/watched.js';

const MANY = 120;

onEveryEngine('signing in with a user access token', (engine) => {
  const watched = new Watched();
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: watched.wrap });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('reads as many bytes in an organization of many members as in one of a few', async () => {
    const { send } = await member(latchkey, tenant, 'MEMBER');
    await latchkey.services.relay.drain();
    const bytes = async (query: string) => {
      watched.bytes = 0;
      const reads = await watched.readsOf(async () => expect((await send(query)).errors).toBeUndefined());
      return { reads, bytes: watched.bytes };
    };
    const signIn = '{ whoAmI { title } }';
    const organization = `{ organization(id: "${tenant.id}") { slug } }`;
    const few = [await bytes(signIn), await bytes(organization)];
    await fillMembers(latchkey, tenant.id, MANY);
    expect([await bytes(signIn), await bytes(organization)]).toEqual(few);
    expect(few[0]?.reads).toEqual(['credentials.get', 'memberships.getMany', 'organizations.getMany']);
    expect(few[1]?.bytes).toBeGreaterThan(few[0]?.bytes ?? Infinity);
  });
});
