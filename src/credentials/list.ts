/** Lists of credentials, as every face shows them. */
import { type Clock, isOver } from '../clock.js';
import { type Collection, MOST_READ, type Page, type Where, type Window } from '../storage/collection.js';
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
  return isOver(credential.expiresAt, now) ? 'EXPIRED' : 'ACTIVE';
}

/** A page of the credentials selected, newest first; it may be short with more to come (see {@link Collection.page}). */
export function list(
  credentials: Collection<Credential>,
  clock: Clock,
  selection: Selection,
  window: Window,
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
    const page = await credentials.page(where, { first: MOST_READ - 1, after }, keep);
    count += page.rows.length;
    if (!page.hasNextPage) return count;
    after = page.endCursor;
  }
}

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
