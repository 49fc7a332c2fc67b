import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { done, owned, refusal } from './operations.js';
import { anyText } from '../support/text.js';

const encode = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');

onEveryEngine('a forged cursor', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let other: Tenant;
  const own = new Set<string>();
  const foreign: string[] = [];
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    other = await latchkey.organization();
    for (let made = 0; made < 4; made++) {
      own.add((await createKey(tenant)).id);
      foreign.push((await createKey(other)).id);
    }
  });
  afterAll(() => latchkey.close());

  /** What a list from a cursor answers: ids, or undefined when the cursor is refused as it should be. */
  async function from(argument: 'after' | 'before', cursor: string): Promise<string[] | undefined> {
    const answer = await owned(tenant).list({ [argument]: cursor, filter: { apiKeyStatus: 'ALL' } });
    if (!answer.errors) return done<{ nodes: { id: string }[] }>(answer, 'apiKeys').nodes.map(({ id }) => id);
    expect(refusal(answer)).toEqual({
      code: 'BAD_USER_INPUT',
      message: `"${argument}" must be a cursor from the pageInfo or an edge of an earlier page.`,
      path: ['organization', 'apiKeys'],
    });
    return undefined;
  }

  const anything = fc.oneof(
    anyText({ minLength: 1, maxLength: 60 }),
    fc.base64String({ minLength: 1, maxLength: 80 }),
    fc.uint8Array({ minLength: 1, maxLength: 60 }).map(encode),
    fc.uuid().map(encode),
    fc.uuid(),
    fc.string().map((text) => encode(JSON.stringify({ $gt: text }))),
    fc.nat(3).map((index) => encode(foreign[index] ?? '')),
    fc.nat(3).map((index) => encode([...own][index] ?? '').toUpperCase()),
    fc.constantFrom('__proto__', 'null', '0', ' ', '\u0000', 'A'.repeat(4096)),
  );

  it('is refused or answers own keys, whatever its letters', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom('after' as const, 'before' as const), async (cursor, argument) => {
        for (const id of (await from(argument, cursor)) ?? []) expect(own).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  it('of another organization answers own keys alone, the same as one of nothing', async () => {
    const sorted = [...own].sort().reverse();
    for (const id of [...foreign, randomUUID(), other.id, tenant.projectId]) {
      expect(await from('after', encode(id))).toEqual(sorted.filter((one) => one < id));
      expect(await from('before', encode(id))).toEqual(sorted.filter((one) => one > id));
    }
  });

  it.each(['x', '!', ' ', 'AAAA', encode('1'), encode('{"id":"x"}'), `${encode(randomUUID())}=`])(
    'is refused when it is %j',
    async (cursor) => {
      expect(await from('after', cursor)).toBeUndefined();
      expect(await from('before', cursor)).toBeUndefined();
    },
  );

  it('that is empty, as that of an empty page, begins the list anew', async () => {
    expect(await from('after', '')).toHaveLength(own.size);
    expect(await from('before', '')).toHaveLength(own.size);
  });
});
