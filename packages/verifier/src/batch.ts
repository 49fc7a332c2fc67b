/** Sends questions to `/oauth/introspect/batch` together, and resolves or rejects each of them separately. */
import type { Introspected } from './question.js';
import { InvalidResource, reasonIn, VerificationUnavailable, VerifierMisconfigured } from './errors.js';

/** A question that waits for its answer. */
export interface Waiting {
  /** The question as JSON. */
  readonly json: string;
  readonly resolve: (answer: Introspected) => void;
  readonly reject: (error: Error) => void;
}

/** Sends a body of questions. Rejects when there is no response. */
export type Post = (body: string) => Promise<Response>;

const MAX_QUESTIONS = 100;
/** Far below the 1 MiB that Latchkey accepts, and below the usual limits of proxies. */
const MAX_BYTES = 65_536;

/** Splits `waiting` into batches within {@link MAX_QUESTIONS} and {@link MAX_BYTES}. */
export function batchesOf(waiting: readonly Waiting[]): Waiting[][] {
  const batches: Waiting[][] = [];
  let bytes = 0;
  for (const one of waiting) {
    const size = Buffer.byteLength(one.json);
    const last = batches.at(-1);
    if (last && last.length < MAX_QUESTIONS && bytes + size <= MAX_BYTES) last.push(one);
    else batches.push([one]);
    bytes = last === batches.at(-1) ? bytes + size : size;
  }
  return batches;
}

/**
 * Sends a batch, and resolves or rejects each question. A batch that is refused as a whole is sent again in halves, so that
 * one bad question does not fail the others; this takes at most twice as many requests as there are questions.
 */
export async function ask(batch: readonly Waiting[], post: Post): Promise<void> {
  let results: unknown[];
  try {
    const response = await post(`{"tokens":[${batch.map(({ json }) => json).join(',')}]}`);
    // Always read: a connection is reused only after its response was read.
    const text = await response.text();
    if (batch.length > 1 && (response.status === 400 || response.status === 413)) {
      const middle = Math.ceil(batch.length / 2);
      await Promise.all([ask(batch.slice(0, middle), post), ask(batch.slice(middle), post)]);
      return;
    }
    results = resultsIn(response.status, text, batch.length);
  } catch (cause) {
    const error = cause instanceof VerifierMisconfigured ? cause : unavailable(cause);
    for (const { reject } of batch) reject(error);
    return;
  }
  batch.forEach(({ resolve, reject }, index) => {
    const result = results[index];
    if (isAnswer(result)) resolve(result);
    else reject(refusalOf(result));
  });
}

/** The results of a response. @throws VerifierMisconfigured, or Error when asking again may help. */
function resultsIn(status: number, text: string, count: number): unknown[] {
  const body = parsed(text);
  if (status >= 500 || status === 429 || status === 408)
    throw new Error(`it answered with status ${status}. ${reasonIn(body)}`);
  if (status === 401 || status === 403)
    throw new VerifierMisconfigured(`Latchkey refuses the verifier's own credential (${status}). ${reasonIn(body)}`);
  if (status >= 300 && status < 400)
    throw new VerifierMisconfigured(`"url" redirects (${status}). Set it to where Latchkey itself answers.`);
  if (status !== 200) throw new VerifierMisconfigured(`"url" is answered with status ${status}. ${NOT_LATCHKEY}`);
  const { results } = (body ?? {}) as { results?: unknown };
  if (!Array.isArray(results) || results.length !== count)
    throw new VerifierMisconfigured(`"url" is answered with something else. ${NOT_LATCHKEY}`);
  return results;
}

const NOT_LATCHKEY = 'Set it to where Latchkey is, as in https://latchkey.example.';

const unavailable = (cause: unknown) => new VerificationUnavailable('Latchkey did not answer', { cause });

/** The error for one question without an answer; others of its batch may have one. */
function refusalOf(result: unknown): Error {
  const { error } = (result ?? {}) as { error?: unknown };
  if (error === 'invalid_target') return new InvalidResource(reasonIn(result));
  const reason = typeof error === 'string' ? reasonIn(result) : `It is answered with something else. ${NOT_LATCHKEY}`;
  return new VerifierMisconfigured(`Latchkey cannot take the question. ${reason}`);
}

/** Whether a result is an answer: it says whether the secret is active. */
const isAnswer = (result: unknown): result is Introspected =>
  typeof (result as { active?: unknown } | null)?.active === 'boolean';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
