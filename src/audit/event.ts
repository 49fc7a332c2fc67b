/**
 * Events record what was done, by whom, to what. The write that changes a document also stores its events, in `pending` of
 * that document; the relay copies them to the audit trail. So no acknowledged change goes unrecorded.
 */
import { v7 as uuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import { type Clock, type Instant, instant } from '../clock.js';
import type { ActorRef } from '../authorization/grants.js';
import type { Collection, DocumentType, Document } from '../storage/collection.js';
import type { Occurrence, SubjectKind } from './changes.js';

/** What an event is about. `title` is its name at the time. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly title: string;
}

/** What was done, by whom, to what. */
export type Event = Occurrence & {
  readonly id: string;
  /** The organizations whose audit trails show it. */
  readonly organizationIds: readonly string[];
  readonly at: Instant;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** The name that the subject had then. */
  readonly subjectTitle: string;
  readonly actorType: ActorRef['type'];
  readonly actorId: string;
  /** The name that the actor had then; null in older events, which did not record it. */
  readonly actorTitle: string | null;
  /** The credential that the actor signed in with; the credential that was changed is the subject. */
  readonly credentialId: string | null;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
};

/** A document whose writes are recorded. */
export interface Recorded extends Document {
  readonly pending: readonly Event[];
  /** Whether `pending` holds any, for the relay to find. */
  readonly hasPending: boolean;
}

/** An event in the audit trail. */
export type AuditEvent = Event & Document;

export const auditEvents: DocumentType<AuditEvent> = {
  name: 'auditEvents',
  fields: {
    organizationIds: 'strings',
    at: 'string',
    action: 'string',
    change: 'json',
    subjectKind: 'string',
    subjectId: 'string',
    subjectTitle: 'string',
    actorType: 'string',
    actorId: 'string',
    actorTitle: 'string',
    credentialId: 'string',
    requestId: 'string',
    ip: 'string',
    userAgent: 'string',
  },
  unique: [],
  lists: [
    ['organizationIds'],
    ['organizationIds', 'subjectId'],
    ['organizationIds', 'credentialId'],
    ['organizationIds', 'actorId'],
    ['organizationIds', 'action'],
  ],
};

/** Makes an event at the present time. Rejects when the name of the actor cannot be read. */
export async function event(
  { actor, title, request }: Caller,
  clock: Clock,
  { organizationIds, subject }: { readonly organizationIds: readonly string[]; readonly subject: Subject },
  occurrence: Occurrence,
): Promise<Event> {
  return {
    id: uuid(),
    at: instant(clock()),
    organizationIds,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectTitle: subject.title,
    actorType: actor.ref.type,
    actorId: actor.ref.id,
    actorTitle: await title(),
    credentialId: actor.credentialId,
    ...request,
    ...occurrence,
  };
}

/**
 * Whether the event with this id was recorded for a document: it is in `pending`, or the relay has copied it to the trail.
 * True for every event that was recorded before `pending` was read, and perhaps for later ones. False without an id.
 */
export const isRecorded = async (
  trail: Collection<AuditEvent>,
  { pending }: Recorded,
  eventId: string | undefined,
): Promise<boolean> =>
  eventId !== undefined && (pending.some(({ id }) => id === eventId) || (await trail.get(eventId)) !== undefined);

/** The fields of a new document that hold its first events. */
export const pendingWith = (...events: Event[]) => ({ pending: events, hasPending: events.length > 0 });

/** `document` with further events for the relay to copy. */
export const record = <T extends Recorded>(document: T, ...events: Event[]): T => ({
  ...document,
  ...pendingWith(...document.pending, ...events),
});
