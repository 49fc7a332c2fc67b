/** What is wrong with texts in the schema definition language (SDL), and where. */
import { getLocation, type GraphQLError, type Source } from 'graphql';
import { withoutSecrets } from '@latchkey/verifier/internal';

/** Which of the two texts of a merge something stands in. */
export type SdlName = 'BASE_SCHEMA' | 'SDL';

/** A place in a text. Lines and columns count from 1. */
export interface SdlPosition {
  readonly text: SdlName;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong. `positions` are empty when it is of the texts as a whole. */
export interface SdlProblem {
  readonly message: string;
  readonly positions: SdlPosition[];
}

/** The most problems that are told of one text, or of one merge. */
export const MAX_PROBLEMS = 10;
/** The most places that are told of one problem, as of two definitions that collide. */
const MAX_POSITIONS = 5;

/** A problem with a text as a whole. */
export const problemWithText = (message: string): SdlProblem => ({ message, positions: [] });

/** The text that `source` was made of: its name says which. */
const nameOf = ({ name }: Source): SdlName => (name === 'BASE_SCHEMA' ? 'BASE_SCHEMA' : 'SDL');

/**
 * An error of graphql-js as a problem. Messages about types and directives repeat their names, which the author of the text
 * needs, and no value; a secret among the names is left out.
 */
export function problemOf(error: GraphQLError, message = error.message): SdlProblem {
  const { source, positions = [], nodes = [] } = error;
  const places =
    nodes.length > 0
      ? nodes.flatMap(({ loc }) => (loc ? [{ source: loc.source, start: loc.start }] : []))
      : positions.flatMap((start) => (source ? [{ source, start }] : []));
  return {
    message: withoutSecrets(message),
    positions: places
      .slice(0, MAX_POSITIONS)
      .map(({ source: text, start }) => ({ text: nameOf(text), ...getLocation(text, start) })),
  };
}

/** A problem in one line of text, as `Line 2, column 5: …`. */
export function lineOf({ message, positions: [first] }: SdlProblem): string {
  return first ? `Line ${first.line}, column ${first.column}: ${message}` : message;
}
