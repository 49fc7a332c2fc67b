/**
 * `latchkey/verifier`: asks a running Latchkey whether a secret may do something, for gateways and services on Node.
 * Nothing is cached: a revoked secret is refused by the next question.
 */
export { createVerifier, VerificationUnavailable } from './verifier.js';
export type { Check, Verification, Verifier, VerifierOptions } from './verifier.js';
export { edgeAuth } from './edge.js';
export { apolloPlugin, type Guard, yogaPlugin } from './plugins.js';
