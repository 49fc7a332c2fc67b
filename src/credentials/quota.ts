/** How many credentials of a kind may be live: see {@link Quota}. */
import { type Clock, hasPassed, instant } from '../clock.js';
import type { Quota } from '../quotas/quota.js';
import type { Credential, CredentialKind } from './credential.js';

/** The slots that `limit` live credentials of a kind have in an organization. Expired ones give theirs up when it is wanted. */
export const quotaOfOrganization = (
  clock: Clock,
  organizationId: string,
  kind: CredentialKind,
  limit: number,
): Quota<Credential> => ({
  scope: `${organizationId}/${kind}`,
  limit,
  holders: { organizationIds: organizationId, kind, live: true },
  ending: ending(clock),
});

/** The slots that `limit` live access tokens of a user have. */
export const quotaOfUser = (clock: Clock, ownerId: string, limit: number): Quota<Credential> => ({
  scope: `${ownerId}/USER_ACCESS_TOKEN`,
  limit,
  holders: { ownerId, live: true },
  ending: ending(clock),
});

/** The fields of a credential that counts no longer. */
export const withoutSlot = ({ id }: Pick<Credential, 'id'>) => ({ slot: id, live: false });

const ending = (clock: Clock): Quota<Credential>['ending'] => ({
  field: 'expiresAt',
  now: () => instant(clock()),
  release: (one) => (hasPassed(one.expiresAt, clock()) ? { ...one, ...withoutSlot(one) } : one),
});
