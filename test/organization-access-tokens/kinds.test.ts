import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { toBase62 } from '@latchkey/verifier/internal';
import { update } from '../../src/storage/collection.js';
import { createPersonalToken } from '../personal-access-tokens/personal-tokens.js';
import { createProjectToken } from '../project-access-tokens/project-tokens.js';
import { createRegistryToken } from '../registry-tokens/registry.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey } from '../support/operations.js';
import * as f from './fixtures/tokens.js';

const PREFIXES = ['lko_', 'lku_', 'lkr_', 'lkc_', 'ak_v2_'];

/** A secret's text under a good checksum, as anybody can compute it. */
function checked(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return body + toBase62(bytes, 6);
}
const bodyOf = (secret: string) => secret.slice(0, -6);

onEveryEngine('a secret of one kind', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let secrets: Record<string, { prefix: string; secret: string }>;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    const operator = await tenant.owner(CREATE_KEY, { organizationId: tenant.id, name: 'Operator', type: 'OPERATOR' });
    secrets = {
      organization: { prefix: 'lko_', secret: (await f.createToken(tenant)).secret },
      project: { prefix: 'lko_', secret: (await createProjectToken(tenant)).secret },
      personal: { prefix: 'lku_', secret: (await createPersonalToken(tenant, tenant.owner)).secret },
      registry: { prefix: 'lkr_', secret: (await createRegistryToken(tenant)).secret },
      user: { prefix: 'lku_', secret: tenant.ownerSecret },
      subgraph: { prefix: 'ak_v2_', secret: (await createKey(tenant)).token },
      operator: { prefix: 'ak_v2_', secret: operator.data.organization.createKey.token },
    };
  });
  afterAll(() => latchkey.close());

  /** Whether each way to present a secret takes it. */
  const faces = async (secret: string) => {
    const who = '{ whoAmI { title } }';
    const apiKey = await latchkey.as()(who, {}, { 'x-api-key': secret });
    return {
      authorization: await f.signsIn(latchkey, secret),
      apiKey: apiKey.errors === undefined,
      introspection: (await f.introspect(latchkey, tenant, secret)).active,
    };
  };

  it('signs in by every way to present it', async () => {
    for (const { prefix, secret } of Object.values(secrets)) {
      expect(secret.startsWith(prefix)).toBe(true);
      expect(checked(bodyOf(secret))).toBe(secret);
      expect(await faces(secret)).toEqual({ authorization: true, apiKey: true, introspection: true });
    }
  });

  it('passes as no other kind, with another prefix and a good checksum', async () => {
    for (const { prefix, secret } of Object.values(secrets))
      for (const other of PREFIXES.filter((one) => one !== prefix)) {
        const swapped = checked(other + bodyOf(secret).slice(prefix.length));
        expect([prefix, other, await faces(swapped)]).toEqual([
          prefix,
          other,
          { authorization: false, apiKey: false, introspection: false },
        ]);
      }
  });

  it('signs in nobody once its credential is of another kind, though its digest is the right one', async () => {
    const { id, secret } = await f.createToken(tenant);
    const stored = latchkey.store.collection(credentials);
    await update(stored, id, (now) => ({ ...now, kind: 'OPERATOR_KEY' as const }));
    expect(await faces(secret)).toEqual({ authorization: false, apiKey: false, introspection: false });
  });

  it('passes for no other credential, with another public id and a good checksum', async () => {
    const { organization, user } = secrets;
    const other = await f.createToken(tenant);
    const random = bodyOf(organization?.secret ?? '').slice(-43);
    for (const whose of [other.secret, user?.secret ?? '']) {
      const mixed = checked(bodyOf(whose).slice(0, -43) + random);
      expect(await faces(mixed)).toEqual({ authorization: false, apiKey: false, introspection: false });
    }
  });

  it('is refused with one letter changed, whatever letter, and when cut or continued', async () => {
    const secret = secrets.organization?.secret ?? '';
    const changed = Array.from(
      secret,
      (letter, at) => secret.slice(0, at) + (letter === 'A' ? 'B' : 'A') + secret.slice(at + 1),
    );
    const hurt = [...changed, secret.slice(0, -1), `${secret}A`, secret.toLowerCase(), bodyOf(secret), checked(secret)];
    const answers = await Promise.all(hurt.map((one) => f.signsIn(latchkey, one)));
    expect(answers.filter(Boolean)).toEqual([]);
  });

  it('is refused with one answer, whatever is wrong with it', async () => {
    const secret = secrets.organization?.secret ?? '';
    const wrong = [
      'lko_',
      'x',
      `${secret}A`,
      checked(`lku_${bodyOf(secret).slice(4)}`),
      checked(`lko_${toBase62(Buffer.alloc(16, 7), 22)}_${bodyOf(secret).slice(-43)}`),
      checked(bodyOf(secret).slice(0, -43) + toBase62(Buffer.alloc(32, 7), 43)),
    ];
    for (const one of wrong) {
      const { errors, data, status } = await latchkey.as(one)('{ whoAmI { title } }');
      expect({ status, data, errors: errors?.map(({ message, extensions }) => ({ message, extensions })) }).toEqual({
        status: 200,
        data: { whoAmI: null },
        errors: [{ message: 'Invalid token provided', extensions: { code: 'UNAUTHENTICATED' } }],
      });
      expect(await f.introspect(latchkey, tenant, one)).toEqual({ active: false });
    }
  });
});
