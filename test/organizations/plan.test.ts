import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { setPlan } from '../../src/cli/bootstrap.js';
import { BadInput } from '../../src/errors.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { expectData, ORGANIZATION } from './operations.js';

onEveryEngine('the plan of an organization', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  beforeEach(async () => {
    tenant = await latchkey.organization({ plan: 'STANDARD' });
  });
  afterAll(() => latchkey.close());

  const plan = async () => (await tenant.owner(ORGANIZATION, { id: tenant.id })).data as unknown;

  it('is set by the operator, by id or slug, and shows with the next request', async () => {
    expect(await plan()).toMatchObject({ organization: { plan: 'STANDARD' } });
    expect(await setPlan(latchkey.services, tenant.id, 'ENTERPRISE')).toMatchObject({
      id: tenant.id,
      plan: 'ENTERPRISE',
    });
    expect(await plan()).toMatchObject({ organization: { plan: 'ENTERPRISE' } });
    expect(await setPlan(latchkey.services, tenant.slug, 'STANDARD')).toMatchObject({
      id: tenant.id,
      plan: 'STANDARD',
    });
    expect(await plan()).toMatchObject({ organization: { plan: 'STANDARD' } });
  });

  it('is set again without a write', async () => {
    const first = await setPlan(latchkey.services, tenant.id, 'ENTERPRISE');
    const again = await setPlan(latchkey.services, tenant.id, 'ENTERPRISE');
    expect(again).toEqual(first);
  });

  it('is not set where there is no organization', async () => {
    for (const nowhere of [randomUUID(), 'nowhere', '', '__proto__'])
      await expect(setPlan(latchkey.services, nowhere, 'ENTERPRISE')).rejects.toThrow(
        new BadInput('No organization has this id or slug.'),
      );
  });

  it('leaves the other organizations and the members alone', async () => {
    const other = await latchkey.organization({ plan: 'STANDARD' });
    const before = await latchkey.services.collections.organizations.get(tenant.id);
    await setPlan(latchkey.services, tenant.id, 'ENTERPRISE');
    const after = await latchkey.services.collections.organizations.get(tenant.id);
    expect(after).toMatchObject({ ownerId: before?.ownerId, adminIds: before?.adminIds });
    expectData(await other.owner(ORGANIZATION, { id: other.id }), { organization: { plan: 'STANDARD' } });
  });

  it('is no API call: no mutation takes a plan', async () => {
    const answer = await tenant.owner('{ __schema { mutationType { fields { name } } } }');
    expect(JSON.stringify(answer.data)).not.toMatch(/plan/i);
  });
});
