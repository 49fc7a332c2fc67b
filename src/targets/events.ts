import { type Action, type Event, event } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import type { Clock } from '../clock.js';

/** An event about a project or a target; `detail` is the slug of a new target's project, or a new slug. */
export function placeEvent(
  caller: Caller,
  clock: Clock,
  action: Extract<Action, `project.${string}` | `target.${string}`>,
  { organizationId, id, slug }: { readonly organizationId: string; readonly id: string; readonly slug: string },
  detail?: string,
): Event {
  const subject = { kind: action.startsWith('project.') ? 'PROJECT' : 'TARGET', id, title: slug };
  return event(caller, clock, { organizationIds: [organizationId], action, subject, ...(detail ? { detail } : {}) });
}
