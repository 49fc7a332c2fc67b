/** Which subgraphs a key is for: from GraphOS' input to resources by id, and back to `graph:variant:subgraph`. */
import type { CreateKeyErrorCode, SubgraphIdentifierInput } from '../generated/resolvers-types.js';
import { isServiceName } from '../names.js';
import type { ProjectResources, Resources, TargetResources } from '../authorization/resources.js';
import type { ProjectAndTarget } from '../targets/lookup.js';

/** Why subgraphs cannot be taken, and where in the input that is. */
export interface ResourceProblem {
  readonly code: CreateKeyErrorCode;
  readonly message: string;
  readonly field: string;
}

/** The most subgraphs that one key can be for. */
export const MAX_SUBGRAPHS = 1000;

/**
 * The subgraphs as resources, or what is wrong with the first bad one. `places` are the graph and variant of each
 * subgraph, in their order; null for one that the organization does not have.
 */
export function resourcesOf(
  subgraphs: readonly SubgraphIdentifierInput[],
  places: readonly ProjectAndTarget[],
): Resources | ResourceProblem {
  const chosen = new Map<string, { projectId: string; targetId: string; names: Set<string> }>();
  for (const [index, { subgraphName }] of subgraphs.entries()) {
    const at = `resources.subgraphs[${index}]`;
    if (!isServiceName(subgraphName)) {
      const message = `${at}: a subgraph's name has 1 to 64 letters, digits, dashes and underscores.`;
      return { code: 'INVALID_SUBGRAPH_NAME', message, field: `${at}.subgraphName` };
    }
    const { project, target } = places[index] ?? NOWHERE;
    if (!project) {
      const message = `${at}: the organization has no graph with this graphId. Give a graph's id or slug.`;
      return { code: 'RESOURCE_NOT_FOUND', message, field: `${at}.graphId` };
    }
    if (!target) {
      const message = `${at}: the graph has no variant with this variantName. Give a variant's id or slug.`;
      return { code: 'RESOURCE_NOT_FOUND', message, field: `${at}.variantName` };
    }
    const { names } = emplaced(chosen, target.id, { projectId: project.id, targetId: target.id, names: new Set() });
    if (names.has(subgraphName)) {
      const message = `${at}: this subgraph is listed twice. List each once.`;
      return { code: 'DUPLICATE_RESOURCE', message, field: at };
    }
    names.add(subgraphName);
  }
  return nested([...chosen.values()].map(({ names, ...place }) => ({ ...place, names: [...names] })));
}

const NOWHERE: ProjectAndTarget = { project: null, target: null };

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

/** The value under `key`, which is `initial` if there was none. */
function emplaced<V>(map: Map<string, V>, key: string, initial: V): V {
  const value = map.get(key) ?? initial;
  map.set(key, value);
  return value;
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
