import type { Caller } from '../authorization/caller.js';
import { requirePermission } from '../authorization/grants.js';
import type { Collection, Page, PageRequest } from '../storage/collection.js';
import type { Action } from './changes.js';
import type { AuditEvent } from './event.js';

/** Which events to read: those that match every given field. */
export interface TrailFilter {
  /** What the event is about, such as the id of a credential, a user or a project. */
  readonly subjectId?: string | undefined;
  /** The credential that the actor signed in with. */
  readonly credentialId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly action?: Action | undefined;
}

/** A list of the trail is declared for each; the first of those given is the one that is read: it holds the fewest events. */
const BY_SELECTIVITY = ['subjectId', 'credentialId', 'actorId', 'action'] as const;

/** Reads the audit trails of organizations. Needs `accessAudit:describe`. */
export class Trail {
  constructor(readonly collection: Collection<AuditEvent>) {}

  /**
   * A page of the events of an organization, newest first, within the times of `request`. With two filters or more it may
   * have fewer items than asked for although more follow: see {@link Collection.page}. @throws Unauthorised
   */
  page(
    { actor }: Caller,
    organizationId: string,
    filter: TrailFilter,
    request: PageRequest,
  ): Promise<Page<AuditEvent>> {
    requirePermission(actor, 'accessAudit:describe', { organizationId });
    const [list, ...others] = BY_SELECTIVITY.filter((field) => filter[field] !== undefined);
    const where = { organizationIds: organizationId, ...(list && { [list]: filter[list] }) };
    if (others.length === 0) return this.collection.page(where, request);
    return this.collection.page(where, request, (some) =>
      some.filter((event) => others.every((field) => event[field] === filter[field])),
    );
  }
}
