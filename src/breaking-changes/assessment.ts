/** The answer about breaking changes: each with its decision, in words and in numbers. */
import type { Target } from '../targets/target.js';
import type { Rules } from './configuration.js';
import { decide, type Decision, percentageOf, type Traffic, trafficOf } from './decision.js';
import type { Report } from './report.js';

/** Whether a breaking change is safe, and why. */
export interface AssessedChange extends Decision {
  readonly coordinate: string;
  readonly message: string;
  readonly operations: number;
  readonly percentage: number | null;
  readonly excludedOperations: number;
}

export interface Assessment {
  /** The rules that were applied, with the targets whose operations counted. */
  readonly configuration: Rules;
  readonly totalOperations: number;
  readonly excludedOperations: number;
  readonly changes: AssessedChange[];
}

/** Assesses the changes of a report, which must have been checked. */
export function assess(configuration: Rules, targets: readonly Pick<Target, 'slug'>[], report: Report): Assessment {
  const all = trafficOf(configuration, report.operations);
  const where = targets.map(({ slug }) => slug).join(', ');
  return {
    configuration,
    totalOperations: all.counted,
    excludedOperations: all.excluded,
    changes: report.changes.map(({ coordinate, operations }) => {
      const traffic = trafficOf(configuration, operations);
      const decision = decide(configuration, traffic.counted, all.counted);
      return {
        coordinate,
        ...decision,
        message: messageOf(configuration, decision, traffic, all, where),
        operations: traffic.counted,
        percentage: percentageOf(traffic.counted, all.counted),
        excludedOperations: traffic.excluded,
      };
    }),
  };
}

function messageOf(rules: Rules, { isSafe, reason }: Decision, used: Traffic, all: Traffic, where: string): string {
  if (reason === 'NOT_ENABLED')
    return 'Not safe: conditional breaking changes are not enabled for the target, so every breaking change counts.';
  const part = percentageOf(used.counted, all.counted);
  const percent = part === null ? '' : ` (${Number(part.toPrecision(3))} %)`;
  const rule =
    rules.breakingChangeFormula === 'PERCENTAGE'
      ? `more than ${rules.percentage} % of all operations`
      : `${rules.requestCount} operations or more`;
  const left = used.excluded > 0 ? ` ${used.excluded} of excluded clients and app deployments were left out.` : '';
  return (
    `${isSafe ? 'Safe' : 'Not safe'}: ${used.counted} of ${all.counted} operations${percent} use it, in ${rules.period} days ` +
    `on ${where}. A change counts as breaking when ${rule} use it.${left}`
  );
}
