import type { Occurrence } from '../audit/changes.js';
import { type AuditEvent, isRecorded, pendingWith, record } from '../audit/event.js';
import { type Caller, requireUnchanged } from '../authorization/caller.js';
import { type Clock, type Instant, instant } from '../clock.js';
import { type Quota, withSlot } from '../quotas/quota.js';
import { type Collection, type Filter, type Page, type PageRequest, Refused, update } from '../storage/collection.js';
import type { Credential } from './credential.js';
import { ended } from './ending.js';
import { credentialEvent, expirationChanged, ipAllowlistChanged, renamed } from './events.js';
import { endOf, type ExpirationProblem, withExpiration } from './expiration.js';
import {
  type Created,
  type CredentialSpec,
  type Issued,
  type IssueProblem,
  missingToHold,
  newCredential,
} from './issuance.js';
import type { IpAllowlist, Origin } from './ip-allowlist.js';
import { list, type Selection, total } from './list.js';
import { withoutSlot } from './quota.js';
import { concernedBy, reachesMore, type Roles } from './reach.js';
import { type RestrictionProblem, withIpAllowlist } from './restriction.js';
import { rotated, type RotateProblem, type Rotation } from './rotation.js';
import { type Verification, verify } from './verify.js';

/**
 * Creates, verifies, lists, changes and ends credentials of every kind. Each change is one write, with its event in it.
 * Checks one permission rule only: a caller receives no secret with rights that they lack. Domain services check the rest.
 */
export class Credentials {
  constructor(
    readonly collection: Collection<Credential>,
    readonly clock: Clock,
    readonly trail: Collection<AuditEvent>,
    readonly memberships: Roles,
  ) {}

  /** The credential with this id, also when it is revoked, expired or deleted. */
  get(id: string): Promise<Credential | undefined> {
    return this.collection.get(id);
  }

  /** A page of the credentials selected, newest first; see {@link list}. */
  page(selection: Selection, request: PageRequest, filter?: Filter<Credential>): Promise<Page<Credential>> {
    return list(this.collection, this.clock, selection, request, filter);
  }

  /** How many credentials are selected; see {@link total}. */
  total(selection: Selection): Promise<number> {
    return total(this.collection, this.clock, selection);
  }

  /** Whose secret this is, and whether it is valid now; see {@link verify}. */
  verify(text: string, origin: Origin): Promise<Verification> {
    return verify(this.collection, this.clock, text, origin);
  }

  /** How a credential has ended; undefined if it has not. */
  endOf(credential: Credential): ReturnType<typeof endOf> {
    return endOf(credential, this.clock());
  }

  /**
   * Creates a credential, in a slot of `quota`, with no more rights than the caller's. The caller is checked again once it
   * is stored: if they have lost rights in the meantime, it is deleted.
   * @throws what {@link requireUnchanged} throws.
   */
  async issue(caller: Caller, spec: CredentialSpec, quota: Quota<Credential>): Promise<Issued | Refused<IssueProblem>> {
    const issued = await this.#insert(caller, spec, quota);
    if (issued instanceof Refused) return issued;
    try {
      await requireUnchanged(caller, spec.organizationIds);
    } catch (error) {
      // If this fails as well, a credential remains whose secret nobody has received.
      await this.remove(caller, issued.credential.id);
      throw error;
    }
    return issued;
  }

  async #insert(
    caller: Caller,
    spec: CredentialSpec,
    quota: Quota<Credential>,
  ): Promise<Issued | Refused<IssueProblem>> {
    const { draft, secret } = newCredential(spec, caller.actor, instant(this.clock()));
    const lacks = missingToHold(caller.actor, draft);
    if (lacks) return new Refused({ lacks });
    const created = { action: 'credential.created', change: null } as const;
    const first = { ...draft, ...pendingWith(await credentialEvent(caller, this.clock, draft, created)) };
    const stored = await withSlot(this.collection, quota, (slot) => this.collection.insert({ ...first, slot }));
    return stored === 'LIMIT_REACHED' ? new Refused(stored) : { credential: stored, secret };
  }

  /** Gives a credential another title. Undefined when there is no such credential. */
  rename(caller: Caller, id: string, title: string): Promise<Credential | undefined> {
    return update(this.collection, id, (now) =>
      now.title === title ? now : this.#withEvent(caller, { ...now, title }, renamed(now, title)),
    );
  }

  /**
   * Gives a credential a new secret, and optionally a new title, under the same id and in the same slot; see
   * {@link rotated}. Refuses with CONFLICT when another rotation was faster and this one would end its secret. A rotation
   * whose id was used before changes nothing, and returns no secret. Undefined when there is no such credential.
   * @throws what {@link requireUnchanged} throws, when the caller has lost rights in the meantime.
   */
  async rotate(caller: Caller, id: string, rotation: Rotation): Promise<Created | Refused<RotateProblem> | undefined> {
    let secret: Issued['secret'] | undefined;
    let replaced: string | undefined;
    const credential = await update<Credential, RotateProblem>(this.collection, id, async (now) => {
      secret = undefined;
      if (await isRecorded(this.trail, now, rotation.id)) return now;
      const next = rotated(now, caller, this.clock(), rotation);
      if (next instanceof Refused) return next;
      if (await reachesMore(caller.actor, now, this.memberships)) return new Refused('EXCEEDS_CALLER_PERMISSIONS');
      replaced ??= now.secrets[0]?.hash;
      if (rotation.formerUntil === null && now.secrets[0]?.hash !== replaced) return new Refused('CONFLICT');
      secret = next.secret;
      const { formerUntil, id: eventId } = rotation;
      const change = { from: now.preview.last, to: next.credential.preview.last, formerUntil };
      let changed = await this.#withEvent(caller, next.credential, { action: 'credential.rotated', change }, eventId);
      if (changed.title !== now.title) changed = await this.#withEvent(caller, changed, renamed(now, changed.title));
      if (changed.expiresAt === now.expiresAt) return changed;
      return this.#withEvent(caller, changed, expirationChanged(now, changed.expiresAt));
    });
    if (credential instanceof Refused) return credential;
    // A credential that rotates itself was checked by the write, and may have ended the secret that the request presents.
    if (credential && id !== caller.actor.credentialId) await requireUnchanged(caller, credential.organizationIds);
    return credential && { credential, ...(secret && { secret }) };
  }

  /**
   * Moves a credential's end, null for never. One that has expired becomes valid again, which takes a slot of `quota`.
   * Undefined when there is no such credential.
   */
  async setExpiration(
    caller: Caller,
    id: string,
    expiresAt: Instant | null,
    quota: Quota<Credential>,
  ): Promise<Credential | Refused<ExpirationProblem | 'LIMIT_REACHED'> | undefined> {
    const move = (freeSlot: string | null) =>
      update<Credential, ExpirationProblem | 'NEEDS_SLOT'>(this.collection, id, (stored) => {
        const expiration = { now: this.clock(), expiresAt, freeSlot };
        const next = withExpiration(stored, caller.actor, expiration);
        if (next instanceof Refused) return next;
        return this.#withEvent(caller, next, expirationChanged(stored, expiresAt));
      });
    const needsSlot = (result: unknown) => result instanceof Refused && result.problem === 'NEEDS_SLOT';
    const first = await move(null);
    const moved = needsSlot(first) ? await withSlot(this.collection, quota, move) : first;
    if (moved === 'LIMIT_REACHED') return new Refused(moved);
    if (!(moved instanceof Refused)) return moved;
    return new Refused(moved.problem === 'NEEDS_SLOT' ? 'LIMIT_REACHED' : moved.problem);
  }

  /** Limits a credential to the networks of an allowlist, null for any address. Undefined when there is none. */
  setIpAllowlist(
    caller: Caller,
    id: string,
    ipAllowlist: IpAllowlist,
  ): Promise<Credential | Refused<RestrictionProblem> | undefined> {
    return update<Credential, RestrictionProblem>(this.collection, id, (stored) => {
      const next = withIpAllowlist(stored, caller.actor, ipAllowlist);
      if (next === stored || next instanceof Refused) return next;
      return this.#withEvent(caller, next, ipAllowlistChanged(stored, ipAllowlist));
    });
  }

  /** Ends a credential at once and keeps it in lists. A repetition changes nothing. Undefined when there is no such credential. */
  revoke(caller: Caller, id: string): Promise<Credential | undefined> {
    return update(this.collection, id, (now) => {
      if (now.revokedAt !== null || !now.listed) return now;
      const revoked = { revokedAt: instant(this.clock()), revokedBy: caller.actor.ref };
      const next = { ...now, ...withoutSlot(now), ...revoked };
      return this.#withEvent(caller, next, { action: 'credential.revoked', change: null });
    });
  }

  /**
   * Ends a credential at once and removes it from lists; its tombstone has no digests. A repetition changes nothing.
   * Undefined when there is no such credential.
   */
  remove(caller: Caller, id: string): Promise<Credential | undefined> {
    return update(this.collection, id, (now) => {
      if (!now.listed) return now;
      const next = ended(now, instant(this.clock()));
      return this.#withEvent(caller, next, { action: 'credential.deleted', change: null });
    });
  }

  /** `next` with the event of its change, under `eventId` or a new id. */
  async #withEvent(caller: Caller, next: Credential, occurrence: Occurrence, eventId?: string): Promise<Credential> {
    const about = { ...next, organizationIds: await concernedBy(caller, next, this.memberships) };
    const made = await credentialEvent(caller, this.clock, about, occurrence);
    return record(next, eventId === undefined ? made : { ...made, id: eventId });
  }
}
