import { validate as isUuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import type { Organization } from '../organizations/organization.js';
import type { Project } from './project.js';
import type { Targets } from './service.js';
import type { Target } from './target.js';

/** The id or slug of a project, and of a target in it. */
export type TargetPath = readonly [project: string, target: string];

/** What a path names; null for what does not exist or the caller may not see. */
export interface ProjectAndTarget {
  readonly project: Project | null;
  readonly target: Target | null;
}

/** Finds many targets of one organization by their paths. */
export class TargetLookup {
  constructor(readonly targets: Targets) {}

  /** What the paths name, in their order. Reads each project and each target once. */
  async find(
    caller: Caller,
    organization: Organization,
    paths: readonly TargetPath[],
  ): Promise<readonly ProjectAndTarget[]> {
    const projects = new Map<string, Project | null>();
    const targets = new Map<string, Target | null>();
    const found: ProjectAndTarget[] = [];
    for (const [ofProject, ofTarget] of paths) {
      const project = await once(projects, ofProject, () => this.#project(caller, organization, ofProject));
      const key = `${project?.id}/${ofTarget}`;
      const target = project && (await once(targets, key, () => this.#target(caller, project, ofTarget)));
      found.push({ project, target });
    }
    return found;
  }

  async #project(caller: Caller, organization: Organization, idOrSlug: string): Promise<Project | null> {
    if (!isUuid(idOrSlug)) return this.targets.projectBySlug(caller, organization, idOrSlug);
    const project = await this.targets.project(caller, idOrSlug);
    return project?.organizationId === organization.id ? project : null;
  }

  async #target(caller: Caller, project: Project, idOrSlug: string): Promise<Target | null> {
    if (!isUuid(idOrSlug)) return this.targets.targetBySlug(caller, project, idOrSlug);
    const target = await this.targets.target(caller, idOrSlug);
    return target?.projectId === project.id ? target : null;
  }
}

/** The value under `key`, found the first time it is asked for. */
async function once<T>(known: Map<string, T>, key: string, find: () => Promise<T>): Promise<T> {
  const value = known.has(key) ? (known.get(key) as T) : await find();
  known.set(key, value);
  return value;
}
