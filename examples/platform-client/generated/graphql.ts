/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Why an access token was not changed. */
export type AccessTokenErrorCode =
  /** An admin of the organization has blocked the token there, for good. */
  | 'BLOCKED'
  /** Another rotation has just given the token a secret, which this one would end. */
  | 'CONFLICT'
  /** The token could be used from addresses that the caller's credential cannot be used from. */
  | 'EXCEEDS_CALLER_ADDRESSES'
  /** The token would outlive the credential that changes it or gets its new secret. */
  | 'EXCEEDS_CALLER_LIFETIME'
  /** The token holds more than the caller, who would get its new secret. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  /** The token has expired. */
  | 'EXPIRED'
  /** The caller signed in with a former secret of the token that is to be rotated. */
  | 'FORMER_SECRET'
  /** The end is not in the future. */
  | 'INVALID_EXPIRATION'
  /** The IP allowlist is empty or too long, or one of its entries is not a network. */
  | 'INVALID_IP_ALLOWLIST'
  /** The number of days is not from 0 to 90. */
  | 'INVALID_OVERLAP'
  /** The title has a wrong length or form. */
  | 'INVALID_TITLE'
  /** The token has expired, and the plan allows no more live ones. */
  | 'LIMIT_REACHED'
  /** No token has this id, or none that the caller may see. */
  | 'NOT_FOUND'
  /** The token is a personal one of somebody else, which others may end but not change. */
  | 'NOT_OWNER'
  /** No organization has this id or slug, or none that the caller may see or that the token's owner belongs to. */
  | 'ORGANIZATION_NOT_FOUND'
  /** The token is revoked. */
  | 'REVOKED'
  /** The token has the greatest number of organizations. */
  | 'TOO_MANY_ORGANIZATIONS'
  /** The greatest number of former secrets is still valid. */
  | 'TOO_MANY_SECRETS';

/** Names an access token by exactly one of the fields. */
export type AccessTokenReference =
  {   /** By its id. */
  byId: string; };

/** What a new key signs in for. */
export type ApiKeyResourceInput = {
  /** Not supported: anything but null or an empty list is refused. */
  gateways?: Array<GatewayIdentifierInput> | null | undefined;
  /** The subgraphs of a SUBGRAPH key: 1 to 1,000. */
  subgraphs?: Array<SubgraphIdentifierInput> | null | undefined;
};

/** An app deployment that permissions are to apply to. It need not exist yet. */
export type AppDeploymentResourceAssignmentInput = {
  /** 1 to 64 letters, digits, dashes and underscores. */
  appDeployment: string;
};

/** Why an access token was not created. */
export type CreateAccessTokenErrorCode =
  /** A permission or a resource is listed twice. */
  | 'DUPLICATE'
  /** The token could be used from addresses that the credential which creates it cannot be used from. */
  | 'EXCEEDS_CALLER_ADDRESSES'
  /** The token would outlive the credential that creates it. */
  | 'EXCEEDS_CALLER_LIFETIME'
  /** The token would hold more than the caller. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  /** The title or the description has a wrong length or form: see `details`. */
  | 'INVALID_INPUT'
  /** The IP allowlist is empty or too long, or one of its entries is not a network. */
  | 'INVALID_IP_ALLOWLIST'
  /** The name of a service or an app deployment has a wrong length or form. */
  | 'INVALID_NAME'
  /** The organization has as many live tokens as its plan allows. */
  | 'LIMIT_REACHED'
  /** A permission is listed without another that it needs. */
  | 'MISSING_NEEDED_PERMISSION'
  /** A list was given with ALL. */
  | 'MODE_TAKES_NO_LIST'
  /** No organization has this id or slug, or none that the caller may see. */
  | 'ORGANIZATION_NOT_FOUND'
  /** A permission would apply to none of the resources. */
  | 'PERMISSION_WITHOUT_EFFECT'
  /** A project does not exist in the organization, or the caller may not see it. */
  | 'PROJECT_NOT_FOUND'
  /** A target does not exist in its project, or the caller may not see it. */
  | 'TARGET_NOT_FOUND'
  /** More than 1,000 resources are listed. */
  | 'TOO_MANY_RESOURCES'
  /** No permission has this id, or no token may hold it. */
  | 'UNKNOWN_PERMISSION';

/** Why a key was not created. */
export type CreateKeyErrorCode =
  /** A subgraph is named twice. */
  | 'DUPLICATE_RESOURCE'
  /** The key would hold more than the caller. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  /** The IP allowlist is empty or too long, or one of its entries is not a network. */
  | 'INVALID_IP_ALLOWLIST'
  /** The name has a wrong length, or control characters. */
  | 'INVALID_NAME'
  /** The name of a subgraph has a wrong length or form. */
  | 'INVALID_SUBGRAPH_NAME'
  /** No organization has this id or slug, or none that the caller may see. */
  | 'ORGANIZATION_NOT_FOUND'
  /** The organization has as many live keys of this type as its plan allows. */
  | 'PLAN_LIMIT_REACHED'
  /** A key of this type takes no resources. */
  | 'RESOURCES_NOT_ALLOWED'
  /** A key of this type needs at least one subgraph. */
  | 'RESOURCES_REQUIRED'
  /** A project or target does not exist, or the caller may not see it. */
  | 'RESOURCE_NOT_FOUND'
  /** More than 1,000 subgraphs are named. */
  | 'TOO_MANY_RESOURCES'
  /** Latchkey makes no keys of this type. */
  | 'UNSUPPORTED_KEY_TYPE';

/** The input of `createKey`. */
export type CreateKeyInput = {
  /** 1 to 50 addresses and networks that the key may be used from, such as `192.0.2.0/24`; by default those of the caller's credential. */
  ipAllowlist?: Array<string> | null | undefined;
  /** A name for people: 1 to 100 characters of any kind except control characters. */
  name: string;
  /** The organization's id or slug. */
  organizationId: string;
  /** The subgraphs of a SUBGRAPH key, at least one; nothing for an OPERATOR key. */
  resources?: ApiKeyResourceInput | null | undefined;
  /** What the key is for. */
  type: GraphOsKeyType;
};

/** The input of `createOrganizationAccessToken`. */
export type CreateOrganizationAccessTokenInput = {
  /** What the token is for: at most 248 characters. */
  description?: string | null | undefined;
  /** How long the token lives. */
  expirationPeriod?: TokenExpirationPeriod | null | undefined;
  /** 1 to 50 addresses and networks that the token may be used from, such as `192.0.2.0/24`; by default those of the caller's credential. */
  ipAllowlist?: Array<string> | null | undefined;
  /** The organization that the token is for. */
  organization: OrganizationReferenceInput;
  /** Ids of permissions, each with those that it needs: docs/permissions.md. */
  permissions: Array<string>;
  /** What the permissions apply to. */
  resources: ResourceAssignmentInput;
  /** 2 to 100 letters, digits, spaces, dashes and underscores. */
  title: string;
};

/** The input of `deleteAccessToken`. */
export type DeleteAccessTokenInput = {
  /** The token to delete. */
  accessToken: AccessTokenReference;
};

/** Not supported. */
export type GatewayIdentifierInput = {
  /** Not supported. */
  gatewayId: string;
};

/** What a key is for. Latchkey makes SUBGRAPH and OPERATOR keys and refuses the others. */
export type GraphOsKeyType =
  /** Not supported. */
  | 'GATEWAY'
  /** Has every permission on all targets of the organization. */
  | 'OPERATOR'
  /** Not supported. */
  | 'ROUTER'
  /** Not supported. */
  | 'SCIM'
  /** Checks and publishes the schemas of some subgraphs. */
  | 'SUBGRAPH';

/** Names an organization by exactly one of the fields. */
export type OrganizationReferenceInput =
  {   /** By its id. */
  byId: string; bySelector?: never; }
  |  { byId?: never;   /** By its slug. */
  bySelector: OrganizationSelectorInput; };

/** Names an organization by its slug. */
export type OrganizationSelectorInput = {
  /** The slug of the organization. */
  organizationSlug: string;
};

/** A project that permissions are to apply to, and the parts of it. */
export type ProjectResourceAssignmentInput = {
  /** The id of a project that the caller may see. */
  projectId: string;
  /** The targets of the project. */
  targets: ProjectTargetsResourceAssignmentInput;
};

/** The targets of a project that permissions are to apply to. */
export type ProjectTargetsResourceAssignmentInput = {
  /** Whether it is every target, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The targets; nothing with ALL. */
  targets?: Array<TargetResourceAssignmentInput> | null | undefined;
};

/** What a token's permissions are to apply to. At most 1,000 projects, targets, services and app deployments in all. */
export type ResourceAssignmentInput = {
  /** Whether it is everything, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The projects; nothing with ALL. */
  projects?: Array<ProjectResourceAssignmentInput> | null | undefined;
};

/** How permissions apply to the projects, targets, services or app deployments at a place. */
export type ResourceAssignmentModeType =
  /** To all of them, those that are created later too. */
  | 'ALL'
  /** To those that are listed. Without a list, to none. */
  | 'GRANULAR';

/** A service that permissions are to apply to. It need not exist yet. */
export type ServiceResourceAssignmentInput = {
  /** 1 to 64 letters, digits, dashes and underscores. */
  serviceName: string;
};

/** Names a subgraph. */
export type SubgraphIdentifierInput = {
  /** A project's id or slug. */
  graphId: string;
  /** The subgraph's name: 1 to 64 letters, digits, dashes and underscores. */
  subgraphName: string;
  /** A target's id or slug. */
  variantName: string;
};

/** The app deployments of a target that permissions are to apply to. */
export type TargetAppDeploymentsResourceAssignmentInput = {
  /** The app deployments; nothing with ALL. */
  appDeployments?: Array<AppDeploymentResourceAssignmentInput> | null | undefined;
  /** Whether it is every app deployment, or what is listed. */
  mode: ResourceAssignmentModeType;
};

/** A target that permissions are to apply to, and the parts of it. */
export type TargetResourceAssignmentInput = {
  /** The app deployments of the target. */
  appDeployments: TargetAppDeploymentsResourceAssignmentInput;
  /** The services of the target. */
  services: TargetServicesResourceAssignmentInput;
  /** The id of a target that the caller may see. */
  targetId: string;
};

/** The services of a target that permissions are to apply to. */
export type TargetServicesResourceAssignmentInput = {
  /** Whether it is every service, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The services; nothing with ALL. */
  services?: Array<ServiceResourceAssignmentInput> | null | undefined;
};

/** How long a token lives from now on. */
export type TokenExpirationPeriod =
  /** Without an end. */
  | 'NEVER'
  /** To the same day of the next month, or its last. */
  | 'ONE_MONTH'
  /** 7 days. */
  | 'ONE_WEEK'
  /** To the same day of the next year. */
  | 'ONE_YEAR'
  /** To the same day six months on, or the month's last. */
  | 'SIX_MONTHS'
  /** 14 days. */
  | 'TWO_WEEKS';

export type CreateSubgraphKeyMutationVariables = Exact<{
  input: CreateKeyInput;
}>;


export type CreateSubgraphKeyMutation = { createKey:
    | { __typename: 'CreateKeyError', code: CreateKeyErrorCode, message: string, field: string | null }
    | { __typename: 'CreateKeyOk', id: string, token: string, key: { expiresAt: string | null } }
   };

export type ListKeysQueryVariables = Exact<{
  organizationId: string;
  after?: string | null | undefined;
}>;


export type ListKeysQuery = { organization: { apiKeys: { nodes: Array<{ id: string, keyName: string | null, createdAt: string, expiresAt: string | null, lastUsed: string | null, resources: Array<{ resourceId: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string } } } | null };

export type RotateKeyMutationVariables = Exact<{
  organizationId: string;
  keyId: string;
  expireOldKeyAt?: string | null | undefined;
}>;


export type RotateKeyMutation = { organization: { rotateKey: { id: string, token: string } } | null };

export type RevokeKeyMutationVariables = Exact<{
  organizationId: string;
  keyId: string;
}>;


export type RevokeKeyMutation = { organization: { revokeKey: string } | null };

export type CreateAccessTokenMutationVariables = Exact<{
  input: CreateOrganizationAccessTokenInput;
}>;


export type CreateAccessTokenMutation = { createOrganizationAccessToken: { ok: { privateAccessKey: string, createdOrganizationAccessToken: { id: string, expiresAt: string | null } } | null, error: { code: CreateAccessTokenErrorCode, message: string } | null } };

export type ListAccessTokensQueryVariables = Exact<{
  organization: OrganizationReferenceInput;
  after?: string | null | undefined;
}>;


export type ListAccessTokensQuery = { organization: { accessTokens: { edges: Array<{ node: { id: string, title: string, permissions: Array<string>, expiresAt: string | null, lastUsedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string } } } | null };

export type DeleteAccessTokenMutationVariables = Exact<{
  input: DeleteAccessTokenInput;
}>;


export type DeleteAccessTokenMutation = { deleteAccessToken: { ok: { deletedAccessTokenId: string } | null, error: { code: AccessTokenErrorCode, message: string } | null } };


export const CreateSubgraphKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSubgraphKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateKeyOk"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateKeyError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateSubgraphKeyMutation, CreateSubgraphKeyMutationVariables>;
export const ListKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organizationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organizationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"keyName"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsed"}},{"kind":"Field","name":{"kind":"Name","value":"resources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resourceId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListKeysQuery, ListKeysQueryVariables>;
export const RotateKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organizationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"keyId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expireOldKeyAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Timestamp"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organizationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"keyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"keyId"}}},{"kind":"Argument","name":{"kind":"Name","value":"expireOldKeyAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expireOldKeyAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"token"}}]}}]}}]}}]} as unknown as DocumentNode<RotateKeyMutation, RotateKeyMutationVariables>;
export const RevokeKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organizationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"keyId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organizationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"keyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"keyId"}}}]}]}}]}}]} as unknown as DocumentNode<RevokeKeyMutation, RevokeKeyMutationVariables>;
export const CreateAccessTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAccessToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganizationAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrganizationAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"privateAccessKey"}},{"kind":"Field","name":{"kind":"Name","value":"createdOrganizationAccessToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateAccessTokenMutation, CreateAccessTokenMutationVariables>;
export const ListAccessTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListAccessTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationReferenceInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"reference"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListAccessTokensQuery, ListAccessTokensQueryVariables>;
export const DeleteAccessTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAccessToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedAccessTokenId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteAccessTokenMutation, DeleteAccessTokenMutationVariables>;