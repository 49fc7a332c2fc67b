import { pendingWith, record, type Event } from '../audit/event.js';
import type { Role } from '../authorization/roles.js';
import { type Clock, instant } from '../clock.js';
import type { MembershipReference } from '../credentials/credential.js';
import type { MemberErrorCode } from '../generated/resolvers-types.js';
import { withSlot } from '../quotas/quota.js';
import {
  type Collection,
  DuplicateKey,
  iterate,
  pause,
  Refused,
  StoreUnavailable,
  update,
  VersionConflict,
} from '../storage/collection.js';
import { isAdmin, type Membership, membershipId, newMembership, quotaOfMembers } from './membership.js';
import type { Organization } from './organization.js';

/** How many times a change is attempted while other writes keep coming in between. */
const MAX_ATTEMPTS = 30;

type Refusal = Refused<MemberErrorCode>;

/**
 * The memberships of users in organizations, and `adminIds` of the organization, which ensures that it keeps at least one
 * Org Admin. Checks no permission.
 *
 * The membership alone decides what its user may do. Everybody in `adminIds` is an admin, wherever a process stops: a new
 * admin is added after the write of their membership, and a former one is removed before it. Changes of one membership at
 * the same time cannot break this, because the versions of both documents are checked. Adding reads the organization before
 * it writes the membership; removing reads the membership before it writes the organization. So one of the two is refused.
 */
export class Memberships {
  constructor(
    readonly collection: Collection<Membership>,
    readonly organizations: Collection<Organization>,
    readonly clock: Clock,
  ) {}

  /** The roles of a user by organization id, for those of `references` that still name an active membership. */
  async roles(userId: string, references: readonly MembershipReference[]): Promise<ReadonlyMap<string, Role>> {
    const ids = references.map(({ organizationId }) => membershipId(organizationId, userId));
    const found = await this.collection.getMany(ids);
    return new Map(
      references.flatMap(({ organizationId, generation }, index) => {
        const membership = found[index];
        const same = membership?.active && membership.generation === generation;
        return same ? [[organizationId, membership.role] as const] : [];
      }),
    );
  }

  /** The membership of a user in an organization, if they are a member now. */
  async find(organizationId: string, userId: string): Promise<Membership | undefined> {
    const found = await this.collection.get(membershipId(organizationId, userId));
    return found?.active ? found : undefined;
  }

  /** The current memberships of a user in these organizations. */
  async findMany(organizationIds: readonly string[], userId: string): Promise<Membership[]> {
    const found = await this.collection.getMany(organizationIds.map((id) => membershipId(id, userId)));
    return found.flatMap((one) => (one?.active ? [one] : []));
  }

  /** The memberships of a user in live organizations. */
  async ofUser(userId: string): Promise<Membership[]> {
    const found: Membership[] = [];
    for await (const one of iterate(this.collection, { userId, active: true })) found.push(one);
    const organizations = await this.organizations.getMany(found.map(({ organizationId }) => organizationId));
    // An interrupted creation leaves a membership without a live organization.
    return found.filter((_, index) => organizations[index] !== undefined);
  }

  /** Stores the membership of the first Org Admin of an organization that is being created. */
  async createOwner({ id, ownerId }: Pick<Organization, 'id' | 'ownerId'>): Promise<void> {
    const first = newMembership(id, ownerId, 'ORG_ADMIN', instant(this.clock()));
    await this.collection.insert({ ...first, ...pendingWith() });
  }

  /** Removes what {@link createOwner} stored, when the organization was not created. */
  deleteOwner({ id, ownerId }: Pick<Organization, 'id' | 'ownerId'>): Promise<void> {
    return this.collection.delete(membershipId(id, ownerId));
  }

  /** Makes a user a member, in a slot of the plan. `event` makes the event to record. */
  async begin(
    organization: Organization,
    userId: string,
    role: Role,
    event: () => Promise<Event>,
  ): Promise<Membership | Refusal> {
    const id = membershipId(organization.id, userId);
    if ((await this.collection.get(id))?.active) return new Refused('ALREADY_A_MEMBER');
    // Read before the membership is written: see the class comment.
    const before = await this.organizations.get(organization.id);
    const begun = await withSlot(this.collection, quotaOfMembers(organization), (slot) =>
      this.#store(newMembership(organization.id, userId, role, instant(this.clock()), slot), event),
    );
    if (begun === 'LIMIT_REACHED') return new Refused('TOO_MANY_MEMBERS');
    if (!(begun instanceof Refused) && isAdmin(begun)) await this.#addAdmin(before, begun);
    return begun;
  }

  async #store(begun: ReturnType<typeof newMembership>, event: () => Promise<Event>): Promise<Membership | Refusal> {
    try {
      return await this.collection.insert({ ...begun, ...pendingWith(await event()) });
    } catch (error) {
      if (!(error instanceof DuplicateKey) || error.fields.includes('slot')) throw error;
      const again = await update<Membership, MemberErrorCode>(this.collection, begun.id, async (now) =>
        now.active
          ? new Refused('ALREADY_A_MEMBER')
          : record({ ...now, ...begun, generation: now.generation + 1 }, await event()),
      );
      if (again) return again;
      throw error;
    }
  }

  /**
   * Stores what `step` makes of a membership, unless it returns its argument or refuses. Undefined when there is none.
   * Refuses with LAST_ORG_ADMIN a change after which the organization would have no Org Admin.
   */
  async change(
    organizationId: string,
    userId: string,
    step: (membership: Membership) => Promise<Membership> | Refusal,
  ): Promise<Membership | Refusal | undefined> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await this.organizations.get(organizationId);
      const now = await this.collection.get(membershipId(organizationId, userId));
      if (!now) return undefined;
      const next = await step(now);
      if (next === now || next instanceof Refused) return next;
      try {
        if (isAdmin(now) && !isAdmin(next) && !(await this.#removeAdmin(now))) {
          if (!(await this.#addAnotherAdmin(now))) return new Refused('LAST_ORG_ADMIN');
          continue;
        }
        const stored = await this.collection.replace(next);
        if (isAdmin(stored) && !isAdmin(now)) await this.#addAdmin(before, stored);
        return stored;
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        await pause(attempt);
      }
    }
    throw new StoreUnavailable('a membership is changed by too many at once');
  }

  /**
   * Removes a user from `adminIds`; false, without a write, if that would leave it empty. Writes the organization even when
   * it does not list them, so that an addition that has read it before is refused.
   */
  async #removeAdmin({ organizationId, userId }: Membership): Promise<boolean> {
    const written = await update<Organization, 'EMPTY'>(this.organizations, organizationId, (now) => {
      const adminIds = now.adminIds.filter((id) => id !== userId);
      return adminIds.length === 0 ? new Refused('EMPTY') : { ...now, adminIds };
    });
    return !(written instanceof Refused);
  }

  /** Adds a user to `adminIds` if they are still an admin. `organization` was read before `membership` was written. */
  async #addAdmin(organization: Organization | undefined, membership: Membership | undefined): Promise<void> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (!organization || !membership || !isAdmin(membership)) return;
      const { userId, organizationId } = membership;
      if (organization.adminIds.includes(userId)) return;
      try {
        await this.organizations.replace({ ...organization, adminIds: [...organization.adminIds, userId] });
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        await pause(attempt);
      }
      organization = await this.organizations.get(organizationId);
      membership = await this.#touch(membership);
    }
    throw new StoreUnavailable('an organization is changed by too many at once');
  }

  /** Writes an admin's membership unchanged, so that a change that has read it before is refused. */
  #touch({ id }: Membership): Promise<Membership | undefined> {
    return update(this.collection, id, (now) => (isAdmin(now) ? { ...now } : now));
  }

  /** Adds an admin other than this one to `adminIds`, whom an interrupted change left out; false when there is none. */
  async #addAnotherAdmin({ organizationId, userId }: Membership): Promise<boolean> {
    const admins = await this.collection.page({ organizationId, role: 'ORG_ADMIN', active: true }, { first: 2 });
    const other = admins.items.find((one) => one.userId !== userId);
    if (!other) return false;
    const organization = await this.organizations.get(organizationId);
    await this.#addAdmin(organization, await this.#touch(other));
    return true;
  }
}
