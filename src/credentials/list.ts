/** Lists and counts credentials, for every API. */
import { type Clock, hasPassed, type Instant } from '../clock.js';
import type { Collection, Filter, Page, PageRequest, Where } from '../storage/collection.js';
import { namesIn } from '../authorization/resources.js';
import type { Credential, CredentialKind, Family } from './credential.js';

export type Status = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** Which credentials reach an organization, or belong to a project, a target or a user; null means any. */
export type Selection = Criteria &
  (
    | { readonly organizationId: string; readonly family: Family | null }
    | { readonly organizationId: string; readonly ownerId: string; readonly family: Family }
    | { readonly ownerId: string; readonly family: Family }
    | { readonly projectId: string; readonly family: Family }
    | { readonly targetId: string; readonly family: Family }
  );

interface Criteria {
  readonly kind: CredentialKind | null;
  readonly status: Status | null;
  /** Those that end before this moment, and have an end. */
  readonly expiresBefore: Instant | null;
}

/** The status of a listed credential. */
function statusOf(credential: Credential, now: Date): Status {
  if (credential.revokedAt !== null) return 'REVOKED';
  return hasPassed(credential.expiresAt, now) ? 'EXPIRED' : 'ACTIVE';
}

/**
 * A page of the credentials selected, newest first, without those that `filter` excludes. It may have fewer items than
 * asked for although more follow: see {@link Collection.page}.
 */
export function list(
  credentials: Collection<Credential>,
  clock: Clock,
  selection: Selection,
  request: PageRequest,
  filter: Filter<Credential> = (some) => some,
): Promise<Page<Credential>> {
  const { where, matches } = plan(clock, selection);
  return credentials.page(where, request, (some) => filter(matches ? some.filter(matches) : some));
}

/** Where counting stops. */
const MAX_COUNT = 10_000;

/**
 * How many credentials are selected, at most {@link MAX_COUNT}. Counts in the index when the list alone selects them.
 * Otherwise it reads them, and stops when that took as long as reading {@link MAX_COUNT} credentials without resources.
 */
export async function total(credentials: Collection<Credential>, clock: Clock, selection: Selection): Promise<number> {
  const { where, matches } = plan(clock, selection);
  if (!matches) return credentials.count(where, MAX_COUNT);
  let work = 0;
  const counted = (some: Credential[]): Credential[] => {
    for (const one of some) work += 1 + namesIn(one.resources) / NAMES_PER_READ;
    return some.filter(matches);
  };
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const page = await credentials.page(where, { first: PAGE, after }, counted);
    count += page.items.length;
    if (!page.hasNextPage || count >= MAX_COUNT || work >= MAX_COUNT) return Math.min(count, MAX_COUNT);
    after = page.endCursor;
  }
}

/** How many names of resources take as long to read as the rest of a credential. */
const NAMES_PER_READ = 20;

/** How many credentials are read at a time. */
const PAGE = 100;

/** Which declared list to read, and the filter for what its fields do not exclude. */
function plan(clock: Clock, selection: Selection) {
  const { kind, status, expiresBefore } = selection;
  const now = clock();
  const where = listOf(selection);
  const matches =
    status === null && kind === null && expiresBefore === null
      ? undefined
      : (one: Credential) =>
          (kind === null || one.kind === kind) &&
          (status === null || statusOf(one, now) === status) &&
          (expiresBefore === null || (one.expiresAt !== null && one.expiresAt < expiresBefore));
  return { where, matches };
}

/** The declared list with the fewest credentials beside those selected. */
function listOf(selection: Selection): Where<Credential> {
  const { kind, status } = selection;
  if ('targetId' in selection) return { targetId: selection.targetId, family: selection.family, listed: true };
  if ('projectId' in selection) return { projectId: selection.projectId, family: selection.family, listed: true };
  if (!('organizationId' in selection)) return { ownerId: selection.ownerId, family: selection.family, listed: true };
  const { organizationId: organizationIds, family } = selection;
  if ('ownerId' in selection)
    return { organizationIds, ownerId: selection.ownerId, family: selection.family, listed: true };
  if (kind !== null && status === 'ACTIVE') return { organizationIds, kind, live: true };
  if (family === null) return { organizationIds, listed: true };
  return status === 'ACTIVE' ? { organizationIds, family, live: true } : { organizationIds, family, listed: true };
}
