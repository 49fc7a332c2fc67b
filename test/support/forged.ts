/** Texts that are nearly secrets. */
import { crc32 } from 'node:zlib';
import { PREFIXES, toBase62 } from '@latchkey/verifier/internal';

export const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `body` with the checksum it should have: anybody can compute that. */
export function withChecksum(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return body + toBase62(bytes, 6);
}

/** The same secret as another kind's, with a checksum that fits. */
export const ofOtherKinds = (secret: string): string[] => {
  const own = PREFIXES.find((prefix) => secret.startsWith(prefix)) ?? '';
  const others = PREFIXES.filter((prefix) => prefix !== own);
  return others.map((prefix) => withChecksum(prefix + secret.slice(own.length, -6)));
};

/** What typing, cutting and pasting make of a secret: none of it has the form of one. */
export function* damaged(secret: string): Generator<string> {
  const own = PREFIXES.find((prefix) => secret.startsWith(prefix)) ?? '';
  for (let at = 0; at < secret.length; at++) {
    const [before, letter, after] = [secret.slice(0, at), secret.charAt(at), secret.slice(at + 1)];
    for (const other of `${LETTERS}_-+/= \u00e9\u{1f511}`) if (other !== letter) yield before + other + after;
    yield before;
    yield secret.slice(at + 1);
    yield before + after;
    yield before + letter + letter + after;
    const next = after.charAt(0);
    if (next !== letter && next !== '') yield before + next + letter + after.slice(1);
  }
  yield* [secret + secret, `${secret} ${secret}`, ` ${secret}`, `${secret}\n`, `${secret}\0`, `"${secret}"`];
  yield* [secret.toLowerCase(), secret.toUpperCase(), secret.slice(own.length)];
  for (const prefix of PREFIXES) if (prefix !== own) yield prefix + secret.slice(own.length);
  for (const prefix of PREFIXES) yield prefix + secret;
  for (const letter of LETTERS) yield* [secret + letter, letter + secret];
}
