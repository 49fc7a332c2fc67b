/**
 * The only place that mints and compares secrets. Their format and its parser belong to `@latchkey/verifier`
 * (packages/verifier/src/secret.ts).
 */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';
import { format, parse as partsOf, type Prefix, type SecretParts } from '@latchkey/verifier/internal';
import { parse as bytesOfUuid } from 'uuid';

/**
 * A new secret, on its way to the one answer that shows it. Only {@link reveal} returns the text: logs and JSON show `[secret]`.
 */
export class Secret {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  reveal(): string {
    return this.#text;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [inspect.custom](): string {
    return '[secret]';
  }
}

/** The parts of a secret that may be stored and shown: its prefix with the public id, and its checksum. */
export interface Preview {
  readonly first: string;
  readonly last: string;
}

/** A new secret for the credential `id` (a UUID), with its digest and preview. */
export function mint(prefix: Prefix, id: string): { secret: Secret; hash: string; preview: Preview } {
  const { text, first, last } = format(prefix, bytesOfUuid(id), randomBytes(32));
  return { secret: new Secret(text), hash: digest(text), preview: { first, last } };
}

/** Whether two texts are equal. Compares their digests in constant time. */
export const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));

/** A digest of a text that is not a secret: 43 characters of base64url. */
export const fingerprint = (text: string): string => digest(text);

/** A text in the format of a secret: the credential that it names, and a comparison with stored digests. */
export interface Presented extends SecretParts {
  /**
   * The index of the digest that matches the text, among the first {@link MAX_DIGESTS}; undefined when none does. Takes
   * constant time: it always makes {@link MAX_DIGESTS} comparisons.
   */
  match(digests: readonly string[]): number | undefined;
}

/** The most digests that a text is compared with. */
export const MAX_DIGESTS = 6;

/** Parses a text; undefined unless its length, prefix, characters and checksum are those of a secret. Reads no store. */
export function parse(text: string): Presented | undefined {
  const parts = partsOf(text);
  return parts && { ...parts, match: (digests) => match(text, digests) };
}

/** The masked form of a secret, for every answer except the one that shows it. */
export const masked = ({ first, last }: Preview): string => `${first}_${'*'.repeat(12)}${last}`;

// The whole text is digested, prefix included, so that a secret of one kind never passes as another's.
// The text carries 256 random bits: a slow hash would add nothing.
const digest = (text: string): string => hash('sha256', text, 'base64url');

const DUMMY_DIGEST = digest('nobody has this secret');

function match(text: string, digests: readonly string[]): number | undefined {
  const own = Buffer.from(digest(text));
  let found: number | undefined;
  for (let index = 0; index < MAX_DIGESTS; index++) {
    const same = timingSafeEqual(own, Buffer.from(digests[index] ?? DUMMY_DIGEST));
    if (same) found = index;
  }
  return found;
}
