import type { Occurrence } from '../audit/changes.js';
import { type Event, event } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import type { Clock, Instant } from '../clock.js';
import type { Credential } from './credential.js';
import type { IpAllowlist } from './ip-allowlist.js';

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

/** The change of a credential's IP allowlist to `to`. */
export const ipAllowlistChanged = ({ ipAllowlist }: Credential, to: IpAllowlist): Occurrence => ({
  action: 'credential.ipAllowlistChanged',
  change: { from: ipAllowlist, to },
});
