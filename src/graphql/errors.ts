/** How a GraphQL request is answered: which errors a client sees and how, and what is noted once the answer is known. */
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.js';
import { limitMessage } from './document-limits.js';
import { ClientError } from '../errors.js';
import { withoutSecrets } from '../secrets/redact.js';

/** Codes of the errors that graphql-js and Apollo Server raise over a document or its variables. */
const DOCUMENT_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What graphql-js refuses only while it executes, and gives no code: a null by a variable, a subscription, too many errors. */
const REFUSED_LATE =
  /^(?:Argument "\w+" (?:has invalid value|of required type|of non-null type) |Schema is not configured to execute |Too many errors processing variables)/;

const isRefusedLate = (error: unknown): boolean =>
  error instanceof GraphQLError && !error.originalError && REFUSED_LATE.test(error.message);

const isForClient = (error: unknown): boolean =>
  unwrapResolverError(error) instanceof ClientError ||
  isRefusedLate(unwrapResolverError(error)) ||
  (error instanceof GraphQLError && DOCUMENT_CODES.has(String(error.extensions.code)));

/** Which request each fault belongs to, between its logging and its formatting. */
const requestOf = new WeakMap<object, string>();

/** An error as the client sees it: a code and a message without values; of a fault, the request id alone. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const { locations, path } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  if (original instanceof ClientError)
    return { message: original.message, ...place, extensions: { code: original.code } };
  if (formatted.extensions?.validationErrorCode === 'INTROSPECTION_DISABLED')
    return { message: NO_INTROSPECTION, ...place, extensions: { code: formatted.extensions.code } };
  if (isForClient(error)) {
    const code = isRefusedLate(original) ? 'BAD_USER_INPUT' : formatted.extensions?.code;
    return { message: withoutValues(formatted.message), ...place, extensions: { code } };
  }
  const requestId = requestOf.get(error as object) ?? 'unknown';
  const message = `Internal error. Report it with the request id ${requestId}.`;
  return { message, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

const NO_INTROSPECTION =
  'GraphQL introspection is not allowed in production. The schema is published as schema.graphql of the package latchkey.';

const TYPE = String.raw`"[\w![\]]+"`;
const KINDS_OF_VALUE = [
  '(?:non-(?:integer|string|enum) |non numeric |non 32-bit signed integer )?value',
  '(?:a non string |a non boolean |a non-string and non-integer )value',
  'an invalid date-time-string',
  'non string or Date type',
];
/** The beginnings of graphql-js' and graphql-scalars' messages up to where they start to repeat a value. */
const WITHOUT_VALUE = [
  String.raw`Expected (?:non-nullable )?(?:value of )?type ${TYPE}(?: to be an object| not to be null)?`,
  String.raw`Field "\w{1,50}" (?:of required type ${TYPE} was not provided|is not defined by type ${TYPE}|must be non-null)`,
  String.raw`Exactly one key must be specified for OneOf type ${TYPE}`,
  String.raw`(?:\w+|Enum "\w+") cannot represent (?:${KINDS_OF_VALUE.join('|')})`,
  String.raw`Argument "\w+" has invalid value`,
  'Unknown operation name',
].map((pattern) => new RegExp(`^${pattern}`));

/** A message of graphql-js about a document or its variables, without the values that it repeats. */
export function withoutValues(message: string): string {
  const overLimit = limitMessage(message);
  if (overLimit) return overLimit;
  const variable = /^Variable "\$(\w+)" got invalid value [^]*?(?: at "([\w.[\]]{1,200})")?; ([^]+)$/.exec(message);
  if (variable) {
    const [, name, path, detail = ''] = variable;
    return withoutSecrets(`Variable "$${path ?? name}" has an invalid value. ${stated(detail) ?? ''}`.trim());
  }
  const [, kind] = /^Value [^]* does not exist in ("\w+") enum\./.exec(message) ?? [];
  if (kind) return `The value does not exist in ${kind} enum.`;
  if (message.startsWith('Syntax Error'))
    return withoutSecrets(message.replace(/(String|Name|Int|Float) "[^]*"/, '$1'));
  return withoutSecrets(stated(message) ?? message);
}

/** The part of a message before the value that it repeats; undefined for a message that is not known to repeat one. */
function stated(detail: string): string | undefined {
  const [, kind] = /^Value [^]* does not exist in ("\w+") enum\./.exec(detail) ?? [];
  if (kind) return `The value does not exist in ${kind} enum.`;
  for (const pattern of WITHOUT_VALUE) {
    const [start] = pattern.exec(detail) ?? [];
    if (start) return `${start}.`;
  }
  return undefined;
}

/** Logs faults once, keeps HTTP 200 for clients of plain JSON, notes accepted uses, and wakes the relay after mutations. */
export const answering = (logger: Logger): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors({ errors, contextValue }) {
        const { requestId } = contextValue.request;
        const logged = new Set<unknown>();
        for (const error of errors.filter((one) => !isForClient(one))) {
          requestOf.set(error, requestId);
          const err = unwrapResolverError(error);
          // What several fields wait for, such as who asks, fails all of them.
          if (!logged.has(err)) logger.error({ requestId, err, path: error.path }, 'a request failed');
          logged.add(err);
        }
        return Promise.resolve();
      },
      willSendResponse({ request, response, contextValue, operation, operationName }) {
        // A 4xx costs real clients the message; the other media type's clients know better.
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
});

/** Whether an answer refused nothing, or answers something beside what it refused. What errors left null is no answer. */
const isAccepted = ({ data, errors = [] }: FormattedExecutionResult): boolean =>
  !errors.some(({ extensions }) => String(extensions?.code).startsWith('UNAUTH')) || answersSomething(data);

/** Whether an answer holds a value beside what anybody is told: the names of types, and the SDL. */
const answersSomething = (json: unknown): boolean =>
  typeof json === 'object' && json !== null
    ? Object.entries(json).some(([key, value]) => !PUBLIC_FIELDS.has(key) && answersSomething(value))
    : json !== null && json !== undefined;

const PUBLIC_FIELDS = new Set(['__typename', '_service', '__schema', '__type']);
