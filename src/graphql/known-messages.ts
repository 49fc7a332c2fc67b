/** Messages of graphql-js and Apollo Server that are known to contain no value, or none before a known point. */

const TYPE = String.raw`"[\w![\]]+"`;
const KINDS_OF_VALUE = [
  '(?:non-(?:integer|string|enum) |non numeric |non 32-bit signed integer )?value',
  '(?:a non string |a non boolean |a non-string and non-integer )value',
  'an invalid date-time-string',
  'non string or Date type',
];
/** Messages of graphql-js and graphql-scalars about what was expected of a value, up to where they repeat the value. */
const EXPECTATIONS = [
  String.raw`Expected (?:non-nullable )?(?:value of )?type ${TYPE}(?: to be an object| not to be null)?`,
  String.raw`Field "(?:\w{1,50}\.)?\w{1,50}" (?:of required type ${TYPE} was not provided|must be non-null)`,
  String.raw`Field "\w{1,50}" is not defined by type ${TYPE}`,
  String.raw`Exactly one key must be specified for OneOf type ${TYPE}`,
  String.raw`OneOf Input Object ${TYPE} must specify exactly one key`,
  String.raw`(?:\w+|Enum "\w+") cannot represent (?:${KINDS_OF_VALUE.join('|')})`,
].map((pattern) => new RegExp(`^${pattern}`));

/** The part of a message that says what was expected of a value, without the value; undefined for an unknown message. */
export function expectation(message: string): string | undefined {
  const [, kind] = /^Value [^]* does not exist in ("\w+") enum\./.exec(message) ?? [];
  if (kind) return `The value does not exist in ${kind} enum.`;
  for (const pattern of EXPECTATIONS) {
    const [start] = pattern.exec(message) ?? [];
    if (start) return `${start}.`;
  }
  return undefined;
}

/** A token as graphql-js names it, without its text. */
const TOKEN = String.raw`(?:"[^\w"]{1,3}"|<[SE]OF>|Name|Int|Float|String|BlockString)`;
const SYNTAX = new RegExp(
  `^(?:(?:Expected (?:${TOKEN}|"[a-z]{1,20}"), found|Unexpected) ${TOKEN}|` +
    'Unterminated string|Invalid (?:character(?: within String| escape sequence)?|number|Unicode escape sequence)|' +
    'Unexpected (?:character|single quote character|variable))',
);

/** A syntax error without the text of the document. The error's locations say where it is. */
export function syntaxMessage(message: string): string {
  const [known] = SYNTAX.exec(message.replace(/^Syntax Error: /, '')) ?? [];
  return `Syntax Error: ${known ?? 'The document cannot be read here'}.`;
}

/** The message for a request that is refused as a whole, where Apollo Server's message is not known. */
const BY_CODE: Readonly<Record<string, string>> = {
  BAD_REQUEST: 'The request is not GraphQL over HTTP. Send a JSON object with "query", and "variables" as an object.',
  INTROSPECTION_DISABLED:
    'GraphQL introspection is not allowed in production. The schema is published as schema.graphql of the package latchkey.',
  OPERATION_RESOLUTION_FAILURE: 'Unknown operation name. Give the "operationName" of an operation of the document.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PersistedQueryNotSupported',
};

/** Messages of Apollo Server that contain no value. Clients recognize some of them by their text. */
const FIXED = [
  /^GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension\.$/,
  /^GraphQL queries must be strings\./,
  /^POST body missing, invalid Content-Type, or JSON object has no keys\.$/,
  /^`(?:variables|extensions|operationName)` in a POST body (?:should|must) be [\w ,-]+\.$/,
  /^This operation has been blocked as a potential Cross-Site Request Forgery \(CSRF\)\./,
  /^Must provide (?:an operation|operation name if query contains multiple operations)\.$/,
];

/** The message for a refusal with one of these codes: `message` itself if it is known, else a general one. Undefined for other codes. */
export function fixedMessage(code: string, message: string): string | undefined {
  const general = BY_CODE[code];
  return general !== undefined && FIXED.some((pattern) => pattern.test(message)) ? message : general;
}
