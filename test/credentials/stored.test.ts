import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromBase62 } from '@latchkey/verifier/internal';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';

const ROTATE = `
  mutation ($organizationId: ID!, $keyId: ID!, $expireOldKeyAt: Timestamp) {
    organization(id: $organizationId) { rotateKey(keyId: $keyId, expireOldKeyAt: $expireOldKeyAt) { token } }
  }`;
const REVOKE = `
  mutation ($organizationId: ID!, $keyId: ID!) { organization(id: $organizationId) { revokeKey(keyId: $keyId) } }`;

/** The random part of a secret with its checksum; and the bytes it stands for, as somebody might have written them. */
function traces(secret: string): string[] {
  const tail = secret.split('_').at(-1) ?? '';
  expect(tail).toHaveLength(49);
  const parts = Array.from({ length: tail.length - 15 }, (_, at) => tail.slice(at, at + 16));
  const bytes = Buffer.from(fromBase62(tail.slice(0, 43), 32) ?? []);
  expect(bytes).toHaveLength(32);
  const written = (['hex', 'base64', 'base64url', 'latin1'] as const).map((encoding) => bytes.toString(encoding));
  return [...parts, ...written.flatMap((text) => [text, text.slice(0, text.length / 2), text.slice(text.length / 2)])];
}

onEveryEngine('a dump of the store', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('holds no secret that was created, rotated, used or revoked, nor half of one', async () => {
    const secrets = [tenant.ownerSecret, (await member(latchkey, tenant, 'GRAPH_ADMIN')).secret];
    const publicIds: string[] = [];
    for (const end of ['now', 'later', 'revoked'] as const) {
      const { id, token } = await createKey(tenant);
      const expireOldKeyAt = end === 'later' ? new Date(Date.now() + 3_600_000).toISOString() : null;
      const { data } = await tenant.owner(ROTATE, { organizationId: tenant.id, keyId: id, expireOldKeyAt });
      const rotated = data.organization.rotateKey.token as string;
      for (const secret of [token, rotated]) await latchkey.as(secret)('query Used { me { id } }');
      if (end === 'revoked') await tenant.owner(REVOKE, { organizationId: tenant.id, keyId: id });
      secrets.push(token, rotated);
      publicIds.push(token.slice(0, token.lastIndexOf('_')));
    }
    const [stranger = ''] = secrets.slice(-1);
    // Presented, but nobody's: one letter is another.
    await latchkey.as(stranger.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')))('{ me { id } }');
    await latchkey.services.lastUses.flush();
    await latchkey.services.relay.drain();

    const dump = await latchkey.place.dump();
    // It is a dump of these keys.
    for (const id of publicIds) expect(dump).toContain(id);
    expect(dump).toContain('Used');
    for (const secret of secrets) for (const trace of traces(secret)) expect(dump.includes(trace)).toBe(false);
  });
});
