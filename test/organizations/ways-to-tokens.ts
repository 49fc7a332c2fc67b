/** The ways to name something of an organization that concern access tokens. */
import type { Tenant } from '../support/latchkey.js';
import type { Foreign, Way } from './way.js';
import {
  CREATE as CREATE_TOKEN,
  DELETE as DELETE_TOKEN,
  granular,
  project as projectOf,
  READ as READ_TOKEN,
  REVOKE as REVOKE_TOKEN,
  ROTATE as ROTATE_TOKEN,
  SET_EXPIRATION as SET_TOKEN_EXPIRATION,
  SET_IP_ALLOWLIST,
  target as targetOf,
} from '../organization-access-tokens/fixtures/tokens.js';
import { CREATE as CREATE_PERSONAL_TOKEN } from '../personal-access-tokens/personal-tokens.js';
import {
  ADD_ORGANIZATION,
  CREATE as CREATE_USER_TOKEN,
  READ as READ_USER_TOKEN,
  REMOVE_ORGANIZATION,
  RENAME,
} from '../user-access-tokens/user-tokens.js';
import { CREATE as CREATE_PROJECT_TOKEN, READ as READ_PROJECT_TOKEN } from '../project-access-tokens/project-tokens.js';

/** A token of `own` that is assigned something of another organization; nothing else of it is wrong. */
const assigned = ({ id }: Tenant, projectId: string, ...targets: object[]) => ({
  input: {
    organization: { byId: id },
    title: 'A token',
    permissions: ['project:describe'],
    resources: granular(projectOf(projectId, ...targets)),
  },
});

export const TOKEN_WAYS: readonly Way[] = [
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
  {
    argument: 'Project.accessToken.id',
    query: READ_PROJECT_TOKEN,
    foreign: ({ projectTokenId }) => projectTokenId,
    variables: (token, own) => ({ id: own.projectId, token }),
  },
  {
    argument: 'Organization.accessTokenById.id',
    query: 'query ($id: ID!, $token: ID!) { organization(id: $id) { accessTokenById(id: $token) { id } } }',
    foreign: ({ personalTokenId }) => personalTokenId,
    variables: (token, own) => ({ id: own.id, token }),
  },
  {
    argument: 'Member.accessToken.id',
    query: 'query ($id: ID!, $token: ID!) { organization(id: $id) { me { accessToken(id: $token) { id } } } }',
    foreign: ({ personalTokenId }) => personalTokenId,
    variables: (token, own) => ({ id: own.id, token }),
  },
  {
    argument: 'OrganizationReferenceInput.byId',
    query: CREATE_PERSONAL_TOKEN,
    foreign: ({ organization }) => organization.id,
    variables: (byId) => ({ input: { organization: { byId }, title: 'A token' } }),
  },
  {
    argument: 'OrganizationReferenceInput.byId',
    query: CREATE_USER_TOKEN,
    foreign: ({ organization }) => organization.id,
    variables: (byId) => ({ input: { organizations: [{ byId }], title: 'A token', graphql: true } }),
  },
  {
    argument: 'User.accessToken.id',
    query: READ_USER_TOKEN,
    foreign: ({ userTokenId }) => userTokenId,
    variables: (id) => ({ id }),
  },
  ...[ADD_ORGANIZATION, REMOVE_ORGANIZATION, RENAME, REVOKE_TOKEN, ROTATE_TOKEN].map((query): Way => ({
    argument: 'AccessTokenReference.byId',
    query,
    foreign: ({ userTokenId }) => userTokenId,
    variables: (id, own) => ({ id, organization: { byId: own.id }, title: 'Mine' }),
  })),
  {
    argument: 'ProjectReferenceInput.byId',
    query: CREATE_PROJECT_TOKEN,
    foreign: ({ project }) => project.id,
    variables: (byId) => ({
      input: { project: { byId }, title: 'A token', permissions: ['project:describe'], resources: { mode: 'ALL' } },
    }),
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
      ['AccessTokenReference.byId', SET_IP_ALLOWLIST],
      ['AccessTokenReference.byId', DELETE_TOKEN, ({ personalTokenId }: Foreign) => personalTokenId],
      ['AccessTokenReference.byId', DELETE_TOKEN, ({ projectTokenId }: Foreign) => projectTokenId],
      ['OrganizationAccessTokenReference.byId', REVOKE_TOKEN],
      ['OrganizationAccessTokenReference.byId', ROTATE_TOKEN],
      ['OrganizationAccessTokenReference.byId', SET_TOKEN_EXPIRATION],
    ] as const
  ).map(([argument, query, foreign = ({ tokenId }: Foreign) => tokenId]): Way => ({
    argument,
    query,
    foreign,
    variables: (id) => ({ id, overlapDays: 0, expiration: { period: 'ONE_YEAR' }, ipAllowlist: null }),
  })),
];
