/** What a way to name something of an organization is. */
import type { Tenant } from '../support/latchkey.js';

/** What there is in the organization whose things are tried from another. */
export interface Foreign {
  readonly organization: Tenant;
  readonly project: { id: string; slug: string };
  readonly target: { id: string; slug: string };
  readonly keyId: string;
  readonly tokenId: string;
  readonly personalTokenId: string;
  readonly projectTokenId: string;
  readonly registryTokenId: string;
  readonly userTokenId: string;
  /** Of its owner. */
  readonly userId: string;
}

/** One way to name something: where, what names it, and what is sent for it; `own` is whose caller asks. */
export interface Way {
  readonly argument: string;
  readonly query: string;
  readonly foreign: (foreign: Foreign) => string;
  readonly variables: (value: string, own: Tenant) => object;
}
