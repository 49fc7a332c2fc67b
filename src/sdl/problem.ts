/** What is wrong with texts in the schema definition language (SDL), and where. */
import { getLocation, type GraphQLError, type Source } from 'graphql';
import { withoutSecrets } from '@latchkey/verifier/internal';

/** One of the two texts of a merge. */
export type SdlName = 'BASE_SCHEMA' | 'SDL';

/** A place in a text. Lines and columns count from 1. */
export interface SdlPosition {
  readonly text: SdlName;
  readonly line: number;
  readonly column: number;
}

/** One problem. `positions` is empty when it concerns a text as a whole. */
export interface SdlProblem {
  readonly message: string;
  readonly positions: SdlPosition[];
}

/** The most problems that are reported for one text or one merge. */
export const MAX_PROBLEMS = 10;
/** The most positions that are reported for one problem, for example of definitions with the same name. */
const MAX_POSITIONS = 5;

/** A problem with a text as a whole. */
export const problemWithText = (message: string): SdlProblem => ({ message, positions: [] });

/** The name of the text that `source` was made from. */
const nameOf = ({ name }: Source): SdlName => (name === 'BASE_SCHEMA' ? 'BASE_SCHEMA' : 'SDL');

/**
 * An error of graphql-js as a problem. Its message repeats the names of types and directives, which the author needs, and no
 * value; secrets among the names are redacted.
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

/** A problem as one line of text: `Line 2, column 5: …`. */
export function lineOf({ message, positions: [first] }: SdlProblem): string {
  return first ? `Line ${first.line}, column ${first.column}: ${message}` : message;
}
