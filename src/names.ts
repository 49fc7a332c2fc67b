/** What names of all kinds must look like. */
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import { holdsSecret } from '@latchkey/verifier/internal';

/** GraphQL Hive's message for a field that is wrong; what is wrong stands beside it, by field. */
export const CHECK_INPUT = 'Check your input.';

/** Why a slug cannot be taken, in GraphQL Hive's words; null for a good one. `what` is as in "Target slug is required". */
export function problemWithSlug(what: 'Organization' | 'Project' | 'Target', slug: string): string | null {
  if (slug === '') return `${what} slug is required`;
  if (slug.length > 50) return 'Slug must be less than 50 characters';
  if (!/^[a-z0-9-]+$/.test(slug)) return 'Slug can only contain lowercase letters, numbers and dashes';
  // An id is taken wherever a slug is, so no slug may look like one.
  if (['view', 'new'].includes(slug) || isUuid(slug)) return 'Slug is reserved';
  return null;
}

/** Whether `name` can be a service's or an app deployment's. */
export const isServiceName = (name: string): boolean => /^[a-zA-Z0-9_-]{1,64}$/.test(name);

/**
 * Control characters, half surrogates, line and paragraph separators, and what changes the direction of the text after it:
 * whatever could make a list, a log line or a mail show something else than what is stored.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** What to say of a text that others can see and that holds a secret. */
export const SECRET_IN_TEXT = 'Must not contain a secret. Leave it out, and revoke it if others could see it.';

/** Why a text of at most a few hundred characters cannot be shown to others as it is; null for one that can. */
export function problemWithText(text: string): string | null {
  if (UNSAFE.test(text)) return 'Must not contain line breaks or other control characters.';
  if (holdsSecret(text)) return SECRET_IN_TEXT;
  return null;
}

const MAX_NAME_LENGTH = 100;

const nameRule = (what: string): string =>
  `${what} has 1 to ${MAX_NAME_LENGTH} letters of any kind, no control characters, and no secret in it.`;

/** What {@link displayName} takes as the name of a key, and of an organization. */
export const KEY_NAME_RULE = nameRule("A key's name");
export const ORGANIZATION_NAME_RULE = nameRule("An organization's name");

/** A name for people without white space around it; undefined for one that breaks the rule. */
export function displayName(text: string): string | undefined {
  const name = text.trim();
  // A letter has one or two UTF-16 units: what has more than twice as many is not counted.
  const length = name.length > 2 * MAX_NAME_LENGTH ? Infinity : Array.from(name).length;
  return length >= 1 && length <= MAX_NAME_LENGTH && problemWithText(name) === null ? name : undefined;
}

const address = z.email().max(254);

/** An e-mail address in the one form it is stored and compared in; undefined for a text that is not one. */
export function emailAddress(text: string): string | undefined {
  const { success, data } = address.safeParse(text.trim().toLowerCase());
  return success && !holdsSecret(text) ? data : undefined;
}
