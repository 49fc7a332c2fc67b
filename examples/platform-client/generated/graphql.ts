/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AccessTokenErrorCode =
  /** The token holds more than the caller, who would get its new secret. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  /** Another rotation has just given the token a secret, which this one would end. */
  | 'CONFLICT'
  /** The token would outlive the credential that changes it or gets its new secret. */
  | 'EXCEEDS_CALLER_LIFETIME'
  | 'EXPIRED'
  /** The caller signed in with a former secret of the token that is to be rotated. */
  | 'FORMER_SECRET'
  /** The end is not in the future. */
  | 'INVALID_EXPIRATION'
  | 'INVALID_OVERLAP'
  /** The token has expired, and the plan allows no more live ones. */
  | 'LIMIT_REACHED'
  | 'NOT_FOUND'
  | 'REVOKED'
  /** As many former secrets as there may be are still valid. */
  | 'TOO_MANY_SECRETS';

/** Names an access token. */
export type AccessTokenReference =
  {   byId: string; };

export type ApiKeyResourceInput = {
  /** Not supported. */
  gateways?: Array<GatewayIdentifierInput> | null | undefined;
  /** For a SUBGRAPH key, at least one. */
  subgraphs?: Array<SubgraphIdentifierInput> | null | undefined;
};

export type AppDeploymentResourceAssignmentInput = {
  /** 1 to 64 letters, digits, dashes and underscores. */
  appDeployment: string;
};

export type CreateKeyErrorCode =
  /** The key would hold more than the caller. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  | 'DUPLICATE_RESOURCE'
  | 'INVALID_NAME'
  | 'INVALID_SUBGRAPH_NAME'
  | 'ORGANIZATION_NOT_FOUND'
  | 'PLAN_LIMIT_REACHED'
  | 'RESOURCES_NOT_ALLOWED'
  | 'RESOURCES_REQUIRED'
  | 'RESOURCE_NOT_FOUND'
  | 'TOO_MANY_RESOURCES'
  | 'UNSUPPORTED_KEY_TYPE';

export type CreateKeyInput = {
  /** 1 to 100 letters of any kind. */
  name: string;
  /** The organization's id or slug. */
  organizationId: string;
  resources?: ApiKeyResourceInput | null | undefined;
  type: GraphOsKeyType;
};

export type CreateOrganizationAccessTokenErrorCode =
  /** The token would hold more than the caller. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  | 'DUPLICATE'
  /** The token would outlive the credential that creates it. */
  | 'EXCEEDS_CALLER_LIFETIME'
  | 'INVALID_INPUT'
  | 'INVALID_NAME'
  /** The organization has as many live tokens as its plan allows. */
  | 'LIMIT_REACHED'
  | 'MISSING_NEEDED_PERMISSION'
  /** A list was given with ALL. */
  | 'MODE_TAKES_NO_LIST'
  | 'ORGANIZATION_NOT_FOUND'
  | 'PERMISSION_WITHOUT_EFFECT'
  | 'PROJECT_NOT_FOUND'
  | 'TARGET_NOT_FOUND'
  | 'TOO_MANY_RESOURCES'
  | 'UNKNOWN_PERMISSION';

export type CreateOrganizationAccessTokenInput = {
  /** At most 248 letters. */
  description?: string | null | undefined;
  expirationPeriod?: TokenExpirationPeriod | null | undefined;
  organization: OrganizationReferenceInput;
  /** Ids of the catalogue, each with what it needs. */
  permissions: Array<string>;
  resources: ResourceAssignmentInput;
  /** 2 to 100 letters, digits, blanks, dashes and underscores. */
  title: string;
};

export type DeleteAccessTokenInput = {
  accessToken: AccessTokenReference;
};

export type GatewayIdentifierInput = {
  gatewayId: string;
};

/** Latchkey makes SUBGRAPH and OPERATOR keys. */
export type GraphOsKeyType =
  | 'GATEWAY'
  | 'OPERATOR'
  | 'ROUTER'
  | 'SCIM'
  | 'SUBGRAPH';

/** Names an organization: exactly one field. */
export type OrganizationReferenceInput =
  {   byId: string; bySelector?: never; }
  |  { byId?: never;   bySelector: OrganizationSelectorInput; };

export type OrganizationSelectorInput = {
  organizationSlug: string;
};

export type ProjectResourceAssignmentInput = {
  /** A project that the caller may see. */
  projectId: string;
  targets: ProjectTargetsResourceAssignmentInput;
};

export type ProjectTargetsResourceAssignmentInput = {
  mode: ResourceAssignmentModeType;
  targets?: Array<TargetResourceAssignmentInput> | null | undefined;
};

/** ALL takes no list. At most 1,000 projects, targets, services and app deployments in all. */
export type ResourceAssignmentInput = {
  mode: ResourceAssignmentModeType;
  projects?: Array<ProjectResourceAssignmentInput> | null | undefined;
};

export type ResourceAssignmentModeType =
  | 'ALL'
  /** What is listed, and nothing without a list. */
  | 'GRANULAR';

export type ServiceResourceAssignmentInput = {
  /** 1 to 64 letters, digits, dashes and underscores. */
  serviceName: string;
};

export type SubgraphIdentifierInput = {
  /** A project's id or slug. */
  graphId: string;
  subgraphName: string;
  /** A target's id or slug. */
  variantName: string;
};

export type TargetAppDeploymentsResourceAssignmentInput = {
  appDeployments?: Array<AppDeploymentResourceAssignmentInput> | null | undefined;
  mode: ResourceAssignmentModeType;
};

export type TargetResourceAssignmentInput = {
  appDeployments: TargetAppDeploymentsResourceAssignmentInput;
  services: TargetServicesResourceAssignmentInput;
  targetId: string;
};

export type TargetServicesResourceAssignmentInput = {
  mode: ResourceAssignmentModeType;
  services?: Array<ServiceResourceAssignmentInput> | null | undefined;
};

export type TokenExpirationPeriod =
  | 'NEVER'
  | 'ONE_MONTH'
  | 'ONE_WEEK'
  | 'ONE_YEAR'
  | 'SIX_MONTHS'
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


export type CreateAccessTokenMutation = { createOrganizationAccessToken: { ok: { privateAccessKey: string, createdOrganizationAccessToken: { id: string, expiresAt: string | null } } | null, error: { code: CreateOrganizationAccessTokenErrorCode, message: string } | null } };

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