/** A start gives up by itself where there is no database. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { run } from '../support/process.js';

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
