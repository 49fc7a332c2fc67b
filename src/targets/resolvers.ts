import { required } from '../graphql/context.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, pageRequestOf } from '../graphql/paging.js';
import { projectKeyOf, targetKeyOf } from './entities.js';

export const resolvers = {
  Query: {
    project: async (_, { reference }, { services, caller }) => services.targets.namedProject(await caller(), reference),
    target: async (_, { reference }, { services, caller }) => services.targets.namedTarget(await caller(), reference),
  },
  Mutation: {
    async createProject(_, { input }, { services, caller }) {
      const created = await services.projectChanges.create(await caller(), input.organization, input);
      if ('code' in created) return { error: { ...created, inputErrors: { slug: created.slug } } };
      const { project, targets, organization } = created;
      return { ok: { createdProject: project, createdTargets: [...targets], updatedOrganization: organization } };
    },
    async updateProjectSlug(_, { input }, { services, caller }) {
      const updated = await services.projectChanges.updateSlug(await caller(), input.project, input.slug);
      if ('code' in updated) return { error: updated };
      return { ok: { selector: await services.targets.projectSelector(updated), project: updated } };
    },
    async deleteProject(_, { input }, { services, caller }) {
      const deleted = await services.projectChanges.remove(await caller(), input.project);
      return typeof deleted === 'string' ? { ok: { deletedProjectId: deleted } } : { error: deleted };
    },
    async createTarget(_, { input }, { services, caller }) {
      const created = await services.targetChanges.create(await caller(), input.project, input.slug);
      if ('code' in created) return { error: { ...created, inputErrors: { slug: created.slug } } };
      return { ok: { selector: await services.targets.targetSelector(created), createdTarget: created } };
    },
    async updateTargetSlug(_, { input }, { services, caller }) {
      const updated = await services.targetChanges.updateSlug(await caller(), input.target, input.slug);
      if ('code' in updated) return { error: updated };
      return { ok: { selector: await services.targets.targetSelector(updated), target: updated } };
    },
    async deleteTarget(_, { input }, { services, caller }) {
      const deleted = await services.targetChanges.remove(await caller(), input.target);
      return typeof deleted === 'string' ? { ok: { deletedTargetId: deleted } } : { error: deleted };
    },
  },
  Organization: {
    projects: async (organization, args, { services, caller }) =>
      connection(await services.targets.projectsOf(await caller(), organization, pageRequestOf(args))),
  },
  Project: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.targetEntities.project(await caller(), projectKeyOf(representation), loaders),
    organization: async ({ organizationId }, _, { services, caller }) =>
      services.organizations.get(await caller(), organizationId),
    targets: async (project, args, { services, caller }) =>
      connection(await services.targets.targetsOf(await caller(), project, pageRequestOf(args))),
  },
  Target: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.targetEntities.target(await caller(), targetKeyOf(representation), loaders),
    project: ({ projectId }, _, { loaders }) => required(loaders.projects.load(projectId)),
  },
} satisfies Resolvers;
