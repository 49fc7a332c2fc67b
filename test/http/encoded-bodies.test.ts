import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, BATCH, createToken, INTROSPECT, REVOKE } from '../introspection/asking.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

describe('a compressed body', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let asker: string;
  let token: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
    asker = (await askerOf(tenant)).secret;
    token = (await createToken(tenant, ['usage:report'])).secret;
  });
  afterAll(() => latchkey.close());

  const send = (url: string, encoding: string, payload: Buffer) =>
    latchkey.app.inject({
      method: 'POST',
      url,
      headers: {
        authorization: `Bearer ${url === '/graphql' ? tenant.ownerSecret : asker}`,
        'content-type': 'application/json',
        'content-encoding': encoding,
      },
      payload,
    });
  const body = () => Buffer.from(JSON.stringify({ query: '{ __typename }', token, tokens: [{ token }] }));
  const BOMB = Buffer.alloc(64 * 1024 * 1024, ' ');
  const MESSAGE = 'Send the body as it is, without Content-Encoding.';

  it.each([
    ['gzip', () => gzipSync(body())],
    ['deflate', () => deflateSync(body())],
    ['br', () => brotliCompressSync(body())],
    ['GZIP', () => gzipSync(body())],
    ['gzip, gzip', () => gzipSync(gzipSync(body()))],
    ['zstd', body],
    ['unknown', body],
    ['gzip', () => gzipSync(BOMB)],
  ])('is refused with 415 and what is taken instead: %s', async (encoding, payload) => {
    for (const url of ['/graphql', INTROSPECT, BATCH, REVOKE]) {
      const answer = await send(url, encoding, payload());
      expect([answer.statusCode, answer.headers['accept-encoding']]).toEqual([415, 'identity']);
      const { errors, error, error_description: description } = answer.json();
      if (url === '/graphql') expect(errors).toEqual([{ message: MESSAGE, extensions: { code: 'BAD_REQUEST' } }]);
      else expect([error, description]).toEqual(['invalid_request', MESSAGE]);
    }
  });

  it('that says it is not compressed is taken', async () => {
    for (const encoding of ['identity', ' Identity '])
      for (const url of ['/graphql', INTROSPECT, BATCH])
        expect((await send(url, encoding, body())).statusCode).toBe(200);
  });
});
