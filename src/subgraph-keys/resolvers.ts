import { shownSecret } from '../credentials/issuance.js';
import type { Context } from '../graphql/context.js';
import type { Resolvers } from '../generated/resolvers-types.js';
import { connection, pageRequestOf } from '../graphql/paging.js';
import { keyOf, type Loads } from '../graphql/references.js';
import { keyOrThrow, typeOf } from './key.js';
import { type SubgraphPlace, subgraphsOf } from './resources.js';

export const resolvers = {
  Mutation: {
    organization: async (_, { id }, { services, caller }) => services.organizations.find(await caller(), id),
    async createKey(_, { input }, { services, caller, attempt }, info) {
      const once = attempt(info, input);
      const created = await services.subgraphKeys.create(await caller(), input.organizationId, input, once);
      if ('code' in created) return { __typename: 'CreateKeyError', ...created };
      const { credential } = created;
      return { __typename: 'CreateKeyOk', id: credential.id, key: { credential }, token: shownSecret(created) };
    },
  },
  OrganizationMutation: {
    createKey: async ({ id }, input, { services, caller, attempt }, info) =>
      keyOrThrow(await services.subgraphKeys.create(await caller(), id, input, attempt(info, [id, input]))),
    deleteKey: async (organization, { keyId }, { services, caller }) =>
      services.subgraphKeyChanges.remove(await caller(), organization, keyId),
    renameKey: async (organization, { keyId, name }, { services, caller }) =>
      services.subgraphKeyChanges.rename(await caller(), organization, keyId, name),
    revokeKey: async (organization, { keyId }, { services, caller }) =>
      services.subgraphKeyChanges.revoke(await caller(), organization, keyId),
    async rotateKey(organization, { keyId, newKeyName, expireOldKeyAt }, { services, caller, attempt }, info) {
      const rotation = { name: newKeyName ?? null, formerUntil: expireOldKeyAt ?? null };
      const once = attempt(info, [organization.id, keyId, rotation]);
      return services.subgraphKeyChanges.rotate(await caller(), organization, keyId, rotation, once);
    },
    setKeyIpAllowlist: async (organization, { keyId, ipAllowlist }, { services, caller }) =>
      services.subgraphKeyChanges.setIpAllowlist(await caller(), organization, keyId, ipAllowlist),
    setKeyExpiration: async (organization, { keyId, expiration }, { services, caller }) =>
      services.subgraphKeyChanges.setExpiration(await caller(), organization, keyId, expiration),
  },
  Organization: {
    apiKey: async (organization, { keyId }, { services, caller }) =>
      services.subgraphKeys.find(await caller(), organization, keyId),
    apiKeys: async (organization, { filter, expiresBefore, ...args }, { services, caller }) =>
      services.subgraphKeys.page(await caller(), organization, pageRequestOf(args), {
        type: filter?.apiKeyType ?? null,
        status: filter?.apiKeyStatus ?? 'ACTIVE',
        expiresBefore: expiresBefore ?? null,
      }),
  },
  GraphOsKeyConnection: {
    edges: ({ page }) => connection(page, (credential) => ({ credential })).edges,
    nodes: ({ page }) => page.items.map((credential) => ({ credential })),
    pageInfo: ({ page }) => connection(page).pageInfo,
    totalCount: ({ total }) => total(),
  },
  GraphOsKey: {
    __resolveReference: async (representation, { services, caller, loaders }) =>
      services.subgraphKeys.managed(await caller(), keyOf(representation, 'id').id, loaders.credentials),
    id: ({ credential }) => credential.id,
    keyName: ({ credential }) => credential.title,
    token: shownSecret,
    createdAt: ({ credential }) => credential.createdAt,
    createdBy: ({ credential }) => credential.createdBy,
    expiresAt: ({ credential }) => credential.expiresAt,
    ipAllowlist: ({ credential: { ipAllowlist } }) => ipAllowlist && [...ipAllowlist],
    keyType: typeOf,
    lastUsed: async ({ credential }, _, { loaders }) => (await loaders.lastUses.load(credential.id))?.at ?? null,
    resources: async ({ credential }, _, { loaders }) => {
      const subgraphs = subgraphsOf(credential.resources);
      const slugs = await slugsOf(loaders, subgraphs);
      return subgraphs.map(({ projectId, targetId, subgraphName }) => {
        const resourceId = [slugs.get(projectId) ?? projectId, slugs.get(targetId) ?? targetId, subgraphName].join(':');
        return { resourceId, resourceType: 'SUBGRAPH' as const };
      });
    },
    revokedAt: ({ credential }) => credential.revokedAt,
    revokedBy: ({ credential }) => credential.revokedBy,
  },
} satisfies Resolvers;

/** The slugs of the projects and targets of these subgraphs, by id. */
async function slugsOf(
  { projects, targets }: Context['loaders'],
  subgraphs: readonly SubgraphPlace[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const slug = async (loads: Loads<{ readonly slug: string }>, id: string) =>
    [id, (await loads.load(id))?.slug] as const;
  return new Map(
    await Promise.all([
      ...[...new Set(subgraphs.map(({ projectId }) => projectId))].map((id) => slug(projects, id)),
      ...[...new Set(subgraphs.map(({ targetId }) => targetId))].map((id) => slug(targets, id)),
    ]),
  );
}
