import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { trailOf } from '../audit/trail.js';
import { createProject } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createTarget, DELETE_TARGET, resultOf } from '../targets/operations.js';
import { assess, configure, rulesOf } from './operations.js';

const names = (count: number) => Array.from({ length: count }, (_, index) => `name-${index}`);

onEveryEngine('the rules of a target for breaking changes', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('are disabled by default, and count the target itself', async () => {
    const { id, rules } = await rulesOf(tenant);
    expect(rules).toEqual({
      ...{ isEnabled: false, period: 30, percentage: 0, requestCount: 1, breakingChangeFormula: 'PERCENTAGE' },
      targets: [{ id, slug: 'production' }],
      ...{ excludedClients: [], excludedAppDeployments: [] },
    });
  });

  it('change in the given fields only; an empty list removes all entries', async () => {
    const staging = (await rulesOf(tenant, 'staging')).id;
    const { id } = await rulesOf(tenant);
    const all = {
      ...{ isEnabled: true, period: 365, percentage: 12.34, requestCount: 7, breakingChangeFormula: 'REQUEST_COUNT' },
      ...{ targetIds: [staging, id], excludedClients: ['web', 'iOS app'], excludedAppDeployments: ['shop'] },
    };
    const { targetIds: _, ...rest } = all;
    const targets = [
      { id: staging, slug: 'staging' },
      { id, slug: 'production' },
    ];
    const changed = await configure(tenant, all);
    expect(changed).toEqual({
      ok: { target: { id, conditionalBreakingChangeConfiguration: { ...rest, targets } } },
      error: null,
    });
    expect((await configure(tenant, { percentage: 0.29, requestCount: null })).error).toBeNull();
    expect((await configure(tenant, { excludedClients: [] })).error).toBeNull();
    expect((await rulesOf(tenant)).rules).toEqual({ ...rest, percentage: 0.29, excludedClients: [], targets });
    expect((await rulesOf(tenant, 'staging')).rules.isEnabled).toBe(false);
  });

  it('are recorded when they change, and not when they are given as they are', async () => {
    for (const rules of [{}, { isEnabled: false }, { isEnabled: true }, { isEnabled: true, period: 30 }, { period: 1 }])
      await configure(tenant, rules);
    const events = await trailOf(latchkey, tenant.id);
    const changes = events.flatMap(({ action, change }) =>
      action === 'target.breakingChangeRulesChanged' ? [change] : [],
    );
    expect(changes).toEqual([
      { from: { isEnabled: false }, to: { isEnabled: true } },
      { from: { period: 30 }, to: { period: 1 } },
    ]);
  });

  it('reach as far back as the plan keeps usage data', async () => {
    const small = await latchkey.organization({ plan: 'STANDARD' });
    expect((await configure(small, { period: 30 })).error).toBeNull();
    expect((await configure(small, { period: 31 })).error.inputErrors.period).toBe(
      'The period is 1 to 30 days, as long as the STANDARD plan keeps usage data.',
    );
  });

  it('keep what others change at the same time', async () => {
    const changes = [{ isEnabled: true }, { period: 3 }, { excludedClients: ['web'] }, { percentage: 5 }];
    await Promise.all(changes.map((one) => configure(tenant, one)));
    expect((await rulesOf(tenant)).rules).toMatchObject(Object.assign({}, ...changes) as object);
  });

  it.each([
    [{ period: 0 }, 'period'],
    [{ period: -1 }, 'period'],
    [{ period: 366 }, 'period'],
    [{ percentage: 100.01 }, 'percentage'],
    [{ percentage: 0.001 }, 'percentage'],
    [{ percentage: -1 }, 'percentage'],
    [{ requestCount: 0 }, 'requestCount'],
    [{ targetIds: [] }, 'targetIds'],
    [{ targetIds: ['no-such-target'] }, 'targetIds'],
    [{ targetIds: names(101) }, 'targetIds'],
    [{ excludedClients: names(1001) }, 'excludedClients'],
    [{ excludedClients: ['web', 'web'] }, 'excludedClients'],
    [{ excludedClients: [' '] }, 'excludedClients'],
    [{ excludedClients: ['two\nlines'] }, 'excludedClients'],
    [{ excludedAppDeployments: names(1001) }, 'excludedAppDeployments'],
    [{ excludedAppDeployments: ['no/name'] }, 'excludedAppDeployments'],
  ])('refuse %.60j by its field, and stay as they are', async (wrong, field) => {
    const { ok, error } = await configure(tenant, { isEnabled: true, ...wrong });
    expect(ok).toBeNull();
    expect(error).toMatchObject({ code: 'INVALID_INPUT', message: 'Please check your input.' });
    for (const [name, message] of Object.entries(error.inputErrors as Record<string, string | null>))
      expect(message === null, name).toBe(name !== field);
    expect((await rulesOf(tenant)).rules.isEnabled).toBe(false);
  });

  it('refuse what is no number before anything changes', async () => {
    for (const percentage of ['NaN', 'Infinity', '"1"'])
      expect(
        (
          await tenant.owner(
            `mutation { updateTargetConditionalBreakingChangeConfiguration(input: { target: { byId: "x" }, conditionalBreakingChangeConfiguration: { percentage: ${percentage} } }) { error { code } } }`,
          )
        ).errors?.[0]?.extensions.code,
      ).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('look at targets of the same project alone', async () => {
    const { id } = await rulesOf(tenant);
    const stranger = await latchkey.organization();
    const elsewhere = [(await rulesOf(stranger)).id, (await createProject(tenant, 'other')).targets[0]?.id];
    for (const other of elsewhere) {
      const { error } = await configure(tenant, { targetIds: [id, other] });
      expect(error.inputErrors.targetIds).toBe('The project has no target with one of these ids.');
      expect((await configure(tenant, { targetIds: [id, id] })).error.inputErrors.targetIds).toContain('listed twice');
    }
  });

  it('end with their target, and go on without another that is deleted', async () => {
    const { id } = await rulesOf(tenant);
    const qa = await createTarget(tenant.owner, tenant.projectId, 'qa');
    await configure(tenant, { isEnabled: true, targetIds: [qa] });
    await configure(tenant, { isEnabled: true, excludedClients: ['web'] }, 'qa');
    await resultOf(tenant.owner, DELETE_TARGET, { target: { byId: qa } });
    expect((await rulesOf(tenant)).rules.targets).toEqual([]);
    const { configuration } = await assess(tenant, { operations: [{ targetId: id, count: 1 }], changes: [] });
    expect(configuration.targets).toEqual([{ id, slug: 'production' }]);
    await createTarget(tenant.owner, tenant.projectId, 'qa');
    expect((await rulesOf(tenant, 'qa')).rules.isEnabled).toBe(false);
    await latchkey.services.sweeper.drain();
    const left = await latchkey.services.collections.breakingChangeConfigurations.get(qa);
    expect(left?.excludedClients).toEqual([]);
  });
});
