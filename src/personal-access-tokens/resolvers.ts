import { tokenFields } from '../access-tokens/fields.js';
import { shownSecret } from '../credentials/issuance.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, hivePageRequestOf } from '../graphql/paging.js';
import { keyOf } from '../graphql/references.js';

export const resolvers = {
  Mutation: {
    async createPersonalAccessToken(_, { input }, { services, caller, attempt }, info) {
      const created = await services.personalAccessTokens.create(await caller(), input, attempt(info, input));
      if ('code' in created) return { error: created };
      return { ok: { createdPersonalAccessToken: created.credential, privateAccessKey: shownSecret(created) } };
    },
  },
  Member: {
    accessToken: async (member, { id }, { services, caller }) =>
      services.personalAccessTokens.find(await caller(), member, id),
    accessTokens: async (member, args, { services, caller }) =>
      connection(await services.personalAccessTokens.page(await caller(), member, hivePageRequestOf(args))),
    availablePersonalAccessTokenPermissionGroups: async (member, _, { services, caller }) =>
      services.personalAccessTokens.permissionGroups(await caller(), member),
  },
  PersonalAccessToken: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.personalAccessTokens.managed(await caller(), keyOf(representation, 'id').id, loaders.credentials),
    ...tokenFields,
  },
} satisfies Resolvers;
