/** The errors of a verifier. Without an answer, the request must be refused. */
import { withoutSecrets } from './redact.js';

/** Latchkey did not answer in time, or answered that it cannot answer now. `cause` says why; a repetition may succeed. */
export class VerificationUnavailable extends Error {
  override readonly name = 'VerificationUnavailable';
}

/**
 * The verifier cannot work as it is set up: `url` is not Latchkey's, the verifier's own credential is invalid or lacks
 * `credential:introspect`, or a permission is unknown. The message says which.
 */
export class VerifierMisconfigured extends Error {
  override readonly name = 'VerifierMisconfigured';
}

/** `resource` is not a path. The message says what a path looks like. */
export class InvalidResource extends Error {
  override readonly name = 'InvalidResource';
}

/**
 * The text of a refusal with everything that looks like a secret redacted: a server that is not Latchkey may repeat what
 * was sent.
 */
export function reasonIn(body: unknown): string {
  const { error_description: reason } = (body ?? {}) as { error_description?: unknown };
  return typeof reason === 'string' ? withoutSecrets(reason) : 'It gives no reason.';
}

const warned = new WeakSet();

/** Emits a process warning about a wrong set-up, once for each `verifier`. Callers learn only that they are refused. */
export function warnOnce(verifier: object, error: unknown): void {
  if (error instanceof VerificationUnavailable || !(error instanceof Error) || warned.has(verifier)) return;
  warned.add(verifier);
  process.emitWarning(error);
}
