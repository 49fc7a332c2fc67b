import type { Caller } from '../authorization/caller.js';
import type { Clock } from '../clock.js';
import type { Occurrence } from '../audit/changes.js';
import { type Event, event, record } from '../audit/event.js';
import type { MemberErrorCode, OrganizationReferenceInput } from '../generated/resolvers-types.js';
import type { User } from '../identity/user.js';
import type { Users } from '../identity/users.js';
import { exactlyOne, type Loads } from '../graphql/references.js';
import { emailAddress } from '../names.js';
import { canGrant, isGranted, requirePermission } from '../authorization/grants.js';
import { limitMessage } from '../config/plans.js';
import { ALL } from '../authorization/resources.js';
import { type Role, ROLE_PERMISSIONS } from '../authorization/roles.js';
import { type Page, type PageRequest, Refused } from '../storage/collection.js';
import { type MemberProblem, problem } from './member-problems.js';
import { type Membership, membershipId } from './membership.js';
import type { Memberships } from './memberships.js';
import type { Organization } from './organization.js';
import type { Organizations } from './service.js';

/** A membership after a change, or the one that was ended, and its organization. */
export interface ChangedMember {
  readonly member: Membership;
  readonly organization: Organization;
}

type Outcome = ChangedMember | MemberProblem;

/** The members of organizations. Reading needs `member:describe`, changing `member:modify`. */
export class Members {
  constructor(
    readonly memberships: Memberships,
    readonly organizations: Organizations,
    readonly users: Users,
    readonly clock: Clock,
  ) {}

  /** A page of the members, newest users first. Each has its user's id instead of its own, and cursors hold that. */
  async page({ actor }: Caller, { id: organizationId }: Organization, request: PageRequest): Promise<Page<Membership>> {
    requirePermission(actor, 'member:describe', { organizationId });
    const idOf = (userId: string | undefined) => userId && membershipId(organizationId, userId);
    const userIdOf = (id: string | undefined) => id?.slice(membershipId(organizationId, '').length);
    const { collection } = this.memberships;
    const page = await collection.page(
      { organizationId, active: true },
      'first' in request ? { ...request, after: idOf(request.after) } : { ...request, before: idOf(request.before) },
    );
    return {
      ...page,
      items: page.items.map((one) => ({ ...one, id: one.userId })),
      startCursor: userIdOf(page.startCursor),
      endCursor: userIdOf(page.endCursor),
    };
  }

  /** The caller's own membership; null for a caller who is no user, or no member. */
  async own({ actor: { ref } }: Caller, organizationId: string, memberships: Loads<Membership>) {
    const found = ref.type === 'USER' ? await memberships.load(membershipId(organizationId, ref.id)) : undefined;
    return found?.active ? found : null;
  }

  /**
   * The organizations of a user that the caller may know of, newest first. For the caller themself: those that their
   * credential reaches. For another user: those where the caller holds `member:describe`.
   */
  async organizationsOf(caller: Caller, userId: string, memberships: Loads<Membership>): Promise<Organization[]> {
    const visible = (await this.organizations.all(caller)).sort((a, b) => (a.id < b.id ? 1 : -1));
    if (isSelf(caller, userId)) return visible;
    const known = visible.filter(({ id }) => isGranted(caller.actor, 'member:describe', { organizationId: id }));
    const found = await Promise.all(known.map(({ id }) => memberships.load(membershipId(id, userId))));
    return known.filter((_, index) => found[index]?.active);
  }

  /** A user, if they are the caller or belong to one of {@link organizationsOf}. */
  async user(
    caller: Caller,
    id: string,
    { users, memberships }: { readonly users: Loads<User>; readonly memberships: Loads<Membership> },
  ): Promise<User | null> {
    const user = await users.load(id);
    if (!user || isSelf(caller, id)) return user ?? null;
    return (await this.organizationsOf(caller, id, memberships)).length > 0 ? user : null;
  }

  /** Adds a member, and creates the user if no user has the e-mail address. */
  async add(
    caller: Caller,
    reference: OrganizationReferenceInput,
    { email, role }: { readonly email: string; readonly role: Role },
  ): Promise<Outcome> {
    const checked = await this.#check(caller, reference, { email }, role);
    if ('code' in checked) return checked;
    const { organization, name } = checked;
    const user = await this.users.findOrCreate(name);
    const added = { action: 'member.added', change: { from: null, to: role } } as const;
    const event = () => this.#event(caller, organization, user, added);
    return answer(organization, await this.memberships.begin(organization, user.id, role, event));
  }

  /** Gives a member another role. @throws BadInput unless exactly one of `email` and `userId` names the member. */
  updateRole(
    caller: Caller,
    reference: OrganizationReferenceInput,
    { role, ...named }: Named & { readonly role: Role },
  ): Promise<Outcome> {
    return this.#change(caller, reference, named, role, async (now, event) => {
      const change = { from: now.role, to: role };
      return now.role === role ? now : record({ ...now, role }, await event({ action: 'member.roleChanged', change }));
    });
  }

  /**
   * Removes a member; from the next request on their tokens do not reach the organization.
   * @throws BadInput unless exactly one of `email` and `userId` names the member.
   */
  remove(caller: Caller, reference: OrganizationReferenceInput, named: Named): Promise<Outcome> {
    return this.#change(caller, reference, named, null, async (now, event) => {
      const removed = await event({ action: 'member.removed', change: { from: now.role, to: null } });
      return record({ ...now, active: false, slot: now.id }, removed);
    });
  }

  /** Changes a membership by `step`. Checks the caller first, and the member's role once more in the write. */
  async #change(
    caller: Caller,
    reference: OrganizationReferenceInput,
    named: Named,
    role: Role | null,
    step: (now: Membership, event: (occurrence: Occurrence) => Promise<Event>) => Promise<Membership>,
  ): Promise<Outcome> {
    const checked = await this.#check(caller, reference, named, role);
    if ('code' in checked) return checked;
    const { organization, by, name } = checked;
    const user = await (by === 'email' ? this.users.find(name) : this.users.get(name));
    if (!user) return problem('NOT_A_MEMBER');
    const changed = await this.memberships.change(organization.id, user.id, (now) => {
      if (!now.active) return new Refused('NOT_A_MEMBER');
      if (!holdsRole(caller, organization, now.role)) return new Refused('EXCEEDS_CALLER_PERMISSIONS');
      return step(now, (occurrence) => this.#event(caller, organization, user, occurrence));
    });
    return answer(organization, changed ?? new Refused('NOT_A_MEMBER'));
  }

  /** Checks that the caller may change members and give this role, and how the member is named. */
  async #check(
    caller: Caller,
    reference: OrganizationReferenceInput,
    named: Named,
    role: Role | null,
  ): Promise<CheckedChange | MemberProblem> {
    const organization = await this.organizations.named(caller, reference);
    if (!organization) return problem('ORGANIZATION_NOT_FOUND');
    requirePermission(caller.actor, 'member:modify', { organizationId: organization.id });
    const [by, text] = exactlyOne({ email: named.email, userId: named.userId });
    const name = by === 'email' ? emailAddress(text) : text;
    if (name === undefined) return problem('INVALID_EMAIL');
    if (role && !holdsRole(caller, organization, role)) return problem('EXCEEDS_CALLER_PERMISSIONS');
    return { organization, by, name };
  }

  #event(caller: Caller, { id }: Organization, user: User, occurrence: Occurrence): Promise<Event> {
    const about = { organizationIds: [id], subject: { kind: 'USER', id: user.id, title: user.email } } as const;
    return event(caller, this.clock, about, occurrence);
  }
}

/** A change that the caller may make, and the member that it names: by e-mail address or by user id. */
interface CheckedChange {
  readonly organization: Organization;
  readonly by: keyof Named;
  readonly name: string;
}

/** The input that names a member; exactly one field must be given. */
interface Named {
  readonly email?: string | null;
  readonly userId?: string | null;
}

const isSelf = ({ actor: { ref } }: Caller, userId: string): boolean => ref.type === 'USER' && ref.id === userId;

function answer(organization: Organization, changed: Membership | Refused<MemberErrorCode>): Outcome {
  if (!(changed instanceof Refused)) return { member: changed, organization };
  const code = changed.problem;
  return code === 'TOO_MANY_MEMBERS' ? { code, message: limitMessage(organization.plan, 'members') } : problem(code);
}

const holdsRole = ({ actor }: Caller, { id }: Organization, role: Role): boolean =>
  canGrant(actor, { organizationId: id, permissions: ROLE_PERMISSIONS[role], resources: ALL });
