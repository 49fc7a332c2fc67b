import { tokenFields } from '../access-tokens/fields.js';
import { shownSecret } from '../credentials/issuance.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, hivePageRequestOf } from '../graphql/paging.js';
import { keyOf } from '../graphql/references.js';

export const resolvers = {
  Mutation: {
    async createProjectAccessToken(_, { input }, { services, caller, attempt }, info) {
      const created = await services.projectAccessTokens.create(await caller(), input, attempt(info, input));
      if ('code' in created) return { error: created };
      return { ok: { createdProjectAccessToken: created.credential, privateAccessKey: shownSecret(created) } };
    },
  },
  Project: {
    accessToken: async (project, { id }, { services, caller }) =>
      services.projectAccessTokens.find(await caller(), project, id),
    accessTokens: async (project, args, { services, caller }) =>
      connection(await services.projectAccessTokens.page(await caller(), project, hivePageRequestOf(args))),
    availableProjectAccessTokenPermissionGroups: async (project, _, { services, caller }) =>
      services.projectAccessTokens.permissionGroups(await caller(), project),
  },
  ProjectAccessToken: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.projectAccessTokens.managed(await caller(), keyOf(representation, 'id').id, loaders.credentials),
    ...tokenFields,
  },
} satisfies Resolvers;
