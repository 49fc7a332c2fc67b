/** Whoever sends a request slowly holds a connection for so long and no longer. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';

let latchkey: Latchkey;
beforeAll(async () => {
  latchkey = await startLatchkey(embedded);
  await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => latchkey.close());

it('bounds how long a request may take to arrive, its head and as a whole', () => {
  const { requestTimeout, headersTimeout } = latchkey.app.server;
  expect(requestTimeout).toBe(30_000);
  expect(headersTimeout).toBeGreaterThan(0);
  expect(headersTimeout).toBeLessThanOrEqual(60_000);
});

it('answers 408 to one that took longer, and closes the connection', async () => {
  const { server } = latchkey.app;
  const { port } = server.address() as { port: number };
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const client = connect(port, '127.0.0.1');
  const [socket] = await connected;
  client.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{');
  // What Node does when the time is over, which it looks at twice a minute.
  server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  expect(await text(client)).toMatch(/^HTTP\/1\.1 408 /);
});
