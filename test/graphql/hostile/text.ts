/** How hostile documents are written: by repeating little things. */

/** What a hostile request does, how its refusal reads, and its document. */
export type Row = readonly [name: string, refusal: RegExp, query: string, more?: More];

interface More {
  /** As JSON. */
  readonly variables?: string;
  readonly operationName?: string;
  /** The HTTP status; 200 unless the body is refused before it is parsed. */
  readonly status?: number;
}

/** How refusals over a limit of ours read. */
export const DEEP = /^The document is too deep\./;
export const ALIASES = /^The document has too many aliases\./;
export const DIRECTIVES = /^The document has too many directives\./;
export const COSTLY = /^The document asks for too much at once\./;
export const LONG = /^The document is too long\./;
export const LARGE_JSON = /^The JSON of the body is nested too deeply, or has too many values\./;
/** A text or an object among the values that is over a limit; its place comes first. */
export const LONG_TEXT = / is too long\. Send a shorter text\.$/;
export const TOO_LONG_TO_CHECK = /^The document takes too long to check\./;

export const ORGANIZATION = 'organization(id: "x")';

/** Keys of an organization, asked for with these arguments. */
export const keys = (args: string): string => `{ ${ORGANIZATION} { apiKeys(${args}) { totalCount } } }`;

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** One text after the other. */
export const repeat = (count: number, text: (index: number) => string): string => numbers(count).map(text).join(' ');

/** A name for each number, without a digit: one in a refusal is then none of the request's. */
export const name = (index: number): string =>
  index.toString(26).replaceAll(/./g, (digit) => `x${String.fromCharCode(97 + parseInt(digit, 26))}`);

/** A text within itself. */
export const nest = (count: number, before: string, core: string, after: string): string =>
  before.repeat(count) + core + after.repeat(count);

/** An organization's projects' organization's projects, and so on: three levels each. `args` are the lists'. */
export const projects = (count: number, args = '', core = '{ id }'): string =>
  nest(count, `{ projects${args} { nodes { organization `, core, ' } } }');

/** Spreads of the fragments with these numbers. */
export const spread = (indices: readonly number[]): string => indices.map((index) => `...${name(index)}`).join(' ');

/** So many fragments, each with what `body` makes of its number. */
export const fragments = (count: number, on: string, body: (index: number) => string): string =>
  repeat(count, (index) => `fragment ${name(index)} on ${on} { ${body(index)} }`);

/** Fragments each of which holds the next one, and the last one `end`. */
export const chain = (count: number, on: string, body: (next: string) => string, end: string): string =>
  fragments(count, on, (index) => (index + 1 < count ? body(`...${name(index + 1)}`) : end));
