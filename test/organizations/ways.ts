/** Every way to name something of an organization, for trying each on what belongs to another. */
import type { Tenant } from '../support/latchkey.js';
import {
  CREATE as CREATE_TOKEN,
  DELETE as DELETE_TOKEN,
  granular,
  project as projectOf,
  READ as READ_TOKEN,
  REVOKE as REVOKE_TOKEN,
  ROTATE as ROTATE_TOKEN,
  SET_EXPIRATION as SET_TOKEN_EXPIRATION,
  target as targetOf,
} from '../organization-access-tokens/fixtures/tokens.js';
import { CREATE as CREATE_REGISTRY_TOKEN, targetOf as registryTarget } from '../registry-tokens/registry.js';
import { CREATE_KEY, CREATE_KEY_CARD } from '../support/operations.js';
import { ADD_MEMBER, CREATE_PROJECT, ORGANIZATION, REMOVE_MEMBER, UPDATE_MEMBER_ROLE } from './operations.js';
import { DELETE_ORGANIZATION, UPDATE_ORGANIZATION_SLUG } from '../targets/operations.js';
import { PLACE_WAYS } from '../targets/ways.js';

/** What there is in the organization whose things are tried from another. */
export interface Foreign {
  readonly organization: Tenant;
  readonly project: { id: string; slug: string };
  readonly target: { id: string; slug: string };
  readonly keyId: string;
  readonly tokenId: string;
  readonly registryTokenId: string;
  /** Of its owner. */
  readonly userId: string;
}

/** One way to name something: where, what names it, and what is sent for it; `own` is whose caller asks. */
export interface Way {
  readonly argument: string;
  readonly query: string;
  readonly foreign: (foreign: Foreign) => string;
  readonly variables: (value: string, own: Tenant) => object;
}

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

/** A token of `own` that is assigned something of another organization; nothing else of it is wrong. */
const assigned = ({ id }: Tenant, projectId: string, ...targets: object[]) => ({
  input: {
    organization: { byId: id },
    title: 'A token',
    permissions: ['project:describe'],
    resources: granular(projectOf(projectId, ...targets)),
  },
});

const TOKEN_WAYS: readonly Way[] = [
  {
    argument: 'Organization.accessToken.id',
    query: READ_TOKEN,
    foreign: ({ tokenId }) => tokenId,
    variables: (id, own) => ({ organization: own.id, id }),
  },
  {
    argument: 'ProjectResourceAssignmentInput.projectId',
    query: CREATE_TOKEN,
    foreign: ({ project }) => project.id,
    variables: (projectId, own) => assigned(own, projectId),
  },
  {
    argument: 'TargetResourceAssignmentInput.targetId',
    query: CREATE_TOKEN,
    foreign: ({ target }) => target.id,
    variables: (targetId, own) => assigned(own, own.projectId, targetOf(targetId)),
  },
  ...[({ tokenId }: Foreign) => tokenId, ({ keyId }: Foreign) => keyId].map((foreign): Way => ({
    argument: 'Query.explainAccess.credentialId',
    query: `query ($id: ID!) {
      explainAccess(permission: "project:describe", resource: "", credentialId: $id) { granted reason }
    }`,
    foreign,
    variables: (id) => ({ id }),
  })),
  ...(
    [
      ['AccessTokenReference.byId', DELETE_TOKEN],
      ['OrganizationAccessTokenReference.byId', REVOKE_TOKEN],
      ['OrganizationAccessTokenReference.byId', ROTATE_TOKEN],
      ['OrganizationAccessTokenReference.byId', SET_TOKEN_EXPIRATION],
    ] as const
  ).map(([argument, query]): Way => ({
    argument,
    query,
    foreign: ({ tokenId }) => tokenId,
    variables: (id) => ({ id, overlapDays: 0, expiration: { period: 'ONE_YEAR' } }),
  })),
];

/** The slugs of one's own target, with one of them replaced. */
const slugs = ({ slug }: Tenant, replaced: object) => ({
  ...registryTarget({ slug }),
  ...replaced,
});

/** The operations that take a target's slugs. */
const REGISTRY_TOKEN_WAYS: readonly Way[] = [
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

export const WAYS: readonly Way[] = [
  ...REGISTRY_TOKEN_WAYS,
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
