/** How a GraphQL request is answered: which errors a client sees and how, and what is noted once the answer is known. */
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type FormattedExecutionResult, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.js';
import { explain, type Explanation } from './document-errors.js';
import { fixedMessage } from './known-messages.js';
import { ClientError } from '../errors.js';
import { withoutSecrets } from '@latchkey/verifier/internal';

/** The explanation of each error of a client, and the request of each fault of ours, until the errors are formatted. */
const explanations = new WeakMap<object, Explanation>();
const requestOf = new WeakMap<object, string>();

/** An error as the client sees it: a code and a message without values; of a fault, the request id alone. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const { locations, path } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  if (original instanceof ClientError)
    return { message: original.message, ...place, extensions: { code: original.code } };
  const { code, message } = explanations.get(error as object) ?? refusedBefore(formatted) ?? fault(error as object);
  return { message, ...place, extensions: { code } };
}

/** What is not a GraphQL request is refused before the plugins below see it. */
function refusedBefore({ message, extensions }: GraphQLFormattedError): Explanation | undefined {
  const code = String(extensions?.code);
  const known = fixedMessage(code, message);
  return known === undefined ? undefined : { code, message: known };
}

const fault = (error: object): Explanation => ({
  code: 'INTERNAL_SERVER_ERROR',
  message: `Internal error. Report it with the request id ${requestOf.get(error) ?? 'unknown'}.`,
});

/** Explains to the client what is the client's, and logs faults once. */
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
          // One failure, as of finding out who asks, fails every field that waits for it.
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
        // Real clients drop the message of a 4xx; clients that accept the other media type expect the status.
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

/** Whether an answer has no error, or has a value beside its errors. A field that an error left null has none. */
const isAccepted = ({ data, errors = [] }: FormattedExecutionResult): boolean =>
  !errors.some(({ extensions }) => String(extensions?.code).startsWith('UNAUTH')) || answersSomething(data);

/** Whether an answer has a value that is not public. Public are the names of types, and the SDL. */
const answersSomething = (json: unknown): boolean =>
  typeof json === 'object' && json !== null
    ? Object.entries(json).some(([key, value]) => !PUBLIC_FIELDS.has(key) && answersSomething(value))
    : json !== null && json !== undefined;

const PUBLIC_FIELDS = new Set(['__typename', '_service', '__schema', '__type']);
