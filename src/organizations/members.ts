import type { Caller } from '../caller.js';
import { type Clock, instant } from '../clock.js';
import { type Action, event, record } from '../events/event.js';
import type { MemberErrorCode } from '../generated/resolvers-types.js';
import { type User, userByEmail } from '../identity/user.js';
import { emailAddress } from '../names.js';
import { holds, requirePermission } from '../permissions/grants.js';
import { ALL } from '../permissions/resources.js';
import { type Role, ROLE_PERMISSIONS } from '../permissions/roles.js';
import { change, type Collection, type Page, Refused, type Window } from '../storage/collection.js';
import { type Member, type Organization, withMembers } from './organization.js';

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

/** The most members an organization can have: they are one document. */
export const MOST_MEMBERS = 5000;

const PROBLEMS = {
  ALREADY_A_MEMBER: 'This user is a member already. Change the role with updateMemberRole.',
  BEYOND_CALLER: 'Nobody gives or takes a role that holds more than they do themselves. Ask an Org Admin.',
  INVALID_EMAIL: 'This is no e-mail address. Give one like name@example.com.',
  LAST_ORG_ADMIN: 'An organization keeps at least one Org Admin. Make another member Org Admin first.',
  NOT_A_MEMBER: 'No member has this e-mail address. Add the user with addMember.',
  ORGANIZATION_NOT_FOUND: 'The organization does not exist.',
  TOO_MANY_MEMBERS: `An organization has at most ${MOST_MEMBERS} members. Remove some first.`,
} as const satisfies Record<MemberErrorCode, string>;

/** The members of organizations. Reading needs `member:describe`, changing `member:modify`. */
export class Members {
  constructor(
    readonly organizations: Collection<Organization>,
    readonly users: Collection<User>,
    readonly clock: Clock,
  ) {}

  /** A page of the members, newest first. */
  page({ actor }: Caller, organization: Organization, window: Window): Page<Member & { id: string }> {
    requirePermission(actor, 'member:describe', { organizationId: organization.id });
    const rows = organization.members.map((member) => ({ ...member, id: member.userId })).reverse();
    const at = (id: string | undefined) => rows.findIndex((row) => row.id === id);
    const [from, to] =
      'first' in window
        ? [at(window.after) + 1, at(window.after) + 1 + window.first]
        : before(window.before === undefined ? rows.length : at(window.before), window.last);
    const part = rows.slice(from, to);
    return {
      rows: part,
      startCursor: part[0]?.id,
      endCursor: part.at(-1)?.id,
      hasNextPage: to < rows.length,
      hasPreviousPage: from > 0,
    };
  }

  /** Adds a member; a user who is new here is created. `organization` is null when the caller sees none. */
  async add(
    caller: Caller,
    organization: Organization | null,
    input: { readonly email: string; readonly role: Role },
  ): Promise<Membership | MemberProblem> {
    const email = emailAddress(input.email);
    return this.#change(caller, organization, email, 'member.added', input.role, async () => {
      const user = await userByEmail(this.users, email ?? '', instant(this.clock()));
      const member = { userId: user.id, role: input.role, addedAt: instant(this.clock()) };
      return {
        user,
        next: (members, present) =>
          present ? 'ALREADY_A_MEMBER' : members.length >= MOST_MEMBERS ? 'TOO_MANY_MEMBERS' : [...members, member],
      };
    });
  }

  /** Gives a member another role. */
  async updateRole(
    caller: Caller,
    organization: Organization | null,
    input: { readonly email: string; readonly role: Role },
  ): Promise<Membership | MemberProblem> {
    const email = emailAddress(input.email);
    return this.#change(caller, organization, email, 'member.roleChanged', input.role, async () => ({
      user: await this.users.findOne({ email: email ?? '' }),
      next: (members, present) =>
        present
          ? members.map((member) => (member === present ? { ...member, role: input.role } : member))
          : 'NOT_A_MEMBER',
    }));
  }

  /** Takes a member out; their tokens lose the organization with the next request. */
  async remove(
    caller: Caller,
    organization: Organization | null,
    input: { readonly email: string },
  ): Promise<Membership | MemberProblem> {
    const email = emailAddress(input.email);
    return this.#change(caller, organization, email, 'member.removed', null, async () => ({
      user: await this.users.findOne({ email: email ?? '' }),
      next: (members, present) => (present ? members.filter((member) => member !== present) : 'NOT_A_MEMBER'),
    }));
  }

  /** What every change of members has in common: who may, what stays, the record. */
  async #change(
    caller: Caller,
    organization: Organization | null,
    email: string | undefined,
    action: Action,
    role: Role | null,
    prepare: () => Promise<{ user: User | undefined; next: Step }>,
  ): Promise<Membership | MemberProblem> {
    if (!organization) return problem('ORGANIZATION_NOT_FOUND');
    requirePermission(caller.actor, 'member:modify', { organizationId: organization.id });
    if (email === undefined) return problem('INVALID_EMAIL');
    if (role && !holdsRole(caller, organization, role)) return problem('BEYOND_CALLER');
    const { user, next } = await prepare();
    if (!user) return problem('NOT_A_MEMBER');
    let member: Member | undefined;
    const changed = await change(this.organizations, organization.id, (now) => {
      const present = now.members.find((one) => one.userId === user.id);
      if (present && !holdsRole(caller, now, present.role)) return new Refused<MemberErrorCode>('BEYOND_CALLER');
      const members = next(now.members, present);
      if (typeof members === 'string') return new Refused<MemberErrorCode>(members);
      if (!members.some((one) => one.role === 'ORG_ADMIN')) return new Refused<MemberErrorCode>('LAST_ORG_ADMIN');
      member = members.find((one) => one.userId === user.id) ?? present;
      if (present && member?.role === present.role && members.length === now.members.length) return now;
      const subject = { kind: 'USER', id: user.id, title: user.email };
      const told = { organizationIds: [now.id], action, subject, ...(role ? { detail: role } : {}) };
      return record(withMembers(now, members), event(caller, this.clock, told));
    });
    if (changed instanceof Refused) return problem(changed.problem);
    return changed && member ? { member, organization: changed } : problem('ORGANIZATION_NOT_FOUND');
  }
}

/** The members after a change, or why there is none; `present` is the user's membership before it. */
type Step = (members: readonly Member[], present: Member | undefined) => readonly Member[] | MemberErrorCode;

const problem = (code: MemberErrorCode): MemberProblem => ({ code, message: PROBLEMS[code] });

const holdsRole = ({ actor }: Caller, { id }: Organization, role: Role): boolean =>
  holds(actor, { organizationId: id, permissions: ROLE_PERMISSIONS[role], resources: ALL });

const before = (end: number, size: number): [number, number] => [Math.max(0, end - size), Math.max(0, end)];
