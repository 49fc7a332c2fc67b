/** Whose audit trails tell of a change to a credential. */
import { expect, it } from 'vitest';
import type { Caller } from '../../src/authorization/caller.js';
import type { Credential } from '../../src/credentials/credential.js';
import { concernedBy } from '../../src/credentials/reach.js';

const token = { ownerId: 'owner', organizationIds: ['joined', 'left'], memberships: [] } as unknown as Credential;
const caller = (id: string, type = 'USER') => ({ actor: { ref: { type, id }, grants: [] } }) as unknown as Caller;
/** The memberships of the token's owner that last. */
const memberships = { roles: () => Promise.resolve(new Map([['joined', 'MEMBER']])) };

it("a user's change of their own token concerns those organizations of it that they are a member of", async () => {
  expect(await concernedBy(caller('owner'), token, memberships)).toEqual(['joined']);
});

it("anybody else's change concerns every organization that the token reaches", async () => {
  expect(await concernedBy(caller('another user'), token, memberships)).toEqual(['joined', 'left']);
  expect(await concernedBy(caller('owner', 'INTERNAL'), token, memberships)).toEqual(['joined', 'left']);
});

it('a change of a key or an organization access token, which no user owns, concerns its organization', async () => {
  const key = { ownerId: null, organizationIds: ['left'] } as unknown as Credential;
  expect(await concernedBy(caller('owner'), key, memberships)).toEqual(['left']);
});
