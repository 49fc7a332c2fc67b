/** Limits on live credentials: see {@link Quota}. */
import { type Clock, hasPassed, instant } from '../clock.js';
import type { Quota } from '../quotas/quota.js';
import { LIMITS_OF_ORGANIZATION, LIMITS_OF_USER, limitMessage, type Plan } from '../config/plans.js';
import { type Credential, CREDENTIAL_KINDS, type CredentialKind } from './credential.js';

/** The quota of an organization's plan for live credentials of a kind. Expired ones give up their slots when others need them. */
export const quotaOfOrganization = (
  clock: Clock,
  { id: organizationId, plan }: { readonly id: string; readonly plan: Plan },
  kind: CredentialKind,
): Quota<Credential> => ({
  scope: `${organizationId}/${kind}`,
  limit: LIMITS_OF_ORGANIZATION[limitOf(kind)][plan],
  holders: { organizationIds: organizationId, kind, live: true },
  ending: ending(clock),
});

type Limiting = Parameters<typeof quotaOfOrganization>[1];

/**
 * The quota that a credential counts towards: its owner's, if it has an owner, otherwise its organization's, which is
 * undefined without one.
 */
export function quotaOf<T extends Limiting | undefined>(
  clock: Clock,
  organization: T,
  { kind, ownerId }: Pick<Credential, 'kind' | 'ownerId'>,
): Quota<Credential> | (T & undefined) {
  if (ownerId !== null) return quotaOfUser(clock, ownerId, LIMITS_OF_USER.liveUserAccessTokens);
  return organization && quotaOfOrganization(clock, organization, kind);
}

/** Says that an organization's plan allows no more live credentials of a kind, and what to do. */
export const quotaMessage = (plan: Plan, kind: CredentialKind): string =>
  CREDENTIAL_KINDS[kind].limit === null ? LIMIT_OF_USER : limitMessage(plan, limitOf(kind));

/** Says that a user may have no more live access tokens, and what to do. */
export const LIMIT_OF_USER = `A user has ${LIMITS_OF_USER.liveUserAccessTokens} live access tokens at most. Revoke one first.`;

function limitOf(kind: CredentialKind) {
  const { limit } = CREDENTIAL_KINDS[kind];
  if (limit === null) throw new Error("an organization's plan does not limit this kind of credential");
  return limit;
}

/** The quota of `limit` live access tokens of a user. */
export const quotaOfUser = (clock: Clock, ownerId: string, limit: number): Quota<Credential> => ({
  scope: `${ownerId}/USER_ACCESS_TOKEN`,
  limit,
  holders: { ownerId, live: true },
  ending: ending(clock),
});

/** The fields of a credential that no longer counts towards a limit. */
export const withoutSlot = ({ id }: Pick<Credential, 'id'>) => ({ slot: id, live: false });

const ending = (clock: Clock): Quota<Credential>['ending'] => ({
  field: 'expiresAt',
  now: () => instant(clock()),
  release: (one) => (hasPassed(one.expiresAt, clock()) ? { ...one, ...withoutSlot(one) } : one),
});
