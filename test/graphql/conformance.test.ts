import { readFileSync } from 'node:fs';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';

/** What is optional and left out. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  '5A70': 'GET',
  '6A70': 'GET',
  D6D5: 'GET',
  LKJ1: 'HTTP 200 for clients of plain JSON',
  LKJ2: 'HTTP 200 for clients of plain JSON',
  '3E3A': 'HTTP 200 for clients of plain JSON',
  '8764': 'HTTP 200 for clients of plain JSON',
};

describe('GraphQL over HTTP', () => {
  let latchkey: Latchkey;
  let url = '';
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    url = `${await latchkey.app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  });
  afterAll(() => latchkey.close());

  it.each(serverAudits({ url: () => url }))('$id: $name', async ({ id, fn }) => {
    const { status } = await fn();
    // A recommendation that is not followed would be a "warn", a requirement an "error".
    expect(status).toBe(id in LEFT_OUT ? 'notice' : 'ok');
  });

  it('is documented with all that is left out', () => {
    const document = readFileSync(new URL('../../docs/http.md', import.meta.url), 'utf8');
    const listed = [...document.matchAll(/^\| `(\w+)`/gm)].map(([, id = '']) => id);
    expect(listed.sort()).toEqual(Object.keys(LEFT_OUT).sort());
  });
});
