/** A new credential: what it is to be, and whether its creator may give what it holds. */
import { v7 as uuid } from 'uuid';
import type { Recorded } from '../audit/event.js';
import type { PermissionId } from '../authorization/catalogue.js';
import { type Actor, type ActorRef, firstMissing } from '../authorization/grants.js';
import { type Instant, outlasts } from '../clock.js';
import { masked, mint, type Secret } from '../secrets/secret.js';
import type { Draft } from '../storage/collection.js';
import { type Credential, CREDENTIAL_KINDS } from './credential.js';

/** A credential whose secret can be shown, this one time. */
export interface Issued {
  readonly credential: Credential;
  readonly secret: Secret;
}

/** What a new credential is to be. */
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
  /** Its id, when something else knows it already; a new one without. */
  readonly id?: string | undefined;
  /** When it expires if it is created at this moment; null for never. */
  readonly lifetime: (createdAt: Instant) => Instant | null;
};

/** A credential that was asked for; without its secret when an earlier request created it and was answered the secret. */
export type Created = Pick<Issued, 'credential'> & Partial<Issued>;

/** What an answer shows as the secret: the secret itself in the answer that minted it, else its masked form. */
export const shownSecret = ({ credential, secret }: Created): string => secret?.reveal() ?? masked(credential.preview);

/** What somebody lacks to hold a credential: a permission, the permissions on all of its resources, or as long a life. */
export type Lack = PermissionId | 'RESOURCES' | 'LIFETIME';

/** Why a credential is not issued: the plan's limit is reached, or the caller lacks what it would hold. */
export type IssueProblem = 'LIMIT_REACHED' | { readonly lacks: Lack };

/** A new credential as it is first stored, but without its event and without a numbered slot; and its secret. */
export function newCredential(
  { lifetime, id = uuid(), memberships = [], ...spec }: CredentialSpec,
  createdBy: ActorRef,
  createdAt: Instant,
): { readonly draft: Omit<Draft<Credential>, keyof Omit<Recorded, 'id'>>; readonly secret: Secret } {
  const { prefix, family } = CREDENTIAL_KINDS[spec.kind];
  const { secret, hash, preview } = mint(prefix, id);
  const draft = {
    ...spec,
    id,
    memberships,
    family,
    secrets: [{ hash, until: null }],
    preview,
    slot: id,
    live: true,
    listed: true,
    createdAt,
    createdBy,
    expiresAt: lifetime(createdAt),
    revokedAt: null,
    revokedBy: null,
    deletedAt: null,
  };
  return { draft, secret };
}

/**
 * What `actor` lacks of what a credential holds: nobody gives or gets more than they hold, and for no longer. A user's
 * token has no permissions of its own.
 */
export function missingToHold(
  actor: Actor,
  credential: Pick<Credential, 'ownerId' | 'organizationIds' | 'permissions' | 'resources' | 'expiresAt'>,
): Lack | undefined {
  const { ownerId, organizationIds, resources, expiresAt } = credential;
  const permissions = new Set(credential.permissions);
  for (const organizationId of ownerId === null ? organizationIds : []) {
    const missing = firstMissing(actor, { organizationId, permissions, resources });
    if (missing) return missing;
  }
  return outlasts(expiresAt, actor.expiresAt) ? 'LIFETIME' : undefined;
}
