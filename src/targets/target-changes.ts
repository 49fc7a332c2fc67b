import { v7 as uuid } from 'uuid';
import { pendingWith } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import { isGranted, requirePermission } from '../authorization/grants.js';
import { visibleTarget } from '../authorization/visibility.js';
import { type Clock, instant } from '../clock.js';
import { limitMessage } from '../config/plans.js';
import type {
  CreateTargetErrorCode,
  ProjectReferenceInput,
  TargetReferenceInput,
} from '../generated/resolvers-types.js';
import { changeSlug, end, endedWith } from '../lifecycle/changes.js';
import { LIVE } from '../lifecycle/lifecycle.js';
import type { LiveCollection } from '../lifecycle/live-collection.js';
import { CHECK_INPUT, problemWithSlug } from '../names.js';
import type { Sweeper } from '../organizations/sweeper.js';
import { withSlot } from '../quotas/quota.js';
import { DuplicateKey } from '../storage/collection.js';
import { placeEvent } from './events.js';
import {
  type PlaceProblem,
  PROJECT_NOT_FOUND,
  slugProblem,
  slugTaken,
  TARGET_NOT_FOUND,
} from '../lifecycle/problems.js';
import type { Project } from './project.js';
import type { Targets } from './service.js';
import { quotaOf, type Target } from './target.js';

/** Why a target could not be created. */
export interface TargetProblem {
  readonly code: CreateTargetErrorCode;
  readonly message: string;
  /** What is wrong with the slug, when that is at fault. */
  readonly slug: string | null;
}

/** Creates, renames and deletes targets. */
export class TargetChanges {
  constructor(
    readonly places: Targets,
    readonly sweeper: Pick<Sweeper, 'wake'>,
    readonly clock: Clock,
  ) {}

  get #targets(): LiveCollection<Target> {
    return this.places.targets;
  }

  /** Creates a target in a project. Needs `target:create` there. */
  async create(caller: Caller, reference: ProjectReferenceInput, slug: string): Promise<Target | TargetProblem> {
    const project = await this.places.namedProject(caller, reference);
    if (!project) return NO_PROJECT;
    const { organizationId, id: projectId } = project;
    requirePermission(caller.actor, 'target:create', { organizationId, projectId });
    const wrong = problemWithSlug('Target', slug);
    if (wrong !== null) return { code: 'INVALID_SLUG', message: CHECK_INPUT, slug: wrong };
    const organization = await this.places.organizations.any(organizationId);
    if (!organization) return NO_PROJECT;
    if (await this.#targets.findOne({ projectId, slug })) return TAKEN;
    const created = await this.#insert(caller, project, slug, organization.plan);
    if (created === 'LIMIT_REACHED')
      return { code: 'LIMIT_REACHED', message: limitMessage(organization.plan, 'targetsPerProject'), slug: null };
    if ('code' in created || (await this.places.projects.get(projectId))) return created;
    // The project was deleted in the meantime, and the sweeper may have passed before this target was stored.
    await this.#end(caller, created.id);
    return NO_PROJECT;
  }

  async #insert(
    caller: Caller,
    { organizationId, id: projectId, slug: projectSlug }: Project,
    slug: string,
    plan: Parameters<typeof quotaOf>[1],
  ): Promise<Target | TargetProblem | 'LIMIT_REACHED'> {
    const target = { id: uuid(), organizationId, projectId, slug, createdAt: instant(this.clock()), ...LIVE };
    const change = { from: null, to: projectSlug };
    const event = await placeEvent(caller, this.clock, target, { action: 'target.created', change });
    try {
      return await withSlot(this.#targets, quotaOf(projectId, plan), (slot) =>
        this.#targets.insert({ ...target, slot, ...pendingWith(event) }),
      );
    } catch (error) {
      if (error instanceof DuplicateKey && error.fields.includes('slug')) return TAKEN;
      throw error;
    }
  }

  /** Gives a target another slug. Its id, tokens and keys stay valid. Needs `target:modifySettings`. */
  async updateSlug(caller: Caller, reference: TargetReferenceInput, slug: string): Promise<Target | PlaceProblem> {
    const target = await this.places.namedTarget(caller, reference);
    if (!target) return TARGET_NOT_FOUND;
    requirePermission(caller.actor, 'target:modifySettings', placeOf(target));
    const wrong = slugProblem('Target', slug);
    if (wrong) return wrong;
    const changed = await changeSlug(this.#targets, target.id, slug, (before) =>
      placeEvent(caller, this.clock, before, { action: 'target.renamed', change: { from: before.slug, to: slug } }),
    );
    return changed === 'SLUG_TAKEN' ? slugTaken('Target') : (changed ?? TARGET_NOT_FOUND);
  }

  /** Deletes a target, and returns its id; a repetition by id returns the same. Needs `target:delete`. */
  async remove(caller: Caller, reference: TargetReferenceInput): Promise<string | PlaceProblem> {
    const target = await this.places.namedTarget(caller, reference);
    const ended = target ? undefined : visibleTarget(caller, await endedWith(this.#targets, reference.byId));
    const found = target ?? ended;
    if (!found) return TARGET_NOT_FOUND;
    if (ended && !isGranted(caller.actor, 'target:delete', placeOf(ended))) return TARGET_NOT_FOUND;
    requirePermission(caller.actor, 'target:delete', placeOf(found));
    await this.#end(caller, found.id);
    return found.id;
  }

  async #end(caller: Caller, id: string): Promise<void> {
    await end(this.#targets, this.clock, id, (before) =>
      placeEvent(caller, this.clock, before, { action: 'target.deleted', change: null }),
    );
    this.sweeper.wake();
  }
}

const placeOf = ({ organizationId, projectId, id: targetId }: Target) => ({ organizationId, projectId, targetId });

const taken = 'Target slug is already taken';
const TAKEN: TargetProblem = { code: 'SLUG_TAKEN', message: taken, slug: taken };
const NO_PROJECT: TargetProblem = { code: 'PROJECT_NOT_FOUND', message: PROJECT_NOT_FOUND.message, slug: null };
