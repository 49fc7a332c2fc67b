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
