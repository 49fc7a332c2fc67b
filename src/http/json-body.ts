/** JSON bodies of every route: one that is nested too deeply or has too many values is refused before it is parsed. */
import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../graphql/limits.js';
import { LargeJson } from './transport-errors.js';

/** Makes the app check these limits before Fastify's JSON parser runs. */
export function boundJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (isLarge(text as string)) return done(new LargeJson());
    return parse(request, text as string, done);
  });
}

const [DEPTH, VALUES] = [LIMITS.jsonDepth.most, LIMITS.jsonValues.most];

/**
 * Whether a JSON text is nested deeper, or has more values, than the limits allow. Counts a value at the start of each list
 * and object and after each comma. Reads every character at most once. For a text that is not JSON the result is arbitrary.
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
