import {
  type DocumentNode,
  GraphQLError,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  parse,
  Source,
} from 'graphql';
import { LIMITS } from '../graphql/limits.js';
import { syntaxMessage } from '../graphql/known-messages.js';
import { problemOf, problemWithText, type SdlName, type SdlProblem } from './problem.js';

/** How long a text may be. Tokens bound the work of parsing; characters also bound comments, which are not tokens. */
const LIMITS_OF_SDL = {
  SDL: { characters: LIMITS.sdlCharacters.most, tokens: 40_000 },
  BASE_SCHEMA: { characters: 65_536, tokens: 8000 },
} as const satisfies Record<SdlName, { readonly characters: number; readonly tokens: number }>;

/** The message for a text whose nesting exceeds the stack. */
const TOO_DEEP = 'Types or values are nested too deeply.';

/** Parses an SDL; or says what is wrong with its syntax or its length. */
export function parseSdl(name: SdlName, text: string): DocumentNode | SdlProblem {
  const most = LIMITS_OF_SDL[name];
  if (text.length > most.characters)
    return problemWithText(`The text is too long: it has ${most.characters} characters at most.`);
  try {
    const document = parse(new Source(text, name), { maxLexicalTokens: most.tokens });
    const operation = document.definitions.find(
      (one) => !isTypeSystemDefinitionNode(one) && !isTypeSystemExtensionNode(one),
    );
    if (!operation) return document;
    return problemOf(
      new GraphQLError('A schema defines types and directives: this is an operation or a fragment.', {
        nodes: operation,
      }),
    );
  } catch (error) {
    if (error instanceof RangeError) return problemWithText(TOO_DEEP);
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes(' tokens'))
      return problemWithText(`The text is too long: it has ${most.tokens} tokens at most.`);
    return problemOf(error, syntaxMessage(error.message));
  }
}
