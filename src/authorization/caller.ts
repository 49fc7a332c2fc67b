import { v7 as uuid } from 'uuid';
import type { Actor } from './grants.js';

/** What is recorded of a request. `ip` follows TRUST_PROXY; `userAgent` is cut and printable. Null where there is no request. */
export interface RequestInfo {
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Somebody who is signed in, and the request they make. Services take it first. */
export interface Caller {
  readonly actor: Actor;
  readonly request: RequestInfo;
}

/** The operator of this service, at the command line; above every organization. */
export function operator(): Caller {
  return {
    actor: { ref: { type: 'SYSTEM', id: 'latchkey' }, credentialId: null, grants: [] },
    request: { requestId: uuid(), ip: null, userAgent: null },
  };
}
