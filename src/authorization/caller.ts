import { v7 as uuid } from 'uuid';
import { outlasts } from '../clock.js';
import { ClientError } from '../errors.js';
import { type Actor, canGrant } from './grants.js';

/**
 * What is recorded of a request. `ip` follows TRUST_PROXY; `userAgent` is cut and printable. Null where there is no
 * request.
 */
export interface RequestInfo {
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Somebody who is signed in, and the request they make. Services take it first. */
export interface Caller {
  readonly actor: Actor;
  /** What the actor is called now, for the records. Reads the store at the first call. */
  readonly title: () => Promise<string>;
  readonly request: RequestInfo;
  /** Whether they signed in with a former secret, which a rotation left valid for a time. */
  readonly formerSecret: boolean;
  /**
   * Reads anew who signs in and what they may do. Rejects with Unauthenticated when the credential is no longer valid.
   * Undefined for the operator, whose permissions do not change.
   */
  readonly again?: () => Promise<Caller>;
}

/**
 * Resolves when the caller still holds in `organizationIds` what they held when the request was checked, and as long.
 * @throws Unauthenticated when their credential is no longer valid, ClientError UNAUTHORISED when they hold less.
 */
export async function requireUnchanged({ actor, again }: Caller, organizationIds: readonly string[]): Promise<void> {
  const now = await again?.();
  if (!now) return;
  const held = actor.grants.filter(({ organizationId }) => organizationIds.includes(organizationId));
  const shortened = outlasts(actor.expiresAt, now.actor.expiresAt);
  if (shortened || !held.every((grant) => canGrant(now.actor, grant)))
    throw new ClientError('UNAUTHORISED', HOLDS_LESS);
}

const HOLDS_LESS = 'Your permissions were reduced while this was under way, so it was taken back. Ask an Org Admin.';

/** The operator of this service, at the command line; above every organization. */
export function operator(): Caller {
  return {
    actor: {
      ref: { type: 'SYSTEM', id: 'latchkey' },
      credentialId: null,
      wholeRole: false,
      expiresAt: null,
      grants: [],
    },
    title: async () => 'Operator',
    request: { requestId: uuid(), ip: null, userAgent: null },
    formerSecret: false,
  };
}
