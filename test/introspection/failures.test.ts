import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALLOWED_FAILURES, Failures, TooManyFailures } from '../../src/introspection/failures.js';
import { mint } from '../../src/secrets/secret.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { Watched } from '../support/watched.js';
import { askerOf, BATCH, createToken, essence, INTROSPECT, post, type Token } from './asking.js';

const { callers, tokens, seconds } = ALLOWED_FAILURES;
const guess = () => mint('lko_', uuid()).secret.reveal();

// Only the date is held: what waits for a moment goes on as ever.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('callers that fail too often are slowed', () => {
  const watched = new Watched();
  let latchkey: Latchkey;
  let tenant: Tenant;
  let asker: Token;
  let token: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded, { wrap: watched.wrap });
    tenant = await latchkey.organization();
    asker = await askerOf(tenant);
    token = (await createToken(tenant, ['usage:report'])).secret;
  });
  afterAll(() => latchkey.close());

  const ask = (secret: string | undefined, from: string) => post(latchkey, INTROSPECT, { token }, { secret, from });
  const statusOf = async (secret: string | undefined, from: string) => (await ask(secret, from)).statusCode;
  const exhaust = async (from: string) => {
    for (let n = 0; n < callers; n++) expect(await statusOf(guess(), from)).toBe(401);
  };

  it('by their address: of 500 guesses at a secret the store is asked about 50, the others get one answer', async () => {
    const answers = new Set<string>();
    const reads = await watched.readsOf(async () => {
      for (let n = 0; n < 500; n++) {
        const answer = await ask(guess(), '192.0.2.1');
        answers.add(JSON.stringify(essence(answer)));
      }
    });
    expect(reads).toHaveLength(callers);
    const [refused, slowed, ...more] = [...answers].map((answer) => JSON.parse(answer) as { statusCode: number });
    expect(more).toEqual([]);
    expect([refused, slowed]).toMatchObject([
      { statusCode: 401 },
      { statusCode: 429, headers: { 'retry-after': String(seconds), 'cache-control': 'no-store' } },
    ]);
  });

  it('without a word on whether the guess was good', async () => {
    await exhaust('192.0.2.2');
    const [bad, good, none] = [
      await ask(guess(), '192.0.2.2'),
      await ask(asker.secret, '192.0.2.2'),
      await ask(undefined, '192.0.2.2'),
    ];
    expect(bad.statusCode).toBe(429);
    expect(essence(good)).toEqual(essence(bad));
    expect(essence(none)).toEqual(essence(bad));
    expect(bad.json()).toEqual({ error: 'temporarily_unavailable', error_description: expect.any(String) });
  });

  it('whether they lack a secret, a good one or the permission', async () => {
    const powerless = await createToken(tenant, ['usage:report']);
    for (const secret of [undefined, 'garbage', powerless.secret])
      for (let n = 0; n < callers / 3; n++) await ask(secret, '192.0.2.3');
    expect(await statusOf(undefined, '192.0.2.3')).toBe(429);
  });

  it('while others, and who never fails, go on', async () => {
    await exhaust('192.0.2.4');
    expect(await statusOf(asker.secret, '192.0.2.4')).toBe(429);
    for (let n = 0; n < 2 * callers; n++) expect(await statusOf(asker.secret, '192.0.2.5')).toBe(200);
    // GraphQL clients lose a 4xx: they are not slowed here.
    expect((await tenant.owner('{ whoAmI { title } }')).status).toBe(200);
  });

  it('until the time is over that their first failure began', async () => {
    expect(await statusOf(guess(), '192.0.2.6')).toBe(401);
    pass(seconds * 1000 - 1500);
    for (let n = 1; n < callers; n++) await ask(guess(), '192.0.2.6');
    expect((await ask(asker.secret, '192.0.2.6')).headers['retry-after']).toBe('2');
    pass(1499);
    expect((await ask(asker.secret, '192.0.2.6')).headers['retry-after']).toBe('1');
    pass(1);
    expect(await statusOf(asker.secret, '192.0.2.6')).toBe(200);
    await exhaust('192.0.2.6');
    expect(await statusOf(guess(), '192.0.2.6')).toBe(429);
  });

  it('by the credential that asks, from wherever: 1,000 inactive tokens, in batches or not', async () => {
    const [busy, calm] = [await askerOf(tenant), await askerOf(tenant)];
    const unknown = (size: number) => ({ tokens: Array.from({ length: size }, () => ({ token: guess() })) });
    for (let asked = 0; asked < tokens; asked += 100)
      expect((await post(latchkey, BATCH, unknown(100), { secret: busy.secret })).statusCode).toBe(200);
    for (const [url, body] of [
      [INTROSPECT, { token }],
      [INTROSPECT, { token: guess() }],
      [BATCH, unknown(1)],
    ] as const) {
      const slowed = await post(latchkey, url, body, { secret: busy.secret });
      expect([slowed.statusCode, slowed.headers['retry-after']]).toEqual([429, String(seconds)]);
      expect(slowed.body).not.toMatch(/active/);
    }
    expect((await post(latchkey, INTROSPECT, { token }, { secret: calm.secret })).json()).toMatchObject({
      active: true,
    });
    pass(seconds * 1000);
    expect((await post(latchkey, INTROSPECT, { token }, { secret: busy.secret })).json()).toMatchObject({
      active: true,
    });
  });

  it('but not for good tokens, however many', async () => {
    const busy = await askerOf(tenant);
    const batch = { tokens: Array.from({ length: 100 }, () => ({ token })) };
    for (let asked = 0; asked <= tokens; asked += 100)
      expect((await post(latchkey, BATCH, batch, { secret: busy.secret })).statusCode).toBe(200);
  });
});

describe('100,000 guesses', () => {
  it('in a row, one a millisecond, meet the limiter: 50 are looked at in each ten seconds', async () => {
    const failures = new Failures(callers, seconds);
    const outcomes = { lookedAt: 0, slowed: 0 };
    const answers = new Set<string>();
    for (let n = 0; n < 100_000; n++) {
      try {
        await failures.check('192.0.2.1');
        outcomes.lookedAt++;
        await failures.note('192.0.2.1');
      } catch (error) {
        if (!(error instanceof TooManyFailures)) throw error;
        outcomes.slowed++;
        answers.add(`${error.message} ${error.retryAfter}`);
      }
      pass(1);
    }
    expect(outcomes).toEqual({ lookedAt: (callers * 100) / seconds, slowed: 100_000 - (callers * 100) / seconds });
    const waits = Array.from({ length: seconds }, (_, n) => `Too many failures. Try again later. ${seconds - n}`);
    expect([...answers]).toEqual(waits);
  });
});
