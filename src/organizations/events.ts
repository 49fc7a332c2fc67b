import type { Occurrence } from '../audit/changes.js';
import { type Event, event } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import type { Clock } from '../clock.js';
import type { Organization } from './organization.js';

/** The event of a change to an organization, at the present time. */
export const organizationEvent = (
  caller: Caller,
  clock: Clock,
  { id, slug }: Pick<Organization, 'id' | 'slug'>,
  occurrence: Occurrence,
): Promise<Event> =>
  event(caller, clock, { organizationIds: [id], subject: { kind: 'ORGANIZATION', id, title: slug } }, occurrence);
