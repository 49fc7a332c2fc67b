import type { Credential, MembershipReference } from './credential.js';

/**
 * The user access token as it reaches one more organization, by this membership of its owner and no former one; itself when
 * it does already.
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
