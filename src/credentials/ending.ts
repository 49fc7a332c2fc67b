import type { Instant } from '../clock.js';
import type { Credential } from './credential.js';
import { withoutSlot } from './quota.js';

/** The tombstone of a credential: it is not valid, is in no list, and has neither a slot nor digests. */
export const ended = (credential: Credential, deletedAt: Instant): Credential => ({
  ...credential,
  ...withoutSlot(credential),
  listed: false,
  secrets: [],
  deletedAt,
});
