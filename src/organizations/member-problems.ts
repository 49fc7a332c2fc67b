/** The codes and messages for changes of members that do not take place. */
import type { MemberErrorCode } from '../generated/resolvers-types.js';

/** Why a change of members did not take place. */
export interface MemberProblem {
  readonly code: MemberErrorCode;
  readonly message: string;
}

const PROBLEMS = {
  ALREADY_A_MEMBER: 'This user is a member already. Change the role with updateMemberRole.',
  EXCEEDS_CALLER_PERMISSIONS: 'Nobody gives or takes a role that holds more than they do themselves. Ask an Org Admin.',
  INVALID_EMAIL: 'This is not an e-mail address. Give one like name@example.com.',
  LAST_ORG_ADMIN: 'An organization keeps at least one Org Admin. Make another member Org Admin first.',
  NOT_A_MEMBER: 'No member has this e-mail address or id. Add the user with addMember.',
  ORGANIZATION_NOT_FOUND: 'The organization does not exist.',
} as const satisfies Record<Exclude<MemberErrorCode, 'TOO_MANY_MEMBERS'>, string>;

/** A problem with the message of its code. */
export const problem = (code: keyof typeof PROBLEMS): MemberProblem => ({ code, message: PROBLEMS[code] });
