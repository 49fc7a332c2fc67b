/** Leaves deleted organizations, projects and targets out of what a credential is assigned. */
import DataLoader from 'dataloader';
import { existing, idsIn, type Resources } from '../authorization/resources.js';
import type { Loads } from '../graphql/references.js';
import type { Organization } from '../organizations/organization.js';
import type { Collection, Document } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';

/** The collections of what a credential can be assigned. They find only live documents. */
export interface Assignable {
  readonly organizations: Collection<Organization>;
  readonly projects: Collection<Project>;
  readonly targets: Collection<Target>;
}

/** Loaders that find out what is live; ids that are asked for at the same time are read together. */
export type LiveLoads = Readonly<Record<keyof Assignable, Loads<unknown>>>;

/** Loaders over these collections, which read each document at most once. */
export const liveLoadsOf = ({ organizations, projects, targets }: Assignable): LiveLoads => ({
  organizations: loadsFrom(organizations),
  projects: loadsFrom(projects),
  targets: loadsFrom(targets),
});

const loadsFrom = <T extends Document>(collection: Collection<T>): Loads<unknown> =>
  new DataLoader<string, unknown>((ids) => collection.getMany(ids));

/** Those of `ids` that are live, in their order. */
export async function liveIds(ids: readonly string[], loads: Loads<unknown>): Promise<string[]> {
  const found = await Promise.all(ids.map((id) => loads.load(id)));
  return ids.filter((_, index) => found[index] !== undefined);
}

/** `resources` without projects and targets that were deleted; undefined when nothing is left. */
export async function liveResources(resources: Resources, live: LiveLoads): Promise<Resources | undefined> {
  const { projectIds, targetIds } = idsIn(resources);
  const left = await Promise.all([liveIds(projectIds, live.projects), liveIds(targetIds, live.targets)]);
  const ids = new Set(left.flat());
  return existing(resources, (id) => ids.has(id));
}
