/** Projects and targets as federated entities, named by their id or by the slugs of the path to them. */
import type { Caller } from '../authorization/caller.js';
import { visibleProject, visibleTarget } from '../authorization/visibility.js';
import { BadInput } from '../errors.js';
import type { ProjectSelectorInput, TargetSelectorInput } from '../generated/resolvers-types.js';
import { keyOf, type Loads, type LoadsBySlug, textAt } from '../graphql/references.js';
import type { Organizations } from '../organizations/service.js';
import type { Project } from './project.js';
import type { Targets } from './service.js';
import type { Target } from './target.js';

/** The key of a representation. With `id`, its other fields are ignored. */
type EntityKey<Selector> = { readonly id: string } | Selector;

/** @throws BadInput unless `id`, or `slug` and `organization { slug }`, are given as text. */
export function projectKeyOf(representation: object): EntityKey<ProjectSelectorInput> {
  if (Object.hasOwn(representation, 'id')) return keyOf(representation, 'id');
  const projectSlug = textAt(representation, 'slug');
  const organizationSlug = textAt(representation, 'organization', 'slug');
  if (projectSlug === undefined || organizationSlug === undefined) throw malformed('organization { slug }');
  return { organizationSlug, projectSlug };
}

/** @throws BadInput unless `id`, or `slug` and `project { slug organization { slug } }`, are given as text. */
export function targetKeyOf(representation: object): EntityKey<TargetSelectorInput> {
  if (Object.hasOwn(representation, 'id')) return keyOf(representation, 'id');
  const targetSlug = textAt(representation, 'slug');
  const projectSlug = textAt(representation, 'project', 'slug');
  const organizationSlug = textAt(representation, 'project', 'organization', 'slug');
  if (targetSlug === undefined || projectSlug === undefined || organizationSlug === undefined)
    throw malformed('project { slug organization { slug } }');
  return { organizationSlug, projectSlug, targetSlug };
}

const malformed = (parent: string): BadInput =>
  new BadInput(`A representation gives "id", or "slug" and "${parent}", as text.`);

/** The loaders of a request, which read many documents together. */
interface Loaders {
  readonly projects: Loads<Project>;
  readonly targets: Loads<Target>;
  readonly projectsBySlug: LoadsBySlug<Project>;
  readonly targetsBySlug: LoadsBySlug<Target>;
}

/** Finds projects and targets for routers; null for one that does not exist or that the caller may not see. */
export class TargetEntities {
  constructor(
    readonly targets: Targets,
    readonly organizations: Organizations,
  ) {}

  async project(caller: Caller, key: EntityKey<ProjectSelectorInput>, loaders: Loaders): Promise<Project | null> {
    if ('id' in key) return this.targets.project(caller, key.id, loaders.projects);
    const { organizationSlug, projectSlug: slug } = key;
    const organization = await this.organizations.named(caller, { bySelector: { organizationSlug } });
    if (!organization) return null;
    return visibleProject(caller, await loaders.projectsBySlug.load({ parentId: organization.id, slug })) ?? null;
  }

  async target(caller: Caller, key: EntityKey<TargetSelectorInput>, loaders: Loaders): Promise<Target | null> {
    if ('id' in key) return this.targets.target(caller, key.id, loaders);
    const project = await this.project(caller, key, loaders);
    if (!project) return null;
    const target = await loaders.targetsBySlug.load({ parentId: project.id, slug: key.targetSlug });
    return visibleTarget(caller, target) ?? null;
  }
}
