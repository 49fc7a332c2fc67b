/** A key or an access token that is rotated, for tests of what both have in common. */
import type { Answer, Latchkey, Send, Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import * as f from '../organization-access-tokens/fixtures/tokens.js';
import { owned } from '../subgraph-keys/operations.js';

const DAY = 24 * 60 * 60 * 1000;

export interface Rotating {
  readonly id: string;
  /** The first secret. */
  readonly secret: string;
  /** Rotates with an overlap of so many days, as the owner or with a secret; answers the new secret. */
  readonly rotate: (overlapDays: number, as?: string | Send) => Promise<string>;
  /** Why such a rotation is refused. */
  readonly refusal: (overlapDays: number, as?: string | Send) => Promise<{ code: string; message: string }>;
  /** The secret that a rotation answers, or the code that it is refused with. */
  readonly attempt: (overlapDays: number, as?: string | Send) => Promise<{ secret: string } | { code: string }>;
  /** Whether secrets sign in. */
  readonly valid: (...secrets: string[]) => Promise<boolean[]>;
  /** How many digests are stored. */
  readonly digests: () => Promise<number | undefined>;
}

/** A new key or access token; the token may manage tokens, and so rotate itself. */
export async function rotating(latchkey: Latchkey, tenant: Tenant, kind: 'KEY' | 'TOKEN'): Promise<Rotating> {
  const { id, secret } = kind === 'KEY' ? await newKey(tenant) : await newToken(tenant);
  const send = async (overlapDays: number, as?: string | Send) => {
    const asked = as === undefined ? tenant : { ...tenant, owner: typeof as === 'string' ? latchkey.as(as) : as };
    if (kind === 'TOKEN') return resultOf(await asked.owner(f.ROTATE, { id, overlapDays }));
    const now = (latchkey.clock.now ?? new Date()).getTime();
    const expireOldKeyAt = overlapDays === 0 ? null : new Date(now + overlapDays * DAY).toISOString();
    return resultOf(await owned(asked).rotate(id, { expireOldKeyAt }));
  };
  const attempt = async (overlapDays: number, as?: string | Send) => {
    const result = await send(overlapDays, as);
    return 'secret' in result ? result : { code: result.code };
  };
  return {
    id,
    secret,
    attempt,
    async rotate(overlapDays, as) {
      const result = await send(overlapDays, as);
      if (!('secret' in result)) throw new Error(`not rotated: ${result.message}`);
      return result.secret;
    },
    async refusal(overlapDays, as) {
      const result = await send(overlapDays, as);
      if ('secret' in result) throw new Error('not refused');
      return result;
    },
    valid: (...secrets) => Promise.all(secrets.map((one) => f.signsIn(latchkey, one))),
    digests: async () => (await latchkey.services.collections.credentials.get(id))?.secrets.length,
  };
}

function resultOf({ data, errors }: Answer): { secret: string } | { code: string; message: string } {
  const [error] = errors ?? [];
  if (error) return { code: error.extensions.code, message: error.message };
  const token = data.rotateAccessToken;
  if (token) return token.error ?? { secret: token.ok.privateAccessKey };
  return { secret: data.organization.rotateKey.token };
}

async function newKey(tenant: Tenant) {
  const { id, token } = await createKey(tenant);
  return { id, secret: token };
}

const newToken = (tenant: Tenant) => f.createToken(tenant, { permissions: ['accessToken:modify'] });
