import { v7 as uuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import { type Clock, type Instant, instant } from '../clock.js';
import { type Action, type Event, event, pendingWith } from '../audit/event.js';
import { limitMessage } from '../config/plans.js';
import type {
  CreateProjectErrorCode,
  ProjectReferenceInput,
  ProjectSelectorInput,
  TargetReferenceInput,
} from '../generated/resolvers-types.js';
import { CHECK_INPUT, problemWithSlug } from '../names.js';
import type { Organization } from '../organizations/organization.js';
import type { Organizations } from '../organizations/service.js';
import { requirePermission } from '../authorization/grants.js';
import { visibleProject, visibleTarget } from '../authorization/visibility.js';
import { withSlot } from '../quotas/quota.js';
import { exactlyOne, type Loads } from '../graphql/references.js';
import { type Collection, DuplicateKey, type Page, type Document, type PageRequest } from '../storage/collection.js';
import { type Project, quotaOf } from './project.js';
import { type Target, targetSlot } from './target.js';

/** Why a project could not be created. */
export interface ProjectProblem {
  readonly code: CreateProjectErrorCode;
  readonly message: string;
  /** What is wrong with the slug, when that is at fault. */
  readonly slug: string | null;
}

export interface ProjectWithTargets {
  readonly project: Project;
  readonly targets: readonly Target[];
}

const FIRST_TARGETS = ['development', 'staging', 'production'] as const;

/** Projects and their targets. What the caller may not see is as if it were not there. */
export class Targets {
  constructor(
    readonly projects: Collection<Project>,
    readonly targets: Collection<Target>,
    readonly organizations: Organizations,
    readonly clock: Clock,
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
    // A target is read with its project: one that was left behind by a creation cut short is not there.
    return target && (await projects.load(target.projectId)) ? target : null;
  }

  async targetBySlug(caller: Caller, project: Project, slug: string): Promise<Target | null> {
    return visibleTarget(caller, await this.targets.findOne({ projectId: project.id, slug })) ?? null;
  }

  /** A page of the projects that the caller sees, newest first. */
  projectsOf(caller: Caller, organization: Organization, window: PageRequest): Promise<Page<Project>> {
    const where = { organizationId: organization.id };
    return this.projects.page(where, window, (some) => some.filter((one) => visibleProject(caller, one)));
  }

  /** A page of the targets that the caller sees, newest first. */
  targetsOf(caller: Caller, project: Project, window: PageRequest): Promise<Page<Target>> {
    return this.targets.page({ projectId: project.id }, window, (some) =>
      some.filter((one) => visibleTarget(caller, one)),
    );
  }

  /** Creates a project with its first targets. Needs `project:create`; `organization` is null when the caller sees none. */
  async createProject(
    caller: Caller,
    organization: Organization | null,
    input: Pick<Project, 'slug' | 'type'>,
  ): Promise<(ProjectWithTargets & { readonly organization: Organization }) | ProjectProblem> {
    if (!organization)
      return { code: 'ORGANIZATION_NOT_FOUND', message: 'The organization does not exist.', slug: null };
    requirePermission(caller.actor, 'project:create', { organizationId: organization.id });
    const wrong = problemWithSlug('Project', input.slug);
    if (wrong !== null) return { code: 'INVALID_SLUG', message: CHECK_INPUT, slug: wrong };
    const created = await this.insertProject(caller, organization, input);
    return 'code' in created ? created : { ...created, organization };
  }

  /** Stores a project with its first targets: these first, so that a project is never seen without. */
  async insertProject(
    caller: Caller,
    organization: Pick<Organization, 'id' | 'plan'>,
    { slug, type }: Pick<Project, 'slug' | 'type'>,
  ): Promise<ProjectWithTargets | ProjectProblem> {
    const { id: organizationId, plan } = organization;
    if (await this.projects.findOne({ organizationId, slug })) return TAKEN;
    const id = uuid();
    const createdAt = instant(this.clock());
    let targets: readonly Target[] = [];
    try {
      const project = await withSlot(this.projects, quotaOf(organization), async (slot) => {
        if (targets.length === 0) targets = await this.#insertTargets(organizationId, id, createdAt);
        const events = [
          this.#event(caller, 'project.created', 'PROJECT', { id, organizationId, slug }),
          ...targets.map((target) => this.#event(caller, 'target.created', 'TARGET', target, slug)),
        ];
        return this.projects.insert({ id, organizationId, slug, slot, type, createdAt, ...pendingWith(...events) });
      });
      if (project !== 'LIMIT_REACHED') return { project, targets };
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      for (const target of targets) await this.targets.delete(target.id);
      return TAKEN;
    }
    return { code: 'LIMIT_REACHED', message: limitMessage(plan, 'projects'), slug: null };
  }

  async #insertTargets(organizationId: string, projectId: string, createdAt: Instant): Promise<Target[]> {
    const targets: Target[] = [];
    for (const [index, slug] of FIRST_TARGETS.entries()) {
      const slot = targetSlot(projectId, index + 1);
      const draft = { id: uuid(), organizationId, projectId, slug, slot, createdAt, ...pendingWith() };
      targets.push(await this.targets.insert(draft));
    }
    return targets;
  }

  #event(
    caller: Caller,
    action: Action,
    kind: 'PROJECT' | 'TARGET',
    { organizationId, id, slug }: Pick<Project, 'organizationId' | 'id' | 'slug'>,
    detail?: string,
  ): Event {
    const subject = { kind, id, title: slug };
    return event(caller, this.clock, {
      organizationIds: [organizationId],
      action,
      subject,
      ...(detail ? { detail } : {}),
    });
  }

  async #selected(caller: Caller, { organizationSlug, projectSlug }: ProjectSelectorInput): Promise<Project | null> {
    const organization = await this.organizations.named(caller, { bySelector: { organizationSlug } });
    return organization && this.projectBySlug(caller, organization, projectSlug);
  }
}

/** Reads one by one; the callers who want many bring loaders of their own. */
const loading = <T extends Document>(collection: Collection<T>): Loads<T> => ({ load: (id) => collection.get(id) });

const taken = 'Project slug is already taken';
const TAKEN: ProjectProblem = { code: 'SLUG_TAKEN', message: taken, slug: taken };
