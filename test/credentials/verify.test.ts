import { quotaOfUser } from '../../src/credentials/quota.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { Credential } from '../../src/credentials/credential.js';
import { Credentials } from '../../src/credentials/service.js';
import { verify } from '../../src/credentials/verify.js';
import { operator } from '../../src/authorization/caller.js';
import { mint } from '../../src/secrets/secret.js';
import type { Collection } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { owned } from '../subgraph-keys/operations.js';
import { createKey } from '../support/operations.js';

const HOUR = 3_600_000;
const UNKNOWN = { valid: false, reason: 'UNKNOWN' };
const forged = (id: string) => mint('ak_v2_', id).secret.reveal();

onEveryEngine('verifying a secret', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let credentials: Credentials;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    credentials = latchkey.services.credentials;
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const reasonOf = async (secret: string) => {
    const verification = await credentials.verify(secret, null);
    return verification.valid ? 'VALID' : verification.reason;
  };
  const quota = quotaOfUser(() => new Date(), 'nobody', 1);
  const hence = (milliseconds: number) => new Date(Date.now() + milliseconds);

  /** A key in every state, with its right secret. */
  async function keyThatIs(state: 'VALID' | 'EXPIRED' | 'REVOKED'): Promise<{ id: string; token: string }> {
    latchkey.clock.now = undefined;
    const key = await createKey(tenant);
    if (state === 'EXPIRED') await credentials.setExpiration(operator(), key.id, hence(1).toISOString(), quota);
    if (state === 'REVOKED') await credentials.revoke(operator(), key.id);
    latchkey.clock.now = hence(HOUR);
    return key;
  }

  it.each(['VALID', 'EXPIRED', 'REVOKED'] as const)('answers %s to the right secret only', async (state) => {
    const { id, token } = await keyThatIs(state);
    await expect(reasonOf(token)).resolves.toBe(state);
    await expect(reasonOf(forged(id))).resolves.toBe('UNKNOWN');
  });

  it.each(['VALID', 'EXPIRED', 'REVOKED'] as const)(
    'answers UNKNOWN to a secret whose overlap is over, of a key that is %s',
    async (state) => {
      const { id, token } = await createKey(tenant);
      await owned(tenant).rotate(id, { expireOldKeyAt: hence(HOUR).toISOString() });
      await expect(reasonOf(token)).resolves.toBe('VALID');
      if (state === 'EXPIRED') await credentials.setExpiration(operator(), id, hence(HOUR / 2).toISOString(), quota);
      if (state === 'REVOKED') await credentials.revoke(operator(), id);
      await expect(reasonOf(token)).resolves.toBe(state === 'REVOKED' ? 'REVOKED' : 'VALID');
      latchkey.clock.now = hence(2 * HOUR);
      await expect(reasonOf(token)).resolves.toBe('UNKNOWN');
    },
  );

  it('answers an unknown id and a wrong secret for a known id in the same way', async () => {
    const { id } = await createKey(tenant);
    for (const secret of [forged(uuid()), forged(id)]) expect(await credentials.verify(secret, null)).toEqual(UNKNOWN);
    const asked = async (secret: string) => {
      const { headers, ...answer } = await latchkey.as(secret)('mutation { createKey(input: {}) { __typename } }');
      const me = await latchkey.as(secret)('{ me { id } organization(id: "x") { id } }');
      return [answer, me.status, me.data as unknown, me.errors, Object.keys(headers)];
    };
    expect(await asked(forged(id))).toEqual(await asked(forged(uuid())));
  });

  it('reads nothing for a text that is not a secret, and one document by its id for any other', async () => {
    const { id, token } = await createKey(tenant);
    const reads: string[] = [];
    const counted = new Proxy(credentials.collection, {
      get: (target, method) => {
        const value: unknown = Reflect.get(target, method);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          reads.push(String(method));
          return Reflect.apply(value, target, args);
        };
      },
    });
    const readsOf = async (secret: string) => {
      reads.length = 0;
      await new Credentials(counted, credentials.clock, credentials.trail, credentials.memberships).verify(
        secret,
        null,
      );
      return [...reads];
    };
    for (const secret of ['', 'x', token.slice(0, -1), token + token, `${token}x`, token.toUpperCase()])
      expect(await readsOf(secret)).toEqual([]);
    for (const secret of [token, forged(id), forged(uuid())]) expect(await readsOf(secret)).toEqual(['get']);
  });
});

describe('the time that verifying takes', () => {
  const SAMPLES = 200;
  const ROUNDS = 25;
  const ATTEMPTS = 6;

  /** A collection that holds one document for every id, or none, and takes the same time over both. */
  const always = (credential: Credential | undefined) =>
    ({ get: () => Promise.resolve(credential) }) as unknown as Collection<Credential>;
  const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
  const clock = () => new Date();

  it('apart from the read is the same for an unknown id as for a wrong secret', async () => {
    const secrets = Array.from({ length: SAMPLES }, () => forged(uuid()));
    const hash = mint('ak_v2_', uuid()).hash;
    const known = {
      kind: 'SUBGRAPH_KEY',
      secrets: [{ hash, until: null }],
      revokedAt: null,
      expiresAt: null,
      ipAllowlist: null,
    };
    const subjects = [always(undefined), always(undefined), always(known as unknown as Credential)];

    /** The median time of each subject, all measured in turns on the same secrets. */
    const round = async (): Promise<number[]> => {
      const times = subjects.map((): number[] => []);
      for (const [at, secret] of secrets.entries())
        for (let turn = 0; turn < subjects.length; turn++) {
          const index = (at + turn) % subjects.length;
          const start = process.hrtime.bigint();
          await verify(subjects[index] ?? always(undefined), clock, secret, null);
          times[index]?.push(Number(process.hrtime.bigint() - start));
        }
      return times.map(median);
    };
    for (let warmUp = 0; warmUp < 5; warmUp++) await round();

    // What is the same differs by chance: by no more than that may what must not be told apart. A busy machine gets
    // more attempts; a difference in the work does not go away.
    const seen: string[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const chance: number[] = [];
      const difference: number[] = [];
      for (let at = 0; at < ROUNDS; at++) {
        const [miss = 0, missAgain = 0, hit = 0] = await round();
        chance.push(Math.abs(missAgain - miss));
        difference.push(hit - (miss + missAgain) / 2);
      }
      const byChance = Math.max(...chance);
      const found = Math.abs(median(difference));
      if (found <= byChance) return;
      seen.push(`${Math.round(found)} ns, by chance up to ${Math.round(byChance)} ns`);
    }
    expect.fail(`a known id can be told from an unknown one: ${seen.join('; ')}`);
  });
});
