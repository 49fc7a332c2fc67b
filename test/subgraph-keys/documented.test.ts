import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { owned, type ShownKey, signsIn } from './operations.js';

/** The product's documentation, to the letter. */
const printed = (name: string) => readFileSync(new URL(`fixtures/create-key.${name}.txt`, import.meta.url), 'utf8');

/** The printed payload with one's own values for its placeholders. */
function filledIn(values: Readonly<Record<string, string>>): object {
  const text = printed('payload').replace(/<([A-Z_0-9]+)>/g, (_, placeholder: string) => {
    const value = values[placeholder];
    if (value === undefined) throw new Error(`nothing to fill in for ${placeholder}`);
    return JSON.stringify(value);
  });
  return JSON.parse(text) as object;
}

onEveryEngine('the documented createKey mutation', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let answer: Answer;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    const payload = filledIn({
      YOUR_SUBGRAPH_API_KEY_NAME: 'Subgraph test key',
      YOUR_ORGANIZATION_ID: tenant.id,
      YOUR_GRAPH_ID: 'my-project',
      YOUR_SUBGRAPH_ID: 'products',
      YOUR_VARIANT_NAME_1: 'staging',
      YOUR_VARIANT_NAME_2: 'production',
    });
    answer = await tenant.owner(printed('document'), payload);
  });
  afterAll(() => latchkey.close());

  it('answers the printed shape', () => {
    expect({ status: answer.status, data: answer.data as unknown, errors: answer.errors }).toEqual({
      status: 200,
      data: {
        organization: {
          createKey: {
            keyName: 'Subgraph test key',
            id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string,
            token: expect.stringMatching(/^ak_v2_[0-9A-Za-z]+_[0-9A-Za-z]+$/) as string,
          },
        },
      },
      errors: undefined,
    });
  });

  it('creates a key for both variants, that signs in', async () => {
    const { id, token } = answer.data.organization.createKey as ShownKey;
    const { data } = await owned(tenant).read(id);
    const resources = (data.organization.apiKey as ShownKey).resources.map(({ resourceId }) => resourceId);
    expect(resources.sort()).toEqual(['my-project:production:products', 'my-project:staging:products']);
    await expect(signsIn(latchkey, token)).resolves.toBe(true);
  });
});
