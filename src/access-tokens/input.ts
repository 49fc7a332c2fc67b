/** Checks the input that all kinds of access token share, and converts it from Hive's form to what is stored. */
import type { DurationLike } from 'luxon';
import { type PermissionId, permissionById } from '../authorization/catalogue.js';
import type { Resources } from '../authorization/resources.js';
import { type IpAllowlist, isProblem, readIpAllowlist } from '../credentials/ip-allowlist.js';
import { addPeriod, type Instant, instant } from '../clock.js';
import type { AccessTokenExpirationInput, TokenExpirationPeriod } from '../generated/resolvers-types.js';
import { exactlyOne } from '../graphql/references.js';
import { problemWithText } from '../names.js';
import { withoutEffect } from './effect.js';
import { problem, type TokenProblem } from './problems.js';

/** The input of a rotation. */
export interface TokenRotation {
  /** How many days the current secret stays valid beside the new one. */
  readonly overlapDays: number;
  /** A new lifetime of the token, from now; null keeps its end. */
  readonly period: TokenExpirationPeriod | null;
}

const LIFETIMES: Readonly<Record<TokenExpirationPeriod, DurationLike | null>> = {
  NEVER: null,
  ONE_WEEK: { weeks: 1 },
  TWO_WEEKS: { weeks: 2 },
  ONE_MONTH: { months: 1 },
  SIX_MONTHS: { months: 6 },
  ONE_YEAR: { years: 1 },
};

/** The end of a period that begins at `from`; null for never. */
export function endAfter(period: TokenExpirationPeriod, from: Instant): Instant | null {
  const lifetime = LIFETIMES[period];
  return lifetime === null ? null : addPeriod(from, lifetime);
}

/**
 * The end that an input sets at the moment `now`, null for never; undefined for one that is not in the future.
 * @throws BadInput unless it is given in exactly one way.
 */
export function endOf({ at, period }: AccessTokenExpirationInput, now: Instant): Instant | null | undefined {
  const [by, end] = exactlyOne({ at, period });
  const expiresAt = by === 'at' ? instant(end) : endAfter(end, now);
  return expiresAt !== null && expiresAt <= now ? undefined : expiresAt;
}

/** The IP allowlist of a new token as it is stored, or what is wrong with it. */
export function restrictionOf(
  networks: readonly string[] | null | undefined,
): { ipAllowlist: IpAllowlist } | TokenProblem {
  const ipAllowlist = readIpAllowlist(networks);
  return isProblem(ipAllowlist) ? problem('INVALID_IP_ALLOWLIST', ipAllowlist.problem) : { ipAllowlist };
}

/** The title and description as they are stored; or what is wrong with them, in Hive's words. */
export function textsOf(
  title: string,
  description: string | null | undefined,
): { title: string; description: string | null } | TokenProblem {
  const trimmed = title.trim();
  const wrongTitle =
    trimmed.length < 2
      ? 'Minimum length is 2 characters.'
      : trimmed.length > 100
        ? 'Maximum length is 100 characters.'
        : /^[ a-zA-Z0-9_-]+$/.test(trimmed)
          ? problemWithText(trimmed)
          : 'Can only contain letters, numbers, " ", "_", and "-".';
  const wrongDescription =
    (description?.length ?? 0) > 248 ? 'Maximum length is 248 characters.' : problemWithText(description ?? '');
  if (wrongTitle === null && wrongDescription === null) return { title: trimmed, description: description ?? null };
  const details = { title: wrongTitle, description: wrongDescription };
  return { code: 'INVALID_INPUT', message: 'Invalid input provided.', details };
}

/** The permissions with these ids; a problem when one is unknown, listed twice, or lacks a permission that it needs. */
function permissionsOf(ids: readonly string[]): PermissionId[] | TokenProblem {
  const asked = new Set(ids);
  if (asked.size < ids.length) return problem('DUPLICATE', 'A permission is listed twice. List each once.');
  const permissions: PermissionId[] = [];
  for (const [index, id] of ids.entries()) {
    const permission = permissionById(id);
    if (!permission)
      return problem(
        'UNKNOWN_PERMISSION',
        `permissions[${index}] is no permission. See the available permission groups.`,
      );
    if (permission.forUsersOnly)
      return problem('UNKNOWN_PERMISSION', `permissions[${index}] is for Org Admins themselves: no token holds it.`);
    const missing = permission.needs.find((needed) => !asked.has(needed));
    if (missing) return problem('MISSING_NEEDED_PERMISSION', `${permission.id} needs ${missing}. Add it.`);
    permissions.push(permission.id);
  }
  return permissions;
}

/**
 * The permissions and resources of a token, or what is wrong with them: among others, a permission that has no effect on
 * the resources. Does not check that the places named exist.
 */
export function assignmentOf(
  organizationId: string,
  ids: readonly string[],
  read: () => Resources | TokenProblem,
): { permissions: PermissionId[]; resources: Resources } | TokenProblem {
  const permissions = permissionsOf(ids);
  if ('code' in permissions) return permissions;
  const resources = read();
  if ('code' in resources) return resources;
  const ineffective = withoutEffect(organizationId, permissions, resources);
  return ineffective ? problem('PERMISSION_WITHOUT_EFFECT', ineffective) : { permissions, resources };
}
