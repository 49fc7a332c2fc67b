/** The GraphQL fields that access tokens of every kind have. */
import type { OrganizationAccessTokenResolvers } from '../generated/resolvers-types.js';

type Fields = Required<
  Pick<
    OrganizationAccessTokenResolvers,
    'permissions' | 'firstCharacters' | 'lastUsedAt' | 'resolvedResourcePermissionGroups'
  >
>;

/** Resolvers of the fields that a stored credential does not have. */
export const tokenFields: Fields = {
  permissions: ({ permissions }) => [...permissions],
  firstCharacters: ({ preview }) => preview.first,
  lastUsedAt: async ({ id }, _, { loaders }) => (await loaders.lastUses.load(id))?.at ?? null,
  resolvedResourcePermissionGroups: (credential, { includeAll }, { services, loaders, slugs }) =>
    // `slugs.organizations` checks nothing: the caller manages tokens of this organization.
    services.access.resolveCredential(
      credential,
      includeAll,
      { ...loaders, organizations: slugs.organizations },
      slugs,
    ),
};
