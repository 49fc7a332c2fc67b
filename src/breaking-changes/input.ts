/** Checks the input that changes the rules of a target. */
import { RETENTION_DAYS, type Plan } from '../config/plans.js';
import type { ConditionalBreakingChangeConfigurationInput } from '../generated/resolvers-types.js';
import { isServiceName, problemWithText } from '../names.js';
import type { Rules } from './configuration.js';

const MAX_TARGETS = 100;
const MAX_EXCLUDED = 1000;
const MAX_CLIENT_NAME_LENGTH = 200;

/** What is wrong with single fields; null for valid ones. */
export type InputErrors = Record<
  'percentage' | 'period' | 'requestCount' | 'targetIds' | 'excludedClients' | 'excludedAppDeployments',
  string | null
>;

export const NO_ERRORS: InputErrors = {
  percentage: null,
  period: null,
  requestCount: null,
  targetIds: null,
  excludedClients: null,
  excludedAppDeployments: null,
};

/** The fields of the rules that an input changes: those that are neither left out nor null. */
export const changesIn = (input: ConditionalBreakingChangeConfigurationInput): Partial<Rules> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));

/** What is wrong with changed rules. Does not check that the targets exist. */
export function errorsIn(changes: Partial<Rules>, plan: Plan): InputErrors {
  const { period, percentage, requestCount, targetIds, excludedClients, excludedAppDeployments } = changes;
  const days = RETENTION_DAYS[plan];
  return {
    period:
      period === undefined || (period >= 1 && period <= days)
        ? null
        : `The period is 1 to ${days} days, as long as the ${plan} plan keeps usage data.`,
    percentage:
      percentage === undefined || isPercentage(percentage) ? null : 'The percentage is 0 to 100, in steps of 0.01.',
    requestCount: requestCount === undefined || requestCount >= 1 ? null : 'The number of requests is 1 or more.',
    targetIds: targetIds ? errorInTargets(targetIds) : null,
    excludedClients: excludedClients ? errorInNames('client', excludedClients, isClientName) : null,
    excludedAppDeployments: excludedAppDeployments
      ? errorInNames('app deployment', excludedAppDeployments, isServiceName)
      : null,
  };
}

const isPercentage = (value: number): boolean =>
  value >= 0 && value <= 100 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

/** Whether `name` can be a client's. */
const isClientName = (name: string): boolean =>
  name.trim() !== '' && name.length <= MAX_CLIENT_NAME_LENGTH && problemWithText(name) === null;

function errorInTargets(ids: readonly string[]): string | null {
  if (ids.length === 0) return 'Choose at least one target.';
  if (ids.length > MAX_TARGETS) return `Choose ${MAX_TARGETS} targets at most.`;
  return new Set(ids).size < ids.length ? 'A target is listed twice. List each once.' : null;
}

function errorInNames(what: string, names: readonly string[], isGood: (name: string) => boolean): string | null {
  if (names.length > MAX_EXCLUDED) return `Exclude ${MAX_EXCLUDED} ${what}s at most.`;
  if (!names.every(isGood)) return `The name of a ${what} is empty, too long, or has letters that are not accepted.`;
  return new Set(names).size < names.length ? `A ${what} is listed twice. List each once.` : null;
}
