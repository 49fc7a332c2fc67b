import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/graphql/limits.js';
import { cpuSince } from '../support/cpu.js';
import { embedded } from '../support/engines.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { calibrate, collect } from '../support/work.js';
import { HOSTILE } from './hostile/index.js';

/** The most processor time of a refusal, as a multiple of the fixed piece of work: about 50 ms on a machine of 2025. */
const FAST = 5;
/** Code that is not yet compiled is slow, and so is one time in which memory is tidied; what is expensive is so each time. */
const TRIES = 6;
/** What a refusal may allocate: several times the largest body. */
const ALLOCATED = 64 * 1024 * 1024;
const LEFT_BEHIND = 8 * 1024 * 1024;

const CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
];
const NUMBERS = Object.values(LIMITS).map(({ most }) => most);

const heap = (): number => process.memoryUsage().heapUsed;

// What is refused here never reaches an engine. Out of production, where the schema, suggestions and all, is the most work.
describe('a hostile document', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let atFirst: number;
  let fast: number;
  beforeAll(async () => {
    fast = FAST * calibrate();
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
    for (const { body } of HOSTILE) await send(body);
    collect();
    atFirst = heap();
  });
  afterAll(() => latchkey.close());

  async function send(payload: string) {
    const before = heap();
    const start = process.cpuUsage();
    const response = await latchkey.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tenant.ownerSecret}` },
      payload,
    });
    return { response, took: cpuSince(start), allocated: heap() - before };
  }

  it('is one of a hundred, no two alike', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(100);
    expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
    expect(new Set(HOSTILE.map(({ body }) => body)).size).toBe(HOSTILE.length);
  });

  it.each(HOSTILE)('is refused at once, with a short answer: $name', async ({ refusal, status, body }) => {
    const logged = latchkey.logged().length;
    let fastest = Infinity;
    let leanest = Infinity;
    for (let tries = 0; tries < TRIES && (fastest >= fast || leanest >= ALLOCATED); tries++) {
      const { response, took, allocated } = await send(body);
      fastest = Math.min(fastest, took);
      leanest = Math.min(leanest, allocated);
      expect(response.statusCode).toBe(status);
      const { data, errors = [] } = response.json<Pick<Answer, 'data' | 'errors'>>();
      expect(data).toBeUndefined();
      expect(errors.some(({ message }) => refusal.test(message))).toBe(true);
      expect(errors.length).toBeLessThanOrEqual(LIMITS.errors.most + 1);
      for (const { message, extensions } of errors) {
        expect(CODES).toContain(extensions.code);
        const numbers = message.replaceAll(/\[\d+\]/g, '').match(/\b\d+\b/g) ?? [];
        for (const number of numbers) expect(NUMBERS, message).not.toContain(Number(number));
      }
    }
    // A machine that has become busy since does the fixed work slower as well.
    if (fastest >= fast) expect(fastest).toBeLessThan(FAST * calibrate());
    expect(leanest).toBeLessThan(ALLOCATED);
    expect(latchkey.logged().slice(logged)).not.toContain('"level":50');
  });

  it('leaves nothing behind', () => {
    collect();
    // The log of the test is no part of the server.
    expect(heap() - latchkey.logged().length - atFirst).toBeLessThan(LEFT_BEHIND);
  });
});
