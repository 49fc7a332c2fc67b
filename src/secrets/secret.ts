/**
 * Secrets as the service keeps them: mints and compares them; nothing else does. Their form, and how one is taken
 * apart, is `@latchkey/verifier`'s (packages/verifier/src/secret.ts).
 */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';
import { format, parse as partsOf, type Prefix, type SecretParts } from '@latchkey/verifier/internal';
import { parse as bytesOfUuid } from 'uuid';

/**
 * A secret on its way to the one answer that shows it. It does not print itself: only {@link reveal} gives the text.
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

/** What may be shown of a secret for good: its prefix and public id, and its checksum; nothing of the random part. */
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

/** A digest that stands for a text which is no secret, of 43 letters. */
export const fingerprint = (text: string): string => digest(text);

/** A text that has a secret's form: whose it claims to be, and a comparison with stored digests. */
export interface Presented extends SecretParts {
  /**
   * The index of the digest that the text has, among the first {@link MAX_DIGESTS}; undefined for none. In constant
   * time: always as many comparisons, however many digests there are and whichever fits.
   */
  match(digests: readonly string[]): number | undefined;
}

/** The most digests that a text is compared with. */
export const MAX_DIGESTS = 6;

/** Takes a text apart; undefined unless its length, prefix, letters and checksum are a secret's. Reads nothing. */
export function parse(text: string): Presented | undefined {
  const parts = partsOf(text);
  return parts && { ...parts, match: (digests) => match(text, digests) };
}

/** What a secret looks like in every answer after the first. */
export const masked = ({ first, last }: Preview): string => `${first}_${'*'.repeat(12)}${last}`;

// The whole text is digested, prefix included, so that a secret of one kind never passes as another's.
// The text carries 256 random bits: a slow hash would add nothing.
const digest = (text: string): string => hash('sha256', text, 'base64url');

const NOBODYS = digest('nobody has this secret');

function match(text: string, digests: readonly string[]): number | undefined {
  const own = Buffer.from(digest(text));
  let found: number | undefined;
  for (let index = 0; index < MAX_DIGESTS; index++) {
    const same = timingSafeEqual(own, Buffer.from(digests[index] ?? NOBODYS));
    if (same) found = index;
  }
  return found;
}
