import type { Caller } from '../authorization/caller.js';
import type { Clock } from '../clock.js';
import type { Occurrence } from '../audit/changes.js';
import { type Event, event, record } from '../audit/event.js';
import type { MemberErrorCode } from '../generated/resolvers-types.js';
import type { User } from '../identity/user.js';
import type { Users } from '../identity/users.js';
import { exactlyOne, type Loads } from '../graphql/references.js';
import { emailAddress } from '../names.js';
import { canGrant, isGranted, requirePermission } from '../authorization/grants.js';
import { limitMessage } from '../config/plans.js';
import { ALL } from '../authorization/resources.js';
import { type Role, ROLE_PERMISSIONS } from '../authorization/roles.js';
import { type Page, type PageRequest, Refused } from '../storage/collection.js';
import { type Membership, membershipId } from './membership.js';
import type { Memberships } from './memberships.js';
import type { Organization } from './organization.js';
import type { Organizations } from './service.js';

/** Why a change of members did not take place. */
export interface MemberProblem {
  readonly code: MemberErrorCode;
  readonly message: string;
}

/** A membership after a change, or the one that was ended, and its organization. */
export interface ChangedMember {
  readonly member: Membership;
  readonly organization: Organization;
}

const PROBLEMS = {
  ALREADY_A_MEMBER: 'This user is a member already. Change the role with updateMemberRole.',
  EXCEEDS_CALLER_PERMISSIONS: 'Nobody gives or takes a role that holds more than they do themselves. Ask an Org Admin.',
  INVALID_EMAIL: 'This is no e-mail address. Give one like name@example.com.',
  LAST_ORG_ADMIN: 'An organization keeps at least one Org Admin. Make another member Org Admin first.',
  NOT_A_MEMBER: 'No member has this e-mail address or id. Add the user with addMember.',
  ORGANIZATION_NOT_FOUND: 'The organization does not exist.',
} as const satisfies Record<Exclude<MemberErrorCode, 'TOO_MANY_MEMBERS'>, string>;

/** The members of organizations. Reading needs `member:describe`, changing `member:modify`. */
export class Members {
  constructor(
    readonly memberships: Memberships,
    readonly organizations: Organizations,
    readonly users: Users,
    readonly clock: Clock,
  ) {}

  /** A page of the members, newest users first. Each has the id of its user, which cursors name. */
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
   * The organizations that a user belongs to and that the caller may know this of, newest first. Of the caller themself,
   * those that their credential reaches; of others, those where the caller holds `member:describe`.
   */
  async organizationsOf(caller: Caller, userId: string, memberships: Loads<Membership>): Promise<Organization[]> {
    const seen = (await this.organizations.all(caller)).sort((a, b) => (a.id < b.id ? 1 : -1));
    if (isSelf(caller, userId)) return seen;
    const known = seen.filter(({ id }) => isGranted(caller.actor, 'member:describe', { organizationId: id }));
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

  /** Adds a member; a user who is new here is created. `organization` is null when the caller sees none. */
  async add(
    caller: Caller,
    organization: Organization | null,
    { email, role }: { readonly email: string; readonly role: Role },
  ): Promise<ChangedMember | MemberProblem> {
    const judged = this.#judge(caller, organization, { email }, role);
    if ('code' in judged) return judged;
    const user = await this.users.findOrCreate(judged.name);
    const added = { action: 'member.added', change: { from: null, to: role } } as const;
    const event = () => this.#event(caller, judged.organization, user, added);
    const begun = await this.memberships.begin(judged.organization, user.id, role, event);
    return answer(judged.organization, begun);
  }

  /** Gives a member another role. @throws BadInput unless exactly one of `email` and `userId` names the member. */
  updateRole(
    caller: Caller,
    organization: Organization | null,
    { role, ...named }: Named & { readonly role: Role },
  ): Promise<ChangedMember | MemberProblem> {
    return this.#change(caller, organization, named, role, async (now, event) => {
      const change = { from: now.role, to: role };
      return now.role === role ? now : record({ ...now, role }, await event({ action: 'member.roleChanged', change }));
    });
  }

  /**
   * Removes a member; their tokens lose the organization with the next request.
   * @throws BadInput unless exactly one of `email` and `userId` names the member.
   */
  remove(caller: Caller, organization: Organization | null, named: Named): Promise<ChangedMember | MemberProblem> {
    return this.#change(caller, organization, named, null, async (now, event) => {
      const removed = await event({ action: 'member.removed', change: { from: now.role, to: null } });
      return record({ ...now, active: false, slot: now.id }, removed);
    });
  }

  /** What changes of a membership have in common: who may, and what is judged by the membership at the write. */
  async #change(
    caller: Caller,
    inside: Organization | null,
    named: Named,
    role: Role | null,
    step: (now: Membership, event: (occurrence: Occurrence) => Promise<Event>) => Promise<Membership>,
  ): Promise<ChangedMember | MemberProblem> {
    const judged = this.#judge(caller, inside, named, role);
    if ('code' in judged) return judged;
    const { organization, by, name } = judged;
    const user = await (by === 'email' ? this.users.find(name) : this.users.get(name));
    if (!user) return problem('NOT_A_MEMBER');
    const changed = await this.memberships.change(organization.id, user.id, (now) => {
      if (!now.active) return new Refused('NOT_A_MEMBER');
      if (!holdsRole(caller, organization, now.role)) return new Refused('EXCEEDS_CALLER_PERMISSIONS');
      return step(now, (occurrence) => this.#event(caller, organization, user, occurrence));
    });
    return answer(organization, changed ?? new Refused('NOT_A_MEMBER'));
  }

  /** Whether the caller may change members and give this role, to somebody who is named by one way, and well. */
  #judge(caller: Caller, organization: Organization | null, named: Named, role: Role | null): Judged | MemberProblem {
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

/** A change that the caller may make, and whom it is about. */
interface Judged {
  readonly organization: Organization;
  readonly by: keyof Named;
  readonly name: string;
}

/** Names a member, by one of the two. */
interface Named {
  readonly email?: string | null;
  readonly userId?: string | null;
}

const isSelf = ({ actor: { ref } }: Caller, userId: string): boolean => ref.type === 'USER' && ref.id === userId;

const problem = (code: keyof typeof PROBLEMS): MemberProblem => ({ code, message: PROBLEMS[code] });

function answer(
  organization: Organization,
  changed: Membership | Refused<MemberErrorCode>,
): ChangedMember | MemberProblem {
  if (!(changed instanceof Refused)) return { member: changed, organization };
  const code = changed.problem;
  return code === 'TOO_MANY_MEMBERS' ? { code, message: limitMessage(organization.plan, 'members') } : problem(code);
}

const holdsRole = ({ actor }: Caller, { id }: Organization, role: Role): boolean =>
  canGrant(actor, { organizationId: id, permissions: ROLE_PERMISSIONS[role], resources: ALL });
