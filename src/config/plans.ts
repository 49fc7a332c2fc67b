/** The limits of plans and of users, as data. Only the operator sets an organization's plan, at the command line. */
import type { DurationLike } from 'luxon';

export const PLANS = ['STANDARD', 'ENTERPRISE'] as const;
export type Plan = (typeof PLANS)[number];

/** How many of each an organization has at most, on each plan. docs/plans.md lists them; a test compares. */
export const LIMITS_OF_ORGANIZATION = {
  members: { STANDARD: 500, ENTERPRISE: 5000 },
  projects: { STANDARD: 100, ENTERPRISE: 1000 },
  targetsPerProject: { STANDARD: 50, ENTERPRISE: 10_000 },
  liveAccessTokens: { STANDARD: 200, ENTERPRISE: 2000 },
  liveProjectAccessTokens: { STANDARD: 200, ENTERPRISE: 2000 },
  liveRegistryTokens: { STANDARD: 200, ENTERPRISE: 2000 },
  liveSubgraphKeys: { STANDARD: 5, ENTERPRISE: 2000 },
  liveOperatorKeys: { STANDARD: 20, ENTERPRISE: 200 },
} as const satisfies Record<string, Record<Plan, number>>;

/** How many of each a user has at most. The operator creates further organizations at the command line. */
export const LIMITS_OF_USER = { organizations: 20, liveUserAccessTokens: 100 } as const;

/** The longest time from the creation of a key to its end. */
export const LONGEST_LIFE_OF_KEY: Readonly<Record<Plan, DurationLike>> = {
  STANDARD: { years: 1 },
  ENTERPRISE: { years: 10 },
};

/** For how many days usage data is kept: the longest period of conditional breaking changes. */
export const RETENTION_DAYS: Readonly<Record<Plan, number>> = { STANDARD: 30, ENTERPRISE: 365 };

/** How long a key lives unless its expiration is set. */
export const LIFE_OF_KEY: DurationLike = { years: 1 };

/** The name of each limit for messages, and what to do when it is reached. */
const WORDS: Readonly<Record<keyof typeof LIMITS_OF_ORGANIZATION, readonly [string, string]>> = {
  members: ['members', 'Remove some first.'],
  projects: ['projects', 'Delete one first.'],
  targetsPerProject: ['targets in a project', 'Delete one first.'],
  liveAccessTokens: ['live access tokens', 'Revoke or delete one first.'],
  liveProjectAccessTokens: ['live project access tokens', 'Revoke or delete one first.'],
  liveRegistryTokens: ['live registry tokens', 'Revoke or delete one first.'],
  liveSubgraphKeys: ['live subgraph keys', 'Revoke or delete one first.'],
  liveOperatorKeys: ['live operator keys', 'Revoke or delete one first.'],
};

/** Says that a limit of an organization's plan is reached, and what to do. */
export function limitMessage(plan: Plan, limit: keyof typeof LIMITS_OF_ORGANIZATION): string {
  const [counted, remedy] = WORDS[limit];
  return `The ${plan} plan allows ${LIMITS_OF_ORGANIZATION[limit][plan]} ${counted}. ${remedy}`;
}
