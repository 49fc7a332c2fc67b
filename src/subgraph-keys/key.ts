/** GraphOS' keys: their kinds as data, their types for the resolvers, and the messages for what is refused. */
import type { Credential, CredentialKind } from '../credentials/credential.js';
import type { ExpirationProblem } from '../credentials/expiration.js';
import type { Status } from '../credentials/list.js';
import { quotaMessage } from '../credentials/quota.js';
import type { IssueProblem } from '../credentials/issuance.js';
import type { RestrictionProblem } from '../credentials/restriction.js';
import { MAX_FORMER_SECRETS, type RotateProblem } from '../credentials/rotation.js';
import { ClientError } from '../errors.js';
import type { ApiKeyType, CreateKeyErrorCode, GraphOsKeyType } from '../generated/resolvers-types.js';
import type { Organization } from '../organizations/organization.js';
import { atLevels, type PermissionId } from '../authorization/catalogue.js';
import type { Page } from '../storage/collection.js';
import type { Secret } from '../secrets/secret.js';

/** A key as an answer shows it: with its secret for the request that creates or rotates it, without for every other. */
export interface Key {
  readonly credential: Credential;
  readonly secret?: Secret;
}

/** A page of keys, and how many there are in all, counted when asked. */
export interface KeyPage {
  readonly page: Page<Credential>;
  readonly total: () => Promise<number>;
}

/** Which keys to list; null means any. */
export interface KeyFilter {
  readonly type: ApiKeyType | null;
  readonly status: Status | 'ALL';
  readonly expiresBefore: Date | null;
}

/** Why a key was not created; `field` is the argument at fault. */
export interface KeyProblem {
  readonly code: CreateKeyErrorCode;
  readonly message: string;
  readonly field: string | null;
}

/** The types of key that Latchkey makes: the kind of credential, the permission to create one, and its permissions. */
export const KEY_KINDS: Readonly<
  Partial<Record<GraphOsKeyType, { kind: CredentialKind; needs: PermissionId; permissions: readonly PermissionId[] }>>
> = {
  SUBGRAPH: {
    kind: 'SUBGRAPH_KEY',
    needs: 'key:create',
    permissions: ['schemaCheck:create', 'schemaVersion:publish', 'project:describe', 'organization:describe'],
  },
  OPERATOR: {
    kind: 'OPERATOR_KEY',
    needs: 'key:modify',
    permissions: atLevels('TARGET', 'SERVICE', 'APP_DEPLOYMENT'),
  },
};

const EXCEEDS_CALLER_PERMISSIONS =
  'Nobody gets a key that holds more than they do. Choose fewer subgraphs, or ask an Org Admin.';

const BEYOND_ADDRESSES =
  "Nobody gives or gets a key that could be used from addresses which their own credential cannot be used from. Give it an allowlist within your credential's, or ask an Org Admin.";

const OUTLIVES_CALLER =
  'Nobody gets a key that outlives their own credential. Give it an end before yours with setKeyExpiration, or ask an Org Admin.';

/** The key, for GraphOS' bare types. @throws ClientError with a problem's message. */
export function keyOrThrow(result: Key | KeyProblem): Key {
  if (!('code' in result)) return result;
  throw new ClientError(result.code === 'PLAN_LIMIT_REACHED' ? 'LIMIT_REACHED' : 'BAD_USER_INPUT', result.message);
}

const NOT_ROTATED: Readonly<Record<RotateProblem, string>> = {
  EXCEEDS_CALLER_PERMISSIONS,
  CONFLICT:
    'Another rotation has just given this key a secret, which this one would end. Wait 5 seconds, then rotate again if you still want to.',
  EXCEEDS_CALLER_ADDRESSES: BEYOND_ADDRESSES,
  EXCEEDS_CALLER_LIFETIME: OUTLIVES_CALLER,
  EXPIRED: 'An expired key cannot be rotated. Give it a later end with setKeyExpiration first.',
  FORMER_SECRET: 'A former secret cannot rotate its own credential. Sign in with the current one.',
  REVOKED: 'A revoked key cannot be rotated. Create another.',
  TOO_MANY_SECRETS: `${MAX_FORMER_SECRETS} former secrets of this key are still valid. Wait for one to end, or leave "expireOldKeyAt" out.`,
};

/** The error for a key that is not rotated; its message says what to do. */
export const notRotated = (problem: RotateProblem): ClientError =>
  new ClientError(problem === 'CONFLICT' ? 'CONFLICT' : 'BAD_USER_INPUT', NOT_ROTATED[problem]);

/** The error for a key whose end is not moved; its message says what to do. */
export function notMoved(
  problem: ExpirationProblem | 'LIMIT_REACHED',
  organization: Organization,
  kind: CredentialKind,
): ClientError {
  if (problem === 'LIMIT_REACHED') return new ClientError(problem, quotaMessage(organization.plan, kind));
  return new ClientError('BAD_USER_INPUT', NOT_MOVED[problem]);
}

const NOT_MOVED: Readonly<Record<ExpirationProblem, string>> = {
  EXCEEDS_CALLER_LIFETIME:
    '"expiration" must not be after the end of your own credential. Ask an Org Admin for a later one.',
  REVOKED: 'A revoked key stays revoked. Create another.',
};

/** Why a key was not created, in words that say what to do. */
export function notIssued(issue: IssueProblem, { plan }: Organization, kind: CredentialKind): KeyProblem {
  if (issue === 'LIMIT_REACHED') return { code: 'PLAN_LIMIT_REACHED', message: quotaMessage(plan, kind), field: null };
  if (issue.lacks !== 'ADDRESSES')
    return { code: 'EXCEEDS_CALLER_PERMISSIONS', message: EXCEEDS_CALLER_PERMISSIONS, field: null };
  return { code: 'EXCEEDS_CALLER_PERMISSIONS', message: BEYOND_ADDRESSES, field: 'ipAllowlist' };
}

/** The error for a key whose allowlist is not changed. */
export const notRestricted = (problem: RestrictionProblem): ClientError =>
  new ClientError('BAD_USER_INPUT', problem === 'REVOKED' ? NOT_MOVED.REVOKED : BEYOND_ADDRESSES);

/** GraphOS' name for a kind of key. */
export const typeOf = ({ credential }: Key): GraphOsKeyType =>
  credential.kind === 'OPERATOR_KEY' ? 'OPERATOR' : 'SUBGRAPH';

/** @throws ClientError NOT_FOUND: the organization has no such key. */
export function notFound(): never {
  throw new ClientError('NOT_FOUND', 'The key does not exist in this organization.');
}
