/** The GraphQL fields that access tokens of every kind have. */
import type { OrganizationAccessTokenResolvers } from '../generated/resolvers-types.js';

type Fields = Required<
  Pick<
    OrganizationAccessTokenResolvers,
    'permissions' | 'ipAllowlist' | 'firstCharacters' | 'lastUsedAt' | 'resolvedResourcePermissionGroups'
  >
>;

/** Resolvers of the fields that a stored credential does not have. */
export const tokenFields: Fields = {
  permissions: ({ permissions }) => [...permissions],
  ipAllowlist: ({ ipAllowlist }) => ipAllowlist && [...ipAllowlist],
  firstCharacters: ({ preview }) => preview.first,
  lastUsedAt: async ({ id }, _, { loaders }) => (await loaders.lastUses.load(id))?.at ?? null,
  resolvedResourcePermissionGroups: async (credential, { includeAll }, { services, caller, loaders, slugs }) =>
    // `slugs.organizations` checks nothing: the organizations are ones that the caller reaches.
    services.access.resolveCredential(
      await caller(),
      credential,
      includeAll,
      { ...loaders, organizations: slugs.organizations },
      slugs,
    ),
};
