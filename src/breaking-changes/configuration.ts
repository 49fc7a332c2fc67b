import type { RuleValue } from '../audit/changes.js';
import type { Recorded } from '../audit/event.js';
import type { DocumentType } from '../storage/collection.js';

export const FORMULAS = ['PERCENTAGE', 'REQUEST_COUNT'] as const;

/** When a breaking change counts as safe in a target. */
export interface Rules {
  readonly isEnabled: boolean;
  /** The number of days before a check whose operations count. */
  readonly period: number;
  readonly breakingChangeFormula: (typeof FORMULAS)[number];
  /** 0 to 100, in steps of 0.01. */
  readonly percentage: number;
  readonly requestCount: number;
  /** The targets whose operations count. Some of them may be deleted. */
  readonly targetIds: readonly string[];
  readonly excludedClients: readonly string[];
  readonly excludedAppDeployments: readonly string[];
}

/** The rules of a target, stored once they differ from {@link defaultRules}. Its id is the target's. */
export interface BreakingChangeConfiguration extends Recorded, Rules {
  readonly organizationId: string;
}

export const breakingChangeConfigurations: DocumentType<BreakingChangeConfiguration> = {
  name: 'breakingChangeConfigurations',
  fields: {
    organizationId: 'string',
    isEnabled: 'boolean',
    period: 'number',
    breakingChangeFormula: 'string',
    percentage: 'number',
    requestCount: 'number',
    targetIds: 'strings',
    excludedClients: 'strings',
    excludedAppDeployments: 'strings',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [],
  lists: [['hasPending']],
};

/** The rules of a target without a stored configuration. */
export const defaultRules = (targetId: string): Rules => ({
  isEnabled: false,
  period: 30,
  breakingChangeFormula: 'PERCENTAGE',
  percentage: 0,
  requestCount: 1,
  targetIds: [targetId],
  excludedClients: [],
  excludedAppDeployments: [],
});

/** The rules that a change gave other values, and no others: as they were, and as they became. */
export interface RulesChange {
  readonly from: Readonly<Record<string, RuleValue>>;
  readonly to: Readonly<Record<string, RuleValue>>;
}

/** What `changes` change in the rules; undefined when they change nothing. */
export function changeOf(now: Rules, changes: Partial<Rules>): RulesChange | undefined {
  const names = (Object.keys(changes) as (keyof Rules)[]).filter(
    (name) => JSON.stringify(now[name]) !== JSON.stringify(changes[name]),
  ) as string[];
  const pick = (rules: Partial<Rules>): Record<string, RuleValue> =>
    Object.fromEntries(Object.entries(rules).filter(([name]) => names.includes(name)));
  return names.length > 0 ? { from: pick(now), to: pick(changes) } : undefined;
}
