import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { done, namesIn, owned } from './operations.js';

onEveryEngine('the keys that end before a moment', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  const at = (day: number) => (latchkey.clock.now = new Date(Date.UTC(2030, 0, day)));
  const moment = (day: number, milliseconds = 0) => new Date(Date.UTC(2030, 0, day) + milliseconds).toISOString();
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    at(1);
    for (const [name, day] of [
      ['over', 5],
      ['first', 20],
      ['revoked', 20],
      ['second', 25],
      ['last', 40],
    ] as const) {
      const { id } = await createKey(tenant, name);
      await owned(tenant).expire(id, moment(day));
      if (name === 'revoked') await owned(tenant).revoke(id);
    }
    at(10);
  });
  afterAll(() => latchkey.close());

  const names = async (expiresBefore: string, more: object = {}) =>
    namesIn(await owned(tenant).list({ expiresBefore, ...more }));

  it('are those that are valid now, unless the filter asks for others', async () => {
    expect(await names(moment(20))).toEqual([]);
    expect(await names(moment(20, 1))).toEqual(['first']);
    expect(await names(moment(30))).toEqual(['second', 'first']);
    expect(await names(moment(30), { filter: { apiKeyStatus: 'EXPIRED' } })).toEqual(['over']);
    expect(await names(moment(30), { filter: { apiKeyStatus: 'ALL' } })).toEqual([
      'second',
      'revoked',
      'first',
      'over',
    ]);
    expect(await names(moment(60), { filter: { apiKeyType: 'OPERATOR' } })).toEqual([]);
  });

  it('are paged and counted by themselves', async () => {
    const page = (args: object) => owned(tenant).list({ expiresBefore: moment(30), ...args });
    const first = await page({ first: 1 });
    expect(namesIn(first)).toEqual(['second']);
    const { pageInfo, totalCount } = done<{ pageInfo: { endCursor: string }; totalCount: number }>(first, 'apiKeys');
    expect(totalCount).toBe(2);
    expect(namesIn(await page({ first: 1, after: pageInfo.endCursor }))).toEqual(['first']);
    expect(namesIn(await page({ last: 1 }))).toEqual(['first']);
  });

  it('are refused for what is no moment', async () => {
    const { errors } = await owned(tenant).list({ expiresBefore: 'next week' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
