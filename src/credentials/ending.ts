import type { Instant } from '../clock.js';
import type { Credential } from './credential.js';
import { withoutSlot } from './quota.js';

/** The tombstone of a credential: useless at once, in no list, without its slot and its digests. */
export const ended = (credential: Credential, deletedAt: Instant): Credential => ({
  ...credential,
  ...withoutSlot(credential),
  listed: false,
  secrets: [],
  deletedAt,
});
