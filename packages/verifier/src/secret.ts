/**
 * The format of a secret: `<prefix><public id>_<32 random bytes><CRC32>`, in base62 of fixed lengths.
 * The only place that formats and parses one.
 */
import { crc32 } from 'node:zlib';
import { fromBase62, toBase62 } from './base62.js';

/** The prefixes of secrets, one for each group of credential kinds. `ak_v2_` is GraphOS' own; the others are Latchkey's. */
export const PREFIXES = ['ak_v2_', 'lko_', 'lku_', 'lkr_', 'lkc_'] as const;
/** One of {@link PREFIXES}. */
export type Prefix = (typeof PREFIXES)[number];

const ID_LENGTH = 22; // 16 bytes
const RANDOM_LENGTH = 43; // 32 bytes
const CHECKSUM_LENGTH = 6; // 4 bytes

/** The parts of a secret that name its credential. */
export interface SecretParts {
  readonly prefix: Prefix;
  /** The UUID of the credential. */
  readonly id: string;
}

/**
 * The secret of a credential, from its UUID as 16 bytes and 32 random bytes.
 * @returns the whole `text`, and the parts that may be stored and shown: the beginning up to the public id (`first`) and the
 * checksum (`last`).
 */
export function format(
  prefix: Prefix,
  id: Uint8Array,
  random: Uint8Array,
): { text: string; first: string; last: string } {
  const first = prefix + toBase62(id, ID_LENGTH);
  const body = `${first}_${toBase62(random, RANDOM_LENGTH)}`;
  const last = checksum(body);
  return { text: body + last, first, last };
}

/** Parses a text; undefined unless its length, prefix, characters and checksum are those of a secret. Reads no store. */
export function parse(text: string): SecretParts | undefined {
  const prefix = PREFIXES.find((one) => text.startsWith(one));
  if (prefix === undefined) return undefined;
  const random = prefix.length + ID_LENGTH + 1;
  const end = random + RANDOM_LENGTH;
  if (text.length !== end + CHECKSUM_LENGTH || text[random - 1] !== '_') return undefined;
  const id = uuidOf(fromBase62(text.slice(prefix.length, random - 1), 16));
  if (id === undefined || !fromBase62(text.slice(random, end), 32)) return undefined;
  return text.slice(end) === checksum(text.slice(0, end)) ? { prefix, id } : undefined;
}

const FORM = `(?:${PREFIXES.join('|')})\\w{${ID_LENGTH + 1 + RANDOM_LENGTH + CHECKSUM_LENGTH}}`;
/** Finds texts with the length of a secret at every place where one can begin, also within another such text. */
const CANDIDATE = new RegExp(`(?=(${FORM}))`, 'g');

/** Whether `text` contains a secret. It must be short, because every place where a secret can begin is checked. */
export const holdsSecret = (text: string): boolean =>
  [...text.matchAll(CANDIDATE)].some(([, candidate = '']) => parse(candidate) !== undefined);

/** A UUID of RFC 9562: of a version from 1 to 8 and its variant, or all zeros, or all ones. */
const UUID = /^(?:.{8}-.{4}-[1-8].{3}-[89ab].{3}-.{12}|[0-]+|[f-]+)$/;

/** The UUID of these bytes; undefined when they are not a UUID, which a correct checksum does not rule out. */
function uuidOf(bytes: Uint8Array | undefined): string | undefined {
  const hex = Buffer.from(bytes ?? []).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return UUID.test(id) ? id : undefined;
}

const checksum = (text: string): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return toBase62(bytes, CHECKSUM_LENGTH);
};
