/** Checks the input that creates an organization access token, and converts it to what is stored. */
import { assignmentOf, endAfter, restrictionOf, textsOf } from '../access-tokens/input.js';
import { resourcesOf } from '../access-tokens/resources.js';
import type { TokenProblem } from '../access-tokens/problems.js';
import type { CredentialSpec } from '../credentials/issuance.js';
import type {
  OrganizationReferenceInput,
  ResourceAssignmentInput,
  TokenExpirationPeriod,
} from '../generated/resolvers-types.js';

/** What a caller asks for. */
export interface TokenInput {
  readonly organization: OrganizationReferenceInput;
  readonly title: string;
  readonly description?: string | null;
  readonly permissions: readonly string[];
  readonly resources: ResourceAssignmentInput;
  readonly expirationPeriod?: TokenExpirationPeriod | null;
  readonly ipAllowlist?: readonly string[] | null;
}

/** The token to create in this organization, or what is wrong with it. Does not check that its projects and targets exist. */
export function readTokenInput(organizationId: string, input: TokenInput): CredentialSpec | TokenProblem {
  const texts = textsOf(input.title, input.description);
  if ('code' in texts) return texts;
  const restriction = restrictionOf(input.ipAllowlist);
  if ('code' in restriction) return restriction;
  const assignment = assignmentOf(organizationId, input.permissions, () => resourcesOf(input.resources));
  if ('code' in assignment) return assignment;
  const period = input.expirationPeriod ?? 'NEVER';
  return {
    kind: 'ORGANIZATION_ACCESS_TOKEN',
    organizationIds: [organizationId],
    projectId: null,
    targetId: null,
    ownerId: null,
    ...texts,
    ...restriction,
    ...assignment,
    lifetime: (createdAt) => endAfter(period, createdAt),
  };
}
