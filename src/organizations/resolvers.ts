import { required } from '../graphql/context.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, pageOf, pageRequestOf } from '../graphql/paging.js';
import { keyOf } from '../graphql/references.js';

export const resolvers = {
  Query: {
    organization: async (_, { reference, id }, { services, caller }) =>
      services.organizations.named(await caller(), reference, id),
  },
  Mutation: {
    async createOrganization(_, { input }, { services, caller, authenticateAnew }) {
      const created = await services.organizationCreation.create(await caller(), input.slug);
      // The fields selected below are read with the caller's new membership.
      authenticateAnew();
      if ('id' in created) return { ok: { createdOrganization: created } };
      return { error: { ...created, inputErrors: { slug: created.slug } } };
    },
    async updateOrganizationSlug(_, { input }, { services, caller }) {
      const updated = await services.organizationChanges.updateSlug(await caller(), input.organization, input.slug);
      if ('code' in updated) return { error: updated };
      const selector = { organizationSlug: updated.slug };
      return { ok: { updatedOrganizationPayload: { selector, organization: updated } } };
    },
    async updateOrganizationName(_, { input }, { services, caller }) {
      const updated = await services.organizationChanges.updateName(await caller(), input.organization, input.name);
      if ('code' in updated) return { error: updated };
      const selector = { organizationSlug: updated.slug };
      return { ok: { updatedOrganizationPayload: { selector, organization: updated } } };
    },
    async deleteOrganization(_, { input }, { services, caller }) {
      const deleted = await services.organizationChanges.remove(await caller(), input.organization);
      return typeof deleted === 'string' ? { ok: { deletedOrganizationId: deleted } } : { error: deleted };
    },
    async addMember(_, { input }, { services, caller }) {
      const added = await services.members.add(await caller(), input.organization, input);
      if ('code' in added) return { error: added };
      return { ok: { addedMember: added.member, updatedOrganization: added.organization } };
    },
    async updateMemberRole(_, { input }, { services, caller }) {
      const updated = await services.members.updateRole(await caller(), input.organization, input);
      return 'code' in updated ? { error: updated } : { ok: { updatedMember: updated.member } };
    },
    async removeMember(_, { input }, { services, caller }) {
      const removed = await services.members.remove(await caller(), input.organization, input);
      if ('code' in removed) return { error: removed };
      return { ok: { removedUserId: removed.member.userId, updatedOrganization: removed.organization } };
    },
  },
  Organization: {
    __resolveReference: async (representation, { services, caller }) =>
      services.organizations.keyed(await caller(), keyOf(representation, 'id', 'slug')),
    me: async ({ id }, _, { services, caller, loaders }) =>
      services.members.own(await caller(), id, loaders.memberships),
    members: async (organization, args, { services, caller }) =>
      connection(await services.members.page(await caller(), organization, pageRequestOf(args))),
  },
  User: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.members.user(await caller(), keyOf(representation, 'id').id, loaders),
    organizations: async ({ id }, args, { services, caller, loaders }) =>
      connection(
        pageOf(await services.members.organizationsOf(await caller(), id, loaders.memberships), pageRequestOf(args)),
      ),
  },
  Member: {
    addedAt: ({ createdAt }) => createdAt,
    user: ({ userId }, _, { loaders }) => required(loaders.users.load(userId)),
  },
} satisfies Resolvers;
