/**
 * Explains errors of graphql-js and Apollo Server about a document or its variables to the client: the place, and what was
 * expected there, never a value. The place comes from the nodes of the error and from coercing the variable again, not from
 * the message. A message that is not known to be free of values is replaced.
 */
import { unwrapResolverError } from '@apollo/server/errors';
import {
  type ASTNode,
  coerceInputValue,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  Kind,
  specifiedRules,
  typeFromAST,
  validate,
  type VariableDefinitionNode,
  ValuesOfCorrectTypeRule,
  visit,
} from 'graphql';
import { LimitExceeded, limitMessage } from './document-limits.js';
import { expectation, fixedMessage, syntaxMessage } from './known-messages.js';
import { LIMITS } from './limits.js';
import { withoutSecrets } from '@latchkey/verifier/internal';

/** The request that the errors belong to. There is no document when it could not be parsed. */
export interface RequestInError {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The code and message that the client receives instead of the error's own. */
export interface Explanation {
  readonly code: string;
  readonly message: string;
}

/** Results that are computed at most once for a request, whatever the number of its errors. */
interface Findings {
  /** The next problem of a variable, in the order in which graphql-js reports them. */
  readonly nextProblem: (definition: VariableDefinitionNode) => string | undefined;
  /** Whether a message comes from a validation rule that repeats only names. */
  readonly repeatsNamesAlone: (message: string) => boolean;
}

/** The explanation of each error that the client has caused. Internal errors and ClientErrors have none. */
export function explain(errors: readonly GraphQLError[], request: RequestInError): Map<GraphQLError, Explanation> {
  const findings = findingsOf(request);
  const explained = new Map<GraphQLError, Explanation>();
  for (const error of errors) {
    const found = explanationOf(error, request, findings);
    if (found) explained.set(error, { code: found.code, message: withoutSecrets(found.message) });
  }
  return explained;
}

/** Validation rules whose messages contain names of the document and the schema, but no value. */
const RULES_OF_NAMES = specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule);

function findingsOf(request: RequestInError): Findings {
  const { schema, document } = request;
  const problems = new Map<ASTNode, string[]>();
  let names: string[] | undefined;
  return {
    nextProblem(definition) {
      const known = problems.get(definition) ?? variableProblems(definition, request);
      problems.set(definition, known);
      return known.shift();
    },
    repeatsNamesAlone(message) {
      const options = { maxErrors: LIMITS.errors.most };
      names ??= document ? validate(schema, document, RULES_OF_NAMES, options).map((error) => error.message) : [];
      // In production Apollo Server leaves suggestions out.
      return names.some((one) => one === message || one.startsWith(`${message} Did you mean `));
    },
  };
}

function explanationOf(error: GraphQLError, request: RequestInError, findings: Findings): Explanation | undefined {
  const inner = unwrapResolverError(error);
  if (!(inner instanceof GraphQLError)) return undefined;
  const code = typeof error.extensions.code === 'string' ? error.extensions.code : undefined;
  if (inner instanceof LimitExceeded && code) return { code, message: inner.message };
  if (code === 'GRAPHQL_PARSE_FAILED')
    return { code, message: limitMessage(error.message) ?? syntaxMessage(error.message) };
  if (code === 'GRAPHQL_VALIDATION_FAILED') return { code, message: validationMessage(error, request, findings) };
  const [node] = inner.nodes ?? [];
  if (!error.path && node?.kind === Kind.VARIABLE_DEFINITION) {
    const message = findings.nextProblem(node) ?? `Variable "$${node.variable.name.value}" has an invalid value.`;
    return { code: 'BAD_USER_INPUT', message };
  }
  if (code !== undefined) {
    const message = fixedMessage(code, error.message);
    return message === undefined ? undefined : { code, message };
  }
  // Only execution can find this: a variable that is null where the type of the argument or field allows no null.
  if (node && isValue(node))
    return { code: 'BAD_USER_INPUT', message: `${placeOf(node, request)} has an invalid value.` };
  if (node?.kind === Kind.OPERATION_DEFINITION)
    return { code: 'BAD_USER_INPUT', message: `A ${node.operation} is not answered here. Send a query or a mutation.` };
  // After the greatest number of errors in variables, graphql-js adds one error without a place.
  if (!node && !error.path && !error.originalError)
    return { code: 'BAD_USER_INPUT', message: 'The variables have more errors: the search ended there.' };
  return undefined;
}

function validationMessage(error: GraphQLError, request: RequestInError, findings: Findings): string {
  const known =
    limitMessage(error.message) ?? fixedMessage(String(error.extensions.validationErrorCode), error.message);
  if (known !== undefined) return known;
  const [node] = error.nodes ?? [];
  if (!node) return 'The document has an invalid value, or more errors than are listed.';
  if (node.kind !== Kind.VARIABLE && (isValue(node) || node.kind === Kind.OBJECT_FIELD))
    return expectation(error.message) ?? `${placeOf(node, request)} has an invalid value.`;
  return findings.repeatsNamesAlone(error.message) ? error.message : `${placeOf(node, request)} is not valid.`;
}

const VALUES: ReadonlySet<string> = new Set([
  Kind.VARIABLE,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);
const isValue = ({ kind }: ASTNode): boolean => VALUES.has(kind);

/** The nearest named node that is or contains `node`: an argument, a variable, a field or a directive. */
function placeOf(node: ASTNode, { document }: RequestInError): string {
  let place: string | undefined;
  const around: (string | undefined)[] = [];
  if (document)
    visit(document, {
      enter(one) {
        around.push(nameOf(one) ?? around.at(-1));
        if (one === node) place = around.at(-1);
      },
      leave: () => void around.pop(),
    });
  return place ?? 'The document';
}

/** The name of a node in messages; undefined for one that is named by the node that contains it. */
function nameOf(node: ASTNode): string | undefined {
  switch (node.kind) {
    case Kind.ARGUMENT:
      return `Argument "${node.name.value}"`;
    case Kind.VARIABLE_DEFINITION:
      return `Variable "$${node.variable.name.value}"`;
    case Kind.FIELD:
      return `Field "${node.name.value}"`;
    case Kind.DIRECTIVE:
      return `Directive "@${node.name.value}"`;
    default:
      return undefined;
  }
}

/** What is wrong with the value of a variable, in the order in which graphql-js reports it. */
function variableProblems(definition: VariableDefinitionNode, { schema, variables }: RequestInError): string[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type as never);
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (!type || !isInputType(type)) return [];
  if (value === undefined) return [`Variable "$${name}" of required type "${type}" was not provided.`];
  if (value === null && isNonNullType(type))
    return [`Variable "$${name}" of non-null type "${type}" must not be null.`];
  const problems: string[] = [];
  const ended = new Error('enough');
  try {
    const onError: Parameters<typeof coerceInputValue>[2] = (path, _, { message }) => {
      const place = path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${key}`), name);
      problems.push(`Variable "$${place}" has an invalid value. ${expectation(message) ?? ''}`.trim());
      if (problems.length > LIMITS.errors.most) throw ended;
    };
    // `true` leaves out suggestions, which take long to compute for a long value and are not shown.
    coerceInputValue(value, type, onError, true);
  } catch (error) {
    if (error !== ended) throw error;
  }
  return problems;
}
