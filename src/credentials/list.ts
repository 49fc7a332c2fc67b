/** Lists of credentials, as every face shows them. */
import { type Clock, hasPassed, type Instant } from '../clock.js';
import { type Collection, MAX_READ, type Page, type Where, type PageRequest } from '../storage/collection.js';
import { namesIn } from '../authorization/resources.js';
import type { Credential, CredentialKind, Family } from './credential.js';

export type Status = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** Which credentials of an organization; null means any. */
export interface Selection {
  readonly organizationId: string;
  readonly family: Family;
  readonly kind: CredentialKind | null;
  readonly status: Status | null;
  /** Those that end before this moment, and have an end. */
  readonly expiresBefore: Instant | null;
}

/** What a listed credential is now. */
export function statusOf(credential: Credential, now: Date): Status {
  if (credential.revokedAt !== null) return 'REVOKED';
  return hasPassed(credential.expiresAt, now) ? 'EXPIRED' : 'ACTIVE';
}

/** A page of the credentials selected, newest first; it may be short with more to come (see {@link Collection.page}). */
export function list(
  credentials: Collection<Credential>,
  clock: Clock,
  selection: Selection,
  window: PageRequest,
): Promise<Page<Credential>> {
  const { where, keep } = plan(clock, selection);
  return credentials.page(where, window, keep);
}

/** Where counting stops. */
export const MAX_COUNT = 10_000;

/**
 * How many credentials are selected, at most {@link MAX_COUNT}. Reads them unless neither kind nor status is asked for;
 * counting then stops before, once as much was read as that many credentials of {@link NAMES_PER_READ} names.
 */
export async function total(credentials: Collection<Credential>, clock: Clock, selection: Selection): Promise<number> {
  const { where, keep } = plan(clock, selection);
  if (!keep) return credentials.count(where, MAX_COUNT);
  let work = 0;
  const counted = (one: Credential): boolean => {
    work += 1 + namesIn(one.resources) / NAMES_PER_READ;
    return keep(one);
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

/**
 * A page of what `keep` leaves of a list that `fetch` reads, forward only; `keep` may ask the store about many items at once.
 * Reads at most {@link MAX_READ} items beyond those wanted, as a page with a plain filter does.
 */
export async function filtered<T extends { id: string }>(
  window: PageRequest,
  fetch: (window: PageRequest) => Promise<Page<T>>,
  keep: (items: T[]) => Promise<T[]>,
): Promise<Page<T>> {
  const first = 'first' in window ? window.first : window.last;
  const start = 'first' in window ? window.after : undefined;
  const items: T[] = [];
  let [after, more] = [start, true];
  for (let left = first + MAX_READ; more && left > 0 && items.length <= first; left -= PAGE) {
    const page = await fetch({ first: Math.min(PAGE, left), after });
    items.push(...(await keep(page.items)));
    [after, more] = [page.endCursor ?? after, page.hasNextPage];
  }
  const over = items.length > first;
  items.length = Math.min(items.length, first);
  const endCursor = over || !more ? items.at(-1)?.id : after;
  return {
    items,
    startCursor: items[0]?.id ?? endCursor,
    endCursor,
    hasNextPage: over || more,
    hasPreviousPage: start !== undefined,
  };
}

/** How many credentials are read at a time. */
const PAGE = 100;

/** Which declared list to read, and what to judge while reading. */
function plan(clock: Clock, { organizationId, family, kind, status, expiresBefore }: Selection) {
  const now = clock();
  const where: Where<Credential> =
    status !== 'ACTIVE'
      ? { organizationIds: organizationId, family, listed: true }
      : kind === null
        ? { organizationIds: organizationId, family, live: true }
        : { organizationIds: organizationId, kind, live: true };
  const keep =
    status === null && kind === null && expiresBefore === null
      ? undefined
      : (one: Credential) =>
          (kind === null || one.kind === kind) &&
          (status === null || statusOf(one, now) === status) &&
          (expiresBefore === null || (one.expiresAt !== null && one.expiresAt < expiresBefore));
  return { where, keep };
}
