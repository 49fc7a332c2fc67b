/** Refuses documents over the limits, which `limits.ts` lists with their reasons. */
import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from './context.js';
import { LIMITS } from './limits.js';
import { tooLarge } from './long-values.js';
import { measure } from './cost.js';

/** The message for each measure that is over its limit. */
const REFUSALS = {
  depth: 'The document is too deep. Select fewer levels, and read what is below them by id.',
  aliases: 'The document has too many aliases. Send several requests.',
  directives: 'The document has too many directives. Send several requests.',
  cost: 'The document asks for too much at once. Ask for smaller pages with "first", or send several requests.',
} as const;

const TOO_LONG = 'The document is too long. Send values as variables, or send several requests.';

/** Messages of graphql-js about its own limits, and the messages that replace them: these name no number and say what to do. */
const LIMITS_OF_GRAPHQL: readonly [RegExp, string][] = [
  [/^Syntax Error: (?:Document|Source) contains more /, TOO_LONG],
  [/^Maximum call stack size exceeded/, REFUSALS.depth],
  [/^Validation aborted\./, 'The document takes too long to check. Repeat fewer fields, or send several requests.'],
];

/** The message that replaces one of graphql-js about a limit; undefined for any other message. */
export const limitMessage = (message: string): string | undefined =>
  LIMITS_OF_GRAPHQL.find(([pattern]) => pattern.test(message))?.[1];

/** The message about a value that is too large, after its place. */
const TOO_LARGE = {
  text: 'is too long. Send a shorter text.',
  object: 'has too many fields. Send those of its type alone.',
} as const;

/** Refuses an operation that is over a limit, with one error for the first such limit. */
export const measuring: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request }) {
        if (!operation) return Promise.resolve();
        const large = tooLarge(schema, document, request.variables);
        if (large) return Promise.reject(tooMuch(`${large.place} ${TOO_LARGE[large.what]}`, 'BAD_USER_INPUT'));
        const measured = measure(schema, document, operation, request.variables);
        for (const limit of ['depth', 'aliases', 'directives', 'cost'] as const)
          if (measured[limit] > LIMITS[limit].most) return Promise.reject(tooMuch(REFUSALS[limit]));
        return Promise.resolve();
      },
    }),
};

/** An operation is over a limit. The message is Latchkey's own, and repeats no value. */
export class LimitExceeded extends GraphQLError {}

const tooMuch = (message: string, code = 'GRAPHQL_VALIDATION_FAILED'): LimitExceeded =>
  new LimitExceeded(message, { extensions: { code, http: { status: 400 } } });

/** The options by which Apollo Server enforces limits while it parses, validates and coerces variables. */
export const documentLimits = {
  parseOptions: { maxLexicalTokens: LIMITS.tokens.most, maxSourceLength: LIMITS.documentCharacters.most },
  validationOptions: { maxErrors: LIMITS.errors.most },
  executionOptions: { maxCoercionErrors: LIMITS.errors.most },
} satisfies Partial<ApolloServerOptions<Context>>;
