/** A verifier in front of every operation of a GraphQL server: for Apollo Server, and for GraphQL Yoga or Hive Gateway. */
import { GraphQLError } from 'graphql';
import type { Check, Verifier } from './verifier.js';

export interface Guard {
  readonly verifier: Verifier;
  /** What a caller must be allowed to do. */
  readonly check: Check & { readonly permission: string };
}

/** @throws GraphQLError unless these headers carry a secret that may pass. */
async function admit({ verifier, check }: Guard, header: (name: string) => string | null | undefined): Promise<void> {
  const token = /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1] ?? header('x-api-key');
  if (token && (await verifier.allows(token, check))) return;
  const extensions = { code: token ? 'UNAUTHORISED' : 'UNAUTHENTICATED', http: { status: 200 } };
  const missing = 'No access (reason: "Authorization token is missing")';
  throw new GraphQLError(token ? `No access (reason: "Missing permission '${check.permission}'")` : missing, {
    extensions,
  });
}

/** For Apollo Server: `plugins: [apolloPlugin({ verifier, check })]`. */
export const apolloPlugin = (guard: Guard) => ({
  requestDidStart: async () => ({
    didResolveOperation: ({
      request,
    }: {
      request: { http?: { headers: { get(name: string): string | undefined } } };
    }) => admit(guard, (name) => request.http?.headers.get(name)),
  }),
});

/** For GraphQL Yoga and Hive Gateway: `plugins: [yogaPlugin({ verifier, check })]`. */
export const yogaPlugin = (guard: Guard) => ({
  onExecute: ({ args }: { args: { contextValue: unknown } }) => {
    const { request } = args.contextValue as { request: Request };
    return admit(guard, (name) => request.headers.get(name));
  },
});
