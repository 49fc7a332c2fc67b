/** Formats errors for the client, logs internal errors, and notes the use of a credential once the answer is known. */
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type FormattedExecutionResult, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.js';
import { explain, type Explanation } from './document-errors.js';
import { fixedMessage } from './known-messages.js';
import { ClientError } from '../errors.js';
import { withoutSecrets } from '@latchkey/verifier/internal';

/** The explanation of each error of a client, and the request id of each internal error, until the errors are formatted. */
const explanations = new WeakMap<object, Explanation>();
const requestOf = new WeakMap<object, string>();

/** An error as the client sees it: a code and a message without values; for an internal error, only the request id. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const { locations, path } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  if (original instanceof ClientError)
    return { message: original.message, ...place, extensions: { code: original.code } };
  const { code, message } = explanations.get(error as object) ?? refusedBefore(formatted) ?? internal(error as object);
  return { message, ...place, extensions: { code } };
}

/** The explanation of an invalid GraphQL request, which Apollo Server refuses before the plugins below run. */
function refusedBefore({ message, extensions }: GraphQLFormattedError): Explanation | undefined {
  const code = String(extensions?.code);
  const known = fixedMessage(code, message);
  return known === undefined ? undefined : { code, message: known };
}

const internal = (error: object): Explanation => ({
  code: 'INTERNAL_SERVER_ERROR',
  message: `Internal error. Report it with the request id ${requestOf.get(error) ?? 'unknown'}.`,
});

/** Explains errors that the client has caused, and logs each internal error once. */
export const explaining = (logger: Logger): ApolloServerPlugin<Pick<Context, 'request'>> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors({ errors, contextValue, schema, document, request: { variables = {} } }) {
        const { requestId } = contextValue.request;
        const logged = new Set<unknown>();
        for (const [error, explanation] of explain(errors, { schema, document, variables }))
          explanations.set(error, explanation);
        for (const error of errors) {
          const err = unwrapResolverError(error);
          if (err instanceof ClientError || explanations.has(error)) continue;
          requestOf.set(error, requestId);
          // One failure, for example of the authentication, can fail many fields.
          if (!logged.has(err)) logger.error({ requestId, err, path: error.path }, 'a request failed');
          logged.add(err);
        }
        return Promise.resolve();
      },
    }),
});

/** Keeps HTTP 200 for clients of plain JSON, notes accepted uses, and wakes the relay after mutations. */
export const answering: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response, contextValue, operation, operationName }) {
        // Rover and the Hive CLI drop the body of a 4xx. Clients that accept the newer media type expect the status.
        if (!request.http?.headers.get('accept')?.includes('graphql-response+json')) response.http.status = 200;
        const { services, progress } = contextValue;
        const { credential, wrote } = progress();
        if (credential && (wrote || (response.body.kind === 'single' && isAccepted(response.body.singleResult)))) {
          const { ip, userAgent } = contextValue.request;
          services.lastUses.note(credential.id, {
            ip,
            userAgent,
            operation: operationName ? withoutSecrets(operationName).slice(0, 100) : null,
          });
        }
        if (operation?.operation === OperationTypeNode.MUTATION) services.relay.wake();
        return Promise.resolve();
      },
    }),
};

/** Whether an answer has no authorization error, or has a value besides its errors. */
const isAccepted = ({ data, errors = [] }: FormattedExecutionResult): boolean =>
  !errors.some(({ extensions }) => String(extensions?.code).startsWith('UNAUTH')) || answersSomething(data);

/** Whether an answer has a value that is not public. Type names, the SDL and introspection are public. */
const answersSomething = (json: unknown): boolean =>
  typeof json === 'object' && json !== null
    ? Object.entries(json).some(([key, value]) => !PUBLIC_FIELDS.has(key) && answersSomething(value))
    : json !== null && json !== undefined;

const PUBLIC_FIELDS = new Set(['__typename', '_service', '__schema', '__type']);
