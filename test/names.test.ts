import fc from 'fast-check';
import { v4, v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { displayName, emailAddress, isServiceName, problemWithSlug, problemWithText } from '../src/names.js';
import { PREFIXES } from '@latchkey/verifier/internal';
import { mint } from '../src/secrets/secret.js';
import { anyText } from './support/text.js';

const secret = mint('lko_', v7()).secret.reveal();

describe('a slug', () => {
  const LETTERS = 'Slug can only contain lowercase letters, numbers and dashes';

  it.each(['a', '0', '-', 'views', 'my-graph', 'a'.repeat(50)])('may be %j', (slug) => {
    expect(problemWithSlug('Target', slug)).toBeNull();
  });

  it.each([
    ['', 'Target slug is required'],
    ['a'.repeat(51), 'Slug must be less than 50 characters'],
    ['A', LETTERS],
    ['a_b', LETTERS],
    ['a b', LETTERS],
    ['ä', LETTERS],
    ['a\n', LETTERS],
    ['view', 'Slug is reserved'],
    ['new', 'Slug is reserved'],
  ])('may not be %j', (slug, problem) => {
    expect(problemWithSlug('Target', slug)).toBe(problem);
  });

  it('may not look like an id, of any version', () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    for (const id of [v4(), v7(), nil, 'ffffffff-ffff-ffff-ffff-ffffffffffff'])
      expect(problemWithSlug('Organization', id)).toBe('Slug is reserved');
  });

  it('says what it is the slug of', () => {
    for (const what of ['Organization', 'Project', 'Target'] as const)
      expect(problemWithSlug(what, '')).toBe(`${what} slug is required`);
  });

  it('is lower-case letters, digits and dashes, whatever text is tried', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), (slug) => {
        if (problemWithSlug('Project', slug) !== null) return;
        for (const letter of slug) expect('abcdefghijklmnopqrstuvwxyz0123456789-').toContain(letter);
        expect(slug.length >= 1 && slug.length <= 50).toBe(true);
      }),
    );
  });
});

describe('the name of a service or app deployment', () => {
  it.each(['a', 'A-Z_0', '__proto__', 'x'.repeat(64)])('may be %j', (name) => expect(isServiceName(name)).toBe(true));
  it.each(['', ' ', 'a b', 'a.b', 'a:b', 'a/b', 'é', 'a\n', 'x'.repeat(65)])('may not be %j', (name) =>
    expect(isServiceName(name)).toBe(false),
  );
});

describe("a key's name", () => {
  it('loses the white space around it', () => expect(displayName('\t two  words \n')).toBe('two  words'));

  it('counts characters, not their encoding', () => {
    expect(displayName('🔑'.repeat(100))).toBe('🔑'.repeat(100));
    expect(displayName('🔑'.repeat(101))).toBeUndefined();
  });

  it.each(['Ключ', '鍵', 'naïve & <b>', '=HYPERLINK()', '__proto__', 'x'])('may be %j', (name) =>
    expect(displayName(name)).toBe(name),
  );

  it.each([
    '',
    '   ',
    '\n',
    'a\nb',
    'a\r\nBcc: b',
    'a\0',
    'a\x1b[2J',
    'a\u0085b',
    'a\u2028b',
    '\ud800',
    'a\u202eb',
    'a\u2066b',
    'x'.repeat(101),
    secret,
  ])('may not be %j', (name) => expect(displayName(name)).toBeUndefined());
});

describe('a text that others see', () => {
  it.each(['', 'Plain text', 'lko_production', 'ak_v2_', 'עברית \u200f!', `${secret.slice(0, -1)}!`])(
    'may be %j',
    (text) => expect(problemWithText(text)).toBeNull(),
  );

  it.each(['a\nb', 'a\tb', 'a\r', '\0', '\u2028', '\u2029', '\u202a', '\u202d', '\u2069', '\udc00'])(
    'may not hold the control character in %j',
    (text) => expect(problemWithText(text)).toBe('Must not contain line breaks or other control characters.'),
  );

  it.each(PREFIXES)('may not hold a secret that begins with %s, wherever it stands', (prefix) => {
    const own = mint(prefix, v7()).secret.reveal();
    const problem = 'Must not contain a secret. Leave it out, and revoke it if others could see it.';
    const nearly = `${own.slice(0, -1)}_`;
    for (const text of [own, ` ${own} `, `x${own}x`, `token=${own}`, `${prefix}${own}`, `${nearly}${own}`, `lko${own}`])
      expect(problemWithText(text)).toBe(problem);
    // Where the first of two looks like one for longer than until the second begins.
    for (let cut = 1; cut < own.length; cut++) expect(problemWithText(own.slice(0, cut) + own)).toBe(problem);
  });
});

describe('an e-mail address', () => {
  it('has one form, in lower case without surrounding white space', () => {
    expect(emailAddress(' Ada.Lovelace@Example.COM\n')).toBe('ada.lovelace@example.com');
    expect(emailAddress("o'neil+tag@sub.example.co.uk")).toBe("o'neil+tag@sub.example.co.uk");
  });

  it('keeps its form', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const email = emailAddress(text);
        if (email !== undefined) expect(emailAddress(email)).toBe(email);
        expect(emailAddress(text.toUpperCase())).toBe(email);
      }),
    );
  });

  it.each([
    '',
    ' ',
    'x',
    '@',
    'a@',
    '@b.io',
    'a@b',
    'a@b@c.io',
    'a b@c.io',
    'a@b.io\nbcc:c@d.io',
    'a\0@b.io',
    '<a@b.io>',
    `${secret}@b.io`,
  ])('is not %j', (text) => expect(emailAddress(text)).toBeUndefined());

  it('has 254 letters at most', () => {
    const of = (length: number) =>
      `a@${'b'.repeat(50)}.${'c'.repeat(50)}.${'d'.repeat(50)}.${'e'.repeat(50)}.`.concat('f'.repeat(length));
    const longest = of(254 - of(0).length);
    expect(longest).toHaveLength(254);
    expect(emailAddress(longest)).toBe(longest);
    expect(emailAddress(`${longest}f`)).toBeUndefined();
  });
});
