/** Which subgraphs a key is for: from GraphOS' input to resources by id, and back to `graph:variant:subgraph`. */
import type { CreateKeyErrorCode, SubgraphIdentifierInput } from '../generated/resolvers-types.js';
import { isServiceName } from '../names.js';
import type { ProjectResources, Resources, TargetResources } from '../authorization/resources.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';

/** Why subgraphs cannot be taken, and where in the input that is. */
export interface ResourceProblem {
  readonly code: CreateKeyErrorCode;
  readonly message: string;
  readonly field: string;
}

/** Finds graphs and variants of one organization by id or slug, as the caller sees them. */
export interface Lookup {
  project(idOrSlug: string): Promise<Project | null>;
  target(project: Project, idOrSlug: string): Promise<Target | null>;
}

/** The most subgraphs that one key can be for. */
export const MAX_SUBGRAPHS = 1000;

/** The subgraphs as resources, or what is wrong with the first bad one. Looks each graph and variant up once. */
export async function resourcesOf(
  subgraphs: readonly SubgraphIdentifierInput[],
  lookup: Lookup,
): Promise<Resources | ResourceProblem> {
  const projects = new Map<string, Promise<Project | null>>();
  const targets = new Map<string, Promise<Target | null>>();
  const chosen = new Map<string, { projectId: string; targetId: string; names: string[] }>();
  for (const [index, { graphId, variantName, subgraphName }] of subgraphs.entries()) {
    const at = `resources.subgraphs[${index}]`;
    if (!isServiceName(subgraphName)) {
      const message = `${at}: a subgraph's name has 1 to 64 letters, digits, dashes and underscores.`;
      return { code: 'INVALID_SUBGRAPH_NAME', message, field: `${at}.subgraphName` };
    }
    const project = await once(projects, graphId, () => lookup.project(graphId));
    if (!project) {
      const message = `${at}: the organization has no graph with this graphId. Give a graph's id or slug.`;
      return { code: 'RESOURCE_NOT_FOUND', message, field: `${at}.graphId` };
    }
    const target = await once(targets, `${project.id}/${variantName}`, () => lookup.target(project, variantName));
    if (!target) {
      const message = `${at}: the graph has no variant with this variantName. Give a variant's id or slug.`;
      return { code: 'RESOURCE_NOT_FOUND', message, field: `${at}.variantName` };
    }
    const place = chosen.get(target.id) ?? { projectId: project.id, targetId: target.id, names: [] };
    if (place.names.includes(subgraphName)) {
      const message = `${at}: this subgraph is listed twice. List each once.`;
      return { code: 'DUPLICATE_RESOURCE', message, field: at };
    }
    place.names.push(subgraphName);
    chosen.set(target.id, place);
  }
  return nested([...chosen.values()]);
}

function nested(places: readonly { projectId: string; targetId: string; names: string[] }[]): Resources {
  const byProject = new Map<string, TargetResources[]>();
  for (const { projectId, targetId, names } of places) {
    const targets = byProject.get(projectId) ?? [];
    const none = { mode: 'GRANULAR', names: [] } as const;
    targets.push({ targetId, services: { mode: 'GRANULAR', names }, appDeployments: none });
    byProject.set(projectId, targets);
  }
  const projects = [...byProject].map(([projectId, targets]): ProjectResources => ({
    projectId,
    targets: { mode: 'GRANULAR', targets },
  }));
  return { mode: 'GRANULAR', projects };
}

function once<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

/** One subgraph of a key, by ids. */
export interface SubgraphPlace {
  readonly projectId: string;
  readonly targetId: string;
  readonly subgraphName: string;
}

/** The single subgraphs that resources name. */
export const subgraphsOf = (resources: Resources): SubgraphPlace[] =>
  resources.mode === 'ALL'
    ? []
    : resources.projects.flatMap(({ projectId, targets }) =>
        targets.mode === 'ALL'
          ? []
          : targets.targets.flatMap(({ targetId, services }) =>
              services.mode === 'ALL'
                ? []
                : services.names.map((subgraphName) => ({ projectId, targetId, subgraphName })),
            ),
      );
