/** Base62 of fixed lengths: digits, capitals, small letters; the most significant first, padded with `0`. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Encodes `bytes` in exactly `length` letters. `length` must be enough for them. */
export function toBase62(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; text.length < length; rest /= 62n) text = LETTERS.charAt(Number(rest % 62n)) + text;
  return text;
}

/** Decodes `text` into `size` bytes; undefined when it has other characters, or encodes more bytes. */
export function fromBase62(text: string, size: number): Uint8Array | undefined {
  let value = 0n;
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    if (digit < 0) return undefined;
    value = value * 62n + BigInt(digit);
  }
  const hex = value.toString(16).padStart(size * 2, '0');
  return hex.length === size * 2 ? Buffer.from(hex, 'hex') : undefined;
}
