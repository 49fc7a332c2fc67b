/**
 * Secrets: `<prefix><public id>_<32 random bytes><CRC32>`, in base62 of fixed lengths.
 * The only place that mints, takes apart or compares them.
 */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';
import { crc32 } from 'node:zlib';
import { parse as bytesOfUuid, validate as isUuid } from 'uuid';
import { fromBase62, toBase62 } from './base62.js';

/** What a secret starts with, by what it signs in. `ak_v2_` is GraphOS' own; the others are Latchkey's. */
export const PREFIXES = ['ak_v2_', 'lko_', 'lku_', 'lkr_', 'lkc_'] as const;
export type Prefix = (typeof PREFIXES)[number];

const ID_LENGTH = 22; // 16 bytes
const RANDOM_LENGTH = 43; // 32 bytes
const CHECKSUM_LENGTH = 6; // 4 bytes

/** A secret on its way to the one answer that shows it. It does not print itself: only {@link reveal} gives the text. */
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
  const first = prefix + toBase62(bytesOfUuid(id), ID_LENGTH);
  const body = `${first}_${toBase62(randomBytes(32), RANDOM_LENGTH)}`;
  const last = checksum(body);
  const text = body + last;
  return { secret: new Secret(text), hash: digest(text), preview: { first, last } };
}

/** Whether two texts are the same, in a time that tells nothing of either but whether their digests are. */
export const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));

/** A digest that stands for a text which is no secret, of 43 letters. */
export const fingerprint = (text: string): string => digest(text);

/** A text that has a secret's form: whose it claims to be, and a comparison with stored digests. */
export interface Presented {
  readonly prefix: Prefix;
  /** The UUID of the credential. */
  readonly id: string;
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
  const prefix = PREFIXES.find((one) => text.startsWith(one));
  if (prefix === undefined) return undefined;
  const random = prefix.length + ID_LENGTH + 1;
  const end = random + RANDOM_LENGTH;
  if (text.length !== end + CHECKSUM_LENGTH || text[random - 1] !== '_') return undefined;
  const id = uuidOf(fromBase62(text.slice(prefix.length, random - 1), 16));
  if (id === undefined || !fromBase62(text.slice(random, end), 32)) return undefined;
  if (text.slice(end) !== checksum(text.slice(0, end))) return undefined;
  return { prefix, id, match: (digests) => match(text, digests) };
}

const FORM = `(?:${PREFIXES.join('|')})\\w{${ID_LENGTH + 1 + RANDOM_LENGTH + CHECKSUM_LENGTH}}`;
/** Finds texts as long as a secret at every place where one can begin: one may begin within what looks like another. */
const CANDIDATE = new RegExp(`(?=(${FORM}))`, 'g');

/** Whether a secret stands anywhere in `text`, which must be short: each place where one can begin is looked at. */
export const holdsSecret = (text: string): boolean =>
  [...text.matchAll(CANDIDATE)].some(([, candidate = '']) => parse(candidate) !== undefined);

/** The UUID of these bytes; undefined when they are none, which anybody can put under a good checksum. */
function uuidOf(bytes: Uint8Array | undefined): string | undefined {
  const hex = Buffer.from(bytes ?? []).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return isUuid(id) ? id : undefined;
}

/** What a secret looks like in every answer after the first. */
export const masked = ({ first, last }: Preview): string => `${first}_${'*'.repeat(12)}${last}`;

// The whole text is digested, prefix included, so that a secret of one kind never passes as another's.
// The text carries 256 random bits: a slow hash would add nothing.
const digest = (text: string): string => hash('sha256', text, 'base64url');

const checksum = (text: string): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return toBase62(bytes, CHECKSUM_LENGTH);
};

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
