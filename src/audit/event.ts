/**
 * Events: what was done, by whom, to what. A document carries the events of its own writes in `pending`, written by the
 * very write they tell of; the relay copies them to the audit trail. So nothing acknowledged goes unrecorded.
 */
import { v7 as uuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import { type Clock, type Instant, instant } from '../clock.js';
import type { ActorRef } from '../authorization/grants.js';
import type { Collection, DocumentType, Document } from '../storage/collection.js';

/** What can be recorded. */
export type Action =
  | 'organization.created'
  | 'organization.renamed'
  | 'organization.nameChanged'
  | 'organization.planChanged'
  | 'organization.deleted'
  | 'member.added'
  | 'member.roleChanged'
  | 'member.removed'
  | 'project.created'
  | 'project.renamed'
  | 'project.deleted'
  | 'target.created'
  | 'target.renamed'
  | 'target.deleted'
  | 'target.baseSchemaChanged'
  | 'target.breakingChangeRulesChanged'
  | 'credential.created'
  | 'credential.renamed'
  | 'credential.rotated'
  | 'credential.expirationChanged'
  | 'credential.organizationAdded'
  | 'credential.revoked'
  | 'credential.deleted';

/** What an event is about. `title` is its name at the time. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}

export interface Event {
  readonly id: string;
  /** Whose audit trails show it: those that it concerns, and no others. */
  readonly organizationIds: readonly string[];
  readonly at: Instant;
  readonly action: Action;
  readonly subject: Subject;
  /**
   * What the action changed to, where its name does not say: a role, a plan, a date, a new slug or name, the slug of an organization
   * that was added; of a new target, the slug of its project.
   */
  readonly detail: string | null;
  readonly actor: ActorRef;
  readonly credentialId: string | null;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** A document whose writes are recorded. */
export interface Recorded extends Document {
  readonly pending: readonly Event[];
  /** Whether `pending` holds any, for the relay to find. */
  readonly hasPending: boolean;
}

/** An event in the audit trail. */
export interface AuditEvent extends Document, Omit<Event, 'id'> {}

export const auditEvents: DocumentType<AuditEvent> = {
  name: 'auditEvents',
  fields: {
    organizationIds: 'strings',
    at: 'string',
    action: 'string',
    subject: 'json',
    detail: 'string',
    actor: 'json',
    credentialId: 'string',
    requestId: 'string',
    ip: 'string',
    userAgent: 'string',
  },
  unique: [],
  lists: [['organizationIds']],
};

/** An event of this moment. */
export function event(
  { actor, request }: Caller,
  clock: Clock,
  what: { organizationIds: readonly string[]; action: Action; subject: Subject; detail?: string },
): Event {
  return {
    id: uuid(),
    at: instant(clock()),
    detail: null,
    ...what,
    actor: actor.ref,
    credentialId: actor.credentialId,
    ...request,
  };
}

/**
 * Whether an event of this document was recorded: it carries it, or the relay has copied it to the trail since. Of a
 * document that was read before, this is so as of that read at the least. False without an id.
 */
export const isRecorded = async (
  trail: Collection<AuditEvent>,
  { pending }: Recorded,
  eventId: string | undefined,
): Promise<boolean> =>
  eventId !== undefined && (pending.some(({ id }) => id === eventId) || (await trail.get(eventId)) !== undefined);

/** The fields a new document carries its first events in. */
export const pendingWith = (...events: Event[]) => ({ pending: events, hasPending: events.length > 0 });

/** `row` with one more event to tell. */
export const record = <T extends Recorded>(row: T, ...events: Event[]): T => ({
  ...row,
  ...pendingWith(...row.pending, ...events),
});
