/** A verifier in front of every operation of a GraphQL server: for Apollo Server, and for GraphQL Yoga or Hive Gateway. */
import { GraphQLError } from 'graphql';
import type { Check, Verifier } from './verifier.js';

export interface Guard {
  readonly verifier: Verifier;
  /** What a caller must be allowed to do. */
  readonly check: Check & { readonly permission: string };
}

type Header = (name: string) => string | null | undefined;

/** @throws GraphQLError unless these headers carry a secret that may pass; in the terms of Latchkey's own GraphQL. */
async function admit({ verifier, check }: Guard, header: Header): Promise<void> {
  const [authorization, apiKey] = [header('authorization'), header('x-api-key')];
  if (!authorization && !apiKey) refuse('UNAUTHENTICATED', 'No access (reason: "Authorization token is missing")');
  const token = authorization ? /^Bearer +(\S+) *$/i.exec(authorization)?.[1] : apiKey;
  // Two different secrets are no good: whoever looks at the other one next would be deceived.
  const one = token && (!apiKey || apiKey === token) ? token : '';
  const verification = await verifier.verify(one, check).catch(() => undefined);
  if (!verification) refuse('INTERNAL_SERVER_ERROR', 'The token could not be verified. Try again later.');
  if (!verification.active) refuse('UNAUTHENTICATED', 'Invalid token provided');
  if (verification.granted === true) return;
  const missing = `No access (reason: "Missing permission for performing '${check.permission}' on resource")`;
  refuse('UNAUTHORISED', missing);
}

/** @throws GraphQLError, at HTTP 200: real clients lose the body of anything else. */
function refuse(code: string, message: string): never {
  throw new GraphQLError(message, { extensions: { code, http: { status: 200 } } });
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
