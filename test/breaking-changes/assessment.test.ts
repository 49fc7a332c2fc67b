import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createToken, granular, project, target } from '../organization-access-tokens/fixtures/tokens.js';
import { missing } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { assess, configure, rulesOf } from './operations.js';

onEveryEngine('the assessment of breaking changes', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let production: string;
  let staging: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
    production = (await rulesOf(tenant)).id;
    staging = (await rulesOf(tenant, 'staging')).id;
  });
  afterAll(() => latchkey.close());

  const count = (count: number, clientName?: string, targetId = production, appDeployment?: string) => ({
    ...{ targetId, count, clientName, appDeployment },
  });
  const change = (coordinate: string, ...operations: object[]) => ({ coordinate, operations });

  it('tells for each change whether it is safe and why, with the rule and the traffic in numbers', async () => {
    await configure(tenant, { isEnabled: true, percentage: 10, period: 7, excludedClients: ['load test'] });
    const answer = await assess(tenant, {
      operations: [count(90, 'web'), count(10), count(900, 'load test')],
      changes: [
        change('User.email', count(10, 'web'), count(900, 'load test')),
        change('Query.user(id:)', count(9, 'web'), count(2)),
        change('@auth'),
      ],
    });
    expect(answer).toMatchObject({ totalOperations: 100, excludedOperations: 900 });
    expect(answer.configuration).toMatchObject({
      percentage: 10,
      targets: [{ slug: 'production' }],
      excludedClients: ['load test'],
    });
    const rule = 'A change counts as breaking when more than 10 % of all operations use it.';
    expect(answer.changes).toEqual([
      {
        ...{ coordinate: 'User.email', isSafe: true, reason: 'BELOW_THRESHOLD' },
        ...{ operations: 10, percentage: 10, excludedOperations: 900 },
        message: `Safe: 10 of 100 operations (10 %) use it, in 7 days on production. ${rule} 900 of excluded clients and app deployments were left out.`,
      },
      {
        ...{ coordinate: 'Query.user(id:)', isSafe: false, reason: 'ABOVE_THRESHOLD' },
        ...{ operations: 11, percentage: 11, excludedOperations: 0 },
        message: `Not safe: 11 of 100 operations (11 %) use it, in 7 days on production. ${rule}`,
      },
      expect.objectContaining({ coordinate: '@auth', isSafe: true, reason: 'NOT_USED', percentage: 0 }) as object,
    ]);
  });

  it('calls a change unsafe at 0 % when it is used at least once', async () => {
    await configure(tenant, { isEnabled: true, percentage: 0 });
    const changes = [change('User.email', count(1)), change('User.name')];
    const answer = await assess(tenant, { operations: [count(1_000_000)], changes });
    expect(answer.changes.map(({ isSafe }: { isSafe: boolean }) => isSafe)).toEqual([false, true]);
  });

  it('calls a change unsafe when at least the number of requests uses it', async () => {
    await configure(tenant, { isEnabled: true, breakingChangeFormula: 'REQUEST_COUNT', requestCount: 5 });
    const changes = [change('User.email', count(5)), change('User.name', count(4))];
    const answer = await assess(tenant, { operations: [count(5)], changes });
    expect(answer.changes.map(({ isSafe }: { isSafe: boolean }) => isSafe)).toEqual([false, true]);
  });

  it('leaves excluded clients out: a change that they alone use is safe', async () => {
    await configure(tenant, { isEnabled: true, percentage: 0, excludedClients: ['crawler'] });
    const changes = [change('A.a', count(7, 'crawler')), change('A.b', count(1, 'web'), count(7, 'crawler'))];
    const answer = await assess(tenant, { operations: [count(1, 'web'), count(7, 'crawler')], changes });
    expect(answer).toMatchObject({ totalOperations: 1, excludedOperations: 7 });
    expect(answer.changes.map(({ isSafe }: { isSafe: boolean }) => isSafe)).toEqual([true, false]);
  });

  it('counts the operations of the chosen targets, without excluded app deployments', async () => {
    const rules = { isEnabled: true, percentage: 0, targetIds: [production, staging], excludedAppDeployments: ['old'] };
    await configure(tenant, rules, 'staging');
    const operations = [count(10), count(5, 'web', production, 'old'), count(10, undefined, staging)];
    const changes = [change('A.a', count(1, 'web', production, 'old')), change('A.b', count(1, undefined, staging))];
    const answer = await assess(tenant, { operations, changes }, 'staging');
    expect(answer.totalOperations).toBe(20);
    expect(answer.changes.map(({ isSafe }: { isSafe: boolean }) => isSafe)).toEqual([true, false]);
    expect(answer.changes[1].message).toContain('on production, staging.');
  });

  it('calls nothing safe while it is not enabled', async () => {
    const answer = await assess(tenant, { operations: [count(0)], changes: [change('User.email')] });
    expect(answer.changes).toMatchObject([{ isSafe: false, reason: 'NOT_ENABLED', percentage: null }]);
  });

  it('is answered to callers who check schemas of the target or of a service in it, and see all targets that count', async () => {
    const input = { operations: [count(1)], changes: [change('User.email', count(1))] };
    const way = ['organization:describe', 'project:describe'];
    const reader = latchkey.as((await createToken(tenant, { permissions: way })).secret);
    expect((await assess(tenant, input, 'production', reader)).message).toBe(missing('schemaCheck:create'));
    const key = latchkey.as((await createKey(tenant)).token);
    expect((await assess(tenant, input, 'production', key)).totalOperations).toBe(1);
    await configure(tenant, { targetIds: [production, staging] });
    expect((await assess(tenant, input, 'production', key)).message).toBe(missing('project:describe'));
    const { secret } = await createToken(tenant, {
      permissions: [...way, 'schemaCheck:create'],
      resources: granular(project(tenant.projectId, target(staging))),
    });
    const elsewhere = latchkey.as(secret);
    await configure(tenant, { targetIds: [staging] }, 'staging');
    const there = { operations: [count(1, undefined, staging)], changes: [] };
    expect((await assess(tenant, there, 'staging', elsewhere)).totalOperations).toBe(1);
  });

  it.each([
    ['a count below 0', () => ({ operations: [count(-1)] }), '"operations[0].count" must be a whole number'],
    ['half a count', () => ({ operations: [count(0.5)] }), '"operations[0].count" must be a whole number'],
    ['too large a count', () => ({ operations: [count(1e16)] }), '"operations[0].count" must be a whole number'],
    [
      'too many in all',
      () => ({ operations: [count(9e15), count(9e15, 'web')] }),
      'add up to more than 9007199254740991',
    ],
    [
      'no total',
      () => ({ operations: [count(1)], changes: [change('A.a', count(1, 'web'))] }),
      '"changes[0].operations[0]" has no total',
    ],
    [
      'more than the total',
      () => ({ operations: [count(1)], changes: [change('A.a', count(2))] }),
      'counts more than all',
    ],
    ['a count twice', () => ({ operations: [count(1), count(1)] }), '"operations[1]" is listed twice'],
    ['a change twice', () => ({ operations: [count(1)], changes: [change('A.a'), change('A.a')] }), 'listed twice'],
    ['no coordinate', () => ({ operations: [count(1)], changes: [change('A a')] }), 'must be a schema coordinate'],
    [
      'another target',
      () => ({ operations: [count(1), count(1, 'web', staging)] }),
      '"operations[1].targetId" is no target',
    ],
    ['no target', () => ({ operations: [] }), '"operations" lacks a target'],
    [
      '501 changes',
      () => ({ operations: [count(1)], changes: Array.from({ length: 501 }, (_, n) => change(`A.a${n}`)) }),
      '500 changes at most',
    ],
    [
      '5,001 counts',
      () => ({ operations: Array.from({ length: 5001 }, (_, n) => count(1, `${n}`)) }),
      '5000 counts at most',
    ],
  ] as [string, () => object, string][])('refuses %s', async (_, input, message) => {
    await configure(tenant, { isEnabled: true });
    const answer = await assess(tenant, { changes: [], ...input() });
    expect(answer.extensions?.code).toBe('BAD_USER_INPUT');
    expect(answer.message).toContain(message);
  });
});
