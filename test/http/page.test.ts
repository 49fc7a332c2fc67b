import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';

describe.each([
  ['in development', false],
  ['in production', true],
])('the page, %s,', (_, production) => {
  let latchkey: Latchkey;
  beforeAll(async () => void (latchkey = await startLatchkey(embedded, { production })));
  afterAll(() => latchkey.close());

  const get = (url: string, accept?: string, method: 'GET' | 'HEAD' | 'PUT' = 'GET') =>
    latchkey.app.inject({ method, url, headers: accept === undefined ? {} : { accept } });
  const BROWSER = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8';

  it('is at /, and for browsers at /graphql: by GET and without a query string only', async () => {
    const pages = [await get('/'), await get('/', BROWSER), await get('/graphql', BROWSER)];
    for (const { statusCode, headers, body } of pages) {
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(body).toBe(pages[0]?.body);
    }
    const head = await get('/', undefined, 'HEAD');
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect((await get('/graphql?query={me{id}}', BROWSER)).statusCode).toBe(405);
    expect((await get('/graphql', 'application/json')).statusCode).toBe(405);
    expect((await get('/graphql')).statusCode).toBe(405);
    expect((await get('/graphql', BROWSER, 'HEAD')).statusCode).toBe(405);
    expect((await get('/graphql', BROWSER, 'PUT')).statusCode).toBe(405);
    expect((await get('/graphql', BROWSER)).headers.vary).toBe('accept');
  });

  it('says what this is and where to read on, and its version except in production', async () => {
    const { body } = await get('/');
    for (const mentioned of ['Latchkey', 'POST /graphql', 'schema.graphql', '_service', '/oauth/introspect', 'docs/'])
      expect(body).toContain(mentioned);
    expect(body.includes(VERSION)).toBe(!production);
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('loads nothing and runs nothing, by its text and by its Content-Security-Policy', async () => {
    const { body, headers } = await get('/');
    expect(body).not.toMatch(/https?:|\/\/|<script|\bon\w+=|\bsrc=|@import|url\(/);
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(body) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
