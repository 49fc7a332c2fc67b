import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, subgraphKey } from '../support/operations.js';

onEveryEngine('creating a subgraph key', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('gives a key that signs in', async () => {
    const { token } = await createKey(tenant);
    const { data } = await latchkey.as(token)('{ me { __typename id ... on Graph { title } asActor { type } } }');
    expect(data).toEqual({
      me: { __typename: 'Graph', id: tenant.projectId, title: 'my-project', asActor: { type: 'GRAPH' } },
    });
  });

  it('answers what the key is for, by live slugs', async () => {
    const { data, errors } = await tenant.owner(CREATE_KEY, subgraphKey(tenant, 'Users'));
    expect(errors).toBeUndefined();
    expect(data.organization.createKey).toMatchObject({
      keyName: 'Users',
      keyType: 'SUBGRAPH',
      resources: [{ resourceId: 'my-project:production:users', resourceType: 'SUBGRAPH' }],
    });
  });
});
