/** New credentials: what is asked for, and whether the creator holds what the credential would hold. */
import { v7 as uuid } from 'uuid';
import type { Recorded } from '../audit/event.js';
import type { PermissionId } from '../authorization/catalogue.js';
import { type Actor, firstMissing } from '../authorization/grants.js';
import { type Instant, outlasts } from '../clock.js';
import { masked, mint, type Secret } from '../secrets/secret.js';
import type { Draft } from '../storage/collection.js';
import { type Credential, CREDENTIAL_KINDS } from './credential.js';
import { isWithinAllowlist } from './ip-allowlist.js';

/** A credential with the secret that was just minted for it, to be shown once. */
export interface Issued {
  readonly credential: Credential;
  readonly secret: Secret;
}

/** The fields of a new credential that its domain decides. */
export type CredentialSpec = Pick<
  Credential,
  | 'kind'
  | 'organizationIds'
  | 'projectId'
  | 'targetId'
  | 'ownerId'
  | 'title'
  | 'description'
  | 'permissions'
  | 'resources'
> & {
  /** See {@link Credential.memberships}; none unless given. */
  readonly memberships?: Credential['memberships'];
  /** See {@link Credential.restScopes}; null unless given. */
  readonly restScopes?: Credential['restScopes'];
  /** See {@link Credential.ipAllowlist}; by default that of its creator's credential. */
  readonly ipAllowlist?: Credential['ipAllowlist'];
  /** Its id, when an idempotency key has fixed it; a new one if undefined. */
  readonly id?: string | undefined;
  /** When it expires if it is created at this moment; null for never. */
  readonly lifetime: (createdAt: Instant) => Instant | null;
};

/** The result of a creation or a rotation; without the secret when an earlier request with the same key has received it. */
export type Created = Pick<Issued, 'credential'> & Partial<Issued>;

/** The secret as an answer shows it: in full to the request that minted it, masked to every other. */
export const shownSecret = ({ credential, secret }: Created): string => secret?.reveal() ?? masked(credential.preview);

/**
 * What an actor lacks of a credential's rights: a permission, its permissions on all its resources, a lifetime as long, or all
 * addresses of its IP allowlist.
 */
export type Lack = PermissionId | 'RESOURCES' | 'LIFETIME' | 'ADDRESSES';

/** Why a credential is not issued: the limit is reached, or the caller lacks a right that it would have. */
export type IssueProblem = 'LIMIT_REACHED' | { readonly lacks: Lack };

/** A new credential before its event and its numbered slot are set, and its secret. */
export function newCredential(
  { lifetime, id = uuid(), memberships = [], restScopes = null, ipAllowlist, ...spec }: CredentialSpec,
  creator: Actor,
  createdAt: Instant,
): { readonly draft: Omit<Draft<Credential>, keyof Omit<Recorded, 'id'>>; readonly secret: Secret } {
  const { prefix, family } = CREDENTIAL_KINDS[spec.kind];
  const { secret, hash, preview } = mint(prefix, id);
  const draft = {
    ...spec,
    id,
    memberships,
    restScopes,
    blockedOrganizationIds: [],
    ipAllowlist: ipAllowlist ?? creator.ownIpAllowlist,
    family,
    secrets: [{ hash, until: null }],
    preview,
    slot: id,
    live: true,
    listed: true,
    createdAt,
    createdBy: creator.ref,
    expiresAt: lifetime(createdAt),
    revokedAt: null,
    revokedBy: null,
    deletedAt: null,
  };
  return { draft, secret };
}

/**
 * The first thing that `actor` lacks of a credential's rights; undefined when they may create it or receive its secret.
 * The permissions of a credential with an owner are not compared: the owner's roles bound them at every use.
 */
export function missingToHold(
  actor: Actor,
  credential: Pick<
    Credential,
    'ownerId' | 'organizationIds' | 'permissions' | 'resources' | 'expiresAt' | 'ipAllowlist'
  >,
): Lack | undefined {
  const { ownerId, organizationIds, resources, expiresAt } = credential;
  const permissions = new Set(credential.permissions);
  for (const organizationId of ownerId === null ? organizationIds : []) {
    const missing = firstMissing(actor, { organizationId, permissions, resources });
    if (missing) return missing;
  }
  if (!isWithinAllowlist(credential.ipAllowlist, actor.ipAllowlist)) return 'ADDRESSES';
  return outlasts(expiresAt, actor.expiresAt) ? 'LIFETIME' : undefined;
}
