import { problem, type TokenProblem } from '../access-tokens/problems.js';
import type { AccessTokens } from '../access-tokens/service.js';
import type { Caller } from '../authorization/caller.js';
import { requirePermission } from '../authorization/grants.js';
import { permissionGroupsWith, type ShownGroup } from '../authorization/permission-groups.js';
import type { Credential } from '../credentials/credential.js';
import type { Attempt } from '../credentials/idempotency.js';
import type { Created } from '../credentials/issuance.js';
import { ifManagedBy } from '../credentials/management.js';
import type { Credentials } from '../credentials/service.js';
import type { Loads } from '../graphql/references.js';
import type { Organizations } from '../organizations/service.js';
import type { Page, PageRequest } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { Targets } from '../targets/service.js';
import { type ProjectTokenInput, readProjectTokenInput } from './input.js';

/** Hive's project access tokens. Everything needs `projectAccessToken:modify` on the project. */
export class ProjectAccessTokens {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: Organizations,
    readonly targets: Targets,
    readonly accessTokens: AccessTokens,
  ) {}

  /**
   * Creates a token that acts within one project; one attempt creates one token.
   * @throws what {@link AccessTokens.create} throws.
   */
  async create(caller: Caller, input: ProjectTokenInput, attempt?: Attempt): Promise<Created | TokenProblem> {
    const project = await this.targets.namedProject(caller, input.project);
    const organization = project && (await this.organizations.any(project.organizationId));
    if (!project || !organization) return problem('PROJECT_NOT_FOUND', 'The project does not exist.');
    requireModify(caller, project);
    return this.accessTokens.create(caller, organization, () => readProjectTokenInput(project, input), attempt);
  }

  /** A listed token of the project by its id; null when there is none. */
  async find(caller: Caller, project: Project, id: string): Promise<Credential | null> {
    requireModify(caller, project);
    const credential = await this.credentials.get(id);
    const own = credential?.kind === 'PROJECT_ACCESS_TOKEN' && credential.projectId === project.id;
    return own && credential.listed ? credential : null;
  }

  /** A listed project token that the caller manages, in whatever organization. */
  async managed(caller: Caller, id: string, credentials: Loads<Credential>): Promise<Credential | null> {
    return ifManagedBy(caller.actor, 'PROJECT_ACCESS_TOKEN', await credentials.load(id));
  }

  /** A page of the project's tokens, newest first. */
  page(caller: Caller, project: Project, request: PageRequest): Promise<Page<Credential>> {
    requireModify(caller, project);
    const selection = { kind: null, status: null, expiresBefore: null } as const;
    return this.credentials.page({ projectId: project.id, family: 'PROJECT_ACCESS_TOKEN', ...selection }, request);
  }

  /** The permissions that a token of the project can have, in groups: those that apply to a project or below it. */
  permissionGroups(caller: Caller, project: Project): ShownGroup[] {
    requireModify(caller, project);
    return permissionGroupsWith(project.organizationId, ({ level }) => level !== 'ORGANIZATION');
  }
}

const requireModify = ({ actor }: Caller, { organizationId, id: projectId }: Project): void =>
  requirePermission(actor, 'projectAccessToken:modify', { organizationId, projectId });
