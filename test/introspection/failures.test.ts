import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALLOWED_FAILURES, Failures, TooManyFailures } from '../../src/introspection/failures.js';
import { mint } from '../../src/secrets/secret.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { Watched } from '../support/watched.js';
import { askerOf, BATCH, createToken, essence, INTROSPECT, post, type Token } from './asking.js';

const { callers, seconds } = ALLOWED_FAILURES;
const guess = () => mint('lko_', uuid()).secret.reveal();

// Only the date is held: what waits for a moment goes on as ever.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('callers that fail too often are limited', () => {
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

  it('by their address: of 500 guesses at a secret, 50 are answered 401 and all others 429', async () => {
    const answers = new Map<string, number>();
    for (let n = 0; n < 500; n++) {
      const answer = JSON.stringify(essence(await ask(guess(), '192.0.2.1')));
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
    expect([...answers.values()]).toEqual([callers, 500 - callers]);
    const [refused, slowed] = [...answers.keys()].map((answer) => JSON.parse(answer) as object);
    expect([refused, slowed]).toMatchObject([
      { statusCode: 401 },
      { statusCode: 429, headers: { 'retry-after': String(seconds), 'cache-control': 'no-store' } },
    ]);
  });

  it('whether they lack a secret, a valid one or the permission', async () => {
    const powerless = await createToken(tenant, ['usage:report']);
    const bad = [undefined, 'garbage', guess(), powerless.secret];
    for (const secret of bad) for (let n = 0; n < callers / 4; n++) await ask(secret, '192.0.2.3');
    const answers = [];
    for (const secret of bad) answers.push(essence(await ask(secret, '192.0.2.3')));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ statusCode: 429 });
  });

  it('but callers who may ask are not, even at the same address', async () => {
    await exhaust('192.0.2.4');
    expect(await statusOf(guess(), '192.0.2.4')).toBe(429);
    expect(await statusOf(asker.secret, '192.0.2.4')).toBe(200);
    expect(await statusOf(guess(), '192.0.2.5')).toBe(401);
    // GraphQL clients lose a 4xx: they are not slowed here.
    expect((await tenant.owner('{ whoAmI { title } }')).status).toBe(200);
  });

  it.each([
    ['a /64 of IPv6 as one', '2001:db8:0:1::1', '2001:0db8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:2::1'],
    ['an IPv4 address and its IPv6 form as one', '192.0.2.9', '::ffff:192.0.2.9', '::ffff:192.0.2.10'],
    ['a link-local address, whatever its zone', 'fe80::1%eth0', 'fe80::2', '2001:db8:0:3::1'],
  ])('with %s', async (_, first, same, other) => {
    await exhaust(first);
    expect(await statusOf(guess(), same)).toBe(429);
    expect(await statusOf(guess(), other)).toBe(401);
  });

  it('until the time is over that their first failure began', async () => {
    const retryAfter = async () => (await ask(guess(), '192.0.2.6')).headers['retry-after'];
    expect(await statusOf(guess(), '192.0.2.6')).toBe(401);
    pass(seconds * 1000 - 1500);
    for (let n = 1; n < callers; n++) expect(await statusOf(guess(), '192.0.2.6')).toBe(401);
    expect(await retryAfter()).toBe('2');
    pass(1499);
    expect(await retryAfter()).toBe('1');
    pass(1);
    await exhaust('192.0.2.6');
    expect(await statusOf(guess(), '192.0.2.6')).toBe(429);
  });

  it('but not for invalid tokens that they ask about, so clients with bad tokens shut nobody out', async () => {
    const unknown = { tokens: Array.from({ length: 100 }, () => ({ token: guess() })) };
    for (let asked = 0; asked < 1500; asked += 100) {
      const answer = await post(latchkey, BATCH, unknown, { secret: asker.secret, from: '192.0.2.7' });
      expect([answer.statusCode, answer.json().results]).toEqual([200, unknown.tokens.map(() => ({ active: false }))]);
    }
    expect((await ask(asker.secret, '192.0.2.7')).json()).toMatchObject({ active: true });
  });

  it('and texts that are not secrets cost no read of the store, of the caller or of the token', async () => {
    const garbage = [`${asker.secret}x`, asker.secret.replace('lko_', 'lku_'), 'lko_', 'a'.repeat(9000)];
    const read = (send: () => Promise<unknown>) => watched.readsOf(send);
    for (const secret of garbage) expect(await read(() => ask(secret, '192.0.2.8'))).toEqual([]);
    const tokens = garbage.map((text) => ({ token: text }));
    const ofAsker = ['credentials.get', 'organizations.getMany'];
    expect(await read(() => post(latchkey, BATCH, { tokens }, { secret: asker.secret }))).toEqual(ofAsker);
  });
});

describe('100,000 guesses', () => {
  it('in a row, one each millisecond, are limited: 50 pass in each ten seconds', async () => {
    const failures = new Failures(callers, seconds);
    const outcomes = { passed: 0, slowed: 0 };
    const answers = new Set<string>();
    for (let n = 0; n < 100_000; n++) {
      try {
        await failures.note('192.0.2.1');
        outcomes.passed++;
      } catch (error) {
        if (!(error instanceof TooManyFailures)) throw error;
        outcomes.slowed++;
        answers.add(`${error.message} ${error.retryAfter}`);
      }
      pass(1);
    }
    expect(outcomes).toEqual({ passed: (callers * 100) / seconds, slowed: 100_000 - (callers * 100) / seconds });
    const waits = Array.from({ length: seconds }, (_, n) => `Too many failures. Try again later. ${seconds - n}`);
    expect([...answers]).toEqual(waits);
  });
});
