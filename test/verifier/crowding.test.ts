import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mint } from '../../src/secrets/secret.js';
import { createVerifier, InvalidResource } from '@latchkey/verifier';
import { askerOf, BATCH, createToken, post } from '../introspection/asking.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';

const CHECK = { permission: 'schemaVersion:publish', resource: 'my-project/production/service/users' };
const nobodys = () => mint('lko_', uuid()).secret.reveal();

describe('a question is answered beside those of a caller', () => {
  let latchkey: Latchkey;
  let url: string;
  let secret: string;
  let token: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    url = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
    const tenant = await latchkey.organization();
    secret = (await askerOf(tenant)).secret;
    token = (await createToken(tenant, ['schemaVersion:publish'])).secret;
  });
  afterEach(() => void vi.restoreAllMocks());
  afterAll(() => latchkey.close());

  /** A verifier, and the bodies that it sent; `refuses` says which are answered with 413. */
  function counting(refuses: (body: string) => boolean = () => false) {
    const sent: string[] = [];
    const counted: typeof fetch = async (input, init) => {
      const body = init?.body as string;
      sent.push(body);
      return refuses(body) ? new Response('', { status: 413 }) : fetch(input, init);
    };
    return { sent, verifier: createVerifier({ url, secret, fetch: counted }) };
  }

  it.each([
    ['a resource of 11,000 characters', 'a'.repeat(11_000)],
    ['a resource of 200 characters, six bytes each', '\u0000'.repeat(200)],
    ['a resource of 201 characters', 'a'.repeat(201)],
  ])('who shows 99 unknown secrets with %s', async (_, resource) => {
    const { verifier, sent } = counting();
    const strangers = Array.from({ length: 99 }, () => verifier.verify(nobodys(), { ...CHECK, resource }));
    const [honest, ...others] = await Promise.allSettled([verifier.verify(token, CHECK), ...strangers]);
    expect(honest).toMatchObject({ status: 'fulfilled', value: { active: true, granted: true } });
    for (const other of others)
      expect(other).toMatchObject({ status: 'rejected', reason: expect.any(InvalidResource) as unknown });
    for (const body of sent) expect(Buffer.byteLength(body)).toBeLessThan(70_000);
  });

  it('who makes questions that are too long in other ways', async () => {
    const { verifier, sent } = counting();
    vi.spyOn(process, 'emitWarning').mockReturnValueOnce();
    const checks = [
      { permission: 'a'.repeat(100_000) },
      { ...CHECK, organization: 'a'.repeat(100_000) },
      { ...CHECK, resource: ['a'.repeat(100_000)] as never },
    ];
    const strangers = checks.map((check) => verifier.allows(nobodys(), check));
    expect(await verifier.allows(token, CHECK)).toBe(true);
    expect(await Promise.all(strangers)).toEqual([false, false, false]);
    for (const body of sent) expect(Buffer.byteLength(body)).toBeLessThan(70_000);
  });

  it('though something on the way refuses the whole of their batch, in few requests', async () => {
    const marked = nobodys();
    const { verifier, sent } = counting((body) => body.includes(marked));
    const stranger = verifier.verify(marked, CHECK).catch((error: unknown) => error);
    const answers = await Promise.all(Array.from({ length: 99 }, () => verifier.allows(token, CHECK)));
    expect(new Set(answers)).toEqual(new Set([true]));
    expect(await stranger).toMatchObject({ name: 'VerifierMisconfigured' });
    expect(sent.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(100)) + 1);
  });

  it('by Latchkey itself, which looks at no resource of more than 200 characters', async () => {
    const tokens = [
      { token, ...CHECK },
      { token, ...CHECK, resource: 'a/'.repeat(101) },
      { token, ...CHECK },
    ];
    const { results } = (await post(latchkey, BATCH, { tokens }, { secret })).json();
    expect(results).toMatchObject([
      { granted: true },
      { error: 'invalid_target', error_description: '"resource" must have at most 200 characters.' },
      { granted: true },
    ]);
  });
});
