import type { Occurrence } from '../audit/changes.js';
import { type Event, event } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import type { Clock } from '../clock.js';

/** An action on a project or a target, with its change. */
type PlaceOccurrence = Extract<Occurrence, { readonly action: `project.${string}` | `target.${string}` }>;

/** The event of a change to a project or a target, at the present time. */
export function placeEvent(
  caller: Caller,
  clock: Clock,
  { organizationId, id, slug }: { readonly organizationId: string; readonly id: string; readonly slug: string },
  occurrence: PlaceOccurrence,
): Promise<Event> {
  const kind = occurrence.action.startsWith('project.') ? 'PROJECT' : 'TARGET';
  return event(caller, clock, { organizationIds: [organizationId], subject: { kind, id, title: slug } }, occurrence);
}
