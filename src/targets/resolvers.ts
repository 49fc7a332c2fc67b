import { required } from '../graphql/context.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, windowOf } from '../graphql/paging.js';
import { projectKeyOf, targetKeyOf } from './entities.js';

export const resolvers = {
  Query: {
    project: async (_, { reference }, { services, caller }) => services.targets.namedProject(await caller(), reference),
    target: async (_, { reference }, { services, caller }) => services.targets.namedTarget(await caller(), reference),
  },
  Mutation: {
    async createProject(_, { input }, { services, caller }) {
      const organization = await services.organizations.named(await caller(), input.organization);
      const created = await services.targets.createProject(await caller(), organization, input);
      if ('code' in created) return { error: { ...created, inputErrors: { slug: created.slug } } };
      const { project, targets, organization: updatedOrganization } = created;
      return { ok: { createdProject: project, createdTargets: [...targets], updatedOrganization } };
    },
  },
  Organization: {
    projects: async (organization, args, { services, caller }) =>
      connection(await services.targets.projectsOf(await caller(), organization, windowOf(args))),
  },
  Project: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.targetEntities.project(await caller(), projectKeyOf(representation), loaders),
    organization: async ({ organizationId }, _, { services, caller }) =>
      services.organizations.get(await caller(), organizationId),
    targets: async (project, args, { services, caller }) =>
      connection(await services.targets.targetsOf(await caller(), project, windowOf(args))),
  },
  Target: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.targetEntities.target(await caller(), targetKeyOf(representation), loaders),
    project: ({ projectId }, _, { loaders }) => required(loaders.projects.load(projectId)),
  },
} satisfies Resolvers;
