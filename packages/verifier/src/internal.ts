/**
 * `@latchkey/verifier/internal`: the code that Latchkey's own service shares with the verifier, so that both read secrets in
 * the same way. For that service only: it changes without notice.
 */
export { type Header, fieldOf, headerIn, onlySecret, secretIn } from './headers.js';
export type { Introspected, Question } from './question.js';
export { withoutSecrets } from './redact.js';
export { fromBase62, toBase62 } from './base62.js';
export { format, holdsSecret, parse, type Prefix, PREFIXES, type SecretParts } from './secret.js';
