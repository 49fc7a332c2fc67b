/** The rules for slugs, names and e-mail addresses. */
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import { holdsSecret } from '@latchkey/verifier/internal';

/** GraphQL Hive's message for input with an invalid field; another property says what is wrong with the field. */
export const CHECK_INPUT = 'Check your input.';

/** Why a slug is not accepted, in GraphQL Hive's words; null for a valid one. `what` begins the message: "Target slug is required". */
export function problemWithSlug(what: 'Organization' | 'Project' | 'Target', slug: string): string | null {
  if (slug === '') return `${what} slug is required`;
  if (slug.length > 50) return 'Slug must be less than 50 characters';
  if (!/^[a-z0-9-]+$/.test(slug)) return 'Slug can only contain lowercase letters, numbers and dashes';
  // Every argument that takes a slug also takes an id, so no slug may look like an id.
  if (['view', 'new'].includes(slug) || isUuid(slug)) return 'Slug is reserved';
  return null;
}

/** Whether `name` is a valid name of a service or an app deployment. */
export const isServiceName = (name: string): boolean => /^[a-zA-Z0-9_-]{1,64}$/.test(name);

/**
 * Control characters, unpaired surrogates, line and paragraph separators, and characters that change the text direction:
 * with these, a list, a log line or a mail could show another text than the stored one.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** The message for a text that others can read and that contains a secret. */
export const SECRET_IN_TEXT = 'Must not contain a secret. Leave it out, and revoke it if others could see it.';

/** Why a text must not be shown to others; null for a safe one. It must be short: at most a few hundred characters. */
export function problemWithText(text: string): string | null {
  if (UNSAFE.test(text)) return 'Must not contain line breaks or other control characters.';
  if (holdsSecret(text)) return SECRET_IN_TEXT;
  return null;
}

const MAX_NAME_LENGTH = 100;

const nameRule = (what: string): string =>
  `${what} has 1 to ${MAX_NAME_LENGTH} characters of any kind, without control characters and without a secret.`;

/** The rule of {@link displayName}, as the message for the name of a key and of an organization. */
export const KEY_NAME_RULE = nameRule("A key's name");
export const ORGANIZATION_NAME_RULE = nameRule("An organization's name");

/** A display name without surrounding white space; undefined for one that breaks the rule. */
export function displayName(text: string): string | undefined {
  const name = text.trim();
  // A character has at most two UTF-16 units, so a text with more than twice the limit is too long without counting.
  const length = name.length > 2 * MAX_NAME_LENGTH ? Infinity : Array.from(name).length;
  return length >= 1 && length <= MAX_NAME_LENGTH && problemWithText(name) === null ? name : undefined;
}

const address = z.email().max(254);

/** An e-mail address in the form in which it is stored and compared; undefined for a text that is not one. */
export function emailAddress(text: string): string | undefined {
  const { success, data } = address.safeParse(text.trim().toLowerCase());
  return success && !holdsSecret(text) ? data : undefined;
}
