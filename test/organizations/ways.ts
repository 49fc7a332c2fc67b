/** Every way to name something of an organization, for trying each on what belongs to another. */
import type { Tenant } from '../support/latchkey.js';
import { CREATE as CREATE_REGISTRY_TOKEN, targetOf as registryTarget } from '../registry-tokens/registry.js';
import { ASSESS, CONFIGURE } from '../breaking-changes/operations.js';
import { UPDATE as UPDATE_BASE_SCHEMA } from '../schema-extensions/operations.js';
import { CREATE_KEY, CREATE_KEY_CARD } from '../support/operations.js';
import { ADD_MEMBER, CREATE_PROJECT, ORGANIZATION, REMOVE_MEMBER, UPDATE_MEMBER_ROLE } from './operations.js';
import { DELETE_ORGANIZATION, UPDATE_ORGANIZATION_NAME, UPDATE_ORGANIZATION_SLUG } from '../targets/operations.js';
import { PLACE_WAYS } from '../targets/ways.js';
import type { Foreign, Way } from './way.js';
import { TOKEN_WAYS } from './ways-to-tokens.js';

const organizationId = ({ organization }: Foreign) => organization.id;
const organizationSlug = ({ organization }: Foreign) => organization.slug;
const onKey = (field: string) => `mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { ${field} } }`;
export const key = (subgraph: object, { id }: Tenant) => ({
  organizationId: id,
  name: 'A key',
  type: 'SUBGRAPH',
  resources: { subgraphs: [subgraph] },
});

const KEY_WAYS: readonly Way[] = [
  [
    'Organization.apiKey.keyId',
    'query ($id: ID!, $keyId: ID!) { organization(id: $id) { apiKey(keyId: $keyId) { id } } }',
  ],
  ['OrganizationMutation.deleteKey.keyId', onKey('deleteKey(keyId: $keyId)')],
  ['OrganizationMutation.revokeKey.keyId', onKey('revokeKey(keyId: $keyId)')],
  ['OrganizationMutation.renameKey.keyId', onKey('renameKey(keyId: $keyId, name: "Mine") { id }')],
  ['OrganizationMutation.rotateKey.keyId', onKey('rotateKey(keyId: $keyId) { id token }')],
  [
    'OrganizationMutation.setKeyIpAllowlist.keyId',
    onKey('setKeyIpAllowlist(keyId: $keyId, ipAllowlist: null) { id ipAllowlist }'),
  ],
  [
    'OrganizationMutation.setKeyExpiration.keyId',
    onKey('setKeyExpiration(keyId: $keyId, expiration: "2100-01-01T00:00:00Z") { id }'),
  ],
].map(([argument = '', query = '']) => ({
  argument,
  query,
  foreign: ({ keyId }) => keyId,
  variables: (keyId, { id }) => ({ id, keyId }),
}));

/** The operations that take an organization's reference, with both of its forms. */
const REFERENCE_WAYS: readonly Way[] = [
  [ORGANIZATION, (reference: object) => ({ reference })] as const,
  [CREATE_PROJECT, (organization: object) => ({ input: { organization, slug: 'made', type: 'SINGLE' } })] as const,
  [ADD_MEMBER, (organization: object) => ({ input: { organization, email: 'a@b.io', role: 'MEMBER' } })] as const,
  [
    UPDATE_MEMBER_ROLE,
    (organization: object) => ({ input: { organization, email: 'a@b.io', role: 'MEMBER' } }),
  ] as const,
  [REMOVE_MEMBER, (organization: object) => ({ input: { organization, email: 'a@b.io' } })] as const,
  [UPDATE_ORGANIZATION_SLUG, (organization: object) => ({ input: { organization, slug: 'mine' } })] as const,
  [UPDATE_ORGANIZATION_NAME, (organization: object) => ({ input: { organization, name: 'Mine' } })] as const,
  [DELETE_ORGANIZATION, (organization: object) => ({ input: { organization } })] as const,
].flatMap(([query, variables]) => [
  {
    argument: 'OrganizationReferenceInput.byId',
    query,
    foreign: organizationId,
    variables: (byId) => variables({ byId }),
  },
  {
    argument: 'OrganizationSelectorInput.organizationSlug',
    query,
    foreign: organizationSlug,
    variables: (slug) => variables({ bySelector: { organizationSlug: slug } }),
  },
]);

const MEMBER_WAYS: readonly Way[] = [
  { argument: 'UpdateMemberRoleInput.userId', query: UPDATE_MEMBER_ROLE, role: { role: 'MEMBER' } },
  { argument: 'RemoveMemberInput.userId', query: REMOVE_MEMBER, role: {} },
].map(({ argument, query, role }) => ({
  argument,
  query,
  foreign: ({ userId }) => userId,
  variables: (userId, { id }) => ({ input: { organization: { byId: id }, userId, ...role } }),
}));

/** The slugs of one's own target, with one of them replaced. */
const slugs = ({ slug }: Tenant, replaced: object) => ({
  ...registryTarget({ slug }),
  ...replaced,
});

/** The operations that take a target's slugs. */
const TARGET_SLUG_WAYS: readonly Way[] = [
  [
    'CreateTokenInput',
    CREATE_REGISTRY_TOKEN,
    { name: 'A token', organizationScopes: [], projectScopes: [], targetScopes: [] },
  ] as const,
  [
    'DeleteTokensInput',
    'mutation ($input: DeleteTokensInput!) { deleteTokens(input: $input) { deletedTokens } }',
    { tokenIds: ['no-such-token'] },
  ] as const,
  ['UpdateBaseSchemaInput', UPDATE_BASE_SCHEMA, { newBase: 'scalar A' }] as const,
].flatMap(([input, query, rest]): Way[] => [
  {
    argument: `${input}.organizationSlug`,
    query,
    foreign: organizationSlug,
    variables: (organizationSlug, own) => ({ input: { ...slugs(own, { organizationSlug }), ...rest } }),
  },
  {
    argument: `${input}.projectSlug`,
    query,
    foreign: ({ project }) => project.slug,
    variables: (projectSlug, own) => ({ input: { ...slugs(own, { projectSlug }), ...rest } }),
  },
  {
    argument: `${input}.targetSlug`,
    query,
    foreign: ({ target }) => `${target.slug}-only-there`,
    variables: (targetSlug, own) => ({ input: { ...slugs(own, { targetSlug }), ...rest } }),
  },
]);

/** Targets that the settings, or the traffic, of one's own target name. */
const BREAKING_CHANGE_WAYS: readonly Way[] = [
  {
    argument: 'ConditionalBreakingChangeConfigurationInput.targetIds',
    query: CONFIGURE,
    foreign: ({ target }) => target.id,
    variables: (id, own) => ({
      input: {
        target: { bySelector: registryTarget(own) },
        conditionalBreakingChangeConfiguration: { targetIds: [id] },
      },
    }),
  },
  {
    argument: 'OperationCountInput.targetId',
    query: ASSESS,
    foreign: ({ target }) => target.id,
    variables: (targetId, own) => ({
      target: { bySelector: registryTarget(own) },
      input: { operations: [{ targetId, count: 1 }], changes: [] },
    }),
  },
];

export const WAYS: readonly Way[] = [
  ...BREAKING_CHANGE_WAYS,
  ...TARGET_SLUG_WAYS,
  {
    argument: 'DeleteTokensInput.tokenIds',
    query:
      'mutation ($input: DeleteTokensInput!) { deleteTokens(input: $input) { deletedTokens results { error { code } } } }',
    foreign: ({ registryTokenId }) => registryTokenId,
    variables: (id, own) => ({ input: { ...slugs(own, {}), tokenIds: [id] } }),
  },
  ...REFERENCE_WAYS,
  ...MEMBER_WAYS,
  ...KEY_WAYS,
  ...TOKEN_WAYS,
  { argument: 'Query.organization.id', query: ORGANIZATION, foreign: organizationId, variables: (id) => ({ id }) },
  { argument: 'Query.organization.id', query: ORGANIZATION, foreign: organizationSlug, variables: (id) => ({ id }) },
  ...[organizationId, organizationSlug].flatMap((foreign): Way[] => [
    {
      argument: 'Mutation.organization.id',
      query: CREATE_KEY,
      foreign,
      variables: (id) => ({ organizationId: id, name: 'A key', type: 'OPERATOR' }),
    },
    {
      argument: 'CreateKeyInput.organizationId',
      query: CREATE_KEY_CARD,
      foreign,
      variables: (id) => ({ input: { organizationId: id, name: 'A key', type: 'OPERATOR' } }),
    },
  ]),
  ...PLACE_WAYS,
  ...[({ project }: Foreign) => project.id, ({ project }: Foreign) => project.slug].map((foreign): Way => ({
    argument: 'SubgraphIdentifierInput.graphId',
    query: CREATE_KEY,
    foreign,
    variables: (graphId, own) => key({ graphId, variantName: 'production', subgraphName: 'users' }, own),
  })),
  {
    argument: 'SubgraphIdentifierInput.variantName',
    query: CREATE_KEY,
    foreign: ({ target }) => target.id,
    variables: (variantName, own) => key({ graphId: 'my-project', variantName, subgraphName: 'users' }, own),
  },
];
