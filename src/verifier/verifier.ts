import type { Introspected, Question } from '../introspection/question.js';
import { withoutSecrets } from '../secrets/redact.js';
import { parse } from '../secrets/secret.js';

export interface VerifierOptions {
  /** Where Latchkey is, as in `https://latchkey.example`; `/oauth/introspect/batch` is below it. */
  readonly url: string;
  /** The secret of a credential that holds `credential:introspect`. */
  readonly secret: string;
  /** How long to wait for an answer, in milliseconds; 2,000 unless set. */
  readonly deadline?: number;
  /** Another `fetch`, for tests and proxies. */
  readonly fetch?: typeof fetch;
}

/** What a secret must be allowed to do. */
export type Check = Omit<Question, 'token'>;

/** Latchkey's answer: `active: false`, or who it is, its scope, and `granted` when something was asked. */
export type Verification = Introspected;

export interface Verifier {
  /**
   * Asks about a secret. Rejects with {@link VerificationUnavailable} when there is no answer in time, or none to this
   * question: an unknown permission, a resource that is no path.
   */
  verify(token: string, check?: Check): Promise<Verification>;
  /** Whether a secret is good and may do this. False, too, when there is no answer: it fails closed. */
  allows(token: string, check: Check & { readonly permission: string }): Promise<boolean>;
}

/** Latchkey gave no answer, or none that can be used; `cause` tells why. Whatever was asked for must be refused. */
export class VerificationUnavailable extends Error {
  override readonly name = 'VerificationUnavailable';
}

const MAX_AT_ONCE = 100;

interface Waiting {
  readonly question: Question;
  readonly resolve: (verification: Verification) => void;
  readonly reject: (error: VerificationUnavailable) => void;
}

/**
 * A verifier. Questions of one turn of the event loop go out together, over connections that are kept alive.
 * @throws TypeError for a `url` that is none, or a `secret` that is none of Latchkey's; the message does not repeat it.
 */
export function createVerifier({ url, secret, deadline = 2000, fetch: send = fetch }: VerifierOptions): Verifier {
  const endpoint = new URL('oauth/introspect/batch', url.replace(/\/*$/, '/'));
  // A line break from a file would make fetch fail, and show the secret in its message.
  if (!parse(secret)) throw new TypeError('"secret" is not the secret of a credential');
  let waiting: Waiting[] = [];

  async function post(batch: readonly Waiting[], signal: AbortSignal): Promise<void> {
    const response = await send(endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ tokens: batch.map(({ question }) => question) }),
      signal,
      redirect: 'error',
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new Error(`it answered with status ${response.status}: ${reasonOf(body)}`);
    const { results } = (body ?? {}) as { results?: unknown };
    if (!Array.isArray(results) || results.length !== batch.length) throw new Error('it answered something else');
    batch.forEach(({ resolve, reject }, index) => {
      const result: unknown = results[index];
      if (isVerification(result)) resolve(result);
      else reject(unavailable(new Error(`it did not answer this question: ${reasonOf(result)}`)));
    });
  }

  async function ask(batch: readonly Waiting[], signal: AbortSignal): Promise<void> {
    try {
      await post(batch, signal);
    } catch (error) {
      batch.forEach(({ reject }) => reject(unavailable(error)));
    }
  }

  function flush(): void {
    const batch = waiting;
    waiting = [];
    const signal = AbortSignal.timeout(deadline);
    for (let start = 0; start < batch.length; start += MAX_AT_ONCE)
      void ask(batch.slice(start, start + MAX_AT_ONCE), signal);
  }

  const verify: Verifier['verify'] = (token, check = {}) =>
    new Promise((resolve, reject) => {
      // What has not the form of a secret is nobody's: no need to ask.
      if (!parse(token)) return resolve({ active: false });
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ question: { ...check, token }, resolve, reject });
    });

  return {
    verify,
    async allows(token, check) {
      try {
        const verification = await verify(token, check);
        return verification.active && verification.granted === true;
      } catch {
        return false;
      }
    },
  };
}

const unavailable = (cause: unknown) => new VerificationUnavailable('Latchkey did not answer', { cause });

/** Why Latchkey refused; whatever else answers there may repeat what was sent. */
function reasonOf(body: unknown): string {
  const { error_description: reason } = (body ?? {}) as { error_description?: unknown };
  return typeof reason === 'string' ? withoutSecrets(reason) : 'no reason given';
}

/** Whether a result says if the secret is active; anything else is no answer. */
const isVerification = (result: unknown): result is Verification =>
  typeof (result as { active?: unknown } | null)?.active === 'boolean';
