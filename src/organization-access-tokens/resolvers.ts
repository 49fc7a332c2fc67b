import { shownSecret } from '../credentials/issuance.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, hiveWindowOf } from '../graphql/paging.js';

export const resolvers: Resolvers = {
  Mutation: {
    async createOrganizationAccessToken(_, { input }, { services, caller, attempt }, info) {
      const created = await services.organizationAccessTokens.create(await caller(), input, attempt(info, input));
      if ('code' in created) return { error: created };
      return { ok: { createdOrganizationAccessToken: created.credential, privateAccessKey: shownSecret(created) } };
    },
    async deleteOrganizationAccessToken(_, { input }, { services, caller }) {
      const { byId } = input.organizationAccessToken;
      const deleted = await services.organizationAccessTokens.remove(await caller(), byId);
      if (typeof deleted !== 'string') return { error: deleted };
      return { ok: { deletedOrganizationAccessTokenId: deleted } };
    },
    async deleteAccessToken(_, { input }, { services, caller }) {
      const deleted = await services.organizationAccessTokens.remove(await caller(), input.accessToken.byId);
      return typeof deleted === 'string' ? { ok: { deletedAccessTokenId: deleted } } : { error: deleted };
    },
    async rotateOrganizationAccessToken(_, { input }, { services, caller, attempt }, info) {
      const { organizationAccessToken, overlapDays, expirationPeriod } = input;
      const rotation = { overlapDays: overlapDays ?? 0, period: expirationPeriod ?? null };
      const { byId } = organizationAccessToken;
      const once = attempt(info, [byId, rotation]);
      const rotated = await services.organizationAccessTokens.rotate(await caller(), byId, rotation, once);
      if ('code' in rotated) return { error: rotated };
      return { ok: { rotatedOrganizationAccessToken: rotated.credential, privateAccessKey: shownSecret(rotated) } };
    },
    async setOrganizationAccessTokenExpiration(_, { input }, { services, caller }) {
      const { organizationAccessToken, expiration } = input;
      const { byId } = organizationAccessToken;
      const moved = await services.organizationAccessTokens.setExpiration(await caller(), byId, expiration);
      return 'code' in moved ? { error: moved } : { ok: { updatedOrganizationAccessToken: moved } };
    },
    async revokeOrganizationAccessToken(_, { input }, { services, caller }) {
      const { byId } = input.organizationAccessToken;
      const revoked = await services.organizationAccessTokens.revoke(await caller(), byId);
      return 'code' in revoked ? { error: revoked } : { ok: { revokedOrganizationAccessToken: revoked } };
    },
  },
  Organization: {
    accessToken: async (organization, { id }, { services, caller }) =>
      services.organizationAccessTokens.find(await caller(), organization, id),
    accessTokens: async (organization, { unusedSince, expiresBefore, ...args }, { services, caller }) =>
      connection(
        await services.organizationAccessTokens.page(await caller(), organization, hiveWindowOf(args), {
          unusedSince: unusedSince ?? null,
          expiresBefore: expiresBefore ?? null,
        }),
      ),
    availableOrganizationAccessTokenPermissionGroups: async (organization, _, { services, caller }) =>
      services.organizationAccessTokens.permissionGroups(await caller(), organization),
  },
  OrganizationAccessToken: {
    permissions: ({ permissions }) => [...permissions],
    firstCharacters: ({ preview }) => preview.first,
    lastUsedAt: async ({ id }, _, { loaders }) => (await loaders.lastUses.load(id))?.at ?? null,
    resolvedResourcePermissionGroups: (credential, { includeAll }, { services, loaders, slugs }) =>
      // The organization is the one that the caller manages tokens of.
      services.access.resolveCredential(credential, includeAll, { ...loaders, organizations: slugs.organizations }),
  },
  AccessToken: { __resolveType: () => 'OrganizationAccessToken' },
  ResourceAssignment: {
    projects: async (resources, _, { loaders }) => {
      if (resources.mode === 'ALL') return null;
      const projects = await Promise.all(resources.projects.map(({ projectId }) => loaders.projects.load(projectId)));
      // What was deleted since, or the caller may not see, is left out.
      return resources.projects.flatMap((one, index) => {
        const project = projects[index];
        return project ? [{ projectId: one.projectId, project, targets: one.targets }] : [];
      });
    },
  },
  ProjectTargetsResourceAssignment: {
    targets: async (resources, _, { loaders }) => {
      if (resources.mode === 'ALL') return null;
      const targets = await Promise.all(resources.targets.map(({ targetId }) => loaders.targets.load(targetId)));
      return resources.targets.flatMap((one, index) => {
        const target = targets[index];
        return target ? [{ ...one, target }] : [];
      });
    },
  },
  TargetServicesResourceAssignment: {
    services: (names) => (names.mode === 'ALL' ? null : [...names.names]),
  },
  TargetAppDeploymentsResourceAssignment: {
    appDeployments: (names) => (names.mode === 'ALL' ? null : [...names.names]),
  },
};
