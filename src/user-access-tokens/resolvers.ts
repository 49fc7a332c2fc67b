import { tokenFields } from '../access-tokens/fields.js';
import { shownSecret } from '../credentials/issuance.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { required } from '../graphql/context.js';
import { connection, pageRequestOf } from '../graphql/paging.js';

export const resolvers = {
  Mutation: {
    async createUserAccessToken(_, { input }, { services, caller, attempt }, info) {
      const created = await services.userAccessTokens.create(await caller(), input, attempt(info, input));
      if ('code' in created) return { error: created };
      return { ok: { createdUserAccessToken: created.credential, privateAccessKey: shownSecret(created) } };
    },
    async renameUserAccessToken(_, { input }, { services, caller }) {
      const { accessToken, title } = input;
      const renamed = await services.userAccessTokenChanges.rename(await caller(), accessToken.byId, title);
      return 'code' in renamed ? { error: renamed } : { ok: { updatedUserAccessToken: renamed } };
    },
    async addOrganizationToToken(_, { input }, { services, caller }) {
      const { accessToken, organization } = input;
      const added = await services.userAccessTokenChanges.addOrganization(
        await caller(),
        accessToken.byId,
        organization,
      );
      return 'code' in added ? { error: added } : { ok: { updatedUserAccessToken: added } };
    },
    async removeOrganizationFromToken(_, { input }, { services, caller }) {
      const { accessToken, organization, block } = input;
      const { userAccessTokenChanges } = services;
      const removed = await userAccessTokenChanges.removeOrganization(
        await caller(),
        accessToken.byId,
        organization,
        block ?? false,
      );
      return 'code' in removed ? { error: removed } : { ok: { updatedUserAccessToken: removed } };
    },
  },
  User: {
    accessToken: async (user, { id }, { services, caller }) => services.userAccessTokens.find(await caller(), user, id),
    accessTokens: async (user, args, { services, caller }) =>
      connection(await services.userAccessTokens.page(await caller(), user, pageRequestOf(args))),
  },
  UserAccessToken: {
    ...tokenFields,
    graphql: ({ restScopes }) => restScopes === null,
    scopes: ({ restScopes }) => [...(restScopes ?? [])],
    organizations: async (token, _, { services, caller }) =>
      services.userAccessTokens.organizationsOf(await caller(), token),
    owner: ({ ownerId }, _, { loaders }) => required(loaders.users.load(ownerId ?? '')),
  },
} satisfies Resolvers;
