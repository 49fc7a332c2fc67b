import type { Migration } from './migration.js';

interface Member {
  readonly userId: string;
  readonly role: string;
  readonly addedAt: string;
}

export const migration: Migration = {
  kind: 'organizations',
  describe: 'give each member a document of their own, and keep the ids of the Org Admins',
  up: ({ members, ...organization }) => ({
    ...Object.fromEntries(Object.entries(organization).filter(([field]) => field !== 'memberIds')),
    adminIds: (members as readonly Member[]).filter(({ role }) => role === 'ORG_ADMIN').map(({ userId }) => userId),
  }),
  emits: {
    kind: 'memberships',
    from: ({ id: organizationId, members }) =>
      (members as readonly Member[]).map(({ userId, role, addedAt }, index) => ({
        id: `${organizationId}/${userId}`,
        organizationId,
        userId,
        role,
        active: true,
        generation: 0,
        slot: `${organizationId}/MEMBER/${index + 1}`,
        createdAt: addedAt,
        pending: [],
        hasPending: false,
      })),
  },
};
