/** Why a verifier has no answer. Whatever was asked for must be refused. */
import { withoutSecrets } from './redact.js';

/** Latchkey did not answer in time, or answered that it cannot for now. `cause` tells why; asking again may help. */
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

/** `resource` is no path, so that nothing is granted there. The message says what a path looks like. */
export class InvalidResource extends Error {
  override readonly name = 'InvalidResource';
}

/**
 * What Latchkey says of a refusal, without what looks like a secret: whatever else answers may repeat what was sent.
 */
export function reasonIn(body: unknown): string {
  const { error_description: reason } = (body ?? {}) as { error_description?: unknown };
  return typeof reason === 'string' ? withoutSecrets(reason) : 'It gives no reason.';
}

const warned = new WeakSet();

/** Warns the process of a mistake that no caller is told of, once for each `verifier`. */
export function warnOnce(verifier: object, error: unknown): void {
  if (error instanceof VerificationUnavailable || !(error instanceof Error) || warned.has(verifier)) return;
  warned.add(verifier);
  process.emitWarning(error);
}
