import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Credential } from '../credentials/credential.js';
import type { ShownPermission } from '../authorization/permission-groups.js';
import type { TargetsOfProject, Resources, Names } from '../authorization/resources.js';
import type { ResolvedLevel } from '../access/levels.js';
import type { Self } from '../access/service.js';
import type { ActorRef } from '../authorization/grants.js';
import type { GraphIdentity, ServiceAccountIdentity } from '../authentication/service.js';
import type { Key, KeyPage } from '../subgraph-keys/key.js';
import type { Member as MemberRow, Organization as OrganizationRow } from '../organizations/organization.js';
import type { Project as ProjectRow } from '../targets/project.js';
import type { Target as TargetRow } from '../targets/target.js';
import type { User as UserRow } from '../identity/user.js';
import type { Context } from '../graphql/context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment: RFC 3339 with an offset or Z, as in `2026-01-31T12:00:00Z`. */
  DateTime: { input: Date; output: string; }
  /** A moment: RFC 3339 with an offset or Z, as in `2026-01-31T12:00:00Z`. */
  Timestamp: { input: Date; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type AccessExplanation = {
  __typename?: 'AccessExplanation';
  /** What is assigned that covers the resource, as a slug path; null when nothing does. */
  assignment?: Maybe<Scalars['String']['output']>;
  granted: Scalars['Boolean']['output'];
  /** Why, for people. */
  reason: Scalars['String']['output'];
};

/** What access tokens of every kind have in common. */
export type AccessToken = {
  createdAt: Scalars['DateTime']['output'];
  createdBy: Actor;
  description?: Maybe<Scalars['String']['output']>;
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The beginning of the secret; no letter of its random part. */
  firstCharacters: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The last accepted request. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  permissions: Array<Scalars['String']['output']>;
  /** The permissions granted, by level, on what the caller may see; with `includeAll` the others too. */
  resolvedResourcePermissionGroups: Array<ResolvedResourcePermissionGroup>;
  resources: ResourceAssignment;
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  revokedBy?: Maybe<Actor>;
  title: Scalars['String']['output'];
};


/** What access tokens of every kind have in common. */
export type AccessTokenResolvedResourcePermissionGroupsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};

export type AccessTokenErrorCode =
  /** Another rotation has just given the token a secret, which this one would end. */
  | 'CONFLICT'
  /** The token would outlive the credential that changes it or gets its new secret. */
  | 'EXCEEDS_CALLER_LIFETIME'
  /** The token holds more than the caller, who would get its new secret. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
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

/** The end of an access token: a moment, or a period from now. */
export type AccessTokenExpirationInput =
  /** A moment in the future. */
  { at: Scalars['DateTime']['input']; period?: never; }
  |  /** A period from now; NEVER for no end. */
  { at?: never; period: TokenExpirationPeriod; };

/** Names an access token. */
export type AccessTokenReference =
  { byId: Scalars['ID']['input']; };

export type AccessTokenResultError = {
  __typename?: 'AccessTokenResultError';
  code: AccessTokenErrorCode;
  message: Scalars['String']['output'];
};

/** Somebody who did something. */
export type Actor = {
  __typename?: 'Actor';
  actorId: Scalars['ID']['output'];
  type: ActorType;
};

export type ActorType =
  | 'GRAPH'
  /** A credential that acts for nobody else. */
  | 'SERVICE_ACCOUNT'
  /** The operator of this service. */
  | 'SYSTEM'
  | 'USER';

export type AddMemberInput = {
  email: Scalars['String']['input'];
  organization: OrganizationReferenceInput;
  role: MemberRole;
};

/** Either `ok` or `error`. */
export type AddMemberResult = {
  __typename?: 'AddMemberResult';
  error?: Maybe<MemberResultError>;
  ok?: Maybe<AddMemberResultOk>;
};

export type AddMemberResultOk = {
  __typename?: 'AddMemberResultOk';
  addedMember: Member;
  updatedOrganization: Organization;
};

export type ApiKeyFilterInput = {
  apiKeyStatus?: InputMaybe<ApiKeyStatus>;
  apiKeyType?: InputMaybe<ApiKeyType>;
};

export type ApiKeyResource = {
  __typename?: 'ApiKeyResource';
  /** `graph:variant:subgraph`, the first two as slugs; as ids when they are gone or the caller may not see them. */
  resourceId: Scalars['ID']['output'];
  resourceType: ApiKeyResourceType;
};

export type ApiKeyResourceInput = {
  /** Not supported. */
  gateways?: InputMaybe<Array<GatewayIdentifierInput>>;
  /** For a SUBGRAPH key, at least one. */
  subgraphs?: InputMaybe<Array<SubgraphIdentifierInput>>;
};

export type ApiKeyResourceType =
  | 'SUBGRAPH';

export type ApiKeyStatus =
  | 'ACTIVE'
  | 'ALL'
  | 'EXPIRED'
  | 'REVOKED';

export type ApiKeyType =
  | 'GATEWAY'
  | 'OPERATOR'
  | 'SCIM'
  | 'SUBGRAPH';

export type AppDeploymentResourceAssignmentInput = {
  /** 1 to 64 letters, digits, dashes and underscores. */
  appDeployment: Scalars['String']['input'];
};

/** Why an access token was not created. */
export type CreateAccessTokenErrorCode =
  | 'DUPLICATE'
  /** The token would outlive the credential that creates it. */
  | 'EXCEEDS_CALLER_LIFETIME'
  /** The token would hold more than the caller. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
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

export type CreateKeyError = {
  __typename?: 'CreateKeyError';
  code: CreateKeyErrorCode;
  /** The argument at fault, as a path into the input; null when none is. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong and what to do. */
  message: Scalars['String']['output'];
};

export type CreateKeyErrorCode =
  | 'DUPLICATE_RESOURCE'
  /** The key would hold more than the caller. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
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
  name: Scalars['String']['input'];
  /** The organization's id or slug. */
  organizationId: Scalars['ID']['input'];
  resources?: InputMaybe<ApiKeyResourceInput>;
  type: GraphOsKeyType;
};

export type CreateKeyOk = {
  __typename?: 'CreateKeyOk';
  id: Scalars['ID']['output'];
  key: GraphOsKey;
  /** The secret, in this answer only: masked when an `Idempotency-Key` is repeated. */
  token: Scalars['String']['output'];
};

export type CreateKeyResult = CreateKeyError | CreateKeyOk;

export type CreateOrganizationAccessTokenInput = {
  /** At most 248 letters. */
  description?: InputMaybe<Scalars['String']['input']>;
  expirationPeriod?: InputMaybe<TokenExpirationPeriod>;
  organization: OrganizationReferenceInput;
  /** Ids of the catalogue, each with what it needs. */
  permissions: Array<Scalars['String']['input']>;
  resources: ResourceAssignmentInput;
  /** 2 to 100 letters, digits, blanks, dashes and underscores. */
  title: Scalars['String']['input'];
};

/** Either `ok` or `error`. */
export type CreateOrganizationAccessTokenResult = {
  __typename?: 'CreateOrganizationAccessTokenResult';
  error?: Maybe<CreateOrganizationAccessTokenResultError>;
  ok?: Maybe<CreateOrganizationAccessTokenResultOk>;
};

export type CreateOrganizationAccessTokenResultError = {
  __typename?: 'CreateOrganizationAccessTokenResultError';
  code: CreateAccessTokenErrorCode;
  /** What is wrong with single fields. */
  details?: Maybe<CreateOrganizationAccessTokenResultErrorDetails>;
  message: Scalars['String']['output'];
};

export type CreateOrganizationAccessTokenResultErrorDetails = {
  __typename?: 'CreateOrganizationAccessTokenResultErrorDetails';
  description?: Maybe<Scalars['String']['output']>;
  title?: Maybe<Scalars['String']['output']>;
};

export type CreateOrganizationAccessTokenResultOk = {
  __typename?: 'CreateOrganizationAccessTokenResultOk';
  createdOrganizationAccessToken: OrganizationAccessToken;
  /** The secret, in this answer only: masked when an `Idempotency-Key` is repeated. */
  privateAccessKey: Scalars['String']['output'];
};

export type CreateOrganizationErrorCode =
  | 'INVALID_SLUG'
  /** The user created as many organizations as they may. */
  | 'LIMIT_REACHED'
  | 'SLUG_TAKEN';

export type CreateOrganizationInput = {
  /** 1 to 50 of small letters, digits and dashes; unique. */
  slug: Scalars['String']['input'];
};

/** Either `ok` or `error`. */
export type CreateOrganizationResult = {
  __typename?: 'CreateOrganizationResult';
  error?: Maybe<CreateOrganizationResultError>;
  ok?: Maybe<CreateOrganizationResultOk>;
};

export type CreateOrganizationResultError = {
  __typename?: 'CreateOrganizationResultError';
  code: CreateOrganizationErrorCode;
  inputErrors: SlugInputErrors;
  message: Scalars['String']['output'];
};

export type CreateOrganizationResultOk = {
  __typename?: 'CreateOrganizationResultOk';
  createdOrganization: Organization;
};

export type CreateProjectErrorCode =
  | 'INVALID_SLUG'
  /** The organization has as many projects as its plan allows. */
  | 'LIMIT_REACHED'
  | 'ORGANIZATION_NOT_FOUND'
  | 'SLUG_TAKEN';

export type CreateProjectInput = {
  organization: OrganizationReferenceInput;
  /** 1 to 50 of small letters, digits and dashes; unique in the organization. */
  slug: Scalars['String']['input'];
  type: ProjectType;
};

/** Either `ok` or `error`. */
export type CreateProjectResult = {
  __typename?: 'CreateProjectResult';
  error?: Maybe<CreateProjectResultError>;
  ok?: Maybe<CreateProjectResultOk>;
};

export type CreateProjectResultError = {
  __typename?: 'CreateProjectResultError';
  code: CreateProjectErrorCode;
  inputErrors: SlugInputErrors;
  message: Scalars['String']['output'];
};

export type CreateProjectResultOk = {
  __typename?: 'CreateProjectResultOk';
  createdProject: Project;
  createdTargets: Array<Target>;
  updatedOrganization: Organization;
};

export type DeleteAccessTokenInput = {
  accessToken: AccessTokenReference;
};

/** Either `ok` or `error`. */
export type DeleteAccessTokenResult = {
  __typename?: 'DeleteAccessTokenResult';
  error?: Maybe<AccessTokenResultError>;
  ok?: Maybe<DeleteAccessTokenResultOk>;
};

export type DeleteAccessTokenResultOk = {
  __typename?: 'DeleteAccessTokenResultOk';
  deletedAccessTokenId: Scalars['ID']['output'];
};

export type DeleteOrganizationAccessTokenInput = {
  organizationAccessToken: OrganizationAccessTokenReference;
};

/** Either `ok` or `error`. */
export type DeleteOrganizationAccessTokenResult = {
  __typename?: 'DeleteOrganizationAccessTokenResult';
  error?: Maybe<AccessTokenResultError>;
  ok?: Maybe<DeleteOrganizationAccessTokenResultOk>;
};

export type DeleteOrganizationAccessTokenResultOk = {
  __typename?: 'DeleteOrganizationAccessTokenResultOk';
  deletedOrganizationAccessTokenId: Scalars['ID']['output'];
};

export type GatewayIdentifierInput = {
  gatewayId: Scalars['String']['input'];
};

/** What a subgraph key signs in as: its project. */
export type Graph = Identity & {
  __typename?: 'Graph';
  asActor: Actor;
  /** The id of the project. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

/** A key that signs in for subgraphs, or for a whole organization. */
export type GraphOsKey = {
  __typename?: 'GraphOsKey';
  createdAt: Scalars['Timestamp']['output'];
  createdBy: Actor;
  expiresAt?: Maybe<Scalars['Timestamp']['output']>;
  id: Scalars['ID']['output'];
  keyName?: Maybe<Scalars['String']['output']>;
  keyType?: Maybe<GraphOsKeyType>;
  /** The last accepted request. */
  lastUsed?: Maybe<Scalars['Timestamp']['output']>;
  resources: Array<ApiKeyResource>;
  revokedAt?: Maybe<Scalars['Timestamp']['output']>;
  revokedBy?: Maybe<Actor>;
  /**
   * The secret in the answer to createKey and rotateKey; everywhere else a masked form of it, as in the answer to one
   * whose `Idempotency-Key` is repeated.
   */
  token: Scalars['String']['output'];
};

export type GraphOsKeyConnection = {
  __typename?: 'GraphOsKeyConnection';
  edges: Array<GraphOsKeyEdge>;
  nodes: Array<GraphOsKey>;
  pageInfo: PageInfo;
  /**
   * Counted when selected, up to 10,000: counting stops there, and sooner when keys that name many subgraphs have to be
   * read, as they have to be unless the filter asks for ALL.
   */
  totalCount: Scalars['Int']['output'];
};

export type GraphOsKeyEdge = {
  __typename?: 'GraphOsKeyEdge';
  cursor: Scalars['String']['output'];
  node: GraphOsKey;
};

/** Latchkey makes SUBGRAPH and OPERATOR keys. */
export type GraphOsKeyType =
  | 'GATEWAY'
  | 'OPERATOR'
  | 'ROUTER'
  | 'SCIM'
  | 'SUBGRAPH';

/** Somebody who can sign in. */
export type Identity = {
  asActor: Actor;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type Member = {
  __typename?: 'Member';
  addedAt: Scalars['DateTime']['output'];
  role: MemberRole;
  user: User;
};

export type MemberConnection = {
  __typename?: 'MemberConnection';
  edges: Array<MemberEdge>;
  nodes: Array<Member>;
  pageInfo: PageInfo;
};

export type MemberEdge = {
  __typename?: 'MemberEdge';
  cursor: Scalars['String']['output'];
  node: Member;
};

export type MemberErrorCode =
  | 'ALREADY_A_MEMBER'
  /** The role, or the member's present one, holds more than the caller. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  | 'INVALID_EMAIL'
  | 'LAST_ORG_ADMIN'
  | 'NOT_A_MEMBER'
  | 'ORGANIZATION_NOT_FOUND'
  | 'TOO_MANY_MEMBERS';

export type MemberResultError = {
  __typename?: 'MemberResultError';
  code: MemberErrorCode;
  message: Scalars['String']['output'];
};

export type MemberRole =
  /** Creates subgraph keys, and does everything on projects and what is below them. */
  | 'GRAPH_ADMIN'
  /** Sees the organization, its members, projects and targets. */
  | 'MEMBER'
  /** Does everything. */
  | 'ORG_ADMIN';

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a member by e-mail address. A user who is new here is created. */
  addMember: AddMemberResult;
  /** Creates a key. The same as `organization(id).createKey`, with problems as data. */
  createKey: CreateKeyResult;
  /** Creates an organization whose Org Admin is the signed-in user. */
  createOrganization: CreateOrganizationResult;
  /**
   * Creates a token; `privateAccessKey` is its secret, in this answer only. It cannot hold more than its creator, nor for
   * longer, unless that is a user.
   */
  createOrganizationAccessToken: CreateOrganizationAccessTokenResult;
  /** Creates a project with the targets development, staging and production. Needs `project:create`. */
  createProject: CreateProjectResult;
  /** Ends a token at once and takes it from the lists; again, answers the same. */
  deleteAccessToken: DeleteAccessTokenResult;
  /**
   * Ends a token at once and takes it from the lists; again, answers the same.
   * @deprecated Use deleteAccessToken.
   */
  deleteOrganizationAccessToken: DeleteOrganizationAccessTokenResult;
  /** The organization with this id or slug, to change its keys; null when there is none that the caller may see. */
  organization?: Maybe<OrganizationMutation>;
  /** Takes a member out. Their user access tokens lose the organization with the next request. The last Org Admin stays. */
  removeMember: RemoveMemberResult;
  /** Ends a token at once and keeps it in the lists; again, answers the same. */
  revokeAccessToken: RevokeAccessTokenResult;
  /**
   * Gives a token a new secret under the same id; `privateAccessKey` shows it in this answer only. Secrets before the present
   * one keep the end that they were promised. Without an overlap it is refused with CONFLICT within 5 seconds of another
   * rotation, whose secret it would end.
   */
  rotateAccessToken: RotateAccessTokenResult;
  /** Moves the end of a token. An expired token becomes valid again. */
  setAccessTokenExpiration: SetAccessTokenExpirationResult;
  /** Gives a member another role. The last Org Admin stays one. */
  updateMemberRole: UpdateMemberRoleResult;
};


export type MutationAddMemberArgs = {
  input: AddMemberInput;
};


export type MutationCreateKeyArgs = {
  input: CreateKeyInput;
};


export type MutationCreateOrganizationArgs = {
  input: CreateOrganizationInput;
};


export type MutationCreateOrganizationAccessTokenArgs = {
  input: CreateOrganizationAccessTokenInput;
};


export type MutationCreateProjectArgs = {
  input: CreateProjectInput;
};


export type MutationDeleteAccessTokenArgs = {
  input: DeleteAccessTokenInput;
};


export type MutationDeleteOrganizationAccessTokenArgs = {
  input: DeleteOrganizationAccessTokenInput;
};


export type MutationOrganizationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


export type MutationRevokeAccessTokenArgs = {
  input: RevokeAccessTokenInput;
};


export type MutationRotateAccessTokenArgs = {
  input: RotateAccessTokenInput;
};


export type MutationSetAccessTokenExpirationArgs = {
  input: SetAccessTokenExpirationInput;
};


export type MutationUpdateMemberRoleArgs = {
  input: UpdateMemberRoleInput;
};

export type Organization = {
  __typename?: 'Organization';
  /** An access token by its id; null when there is none. Needs `accessToken:modify`. */
  accessToken?: Maybe<OrganizationAccessToken>;
  /**
   * The organization's access tokens, newest first: 20 a page at most. With `unusedSince`, those that were last used
   * before that moment, or created before it and never used. With `expiresBefore`, those that are valid now and end before
   * that moment. With both, those that both mean. Needs `accessToken:modify`.
   */
  accessTokens: OrganizationAccessTokenConnection;
  /** A key by its id; null when there is none. Needs `key:modify`. */
  apiKey?: Maybe<GraphOsKey>;
  /**
   * The keys, newest first: `first` after a cursor, or `last` before one; at most 100 a page. With `expiresBefore`, those
   * that end before that moment. Needs `key:modify`.
   */
  apiKeys: GraphOsKeyConnection;
  /** All permissions that a token can have, in groups. Needs `accessToken:modify`. */
  availableOrganizationAccessTokenPermissionGroups: Array<PermissionGroup>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Needs `member:describe`. The newest users first; at most 100 a page. */
  members: MemberConnection;
  plan: Plan;
  /** The projects that the caller may see, newest first; at most 100 a page. */
  projects: ProjectConnection;
  slug: Scalars['String']['output'];
};


export type OrganizationAccessTokenArgs = {
  id: Scalars['ID']['input'];
};


export type OrganizationAccessTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expiresBefore?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unusedSince?: InputMaybe<Scalars['DateTime']['input']>;
};


export type OrganizationApiKeyArgs = {
  keyId: Scalars['ID']['input'];
};


export type OrganizationApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  expiresBefore?: InputMaybe<Scalars['Timestamp']['input']>;
  filter?: InputMaybe<ApiKeyFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type OrganizationMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type OrganizationProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type OrganizationAccessToken = AccessToken & {
  __typename?: 'OrganizationAccessToken';
  createdAt: Scalars['DateTime']['output'];
  createdBy: Actor;
  description?: Maybe<Scalars['String']['output']>;
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The beginning of the secret; no letter of its random part. */
  firstCharacters: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The last accepted request. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  permissions: Array<Scalars['String']['output']>;
  /** The permissions granted, by level, on what the caller may see; with `includeAll` the others too. */
  resolvedResourcePermissionGroups: Array<ResolvedResourcePermissionGroup>;
  resources: ResourceAssignment;
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  revokedBy?: Maybe<Actor>;
  title: Scalars['String']['output'];
};


export type OrganizationAccessTokenResolvedResourcePermissionGroupsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};

export type OrganizationAccessTokenConnection = {
  __typename?: 'OrganizationAccessTokenConnection';
  edges: Array<OrganizationAccessTokenEdge>;
  pageInfo: PageInfo;
};

export type OrganizationAccessTokenEdge = {
  __typename?: 'OrganizationAccessTokenEdge';
  cursor: Scalars['String']['output'];
  node: OrganizationAccessToken;
};

/** Names an access token. */
export type OrganizationAccessTokenReference =
  { byId: Scalars['ID']['input']; };

/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutation = {
  __typename?: 'OrganizationMutation';
  /**
   * Creates a key that lives for one year, or until the credential that creates it ends, if that is sooner; its `token` is
   * the secret, in this answer only. Needs `key:create` for a SUBGRAPH key, `key:modify` for an OPERATOR key.
   */
  createKey: GraphOsKey;
  /** Ends a key at once and takes it from the lists; again, answers the same. Needs `key:modify`, as do those below. */
  deleteKey: Scalars['ID']['output'];
  renameKey: GraphOsKey;
  /** Ends a key at once and keeps it in the lists; again, answers the same. */
  revokeKey: Scalars['ID']['output'];
  /**
   * Gives a key a new secret under the same id: `token`, in this answer only. The present one ends at `expireOldKeyAt`, within
   * 90 days and not after the key, or at once without it. Secrets before it keep the end that they were promised. Without an
   * overlap it is refused with CONFLICT within 5 seconds of another rotation, whose secret it would end.
   */
  rotateKey: GraphOsKey;
  /**
   * Moves the end of a key, to the plan's longest life at most, and not beyond the end of the credential that moves it. An
   * expired key becomes valid again.
   */
  setKeyExpiration: GraphOsKey;
};


/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutationCreateKeyArgs = {
  name: Scalars['String']['input'];
  resources?: InputMaybe<ApiKeyResourceInput>;
  type: GraphOsKeyType;
};


/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutationDeleteKeyArgs = {
  keyId: Scalars['ID']['input'];
};


/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutationRenameKeyArgs = {
  keyId: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutationRevokeKeyArgs = {
  keyId: Scalars['ID']['input'];
};


/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutationRotateKeyArgs = {
  expireOldKeyAt?: InputMaybe<Scalars['Timestamp']['input']>;
  keyId: Scalars['ID']['input'];
  newKeyName?: InputMaybe<Scalars['String']['input']>;
};


/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutationSetKeyExpirationArgs = {
  expiration: Scalars['Timestamp']['input'];
  keyId: Scalars['ID']['input'];
};

/** Names an organization: exactly one field. */
export type OrganizationReferenceInput =
  { byId: Scalars['ID']['input']; bySelector?: never; }
  |  { byId?: never; bySelector: OrganizationSelectorInput; };

export type OrganizationSelectorInput = {
  organizationSlug: Scalars['String']['input'];
};

/** Where a page lies in its list. Lists run newest first; the cursors of an empty page are empty. */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor: Scalars['String']['output'];
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Scalars['String']['output'];
};

export type Permission = {
  __typename?: 'Permission';
  /** A permission that a token with this one must have as well. */
  dependsOnId?: Maybe<Scalars['ID']['output']>;
  description: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** Whether the caller holds it, and so may grant it. */
  isAssignableByViewer: Scalars['Boolean']['output'];
  isReadOnly: Scalars['Boolean']['output'];
  level: PermissionLevelType;
  title: Scalars['String']['output'];
  warning?: Maybe<Scalars['String']['output']>;
};

/** Permissions that are shown together. */
export type PermissionGroup = {
  __typename?: 'PermissionGroup';
  id: Scalars['ID']['output'];
  permissions: Array<Permission>;
  title: Scalars['String']['output'];
};

/** Where a permission applies; it covers what is assigned and everything below. */
export type PermissionLevelType =
  | 'APP_DEPLOYMENT'
  | 'ORGANIZATION'
  | 'PROJECT'
  | 'SERVICE'
  | 'TARGET';

/** How many members, projects, keys and tokens an organization may have, and how long a key may live. */
export type Plan =
  | 'ENTERPRISE'
  | 'STANDARD';

/** A graph: what GraphOS calls by that name. */
export type Project = {
  __typename?: 'Project';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  organization: Organization;
  slug: Scalars['String']['output'];
  /** The targets that the caller may see, newest first; at most 100 a page. */
  targets: TargetConnection;
  type: ProjectType;
};


/** A graph: what GraphOS calls by that name. */
export type ProjectTargetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ProjectConnection = {
  __typename?: 'ProjectConnection';
  edges: Array<ProjectEdge>;
  nodes: Array<Project>;
  pageInfo: PageInfo;
};

export type ProjectEdge = {
  __typename?: 'ProjectEdge';
  cursor: Scalars['String']['output'];
  node: Project;
};

/** Names a project: exactly one field. */
export type ProjectReferenceInput =
  { byId: Scalars['ID']['input']; bySelector?: never; }
  |  { byId?: never; bySelector: ProjectSelectorInput; };

export type ProjectResourceAssignment = {
  __typename?: 'ProjectResourceAssignment';
  project: Project;
  projectId: Scalars['ID']['output'];
  targets: ProjectTargetsResourceAssignment;
};

export type ProjectResourceAssignmentInput = {
  /** A project that the caller may see. */
  projectId: Scalars['ID']['input'];
  targets: ProjectTargetsResourceAssignmentInput;
};

export type ProjectSelectorInput = {
  organizationSlug: Scalars['String']['input'];
  projectSlug: Scalars['String']['input'];
};

export type ProjectTargetsResourceAssignment = {
  __typename?: 'ProjectTargetsResourceAssignment';
  mode: ResourceAssignmentModeType;
  /** Those that are still there and that the caller may see: needs `project:describe`. */
  targets?: Maybe<Array<TargetResouceAssignment>>;
};

export type ProjectTargetsResourceAssignmentInput = {
  mode: ResourceAssignmentModeType;
  targets?: InputMaybe<Array<TargetResourceAssignmentInput>>;
};

export type ProjectType =
  | 'FEDERATION'
  | 'SINGLE'
  | 'STITCHING';

export type Query = {
  __typename?: 'Query';
  /**
   * Whether a credential may do something somewhere, and why. Of the caller itself, or of a credential (`credentialId`) of
   * an organization whose credentials the caller manages. What the caller may not see (`project:describe`) and is not
   * assigned by name is as if it were not there: the answer is then the one for any name.
   */
  explainAccess: AccessExplanation;
  /** Who is signed in: a user, the graph that a subgraph key belongs to, or a service account. */
  me?: Maybe<Identity>;
  /**
   * The organization with this id or slug (`id`), or the one that `reference` names: exactly one of the two arguments.
   * Null when there is none, or none that the caller may see.
   */
  organization?: Maybe<Organization>;
  /** Null when there is none, or none that the caller may see. */
  project?: Maybe<Project>;
  /** Null when there is none, or none that the caller may see. */
  target?: Maybe<Target>;
  /** What the credential that signs this request may do; null when nobody is signed in. */
  whoAmI?: Maybe<WhoAmI>;
};


export type QueryExplainAccessArgs = {
  credentialId?: InputMaybe<Scalars['ID']['input']>;
  organization?: InputMaybe<OrganizationReferenceInput>;
  permission: Scalars['ID']['input'];
  resource: Scalars['String']['input'];
};


export type QueryOrganizationArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  reference?: InputMaybe<OrganizationReferenceInput>;
};


export type QueryProjectArgs = {
  reference: ProjectReferenceInput;
};


export type QueryTargetArgs = {
  reference: TargetReferenceInput;
};

export type RemoveMemberInput = {
  email: Scalars['String']['input'];
  organization: OrganizationReferenceInput;
};

/** Either `ok` or `error`. */
export type RemoveMemberResult = {
  __typename?: 'RemoveMemberResult';
  error?: Maybe<MemberResultError>;
  ok?: Maybe<RemoveMemberResultOk>;
};

export type RemoveMemberResultOk = {
  __typename?: 'RemoveMemberResultOk';
  removedUserId: Scalars['ID']['output'];
  updatedOrganization: Organization;
};

export type ResolvedPermission = {
  __typename?: 'ResolvedPermission';
  isGranted: Scalars['Boolean']['output'];
  permission: Permission;
};

export type ResolvedPermissionsGroup = {
  __typename?: 'ResolvedPermissionsGroup';
  permissions: Array<ResolvedPermission>;
  title: Scalars['String']['output'];
};

/**
 * The permissions of one level, and where those granted apply. A level is there again when some of its permissions apply
 * in fewer places than others.
 */
export type ResolvedResourcePermissionGroup = {
  __typename?: 'ResolvedResourcePermissionGroup';
  level: PermissionLevelType;
  resolvedPermissionGroups: Array<ResolvedPermissionsGroup>;
  /** Slug paths such as `the-org/the-project/*` or `the-org/the-project/the-target/service/users`; null when there are none. */
  resolvedResourceIds?: Maybe<Array<Scalars['String']['output']>>;
  title: Scalars['String']['output'];
};

/** What a token's permissions apply to. ALL covers everything below and answers no list. */
export type ResourceAssignment = {
  __typename?: 'ResourceAssignment';
  mode: ResourceAssignmentModeType;
  /** Those that are still there and that the caller may see: needs `project:describe`. */
  projects?: Maybe<Array<ProjectResourceAssignment>>;
};

/** ALL takes no list. At most 1,000 projects, targets, services and app deployments in all. */
export type ResourceAssignmentInput = {
  mode: ResourceAssignmentModeType;
  projects?: InputMaybe<Array<ProjectResourceAssignmentInput>>;
};

export type ResourceAssignmentModeType =
  | 'ALL'
  /** What is listed, and nothing without a list. */
  | 'GRANULAR';

export type RevokeAccessTokenInput = {
  accessToken: AccessTokenReference;
};

/** Either `ok` or `error`. */
export type RevokeAccessTokenResult = {
  __typename?: 'RevokeAccessTokenResult';
  error?: Maybe<AccessTokenResultError>;
  ok?: Maybe<RevokeAccessTokenResultOk>;
};

export type RevokeAccessTokenResultOk = {
  __typename?: 'RevokeAccessTokenResultOk';
  revokedAccessToken: AccessToken;
};

export type RotateAccessTokenInput = {
  accessToken: AccessTokenReference;
  /** A new end of the token, from now; without it, the end stays as it is. */
  expirationPeriod?: InputMaybe<TokenExpirationPeriod>;
  /** How many days the present secret stays valid beside the new one, 0 to 90, but not longer than the token. */
  overlapDays?: Scalars['Int']['input'];
};

/** Either `ok` or `error`. */
export type RotateAccessTokenResult = {
  __typename?: 'RotateAccessTokenResult';
  error?: Maybe<AccessTokenResultError>;
  ok?: Maybe<RotateAccessTokenResultOk>;
};

export type RotateAccessTokenResultOk = {
  __typename?: 'RotateAccessTokenResultOk';
  /** The new secret, in this answer only: masked when an `Idempotency-Key` is repeated. */
  privateAccessKey: Scalars['String']['output'];
  rotatedAccessToken: AccessToken;
};

/** What a credential that is neither a user's nor a subgraph's signs in as. */
export type ServiceAccount = Identity & {
  __typename?: 'ServiceAccount';
  asActor: Actor;
  /** The id of the credential. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type ServiceResourceAssignmentInput = {
  /** 1 to 64 letters, digits, dashes and underscores. */
  serviceName: Scalars['String']['input'];
};

export type SetAccessTokenExpirationInput = {
  /** The token whose end is moved. */
  accessToken: AccessTokenReference;
  /** Its new end. */
  expiration: AccessTokenExpirationInput;
};

/** Either `ok` or `error`. */
export type SetAccessTokenExpirationResult = {
  __typename?: 'SetAccessTokenExpirationResult';
  /** Why nothing was changed; null when there is none. */
  error?: Maybe<AccessTokenResultError>;
  /** The change that was made; null when there is an error. */
  ok?: Maybe<SetAccessTokenExpirationResultOk>;
};

/** The end was moved. */
export type SetAccessTokenExpirationResultOk = {
  __typename?: 'SetAccessTokenExpirationResultOk';
  /** The token with its new end. */
  updatedAccessToken: AccessToken;
};

export type SlugInputErrors = {
  __typename?: 'SlugInputErrors';
  slug?: Maybe<Scalars['String']['output']>;
};

export type SubgraphIdentifierInput = {
  /** A project's id or slug. */
  graphId: Scalars['String']['input'];
  subgraphName: Scalars['String']['input'];
  /** A target's id or slug. */
  variantName: Scalars['String']['input'];
};

/** An environment of a project: what GraphOS calls a variant. */
export type Target = {
  __typename?: 'Target';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  project: Project;
  slug: Scalars['String']['output'];
};

export type TargetAppDeploymentsResourceAssignment = {
  __typename?: 'TargetAppDeploymentsResourceAssignment';
  appDeployments?: Maybe<Array<Scalars['String']['output']>>;
  mode: ResourceAssignmentModeType;
};

export type TargetAppDeploymentsResourceAssignmentInput = {
  appDeployments?: InputMaybe<Array<AppDeploymentResourceAssignmentInput>>;
  mode: ResourceAssignmentModeType;
};

export type TargetConnection = {
  __typename?: 'TargetConnection';
  edges: Array<TargetEdge>;
  nodes: Array<Target>;
  pageInfo: PageInfo;
};

export type TargetEdge = {
  __typename?: 'TargetEdge';
  cursor: Scalars['String']['output'];
  node: Target;
};

/** Names a target: exactly one field. */
export type TargetReferenceInput =
  { byId: Scalars['ID']['input']; bySelector?: never; }
  |  { byId?: never; bySelector: TargetSelectorInput; };

/** GraphQL Hive's spelling. */
export type TargetResouceAssignment = {
  __typename?: 'TargetResouceAssignment';
  appDeployments: TargetAppDeploymentsResourceAssignment;
  services: TargetServicesResourceAssignment;
  target: Target;
  targetId: Scalars['ID']['output'];
};

export type TargetResourceAssignmentInput = {
  appDeployments: TargetAppDeploymentsResourceAssignmentInput;
  services: TargetServicesResourceAssignmentInput;
  targetId: Scalars['ID']['input'];
};

export type TargetSelectorInput = {
  organizationSlug: Scalars['String']['input'];
  projectSlug: Scalars['String']['input'];
  targetSlug: Scalars['String']['input'];
};

export type TargetServicesResourceAssignment = {
  __typename?: 'TargetServicesResourceAssignment';
  mode: ResourceAssignmentModeType;
  services?: Maybe<Array<Scalars['String']['output']>>;
};

export type TargetServicesResourceAssignmentInput = {
  mode: ResourceAssignmentModeType;
  services?: InputMaybe<Array<ServiceResourceAssignmentInput>>;
};

export type TokenExpirationPeriod =
  | 'NEVER'
  | 'ONE_MONTH'
  | 'ONE_WEEK'
  | 'ONE_YEAR'
  | 'SIX_MONTHS'
  | 'TWO_WEEKS';

export type UpdateMemberRoleInput = {
  email: Scalars['String']['input'];
  organization: OrganizationReferenceInput;
  role: MemberRole;
};

/** Either `ok` or `error`. */
export type UpdateMemberRoleResult = {
  __typename?: 'UpdateMemberRoleResult';
  error?: Maybe<MemberResultError>;
  ok?: Maybe<UpdateMemberRoleResultOk>;
};

export type UpdateMemberRoleResultOk = {
  __typename?: 'UpdateMemberRoleResultOk';
  updatedMember: Member;
};

export type User = Identity & {
  __typename?: 'User';
  asActor: Actor;
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type WhoAmI = {
  __typename?: 'WhoAmI';
  /** When the credential ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The permissions granted, by level; with `includeAll` the others too. */
  resolvedPermissions: Array<ResolvedResourcePermissionGroup>;
  title: Scalars['String']['output'];
};


export type WhoAmIResolvedPermissionsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Organization: Organization;
  Project: Project;
  Target: Target;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Organization:
    ( { __typename: 'Organization' }
    & ( GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Organization'], {"slug":true}> ) );
  Project:
    ( { __typename: 'Project' }
    & GraphQLRecursivePick<FederationTypes['Project'], {"id":true}> );
  Target:
    ( { __typename: 'Target' }
    & GraphQLRecursivePick<FederationTypes['Target'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateKeyResult:
    | ( CreateKeyError & { __typename: 'CreateKeyError' } )
    | ( Omit<CreateKeyOk, 'key'> & { key: _RefType['GraphOsKey'] } & { __typename: 'CreateKeyOk' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  AccessToken: ( Credential );
  Identity:
    | ( GraphIdentity )
    | ( ServiceAccountIdentity )
    | ( UserRow )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessExplanation: ResolverTypeWrapper<AccessExplanation>;
  AccessToken: ResolverTypeWrapper<Credential>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessTokenErrorCode: AccessTokenErrorCode;
  AccessTokenExpirationInput: AccessTokenExpirationInput;
  AccessTokenReference: AccessTokenReference;
  AccessTokenResultError: ResolverTypeWrapper<AccessTokenResultError>;
  Actor: ResolverTypeWrapper<ActorRef>;
  ActorType: ActorType;
  AddMemberInput: AddMemberInput;
  AddMemberResult: ResolverTypeWrapper<Omit<AddMemberResult, 'ok'> & { ok?: Maybe<ResolversTypes['AddMemberResultOk']> }>;
  AddMemberResultOk: ResolverTypeWrapper<Omit<AddMemberResultOk, 'addedMember' | 'updatedOrganization'> & { addedMember: ResolversTypes['Member'], updatedOrganization: ResolversTypes['Organization'] }>;
  ApiKeyFilterInput: ApiKeyFilterInput;
  ApiKeyResource: ResolverTypeWrapper<ApiKeyResource>;
  ApiKeyResourceInput: ApiKeyResourceInput;
  ApiKeyResourceType: ApiKeyResourceType;
  ApiKeyStatus: ApiKeyStatus;
  ApiKeyType: ApiKeyType;
  AppDeploymentResourceAssignmentInput: AppDeploymentResourceAssignmentInput;
  CreateAccessTokenErrorCode: CreateAccessTokenErrorCode;
  CreateKeyError: ResolverTypeWrapper<CreateKeyError>;
  CreateKeyErrorCode: CreateKeyErrorCode;
  CreateKeyInput: CreateKeyInput;
  CreateKeyOk: ResolverTypeWrapper<Omit<CreateKeyOk, 'key'> & { key: ResolversTypes['GraphOsKey'] }>;
  CreateKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateKeyResult']>;
  CreateOrganizationAccessTokenInput: CreateOrganizationAccessTokenInput;
  CreateOrganizationAccessTokenResult: ResolverTypeWrapper<Omit<CreateOrganizationAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreateOrganizationAccessTokenResultOk']> }>;
  CreateOrganizationAccessTokenResultError: ResolverTypeWrapper<CreateOrganizationAccessTokenResultError>;
  CreateOrganizationAccessTokenResultErrorDetails: ResolverTypeWrapper<CreateOrganizationAccessTokenResultErrorDetails>;
  CreateOrganizationAccessTokenResultOk: ResolverTypeWrapper<Omit<CreateOrganizationAccessTokenResultOk, 'createdOrganizationAccessToken'> & { createdOrganizationAccessToken: ResolversTypes['OrganizationAccessToken'] }>;
  CreateOrganizationErrorCode: CreateOrganizationErrorCode;
  CreateOrganizationInput: CreateOrganizationInput;
  CreateOrganizationResult: ResolverTypeWrapper<Omit<CreateOrganizationResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreateOrganizationResultOk']> }>;
  CreateOrganizationResultError: ResolverTypeWrapper<CreateOrganizationResultError>;
  CreateOrganizationResultOk: ResolverTypeWrapper<Omit<CreateOrganizationResultOk, 'createdOrganization'> & { createdOrganization: ResolversTypes['Organization'] }>;
  CreateProjectErrorCode: CreateProjectErrorCode;
  CreateProjectInput: CreateProjectInput;
  CreateProjectResult: ResolverTypeWrapper<Omit<CreateProjectResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreateProjectResultOk']> }>;
  CreateProjectResultError: ResolverTypeWrapper<CreateProjectResultError>;
  CreateProjectResultOk: ResolverTypeWrapper<Omit<CreateProjectResultOk, 'createdProject' | 'createdTargets' | 'updatedOrganization'> & { createdProject: ResolversTypes['Project'], createdTargets: Array<ResolversTypes['Target']>, updatedOrganization: ResolversTypes['Organization'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteAccessTokenInput: DeleteAccessTokenInput;
  DeleteAccessTokenResult: ResolverTypeWrapper<DeleteAccessTokenResult>;
  DeleteAccessTokenResultOk: ResolverTypeWrapper<DeleteAccessTokenResultOk>;
  DeleteOrganizationAccessTokenInput: DeleteOrganizationAccessTokenInput;
  DeleteOrganizationAccessTokenResult: ResolverTypeWrapper<DeleteOrganizationAccessTokenResult>;
  DeleteOrganizationAccessTokenResultOk: ResolverTypeWrapper<DeleteOrganizationAccessTokenResultOk>;
  GatewayIdentifierInput: GatewayIdentifierInput;
  Graph: ResolverTypeWrapper<GraphIdentity>;
  GraphOsKey: ResolverTypeWrapper<Key>;
  GraphOsKeyConnection: ResolverTypeWrapper<KeyPage>;
  GraphOsKeyEdge: ResolverTypeWrapper<Omit<GraphOsKeyEdge, 'node'> & { node: ResolversTypes['GraphOsKey'] }>;
  GraphOsKeyType: GraphOsKeyType;
  Identity: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Identity']>;
  Member: ResolverTypeWrapper<MemberRow>;
  MemberConnection: ResolverTypeWrapper<Omit<MemberConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MemberEdge']>, nodes: Array<ResolversTypes['Member']> }>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  MemberErrorCode: MemberErrorCode;
  MemberResultError: ResolverTypeWrapper<MemberResultError>;
  MemberRole: MemberRole;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Organization: ResolverTypeWrapper<OrganizationRow>;
  OrganizationAccessToken: ResolverTypeWrapper<Credential>;
  OrganizationAccessTokenConnection: ResolverTypeWrapper<Omit<OrganizationAccessTokenConnection, 'edges'> & { edges: Array<ResolversTypes['OrganizationAccessTokenEdge']> }>;
  OrganizationAccessTokenEdge: ResolverTypeWrapper<Omit<OrganizationAccessTokenEdge, 'node'> & { node: ResolversTypes['OrganizationAccessToken'] }>;
  OrganizationAccessTokenReference: OrganizationAccessTokenReference;
  OrganizationMutation: ResolverTypeWrapper<OrganizationRow>;
  OrganizationReferenceInput: OrganizationReferenceInput;
  OrganizationSelectorInput: OrganizationSelectorInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Permission: ResolverTypeWrapper<ShownPermission>;
  PermissionGroup: ResolverTypeWrapper<Omit<PermissionGroup, 'permissions'> & { permissions: Array<ResolversTypes['Permission']> }>;
  PermissionLevelType: PermissionLevelType;
  Plan: Plan;
  Project: ResolverTypeWrapper<ProjectRow>;
  ProjectConnection: ResolverTypeWrapper<Omit<ProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProjectEdge']>, nodes: Array<ResolversTypes['Project']> }>;
  ProjectEdge: ResolverTypeWrapper<Omit<ProjectEdge, 'node'> & { node: ResolversTypes['Project'] }>;
  ProjectReferenceInput: ProjectReferenceInput;
  ProjectResourceAssignment: ResolverTypeWrapper<Omit<ProjectResourceAssignment, 'project' | 'targets'> & { project: ResolversTypes['Project'], targets: ResolversTypes['ProjectTargetsResourceAssignment'] }>;
  ProjectResourceAssignmentInput: ProjectResourceAssignmentInput;
  ProjectSelectorInput: ProjectSelectorInput;
  ProjectTargetsResourceAssignment: ResolverTypeWrapper<TargetsOfProject>;
  ProjectTargetsResourceAssignmentInput: ProjectTargetsResourceAssignmentInput;
  ProjectType: ProjectType;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberResult: ResolverTypeWrapper<Omit<RemoveMemberResult, 'ok'> & { ok?: Maybe<ResolversTypes['RemoveMemberResultOk']> }>;
  RemoveMemberResultOk: ResolverTypeWrapper<Omit<RemoveMemberResultOk, 'updatedOrganization'> & { updatedOrganization: ResolversTypes['Organization'] }>;
  ResolvedPermission: ResolverTypeWrapper<Omit<ResolvedPermission, 'permission'> & { permission: ResolversTypes['Permission'] }>;
  ResolvedPermissionsGroup: ResolverTypeWrapper<Omit<ResolvedPermissionsGroup, 'permissions'> & { permissions: Array<ResolversTypes['ResolvedPermission']> }>;
  ResolvedResourcePermissionGroup: ResolverTypeWrapper<ResolvedLevel>;
  ResourceAssignment: ResolverTypeWrapper<Resources>;
  ResourceAssignmentInput: ResourceAssignmentInput;
  ResourceAssignmentModeType: ResourceAssignmentModeType;
  RevokeAccessTokenInput: RevokeAccessTokenInput;
  RevokeAccessTokenResult: ResolverTypeWrapper<Omit<RevokeAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['RevokeAccessTokenResultOk']> }>;
  RevokeAccessTokenResultOk: ResolverTypeWrapper<Omit<RevokeAccessTokenResultOk, 'revokedAccessToken'> & { revokedAccessToken: ResolversTypes['AccessToken'] }>;
  RotateAccessTokenInput: RotateAccessTokenInput;
  RotateAccessTokenResult: ResolverTypeWrapper<Omit<RotateAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['RotateAccessTokenResultOk']> }>;
  RotateAccessTokenResultOk: ResolverTypeWrapper<Omit<RotateAccessTokenResultOk, 'rotatedAccessToken'> & { rotatedAccessToken: ResolversTypes['AccessToken'] }>;
  ServiceAccount: ResolverTypeWrapper<ServiceAccountIdentity>;
  ServiceResourceAssignmentInput: ServiceResourceAssignmentInput;
  SetAccessTokenExpirationInput: SetAccessTokenExpirationInput;
  SetAccessTokenExpirationResult: ResolverTypeWrapper<Omit<SetAccessTokenExpirationResult, 'ok'> & { ok?: Maybe<ResolversTypes['SetAccessTokenExpirationResultOk']> }>;
  SetAccessTokenExpirationResultOk: ResolverTypeWrapper<Omit<SetAccessTokenExpirationResultOk, 'updatedAccessToken'> & { updatedAccessToken: ResolversTypes['AccessToken'] }>;
  SlugInputErrors: ResolverTypeWrapper<SlugInputErrors>;
  SubgraphIdentifierInput: SubgraphIdentifierInput;
  Target: ResolverTypeWrapper<TargetRow>;
  TargetAppDeploymentsResourceAssignment: ResolverTypeWrapper<Names>;
  TargetAppDeploymentsResourceAssignmentInput: TargetAppDeploymentsResourceAssignmentInput;
  TargetConnection: ResolverTypeWrapper<Omit<TargetConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TargetEdge']>, nodes: Array<ResolversTypes['Target']> }>;
  TargetEdge: ResolverTypeWrapper<Omit<TargetEdge, 'node'> & { node: ResolversTypes['Target'] }>;
  TargetReferenceInput: TargetReferenceInput;
  TargetResouceAssignment: ResolverTypeWrapper<Omit<TargetResouceAssignment, 'appDeployments' | 'services' | 'target'> & { appDeployments: ResolversTypes['TargetAppDeploymentsResourceAssignment'], services: ResolversTypes['TargetServicesResourceAssignment'], target: ResolversTypes['Target'] }>;
  TargetResourceAssignmentInput: TargetResourceAssignmentInput;
  TargetSelectorInput: TargetSelectorInput;
  TargetServicesResourceAssignment: ResolverTypeWrapper<Names>;
  TargetServicesResourceAssignmentInput: TargetServicesResourceAssignmentInput;
  Timestamp: ResolverTypeWrapper<Scalars['Timestamp']['output']>;
  TokenExpirationPeriod: TokenExpirationPeriod;
  UpdateMemberRoleInput: UpdateMemberRoleInput;
  UpdateMemberRoleResult: ResolverTypeWrapper<Omit<UpdateMemberRoleResult, 'ok'> & { ok?: Maybe<ResolversTypes['UpdateMemberRoleResultOk']> }>;
  UpdateMemberRoleResultOk: ResolverTypeWrapper<Omit<UpdateMemberRoleResultOk, 'updatedMember'> & { updatedMember: ResolversTypes['Member'] }>;
  User: ResolverTypeWrapper<UserRow>;
  WhoAmI: ResolverTypeWrapper<Self>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessExplanation: AccessExplanation;
  AccessToken: Credential;
  ID: Scalars['ID']['output'];
  AccessTokenExpirationInput: AccessTokenExpirationInput;
  AccessTokenReference: AccessTokenReference;
  AccessTokenResultError: AccessTokenResultError;
  Actor: ActorRef;
  AddMemberInput: AddMemberInput;
  AddMemberResult: Omit<AddMemberResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['AddMemberResultOk']> };
  AddMemberResultOk: Omit<AddMemberResultOk, 'addedMember' | 'updatedOrganization'> & { addedMember: ResolversParentTypes['Member'], updatedOrganization: ResolversParentTypes['Organization'] };
  ApiKeyFilterInput: ApiKeyFilterInput;
  ApiKeyResource: ApiKeyResource;
  ApiKeyResourceInput: ApiKeyResourceInput;
  AppDeploymentResourceAssignmentInput: AppDeploymentResourceAssignmentInput;
  CreateKeyError: CreateKeyError;
  CreateKeyInput: CreateKeyInput;
  CreateKeyOk: Omit<CreateKeyOk, 'key'> & { key: ResolversParentTypes['GraphOsKey'] };
  CreateKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateKeyResult'];
  CreateOrganizationAccessTokenInput: CreateOrganizationAccessTokenInput;
  CreateOrganizationAccessTokenResult: Omit<CreateOrganizationAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreateOrganizationAccessTokenResultOk']> };
  CreateOrganizationAccessTokenResultError: CreateOrganizationAccessTokenResultError;
  CreateOrganizationAccessTokenResultErrorDetails: CreateOrganizationAccessTokenResultErrorDetails;
  CreateOrganizationAccessTokenResultOk: Omit<CreateOrganizationAccessTokenResultOk, 'createdOrganizationAccessToken'> & { createdOrganizationAccessToken: ResolversParentTypes['OrganizationAccessToken'] };
  CreateOrganizationInput: CreateOrganizationInput;
  CreateOrganizationResult: Omit<CreateOrganizationResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreateOrganizationResultOk']> };
  CreateOrganizationResultError: CreateOrganizationResultError;
  CreateOrganizationResultOk: Omit<CreateOrganizationResultOk, 'createdOrganization'> & { createdOrganization: ResolversParentTypes['Organization'] };
  CreateProjectInput: CreateProjectInput;
  CreateProjectResult: Omit<CreateProjectResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreateProjectResultOk']> };
  CreateProjectResultError: CreateProjectResultError;
  CreateProjectResultOk: Omit<CreateProjectResultOk, 'createdProject' | 'createdTargets' | 'updatedOrganization'> & { createdProject: ResolversParentTypes['Project'], createdTargets: Array<ResolversParentTypes['Target']>, updatedOrganization: ResolversParentTypes['Organization'] };
  DateTime: Scalars['DateTime']['output'];
  DeleteAccessTokenInput: DeleteAccessTokenInput;
  DeleteAccessTokenResult: DeleteAccessTokenResult;
  DeleteAccessTokenResultOk: DeleteAccessTokenResultOk;
  DeleteOrganizationAccessTokenInput: DeleteOrganizationAccessTokenInput;
  DeleteOrganizationAccessTokenResult: DeleteOrganizationAccessTokenResult;
  DeleteOrganizationAccessTokenResultOk: DeleteOrganizationAccessTokenResultOk;
  GatewayIdentifierInput: GatewayIdentifierInput;
  Graph: GraphIdentity;
  GraphOsKey: Key;
  GraphOsKeyConnection: KeyPage;
  GraphOsKeyEdge: Omit<GraphOsKeyEdge, 'node'> & { node: ResolversParentTypes['GraphOsKey'] };
  Identity: ResolversInterfaceTypes<ResolversParentTypes>['Identity'];
  Member: MemberRow;
  MemberConnection: Omit<MemberConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MemberEdge']>, nodes: Array<ResolversParentTypes['Member']> };
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  MemberResultError: MemberResultError;
  Mutation: Record<PropertyKey, never>;
  Organization: OrganizationRow;
  OrganizationAccessToken: Credential;
  OrganizationAccessTokenConnection: Omit<OrganizationAccessTokenConnection, 'edges'> & { edges: Array<ResolversParentTypes['OrganizationAccessTokenEdge']> };
  OrganizationAccessTokenEdge: Omit<OrganizationAccessTokenEdge, 'node'> & { node: ResolversParentTypes['OrganizationAccessToken'] };
  OrganizationAccessTokenReference: OrganizationAccessTokenReference;
  OrganizationMutation: OrganizationRow;
  OrganizationReferenceInput: OrganizationReferenceInput;
  OrganizationSelectorInput: OrganizationSelectorInput;
  PageInfo: PageInfo;
  Permission: ShownPermission;
  PermissionGroup: Omit<PermissionGroup, 'permissions'> & { permissions: Array<ResolversParentTypes['Permission']> };
  Project: ProjectRow;
  ProjectConnection: Omit<ProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProjectEdge']>, nodes: Array<ResolversParentTypes['Project']> };
  ProjectEdge: Omit<ProjectEdge, 'node'> & { node: ResolversParentTypes['Project'] };
  ProjectReferenceInput: ProjectReferenceInput;
  ProjectResourceAssignment: Omit<ProjectResourceAssignment, 'project' | 'targets'> & { project: ResolversParentTypes['Project'], targets: ResolversParentTypes['ProjectTargetsResourceAssignment'] };
  ProjectResourceAssignmentInput: ProjectResourceAssignmentInput;
  ProjectSelectorInput: ProjectSelectorInput;
  ProjectTargetsResourceAssignment: TargetsOfProject;
  ProjectTargetsResourceAssignmentInput: ProjectTargetsResourceAssignmentInput;
  Query: Record<PropertyKey, never>;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberResult: Omit<RemoveMemberResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['RemoveMemberResultOk']> };
  RemoveMemberResultOk: Omit<RemoveMemberResultOk, 'updatedOrganization'> & { updatedOrganization: ResolversParentTypes['Organization'] };
  ResolvedPermission: Omit<ResolvedPermission, 'permission'> & { permission: ResolversParentTypes['Permission'] };
  ResolvedPermissionsGroup: Omit<ResolvedPermissionsGroup, 'permissions'> & { permissions: Array<ResolversParentTypes['ResolvedPermission']> };
  ResolvedResourcePermissionGroup: ResolvedLevel;
  ResourceAssignment: Resources;
  ResourceAssignmentInput: ResourceAssignmentInput;
  RevokeAccessTokenInput: RevokeAccessTokenInput;
  RevokeAccessTokenResult: Omit<RevokeAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['RevokeAccessTokenResultOk']> };
  RevokeAccessTokenResultOk: Omit<RevokeAccessTokenResultOk, 'revokedAccessToken'> & { revokedAccessToken: ResolversParentTypes['AccessToken'] };
  RotateAccessTokenInput: RotateAccessTokenInput;
  RotateAccessTokenResult: Omit<RotateAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['RotateAccessTokenResultOk']> };
  RotateAccessTokenResultOk: Omit<RotateAccessTokenResultOk, 'rotatedAccessToken'> & { rotatedAccessToken: ResolversParentTypes['AccessToken'] };
  ServiceAccount: ServiceAccountIdentity;
  ServiceResourceAssignmentInput: ServiceResourceAssignmentInput;
  SetAccessTokenExpirationInput: SetAccessTokenExpirationInput;
  SetAccessTokenExpirationResult: Omit<SetAccessTokenExpirationResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['SetAccessTokenExpirationResultOk']> };
  SetAccessTokenExpirationResultOk: Omit<SetAccessTokenExpirationResultOk, 'updatedAccessToken'> & { updatedAccessToken: ResolversParentTypes['AccessToken'] };
  SlugInputErrors: SlugInputErrors;
  SubgraphIdentifierInput: SubgraphIdentifierInput;
  Target: TargetRow;
  TargetAppDeploymentsResourceAssignment: Names;
  TargetAppDeploymentsResourceAssignmentInput: TargetAppDeploymentsResourceAssignmentInput;
  TargetConnection: Omit<TargetConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TargetEdge']>, nodes: Array<ResolversParentTypes['Target']> };
  TargetEdge: Omit<TargetEdge, 'node'> & { node: ResolversParentTypes['Target'] };
  TargetReferenceInput: TargetReferenceInput;
  TargetResouceAssignment: Omit<TargetResouceAssignment, 'appDeployments' | 'services' | 'target'> & { appDeployments: ResolversParentTypes['TargetAppDeploymentsResourceAssignment'], services: ResolversParentTypes['TargetServicesResourceAssignment'], target: ResolversParentTypes['Target'] };
  TargetResourceAssignmentInput: TargetResourceAssignmentInput;
  TargetSelectorInput: TargetSelectorInput;
  TargetServicesResourceAssignment: Names;
  TargetServicesResourceAssignmentInput: TargetServicesResourceAssignmentInput;
  Timestamp: Scalars['Timestamp']['output'];
  UpdateMemberRoleInput: UpdateMemberRoleInput;
  UpdateMemberRoleResult: Omit<UpdateMemberRoleResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['UpdateMemberRoleResultOk']> };
  UpdateMemberRoleResultOk: Omit<UpdateMemberRoleResultOk, 'updatedMember'> & { updatedMember: ResolversParentTypes['Member'] };
  User: UserRow;
  WhoAmI: Self;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = Context, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = Context, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessExplanation'] = ResolversParentTypes['AccessExplanation']> = {
  assignment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AccessTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessToken'] = ResolversParentTypes['AccessToken']> = {
  __resolveType: TypeResolveFn<'OrganizationAccessToken', ParentType, ContextType>;
};

export type AccessTokenResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessTokenResultError'] = ResolversParentTypes['AccessTokenResultError']> = {
  code?: Resolver<ResolversTypes['AccessTokenErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  actorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ActorType'], ParentType, ContextType>;
};

export type AddMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddMemberResult'] = ResolversParentTypes['AddMemberResult']> = {
  error?: Resolver<Maybe<ResolversTypes['MemberResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['AddMemberResultOk']>, ParentType, ContextType>;
};

export type AddMemberResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddMemberResultOk'] = ResolversParentTypes['AddMemberResultOk']> = {
  addedMember?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  updatedOrganization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type ApiKeyResourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyResource'] = ResolversParentTypes['ApiKeyResource']> = {
  resourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resourceType?: Resolver<ResolversTypes['ApiKeyResourceType'], ParentType, ContextType>;
};

export type CreateKeyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateKeyError'] = ResolversParentTypes['CreateKeyError']> = {
  code?: Resolver<ResolversTypes['CreateKeyErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateKeyOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateKeyOk'] = ResolversParentTypes['CreateKeyOk']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateKeyResult'] = ResolversParentTypes['CreateKeyResult']> = {
  __resolveType: TypeResolveFn<'CreateKeyError' | 'CreateKeyOk', ParentType, ContextType>;
};

export type CreateOrganizationAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateOrganizationAccessTokenResult'] = ResolversParentTypes['CreateOrganizationAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['CreateOrganizationAccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['CreateOrganizationAccessTokenResultOk']>, ParentType, ContextType>;
};

export type CreateOrganizationAccessTokenResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateOrganizationAccessTokenResultError'] = ResolversParentTypes['CreateOrganizationAccessTokenResultError']> = {
  code?: Resolver<ResolversTypes['CreateAccessTokenErrorCode'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['CreateOrganizationAccessTokenResultErrorDetails']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateOrganizationAccessTokenResultErrorDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateOrganizationAccessTokenResultErrorDetails'] = ResolversParentTypes['CreateOrganizationAccessTokenResultErrorDetails']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateOrganizationAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateOrganizationAccessTokenResultOk'] = ResolversParentTypes['CreateOrganizationAccessTokenResultOk']> = {
  createdOrganizationAccessToken?: Resolver<ResolversTypes['OrganizationAccessToken'], ParentType, ContextType>;
  privateAccessKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateOrganizationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateOrganizationResult'] = ResolversParentTypes['CreateOrganizationResult']> = {
  error?: Resolver<Maybe<ResolversTypes['CreateOrganizationResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['CreateOrganizationResultOk']>, ParentType, ContextType>;
};

export type CreateOrganizationResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateOrganizationResultError'] = ResolversParentTypes['CreateOrganizationResultError']> = {
  code?: Resolver<ResolversTypes['CreateOrganizationErrorCode'], ParentType, ContextType>;
  inputErrors?: Resolver<ResolversTypes['SlugInputErrors'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateOrganizationResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateOrganizationResultOk'] = ResolversParentTypes['CreateOrganizationResultOk']> = {
  createdOrganization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type CreateProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectResult'] = ResolversParentTypes['CreateProjectResult']> = {
  error?: Resolver<Maybe<ResolversTypes['CreateProjectResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['CreateProjectResultOk']>, ParentType, ContextType>;
};

export type CreateProjectResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectResultError'] = ResolversParentTypes['CreateProjectResultError']> = {
  code?: Resolver<ResolversTypes['CreateProjectErrorCode'], ParentType, ContextType>;
  inputErrors?: Resolver<ResolversTypes['SlugInputErrors'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateProjectResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectResultOk'] = ResolversParentTypes['CreateProjectResultOk']> = {
  createdProject?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  createdTargets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  updatedOrganization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAccessTokenResult'] = ResolversParentTypes['DeleteAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['DeleteAccessTokenResultOk']>, ParentType, ContextType>;
};

export type DeleteAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAccessTokenResultOk'] = ResolversParentTypes['DeleteAccessTokenResultOk']> = {
  deletedAccessTokenId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteOrganizationAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteOrganizationAccessTokenResult'] = ResolversParentTypes['DeleteOrganizationAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['DeleteOrganizationAccessTokenResultOk']>, ParentType, ContextType>;
};

export type DeleteOrganizationAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteOrganizationAccessTokenResultOk'] = ResolversParentTypes['DeleteOrganizationAccessTokenResultOk']> = {
  deletedOrganizationAccessTokenId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GraphResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Graph'] = ResolversParentTypes['Graph']> = {
  asActor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GraphOsKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphOsKey'] = ResolversParentTypes['GraphOsKey']> = {
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keyType?: Resolver<Maybe<ResolversTypes['GraphOsKeyType']>, ParentType, ContextType>;
  lastUsed?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  resources?: Resolver<Array<ResolversTypes['ApiKeyResource']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GraphOsKeyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphOsKeyConnection'] = ResolversParentTypes['GraphOsKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GraphOsKeyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['GraphOsKey']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GraphOsKeyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphOsKeyEdge'] = ResolversParentTypes['GraphOsKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType>;
};

export type IdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity']> = {
  __resolveType: TypeResolveFn<'Graph' | 'ServiceAccount' | 'User', ParentType, ContextType>;
};

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['MemberRole'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type MemberResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberResultError'] = ResolversParentTypes['MemberResultError']> = {
  code?: Resolver<ResolversTypes['MemberErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addMember?: Resolver<ResolversTypes['AddMemberResult'], ParentType, ContextType, RequireFields<MutationAddMemberArgs, 'input'>>;
  createKey?: Resolver<ResolversTypes['CreateKeyResult'], ParentType, ContextType, RequireFields<MutationCreateKeyArgs, 'input'>>;
  createOrganization?: Resolver<ResolversTypes['CreateOrganizationResult'], ParentType, ContextType, RequireFields<MutationCreateOrganizationArgs, 'input'>>;
  createOrganizationAccessToken?: Resolver<ResolversTypes['CreateOrganizationAccessTokenResult'], ParentType, ContextType, RequireFields<MutationCreateOrganizationAccessTokenArgs, 'input'>>;
  createProject?: Resolver<ResolversTypes['CreateProjectResult'], ParentType, ContextType, RequireFields<MutationCreateProjectArgs, 'input'>>;
  deleteAccessToken?: Resolver<ResolversTypes['DeleteAccessTokenResult'], ParentType, ContextType, RequireFields<MutationDeleteAccessTokenArgs, 'input'>>;
  deleteOrganizationAccessToken?: Resolver<ResolversTypes['DeleteOrganizationAccessTokenResult'], ParentType, ContextType, RequireFields<MutationDeleteOrganizationAccessTokenArgs, 'input'>>;
  organization?: Resolver<Maybe<ResolversTypes['OrganizationMutation']>, ParentType, ContextType, RequireFields<MutationOrganizationArgs, 'id'>>;
  removeMember?: Resolver<ResolversTypes['RemoveMemberResult'], ParentType, ContextType, RequireFields<MutationRemoveMemberArgs, 'input'>>;
  revokeAccessToken?: Resolver<ResolversTypes['RevokeAccessTokenResult'], ParentType, ContextType, RequireFields<MutationRevokeAccessTokenArgs, 'input'>>;
  rotateAccessToken?: Resolver<ResolversTypes['RotateAccessTokenResult'], ParentType, ContextType, RequireFields<MutationRotateAccessTokenArgs, 'input'>>;
  setAccessTokenExpiration?: Resolver<ResolversTypes['SetAccessTokenExpirationResult'], ParentType, ContextType, RequireFields<MutationSetAccessTokenExpirationArgs, 'input'>>;
  updateMemberRole?: Resolver<ResolversTypes['UpdateMemberRoleResult'], ParentType, ContextType, RequireFields<MutationUpdateMemberRoleArgs, 'input'>>;
};

export type OrganizationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accessToken?: Resolver<Maybe<ResolversTypes['OrganizationAccessToken']>, ParentType, ContextType, RequireFields<OrganizationAccessTokenArgs, 'id'>>;
  accessTokens?: Resolver<ResolversTypes['OrganizationAccessTokenConnection'], ParentType, ContextType, Partial<OrganizationAccessTokensArgs>>;
  apiKey?: Resolver<Maybe<ResolversTypes['GraphOsKey']>, ParentType, ContextType, RequireFields<OrganizationApiKeyArgs, 'keyId'>>;
  apiKeys?: Resolver<ResolversTypes['GraphOsKeyConnection'], ParentType, ContextType, Partial<OrganizationApiKeysArgs>>;
  availableOrganizationAccessTokenPermissionGroups?: Resolver<Array<ResolversTypes['PermissionGroup']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, Partial<OrganizationMembersArgs>>;
  plan?: Resolver<ResolversTypes['Plan'], ParentType, ContextType>;
  projects?: Resolver<ResolversTypes['ProjectConnection'], ParentType, ContextType, Partial<OrganizationProjectsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrganizationAccessTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationAccessToken'] = ResolversParentTypes['OrganizationAccessToken']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstCharacters?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedResourcePermissionGroups?: Resolver<Array<ResolversTypes['ResolvedResourcePermissionGroup']>, ParentType, ContextType, RequireFields<OrganizationAccessTokenResolvedResourcePermissionGroupsArgs, 'includeAll'>>;
  resources?: Resolver<ResolversTypes['ResourceAssignment'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganizationAccessTokenConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationAccessTokenConnection'] = ResolversParentTypes['OrganizationAccessTokenConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrganizationAccessTokenEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrganizationAccessTokenEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationAccessTokenEdge'] = ResolversParentTypes['OrganizationAccessTokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrganizationAccessToken'], ParentType, ContextType>;
};

export type OrganizationMutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationMutation'] = ResolversParentTypes['OrganizationMutation']> = {
  createKey?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationCreateKeyArgs, 'name' | 'type'>>;
  deleteKey?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<OrganizationMutationDeleteKeyArgs, 'keyId'>>;
  renameKey?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationRenameKeyArgs, 'keyId' | 'name'>>;
  revokeKey?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<OrganizationMutationRevokeKeyArgs, 'keyId'>>;
  rotateKey?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationRotateKeyArgs, 'keyId'>>;
  setKeyExpiration?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationSetKeyExpirationArgs, 'expiration' | 'keyId'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PermissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Permission'] = ResolversParentTypes['Permission']> = {
  dependsOnId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAssignableByViewer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isReadOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['PermissionLevelType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PermissionGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermissionGroup'] = ResolversParentTypes['PermissionGroup']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<ProjectTargetsArgs>>;
  type?: Resolver<ResolversTypes['ProjectType'], ParentType, ContextType>;
};

export type ProjectConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectConnection'] = ResolversParentTypes['ProjectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProjectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectEdge'] = ResolversParentTypes['ProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
};

export type ProjectResourceAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectResourceAssignment'] = ResolversParentTypes['ProjectResourceAssignment']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['ProjectTargetsResourceAssignment'], ParentType, ContextType>;
};

export type ProjectTargetsResourceAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTargetsResourceAssignment'] = ResolversParentTypes['ProjectTargetsResourceAssignment']> = {
  mode?: Resolver<ResolversTypes['ResourceAssignmentModeType'], ParentType, ContextType>;
  targets?: Resolver<Maybe<Array<ResolversTypes['TargetResouceAssignment']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  explainAccess?: Resolver<ResolversTypes['AccessExplanation'], ParentType, ContextType, RequireFields<QueryExplainAccessArgs, 'permission' | 'resource'>>;
  me?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, Partial<QueryOrganizationArgs>>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, RequireFields<QueryProjectArgs, 'reference'>>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType, RequireFields<QueryTargetArgs, 'reference'>>;
  whoAmI?: Resolver<Maybe<ResolversTypes['WhoAmI']>, ParentType, ContextType>;
};

export type RemoveMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMemberResult'] = ResolversParentTypes['RemoveMemberResult']> = {
  error?: Resolver<Maybe<ResolversTypes['MemberResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['RemoveMemberResultOk']>, ParentType, ContextType>;
};

export type RemoveMemberResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMemberResultOk'] = ResolversParentTypes['RemoveMemberResultOk']> = {
  removedUserId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedOrganization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type ResolvedPermissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolvedPermission'] = ResolversParentTypes['ResolvedPermission']> = {
  isGranted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  permission?: Resolver<ResolversTypes['Permission'], ParentType, ContextType>;
};

export type ResolvedPermissionsGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolvedPermissionsGroup'] = ResolversParentTypes['ResolvedPermissionsGroup']> = {
  permissions?: Resolver<Array<ResolversTypes['ResolvedPermission']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResolvedResourcePermissionGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolvedResourcePermissionGroup'] = ResolversParentTypes['ResolvedResourcePermissionGroup']> = {
  level?: Resolver<ResolversTypes['PermissionLevelType'], ParentType, ContextType>;
  resolvedPermissionGroups?: Resolver<Array<ResolversTypes['ResolvedPermissionsGroup']>, ParentType, ContextType>;
  resolvedResourceIds?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResourceAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResourceAssignment'] = ResolversParentTypes['ResourceAssignment']> = {
  mode?: Resolver<ResolversTypes['ResourceAssignmentModeType'], ParentType, ContextType>;
  projects?: Resolver<Maybe<Array<ResolversTypes['ProjectResourceAssignment']>>, ParentType, ContextType>;
};

export type RevokeAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeAccessTokenResult'] = ResolversParentTypes['RevokeAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['RevokeAccessTokenResultOk']>, ParentType, ContextType>;
};

export type RevokeAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeAccessTokenResultOk'] = ResolversParentTypes['RevokeAccessTokenResultOk']> = {
  revokedAccessToken?: Resolver<ResolversTypes['AccessToken'], ParentType, ContextType>;
};

export type RotateAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateAccessTokenResult'] = ResolversParentTypes['RotateAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['RotateAccessTokenResultOk']>, ParentType, ContextType>;
};

export type RotateAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateAccessTokenResultOk'] = ResolversParentTypes['RotateAccessTokenResultOk']> = {
  privateAccessKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rotatedAccessToken?: Resolver<ResolversTypes['AccessToken'], ParentType, ContextType>;
};

export type ServiceAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceAccount'] = ResolversParentTypes['ServiceAccount']> = {
  asActor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetAccessTokenExpirationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAccessTokenExpirationResult'] = ResolversParentTypes['SetAccessTokenExpirationResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['SetAccessTokenExpirationResultOk']>, ParentType, ContextType>;
};

export type SetAccessTokenExpirationResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAccessTokenExpirationResultOk'] = ResolversParentTypes['SetAccessTokenExpirationResultOk']> = {
  updatedAccessToken?: Resolver<ResolversTypes['AccessToken'], ParentType, ContextType>;
};

export type SlugInputErrorsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlugInputErrors'] = ResolversParentTypes['SlugInputErrors']> = {
  slug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target'], FederationReferenceType extends FederationReferenceTypes['Target'] = FederationReferenceTypes['Target']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Target']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TargetAppDeploymentsResourceAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetAppDeploymentsResourceAssignment'] = ResolversParentTypes['TargetAppDeploymentsResourceAssignment']> = {
  appDeployments?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['ResourceAssignmentModeType'], ParentType, ContextType>;
};

export type TargetConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetConnection'] = ResolversParentTypes['TargetConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TargetEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TargetEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetEdge'] = ResolversParentTypes['TargetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
};

export type TargetResouceAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetResouceAssignment'] = ResolversParentTypes['TargetResouceAssignment']> = {
  appDeployments?: Resolver<ResolversTypes['TargetAppDeploymentsResourceAssignment'], ParentType, ContextType>;
  services?: Resolver<ResolversTypes['TargetServicesResourceAssignment'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  targetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TargetServicesResourceAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetServicesResourceAssignment'] = ResolversParentTypes['TargetServicesResourceAssignment']> = {
  mode?: Resolver<ResolversTypes['ResourceAssignmentModeType'], ParentType, ContextType>;
  services?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export interface TimestampScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Timestamp'], any> {
  name: 'Timestamp';
}

export type UpdateMemberRoleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateMemberRoleResult'] = ResolversParentTypes['UpdateMemberRoleResult']> = {
  error?: Resolver<Maybe<ResolversTypes['MemberResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['UpdateMemberRoleResultOk']>, ParentType, ContextType>;
};

export type UpdateMemberRoleResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateMemberRoleResultOk'] = ResolversParentTypes['UpdateMemberRoleResultOk']> = {
  updatedMember?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  asActor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WhoAmIResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WhoAmI'] = ResolversParentTypes['WhoAmI']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedPermissions?: Resolver<Array<ResolversTypes['ResolvedResourcePermissionGroup']>, ParentType, ContextType, RequireFields<WhoAmIResolvedPermissionsArgs, 'includeAll'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessExplanation?: AccessExplanationResolvers<ContextType>;
  AccessToken?: AccessTokenResolvers<ContextType>;
  AccessTokenResultError?: AccessTokenResultErrorResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  AddMemberResult?: AddMemberResultResolvers<ContextType>;
  AddMemberResultOk?: AddMemberResultOkResolvers<ContextType>;
  ApiKeyResource?: ApiKeyResourceResolvers<ContextType>;
  CreateKeyError?: CreateKeyErrorResolvers<ContextType>;
  CreateKeyOk?: CreateKeyOkResolvers<ContextType>;
  CreateKeyResult?: CreateKeyResultResolvers<ContextType>;
  CreateOrganizationAccessTokenResult?: CreateOrganizationAccessTokenResultResolvers<ContextType>;
  CreateOrganizationAccessTokenResultError?: CreateOrganizationAccessTokenResultErrorResolvers<ContextType>;
  CreateOrganizationAccessTokenResultErrorDetails?: CreateOrganizationAccessTokenResultErrorDetailsResolvers<ContextType>;
  CreateOrganizationAccessTokenResultOk?: CreateOrganizationAccessTokenResultOkResolvers<ContextType>;
  CreateOrganizationResult?: CreateOrganizationResultResolvers<ContextType>;
  CreateOrganizationResultError?: CreateOrganizationResultErrorResolvers<ContextType>;
  CreateOrganizationResultOk?: CreateOrganizationResultOkResolvers<ContextType>;
  CreateProjectResult?: CreateProjectResultResolvers<ContextType>;
  CreateProjectResultError?: CreateProjectResultErrorResolvers<ContextType>;
  CreateProjectResultOk?: CreateProjectResultOkResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteAccessTokenResult?: DeleteAccessTokenResultResolvers<ContextType>;
  DeleteAccessTokenResultOk?: DeleteAccessTokenResultOkResolvers<ContextType>;
  DeleteOrganizationAccessTokenResult?: DeleteOrganizationAccessTokenResultResolvers<ContextType>;
  DeleteOrganizationAccessTokenResultOk?: DeleteOrganizationAccessTokenResultOkResolvers<ContextType>;
  Graph?: GraphResolvers<ContextType>;
  GraphOsKey?: GraphOsKeyResolvers<ContextType>;
  GraphOsKeyConnection?: GraphOsKeyConnectionResolvers<ContextType>;
  GraphOsKeyEdge?: GraphOsKeyEdgeResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  MemberResultError?: MemberResultErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationAccessToken?: OrganizationAccessTokenResolvers<ContextType>;
  OrganizationAccessTokenConnection?: OrganizationAccessTokenConnectionResolvers<ContextType>;
  OrganizationAccessTokenEdge?: OrganizationAccessTokenEdgeResolvers<ContextType>;
  OrganizationMutation?: OrganizationMutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Permission?: PermissionResolvers<ContextType>;
  PermissionGroup?: PermissionGroupResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  ProjectResourceAssignment?: ProjectResourceAssignmentResolvers<ContextType>;
  ProjectTargetsResourceAssignment?: ProjectTargetsResourceAssignmentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveMemberResult?: RemoveMemberResultResolvers<ContextType>;
  RemoveMemberResultOk?: RemoveMemberResultOkResolvers<ContextType>;
  ResolvedPermission?: ResolvedPermissionResolvers<ContextType>;
  ResolvedPermissionsGroup?: ResolvedPermissionsGroupResolvers<ContextType>;
  ResolvedResourcePermissionGroup?: ResolvedResourcePermissionGroupResolvers<ContextType>;
  ResourceAssignment?: ResourceAssignmentResolvers<ContextType>;
  RevokeAccessTokenResult?: RevokeAccessTokenResultResolvers<ContextType>;
  RevokeAccessTokenResultOk?: RevokeAccessTokenResultOkResolvers<ContextType>;
  RotateAccessTokenResult?: RotateAccessTokenResultResolvers<ContextType>;
  RotateAccessTokenResultOk?: RotateAccessTokenResultOkResolvers<ContextType>;
  ServiceAccount?: ServiceAccountResolvers<ContextType>;
  SetAccessTokenExpirationResult?: SetAccessTokenExpirationResultResolvers<ContextType>;
  SetAccessTokenExpirationResultOk?: SetAccessTokenExpirationResultOkResolvers<ContextType>;
  SlugInputErrors?: SlugInputErrorsResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  TargetAppDeploymentsResourceAssignment?: TargetAppDeploymentsResourceAssignmentResolvers<ContextType>;
  TargetConnection?: TargetConnectionResolvers<ContextType>;
  TargetEdge?: TargetEdgeResolvers<ContextType>;
  TargetResouceAssignment?: TargetResouceAssignmentResolvers<ContextType>;
  TargetServicesResourceAssignment?: TargetServicesResourceAssignmentResolvers<ContextType>;
  Timestamp?: GraphQLScalarType;
  UpdateMemberRoleResult?: UpdateMemberRoleResultResolvers<ContextType>;
  UpdateMemberRoleResultOk?: UpdateMemberRoleResultOkResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  WhoAmI?: WhoAmIResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
