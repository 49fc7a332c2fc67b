import type { Resolvers } from '../generated/resolvers-types.js';

export const resolvers = {
  Query: {
    whoAmI: async (_, __, { services, authentication }) => services.access.whoAmI(await authentication()),
    explainAccess: async (_, question, { services, caller, slugs }) =>
      services.access.explain(await caller(), question, slugs),
  },
  WhoAmI: {
    resolvedPermissions: ({ actor }, { includeAll }, { services, slugs }) =>
      services.access.resolve(actor, includeAll, slugs),
  },
  Permission: {
    dependsOnId: ({ needs }) => needs[0] ?? null,
    isReadOnly: ({ id }) => id.endsWith(':describe'),
    warning: ({ id }) => WARNINGS[id] ?? null,
    isAssignableByViewer: async ({ id, organizationId }, _, { caller }) => {
      const { actor } = await caller();
      return actor.grants.some((grant) => grant.organizationId === organizationId && grant.permissions.has(id));
    },
  },
} satisfies Resolvers;

/** The warnings to show before these permissions are granted. */
const WARNINGS: Readonly<Record<string, string>> = {
  'accessToken:modify': 'Whoever holds this can create further tokens, up to what they hold themselves.',
  'member:modify': 'Whoever holds this can add members, up to what they hold themselves.',
};
