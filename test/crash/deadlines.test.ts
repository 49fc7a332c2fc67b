/** What a start may take, and that it gives up by itself where there is no database. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { run, startServer } from '../support/process.js';

onEveryEngine('a start on an empty store', (engine) => {
  it('is ready within 5 s of processor time', async () => {
    const place = engine.place();
    const server = await startServer(place.environment);
    expect(await server.cpuSeconds()).toBeLessThanOrEqual(5);
    await server.end('SIGTERM');
    await place.remove();
  });
});

describe('a start without its database', () => {
  it.concurrent.each(['refuses', 'never answers'])('gives up, in one line, when it %s', async (how) => {
    const { port, close } = await listener();
    if (how === 'refuses') await close();
    const uri = `mongodb://somebody:hunter2@127.0.0.1:${port}/tokens?authSource=hunter2`;
    const ended = await run([], { MONGODB_URI: uri, PORT: '0' });
    expect(ended).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^A setting cannot be used\. MONGODB_URI: the database does not answer; .*\n$/,
      ) as string,
    });
    if (how !== 'refuses') await close();
  });
});

/** Somebody who takes connections on a free port and says nothing. */
async function listener(): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
