import { v7 as uuid } from 'uuid';
import { pendingWith, record } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import { isGranted, requirePermission } from '../authorization/grants.js';
import { visibleProject } from '../authorization/visibility.js';
import { type Clock, type Instant, instant } from '../clock.js';
import { limitMessage } from '../config/plans.js';
import type {
  CreateProjectErrorCode,
  OrganizationReferenceInput,
  ProjectReferenceInput,
} from '../generated/resolvers-types.js';
import { changeSlug, end, endedWith } from '../lifecycle/changes.js';
import { creating, LIVE } from '../lifecycle/lifecycle.js';
import type { LiveCollection } from '../lifecycle/live-collection.js';
import type { Sweeper } from '../organizations/sweeper.js';
import { CHECK_INPUT, problemWithSlug } from '../names.js';
import type { Organization } from '../organizations/organization.js';
import { withSlot } from '../quotas/quota.js';
import { DuplicateKey } from '../storage/collection.js';
import { placeEvent } from './events.js';
import { type Project, quotaOf } from './project.js';
import {
  ORGANIZATION_NOT_FOUND,
  PROJECT_NOT_FOUND,
  type PlaceProblem,
  slugProblem,
  slugTaken,
} from '../lifecycle/problems.js';
import type { Targets } from './service.js';
import { FIRST_TARGETS, type Target, targetSlot } from './target.js';

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

/** Creates, renames and deletes projects. */
export class ProjectChanges {
  constructor(
    readonly places: Targets,
    readonly sweeper: Pick<Sweeper, 'wake'>,
    readonly clock: Clock,
  ) {}

  get #projects(): LiveCollection<Project> {
    return this.places.projects;
  }

  /** Creates a project with its first targets. Needs `project:create`. */
  async create(
    caller: Caller,
    reference: OrganizationReferenceInput,
    input: Pick<Project, 'slug' | 'type'>,
  ): Promise<(ProjectWithTargets & { readonly organization: Organization }) | ProjectProblem> {
    const organization = await this.places.organizations.named(caller, reference);
    if (!organization) return NO_ORGANIZATION;
    requirePermission(caller.actor, 'project:create', { organizationId: organization.id });
    const wrong = problemWithSlug('Project', input.slug);
    if (wrong !== null) return { code: 'INVALID_SLUG', message: CHECK_INPUT, slug: wrong };
    const created = await this.insert(caller, organization, input);
    if ('code' in created) return created;
    if (await this.places.organizations.any(organization.id)) return { ...created, organization };
    // The organization was deleted in the meantime, and the sweeper may have passed before this project was stored.
    await this.#end(caller, created.project.id);
    return NO_ORGANIZATION;
  }

  /**
   * Stores a project with its first targets. Stores the project first, without a slug, so that the sweeper finds what an
   * interrupted creation leaves; gives it its slug last, so that nobody sees it without its targets.
   */
  async insert(
    caller: Caller,
    organization: Pick<Organization, 'id' | 'plan'>,
    { slug, type }: Pick<Project, 'slug' | 'type'>,
  ): Promise<ProjectWithTargets | ProjectProblem> {
    const { id: organizationId, plan } = organization;
    if (await this.#projects.findOne({ organizationId, slug })) return TAKEN;
    const createdAt = instant(this.clock());
    let begun: ProjectWithTargets | undefined;
    try {
      const project = await withSlot(this.#projects, quotaOf(organization), async (slot) => {
        begun ??= await this.#begin({ organizationId, type, createdAt });
        const within = { action: 'target.created', change: { from: null, to: slug } } as const;
        const events = await Promise.all([
          placeEvent(caller, this.clock, { ...begun.project, slug }, { action: 'project.created', change: null }),
          ...begun.targets.map((target) => placeEvent(caller, this.clock, target, within)),
        ]);
        return this.#projects.replace(record({ ...begun.project, ...LIVE, slug, slot }, ...events));
      });
      if (project !== 'LIMIT_REACHED') return { project, targets: begun?.targets ?? [] };
      await this.#discard(begun);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      await this.#discard(begun);
      return TAKEN;
    }
    return { code: 'LIMIT_REACHED', message: limitMessage(plan, 'projects'), slug: null };
  }

  async #begin(
    fields: Pick<Project, 'organizationId' | 'type'> & { readonly createdAt: Instant },
  ): Promise<ProjectWithTargets> {
    const { organizationId, createdAt } = fields;
    const id = uuid();
    const draft = creating<Project>({ ...fields, id, slug: id, slot: id, ...LIVE, ...pendingWith() });
    const project = await this.#projects.insert(draft);
    const targets: Target[] = [];
    for (const [index, slug] of FIRST_TARGETS.entries()) {
      const slot = targetSlot(id, index + 1);
      const place = { id: uuid(), organizationId, projectId: id };
      targets.push(await this.places.targets.insert({ ...place, slug, slot, createdAt, ...LIVE, ...pendingWith() }));
    }
    return { project, targets };
  }

  async #discard(begun: ProjectWithTargets | undefined): Promise<void> {
    if (!begun) return;
    for (const target of begun.targets) await this.places.targets.delete(target.id);
    await this.#projects.delete(begun.project.id);
  }

  /** Gives a project another slug. Its id, tokens and keys stay valid. Needs `project:modifySettings`. */
  async updateSlug(caller: Caller, reference: ProjectReferenceInput, slug: string): Promise<Project | PlaceProblem> {
    const project = await this.places.namedProject(caller, reference);
    if (!project) return PROJECT_NOT_FOUND;
    const { organizationId, id: projectId } = project;
    requirePermission(caller.actor, 'project:modifySettings', { organizationId, projectId });
    const wrong = slugProblem('Project', slug);
    if (wrong) return wrong;
    const changed = await changeSlug(this.#projects, projectId, slug, (before) =>
      placeEvent(caller, this.clock, before, { action: 'project.renamed', change: { from: before.slug, to: slug } }),
    );
    return changed === 'SLUG_TAKEN' ? slugTaken('Project') : (changed ?? PROJECT_NOT_FOUND);
  }

  /**
   * Deletes a project and all that is in it, and returns its id; a repetition by id returns the same. Needs
   * `project:delete`. Nothing in it can be used after this write; the sweeper ends what is in it, in the background.
   */
  async remove(caller: Caller, reference: ProjectReferenceInput): Promise<string | PlaceProblem> {
    const project = await this.places.namedProject(caller, reference);
    const ended = project ? undefined : visibleProject(caller, await endedWith(this.#projects, reference.byId));
    const found = project ?? ended;
    if (!found) return PROJECT_NOT_FOUND;
    const place = { organizationId: found.organizationId, projectId: found.id };
    if (ended && !isGranted(caller.actor, 'project:delete', place)) return PROJECT_NOT_FOUND;
    requirePermission(caller.actor, 'project:delete', place);
    await this.#end(caller, found.id);
    return found.id;
  }

  async #end(caller: Caller, id: string): Promise<void> {
    await end(this.#projects, this.clock, id, (before) =>
      placeEvent(caller, this.clock, before, { action: 'project.deleted', change: null }),
    );
    this.sweeper.wake();
  }
}

const taken = 'Project slug is already taken';
const TAKEN: ProjectProblem = { code: 'SLUG_TAKEN', message: taken, slug: taken };
const NO_ORGANIZATION: ProjectProblem = {
  code: 'ORGANIZATION_NOT_FOUND',
  message: ORGANIZATION_NOT_FOUND.message,
  slug: null,
};
