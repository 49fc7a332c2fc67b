import { PREFIXES } from './secret.js';

const SECRET = new RegExp(String.raw`(${PREFIXES.join('|')})[0-9A-Za-z]{6,}(?:_[0-9A-Za-z]*)*`, 'g');

/**
 * `text` with everything that looks like a secret, or the beginning of one, replaced by `[secret]` after its prefix.
 */
export const withoutSecrets = (text: string): string => text.replace(SECRET, '$1[secret]');
