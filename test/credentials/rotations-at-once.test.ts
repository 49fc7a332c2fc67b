import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { rotating } from './rotating.js';

const AT_ONCE = 8;
const ROUNDS = process.env.LATCHKEY_SOAK ? 200 : 4;

onEveryEngine(`${AT_ONCE} rotations at once, on two servers of one store`, (engine) => {
  let servers: Latchkey[];
  let tenant: Tenant;
  beforeAll(async () => {
    const first = await startLatchkey(engine);
    servers = [first, await startLatchkey(engine, { place: first.place })];
    tenant = await first.organization();
  });
  afterAll(async () => {
    for (const server of servers.toReversed()) await server.close();
  });

  /** What rotations of one credential answer, half of them by each server. */
  async function round(kind: 'KEY' | 'TOKEN', overlapDays: number) {
    const [here, there] = servers as [Latchkey, Latchkey];
    const one = await rotating(here, tenant, kind);
    const elsewhere = there.as(tenant.ownerSecret);
    const attempts = Array.from({ length: AT_ONCE }, (_, index) =>
      index % 2 === 0 ? one.attempt(overlapDays) : one.attempt(overlapDays, elsewhere),
    );
    const answers = await Promise.all(attempts);
    const secrets = answers.flatMap((answer) => ('secret' in answer ? [answer.secret] : []));
    const codes = answers.flatMap((answer) => ('code' in answer ? [answer.code] : []));
    return { one, secrets, codes };
  }

  describe.each(['KEY', 'TOKEN'] as const)('of a %s', (kind) => {
    it(
      'without an overlap answer one secret, which is valid, and refuse the others',
      { timeout: ROUNDS * 10_000 },
      async () => {
        for (let times = 0; times < ROUNDS; times++) {
          const { one, secrets, codes } = await round(kind, 0);
          expect(secrets).toHaveLength(1);
          expect(codes).toEqual(Array.from({ length: AT_ONCE - 1 }, () => 'CONFLICT'));
          expect(await one.valid(one.secret, ...secrets)).toEqual([false, true]);
        }
      },
    );

    it(
      'with an overlap answer no secret that ends before its time, and refuse those beyond the bound',
      { timeout: ROUNDS * 10_000 },
      async () => {
        for (let times = 0; times < ROUNDS; times++) {
          const { one, secrets, codes } = await round(kind, 30);
          expect(secrets).toHaveLength(5);
          expect(new Set(codes)).toEqual(new Set([kind === 'KEY' ? 'BAD_USER_INPUT' : 'TOO_MANY_SECRETS']));
          expect(await one.valid(one.secret, ...secrets)).toEqual(Array.from({ length: 6 }, () => true));
        }
      },
    );
  });
});
