import type { Caller } from '../authorization/caller.js';
import { type Clock, instant } from '../clock.js';
import { type Action, event, record } from '../audit/event.js';
import type { MemberErrorCode } from '../generated/resolvers-types.js';
import type { User } from '../identity/user.js';
import type { Users } from '../identity/users.js';
import { memoized } from '../memoized.js';
import { pageOf } from '../graphql/paging.js';
import { exactlyOne, type Loads } from '../graphql/references.js';
import { emailAddress } from '../names.js';
import { canGrant, isGranted, requirePermission } from '../authorization/grants.js';
import { limitMessage, LIMITS_OF_ORGANIZATION } from '../config/plans.js';
import { ALL } from '../authorization/resources.js';
import { type Role, ROLE_PERMISSIONS } from '../authorization/roles.js';
import { update, type Page, Refused, type PageRequest } from '../storage/collection.js';
import { isMember, type Member, type Organization, withMembers } from './organization.js';
import type { Organizations } from './service.js';

/** Why a change of members did not take place. */
export interface MemberProblem {
  readonly code: MemberErrorCode;
  readonly message: string;
}

/** A member after a change, or the one that was removed, and the organization then. */
export interface Membership {
  readonly member: Member;
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
    readonly organizations: Organizations,
    readonly users: Users,
    readonly clock: Clock,
  ) {}

  /** A page of the members, newest users first: a cursor keeps its place when the member that it names is removed. */
  page({ actor }: Caller, organization: Organization, window: PageRequest): Page<Member & { id: string }> {
    requirePermission(actor, 'member:describe', { organizationId: organization.id });
    return pageOf(newestFirst(organization.members), window);
  }

  /**
   * The organizations that a user belongs to and that the caller may know this of, newest first. Of the caller themself,
   * those that their credential reaches; of others, those where the caller holds `member:describe`.
   */
  async organizationsOf(caller: Caller, userId: string): Promise<Organization[]> {
    const knows = ({ id }: Organization) =>
      isSelf(caller, userId) || isGranted(caller.actor, 'member:describe', { organizationId: id });
    const seen = await this.organizations.all(caller);
    return seen.filter((one) => isMember(one, userId) && knows(one)).sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** A user, if they are the caller or belong to one of {@link organizationsOf}. */
  async user(caller: Caller, id: string, users: Loads<User>): Promise<User | null> {
    const known = isSelf(caller, id) || (await this.organizationsOf(caller, id)).length > 0;
    return known ? ((await users.load(id)) ?? null) : null;
  }

  /** Adds a member; a user who is new here is created. `organization` is null when the caller sees none. */
  add(
    caller: Caller,
    organization: Organization | null,
    { email, role }: { readonly email: string; readonly role: Role },
  ): Promise<Membership | MemberProblem> {
    const addedAt = instant(this.clock());
    return this.#change(caller, organization, { email }, role, 'member.added', ({ members, plan }, present, userId) => {
      if (present) return 'ALREADY_A_MEMBER';
      const room = members.length < LIMITS_OF_ORGANIZATION.members[plan];
      return room ? [...members, { userId, role, addedAt }] : 'TOO_MANY_MEMBERS';
    });
  }

  /** Gives a member another role. @throws BadInput unless exactly one of `email` and `userId` names the member. */
  updateRole(
    caller: Caller,
    organization: Organization | null,
    { role, ...named }: Named & { readonly role: Role },
  ): Promise<Membership | MemberProblem> {
    return this.#change(caller, organization, named, role, 'member.roleChanged', ({ members }, present) =>
      present ? members.map((one) => (one === present ? { ...one, role } : one)) : 'NOT_A_MEMBER',
    );
  }

  /**
   * Removes a member; their tokens lose the organization with the next request.
   * @throws BadInput unless exactly one of `email` and `userId` names the member.
   */
  remove(caller: Caller, organization: Organization | null, named: Named): Promise<Membership | MemberProblem> {
    return this.#change(caller, organization, named, null, 'member.removed', ({ members }, present) =>
      present ? members.filter((one) => one !== present) : 'NOT_A_MEMBER',
    );
  }

  /** What every change of members has in common: who may, what stays, the record. */
  async #change(
    caller: Caller,
    organization: Organization | null,
    { email: text, userId }: Named,
    role: Role | null,
    action: Action,
    step: Step,
  ): Promise<Membership | MemberProblem> {
    if (!organization) return problem('ORGANIZATION_NOT_FOUND');
    requirePermission(caller.actor, 'member:modify', { organizationId: organization.id });
    const [by, name] = exactlyOne({ email: text, userId });
    const email = by === 'email' ? emailAddress(name) : undefined;
    if (by === 'email' && email === undefined) return problem('INVALID_EMAIL');
    if (role && !holdsRole(caller, organization, role)) return problem('EXCEEDS_CALLER_PERMISSIONS');
    const find = () => (email === undefined ? this.users.get(name) : this.users.find(email));
    const user = await (action === 'member.added' && email !== undefined ? this.users.findOrCreate(email) : find());
    if (!user) return problem('NOT_A_MEMBER');
    let member: Member | undefined;
    const changed = await update(this.organizations.collection, organization.id, (now) => {
      const present = now.members.find((one) => one.userId === user.id);
      if (present && !holdsRole(caller, now, present.role))
        return new Refused<MemberErrorCode>('EXCEEDS_CALLER_PERMISSIONS');
      const members = step(now, present, user.id);
      if (typeof members === 'string') return new Refused<MemberErrorCode>(members);
      if (!members.some((one) => one.role === 'ORG_ADMIN')) return new Refused<MemberErrorCode>('LAST_ORG_ADMIN');
      member = members.find((one) => one.userId === user.id) ?? present;
      if (action === 'member.roleChanged' && member?.role === present?.role) return now;
      const subject = { kind: 'USER', id: user.id, title: user.email };
      const told = { organizationIds: [now.id], action, subject, ...(role ? { detail: role } : {}) };
      return record(withMembers(now, members), event(caller, this.clock, told));
    });
    if (changed instanceof Refused) {
      const code = changed.problem;
      return code === 'TOO_MANY_MEMBERS'
        ? { code, message: limitMessage(organization.plan, 'members') }
        : problem(code);
    }
    return changed && member ? { member, organization: changed } : problem('ORGANIZATION_NOT_FOUND');
  }
}

/** Names a member, by one of the two. */
interface Named {
  readonly email?: string | null;
  readonly userId?: string | null;
}

/** The members after a change, or why there is none; `present` is the user's membership before it. */
type Step = (
  organization: Organization,
  present: Member | undefined,
  userId: string,
) => readonly Member[] | MemberErrorCode;

const newestFirst = memoized((members: readonly Member[]) =>
  members.map((member) => ({ ...member, id: member.userId })).sort((a, b) => (a.id < b.id ? 1 : -1)),
);

const isSelf = ({ actor: { ref } }: Caller, userId: string): boolean => ref.type === 'USER' && ref.id === userId;

const problem = (code: keyof typeof PROBLEMS): MemberProblem => ({ code, message: PROBLEMS[code] });

const holdsRole = ({ actor }: Caller, { id }: Organization, role: Role): boolean =>
  canGrant(actor, { organizationId: id, permissions: ROLE_PERMISSIONS[role], resources: ALL });
