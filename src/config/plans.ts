/** What an organization's plan allows, as data. The operator sets plans; no API call does. */
import type { DurationLike } from 'luxon';

export const PLANS = ['STANDARD', 'ENTERPRISE'] as const;
export type Plan = (typeof PLANS)[number];

export interface Allowance {
  /** How many subgraph keys may be live at once; null for any number. */
  readonly liveSubgraphKeys: number | null;
  /** How far from its creation the end of a key may be set. */
  readonly longestLifeOfKey: DurationLike;
}

export const ALLOWANCES: Readonly<Record<Plan, Allowance>> = {
  STANDARD: { liveSubgraphKeys: 5, longestLifeOfKey: { years: 1 } },
  ENTERPRISE: { liveSubgraphKeys: null, longestLifeOfKey: { years: 10 } },
};

/** How long a key lives unless its expiration is set. */
export const LIFE_OF_KEY: DurationLike = { years: 1 };
