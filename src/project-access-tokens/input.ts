/** Checks the input that creates a project access token, and converts it to what is stored. */
import { assignmentOf, endAfter, restrictionOf, textsOf } from '../access-tokens/input.js';
import { problem, type TokenProblem } from '../access-tokens/problems.js';
import { resourcesOfProject } from '../access-tokens/resources.js';
import { permissionById } from '../authorization/catalogue.js';
import type { CredentialSpec } from '../credentials/issuance.js';
import type {
  ProjectReferenceInput,
  ProjectTargetsResourceAssignmentInput,
  TokenExpirationPeriod,
} from '../generated/resolvers-types.js';
import type { Project } from '../targets/project.js';

/** What a caller asks for. */
export interface ProjectTokenInput {
  readonly project: ProjectReferenceInput;
  readonly title: string;
  readonly description?: string | null;
  readonly permissions: readonly string[];
  readonly resources: ProjectTargetsResourceAssignmentInput;
  readonly expirationPeriod?: TokenExpirationPeriod | null;
  readonly ipAllowlist?: readonly string[] | null;
}

/** The token to create in this project, or what is wrong with the input. Does not check that its targets exist. */
export function readProjectTokenInput(
  { id: projectId, organizationId }: Pick<Project, 'id' | 'organizationId'>,
  input: ProjectTokenInput,
): CredentialSpec | TokenProblem {
  const texts = textsOf(input.title, input.description);
  if ('code' in texts) return texts;
  const restriction = restrictionOf(input.ipAllowlist);
  if ('code' in restriction) return restriction;
  const ofOrganization = input.permissions.find((id) => permissionById(id)?.level === 'ORGANIZATION');
  if (ofOrganization !== undefined)
    return problem(
      'PERMISSION_WITHOUT_EFFECT',
      `${ofOrganization} applies to an organization, and a project access token acts within its project alone. Leave it out, or create an organization access token.`,
    );
  const assignment = assignmentOf(organizationId, input.permissions, () =>
    resourcesOfProject(projectId, input.resources),
  );
  if ('code' in assignment) return assignment;
  const period = input.expirationPeriod ?? 'NEVER';
  return {
    kind: 'PROJECT_ACCESS_TOKEN',
    organizationIds: [organizationId],
    projectId,
    targetId: null,
    ownerId: null,
    ...texts,
    ...restriction,
    ...assignment,
    lifetime: (createdAt) => endAfter(period, createdAt),
  };
}
