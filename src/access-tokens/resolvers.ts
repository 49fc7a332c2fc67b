import { shownSecret } from '../credentials/issuance.js';
import type { Family } from '../credentials/credential.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, hivePageRequestOf } from '../graphql/paging.js';

/** The GraphQL type of an access token, by its family; null for keys, which are no access tokens. */
const TYPES = {
  GRAPHOS_KEY: null,
  ORGANIZATION_ACCESS_TOKEN: 'OrganizationAccessToken',
  PERSONAL_ACCESS_TOKEN: 'PersonalAccessToken',
  PROJECT_ACCESS_TOKEN: 'ProjectAccessToken',
  REGISTRY_TOKEN: 'Token',
  USER_ACCESS_TOKEN: 'UserAccessToken',
} as const satisfies Record<Family, string | null>;

export const resolvers = {
  Mutation: {
    async deleteAccessToken(_, { input }, { services, caller }) {
      const deleted = await services.accessTokens.remove(await caller(), input.accessToken.byId);
      return typeof deleted === 'string' ? { ok: { deletedAccessTokenId: deleted } } : { error: deleted };
    },
    async rotateAccessToken(_, { input }, { services, caller, attempt }, info) {
      const { accessToken, overlapDays, expirationPeriod } = input;
      const rotation = { overlapDays: overlapDays ?? 0, period: expirationPeriod ?? null };
      const { byId } = accessToken;
      const once = attempt(info, [byId, rotation]);
      const rotated = await services.accessTokens.rotate(await caller(), byId, rotation, once);
      if ('code' in rotated) return { error: rotated };
      return { ok: { rotatedAccessToken: rotated.credential, privateAccessKey: shownSecret(rotated) } };
    },
    async setAccessTokenExpiration(_, { input }, { services, caller }) {
      const { accessToken, expiration } = input;
      const { byId } = accessToken;
      const moved = await services.accessTokens.setExpiration(await caller(), byId, expiration);
      return 'code' in moved ? { error: moved } : { ok: { updatedAccessToken: moved } };
    },
    async setAccessTokenIpAllowlist(_, { input }, { services, caller }) {
      const { accessToken, ipAllowlist } = input;
      const changed = await services.accessTokens.setIpAllowlist(await caller(), accessToken.byId, ipAllowlist);
      return 'code' in changed ? { error: changed } : { ok: { updatedAccessToken: changed } };
    },
    async revokeAccessToken(_, { input }, { services, caller }) {
      const { byId } = input.accessToken;
      const revoked = await services.accessTokens.revoke(await caller(), byId);
      return 'code' in revoked ? { error: revoked } : { ok: { revokedAccessToken: revoked } };
    },
  },
  Organization: {
    accessTokenById: async (organization, { id }, { services, caller }) =>
      services.accessTokens.find(await caller(), organization, id),
    allAccessTokens: async (organization, args, { services, caller }) =>
      connection(await services.accessTokens.page(await caller(), organization, hivePageRequestOf(args))),
  },
  AccessToken: { __resolveType: ({ family }) => TYPES[family] },
  ResourceAssignment: {
    projects: async (resources, _, { loaders }) => {
      if (resources.mode === 'ALL') return null;
      const projects = await Promise.all(resources.projects.map(({ projectId }) => loaders.projects.load(projectId)));
      // Projects that were deleted, or that the caller may not see, are left out.
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
} satisfies Resolvers;
