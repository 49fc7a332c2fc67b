import type { Credential, MembershipReference } from './credential.js';

/**
 * Adds an organization to a user access token, through this membership of its owner instead of a former one. Returns `token`
 * itself when it has this membership already.
 */
export function reaching(token: Credential, { organizationId, generation }: MembershipReference): Credential {
  const others = token.memberships.filter((one) => one.organizationId !== organizationId);
  const known = token.memberships.find((one) => one.organizationId === organizationId);
  if (known?.generation === generation) return token;
  return {
    ...token,
    organizationIds: [...others.map((one) => one.organizationId), organizationId],
    memberships: [...others, { organizationId, generation }],
  };
}
