/** Lists of credentials, as every face shows them. */
import { type Clock, hasPassed } from '../clock.js';
import { type Collection, MAX_READ, type Page, type Where, type PageRequest } from '../storage/collection.js';
import type { Credential, CredentialKind, Family } from './credential.js';

export type Status = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** Which credentials of an organization; null means any. */
export interface Selection {
  readonly organizationId: string;
  readonly family: Family;
  readonly kind: CredentialKind | null;
  readonly status: Status | null;
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

/** How many credentials are selected. Reads them all unless no status is asked for. */
export async function total(credentials: Collection<Credential>, clock: Clock, selection: Selection): Promise<number> {
  const { where, keep } = plan(clock, selection);
  if (!keep) return credentials.count(where);
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const page = await credentials.page(where, { first: MAX_READ - 1, after }, keep);
    count += page.items.length;
    if (!page.hasNextPage) return count;
    after = page.endCursor;
  }
}

/**
 * A page of what `keep` leaves of a list that `fetch` reads, forward only; `keep` may ask the store about many items at once.
 * Reads {@link MAX_READ} items at most, as a page with a plain filter does.
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
  for (let read = 0; more && read < MAX_READ && items.length <= first; read += CHUNK) {
    const page = await fetch({ first: CHUNK, after });
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

const CHUNK = 100;

/** Which declared list to read, and what to judge while reading. */
function plan(clock: Clock, { organizationId, family, kind, status }: Selection) {
  const now = clock();
  const where: Where<Credential> =
    status !== 'ACTIVE'
      ? { organizationIds: organizationId, family, listed: true }
      : kind === null
        ? { organizationIds: organizationId, family, live: true }
        : { organizationIds: organizationId, kind, live: true };
  const keep =
    status === null && kind === null
      ? undefined
      : (one: Credential) => (kind === null || one.kind === kind) && (status === null || statusOf(one, now) === status);
  return { where, keep };
}
