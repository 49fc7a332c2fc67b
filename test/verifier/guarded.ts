/** A Latchkey that listens, and a service guarded by it. */
import { createVerifier, type Guard } from '@latchkey/verifier';
import { askerOf, createToken, type Token } from '../introspection/asking.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

/** A service that can be closed. */
export interface Closing {
  readonly close: () => Promise<unknown>;
}

export interface Guarding<G extends Closing> {
  readonly latchkey: Latchkey;
  readonly tenant: Tenant;
  /** Asks for `usage:report` on the target production. */
  readonly guarded: G;
  /** The same, with a verifier that reaches nobody. */
  readonly unreachable: G;
  /** A token that {@link guarded} lets pass. */
  readonly good: Token;
  readonly close: () => Promise<void>;
}

/** Starts a Latchkey, and a service by `start` twice: with a verifier that reaches it, and with one that does not. */
export async function startGuarded<G extends Closing>(start: (guard: Guard) => Promise<G>): Promise<Guarding<G>> {
  const latchkey = await startLatchkey(embedded);
  const url = await latchkey.app.listen({ port: 0, host: '127.0.0.1' });
  const tenant = await latchkey.organization();
  const { secret } = await askerOf(tenant);
  const check = { permission: 'usage:report', resource: 'my-project/production' };
  const good = await createToken(tenant, ['usage:report']);
  const guarded = await start({ verifier: createVerifier({ url, secret }), check });
  const fetch = () => Promise.reject(new Error('nobody there'));
  const unreachable = await start({ verifier: createVerifier({ url, secret, fetch }), check });
  const close = async (): Promise<void> => {
    await guarded.close();
    await unreachable.close();
    await latchkey.close();
  };
  return { latchkey, tenant, guarded, unreachable, good, close };
}
