/** Organization access tokens: which credentials they are, and which to list. */
import type { Credential } from '../credentials/credential.js';

/** Which tokens to list; null means any. */
export interface TokenFilter {
  /** Those last used before this moment, or created before it and never used. */
  readonly unusedSince: Date | null;
  /** Those that are valid now and end before this moment. */
  readonly expiresBefore: Date | null;
}

/** Whether a credential is an organization access token. */
export const isToken = ({ kind }: Credential): boolean => kind === 'ORGANIZATION_ACCESS_TOKEN';
