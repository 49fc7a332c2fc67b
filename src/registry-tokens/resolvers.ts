import { tokenFields } from '../access-tokens/fields.js';
import { shownSecret } from '../credentials/issuance.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { required } from '../graphql/context.js';
import { connection, pageRequestOf } from '../graphql/paging.js';
import { holdsScope, permissionsFor, PRESETS, targetScopesOf } from './scopes.js';

export const resolvers = {
  Query: {
    async tokenInfo(_, __, { services, caller }) {
      const token = await services.registryTokens.ofCaller(await caller());
      if (token) return { __typename: 'TokenInfo', ...token };
      const message = 'The credential is no registry token. Ask "whoAmI" instead.';
      return { __typename: 'TokenNotFoundError', message };
    },
    registryTokenPresets: async (_, __, { caller }) => {
      await caller();
      return [...PRESETS];
    },
  },
  Mutation: {
    async createToken(_, { input }, { services, caller, attempt }, info) {
      const { organizationSlug, projectSlug, targetSlug, ...token } = input;
      const selector = { organizationSlug, projectSlug, targetSlug };
      const created = await services.registryTokens.create(await caller(), selector, token, attempt(info, input));
      if ('code' in created) return { error: created };
      return { ok: { selector, createdToken: created.credential, secret: shownSecret(created) } };
    },
    async deleteTokens(_, { input }, { services, caller }) {
      const { tokenIds, ...selector } = input;
      const results = await services.registryTokens.removeMany(await caller(), selector, tokenIds);
      const deletedTokens = results.filter(({ error }) => error === null).map(({ tokenId }) => tokenId);
      return { selector, deletedTokens, results };
    },
  },
  Target: {
    tokens: async (target, args, { services, caller }) =>
      services.registryTokens.page(await caller(), target, pageRequestOf(args)),
  },
  Token: {
    ...tokenFields,
    name: ({ title }) => title,
    alias: (credential) => shownSecret({ credential }),
    date: ({ createdAt }) => createdAt,
    targetScopes: ({ permissions }) => targetScopesOf(permissions),
  },
  TokenConnection: {
    edges: ({ page }) => connection(page).edges,
    nodes: ({ page }) => [...page.items],
    total: ({ total }) => total(),
    pageInfo: ({ page }) => connection(page).pageInfo,
  },
  TokenInfo: {
    token: (credential) => credential,
    organization: async ({ organizationIds }, _, { services, caller }) =>
      services.organizations.get(await caller(), organizationIds[0] ?? ''),
    target: ({ targetId }, _, { loaders }) => required(loaders.targets.load(targetId ?? '')),
    project: async ({ targetId }, _, { loaders }) => {
      const { projectId } = await required(loaders.targets.load(targetId ?? ''));
      return required(loaders.projects.load(projectId));
    },
    hasTargetScope: ({ permissions }, { scope }) => holdsScope(permissions, { level: 'TARGET', scope }),
    hasProjectScope: ({ permissions }, { scope }) => holdsScope(permissions, { level: 'PROJECT', scope }),
    hasOrganizationScope: ({ permissions }, { scope }) => holdsScope(permissions, { level: 'ORGANIZATION', scope }),
  },
  RegistryTokenPreset: {
    targetScopes: ({ targetScopes }) => [...targetScopes],
    permissions: ({ targetScopes }) => {
      const permissions = permissionsFor({ organizationScopes: [], projectScopes: [], targetScopes });
      return Array.isArray(permissions) ? permissions : [];
    },
  },
} satisfies Resolvers;
