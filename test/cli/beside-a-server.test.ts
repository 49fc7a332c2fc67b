/** The embedded store has one server at a time, whichever way the one before it ended; commands work beside it. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KINDS } from '../../src/services.js';
import { embedded, type Place } from '../support/engines.js';
import { type ServerProcess, startServer } from '../support/process.js';
import { expectLine, runHere } from './in-process.js';

let place: Place;
let server: ServerProcess;
beforeAll(async () => {
  place = embedded.place();
  server = await startServer(place.environment);
});
afterAll(() => place.remove());

const second = () => runHere([], { ...place.environment, PORT: '0' });

it('refuses a second server on one embedded store, and serves on', async () => {
  for (const _ of [1, 2, 3]) {
    const refused = await second();
    expectLine(refused, 'LATCHKEY_DATA');
    expect(refused.err).toMatch(/another server runs on this directory; stop it/);
  }
  expect((await server.get('/ready')).status).toBe(200);
});

it('frees the lock when the store is closed', async () => {
  const elsewhere = embedded.place();
  const serve = () => elsewhere.open(KINDS, { serving: true });
  for (const _ of [1, 2]) {
    const store = await serve();
    await expect(serve()).rejects.toThrow('another server runs on this directory');
    await store.close();
  }
  await elsewhere.remove();
});

it('works at the command line beside it', async () => {
  const { err, code } = await runHere(['plan', 'my-organization', 'STANDARD'], place.environment);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  expectLine(await second(), 'LATCHKEY_DATA');
});

it('takes the place of a server that was killed, and of one that was stopped', async () => {
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    await server.end(signal);
    server = await startServer(place.environment);
    expectLine(await second(), 'LATCHKEY_DATA');
  }
  await server.end('SIGTERM');
  expect(readdirSync(place.environment.LATCHKEY_DATA ?? '')).toEqual(expect.arrayContaining(['server.lock']));
});
