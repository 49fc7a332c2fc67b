/** Which organizations user access tokens reach, and how that changes. */
import { record } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import type { Actor } from '../authorization/grants.js';
import type { Clock } from '../clock.js';
import { type Collection, Refused, update } from '../storage/collection.js';
import type { Credential, MembershipReference } from './credential.js';
import { credentialEvent } from './events.js';

/** The most organizations that a user access token is created for, or gets. */
export const MAX_ORGANIZATIONS = 100;

/** Finds the roles of a user in the organizations of those memberships that are still active, by organization id. */
export interface Roles {
  roles(userId: string, memberships: readonly MembershipReference[]): Promise<ReadonlyMap<string, unknown>>;
}

/** The ids of the organizations that a user's token reaches now: those whose membership is still the one it names. */
export const reachOf = async (
  { ownerId, memberships }: Pick<Credential, 'ownerId' | 'memberships'>,
  roles: Roles,
): Promise<ReadonlySet<string>> => new Set(ownerId === null ? [] : (await roles.roles(ownerId, memberships)).keys());

/**
 * The organizations whose audit trails show a change of a credential: those that it reaches. When owners change their own
 * token, only those that they are still a member of: the others must not follow a former member.
 */
export async function concernedBy({ actor }: Caller, credential: Credential, roles: Roles): Promise<readonly string[]> {
  const { ownerId, organizationIds } = credential;
  if (actor.ref.type !== 'USER' || actor.ref.id !== ownerId) return organizationIds;
  const reached = await reachOf(credential, roles);
  return organizationIds.filter((id) => reached.has(id));
}

/** Whether a user access token reaches an organization that an actor does not, who signed in with another credential. */
export async function reachesMore(actor: Actor, credential: Credential, roles: Roles): Promise<boolean> {
  if (credential.kind !== 'USER_ACCESS_TOKEN' || credential.id === actor.credentialId) return false;
  const reached = await reachOf(credential, roles);
  return [...reached].some((id) => !actor.grants.some(({ organizationId }) => organizationId === id));
}

/** Why an organization is not added to a token. */
export type ReachProblem = 'REVOKED' | 'TOO_MANY_ORGANIZATIONS' | 'BLOCKED';

/** Adds organizations to user access tokens and removes them. Only the trail of that organization shows the change. */
export class Reach {
  constructor(
    readonly collection: Collection<Credential>,
    readonly clock: Clock,
  ) {}

  /**
   * Adds the organization of a membership, whose slug is `slug`, in place of a former membership there. Changes nothing when
   * the token has this membership. Undefined when there is no such token.
   */
  add(
    caller: Caller,
    id: string,
    slug: string,
    by: MembershipReference,
  ): Promise<Credential | Refused<ReachProblem> | undefined> {
    const { organizationId, generation } = by;
    return update<Credential, ReachProblem>(this.collection, id, (now) => {
      if (now.revokedAt !== null || !now.listed) return new Refused('REVOKED');
      if (now.blockedOrganizationIds.includes(organizationId)) return new Refused('BLOCKED');
      const known = now.memberships.find((one) => one.organizationId === organizationId);
      if (known?.generation === generation) return now;
      const others = now.memberships.filter((one) => one !== known);
      if (others.length >= MAX_ORGANIZATIONS) return new Refused('TOO_MANY_ORGANIZATIONS');
      const added = { action: 'credential.organizationAdded', change: { from: null, to: slug } } as const;
      return this.#with(caller, now, [...others, { organizationId, generation }], organizationId, added);
    });
  }

  /**
   * Removes an organization from a token, with `block` so that it cannot be added again. A block is stored also when the
   * token has lost the organization meanwhile. Undefined when there is no such token.
   */
  remove(
    caller: Caller,
    id: string,
    { id: organizationId, slug }: { readonly id: string; readonly slug: string },
    block: boolean,
  ): Promise<Credential | undefined> {
    return update(this.collection, id, (now) => {
      const others = now.memberships.filter((one) => one.organizationId !== organizationId);
      const reached = others.length < now.memberships.length;
      const blocks = block && !now.blockedOrganizationIds.includes(organizationId);
      if (!reached && !blocks) return now;
      const change = { from: reached ? slug : null, to: null, blocked: block };
      const removed = { action: 'credential.organizationRemoved', change } as const;
      const blocked = blocks ? [...now.blockedOrganizationIds, organizationId] : now.blockedOrganizationIds;
      return this.#with(caller, { ...now, blockedOrganizationIds: blocked }, others, organizationId, removed);
    });
  }

  async #with(
    caller: Caller,
    now: Credential,
    memberships: readonly MembershipReference[],
    concerned: string,
    occurrence: Parameters<typeof credentialEvent>[3],
  ): Promise<Credential> {
    const organizationIds = memberships.map(({ organizationId }) => organizationId);
    const about = { ...now, organizationIds: [concerned] };
    return record(
      { ...now, memberships, organizationIds },
      await credentialEvent(caller, this.clock, about, occurrence),
    );
  }
}
