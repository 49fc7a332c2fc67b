import { hash } from 'node:crypto';

/** What records keep in place of a long text. */
export interface TextDigest {
  /** The length of the text in UTF-8. */
  readonly bytes: number;
  /** The SHA-256 of the text in UTF-8, as hexadecimal digits. */
  readonly sha256: string;
}

/** The digest of a text that contains no secret. */
export const digestOf = (text: string): TextDigest => ({
  bytes: Buffer.byteLength(text),
  sha256: hash('sha256', text),
});
