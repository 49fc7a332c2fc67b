import { tokenFields } from '../access-tokens/fields.js';
import { shownSecret } from '../credentials/issuance.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, hivePageRequestOf } from '../graphql/paging.js';
import { keyOf } from '../graphql/references.js';

export const resolvers = {
  Mutation: {
    async createOrganizationAccessToken(_, { input }, { services, caller, attempt }, info) {
      const created = await services.organizationAccessTokens.create(await caller(), input, attempt(info, input));
      if ('code' in created) return { error: created };
      return { ok: { createdOrganizationAccessToken: created.credential, privateAccessKey: shownSecret(created) } };
    },
    async deleteOrganizationAccessToken(_, { input }, { services, caller }) {
      const { byId } = input.organizationAccessToken;
      const deleted = await services.accessTokens.remove(await caller(), byId);
      if (typeof deleted !== 'string') return { error: deleted };
      return { ok: { deletedOrganizationAccessTokenId: deleted } };
    },
  },
  Organization: {
    accessToken: async (organization, { id }, { services, caller }) =>
      services.organizationAccessTokens.find(await caller(), organization, id),
    accessTokens: async (organization, { unusedSince, expiresBefore, ...args }, { services, caller }) =>
      connection(
        await services.organizationAccessTokens.page(await caller(), organization, hivePageRequestOf(args), {
          unusedSince: unusedSince ?? null,
          expiresBefore: expiresBefore ?? null,
        }),
      ),
    availableOrganizationAccessTokenPermissionGroups: async (organization, _, { services, caller }) =>
      services.organizationAccessTokens.permissionGroups(await caller(), organization),
  },
  OrganizationAccessToken: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.organizationAccessTokens.managed(await caller(), keyOf(representation, 'id').id, loaders.credentials),
    ...tokenFields,
  },
} satisfies Resolvers;
