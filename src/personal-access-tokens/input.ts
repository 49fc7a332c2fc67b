/** Checks the input that creates a personal access token, and converts it to what is stored. */
import { assignmentOf, endAfter, restrictionOf, textsOf } from '../access-tokens/input.js';
import type { TokenProblem } from '../access-tokens/problems.js';
import { resourcesOf } from '../access-tokens/resources.js';
import { withoutEffect } from '../access-tokens/effect.js';
import { permissionById, type PermissionId } from '../authorization/catalogue.js';
import type { Resources } from '../authorization/resources.js';
import type { Grant } from '../authorization/grants.js';
import type { CredentialSpec } from '../credentials/issuance.js';
import type {
  OrganizationReferenceInput,
  ResourceAssignmentInput,
  TokenExpirationPeriod,
} from '../generated/resolvers-types.js';
import type { Membership } from '../organizations/membership.js';

/** What a caller asks for. */
export interface PersonalTokenInput {
  readonly organization: OrganizationReferenceInput;
  readonly title: string;
  readonly description?: string | null;
  readonly permissions?: readonly string[] | null;
  readonly resources?: ResourceAssignmentInput | null;
  readonly expirationPeriod?: TokenExpirationPeriod | null;
  readonly ipAllowlist?: readonly string[] | null;
}

/**
 * The token to create for this member, or what is wrong with the input. Does not check that its projects and targets exist.
 * An input without permissions or resources takes those of `grant`, without permissions that no token may hold or that have
 * no effect on the resources.
 */
export function readPersonalTokenInput(
  { organizationId, userId, generation }: Membership,
  grant: Grant,
  input: PersonalTokenInput,
): CredentialSpec | TokenProblem {
  const texts = textsOf(input.title, input.description);
  if ('code' in texts) return texts;
  const restriction = restrictionOf(input.ipAllowlist);
  if ('code' in restriction) return restriction;
  const resources = input.resources ? resourcesOf(input.resources) : grant.resources;
  if ('code' in resources) return resources;
  const permissions = input.permissions ?? assignable(grant, resources);
  const assignment = assignmentOf(organizationId, permissions, () => resources);
  if ('code' in assignment) return assignment;
  return {
    kind: 'PERSONAL_ACCESS_TOKEN',
    organizationIds: [organizationId],
    memberships: [{ organizationId, generation }],
    projectId: null,
    targetId: null,
    ownerId: userId,
    ...texts,
    ...restriction,
    ...assignment,
    lifetime: (createdAt) => endAfter(input.expirationPeriod ?? 'NEVER', createdAt),
  };
}

/** The permissions of a grant that a token may hold, and that have an effect on these resources. */
const assignable = ({ organizationId, permissions }: Grant, resources: Resources): PermissionId[] =>
  [...permissions].filter(
    (id) => permissionById(id)?.forUsersOnly === false && withoutEffect(organizationId, [id], resources) === undefined,
  );
