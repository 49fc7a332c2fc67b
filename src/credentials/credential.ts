/** The one document behind every token and key, and what differs between them, as data. */
import type { Instant } from '../clock.js';
import type { Recorded } from '../audit/event.js';
import type { PermissionId } from '../authorization/catalogue.js';
import type { RestScopeId } from '../authorization/rest-scopes.js';
import type { LIMITS_OF_ORGANIZATION } from '../config/plans.js';
import type { ActorRef } from '../authorization/grants.js';
import type { Resources } from '../authorization/resources.js';
import type { Slotted } from '../quotas/quota.js';
import type { Prefix } from '@latchkey/verifier/internal';
import type { Preview } from '../secrets/secret.js';
import type { IpAllowlist } from './ip-allowlist.js';
import type { DocumentType } from '../storage/collection.js';

/** Kinds that are listed together. */
export type Family =
  | 'GRAPHOS_KEY'
  | 'ORGANIZATION_ACCESS_TOKEN'
  | 'PERSONAL_ACCESS_TOKEN'
  | 'PROJECT_ACCESS_TOKEN'
  | 'REGISTRY_TOKEN'
  | 'USER_ACCESS_TOKEN';
export type CredentialKind =
  | 'ORGANIZATION_ACCESS_TOKEN'
  | 'PERSONAL_ACCESS_TOKEN'
  | 'PROJECT_ACCESS_TOKEN'
  | 'SUBGRAPH_KEY'
  | 'OPERATOR_KEY'
  | 'REGISTRY_TOKEN'
  | 'USER_ACCESS_TOKEN';

interface KindOfCredential {
  readonly prefix: Prefix;
  readonly family: Family;
  /** The permission to manage credentials of this kind; null when only their owner manages them. */
  readonly managedBy: PermissionId | null;
  /** The plan's limit on live credentials of this kind in an organization; null when their owner has a limit instead. */
  readonly limit: keyof typeof LIMITS_OF_ORGANIZATION | null;
}

/** What differs from kind to kind. */
export const CREDENTIAL_KINDS: Readonly<Record<CredentialKind, KindOfCredential>> = {
  ORGANIZATION_ACCESS_TOKEN: {
    prefix: 'lko_',
    family: 'ORGANIZATION_ACCESS_TOKEN',
    managedBy: 'accessToken:modify',
    limit: 'liveAccessTokens',
  },
  PERSONAL_ACCESS_TOKEN: {
    prefix: 'lku_',
    family: 'PERSONAL_ACCESS_TOKEN',
    managedBy: 'personalAccessToken:modify',
    limit: null,
  },
  PROJECT_ACCESS_TOKEN: {
    prefix: 'lko_',
    family: 'PROJECT_ACCESS_TOKEN',
    managedBy: 'projectAccessToken:modify',
    limit: 'liveProjectAccessTokens',
  },
  SUBGRAPH_KEY: { prefix: 'ak_v2_', family: 'GRAPHOS_KEY', managedBy: 'key:modify', limit: 'liveSubgraphKeys' },
  OPERATOR_KEY: { prefix: 'ak_v2_', family: 'GRAPHOS_KEY', managedBy: 'key:modify', limit: 'liveOperatorKeys' },
  REGISTRY_TOKEN: {
    prefix: 'lkr_',
    family: 'REGISTRY_TOKEN',
    managedBy: 'registryToken:modify',
    limit: 'liveRegistryTokens',
  },
  USER_ACCESS_TOKEN: { prefix: 'lku_', family: 'USER_ACCESS_TOKEN', managedBy: null, limit: null },
};

/** A key or a token. Its `slot` counts towards the limit on its kind, of its organization or of its owner. */
export interface Credential extends Recorded, Slotted {
  readonly kind: CredentialKind;
  readonly family: Family;
  /** The organizations that it reaches: exactly one, except for user access tokens. */
  readonly organizationIds: readonly string[];
  /** With an owner: the membership through which it reaches each of its organizations. Empty without an owner. */
  readonly memberships: readonly MembershipReference[];
  /** The project that it belongs to, with or without a target; null for a credential of organizations. */
  readonly projectId: string | null;
  /** The target that it belongs to; null for a credential of a project or of organizations. */
  readonly targetId: string | null;
  /** The user whose roles bound what a user or personal access token may do; null for other kinds. */
  readonly ownerId: string | null;
  readonly title: string;
  readonly description: string | null;
  /** Empty for user access tokens, which act with their owner's current roles. */
  readonly permissions: readonly PermissionId[];
  readonly resources: Resources;
  /** The REST scopes of a user access token without GraphQL access; null for every other credential. */
  readonly restScopes: readonly RestScopeId[] | null;
  /** Organizations whose admins have removed them from this user access token, and which its owner cannot add again. */
  readonly blockedOrganizationIds: readonly string[];
  /** See {@link IpAllowlist}. */
  readonly ipAllowlist: IpAllowlist;
  /** The digest of the current secret, then those of former secrets that are still valid, newest first. Empty once deleted. */
  readonly secrets: readonly Digest[];
  readonly preview: Preview;
  /** False once revoked or deleted, and once an expired credential has given up its slot. */
  readonly live: boolean;
  /** False once deleted. */
  readonly listed: boolean;
  readonly createdAt: Instant;
  readonly createdBy: ActorRef;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedBy: ActorRef | null;
  readonly deletedAt: Instant | null;
}

/** A membership of a user, from when they were added to an organization until they are removed. */
export interface MembershipReference {
  readonly organizationId: string;
  /** Which of the user's memberships there it is. */
  readonly generation: number;
}

export interface Digest {
  readonly hash: string;
  /** When it stops being valid; null for the current secret. */
  readonly until: Instant | null;
  /** When a rotation made it; absent for the first secret of a credential. */
  readonly since?: Instant;
}

export const credentials: DocumentType<Credential> = {
  name: 'credentials',
  fields: {
    kind: 'string',
    family: 'string',
    organizationIds: 'strings',
    memberships: 'json',
    projectId: 'string',
    targetId: 'string',
    ownerId: 'string',
    title: 'string',
    description: 'string',
    permissions: 'strings',
    resources: 'json',
    restScopes: 'json',
    blockedOrganizationIds: 'strings',
    ipAllowlist: 'json',
    secrets: 'json',
    preview: 'json',
    slot: 'string',
    live: 'boolean',
    listed: 'boolean',
    createdAt: 'string',
    createdBy: 'json',
    expiresAt: 'string',
    revokedAt: 'string',
    revokedBy: 'json',
    deletedAt: 'string',
    pending: 'json',
    hasPending: 'boolean',
  },
  unique: [['slot']],
  lists: [
    ['organizationIds', 'listed'],
    ['organizationIds', 'family', 'listed'],
    ['organizationIds', 'family', 'live'],
    ['organizationIds', 'kind', 'live'],
    ['organizationIds', 'kind', 'live', 'expiresAt'],
    ['organizationIds', 'ownerId', 'family', 'listed'],
    ['projectId', 'family', 'listed'],
    ['targetId', 'family', 'listed'],
    ['ownerId', 'family', 'listed'],
    ['ownerId', 'live'],
    ['ownerId', 'live', 'expiresAt'],
    ['hasPending'],
  ],
};
