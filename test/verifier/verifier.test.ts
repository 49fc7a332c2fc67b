import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mint } from '../../src/secrets/secret.js';
import { createVerifier, InvalidResource, VerifierMisconfigured, type VerifierOptions } from '@latchkey/verifier';
import { askerOf, createToken, end, type Token } from '../introspection/asking.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const CHECK = { permission: 'schemaVersion:publish', resource: 'my-project/production/service/users' };
const nobodys = () => mint('lko_', uuid()).secret.reveal();

describe('a verifier', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let url: string;
  let asker: Token;
  let token: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    url = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
    tenant = await latchkey.organization();
    asker = await askerOf(tenant);
    token = (await createToken(tenant, ['schemaVersion:publish'])).secret;
  });
  afterAll(() => latchkey.close());

  /** A verifier, and the sizes of the batches that it sent. */
  function counting(options: Partial<VerifierOptions> = {}) {
    const sent: number[] = [];
    const counted: typeof fetch = (input, init) => {
      sent.push((JSON.parse(init?.body as string) as { tokens: unknown[] }).tokens.length);
      return fetch(input, init);
    };
    return { sent, verifier: createVerifier({ url, secret: asker.secret, fetch: counted, ...options }) };
  }

  it('answers as Latchkey does', async () => {
    const { verifier } = counting();
    expect(await verifier.verify(token)).toMatchObject({ active: true, scope: 'schemaVersion:publish' });
    expect(await verifier.verify(token, CHECK)).toMatchObject({ active: true, granted: true });
    expect(await verifier.verify(nobodys(), CHECK)).toEqual({ active: false });
    expect(await verifier.allows(token, CHECK)).toBe(true);
    expect(await verifier.allows(token, { permission: 'member:modify' })).toBe(false);
    expect(await verifier.allows(nobodys(), CHECK)).toBe(false);
  });

  it('asks once for everything that is asked in one turn, and answers each its own', async () => {
    const { verifier, sent } = counting();
    const asked = [verifier.verify(token), verifier.verify(nobodys()), verifier.allows(token, CHECK)];
    expect(await Promise.all(asked)).toMatchObject([{ active: true }, { active: false }, true]);
    expect(sent).toEqual([3]);
    await verifier.verify(token);
    expect(sent).toEqual([3, 1]);
  });

  it('asks about 100 at a time', async () => {
    const { verifier, sent } = counting();
    const answers = await Promise.all(
      Array.from({ length: 250 }, (_, n) => verifier.allows(n % 2 ? token : nobodys(), CHECK)),
    );
    expect(answers).toEqual(Array.from({ length: 250 }, (_, n) => n % 2 === 1));
    expect(sent).toEqual([100, 100, 50]);
  });

  it('remembers nothing: a token that was deleted is refused by the next question', async () => {
    const { verifier } = counting();
    const short = await createToken(tenant, ['schemaVersion:publish']);
    expect(await verifier.allows(short.secret, CHECK)).toBe(true);
    await end(tenant, 'delete', short);
    expect(await verifier.allows(short.secret, CHECK)).toBe(false);
  });

  it('does not send a text that cannot be a secret', async () => {
    const { verifier, sent } = counting();
    const garbage = ['', 'garbage', `${token}x`, token.slice(0, -1), token.replace('lko_', 'lku_'), 'a'.repeat(1e6)];
    for (const text of garbage) {
      expect(await verifier.verify(text, CHECK)).toEqual({ active: false });
      expect(await verifier.allows(text, CHECK)).toBe(false);
    }
    expect(sent).toEqual([]);
  });

  it('rejects an invalid question alone, and says why', async () => {
    const { verifier, sent } = counting();
    const permission = 'schemaVersion:publish';
    const bad = [
      [{ permission, resource: '../users' }, InvalidResource, /^"resource" must be a path like /],
      [{ permission: 'no:such' }, VerifierMisconfigured, /"permission" is no permission\. Take an id of the catalogue/],
      [{ permission, resource: ['users'] as never }, VerifierMisconfigured, /"resource" must be one text\.$/],
      [{ resource: 'my-project' }, VerifierMisconfigured, /"resource" goes with a "permission"\. Send both\.$/],
    ] as const;
    const asked = bad.map(([check]) => verifier.verify(token, check).catch((error: unknown) => error));
    const others = Array.from({ length: 40 }, () => verifier.allows(token, CHECK));
    for (const [index, error] of (await Promise.all(asked)).entries()) {
      expect(error).toBeInstanceOf(bad[index]?.[1]);
      expect((error as Error).message).toMatch(bad[index]?.[2] ?? '');
    }
    expect(new Set(await Promise.all(others))).toEqual(new Set([true]));
    // Whoever can bring about such questions makes nobody ask more than once.
    expect(sent).toEqual([44]);
  });

  it('cannot be created with a text that is not a secret, and does not repeat it', () => {
    for (const secret of ['', 'garbage', `${asker.secret}\n`, ` ${asker.secret}`]) {
      const make = () => createVerifier({ url, secret });
      expect(make).toThrow(TypeError);
      expect(make).toThrow(/^"secret" is not the secret of a credential$/);
    }
  });

  it('finds Latchkey below a path, with or without a slash at its end', async () => {
    const asked: string[] = [];
    const fake: typeof fetch = async (input) => {
      asked.push((input as URL).href);
      return Response.json({ results: [{ active: true, granted: true }] });
    };
    for (const base of [
      'http://gateway.example',
      'http://gateway.example/latchkey',
      'http://gateway.example/latchkey/',
    ])
      await createVerifier({ url: base, secret: asker.secret, fetch: fake }).verify(token);
    const below = 'http://gateway.example/latchkey/oauth/introspect/batch';
    expect(asked).toEqual(['http://gateway.example/oauth/introspect/batch', below, below]);
  });
});
