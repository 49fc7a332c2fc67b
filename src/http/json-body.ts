/** JSON bodies, of every route: what is nested too deeply or has too many values is refused before it is parsed. */
import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../graphql/limits.js';
import { LargeJson } from './transport-errors.js';

/** Puts the bounds before the parser of JSON that Fastify has. */
export function boundJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (isLarge(text as string)) return done(new LargeJson());
    return parse(request, text as string, done);
  });
}

const [DEPTH, VALUES] = [LIMITS.jsonDepth.most, LIMITS.jsonValues.most];

/**
 * Whether a JSON text is nested deeper, or has more values, than its limits allow. Each value stands first in a list or
 * an object, or after a comma. Reads every character at most once; what it says of a text that is no JSON means nothing.
 */
function isLarge(json: string): boolean {
  let depth = 0;
  let values = 1;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const letter = json[at];
    if (letter === '"') quoted = !quoted;
    else if (quoted) at += letter === '\\' ? 1 : 0;
    else if (letter === ',') values++;
    else if (letter === '[' || letter === '{') [depth, values] = [depth + 1, values + 1];
    else if (letter === ']' || letter === '}') depth--;
    if (depth > DEPTH || values > VALUES) return true;
  }
  return false;
}
