/** Refuses documents that ask for too much. What each limit is and why stands in `limits.ts`. */
import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from './context.js';
import { LIMITS } from './limits.js';
import { tooLarge } from './long-values.js';
import { measure } from './cost.js';

/** What to do about a measure that is over its limit. */
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

/** What to say instead of a message of graphql-js about a limit; undefined for any other message. */
export const limitMessage = (message: string): string | undefined =>
  LIMITS_OF_GRAPHQL.find(([pattern]) => pattern.test(message))?.[1];

/** The end of the message about a value that is too large; the place comes before it. */
const TOO_LARGE = {
  text: 'is too long. Send a shorter text.',
  object: 'has too many fields. Send those of its type alone.',
} as const;

/** Refuses an operation by the first limit that it is over, with one error. */
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

/** A refusal of an operation that is over a limit. Its message is ours, and repeats no value. */
export class LimitExceeded extends GraphQLError {}

const tooMuch = (message: string, code = 'GRAPHQL_VALIDATION_FAILED'): LimitExceeded =>
  new LimitExceeded(message, { extensions: { code, http: { status: 400 } } });

/** How Apollo Server keeps the limits that it knows of: while it parses, validates and takes variables. */
export const documentLimits = {
  parseOptions: { maxLexicalTokens: LIMITS.tokens.most, maxSourceLength: LIMITS.documentCharacters.most },
  validationOptions: { maxErrors: LIMITS.errors.most },
  executionOptions: { maxCoercionErrors: LIMITS.errors.most },
} satisfies Partial<ApolloServerOptions<Context>>;
