/** What names of all kinds must look like. */
import { validate as isUuid } from 'uuid';
import { z } from 'zod';

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

/** A key's name without white space around it: 1 to 100 letters of any kind; undefined for anything else. */
export function keyName(text: string): string | undefined {
  const name = text.trim();
  const length = Array.from(name).length;
  return length >= 1 && length <= 100 && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name) ? name : undefined;
}

const address = z.email().max(254);

/** An e-mail address in the one form it is stored and compared in; undefined for what is none. */
export function emailAddress(text: string): string | undefined {
  const { success, data } = address.safeParse(text.trim().toLowerCase());
  return success ? data : undefined;
}
