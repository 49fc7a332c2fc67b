import type { OperationCountInput, Resolvers } from '../generated/resolvers-types.js';

const countOf = ({ targetId, clientName, appDeployment, count }: OperationCountInput) => ({
  targetId,
  clientName: clientName ?? null,
  appDeployment: appDeployment ?? null,
  count,
});

export const resolvers = {
  Mutation: {
    async updateTargetConditionalBreakingChangeConfiguration(_, { input }, { services, caller }) {
      const { target, conditionalBreakingChangeConfiguration: changes } = input;
      const updated = await services.breakingChanges.configure(await caller(), target, changes);
      return 'code' in updated ? { error: updated } : { ok: { target: updated } };
    },
  },
  Target: {
    conditionalBreakingChangeConfiguration: (target, _, { services, loaders }) =>
      services.breakingChanges.rulesOf(target, loaders.breakingChangeConfigurations),
    async assessBreakingChanges(target, { input }, { services, caller, loaders }) {
      const report = {
        operations: input.operations.map(countOf),
        changes: input.changes.map(({ coordinate, operations }) => ({
          coordinate,
          operations: operations.map(countOf),
        })),
      };
      return services.breakingChanges.assess(await caller(), target, report, loaders.breakingChangeConfigurations);
    },
  },
  ConditionalBreakingChangeConfiguration: {
    async targets({ targetIds }, _, { loaders }) {
      const found = await Promise.all(targetIds.map((id) => loaders.targets.load(id)));
      return found.flatMap((one) => one ?? []);
    },
    excludedClients: ({ excludedClients }) => [...excludedClients],
    excludedAppDeployments: ({ excludedAppDeployments }) => [...excludedAppDeployments],
  },
} satisfies Resolvers;
