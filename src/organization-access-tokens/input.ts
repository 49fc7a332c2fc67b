/** What a new organization access token is asked to be: from Hive's input to what is stored, strictly. */
import type { DurationLike } from 'luxon';
import { type PermissionId, permissionById } from '../authorization/catalogue.js';
import { addPeriod, type Instant } from '../clock.js';
import type { CredentialSpec } from '../credentials/issuance.js';
import type {
  OrganizationReferenceInput,
  ResourceAssignmentInput,
  TokenExpirationPeriod,
} from '../generated/resolvers-types.js';
import { problemWithText } from '../names.js';
import { withoutEffect } from './effect.js';
import { problem, type TokenProblem } from './problems.js';
import { resourcesOf } from './resources.js';

/** How a token is to be rotated. */
export interface TokenRotation {
  /** For how many days the present secret stays valid beside the new one. */
  readonly overlapDays: number;
  /** Another life of the token, from now; null keeps its end. */
  readonly period: TokenExpirationPeriod | null;
}

/** What a caller asks for. */
export interface TokenInput {
  readonly organization: OrganizationReferenceInput;
  readonly title: string;
  readonly description?: string | null;
  readonly permissions: readonly string[];
  readonly resources: ResourceAssignmentInput;
  readonly expirationPeriod?: TokenExpirationPeriod | null;
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

/** What a token of this organization is to be, but for whether the projects and targets that it names exist. */
export function readTokenInput(organizationId: string, input: TokenInput): CredentialSpec | TokenProblem {
  const texts = textsOf(input.title, input.description);
  if ('code' in texts) return texts;
  const permissions = permissionsOf(input.permissions);
  if ('code' in permissions) return permissions;
  const resources = resourcesOf(input.resources);
  if ('code' in resources) return resources;
  const idle = withoutEffect(organizationId, permissions, resources);
  if (idle) return problem('PERMISSION_WITHOUT_EFFECT', idle);
  const period = input.expirationPeriod ?? 'NEVER';
  return {
    kind: 'ORGANIZATION_ACCESS_TOKEN',
    organizationIds: [organizationId],
    ownerId: null,
    ...texts,
    permissions,
    resources,
    lifetime: (createdAt) => endAfter(period, createdAt),
  };
}

/** Title and description in the form they are stored in, or what is wrong with them in Hive's words. */
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

/** The permissions asked for, each known, once, and with what it needs. */
export function permissionsOf(ids: readonly string[]): PermissionId[] | TokenProblem {
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
    const missing = permission.needs.find((needed) => !asked.has(needed));
    if (missing) return problem('MISSING_NEEDED_PERMISSION', `${permission.id} needs ${missing}. Add it.`);
    permissions.push(permission.id);
  }
  return permissions;
}
