import { v7 as uuid } from 'uuid';
import { outlasts } from '../clock.js';
import { ClientError } from '../errors.js';
import { isWithinAllowlist } from '../credentials/ip-allowlist.js';
import { type Actor, canGrant } from './grants.js';

/**
 * What is recorded of a request. `ip` follows TRUST_PROXY; `userAgent` is shortened, and has printable characters only. Both
 * are null for the command line.
 */
export interface RequestInfo {
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** The signed-in actor and their request: the first argument of most service methods. */
export interface Caller {
  readonly actor: Actor;
  /** The current name of the actor, for events. Reads the store at the first call. */
  readonly title: () => Promise<string>;
  readonly request: RequestInfo;
  /** Whether they signed in with a former secret, which a rotation left valid for a time. */
  readonly formerSecret: boolean;
  /**
   * Authenticates the request again. Rejects with Unauthenticated when the credential is no longer valid. Undefined for the
   * operator, who has no credential.
   */
  readonly again?: () => Promise<Caller>;
}

/**
 * Resolves when the caller still holds in `organizationIds` what they held when the request was checked, for as long.
 * @throws Unauthenticated when their credential is no longer valid, ClientError UNAUTHORISED when they hold less.
 */
export async function requireUnchanged({ actor, again }: Caller, organizationIds: readonly string[]): Promise<void> {
  const now = await again?.();
  if (!now) return;
  const held = actor.grants.filter(({ organizationId }) => organizationIds.includes(organizationId));
  const shortened = outlasts(actor.expiresAt, now.actor.expiresAt);
  const narrowed = !isWithinAllowlist(actor.ipAllowlist, now.actor.ipAllowlist);
  if (shortened || narrowed || !held.every((grant) => canGrant(now.actor, grant)))
    throw new ClientError('UNAUTHORISED', HOLDS_LESS);
}

const HOLDS_LESS = 'Your permissions were reduced during this request, so it was undone. Ask an Org Admin.';

/** The operator of this service, as a caller from the command line. Has no grants: commands check no permission. */
export function operator(): Caller {
  return {
    actor: {
      ref: { type: 'SYSTEM', id: 'latchkey' },
      credentialId: null,
      wholeRole: false,
      expiresAt: null,
      ipAllowlist: null,
      ownIpAllowlist: null,
      grants: [],
    },
    title: async () => 'Operator',
    request: { requestId: uuid(), ip: null, userAgent: null },
    formerSecret: false,
  };
}
