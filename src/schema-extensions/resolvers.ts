import type { Resolvers } from '../generated/resolvers-types.js';
import { required } from '../graphql/context.js';

export const resolvers = {
  Mutation: {
    async updateBaseSchema(_, { input }, { services, caller }) {
      const { newBase, ...selector } = input;
      const updated = await services.schemaExtensions.update(await caller(), selector, newBase);
      return 'code' in updated ? { error: updated } : { ok: { updatedTarget: updated } };
    },
  },
  Target: {
    baseSchema: (target, _, { services, loaders }) => services.schemaExtensions.of(target, loaders.schemaExtensions),
    async mergedSchema(target, { sdl }, { services, loaders }) {
      const project = await required(loaders.projects.load(target.projectId));
      const merged = await services.schemaExtensions.merge(target, project, sdl, loaders.schemaExtensions);
      return 'sdl' in merged ? { ok: merged } : { error: merged };
    },
  },
} satisfies Resolvers;
