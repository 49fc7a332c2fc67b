import { Console } from 'node:console';
import { format, inspect } from 'node:util';
import { v7 } from 'uuid';
import { describe, expect, it, vi } from 'vitest';
import { PREFIXES, withoutSecrets } from '@latchkey/verifier/internal';
import { mint } from '../../src/secrets/secret.js';
import { cpuOf } from '../support/cpu.js';

const { secret } = mint('lku_', v7());
/** Any eight letters in a row would tell of it. */
const random = secret.reveal().slice(27, 70);
const parts = Array.from({ length: random.length - 7 }, (_, at) => random.slice(at, at + 8));
const tells = (text: string) => parts.some((part) => text.includes(part));
const nested = { a: [{ secret }], map: new Map([[secret, secret]]), set: new Set([secret]), error: failed() };

function failed(): Error {
  return Object.assign(new Error(`could not use ${secret}`, { cause: { secret } }), { secret });
}

describe('a secret does not print itself', () => {
  it.each<[string, () => string]>([
    ['String()', () => String(secret)],
    ['a template literal', () => `${secret}`],
    ['addition', () => `x${secret.toString()}`],
    ['join', () => [secret, secret].join()],
    ['JSON.stringify', () => JSON.stringify({ secret, nested }) + JSON.stringify(secret)],
    ['toLocaleString', () => secret.toLocaleString()],
    ['inspect', () => inspect(secret) + inspect(nested, { depth: null })],
    ['inspect of what is hidden', () => inspect(nested, { depth: null, showHidden: true, getters: true })],
    ['inspect without its own form', () => inspect(nested, { depth: null, showHidden: true, customInspect: false })],
    ['format', () => format('%s %j %o %O %d %i %f %c', ...Array<unknown>(8).fill(nested), secret)],
    ['format of it alone', () => format('%s %j %o %O', secret, secret, secret, secret)],
    [
      'its own properties',
      () => JSON.stringify(Object.getOwnPropertyNames(secret)) + JSON.stringify(Object.assign({}, secret)),
    ],
    ['structuredClone', () => inspect(structuredClone(secret), { showHidden: true })],
    ['an error', () => `${failed().stack} ${inspect(failed(), { depth: null, showHidden: true })}`],
  ])('by %s', (_, print) => {
    expect(tells(print())).toBe(false);
  });

  it('by console.log and its kind', () => {
    const written: string[] = [];
    const take = (chunk: unknown) => written.push(String(chunk)) > 0;
    const out = vi.spyOn(process.stdout, 'write').mockImplementation(take);
    const err = vi.spyOn(process.stderr, 'write').mockImplementation(take);
    const own = new Console(process.stdout, process.stderr);
    for (const print of ['log', 'error', 'dir', 'table'] as const) own[print](nested);
    own.log(secret, `${secret}`, '%o', secret);
    out.mockRestore();
    err.mockRestore();
    expect(written.join('')).toContain('[secret]');
    expect(tells(written.join(''))).toBe(false);
  });

  it('but reveals itself where it is asked to', () => {
    expect(tells(secret.reveal())).toBe(true);
  });
});

describe('redaction replaces secrets in a text', () => {
  it.each(PREFIXES)('of %s, whole or cut, anywhere in it', (prefix) => {
    const text = mint(prefix, v7()).secret.reveal();
    for (const shown of [text, text.slice(0, 40), text.slice(0, -6), `${text}${text}`, text.repeat(3)])
      for (const around of [(it: string) => it, (it: string) => `"${it}"`, (it: string) => `x${it}\\n`]) {
        const rid = withoutSecrets(around(shown));
        expect(rid).not.toContain(text.slice(prefix.length, prefix.length + 12));
        expect(rid).not.toContain(text.slice(30, 38));
        expect(rid).toContain(`${prefix}[secret]`);
      }
  });

  it('and keeps everything else', () => {
    const text = 'lku_ ak_v2_ lku_abc a plain text with 0352DQJEduHtzwLcKyWKDj in it, and "quotes"\n';
    expect(withoutSecrets(text)).toBe(text);
  });

  it('in a time that grows with its length alone', async () => {
    for (const text of ['lku_'.repeat(300_000), `lku_${'a'.repeat(1_000_000)}`, 'ak_v2_a_'.repeat(150_000)])
      expect(await cpuOf(() => withoutSecrets(text))).toBeLessThan(1000);
  });
});
