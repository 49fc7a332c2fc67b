import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';
import { Watched } from '../support/watched.js';

onEveryEngine('health', (engine) => {
  const watched = new Watched();
  let latchkey: Latchkey;
  beforeAll(async () => void (latchkey = await startLatchkey(engine, { wrap: watched.wrap })));
  afterEach(() => {
    watched.ping = watched.failure = undefined;
    vi.useRealTimers();
  });
  afterAll(() => latchkey.close());

  const get = (url: string) => latchkey.app.inject({ method: 'GET', url });
  const never = () => new Promise<void>(() => undefined);
  const failing = () => Promise.reject(new StoreUnavailable('mongodb://user:password@host'));

  it('/health is 200 whatever the store does', async () => {
    for (const ping of [undefined, never, failing]) {
      watched.ping = ping;
      watched.failure = ping && (() => new StoreUnavailable());
      const { statusCode, body } = await get('/health');
      expect([statusCode, body]).toEqual([200, '{"status":"ok"}']);
    }
  });

  it('/ready is 200 while the store answers', async () => {
    const { statusCode, body } = await get('/ready');
    expect([statusCode, body]).toEqual([200, '{"status":"ready"}']);
  });

  it('/ready is 503 when the store refuses, says nothing of why, and comes back', async () => {
    watched.ping = failing;
    const { statusCode, body } = await get('/ready');
    expect([statusCode, body]).toEqual([503, '{"status":"unavailable"}']);
    watched.ping = undefined;
    expect((await get('/ready')).statusCode).toBe(200);
  });

  it('/ready is 503 within 2 s when the store hangs, and comes back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    watched.ping = never;
    let answered = false;
    const answer = get('/ready').finally(() => (answered = true));
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), { interval: 1 });
    await vi.advanceTimersByTimeAsync(1900);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(101);
    expect((await answer).statusCode).toBe(503);
    watched.ping = undefined;
    expect((await get('/ready')).statusCode).toBe(200);
  });

  it('is answered to HEAD as to GET, without a body', async () => {
    for (const ping of [undefined, failing])
      for (const url of ['/health', '/ready']) {
        watched.ping = ping;
        const [head, asked] = [await latchkey.app.inject({ method: 'HEAD', url }), await get(url)];
        expect([head.statusCode, head.headers['content-type'], head.body]).toEqual([
          asked.statusCode,
          asked.headers['content-type'],
          '',
        ]);
      }
  });

  it('refuses other methods, and says which there are', async () => {
    for (const url of ['/', '/health', '/ready'])
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'] as const) {
        const answer = await latchkey.app.inject({ method, url, payload: method === 'POST' ? { a: 1 } : '' });
        expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
        expect(answer.json().errors).toEqual([{ message: 'Send a GET.', extensions: { code: 'BAD_REQUEST' } }]);
      }
  });

  it('repeats no secret: neither path authenticates', async () => {
    const reads = await watched.readsOf(async () => {
      const headers = { authorization: `Bearer lku_${'0'.repeat(72)}` };
      for (const url of ['/health', '/ready']) await latchkey.app.inject({ method: 'GET', url, headers });
    });
    expect(reads).toEqual([]);
  });
});
