/** Lets a gateway enforce the directives of `latchkey/schema.auth.graphql` before it asks a subgraph. */
import type { ASTNode, GraphQLError } from 'graphql';
import { errorOf } from './graphql-errors.js';
import { findCaller, fromAddress, type Found, reasonAgainst } from './refusals.js';
import type { Verifier } from './verifier.js';

/** The caller, as the gateway passes it from one of the functions below to the next. */
interface EdgeCaller {
  readonly found: Found;
}

/** What the gateway passes for a field. Of the lists of scopes, the caller must hold all scopes of at least one. */
interface Asked {
  readonly user: object;
  readonly userScopes: readonly string[];
  readonly typeAuthArgs?: object;
  readonly fieldAuthArgs?: object;
  readonly typeScopes?: string[][];
  readonly fieldScopes?: string[][];
  readonly fieldNode: ASTNode;
  readonly path: readonly (string | number)[];
}

/**
 * For Hive Gateway (and `@envelop/generic-auth`): `genericAuth: edgeAuth(verifier)` refuses an operation that asks for a
 * field whose `@authenticated` or `@requiresScopes` its caller does not meet, before any subgraph is asked, with the errors
 * of Latchkey's own GraphQL. A caller's scopes are their permissions in the organization of the verifier's credential.
 * Fields without a directive pass, also while Latchkey does not answer. `clientIp` gives the address of a request, for secrets
 * with an IP allowlist: without one they are refused.
 */
export const edgeAuth = (verifier: Verifier, clientIp?: (context: never) => string | undefined) => ({
  mode: 'protect-granular' as const,
  async resolveUserFn(context: { readonly request: Request }): Promise<EdgeCaller> {
    const check = fromAddress(clientIp?.(context as never));
    return { found: await findCaller(verifier, (name) => context.request.headers.get(name), check) };
  },
  extractScopes(user: object): string[] {
    const { found } = user as EdgeCaller;
    return typeof found === 'object' && found.active ? found.scope.split(' ') : [];
  },
  validateUser({ user, userScopes, fieldNode, path, ...asked }: Asked): GraphQLError | undefined {
    const scopes = [asked.typeScopes, asked.fieldScopes].filter((one) => one !== undefined);
    if (!asked.typeAuthArgs && !asked.fieldAuthArgs && scopes.length === 0) return undefined;
    const place = { nodes: fieldNode, path };
    const reason = reasonAgainst((user as EdgeCaller).found);
    if (reason) return errorOf(reason, '', place);
    const lacking = scopes.find((ways) => !ways.some((way) => way.every((scope) => userScopes.includes(scope))));
    const [first] = lacking?.[0]?.filter((scope) => !userScopes.includes(scope)) ?? [];
    return lacking && errorOf('LACKING', first ?? '', place);
  },
});
