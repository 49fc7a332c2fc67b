/** Decides whether a breaking change is safe, from rules and counts alone. */
import type { BreakingChangeReason } from '../generated/resolvers-types.js';
import type { Rules } from './configuration.js';

/** How many operations a client ran on a target. */
export interface OperationCount {
  readonly targetId: string;
  readonly clientName: string | null;
  readonly appDeployment: string | null;
  readonly count: number;
}

/** Operations that count by the rules, and those of excluded clients and app deployments. */
export interface Traffic {
  readonly counted: number;
  readonly excluded: number;
}

/** Whether a change is safe, and why. */
export interface Decision {
  readonly isSafe: boolean;
  readonly reason: BreakingChangeReason;
}

type Exclusions = Pick<Rules, 'excludedClients' | 'excludedAppDeployments'>;

/** Adds up counts. */
export function trafficOf(rules: Exclusions, counts: readonly OperationCount[]): Traffic {
  const clients = new Set<string | null>(rules.excludedClients);
  const appDeployments = new Set<string | null>(rules.excludedAppDeployments);
  let [counted, excluded] = [0, 0];
  for (const { clientName, appDeployment, count } of counts)
    if (clients.has(clientName) || appDeployments.has(appDeployment)) excluded += count;
    else counted += count;
  return { counted, excluded };
}

/**
 * Whether a change is safe when `used` of `total` operations use what it breaks. With PERCENTAGE, it is not safe when more
 * than `percentage` of all operations use it: at 0 %, when any does. With REQUEST_COUNT, when `requestCount` or more use it.
 */
export function decide(rules: Rules, used: number, total: number): Decision {
  if (!rules.isEnabled) return { isSafe: false, reason: 'NOT_ENABLED' };
  if (used === 0) return { isSafe: true, reason: 'NOT_USED' };
  const isAbove =
    rules.breakingChangeFormula === 'PERCENTAGE'
      ? // Compared as whole hundredths of a percent, in BigInt: the product may be greater than the largest safe integer.
        BigInt(used) * 10_000n > BigInt(total) * BigInt(Math.round(rules.percentage * 100))
      : used >= rules.requestCount;
  return isAbove ? { isSafe: false, reason: 'ABOVE_THRESHOLD' } : { isSafe: true, reason: 'BELOW_THRESHOLD' };
}

/** Which part of all operations uses it, as a percentage; null when there were none. */
export const percentageOf = (used: number, total: number): number | null => (total === 0 ? null : (used / total) * 100);
