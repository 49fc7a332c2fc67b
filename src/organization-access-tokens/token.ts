/** Organization access tokens: which credentials they are, how many an organization may have, which to list. */
import type { Clock } from '../clock.js';
import { LIMITS_OF_ORGANIZATION } from '../config/plans.js';
import type { Credential } from '../credentials/credential.js';
import { quotaOfOrganization } from '../credentials/quota.js';
import type { Organization } from '../organizations/organization.js';

/** Which tokens to list; null means any. */
export interface TokenFilter {
  /** Those last used before this moment, or created before it and never used. */
  readonly unusedSince: Date | null;
  /** Those that are valid now and end before this moment. */
  readonly expiresBefore: Date | null;
}

/** Whether a credential is an organization access token. */
export const isToken = ({ kind }: Credential): boolean => kind === 'ORGANIZATION_ACCESS_TOKEN';

/** How many live tokens an organization may have by its plan. */
export const quotaOf = (clock: Clock, { id, plan }: Pick<Organization, 'id' | 'plan'>) =>
  quotaOfOrganization(clock, id, 'ORGANIZATION_ACCESS_TOKEN', LIMITS_OF_ORGANIZATION.liveAccessTokens[plan]);
