/**
 * `@latchkey/verifier`: asks a running Latchkey whether a secret may do something, for gateways and services on Node.
 * Nothing is cached: a revoked secret is refused by the next question. For GraphQL servers: `@latchkey/verifier/graphql`.
 */
export { createVerifier } from './verifier.js';
export type { Check, Verification, Verifier, VerifierOptions } from './verifier.js';
export { InvalidResource, VerificationUnavailable, VerifierMisconfigured } from './errors.js';
export { expressMiddleware, fastifyHook } from './hooks.js';
export type { Guard } from './refusals.js';
