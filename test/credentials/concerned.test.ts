/** Whose audit trails tell of a change to a credential. */
import { expect, it } from 'vitest';
import type { Caller } from '../../src/authorization/caller.js';
import type { Credential } from '../../src/credentials/credential.js';
import { concernedBy } from '../../src/credentials/events.js';

const token = { ownerId: 'owner', organizationIds: ['joined', 'left'] } as unknown as Credential;
const caller = (id: string, type = 'USER') =>
  ({ actor: { ref: { type, id }, grants: [{ organizationId: 'joined' }] } }) as unknown as Caller;

it("a user's change of their own token concerns those organizations of it that they are a member of", () => {
  expect(concernedBy(caller('owner'), token)).toEqual(['joined']);
});

it("anybody else's change concerns every organization that the token reaches", () => {
  expect(concernedBy(caller('another user'), token)).toEqual(['joined', 'left']);
  expect(concernedBy(caller('owner', 'INTERNAL'), token)).toEqual(['joined', 'left']);
});

it('a change of a key or an organization access token, which no user owns, concerns its organization', () => {
  const key = { ownerId: null, organizationIds: ['left'] } as unknown as Credential;
  expect(concernedBy(caller('owner'), key)).toEqual(['left']);
});
