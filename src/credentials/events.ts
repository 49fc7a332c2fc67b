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
