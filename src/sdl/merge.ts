import { type DocumentNode, Kind } from 'graphql';
import { parseSdl } from './parse.js';
import type { SdlProblem } from './problem.js';
import { type Extent, problemsWith } from './validate.js';

/** What is wrong with a schema extension alone. It may use types that only the schemas it is merged with define. */
export function problemsWithExtension(text: string): SdlProblem[] {
  const document = parseSdl('BASE_SCHEMA', text);
  return isDocument(document) ? problemsWith(document, 'PART') : [document];
}

/**
 * An SDL followed by a schema extension, so that the lines of the SDL keep their numbers; or what is wrong with the two
 * together. `extension` may be null.
 */
export function mergeSdl(
  sdl: string,
  extension: string | null,
  extent: Extent,
): { readonly sdl: string } | { readonly problems: SdlProblem[] } {
  const documents = [parseSdl('SDL', sdl), ...(extension === null ? [] : [parseSdl('BASE_SCHEMA', extension)])];
  const unreadable = documents.filter((one): one is SdlProblem => !isDocument(one));
  if (unreadable.length > 0) return { problems: unreadable };
  const definitions = documents.filter(isDocument).flatMap((one) => one.definitions);
  const problems = problemsWith({ kind: Kind.DOCUMENT, definitions }, extent);
  if (problems.length > 0) return { problems };
  return { sdl: extension === null ? sdl : `${sdl}\n\n${extension}` };
}

const isDocument = (one: DocumentNode | SdlProblem): one is DocumentNode => 'kind' in one;
