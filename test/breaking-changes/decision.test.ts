import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRules, FORMULAS, type Rules } from '../../src/breaking-changes/configuration.js';
import { decide, type OperationCount, trafficOf } from '../../src/breaking-changes/decision.js';

const name = fc.constantFrom('web', 'ios', 'android');
const counts = fc.array(
  fc.record({
    targetId: fc.constantFrom('staging', 'production'),
    clientName: fc.option(name),
    appDeployment: fc.option(fc.constantFrom('shop', 'admin')),
    count: fc.nat(1000),
  }),
  { maxLength: 8 },
);
const rules: fc.Arbitrary<Rules> = fc.record({
  isEnabled: fc.constant(true),
  period: fc.constant(30),
  breakingChangeFormula: fc.constantFrom(...FORMULAS),
  percentage: fc.oneof(
    fc.constantFrom(0, 100, 10, 0.01),
    fc.nat(10_000).map((hundredths) => hundredths / 100),
  ),
  requestCount: fc.integer({ min: 1, max: 2000 }),
  targetIds: fc.constant(['staging', 'production']),
  excludedClients: fc.uniqueArray(name),
  excludedAppDeployments: fc.uniqueArray(fc.constantFrom('shop', 'admin')),
});

/** The rules as seed 002 states them: one operation at a time, and no sums. */
function restated(given: Rules, all: readonly OperationCount[], used: readonly OperationCount[]): boolean {
  const counting = (list: readonly OperationCount[]) =>
    list.flatMap(({ clientName, appDeployment, count }) => {
      const excluded =
        given.excludedClients.some((one) => one === clientName) ||
        given.excludedAppDeployments.some((one) => one === appDeployment);
      return excluded ? [] : Array.from({ length: count }, () => 1);
    });
  const [total, requests] = [counting(all).length, counting(used).length];
  if (requests === 0) return true;
  if (given.breakingChangeFormula === 'REQUEST_COUNT') return !(requests >= given.requestCount);
  // More than so many hundredths of a percent of all.
  return !(requests * 10_000 > Math.round(given.percentage * 100) * total);
}

describe('whether a breaking change is safe', () => {
  it('follows the threshold, the targets and the exclusions, whatever they and the traffic are', () => {
    fc.assert(
      fc.property(rules, counts, fc.integer({ min: 0, max: 100 }), (given, all, part) => {
        const used = all.map((one) => ({ ...one, count: Math.floor((one.count * part) / 100) }));
        const decided = decide(given, trafficOf(given, used).counted, trafficOf(given, all).counted);
        expect(decided.isSafe).toBe(restated(given, all, used));
        expect(decide({ ...given, isEnabled: false }, 0, 0)).toEqual({ isSafe: false, reason: 'NOT_ENABLED' });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [0, 1, 1_000_000, false],
    [0, 0, 1_000_000, true],
    [10, 10, 100, true],
    [10, 11, 100, false],
    [0.01, 1, 10_000, true],
    [0.01, 2, 10_000, false],
    [0.07, 7, 10_000, true],
    [100, 100, 100, true],
    [50, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, false],
    [99.99, 9_006_298_429_065_664, Number.MAX_SAFE_INTEGER, true],
  ])('at %d %%, with %d of %d operations: %s', (percentage, used, total, isSafe) => {
    expect(decide({ ...defaultRules('t'), isEnabled: true, percentage }, used, total).isSafe).toBe(isSafe);
  });
});
