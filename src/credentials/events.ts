import { type Action, type Event, event } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import type { Clock } from '../clock.js';
import type { Credential } from './credential.js';

/** The record of an action on a credential, made now; `detail` is what the action changed to, if its name does not say. */
export function credentialEvent(
  caller: Caller,
  clock: Clock,
  action: Action,
  { kind, id, title, organizationIds }: Pick<Credential, 'kind' | 'id' | 'title' | 'organizationIds'>,
  detail?: string | null,
): Event {
  const subject = { kind, id, title };
  return event(caller, clock, { organizationIds, action, subject, ...(detail == null ? {} : { detail }) });
}

/**
 * The organizations that a change of a credential concerns: those that it reaches. When its owner changes their own user
 * access token, those that they are still a member of: the others learn nothing more of them.
 */
export const concernedBy = ({ actor }: Caller, { ownerId, organizationIds }: Credential): readonly string[] =>
  actor.ref.type === 'USER' && actor.ref.id === ownerId
    ? organizationIds.filter((id) => actor.grants.some(({ organizationId }) => organizationId === id))
    : organizationIds;
