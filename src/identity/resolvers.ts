import type { Resolvers } from '../generated/resolvers-types.js';

export const resolvers = {
  Query: {
    me: async (_, __, { services, authentication }) => services.identities.me(await authentication()),
  },
  Actor: {
    actorId: ({ id }) => id,
  },
  User: {
    name: ({ email }) => email,
    asActor: ({ id }) => ({ type: 'USER', id }),
  },
  Graph: {
    name: ({ slug }) => slug,
    title: ({ slug }) => slug,
    asActor: ({ id }) => ({ type: 'GRAPH', id }),
  },
  ServiceAccount: {
    name: ({ title }) => title,
    asActor: ({ id }) => ({ type: 'SERVICE_ACCOUNT', id }),
  },
} satisfies Resolvers;
