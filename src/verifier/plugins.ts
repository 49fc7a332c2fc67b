/** A verifier in front of every operation of a GraphQL server: for Apollo Server, and for GraphQL Yoga or Hive Gateway. */
import { type Header, secretIn } from '../secrets/headers.js';
import { errorOf, missing, reasonAgainst } from './refusals.js';
import type { Check, Verifier } from './verifier.js';

export interface Guard {
  readonly verifier: Verifier;
  /** What a caller must be allowed to do. */
  readonly check: Check & { readonly permission: string };
}

/** @throws GraphQLError unless these headers carry a secret that may pass; in the terms of Latchkey's own GraphQL. */
async function admit({ verifier, check }: Guard, header: Header): Promise<void> {
  const secret = secretIn(header);
  const found =
    secret === undefined ? 'MISSING' : await verifier.verify(secret, check).catch(() => 'UNAVAILABLE' as const);
  const reason = reasonAgainst(found);
  if (reason) throw errorOf(reason);
  const granted = typeof found === 'object' && found.active && found.granted === true;
  if (!granted) throw errorOf(missing(check.permission));
}

/** For Apollo Server: `plugins: [apolloPlugin({ verifier, check })]`. */
export const apolloPlugin = (guard: Guard) => ({
  requestDidStart: async () => ({
    didResolveOperation: ({ request }: { request: { http?: { headers: { get: Header } } } }) =>
      admit(guard, (name) => request.http?.headers.get(name)),
  }),
});

/** For GraphQL Yoga and Hive Gateway: `plugins: [yogaPlugin({ verifier, check })]`. */
export const yogaPlugin = (guard: Guard) => {
  const before = ({ args }: { args: { contextValue?: unknown } }) => {
    const { request } = (args.contextValue ?? {}) as { request?: Request };
    return admit(guard, (name) => request?.headers.get(name));
  };
  return { onExecute: before, onSubscribe: before };
};
