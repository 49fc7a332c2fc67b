/** What happens to a credential between its first write and its last. Each step is one write, with its event in it. */
import { v7 as uuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import { type Clock, type Instant, instant, hasPassed } from '../clock.js';
import { type Action, event, pendingWith, record } from '../audit/event.js';
import type { PermissionId } from '../authorization/catalogue.js';
import { firstMissing } from '../authorization/grants.js';
import { mint, type Secret } from '../secrets/secret.js';
import { update, type Collection, type Draft, Refused } from '../storage/collection.js';
import { type Credential, CREDENTIAL_KINDS } from './credential.js';
import { isNumbered, type Quota, withoutSlot, withSlot } from './quota.js';

/** What the steps work on. */
export interface CredentialStore {
  readonly credentials: Collection<Credential>;
  readonly clock: Clock;
}

/** A credential whose secret can be shown, this one time. */
export interface Issued {
  readonly credential: Credential;
  readonly secret: Secret;
}

/** What a new credential is to be. */
export type CredentialSpec = Pick<
  Credential,
  'kind' | 'organizationIds' | 'ownerId' | 'title' | 'description' | 'permissions' | 'resources'
> & { readonly lifetime: (createdAt: Instant) => Instant | null };

/** Why a credential is not issued: the plan's limit is reached, or the caller lacks what it would hold. */
export type IssueProblem = 'LIMIT_REACHED' | { readonly lacks: PermissionId | 'RESOURCES' };

/**
 * Creates a credential, in a slot of `slots` or, with null, without a limit. It holds no more than the caller does;
 * a user's token holds nothing of its own.
 */
export async function issue(
  { credentials, clock }: CredentialStore,
  caller: Caller,
  { lifetime, ...order }: CredentialSpec,
  slots: Quota | null,
): Promise<Issued | Refused<IssueProblem>> {
  const lacks = order.ownerId === null ? exceedsCaller(caller, order) : undefined;
  if (lacks) return new Refused({ lacks });
  const id = uuid();
  const { prefix, family } = CREDENTIAL_KINDS[order.kind];
  const { secret, hash, preview } = mint(prefix, id);
  const createdAt = instant(clock());
  const draft: Draft<Credential> = {
    ...order,
    id,
    family,
    secrets: [{ hash, until: null }],
    preview,
    slot: id,
    live: true,
    listed: true,
    createdAt,
    createdBy: caller.actor.ref,
    expiresAt: lifetime(createdAt),
    revokedAt: null,
    revokedBy: null,
    deletedAt: null,
    ...pendingWith(),
  };
  const first = {
    ...draft,
    ...pendingWith(credentialEvent({ credentials, clock }, caller, 'credential.created', draft)),
  };
  if (!slots) return { credential: await credentials.insert(first), secret };
  const stored = await withSlot(credentials, clock, slots, (slot) => credentials.insert({ ...first, slot }));
  return stored === 'LIMIT_REACHED' ? new Refused(stored) : { credential: stored, secret };
}

/** Why a credential is not rotated. */
export type RotateProblem = 'REVOKED' | 'EXPIRED' | 'BEYOND_CALLER';

/** Gives a credential another title. */
export const rename = (vault: CredentialStore, caller: Caller, id: string, title: string) =>
  update(vault.credentials, id, (now) =>
    now.title === title
      ? now
      : record({ ...now, title }, credentialEvent(vault, caller, 'credential.renamed', { ...now, title })),
  );

/**
 * Gives a credential a new secret, and perhaps a new title, under the same id and in the same slot. The secret before
 * it stays good until `formerUntil`, or ends at once with null; one that was still overlapping ends in any case.
 * Who rotates gets the secret, and so must hold what the credential does.
 */
export async function rotate(
  vault: CredentialStore,
  caller: Caller,
  id: string,
  { title, formerUntil }: { title: string | null; formerUntil: Instant | null },
): Promise<Issued | Refused<RotateProblem> | undefined> {
  let secret: Secret | undefined;
  const credential = await update<Credential, RotateProblem>(vault.credentials, id, (now) => {
    const end = endOf(vault, now);
    if (end) return new Refused(end);
    if (now.ownerId === null && exceedsCaller(caller, now)) return new Refused('BEYOND_CALLER');
    const minted = mint(CREDENTIAL_KINDS[now.kind].prefix, id);
    secret = minted.secret;
    const former = formerUntil === null ? [] : now.secrets.slice(0, 1).map((one) => ({ ...one, until: formerUntil }));
    const next = {
      ...now,
      title: title ?? now.title,
      secrets: [{ hash: minted.hash, until: null }, ...former],
      preview: minted.preview,
    };
    return record(next, credentialEvent(vault, caller, 'credential.rotated', next, formerUntil));
  });
  if (credential instanceof Refused) return credential;
  return credential && secret && { credential, secret };
}

/**
 * Moves a credential's end. One that has expired comes back to life, which takes a slot again.
 * `slots` is its plan's limit, null without one.
 */
export async function setExpiration(
  vault: CredentialStore,
  caller: Caller,
  id: string,
  expiresAt: Instant,
  slots: Quota | null,
): Promise<Credential | Refused<'REVOKED' | 'LIMIT_REACHED'> | undefined> {
  // Even one that still holds a slot of its own needs room: others may be live without, from a time without limits.
  const move = (now: Credential, free: string | null): Credential | Refused<'REVOKED' | 'NEEDS_SLOT'> => {
    const end = endOf(vault, now);
    if (end === 'REVOKED') return new Refused(end);
    if (end === 'EXPIRED' && slots && free === null) return new Refused('NEEDS_SLOT');
    const slot = free === null || isNumbered(now) ? now.slot : free;
    const next = { ...now, expiresAt, slot, live: true };
    return record(next, credentialEvent(vault, caller, 'credential.expirationChanged', now, expiresAt));
  };
  const moved = await update(vault.credentials, id, (now) => move(now, null));
  if (!(moved instanceof Refused)) return moved;
  if (!slots || moved.problem !== 'NEEDS_SLOT') return new Refused('REVOKED');
  const revived = await withSlot(vault.credentials, vault.clock, slots, (slot) =>
    update(vault.credentials, id, (now) => move(now, slot)),
  );
  if (revived === 'LIMIT_REACHED') return new Refused(revived);
  return revived instanceof Refused ? new Refused('REVOKED') : revived;
}

/** Makes a credential useless at once, and keeps it in lists. Again, it changes nothing. */
export const revoke = (vault: CredentialStore, caller: Caller, id: string) =>
  update(vault.credentials, id, (now) => {
    if (now.revokedAt !== null || !now.listed) return now;
    const next = {
      ...now,
      ...withoutSlot(now),
      revokedAt: instant(vault.clock()),
      revokedBy: caller.actor.ref,
    };
    return record(next, credentialEvent(vault, caller, 'credential.revoked', now));
  });

/** Makes a credential useless at once, and takes it from lists; what stays has no digest. Again, it changes nothing. */
export const remove = (vault: CredentialStore, caller: Caller, id: string) =>
  update(vault.credentials, id, (now) => {
    if (!now.listed) return now;
    const next = { ...now, ...withoutSlot(now), listed: false, secrets: [], deletedAt: instant(vault.clock()) };
    return record(next, credentialEvent(vault, caller, 'credential.deleted', now));
  });

/** Lets a user access token reach one more organization. */
export const addOrganization = (vault: CredentialStore, caller: Caller, id: string, organizationId: string) =>
  update(vault.credentials, id, (now) => {
    if (now.organizationIds.includes(organizationId)) return now;
    const next = { ...now, organizationIds: [...now.organizationIds, organizationId] };
    return record(next, credentialEvent(vault, caller, 'credential.organizationAdded', next));
  });

/** What the caller lacks of what a credential holds. */
function exceedsCaller(
  { actor }: Caller,
  { organizationIds, permissions, resources }: Omit<CredentialSpec, 'lifetime'>,
) {
  const held = new Set(permissions);
  for (const organizationId of organizationIds) {
    const lacks = firstMissing(actor, { organizationId, permissions: held, resources });
    if (lacks) return lacks;
  }
  return undefined;
}

/** How a credential came to its end, if it did. */
export function endOf({ clock }: CredentialStore, credential: Credential): 'REVOKED' | 'EXPIRED' | undefined {
  if (credential.revokedAt !== null || !credential.listed) return 'REVOKED';
  return hasPassed(credential.expiresAt, clock()) ? 'EXPIRED' : undefined;
}

/** An event about a credential. */
function credentialEvent(
  { clock }: CredentialStore,
  caller: Caller,
  action: Action,
  { kind, id, title, organizationIds }: Pick<Credential, 'kind' | 'id' | 'title' | 'organizationIds'>,
  detail?: string | null,
) {
  const subject = { kind, id, title };
  return event(caller, clock, { organizationIds, action, subject, ...(detail == null ? {} : { detail }) });
}
