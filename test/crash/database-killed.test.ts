/** The database dies under a server, and comes back. */
import { spawn } from 'node:child_process';
import { describe, expect, inject, it } from 'vitest';
import { bootstrapped } from '../support/beside.js';
import { ENGINES } from '../support/engines.js';
import { startServer } from '../support/process.js';
import { Creations, holdTo } from './creations.js';
import { proxyTo } from './proxy.js';

/** A shell command that kills the server at MONGODB_URI, starts it again, and ends when it answers. */
const RESTART = process.env.MONGODB_RESTART;
const KILLS = process.env.LATCHKEY_SOAK === '1' ? 5 : 1;
/** The longest that a request may wait for a database: for a server to be found, and for one to speak. */
const DEADLINE_MS = 15_000;

if (!RESTART)
  process.stdout.write(
    '\n!!! THE TEST THAT KILLS THE DATABASE IS SKIPPED. To run it: MONGODB_RESTART="…" with MONGODB_URI set, the command\n' +
      '    that kills that server and starts it again.\n\n',
  );

const restart = (command: string): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { stdio: 'ignore' });
    child.once('error', reject).once('exit', resolve);
  });

/** A busy machine may need long to write, to start a database and to connect again. */
const PATIENCE_MS = 60_000;

describe.skipIf(!RESTART || inject('mongoUri') === '')('a database killed during creations, on mongodb', () => {
  it.each(Array.from({ length: KILLS }, (_, n) => n + 1))(
    'takes nothing acknowledged with it, and the server comes back by itself, time %i',
    async () => {
      const place = ENGINES.find(({ name }) => name === 'mongodb')?.place();
      if (!place) throw new Error('there is no such engine');
      const proxy = await proxyTo(place.environment.MONGODB_URI ?? '');
      try {
        const { id, secret } = await bootstrapped(place, 'acme');
        const server = await startServer({ MONGODB_URI: proxy.uri, LOG_LEVEL: 'silent' });
        const ready = async () => (await server.get('/ready')).status;
        expect(await ready()).toBe(200);

        const created = new Creations(id, server.as(secret));
        const creating = created.run(Infinity);
        const reaches = (count: number) =>
          expect.poll(() => created.keys.size, { timeout: PATIENCE_MS }).toBeGreaterThan(count);
        await reaches(100);
        expect(await restart(RESTART ?? '')).toBe(0);
        expect(proxy.broken()).toBe(true);
        expect(await ready()).toBe(503);
        expect((await server.get('/health')).status).toBe(200);
        await expect.poll(() => created.errors.length, { timeout: DEADLINE_MS }).toBeGreaterThan(0);
        proxy.mend();
        await expect.poll(ready, { timeout: PATIENCE_MS }).toBe(200);
        await reaches(created.keys.size + 50);
        created.stop();
        await creating;

        expect(server.running()).toBe(true);
        for (const { message, extensions } of created.errors)
          expect({ message, code: extensions.code }).toEqual({
            message: expect.stringMatching(/^Internal error. Report it with the request id [\w-]+\.$/) as string,
            code: 'INTERNAL_SERVER_ERROR',
          });
        // The clock is bound here because it is what is promised: nobody waits longer for a database.
        expect(created.slowest).toBeLessThan(DEADLINE_MS);
        await holdTo(created, server.as(secret), server.as, place);
        expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
      } finally {
        await proxy.close();
        await place.remove();
      }
    },
  );
});
