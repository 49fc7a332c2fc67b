/** A new credential: what it is to be, and whether its creator may give what it holds. */
import { v7 as uuid } from 'uuid';
import type { Recorded } from '../audit/event.js';
import type { PermissionId } from '../authorization/catalogue.js';
import { type Actor, type ActorRef, firstMissing } from '../authorization/grants.js';
import type { Instant } from '../clock.js';
import { mint, type Secret } from '../secrets/secret.js';
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
  'kind' | 'organizationIds' | 'ownerId' | 'title' | 'description' | 'permissions' | 'resources'
> & {
  /** Its id, when something else knows it already; a new one without. */
  readonly id?: string | undefined;
  /** When it expires if it is created at this moment; null for never. */
  readonly lifetime: (createdAt: Instant) => Instant | null;
};

/** A credential that was asked for; without its secret when it was created by an earlier request, which answered that. */
export type Created = Pick<Issued, 'credential'> & Partial<Issued>;

/** Why a credential is not issued: the plan's limit is reached, or the caller lacks what it would hold. */
export type IssueProblem = 'LIMIT_REACHED' | { readonly lacks: PermissionId | 'RESOURCES' };

/** The first write of a credential but for its event, with a new id; and its secret. It holds no numbered slot. */
export function newCredential(
  { lifetime, id = uuid(), ...spec }: CredentialSpec,
  createdBy: ActorRef,
  createdAt: Instant,
): { readonly draft: Omit<Draft<Credential>, keyof Omit<Recorded, 'id'>>; readonly secret: Secret } {
  const { prefix, family } = CREDENTIAL_KINDS[spec.kind];
  const { secret, hash, preview } = mint(prefix, id);
  const draft = {
    ...spec,
    id,
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

/** What `actor` lacks of what a credential holds. A user's token holds nothing of its own, so nothing is lacking. */
export function missingToHold(
  actor: Actor,
  credential: Pick<Credential, 'ownerId' | 'organizationIds' | 'permissions' | 'resources'>,
): PermissionId | 'RESOURCES' | undefined {
  if (credential.ownerId !== null) return undefined;
  const permissions = new Set(credential.permissions);
  for (const organizationId of credential.organizationIds) {
    const missing = firstMissing(actor, { organizationId, permissions, resources: credential.resources });
    if (missing) return missing;
  }
  return undefined;
}
