import type { Occurrence } from '../audit/changes.js';
import { type Event, event } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import type { Clock } from '../clock.js';

/** What was done to a project or a target. */
type PlaceOccurrence = Extract<Occurrence, { readonly action: `project.${string}` | `target.${string}` }>;

/** The record of what was done to a project or a target, made now. */
export function placeEvent(
  caller: Caller,
  clock: Clock,
  { organizationId, id, slug }: { readonly organizationId: string; readonly id: string; readonly slug: string },
  occurrence: PlaceOccurrence,
): Promise<Event> {
  const kind = occurrence.action.startsWith('project.') ? 'PROJECT' : 'TARGET';
  return event(caller, clock, { organizationIds: [organizationId], subject: { kind, id, title: slug } }, occurrence);
}
