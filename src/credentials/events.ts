import type { Occurrence } from '../audit/changes.js';
import { type Event, event, record } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import type { Clock, Instant } from '../clock.js';
import type { Credential } from './credential.js';

/** The event of a change to a credential, at the present time. */
export const credentialEvent = (
  caller: Caller,
  clock: Clock,
  { kind, id, title, organizationIds }: Pick<Credential, 'kind' | 'id' | 'title' | 'organizationIds'>,
  occurrence: Occurrence,
): Promise<Event> => event(caller, clock, { organizationIds, subject: { kind, id, title } }, occurrence);

/** The action and change of giving a credential the title `to`. */
export const renamed = ({ title }: Credential, to: string): Occurrence => ({
  action: 'credential.renamed',
  change: { from: title, to },
});

/** The action and change of moving the end of a credential to `to`. */
export const expirationChanged = ({ expiresAt }: Credential, to: Instant | null): Occurrence => ({
  action: 'credential.expirationChanged',
  change: { from: expiresAt, to },
});

/** `next` with the event of its change, under `eventId` or a new id. */
export async function withEvent(
  caller: Caller,
  clock: Clock,
  next: Credential,
  occurrence: Occurrence,
  eventId?: string,
): Promise<Credential> {
  const about = { ...next, organizationIds: concernedBy(caller, next) };
  const made = await credentialEvent(caller, clock, about, occurrence);
  return record(next, eventId === undefined ? made : { ...made, id: eventId });
}

/**
 * The organizations whose audit trails show a change of a credential: those that it reaches. When owners change their own
 * user access token, only those that they are still a member of: the others must not follow a former member.
 */
export const concernedBy = ({ actor }: Caller, { ownerId, organizationIds }: Credential): readonly string[] =>
  actor.ref.type === 'USER' && actor.ref.id === ownerId
    ? organizationIds.filter((id) => actor.grants.some(({ organizationId }) => organizationId === id))
    : organizationIds;
