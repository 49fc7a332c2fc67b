import type { Caller } from '../authorization/caller.js';
import { visibleProject, visibleTarget } from '../authorization/visibility.js';
import type {
  ProjectReferenceInput,
  ProjectSelectorInput,
  TargetReferenceInput,
  TargetSelectorInput,
} from '../generated/resolvers-types.js';
import { ClientError } from '../errors.js';
import { exactlyOne, type Loads } from '../graphql/references.js';
import type { LiveCollection } from '../lifecycle/live-collection.js';
import { ORGANIZATION_NOT_FOUND, PROJECT_NOT_FOUND } from '../lifecycle/problems.js';
import type { Organization } from '../organizations/organization.js';
import type { Organizations } from '../organizations/service.js';
import type { Collection, Document, Page, PageRequest } from '../storage/collection.js';
import type { Project } from './project.js';
import type { Target } from './target.js';

/** Finds projects and their targets; null for one that does not exist or that the caller may not see. */
export class Targets {
  constructor(
    readonly projects: LiveCollection<Project>,
    readonly targets: LiveCollection<Target>,
    readonly organizations: Organizations,
  ) {}

  /** The project that a reference names. */
  async namedProject(caller: Caller, { bySelector, byId }: ProjectReferenceInput): Promise<Project | null> {
    const [by, value] = exactlyOne({ bySelector, byId });
    return by === 'byId' ? this.project(caller, value) : this.#selected(caller, value);
  }

  /** The target that a reference names. */
  async namedTarget(caller: Caller, { bySelector, byId }: TargetReferenceInput): Promise<Target | null> {
    const [by, value] = exactlyOne({ bySelector, byId });
    if (by === 'byId') return this.target(caller, value);
    const project = await this.#selected(caller, value);
    return project && this.targetBySlug(caller, project, value.targetSlug);
  }

  async project(caller: Caller, id: string, projects = loading(this.projects)): Promise<Project | null> {
    return visibleProject(caller, await projects.load(id)) ?? null;
  }

  async projectBySlug(caller: Caller, organization: Organization, slug: string): Promise<Project | null> {
    return visibleProject(caller, await this.projects.findOne({ organizationId: organization.id, slug })) ?? null;
  }

  async target(
    caller: Caller,
    id: string,
    { targets, projects } = { targets: loading(this.targets), projects: loading(this.projects) },
  ): Promise<Target | null> {
    const target = visibleTarget(caller, await targets.load(id));
    // A target exists only in a live project: its project may have been deleted, or its creation interrupted.
    return target && (await projects.load(target.projectId)) ? target : null;
  }

  async targetBySlug(caller: Caller, project: Project, slug: string): Promise<Target | null> {
    return visibleTarget(caller, await this.targets.findOne({ projectId: project.id, slug })) ?? null;
  }

  /** A page of the projects that the caller sees, newest first. */
  projectsOf(caller: Caller, organization: Organization, request: PageRequest): Promise<Page<Project>> {
    const where = { organizationId: organization.id, state: 'LIVE' };
    return this.projects.page(where, request, (some) => some.filter((one) => visibleProject(caller, one)));
  }

  /** A page of the targets that the caller sees, newest first. */
  targetsOf(caller: Caller, project: Project, request: PageRequest): Promise<Page<Target>> {
    return this.targets.page({ projectId: project.id, state: 'LIVE' }, request, (some) =>
      some.filter((one) => visibleTarget(caller, one)),
    );
  }

  /** The current slugs of a project and its organization. @throws ClientError NOT_FOUND when the organization was deleted. */
  async projectSelector({ organizationId, slug: projectSlug }: Project): Promise<ProjectSelectorInput> {
    const organization = await this.organizations.any(organizationId);
    if (!organization) throw new ClientError('NOT_FOUND', ORGANIZATION_NOT_FOUND.message);
    return { organizationSlug: organization.slug, projectSlug };
  }

  /** The current slugs of a target, its project and its organization. @throws ClientError NOT_FOUND when one was deleted. */
  async targetSelector({ projectId, slug: targetSlug }: Target): Promise<TargetSelectorInput> {
    const project = await this.projects.get(projectId);
    if (!project) throw new ClientError('NOT_FOUND', PROJECT_NOT_FOUND.message);
    return { ...(await this.projectSelector(project)), targetSlug };
  }

  async #selected(caller: Caller, { organizationSlug, projectSlug }: ProjectSelectorInput): Promise<Project | null> {
    const organization = await this.organizations.named(caller, { bySelector: { organizationSlug } });
    return organization && this.projectBySlug(caller, organization, projectSlug);
  }
}

/** Reads documents one by one, for callers without the loaders of a request. */
const loading = <T extends Document>(collection: Collection<T>): Loads<T> => ({ load: (id) => collection.get(id) });
