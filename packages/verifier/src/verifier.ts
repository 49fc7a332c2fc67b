import type { Introspected, Question } from './question.js';
import { parse } from './secret.js';
import { ask, batchesOf, type Post, type Waiting } from './batch.js';
import { InvalidResource, VerifierMisconfigured, warnOnce } from './errors.js';

export interface VerifierOptions {
  /** The URL of Latchkey, such as `https://latchkey.example`; `/oauth/introspect/batch` is below it. */
  readonly url: string;
  /** The secret of a credential that holds `credential:introspect`. */
  readonly secret: string;
  /** How long to wait for an answer, in milliseconds; 2,000 unless set. */
  readonly deadline?: number;
  /** Another `fetch`, for tests and proxies. */
  readonly fetch?: typeof fetch;
}

/** What to ask about a secret besides its validity. */
export type Check = Omit<Question, 'token'>;

/** Latchkey's answer: `active: false`, or the credential, its scope, and `granted` when a permission was asked about. */
export type Verification = Introspected;

export interface Verifier {
  /**
   * Asks about a secret. Rejects with {@link VerificationUnavailable} when there is no answer in time, with
   * {@link VerifierMisconfigured} when the set-up must be corrected first, and with {@link InvalidResource}.
   */
  verify(token: string, check?: Check): Promise<Verification>;
  /**
   * Whether a secret is valid and may do this. Never rejects: without an answer it is false. The first mistake in the
   * set-up is reported as a process warning.
   */
  allows(token: string, check: Check & { readonly permission: string }): Promise<boolean>;
  /**
   * Checks the set-up when a service starts: asks these questions about the verifier's own secret. Rejects as
   * {@link Verifier.verify} does.
   */
  check(...checks: readonly Check[]): Promise<void>;
}

/** The longest path that is sent, in characters; the longest that can name a resource has 180. */
const MAX_RESOURCE_LENGTH = 200;
/** The longest question, in bytes of JSON. A longer one cannot be answered, and would delay the others of its batch. */
const MAX_QUESTION_BYTES = 4096;

/**
 * Creates a verifier. Questions of one turn of the event loop are sent together, over connections that are kept alive.
 * @throws TypeError for an invalid `url`, and for a `secret` that is not one of Latchkey's; the message does not repeat it.
 */
export function createVerifier({ url, secret, deadline = 2000, fetch: send = fetch }: VerifierOptions): Verifier {
  const endpoint = new URL('oauth/introspect/batch', url.replace(/\/*$/, '/'));
  // A secret with a line break, as read from a file, would make fetch fail with the secret in its message.
  if (!parse(secret)) throw new TypeError('"secret" is not the secret of a credential');
  let waiting: Waiting[] = [];

  function flush(): void {
    const asked = waiting;
    waiting = [];
    const signal = AbortSignal.timeout(deadline);
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const post: Post = (body) => send(endpoint, { method: 'POST', headers, body, signal, redirect: 'manual' });
    for (const batch of batchesOf(asked)) void ask(batch, post);
  }

  const verify: Verifier['verify'] = (token, check = {}) =>
    new Promise((resolve, reject) => {
      // A text without the form of a secret belongs to no credential, so there is no need to ask.
      if (!parse(token)) return resolve({ active: false });
      if (typeof check.resource === 'string' && check.resource.length > MAX_RESOURCE_LENGTH)
        return reject(new InvalidResource(`"resource" must have at most ${MAX_RESOURCE_LENGTH} characters.`));
      const json = JSON.stringify({ ...check, token });
      if (Buffer.byteLength(json) > MAX_QUESTION_BYTES)
        return reject(new VerifierMisconfigured('The question is too long. Ask for one permission of the catalogue.'));
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ json, resolve, reject });
    });

  const verifier: Verifier = {
    verify,
    async allows(token, check) {
      try {
        const verification = await verify(token, check);
        return verification.active && verification.granted === true;
      } catch (error) {
        if (!(error instanceof InvalidResource)) warnOnce(verifier, error);
        return false;
      }
    },
    async check(...checks) {
      await Promise.all((checks.length === 0 ? [{}] : checks).map((check) => verify(secret, check)));
    },
  };
  return verifier;
}
