/** Plugins that verify every operation of a GraphQL server: for Apollo Server, and for GraphQL Yoga or Hive Gateway. */
import type { Header } from './headers.js';
import { errorOf } from './graphql-errors.js';
import { type Guard, refusalBy } from './refusals.js';

/** @throws GraphQLError unless these header fields carry a secret that passes the guard. */
async function admit(guard: Guard, header: Header, contextValue: unknown): Promise<void> {
  const reason = await refusalBy(guard, header, guard.clientIp?.(contextValue as never));
  if (reason) throw errorOf(reason, guard.check.permission);
}

/** For Apollo Server: `plugins: [apolloPlugin({ verifier, check })]`. */
export const apolloPlugin = (guard: Guard) => ({
  requestDidStart: async () => ({
    didResolveOperation: ({
      request,
      contextValue,
    }: {
      request: { http?: { headers: { get: Header } } };
      contextValue: unknown;
    }) => admit(guard, (name) => request.http?.headers.get(name), contextValue),
  }),
});

/** For GraphQL Yoga and Hive Gateway: `plugins: [yogaPlugin({ verifier, check })]`. */
export const yogaPlugin = (guard: Guard) => {
  const before = ({ args }: { args: { contextValue?: unknown } }) => {
    const { request } = (args.contextValue ?? {}) as { request?: Request };
    return admit(guard, (name) => request?.headers.get(name), args.contextValue);
  };
  return { onExecute: before, onSubscribe: before };
};
