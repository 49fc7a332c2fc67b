import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Credential } from '../credentials/credential.js';
import type { ShownPermission } from '../authorization/permission-groups.js';
import type { TargetsOfProject, Resources, Names } from '../authorization/resources.js';
import type { ResolvedLevel } from '../access/levels.js';
import type { Self } from '../access/service.js';
import type { Assessment } from '../breaking-changes/assessment.js';
import type { Rules } from '../breaking-changes/configuration.js';
import type { ActorRef } from '../authorization/grants.js';
import type { GraphIdentity, ServiceAccountIdentity } from '../authentication/service.js';
import type { Key, KeyPage } from '../subgraph-keys/key.js';
import type { Membership as MembershipRow } from '../organizations/membership.js';
import type { Organization as OrganizationRow } from '../organizations/organization.js';
import type { Project as ProjectRow } from '../targets/project.js';
import type { RegistryTokenPage } from '../registry-tokens/service.js';
import type { Preset } from '../registry-tokens/scopes.js';
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

/** The answer to `explainAccess`. */
export type AccessExplanation = {
  __typename?: 'AccessExplanation';
  /** The assigned resource that covers it, as a slug path; null when nothing does. */
  assignment?: Maybe<Scalars['String']['output']>;
  /** The reason, for programs. */
  code: AccessExplanationCode;
  /** Whether the credential may do it. */
  granted: Scalars['Boolean']['output'];
  /** The reason, for people. */
  reason: Scalars['String']['output'];
};

/** Why a credential may do something, or may not. */
export type AccessExplanationCode =
  /** Granted: the permission also applies to what lies above the resources that are assigned. */
  | 'APPLIES_TO_ANCESTORS'
  /** Not granted: the credential has expired. */
  | 'CREDENTIAL_EXPIRED'
  /** Not granted: the credential is revoked. */
  | 'CREDENTIAL_REVOKED'
  /** Not granted: the credential does not hold the permission. */
  | 'MISSING_PERMISSION'
  /** Not granted: the credential does not reach such an organization. */
  | 'ORGANIZATION_NOT_REACHED'
  /** Not granted: the credential holds the permission, but the resource lies outside what is assigned. */
  | 'OUTSIDE_RESOURCES'
  /** Not granted: all projects and targets that the credential was assigned have been deleted. */
  | 'RESOURCES_DELETED'
  /** Not granted: the resource does not exist, or the caller may not see it. */
  | 'RESOURCE_NOT_FOUND'
  /** Granted: the credential holds the permission, and the resource lies within what is assigned. */
  | 'WITHIN_RESOURCES';

/** What access tokens of every kind have in common. */
export type AccessToken = {
  /** When the token was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created the token. */
  createdBy: Actor;
  /** What the token is for; null when it was not said. */
  description?: Maybe<Scalars['String']['output']>;
  /** When the token ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The beginning of the secret; no character of its random part. */
  firstCharacters: Scalars['String']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The addresses and networks that the token may be used from; null for any address. */
  ipAllowlist?: Maybe<Array<Scalars['String']['output']>>;
  /** When the token was last used for a request that was accepted; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The ids of the permissions, as in docs/permissions.md. */
  permissions: Array<Scalars['String']['output']>;
  /** The permissions that are granted, by level, on what the caller may see. */
  resolvedResourcePermissionGroups: Array<ResolvedResourcePermissionGroup>;
  /** What the permissions apply to. */
  resources: ResourceAssignment;
  /** When the token was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who revoked the token; null when nobody did. */
  revokedBy?: Maybe<Actor>;
  /** The name, for people. */
  title: Scalars['String']['output'];
};


/** What access tokens of every kind have in common. */
export type AccessTokenResolvedResourcePermissionGroupsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};

/** A page of access tokens of any kind. */
export type AccessTokenConnection = {
  __typename?: 'AccessTokenConnection';
  /** The tokens with their cursors. */
  edges: Array<AccessTokenEdge>;
  /** The tokens. */
  nodes: Array<AccessToken>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** An access token of any kind in a page. */
export type AccessTokenEdge = {
  __typename?: 'AccessTokenEdge';
  /** The token's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The token. */
  node: AccessToken;
};

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

/** The end of an access token: a moment, or a period from now. */
export type AccessTokenExpirationInput =
  /** A moment in the future. */
  { at: Scalars['DateTime']['input']; period?: never; }
  |  /** A period from now; NEVER for no end. */
  { at?: never; period: TokenExpirationPeriod; };

/** Names an access token by exactly one of the fields. */
export type AccessTokenReference =
  /** By its id. */
  { byId: Scalars['ID']['input']; };

/** An access token was not changed. */
export type AccessTokenResultError = {
  __typename?: 'AccessTokenResultError';
  /** The reason, for programs. */
  code: AccessTokenErrorCode;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** An actor, as the audit trail names it. */
export type Actor = {
  __typename?: 'Actor';
  /** The id of the user, the project (GRAPH) or the credential (SERVICE_ACCOUNT). */
  actorId: Scalars['ID']['output'];
  /** What the id belongs to. */
  type: ActorType;
};

/** The kinds of actor. */
export type ActorType =
  /** A project, by a subgraph key. */
  | 'GRAPH'
  /** A credential that belongs to no user and to no single project. */
  | 'SERVICE_ACCOUNT'
  /** The operator of this service, at the command line. */
  | 'SYSTEM'
  /** A user, by a user access token. */
  | 'USER';

/** The input of `addMember`. */
export type AddMemberInput = {
  /** The user's e-mail address. */
  email: Scalars['String']['input'];
  /** The organization that gets the member. */
  organization: OrganizationReferenceInput;
  /** What the member may do. It may hold no more than the caller. */
  role: MemberRole;
};

/** The result of `addMember`: either `ok` or `error`. */
export type AddMemberResult = {
  __typename?: 'AddMemberResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<MemberResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<AddMemberResultOk>;
};

/** The member was added. */
export type AddMemberResultOk = {
  __typename?: 'AddMemberResultOk';
  /** The new member. */
  addedMember: Member;
  /** The organization with the new member. */
  updatedOrganization: Organization;
};

/** The input of `addOrganizationToToken`. */
export type AddOrganizationToTokenInput = {
  /** The token that gets the organization. */
  accessToken: AccessTokenReference;
  /** An organization of the token's owner that the caller's credential reaches. */
  organization: OrganizationReferenceInput;
};

/** The result of `addOrganizationToToken`: either `ok` or `error`. */
export type AddOrganizationToTokenResult = {
  __typename?: 'AddOrganizationToTokenResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<AddOrganizationToTokenResultOk>;
};

/** The token reaches the organization. */
export type AddOrganizationToTokenResultOk = {
  __typename?: 'AddOrganizationToTokenResultOk';
  /** The token with the organization. */
  updatedUserAccessToken: UserAccessToken;
};

/** Which keys to list. */
export type ApiKeyFilterInput = {
  /** Whether the keys are valid now. */
  apiKeyStatus?: InputMaybe<ApiKeyStatus>;
  /** What the keys are for; any of them without it. */
  apiKeyType?: InputMaybe<ApiKeyType>;
};

/** A subgraph that a key signs in for. */
export type ApiKeyResource = {
  __typename?: 'ApiKeyResource';
  /** `graph:variant:subgraph`, the first two as slugs; as ids when they are gone or the caller may not see them. */
  resourceId: Scalars['ID']['output'];
  /** What the id names. */
  resourceType: ApiKeyResourceType;
};

/** What a new key signs in for. */
export type ApiKeyResourceInput = {
  /** Not supported: anything but null or an empty list is refused. */
  gateways?: InputMaybe<Array<GatewayIdentifierInput>>;
  /** The subgraphs of a SUBGRAPH key: 1 to 1,000. */
  subgraphs?: InputMaybe<Array<SubgraphIdentifierInput>>;
};

/** What a key signs in for. */
export type ApiKeyResourceType =
  /** A subgraph. */
  | 'SUBGRAPH';

/** Whether a key is valid now. */
export type ApiKeyStatus =
  /** Valid now. */
  | 'ACTIVE'
  /** Any key that is not deleted. */
  | 'ALL'
  /** Past its end, and not revoked. */
  | 'EXPIRED'
  /** Revoked. */
  | 'REVOKED';

/** What the keys to list are for. There are none of GATEWAY and SCIM. */
export type ApiKeyType =
  /** Matches no key. */
  | 'GATEWAY'
  /** As `GraphOsKeyType.OPERATOR`. */
  | 'OPERATOR'
  /** Matches no key. */
  | 'SCIM'
  /** As `GraphOsKeyType.SUBGRAPH`. */
  | 'SUBGRAPH';

/** An app deployment that permissions are to apply to. It need not exist yet. */
export type AppDeploymentResourceAssignmentInput = {
  /** 1 to 64 letters, digits, dashes and underscores. */
  appDeployment: Scalars['String']['input'];
};

/** The input of `assessBreakingChanges`. Counts are of the configuration's period; 5,000 in all at most. */
export type AssessBreakingChangesInput = {
  /** Up to 500 breaking changes. */
  changes: Array<BreakingChangeInput>;
  /** All operations of each target of the configuration, by client and app deployment; a count of 0 for one without. */
  operations: Array<OperationCountInput>;
};

/** Whether a breaking change is safe, and why. */
export type AssessedBreakingChange = {
  __typename?: 'AssessedBreakingChange';
  /** The schema coordinate of what it breaks. */
  coordinate: Scalars['String']['output'];
  /** How many operations that use it were left out. */
  excludedOperations: Scalars['Float']['output'];
  /** Whether the change counts as safe. */
  isSafe: Scalars['Boolean']['output'];
  /** Why, for people, with the rule and the traffic in numbers. */
  message: Scalars['String']['output'];
  /** How many counted operations use it. */
  operations: Scalars['Float']['output'];
  /** The percentage of all counted operations that use it; null when there were none. */
  percentage?: Maybe<Scalars['Float']['output']>;
  /** Why, for programs. */
  reason: BreakingChangeReason;
};

/** Whether breaking changes are safe, with the configuration and the counts that decide it. */
export type BreakingChangeAssessment = {
  __typename?: 'BreakingChangeAssessment';
  /** The changes, in the order of the input. */
  changes: Array<AssessedBreakingChange>;
  /** The configuration of the target. */
  configuration: ConditionalBreakingChangeConfiguration;
  /** How many operations of excluded clients and app deployments were left out. */
  excludedOperations: Scalars['Float']['output'];
  /** How many operations counted: all but those of excluded clients and app deployments. */
  totalOperations: Scalars['Float']['output'];
};

/** Why a configuration was not changed. */
export type BreakingChangeConfigurationErrorCode =
  /** A field has a value that is not accepted; `inputErrors` says which. */
  | 'INVALID_INPUT'
  /** There is no such target, or none that the caller may see. */
  | 'TARGET_NOT_FOUND';

/** Which threshold decides whether a breaking change is safe. */
export type BreakingChangeFormulaType =
  /** A percentage of all operations: `percentage`. */
  | 'PERCENTAGE'
  /** A number of operations: `requestCount`. */
  | 'REQUEST_COUNT';

/** A breaking change, and the operations that use what it breaks. */
export type BreakingChangeInput = {
  /** The schema coordinate of what it breaks, such as `User.email` or `Query.user(id:)`. */
  coordinate: Scalars['String']['input'];
  /** How many of the operations use it; those that do not are left out. */
  operations: Array<OperationCountInput>;
};

/** Why a breaking change is safe or not. */
export type BreakingChangeReason =
  /** Not safe: the operations that use it exceed `percentage`, or reach `requestCount`. */
  | 'ABOVE_THRESHOLD'
  /** Safe: operations use it, but not enough for ABOVE_THRESHOLD. */
  | 'BELOW_THRESHOLD'
  /** Not safe: the configuration is not enabled. */
  | 'NOT_ENABLED'
  /** Safe: no counted operation uses it. */
  | 'NOT_USED';

/** An organization, a project or a target was not renamed or deleted. */
export type ChangePlaceError = {
  __typename?: 'ChangePlaceError';
  /** The reason, for programs. */
  code: ChangePlaceErrorCode;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** Why an organization, a project or a target was not renamed or deleted. */
export type ChangePlaceErrorCode =
  /** The name is empty, too long, or holds a control character or a secret. */
  | 'INVALID_NAME'
  /** The slug has a wrong length or form, or is reserved. */
  | 'INVALID_SLUG'
  /** Nothing has this id or these slugs, or nothing that the caller may see. */
  | 'NOT_FOUND'
  /** Something else beside it has the slug. */
  | 'SLUG_TAKEN';

/** The rules for when a breaking change counts as safe in a target. */
export type ConditionalBreakingChangeConfiguration = {
  __typename?: 'ConditionalBreakingChangeConfiguration';
  /** Which threshold counts. */
  breakingChangeFormula: BreakingChangeFormulaType;
  /** The names of app deployments whose operations do not count. */
  excludedAppDeployments: Array<Scalars['String']['output']>;
  /** The names of clients whose operations do not count. */
  excludedClients: Array<Scalars['String']['output']>;
  /** Whether a breaking change may count as safe at all. */
  isEnabled: Scalars['Boolean']['output'];
  /** With PERCENTAGE: a change is unsafe when more than this percentage of all operations uses what it breaks. */
  percentage: Scalars['Float']['output'];
  /** The number of days before the check whose operations count. */
  period: Scalars['Int']['output'];
  /** With REQUEST_COUNT: a change is unsafe when this number of operations, or more, uses what it breaks. */
  requestCount: Scalars['Int']['output'];
  /** The targets whose operations count, without those that the caller does not see. By default the target itself. */
  targets: Array<Target>;
};

/** The changes of a configuration. Fields that are left out or null stay unchanged. */
export type ConditionalBreakingChangeConfigurationInput = {
  /** Which threshold counts. */
  breakingChangeFormula?: InputMaybe<BreakingChangeFormulaType>;
  /** The names of up to 1,000 app deployments; an empty list removes all. */
  excludedAppDeployments?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The names of up to 1,000 clients; an empty list removes all. */
  excludedClients?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether a breaking change may count as safe at all. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** 0 to 100, in steps of 0.01. */
  percentage?: InputMaybe<Scalars['Float']['input']>;
  /** 1 to as many days as the plan keeps usage data. */
  period?: InputMaybe<Scalars['Int']['input']>;
  /** 1 or more. */
  requestCount?: InputMaybe<Scalars['Int']['input']>;
  /** The ids of 1 to 100 targets of the same project. */
  targetIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What is wrong with single fields of a configuration; null for valid ones. */
export type ConditionalBreakingChangeConfigurationInputErrors = {
  __typename?: 'ConditionalBreakingChangeConfigurationInputErrors';
  /** What is wrong with the app deployments. */
  excludedAppDeployments?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the clients. */
  excludedClients?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the percentage. */
  percentage?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the period. */
  period?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the number of requests. */
  requestCount?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the targets. */
  targetIds?: Maybe<Scalars['String']['output']>;
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

/** The key was not created. */
export type CreateKeyError = {
  __typename?: 'CreateKeyError';
  /** The reason, for programs. */
  code: CreateKeyErrorCode;
  /** The argument at fault, as a path into the input; null when none is. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

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
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A name for people: 1 to 100 characters of any kind except control characters. */
  name: Scalars['String']['input'];
  /** The organization's id or slug. */
  organizationId: Scalars['ID']['input'];
  /** The subgraphs of a SUBGRAPH key, at least one; nothing for an OPERATOR key. */
  resources?: InputMaybe<ApiKeyResourceInput>;
  /** What the key is for. */
  type: GraphOsKeyType;
};

/** The key was created. */
export type CreateKeyOk = {
  __typename?: 'CreateKeyOk';
  /** The id of the new key. */
  id: Scalars['ID']['output'];
  /** The new key. */
  key: GraphOsKey;
  /** The secret, in this answer only; a masked form of it in the answer to a repeated `Idempotency-Key`. */
  token: Scalars['String']['output'];
};

/** The result of `createKey`. */
export type CreateKeyResult = CreateKeyError | CreateKeyOk;

/** The input of `createOrganizationAccessToken`. */
export type CreateOrganizationAccessTokenInput = {
  /** What the token is for: at most 248 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** How long the token lives. */
  expirationPeriod?: InputMaybe<TokenExpirationPeriod>;
  /** 1 to 50 addresses and networks that the token may be used from, such as `192.0.2.0/24`; by default those of the caller's credential. */
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The organization that the token is for. */
  organization: OrganizationReferenceInput;
  /** Ids of permissions, each with those that it needs: docs/permissions.md. */
  permissions: Array<Scalars['String']['input']>;
  /** What the permissions apply to. */
  resources: ResourceAssignmentInput;
  /** 2 to 100 letters, digits, spaces, dashes and underscores. */
  title: Scalars['String']['input'];
};

/** The result of `createOrganizationAccessToken`: either `ok` or `error`. */
export type CreateOrganizationAccessTokenResult = {
  __typename?: 'CreateOrganizationAccessTokenResult';
  /** Why nothing was created; null when something was. */
  error?: Maybe<CreateOrganizationAccessTokenResultError>;
  /** What was created; null when there is an error. */
  ok?: Maybe<CreateOrganizationAccessTokenResultOk>;
};

/** The token was not created. */
export type CreateOrganizationAccessTokenResultError = {
  __typename?: 'CreateOrganizationAccessTokenResultError';
  /** The reason, for programs. */
  code: CreateAccessTokenErrorCode;
  /** What is wrong with single fields of the input; null when none is at fault. */
  details?: Maybe<CreateOrganizationAccessTokenResultErrorDetails>;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** What is wrong with single fields of an input. */
export type CreateOrganizationAccessTokenResultErrorDetails = {
  __typename?: 'CreateOrganizationAccessTokenResultErrorDetails';
  /** What is wrong with the description, for people; null when nothing is. */
  description?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the title, for people; null when nothing is. */
  title?: Maybe<Scalars['String']['output']>;
};

/** The token was created. */
export type CreateOrganizationAccessTokenResultOk = {
  __typename?: 'CreateOrganizationAccessTokenResultOk';
  /** The new token. */
  createdOrganizationAccessToken: OrganizationAccessToken;
  /** The secret, in this answer only; a masked form of it in the answer to a repeated `Idempotency-Key`. */
  privateAccessKey: Scalars['String']['output'];
};

/** Why an organization was not created. */
export type CreateOrganizationErrorCode =
  /** The slug has a wrong length or form, or is reserved. */
  | 'INVALID_SLUG'
  /** The user has created the greatest number of organizations. */
  | 'LIMIT_REACHED'
  /** Another organization has the slug. */
  | 'SLUG_TAKEN';

/** The input of `createOrganization`. */
export type CreateOrganizationInput = {
  /** 1 to 50 lower-case letters, digits and dashes; unique among all organizations; not `view` or `new`. */
  slug: Scalars['String']['input'];
};

/** The result of `createOrganization`: either `ok` or `error`. */
export type CreateOrganizationResult = {
  __typename?: 'CreateOrganizationResult';
  /** Why nothing was created; null when something was. */
  error?: Maybe<CreateOrganizationResultError>;
  /** What was created; null when there is an error. */
  ok?: Maybe<CreateOrganizationResultOk>;
};

/** The organization was not created. */
export type CreateOrganizationResultError = {
  __typename?: 'CreateOrganizationResultError';
  /** The reason, for programs. */
  code: CreateOrganizationErrorCode;
  /** What is wrong with single fields of the input. */
  inputErrors: SlugInputErrors;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** The organization was created. */
export type CreateOrganizationResultOk = {
  __typename?: 'CreateOrganizationResultOk';
  /** The new organization. */
  createdOrganization: Organization;
};

/** The input of `createPersonalAccessToken`. */
export type CreatePersonalAccessTokenInput = {
  /** What the token is for: at most 248 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** How long the token lives. */
  expirationPeriod?: InputMaybe<TokenExpirationPeriod>;
  /** 1 to 50 addresses and networks that the token may be used from, such as `192.0.2.0/24`; by default those of the caller's credential. */
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The organization that the token is for. */
  organization: OrganizationReferenceInput;
  /**
   * Ids of permissions, each with those that it needs: docs/permissions.md. By default all that the caller's role gives now, except
   * those that no token can have.
   */
  permissions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What the permissions apply to; everything in the organization unless given. */
  resources?: InputMaybe<ResourceAssignmentInput>;
  /** 2 to 100 letters, digits, spaces, dashes and underscores. */
  title: Scalars['String']['input'];
};

/** The result of `createPersonalAccessToken`: either `ok` or `error`. */
export type CreatePersonalAccessTokenResult = {
  __typename?: 'CreatePersonalAccessTokenResult';
  /** Why nothing was created; null when something was. */
  error?: Maybe<CreatePersonalAccessTokenResultError>;
  /** What was created; null when there is an error. */
  ok?: Maybe<CreatePersonalAccessTokenResultOk>;
};

/** The token was not created. */
export type CreatePersonalAccessTokenResultError = {
  __typename?: 'CreatePersonalAccessTokenResultError';
  /** The reason, for programs. */
  code: CreateAccessTokenErrorCode;
  /** What is wrong with single fields of the input; null when none is at fault. */
  details?: Maybe<CreatePersonalAccessTokenResultErrorDetails>;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** What is wrong with single fields of an input. */
export type CreatePersonalAccessTokenResultErrorDetails = {
  __typename?: 'CreatePersonalAccessTokenResultErrorDetails';
  /** What is wrong with the description, for people; null when nothing is. */
  description?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the title, for people; null when nothing is. */
  title?: Maybe<Scalars['String']['output']>;
};

/** The token was created. */
export type CreatePersonalAccessTokenResultOk = {
  __typename?: 'CreatePersonalAccessTokenResultOk';
  /** The new token. */
  createdPersonalAccessToken: PersonalAccessToken;
  /** The secret, in this answer only; a masked form of it in the answer to a repeated `Idempotency-Key`. */
  privateAccessKey: Scalars['String']['output'];
};

/** The input of `createProjectAccessToken`. */
export type CreateProjectAccessTokenInput = {
  /** What the token is for: at most 248 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** How long the token lives. */
  expirationPeriod?: InputMaybe<TokenExpirationPeriod>;
  /** 1 to 50 addresses and networks that the token may be used from, such as `192.0.2.0/24`; by default those of the caller's credential. */
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Ids of permissions that apply to a project or below it, each with those that it needs: docs/permissions.md. */
  permissions: Array<Scalars['String']['input']>;
  /** The project that the token is for. */
  project: ProjectReferenceInput;
  /** The parts of the project that the permissions apply to. */
  resources: ProjectTargetsResourceAssignmentInput;
  /** 2 to 100 letters, digits, spaces, dashes and underscores. */
  title: Scalars['String']['input'];
};

/** The result of `createProjectAccessToken`: either `ok` or `error`. */
export type CreateProjectAccessTokenResult = {
  __typename?: 'CreateProjectAccessTokenResult';
  /** Why nothing was created; null when something was. */
  error?: Maybe<CreateProjectAccessTokenResultError>;
  /** What was created; null when there is an error. */
  ok?: Maybe<CreateProjectAccessTokenResultOk>;
};

/** The token was not created. */
export type CreateProjectAccessTokenResultError = {
  __typename?: 'CreateProjectAccessTokenResultError';
  /** The reason, for programs. */
  code: CreateAccessTokenErrorCode;
  /** What is wrong with single fields of the input; null when none is at fault. */
  details?: Maybe<CreateProjectAccessTokenResultErrorDetails>;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** What is wrong with single fields of an input. */
export type CreateProjectAccessTokenResultErrorDetails = {
  __typename?: 'CreateProjectAccessTokenResultErrorDetails';
  /** What is wrong with the description, for people; null when nothing is. */
  description?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the title, for people; null when nothing is. */
  title?: Maybe<Scalars['String']['output']>;
};

/** The token was created. */
export type CreateProjectAccessTokenResultOk = {
  __typename?: 'CreateProjectAccessTokenResultOk';
  /** The new token. */
  createdProjectAccessToken: ProjectAccessToken;
  /** The secret, in this answer only; a masked form of it in the answer to a repeated `Idempotency-Key`. */
  privateAccessKey: Scalars['String']['output'];
};

/** Why a project was not created. */
export type CreateProjectErrorCode =
  /** The slug has a wrong length or form, or is reserved. */
  | 'INVALID_SLUG'
  /** The organization has as many projects as its plan allows. */
  | 'LIMIT_REACHED'
  /** No organization has this id or slug, or none that the caller may see. */
  | 'ORGANIZATION_NOT_FOUND'
  /** Another project of the organization has the slug. */
  | 'SLUG_TAKEN';

/** The input of `createProject`. */
export type CreateProjectInput = {
  /** The organization that gets the project. */
  organization: OrganizationReferenceInput;
  /** 1 to 50 lower-case letters, digits and dashes; unique in the organization; not `view` or `new`. */
  slug: Scalars['String']['input'];
  /** How the schemas of the project are composed. */
  type: ProjectType;
};

/** The result of `createProject`: either `ok` or `error`. */
export type CreateProjectResult = {
  __typename?: 'CreateProjectResult';
  /** Why nothing was created; null when something was. */
  error?: Maybe<CreateProjectResultError>;
  /** What was created; null when there is an error. */
  ok?: Maybe<CreateProjectResultOk>;
};

/** The project was not created. */
export type CreateProjectResultError = {
  __typename?: 'CreateProjectResultError';
  /** The reason, for programs. */
  code: CreateProjectErrorCode;
  /** What is wrong with single fields of the input. */
  inputErrors: SlugInputErrors;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** The project was created. */
export type CreateProjectResultOk = {
  __typename?: 'CreateProjectResultOk';
  /** The new project. */
  createdProject: Project;
  /** Its targets: development, staging and production. */
  createdTargets: Array<Target>;
  /** The organization with the new project. */
  updatedOrganization: Organization;
};

/** Why a target was not created. */
export type CreateTargetErrorCode =
  /** The slug has a wrong length or form, or is reserved. */
  | 'INVALID_SLUG'
  /** The project has as many targets as the plan of its organization allows. */
  | 'LIMIT_REACHED'
  /** No project has this id or slug, or none that the caller may see. */
  | 'PROJECT_NOT_FOUND'
  /** Another target of the project has the slug. */
  | 'SLUG_TAKEN';

/** The input of `createTarget`. */
export type CreateTargetInput = {
  /** The project that gets the target. */
  project: ProjectReferenceInput;
  /** 1 to 50 lower-case letters, digits and dashes; unique in the project; not `view` or `new`. */
  slug: Scalars['String']['input'];
};

/** The result of `createTarget`: either `ok` or `error`. */
export type CreateTargetResult = {
  __typename?: 'CreateTargetResult';
  /** Why nothing was created; null when something was. */
  error?: Maybe<CreateTargetResultError>;
  /** What was created; null when there is an error. */
  ok?: Maybe<CreateTargetResultOk>;
};

/** The target was not created. */
export type CreateTargetResultError = {
  __typename?: 'CreateTargetResultError';
  /** The reason, for programs. */
  code: CreateTargetErrorCode;
  /** What is wrong with single fields of the input. */
  inputErrors: SlugInputErrors;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** The target was created. */
export type CreateTargetResultOk = {
  __typename?: 'CreateTargetResultOk';
  /** The new target. */
  createdTarget: Target;
  /** The slugs that name the new target now. */
  selector: TargetSelector;
};

/** The registry token was not created. */
export type CreateTokenError = {
  __typename?: 'CreateTokenError';
  /** The reason, for programs. */
  code: CreateAccessTokenErrorCode;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** The input of `createToken`. */
export type CreateTokenInput = {
  /** How long the token is valid. */
  expirationPeriod?: TokenExpirationPeriod;
  /** 1 to 50 addresses and networks that the token may be used from, such as `192.0.2.0/24`; by default those of the caller's credential. */
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 2 to 50 characters of any kind except control characters, without a secret. */
  name: Scalars['String']['input'];
  /** READ, or an empty list. */
  organizationScopes: Array<OrganizationAccessScope>;
  /** The slug of the target's organization. */
  organizationSlug: Scalars['String']['input'];
  /** READ, or an empty list. */
  projectScopes: Array<ProjectAccessScope>;
  /** The slug of the target's project. */
  projectSlug: Scalars['String']['input'];
  /** What the token may do on the target. */
  targetScopes: Array<TargetAccessScope>;
  /** The slug of the target. */
  targetSlug: Scalars['String']['input'];
};

/** A registry token was created. */
export type CreateTokenOk = {
  __typename?: 'CreateTokenOk';
  /** The token. */
  createdToken: Token;
  /** The secret, in this answer only; a masked form of it in the answer to a repeated `Idempotency-Key`. */
  secret: Scalars['String']['output'];
  /** The slugs of the target. */
  selector: TargetSelector;
};

/** The result of `createToken`: either `ok` or `error`. */
export type CreateTokenResult = {
  __typename?: 'CreateTokenResult';
  /** Why nothing was created; null when something was. */
  error?: Maybe<CreateTokenError>;
  /** The token that was created; null when there is an error. */
  ok?: Maybe<CreateTokenOk>;
};

/** Why a user access token was not created. */
export type CreateUserAccessTokenErrorCode =
  /** An organization or a scope is listed twice. */
  | 'DUPLICATE'
  /** The token would hold a scope that the caller's role in one of the organizations does not give. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  /** The end is not in the future. */
  | 'INVALID_EXPIRATION'
  /** The title or the description has a wrong length or form: see `details`. */
  | 'INVALID_INPUT'
  /** The IP allowlist is empty or too long, or one of its entries is not a network. */
  | 'INVALID_IP_ALLOWLIST'
  /** The user has the greatest number of live tokens. */
  | 'LIMIT_REACHED'
  /** The token would have no effect: it is for no organization, or neither for GraphQL nor with a scope. */
  | 'NOTHING_TO_REACH'
  /** An organization does not exist, or the caller is no member of it or may not see it. */
  | 'ORGANIZATION_NOT_FOUND'
  /** A token with GraphQL access cannot be limited by scopes. */
  | 'SCOPES_WITH_GRAPHQL'
  /** More than 100 organizations are listed. */
  | 'TOO_MANY_ORGANIZATIONS'
  /** No REST scope has this id. */
  | 'UNKNOWN_SCOPE';

/** The input of `createUserAccessToken`. */
export type CreateUserAccessTokenInput = {
  /** What the token is for: at most 248 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When the token ends; never without it. */
  expiration?: InputMaybe<AccessTokenExpirationInput>;
  /** Whether the token may use GraphQL, which no scope limits. */
  graphql?: Scalars['Boolean']['input'];
  /** 1 to 50 addresses and networks that the token may be used from, such as `192.0.2.0/24`; by default those of the caller's credential. */
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The organizations that the token is for: 1 to 100 that the caller's credential reaches, each once. */
  organizations: Array<OrganizationReferenceInput>;
  /** Ids of REST scopes, at least one unless the token is for GraphQL, and then none: docs/access-tokens.md. */
  scopes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 2 to 100 letters, digits, spaces, dashes and underscores. */
  title: Scalars['String']['input'];
};

/** The result of `createUserAccessToken`: either `ok` or `error`. */
export type CreateUserAccessTokenResult = {
  __typename?: 'CreateUserAccessTokenResult';
  /** Why nothing was created; null when something was. */
  error?: Maybe<CreateUserAccessTokenResultError>;
  /** What was created; null when there is an error. */
  ok?: Maybe<CreateUserAccessTokenResultOk>;
};

/** The token was not created. */
export type CreateUserAccessTokenResultError = {
  __typename?: 'CreateUserAccessTokenResultError';
  /** The reason, for programs. */
  code: CreateUserAccessTokenErrorCode;
  /** What is wrong with single fields of the input; null when none is at fault. */
  details?: Maybe<CreateUserAccessTokenResultErrorDetails>;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** What is wrong with single fields of an input. */
export type CreateUserAccessTokenResultErrorDetails = {
  __typename?: 'CreateUserAccessTokenResultErrorDetails';
  /** What is wrong with the description, for people; null when nothing is. */
  description?: Maybe<Scalars['String']['output']>;
  /** What is wrong with the title, for people; null when nothing is. */
  title?: Maybe<Scalars['String']['output']>;
};

/** The token was created. */
export type CreateUserAccessTokenResultOk = {
  __typename?: 'CreateUserAccessTokenResultOk';
  /** The new token. */
  createdUserAccessToken: UserAccessToken;
  /** The secret, in this answer only; a masked form of it in the answer to a repeated `Idempotency-Key`. */
  privateAccessKey: Scalars['String']['output'];
};

/** The input of `deleteAccessToken`. */
export type DeleteAccessTokenInput = {
  /** The token to delete. */
  accessToken: AccessTokenReference;
};

/** The result of `deleteAccessToken`: either `ok` or `error`. */
export type DeleteAccessTokenResult = {
  __typename?: 'DeleteAccessTokenResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<DeleteAccessTokenResultOk>;
};

/** The token is deleted. */
export type DeleteAccessTokenResultOk = {
  __typename?: 'DeleteAccessTokenResultOk';
  /** The id of the deleted token. */
  deletedAccessTokenId: Scalars['ID']['output'];
};

/** The input of `deleteOrganizationAccessToken`. */
export type DeleteOrganizationAccessTokenInput = {
  /** The token to delete. */
  organizationAccessToken: OrganizationAccessTokenReference;
};

/** The result of `deleteOrganizationAccessToken`: either `ok` or `error`. */
export type DeleteOrganizationAccessTokenResult = {
  __typename?: 'DeleteOrganizationAccessTokenResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<DeleteOrganizationAccessTokenResultOk>;
};

/** The token is deleted. */
export type DeleteOrganizationAccessTokenResultOk = {
  __typename?: 'DeleteOrganizationAccessTokenResultOk';
  /** The id of the deleted token. */
  deletedOrganizationAccessTokenId: Scalars['ID']['output'];
};

/** The input of `deleteOrganization`. */
export type DeleteOrganizationInput = {
  /** The organization to delete. By its id, a deletion can be repeated. */
  organization: OrganizationReferenceInput;
};

/** The result of `deleteOrganization`: either `ok` or `error`. */
export type DeleteOrganizationResult = {
  __typename?: 'DeleteOrganizationResult';
  /** Why nothing was deleted; null when something was. */
  error?: Maybe<ChangePlaceError>;
  /** What was deleted; null when there is an error. */
  ok?: Maybe<DeleteOrganizationResultOk>;
};

/** The organization is deleted. */
export type DeleteOrganizationResultOk = {
  __typename?: 'DeleteOrganizationResultOk';
  /** The id that the organization had. */
  deletedOrganizationId: Scalars['ID']['output'];
};

/** The input of `deleteProject`. */
export type DeleteProjectInput = {
  /** The project to delete. By its id, a deletion can be repeated. */
  project: ProjectReferenceInput;
};

/** The result of `deleteProject`: either `ok` or `error`. */
export type DeleteProjectResult = {
  __typename?: 'DeleteProjectResult';
  /** Why nothing was deleted; null when something was. */
  error?: Maybe<ChangePlaceError>;
  /** What was deleted; null when there is an error. */
  ok?: Maybe<DeleteProjectResultOk>;
};

/** The project is deleted. */
export type DeleteProjectResultOk = {
  __typename?: 'DeleteProjectResultOk';
  /** The id that the project had. */
  deletedProjectId: Scalars['ID']['output'];
};

/** The input of `deleteTarget`. */
export type DeleteTargetInput = {
  /** The target to delete. By its id, a deletion can be repeated. */
  target: TargetReferenceInput;
};

/** The result of `deleteTarget`: either `ok` or `error`. */
export type DeleteTargetResult = {
  __typename?: 'DeleteTargetResult';
  /** Why nothing was deleted; null when something was. */
  error?: Maybe<ChangePlaceError>;
  /** What was deleted; null when there is an error. */
  ok?: Maybe<DeleteTargetResultOk>;
};

/** The target is deleted. */
export type DeleteTargetResultOk = {
  __typename?: 'DeleteTargetResultOk';
  /** The id that the target had. */
  deletedTargetId: Scalars['ID']['output'];
};

/** The outcome of deleting one token. */
export type DeleteTokenResult = {
  __typename?: 'DeleteTokenResult';
  /** Why it is not deleted; null when it is. */
  error?: Maybe<AccessTokenResultError>;
  /** The id from the input. */
  tokenId: Scalars['ID']['output'];
};

/** The input of `deleteTokens`. */
export type DeleteTokensInput = {
  /** The slug of the target's organization. */
  organizationSlug: Scalars['String']['input'];
  /** The slug of the target's project. */
  projectSlug: Scalars['String']['input'];
  /** The slug of the target. */
  targetSlug: Scalars['String']['input'];
  /** The ids of 1 to 20 tokens. */
  tokenIds: Array<Scalars['ID']['input']>;
};

/** The result of `deleteTokens`. */
export type DeleteTokensPayload = {
  __typename?: 'DeleteTokensPayload';
  /** The ids of the deleted tokens. */
  deletedTokens: Array<Scalars['ID']['output']>;
  /** The outcome for each token, in the order of the input. */
  results: Array<DeleteTokenResult>;
  /** The slugs of the target. */
  selector: TargetSelector;
};

/** Not supported. */
export type GatewayIdentifierInput = {
  /** Not supported. */
  gatewayId: Scalars['String']['input'];
};

/** What a subgraph key signs in as: its project. Of several projects, the one with the smallest id. */
export type Graph = Identity & {
  __typename?: 'Graph';
  /** The project, as the audit trail names it. */
  asActor: Actor;
  /** The id of the project. */
  id: Scalars['ID']['output'];
  /** The slug of the project. */
  name: Scalars['String']['output'];
  /** The slug of the project. */
  title: Scalars['String']['output'];
};

/** A key that signs in for subgraphs, or for a whole organization. */
export type GraphOsKey = {
  __typename?: 'GraphOsKey';
  /** When the key was created. */
  createdAt: Scalars['Timestamp']['output'];
  /** Who created the key. */
  createdBy: Actor;
  /** When the key ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['Timestamp']['output']>;
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The addresses and networks that the key may be used from; null for any address. */
  ipAllowlist?: Maybe<Array<Scalars['String']['output']>>;
  /** The name, for people. */
  keyName?: Maybe<Scalars['String']['output']>;
  /** What the key is for. */
  keyType?: Maybe<GraphOsKeyType>;
  /** When the key was last used for a request that was accepted; null when it never was. */
  lastUsed?: Maybe<Scalars['Timestamp']['output']>;
  /** The subgraphs of the key; empty for an OPERATOR key. */
  resources: Array<ApiKeyResource>;
  /** When the key was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['Timestamp']['output']>;
  /** Who revoked the key; null when nobody did. */
  revokedBy?: Maybe<Actor>;
  /**
   * The secret, in the answer to `createKey` and `rotateKey`. Everywhere else, and in the answer to a repeated
   * `Idempotency-Key`, a masked form of it.
   */
  token: Scalars['String']['output'];
};

/** A page of keys. */
export type GraphOsKeyConnection = {
  __typename?: 'GraphOsKeyConnection';
  /** The keys with their cursors. */
  edges: Array<GraphOsKeyEdge>;
  /** The keys. */
  nodes: Array<GraphOsKey>;
  /** The position of the page. */
  pageInfo: PageInfo;
  /**
   * How many keys match, up to 10,000. Unless the filter asks for ALL, the keys are read to count them, and counting stops
   * sooner when they have many subgraphs.
   */
  totalCount: Scalars['Int']['output'];
};

/** A key in a page. */
export type GraphOsKeyEdge = {
  __typename?: 'GraphOsKeyEdge';
  /** The key's place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The key. */
  node: GraphOsKey;
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

/** Everybody who can sign in. */
export type Identity = {
  /** The same identity, as the audit trail names it. */
  asActor: Actor;
  /** The id of the user, the project or the credential. */
  id: Scalars['ID']['output'];
  /** A name for people. */
  name: Scalars['String']['output'];
};

/** A user's membership in an organization. */
export type Member = {
  __typename?: 'Member';
  /** One of `accessTokens` by its id; null when there is none, under the same conditions. */
  accessToken?: Maybe<PersonalAccessToken>;
  /**
   * The personal access tokens of the member for this organization, newest first. The member needs
   * `personalAccessToken:modify`, others `accessToken:modify`.
   */
  accessTokens: PersonalAccessTokenConnection;
  /** When the user became a member. */
  addedAt: Scalars['DateTime']['output'];
  /** The permissions that a personal access token of the member can have, in groups, under the same conditions. */
  availablePersonalAccessTokenPermissionGroups: Array<PermissionGroup>;
  /** What the member may do. */
  role: MemberRole;
  /** The user. */
  user: User;
};


/** A user's membership in an organization. */
export type MemberAccessTokenArgs = {
  id: Scalars['ID']['input'];
};


/** A user's membership in an organization. */
export type MemberAccessTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of members. */
export type MemberConnection = {
  __typename?: 'MemberConnection';
  /** The members with their cursors. */
  edges: Array<MemberEdge>;
  /** The members. */
  nodes: Array<Member>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** A member in a page. */
export type MemberEdge = {
  __typename?: 'MemberEdge';
  /** The member's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The member. */
  node: Member;
};

/** Why a change of members was not made. */
export type MemberErrorCode =
  /** The user is a member already. */
  | 'ALREADY_A_MEMBER'
  /** The role, or the member's current one, holds more than the caller. */
  | 'EXCEEDS_CALLER_PERMISSIONS'
  /** The text is not an e-mail address. */
  | 'INVALID_EMAIL'
  /** The organization would be left without an Org Admin. */
  | 'LAST_ORG_ADMIN'
  /** No member has this e-mail address or id. */
  | 'NOT_A_MEMBER'
  /** No organization has this id or slug, or none that the caller may see. */
  | 'ORGANIZATION_NOT_FOUND'
  /** The organization has as many members as its plan allows. */
  | 'TOO_MANY_MEMBERS';

/** A change of members was not made. */
export type MemberResultError = {
  __typename?: 'MemberResultError';
  /** The reason, for programs. */
  code: MemberErrorCode;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** What a member may do. docs/permissions.md lists the permissions of each role. */
export type MemberRole =
  /** Creates subgraph keys, and does everything on projects and what is below them. */
  | 'GRAPH_ADMIN'
  /** Sees the organization, its members, projects and targets. */
  | 'MEMBER'
  /** Does everything. */
  | 'ORG_ADMIN';

/** An SDL that is merged with a schema extension. */
export type MergedSchema = {
  __typename?: 'MergedSchema';
  /** The given SDL followed by the extension, so that the lines of the SDL keep their numbers. */
  sdl: Scalars['String']['output'];
};

/** An SDL and a schema extension are not valid together. */
export type MergedSchemaError = {
  __typename?: 'MergedSchemaError';
  /** The first problem and where it is, for people. */
  message: Scalars['String']['output'];
  /** The first ten problems. */
  problems: Array<SchemaProblem>;
};

/** The result of `mergedSchema`: either `ok` or `error`. */
export type MergedSchemaResult = {
  __typename?: 'MergedSchemaResult';
  /** Why they cannot be merged; null when they can. */
  error?: Maybe<MergedSchemaError>;
  /** The merged SDL; null when there is an error. */
  ok?: Maybe<MergedSchema>;
};

/** The fields that write. Each checks what its caller may do when it begins to run. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a member by e-mail address. Creates the user if nobody has the address. */
  addMember: AddMemberResult;
  /**
   * Adds one of the signed-in user's organizations to a user access token of theirs. Changes nothing when it does
   * already.
   */
  addOrganizationToToken: AddOrganizationToTokenResult;
  /**
   * Creates a key. The same as `organization(id).createKey`, with problems as data. Needs `key:create` for a SUBGRAPH key,
   * `key:modify` for an OPERATOR key.
   */
  createKey: CreateKeyResult;
  /** Creates an organization whose Org Admin is the signed-in user. Only a user can. */
  createOrganization: CreateOrganizationResult;
  /**
   * Creates a token; `privateAccessKey` is its secret, in this answer only. It has no permission that
   * its creator lacks, and ends no later than the credential of its creator, unless that is a user access token.
   */
  createOrganizationAccessToken: CreateOrganizationAccessTokenResult;
  /**
   * Creates a token with which the signed-in user acts in one organization: with these permissions and resources, as
   * far as the user's current role there gives them. `privateAccessKey` is its secret, in this answer only.
   */
  createPersonalAccessToken: CreatePersonalAccessTokenResult;
  /** Creates a project with the targets development, staging and production. Needs `project:create`. */
  createProject: CreateProjectResult;
  /**
   * Creates a token that acts within one project; `privateAccessKey` is its secret, in this answer only. It has no
   * permission that its creator lacks, and ends no later than the credential of its creator, unless that is a user access token.
   */
  createProjectAccessToken: CreateProjectAccessTokenResult;
  /** Creates a target in a project. Needs `target:create`. */
  createTarget: CreateTargetResult;
  /**
   * Creates a registry token of a target; `secret` is its secret, in this answer only. It has no permission that its
   * creator lacks, and ends no later than the credential of its creator, unless that is a user access token. Needs `registryToken:modify` on the target.
   */
  createToken: CreateTokenResult;
  /**
   * Creates a token with which the signed-in user acts in some of their organizations, as far as their role there allows at
   * the time: by GraphQL (`graphql`), or by REST APIs of other services (`scopes`). `privateAccessKey` is its secret, in this
   * answer only. Only a user can, by a credential that holds all that their role gives and reaches these organizations.
   */
  createUserAccessToken: CreateUserAccessTokenResult;
  /** Ends a token at once and removes it from the lists. Answers the token's id, also when it is deleted already. */
  deleteAccessToken: DeleteAccessTokenResult;
  /**
   * Deletes an organization and all that belongs to it. This cannot be undone. Its keys and tokens are refused from the next request on.
   * Needs `organization:delete`, which Org Admins have.
   */
  deleteOrganization: DeleteOrganizationResult;
  /**
   * The same as `deleteAccessToken`.
   * @deprecated Use deleteAccessToken.
   */
  deleteOrganizationAccessToken: DeleteOrganizationAccessTokenResult;
  /**
   * Deletes a project and its targets. This cannot be undone. Credentials that are assigned nothing else are refused from the next
   * request on. A new project with the same slug has another id. Needs `project:delete`.
   */
  deleteProject: DeleteProjectResult;
  /**
   * Deletes a target. This cannot be undone. Credentials that are assigned nothing else are refused from the next request on. A new
   * target with the same slug has another id. Needs `target:delete`.
   */
  deleteTarget: DeleteTargetResult;
  /**
   * Ends registry tokens of a target at once and removes them from the lists. A repetition has the same answer. Needs
   * `registryToken:modify` on the target.
   */
  deleteTokens: DeleteTokensPayload;
  /** The organization with this id or slug, to change its keys. Null when there is none, or none that the caller may see. */
  organization?: Maybe<OrganizationMutation>;
  /**
   * Removes a member. Their user access tokens lose the organization from the next request on, and do not get it back when
   * the user is added again. The last Org Admin cannot be removed.
   */
  removeMember: RemoveMemberResult;
  /**
   * Removes an organization from a user access token: the token is refused there from the next request on, and goes on
   * elsewhere. Its owner can remove any organization from it; with `accessAudit:modify` in an organization, one can remove that one.
   * Changes nothing when the token does not have the organization.
   */
  removeOrganizationFromToken: RemoveOrganizationFromTokenResult;
  /** Gives a user access token of the signed-in user another title. */
  renameUserAccessToken: RenameUserAccessTokenResult;
  /** Ends a token at once and keeps it in the lists. Changes nothing when it is revoked already. */
  revokeAccessToken: RevokeAccessTokenResult;
  /**
   * Gives a token a new secret under the same id: `privateAccessKey`, in this answer only. Former secrets keep their
   * ends. Without an overlap it is refused with CONFLICT within 5 seconds of another rotation, because it would end that one's
   * secret.
   */
  rotateAccessToken: RotateAccessTokenResult;
  /** Changes when a token ends. An expired token becomes valid again. */
  setAccessTokenExpiration: SetAccessTokenExpirationResult;
  /** Changes which addresses a token may be used from, from the next request on. */
  setAccessTokenIpAllowlist: SetAccessTokenIpAllowlistResult;
  /**
   * Sets the schema extension of a target: definitions that are merged with every schema of the target. Null or an empty text
   * removes it. Needs `target:modifySettings` on the target.
   */
  updateBaseSchema: UpdateBaseSchemaResult;
  /** Gives a member another role. The last Org Admin keeps theirs. */
  updateMemberRole: UpdateMemberRoleResult;
  /** Gives an organization another name. Slugs and links stay. Needs `organization:modifySlug`, which Org Admins have. */
  updateOrganizationName: UpdateOrganizationNameResult;
  /**
   * Gives an organization another slug. Links with the former slug break; the id, tokens and keys stay valid. Needs
   * `organization:modifySlug`, which Org Admins have.
   */
  updateOrganizationSlug: UpdateOrganizationSlugResult;
  /** Gives a project another slug. Links with the former slug break; the id, tokens and keys stay valid. Needs `project:modifySettings`. */
  updateProjectSlug: UpdateProjectSlugResult;
  /**
   * Changes the rules for when a breaking change counts as safe in a target. Fields that are left out stay unchanged. Needs
   * `target:modifySettings` on the target.
   */
  updateTargetConditionalBreakingChangeConfiguration: UpdateTargetConditionalBreakingChangeConfigurationResult;
  /** Gives a target another slug. Links with the former slug break; the id, tokens and keys stay valid. Needs `target:modifySettings`. */
  updateTargetSlug: UpdateTargetSlugResult;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationAddMemberArgs = {
  input: AddMemberInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationAddOrganizationToTokenArgs = {
  input: AddOrganizationToTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreateKeyArgs = {
  input: CreateKeyInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreateOrganizationArgs = {
  input: CreateOrganizationInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreateOrganizationAccessTokenArgs = {
  input: CreateOrganizationAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreatePersonalAccessTokenArgs = {
  input: CreatePersonalAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreateProjectArgs = {
  input: CreateProjectInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreateProjectAccessTokenArgs = {
  input: CreateProjectAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreateTargetArgs = {
  input: CreateTargetInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreateTokenArgs = {
  input: CreateTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationCreateUserAccessTokenArgs = {
  input: CreateUserAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationDeleteAccessTokenArgs = {
  input: DeleteAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationDeleteOrganizationArgs = {
  input: DeleteOrganizationInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationDeleteOrganizationAccessTokenArgs = {
  input: DeleteOrganizationAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationDeleteProjectArgs = {
  input: DeleteProjectInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationDeleteTargetArgs = {
  input: DeleteTargetInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationDeleteTokensArgs = {
  input: DeleteTokensInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationOrganizationArgs = {
  id: Scalars['ID']['input'];
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationRemoveOrganizationFromTokenArgs = {
  input: RemoveOrganizationFromTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationRenameUserAccessTokenArgs = {
  input: RenameUserAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationRevokeAccessTokenArgs = {
  input: RevokeAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationRotateAccessTokenArgs = {
  input: RotateAccessTokenInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationSetAccessTokenExpirationArgs = {
  input: SetAccessTokenExpirationInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationSetAccessTokenIpAllowlistArgs = {
  input: SetAccessTokenIpAllowlistInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationUpdateBaseSchemaArgs = {
  input: UpdateBaseSchemaInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationUpdateMemberRoleArgs = {
  input: UpdateMemberRoleInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationUpdateOrganizationNameArgs = {
  input: UpdateOrganizationNameInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationUpdateOrganizationSlugArgs = {
  input: UpdateOrganizationSlugInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationUpdateProjectSlugArgs = {
  input: UpdateProjectSlugInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationUpdateTargetConditionalBreakingChangeConfigurationArgs = {
  input: UpdateTargetConditionalBreakingChangeConfigurationInput;
};


/** The fields that write. Each checks what its caller may do when it begins to run. */
export type MutationUpdateTargetSlugArgs = {
  input: UpdateTargetSlugInput;
};

/** How many operations a client ran on a target. */
export type OperationCountInput = {
  /** The name of the app deployment; without it, of operations of none. */
  appDeployment?: InputMaybe<Scalars['String']['input']>;
  /** The name of the client; without it, of clients that give no name. */
  clientName?: InputMaybe<Scalars['String']['input']>;
  /** A whole number, 0 or more. */
  count: Scalars['Float']['input'];
  /** The id of a target of the configuration. */
  targetId: Scalars['ID']['input'];
};

/** What projects, members, keys and tokens belong to. */
export type Organization = {
  __typename?: 'Organization';
  /** An access token by its id; null when there is none. Needs `accessToken:modify`. */
  accessToken?: Maybe<OrganizationAccessToken>;
  /** One of `allAccessTokens` by its id; null when there is none. Needs `accessToken:modify`. */
  accessTokenById?: Maybe<AccessToken>;
  /**
   * The organization's access tokens, newest first. With `unusedSince` and `expiresBefore`, those that meet both
   * conditions. Needs `accessToken:modify`.
   */
  accessTokens: OrganizationAccessTokenConnection;
  /**
   * The access tokens of the organization, of its projects and targets, and of its members, newest first. A page may have
   * fewer entries than asked for although more follow. Needs `accessToken:modify`.
   */
  allAccessTokens: AccessTokenConnection;
  /** A key by its id; null when there is none. Needs `key:modify`. */
  apiKey?: Maybe<GraphOsKey>;
  /** The keys, newest first: `first` after a cursor, or `last` before one. Needs `key:modify`. */
  apiKeys: GraphOsKeyConnection;
  /** All permissions that a token can have, in groups. Needs `accessToken:modify`. */
  availableOrganizationAccessTokenPermissionGroups: Array<PermissionGroup>;
  /** When the organization was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The caller's own membership; null for a caller who is not a user. */
  me?: Maybe<Member>;
  /** The members, newest users first. Null, with an error, without `member:describe`. */
  members?: Maybe<MemberConnection>;
  /** The name for people: the slug that it was created with, until another name is set. */
  name: Scalars['String']['output'];
  /** The plan, which the operator of this service sets. */
  plan: Plan;
  /** The projects that the caller may see, newest first. */
  projects: ProjectConnection;
  /** The name in paths and references: unique among all organizations. */
  slug: Scalars['String']['output'];
};


/** What projects, members, keys and tokens belong to. */
export type OrganizationAccessTokenArgs = {
  id: Scalars['ID']['input'];
};


/** What projects, members, keys and tokens belong to. */
export type OrganizationAccessTokenByIdArgs = {
  id: Scalars['ID']['input'];
};


/** What projects, members, keys and tokens belong to. */
export type OrganizationAccessTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expiresBefore?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unusedSince?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What projects, members, keys and tokens belong to. */
export type OrganizationAllAccessTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What projects, members, keys and tokens belong to. */
export type OrganizationApiKeyArgs = {
  keyId: Scalars['ID']['input'];
};


/** What projects, members, keys and tokens belong to. */
export type OrganizationApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  expiresBefore?: InputMaybe<Scalars['Timestamp']['input']>;
  filter?: InputMaybe<ApiKeyFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What projects, members, keys and tokens belong to. */
export type OrganizationMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What projects, members, keys and tokens belong to. */
export type OrganizationProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The scopes of an organization. A registry token acts on its target alone, so it can only have READ. */
export type OrganizationAccessScope =
  /** Delete the organization. */
  | 'DELETE'
  /** Manage integrations. */
  | 'INTEGRATIONS'
  /** Manage members. */
  | 'MEMBERS'
  /** See which organization the target belongs to; always included. */
  | 'READ'
  /** Change the organization's settings. */
  | 'SETTINGS';

/** A token with permissions on resources of its organization. It belongs to no user. */
export type OrganizationAccessToken = AccessToken & {
  __typename?: 'OrganizationAccessToken';
  /** When the token was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created the token. */
  createdBy: Actor;
  /** What the token is for; null when it was not said. */
  description?: Maybe<Scalars['String']['output']>;
  /** When the token ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The beginning of the secret; no character of its random part. */
  firstCharacters: Scalars['String']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The addresses and networks that the token may be used from; null for any address. */
  ipAllowlist?: Maybe<Array<Scalars['String']['output']>>;
  /** When the token was last used for a request that was accepted; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The ids of the permissions, as in docs/permissions.md. */
  permissions: Array<Scalars['String']['output']>;
  /** The permissions that are granted, by level, on what the caller may see. */
  resolvedResourcePermissionGroups: Array<ResolvedResourcePermissionGroup>;
  /** What the permissions apply to. */
  resources: ResourceAssignment;
  /** When the token was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who revoked the token; null when nobody did. */
  revokedBy?: Maybe<Actor>;
  /** The name, for people. */
  title: Scalars['String']['output'];
};


/** A token with permissions on resources of its organization. It belongs to no user. */
export type OrganizationAccessTokenResolvedResourcePermissionGroupsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};

/** A page of access tokens. */
export type OrganizationAccessTokenConnection = {
  __typename?: 'OrganizationAccessTokenConnection';
  /** The tokens with their cursors. */
  edges: Array<OrganizationAccessTokenEdge>;
  /** The tokens. */
  nodes: Array<OrganizationAccessToken>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** An access token in a page. */
export type OrganizationAccessTokenEdge = {
  __typename?: 'OrganizationAccessTokenEdge';
  /** The token's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The token. */
  node: OrganizationAccessToken;
};

/** Names an access token by exactly one of the fields. */
export type OrganizationAccessTokenReference =
  /** By its id. */
  { byId: Scalars['ID']['input']; };

/** A page of organizations. */
export type OrganizationConnection = {
  __typename?: 'OrganizationConnection';
  /** The organizations with their cursors. */
  edges: Array<OrganizationEdge>;
  /** The organizations. */
  nodes: Array<Organization>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** An organization in a page. */
export type OrganizationEdge = {
  __typename?: 'OrganizationEdge';
  /** The organization's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The organization. */
  node: Organization;
};

/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutation = {
  __typename?: 'OrganizationMutation';
  /**
   * Creates a key that lives for one year, or until the credential that creates it ends, if that is sooner. Its `token` is
   * the secret, in this answer only. Needs `key:create` for a SUBGRAPH key, `key:modify` for an OPERATOR key.
   */
  createKey: GraphOsKey;
  /**
   * Ends a key at once and removes it from the lists. Answers the key's id, also when it is deleted already. Needs
   * `key:modify`.
   */
  deleteKey: Scalars['ID']['output'];
  /** Gives a key another name. Needs `key:modify`. */
  renameKey: GraphOsKey;
  /** Ends a key at once and keeps it in the lists. Answers the key's id, also when it is revoked already. Needs `key:modify`. */
  revokeKey: Scalars['ID']['output'];
  /**
   * Gives a key a new secret under the same id: `token`, in this answer only. Former secrets keep their ends. Without
   * `expireOldKeyAt` it fails with CONFLICT within 5 seconds of another rotation, because it would end that one's secret. Needs `key:modify`.
   */
  rotateKey: GraphOsKey;
  /** Changes when a key ends. An expired key becomes valid again. Needs `key:modify`. */
  setKeyExpiration: GraphOsKey;
  /** Changes which addresses a key may be used from, from the next request on. Needs `key:modify`. */
  setKeyIpAllowlist: GraphOsKey;
};


/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutationCreateKeyArgs = {
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
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


/** Changes to one organization's keys, as in Apollo GraphOS' Platform API. A problem is a GraphQL error whose message says what to do. */
export type OrganizationMutationSetKeyIpAllowlistArgs = {
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
  keyId: Scalars['ID']['input'];
};

/** An organization, and what names it. */
export type OrganizationPayload = {
  __typename?: 'OrganizationPayload';
  /** The organization. */
  organization: Organization;
  /** The slugs that name the organization now. */
  selector: OrganizationSelector;
};

/** Names an organization by exactly one of the fields. */
export type OrganizationReferenceInput =
  /** By its id. */
  { byId: Scalars['ID']['input']; bySelector?: never; }
  |  /** By its slug. */
  { byId?: never; bySelector: OrganizationSelectorInput; };

/** The slugs that name an organization. */
export type OrganizationSelector = {
  __typename?: 'OrganizationSelector';
  /** The slug of the organization. */
  organizationSlug: Scalars['String']['output'];
};

/** Names an organization by its slug. */
export type OrganizationSelectorInput = {
  /** The slug of the organization. */
  organizationSlug: Scalars['String']['input'];
};

/** The position of a page in its list, which runs newest first. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last entry, for `after`; empty when the page is. */
  endCursor: Scalars['String']['output'];
  /** Whether the list goes on after this page, with older entries. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the list has newer entries before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first entry, for `before`; empty when the page is. */
  startCursor: Scalars['String']['output'];
};

/** One thing that a credential can be allowed to do. docs/permissions.md lists all. */
export type Permission = {
  __typename?: 'Permission';
  /** Another permission that a token with this one must have as well; null when there is none. */
  dependsOnId?: Maybe<Scalars['ID']['output']>;
  /** What it allows, for people. */
  description: Scalars['String']['output'];
  /** The id, such as `schemaVersion:publish`. */
  id: Scalars['ID']['output'];
  /** Whether the caller holds it, and so may grant it. */
  isAssignableByViewer: Scalars['Boolean']['output'];
  /** Whether it only reads. */
  isReadOnly: Scalars['Boolean']['output'];
  /** The highest level that it can be assigned at. */
  level: PermissionLevelType;
  /** A name, for people. */
  title: Scalars['String']['output'];
  /** What to consider before granting it, for people; null when there is nothing. */
  warning?: Maybe<Scalars['String']['output']>;
};

/** Permissions that are shown together. */
export type PermissionGroup = {
  __typename?: 'PermissionGroup';
  /** The id of the group, which never changes. */
  id: Scalars['ID']['output'];
  /** The permissions of the group. */
  permissions: Array<Permission>;
  /** The name of the group, for people. */
  title: Scalars['String']['output'];
};

/** The kind of resource that a permission applies to. It covers what is assigned and everything below that. */
export type PermissionLevelType =
  /** An app deployment of a target. */
  | 'APP_DEPLOYMENT'
  /** An organization. */
  | 'ORGANIZATION'
  /** A project of an organization. */
  | 'PROJECT'
  /** A service of a target; GraphOS calls it a subgraph. */
  | 'SERVICE'
  /** A target of a project; GraphOS calls it a variant. */
  | 'TARGET';

/** A token with which its owner acts in one organization, with the permissions that both the token and the owner's role have. */
export type PersonalAccessToken = AccessToken & {
  __typename?: 'PersonalAccessToken';
  /** When the token was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created the token. */
  createdBy: Actor;
  /** What the token is for; null when it was not said. */
  description?: Maybe<Scalars['String']['output']>;
  /** When the token ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The beginning of the secret; no character of its random part. */
  firstCharacters: Scalars['String']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The addresses and networks that the token may be used from; null for any address. */
  ipAllowlist?: Maybe<Array<Scalars['String']['output']>>;
  /** When the token was last used for a request that was accepted; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The ids of the permissions, as in docs/permissions.md. */
  permissions: Array<Scalars['String']['output']>;
  /** The permissions that are granted, by level, on what the caller may see. */
  resolvedResourcePermissionGroups: Array<ResolvedResourcePermissionGroup>;
  /** What the permissions apply to. */
  resources: ResourceAssignment;
  /** When the token was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who revoked the token; null when nobody did. */
  revokedBy?: Maybe<Actor>;
  /** The name, for people. */
  title: Scalars['String']['output'];
};


/** A token with which its owner acts in one organization, with the permissions that both the token and the owner's role have. */
export type PersonalAccessTokenResolvedResourcePermissionGroupsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};

/** A page of personal access tokens. */
export type PersonalAccessTokenConnection = {
  __typename?: 'PersonalAccessTokenConnection';
  /** The tokens with their cursors. */
  edges: Array<PersonalAccessTokenEdge>;
  /** The tokens. */
  nodes: Array<PersonalAccessToken>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** A personal access token in a page. */
export type PersonalAccessTokenEdge = {
  __typename?: 'PersonalAccessTokenEdge';
  /** The token's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The token. */
  node: PersonalAccessToken;
};

/** How many members, projects, keys and tokens an organization may have, and how long a key may live: docs/plans.md. */
export type Plan =
  /** Without most limits. */
  | 'ENTERPRISE'
  /** With limits. */
  | 'STANDARD';

/** A graph with its targets: what GraphOS calls a graph. */
export type Project = {
  __typename?: 'Project';
  /** An access token of the project by its id; null when there is none. Needs `projectAccessToken:modify`. */
  accessToken?: Maybe<ProjectAccessToken>;
  /** The project's access tokens, newest first. Needs `projectAccessToken:modify`. */
  accessTokens: ProjectAccessTokenConnection;
  /** The permissions that a token of the project can have, in groups. Needs `projectAccessToken:modify`. */
  availableProjectAccessTokenPermissionGroups: Array<PermissionGroup>;
  /** When the project was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The organization that the project belongs to. Null, with an error, without `organization:describe`. */
  organization?: Maybe<Organization>;
  /** The name in paths and references: unique in the organization. */
  slug: Scalars['String']['output'];
  /** The targets that the caller may see, newest first. */
  targets: TargetConnection;
  /** How the schemas of the project are composed. */
  type: ProjectType;
};


/** A graph with its targets: what GraphOS calls a graph. */
export type ProjectAccessTokenArgs = {
  id: Scalars['ID']['input'];
};


/** A graph with its targets: what GraphOS calls a graph. */
export type ProjectAccessTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A graph with its targets: what GraphOS calls a graph. */
export type ProjectTargetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The scopes of a project. A registry token acts on its target alone, so it can only have READ. */
export type ProjectAccessScope =
  /** Manage alerts. */
  | 'ALERTS'
  /** Delete the project. */
  | 'DELETE'
  /** Read stored operations. */
  | 'OPERATIONS_STORE_READ'
  /** Write stored operations. */
  | 'OPERATIONS_STORE_WRITE'
  /** See which project the target belongs to; always included. */
  | 'READ'
  /** Change the project's settings. */
  | 'SETTINGS';

/** A token with permissions within one project. It belongs to no user. */
export type ProjectAccessToken = AccessToken & {
  __typename?: 'ProjectAccessToken';
  /** When the token was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created the token. */
  createdBy: Actor;
  /** What the token is for; null when it was not said. */
  description?: Maybe<Scalars['String']['output']>;
  /** When the token ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The beginning of the secret; no character of its random part. */
  firstCharacters: Scalars['String']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The addresses and networks that the token may be used from; null for any address. */
  ipAllowlist?: Maybe<Array<Scalars['String']['output']>>;
  /** When the token was last used for a request that was accepted; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The ids of the permissions, as in docs/permissions.md. */
  permissions: Array<Scalars['String']['output']>;
  /** The permissions that are granted, by level, on what the caller may see. */
  resolvedResourcePermissionGroups: Array<ResolvedResourcePermissionGroup>;
  /** What the permissions apply to. */
  resources: ResourceAssignment;
  /** When the token was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who revoked the token; null when nobody did. */
  revokedBy?: Maybe<Actor>;
  /** The name, for people. */
  title: Scalars['String']['output'];
};


/** A token with permissions within one project. It belongs to no user. */
export type ProjectAccessTokenResolvedResourcePermissionGroupsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};

/** A page of project access tokens. */
export type ProjectAccessTokenConnection = {
  __typename?: 'ProjectAccessTokenConnection';
  /** The tokens with their cursors. */
  edges: Array<ProjectAccessTokenEdge>;
  /** The tokens. */
  nodes: Array<ProjectAccessToken>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** A project access token in a page. */
export type ProjectAccessTokenEdge = {
  __typename?: 'ProjectAccessTokenEdge';
  /** The token's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The token. */
  node: ProjectAccessToken;
};

/** A page of projects. */
export type ProjectConnection = {
  __typename?: 'ProjectConnection';
  /** The projects with their cursors. */
  edges: Array<ProjectEdge>;
  /** The projects. */
  nodes: Array<Project>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** A project in a page. */
export type ProjectEdge = {
  __typename?: 'ProjectEdge';
  /** The project's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The project. */
  node: Project;
};

/** Names a project by exactly one of the fields. */
export type ProjectReferenceInput =
  /** By its id. */
  { byId: Scalars['ID']['input']; bySelector?: never; }
  |  /** By slugs. */
  { byId?: never; bySelector: ProjectSelectorInput; };

/** A project that permissions apply to, and the parts of it. */
export type ProjectResourceAssignment = {
  __typename?: 'ProjectResourceAssignment';
  /** The project. */
  project: Project;
  /** The id of the project. */
  projectId: Scalars['ID']['output'];
  /** The targets of the project. */
  targets: ProjectTargetsResourceAssignment;
};

/** A project that permissions are to apply to, and the parts of it. */
export type ProjectResourceAssignmentInput = {
  /** The id of a project that the caller may see. */
  projectId: Scalars['ID']['input'];
  /** The targets of the project. */
  targets: ProjectTargetsResourceAssignmentInput;
};

/** The slugs that name a project. */
export type ProjectSelector = {
  __typename?: 'ProjectSelector';
  /** The slug of the organization. */
  organizationSlug: Scalars['String']['output'];
  /** The slug of the project. */
  projectSlug: Scalars['String']['output'];
};

/** Names a project by slugs. */
export type ProjectSelectorInput = {
  /** The slug of the organization. */
  organizationSlug: Scalars['String']['input'];
  /** The slug of the project. */
  projectSlug: Scalars['String']['input'];
};

/** The targets of a project that permissions apply to. */
export type ProjectTargetsResourceAssignment = {
  __typename?: 'ProjectTargetsResourceAssignment';
  /** Whether it is every target, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The targets; null with ALL. Lists those that still exist and that the caller may see (`project:describe`). */
  targets?: Maybe<Array<TargetResouceAssignment>>;
};

/** The targets of a project that permissions are to apply to. */
export type ProjectTargetsResourceAssignmentInput = {
  /** Whether it is every target, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The targets; nothing with ALL. */
  targets?: InputMaybe<Array<TargetResourceAssignmentInput>>;
};

/** How the schemas of a project are composed. */
export type ProjectType =
  /** From subgraphs, by Apollo Federation. */
  | 'FEDERATION'
  /** Not at all: it is one schema. */
  | 'SINGLE'
  /** From services, by stitching. */
  | 'STITCHING';

/** The fields that read. */
export type Query = {
  __typename?: 'Query';
  /**
   * Whether a credential may do something at a resource, and why. Asks about the caller's own credential, or about another
   * one (`credentialId`) of an organization whose credentials the caller manages. A resource that the caller may not see
   * (`project:describe`), and that their credential does not list, is answered as if it did not exist. Fails with NOT_FOUND for a
   * credential that the caller does not manage.
   */
  explainAccess: AccessExplanation;
  /**
   * Who is signed in: a user, the project that a subgraph key belongs to, or a service account. Fails with UNAUTHENTICATED,
   * and a message that begins with "Unauthorized", when nobody is.
   */
  me?: Maybe<Identity>;
  /**
   * The organization with this id or slug (`id`), or the one that `reference` names: exactly one of the two arguments.
   * Null when there is none, or none that the caller may see.
   */
  organization?: Maybe<Organization>;
  /** The project that the reference names. Null when there is none, or none that the caller may see. */
  project?: Maybe<Project>;
  /** The presets from which a registry token can be created, for forms. */
  registryTokenPresets: Array<RegistryTokenPreset>;
  /** The target that the reference names. Null when there is none, or none that the caller may see. */
  target?: Maybe<Target>;
  /** The registry token that signs the request, for older Hive CLIs; `TokenNotFoundError` for a credential of another kind. */
  tokenInfo: TokenInfoPayload;
  /** What the credential that signs this request may do. Null when the request has none, or an invalid one. */
  whoAmI?: Maybe<WhoAmI>;
};


/** The fields that read. */
export type QueryExplainAccessArgs = {
  credentialId?: InputMaybe<Scalars['ID']['input']>;
  organization?: InputMaybe<OrganizationReferenceInput>;
  permission: Scalars['ID']['input'];
  resource: Scalars['String']['input'];
};


/** The fields that read. */
export type QueryOrganizationArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  reference?: InputMaybe<OrganizationReferenceInput>;
};


/** The fields that read. */
export type QueryProjectArgs = {
  reference: ProjectReferenceInput;
};


/** The fields that read. */
export type QueryTargetArgs = {
  reference: TargetReferenceInput;
};

/** Scopes that are often given to a registry token together, as in Hive's simple view. */
export type RegistryTokenPreset = {
  __typename?: 'RegistryTokenPreset';
  /** What a token with it may do. */
  description: Scalars['String']['output'];
  /** The id of the preset. */
  id: Scalars['ID']['output'];
  /** The ids of the permissions of these scopes. */
  permissions: Array<Scalars['String']['output']>;
  /** The scopes to create the token with. */
  targetScopes: Array<TargetAccessScope>;
  /** The name of the preset, for people. */
  title: Scalars['String']['output'];
};

/** The input of `removeMember`. Names the member by exactly one of `email` and `userId`. */
export type RemoveMemberInput = {
  /** The member's e-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The organization that loses the member. */
  organization: OrganizationReferenceInput;
  /** The id of the member's user. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

/** The result of `removeMember`: either `ok` or `error`. */
export type RemoveMemberResult = {
  __typename?: 'RemoveMemberResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<MemberResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<RemoveMemberResultOk>;
};

/** The member was removed. */
export type RemoveMemberResultOk = {
  __typename?: 'RemoveMemberResultOk';
  /** The id of the user who was removed. */
  removedUserId: Scalars['ID']['output'];
  /** The organization without the member. */
  updatedOrganization: Organization;
};

/** The input of `removeOrganizationFromToken`. */
export type RemoveOrganizationFromTokenInput = {
  /** The token that loses the organization. */
  accessToken: AccessTokenReference;
  /** Whether the owner can never add the organization to this token again. Needs `accessAudit:modify` there. */
  block?: Scalars['Boolean']['input'];
  /** The organization to remove. */
  organization: OrganizationReferenceInput;
};

/** The result of `removeOrganizationFromToken`: either `ok` or `error`. */
export type RemoveOrganizationFromTokenResult = {
  __typename?: 'RemoveOrganizationFromTokenResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<RemoveOrganizationFromTokenResultOk>;
};

/** The token does not reach the organization. */
export type RemoveOrganizationFromTokenResultOk = {
  __typename?: 'RemoveOrganizationFromTokenResultOk';
  /** The token without the organization. */
  updatedUserAccessToken: UserAccessToken;
};

/** The input of `renameUserAccessToken`. */
export type RenameUserAccessTokenInput = {
  /** The token to rename. */
  accessToken: AccessTokenReference;
  /** 2 to 100 letters, digits, spaces, dashes and underscores. */
  title: Scalars['String']['input'];
};

/** The result of `renameUserAccessToken`: either `ok` or `error`. */
export type RenameUserAccessTokenResult = {
  __typename?: 'RenameUserAccessTokenResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<RenameUserAccessTokenResultOk>;
};

/** The token has the title. */
export type RenameUserAccessTokenResultOk = {
  __typename?: 'RenameUserAccessTokenResultOk';
  /** The token with its new title. */
  updatedUserAccessToken: UserAccessToken;
};

/** A permission, and whether it is granted. */
export type ResolvedPermission = {
  __typename?: 'ResolvedPermission';
  /** Whether the credential holds it. */
  isGranted: Scalars['Boolean']['output'];
  /** The permission. */
  permission: Permission;
};

/** Permissions that are shown together, and whether each is granted. */
export type ResolvedPermissionsGroup = {
  __typename?: 'ResolvedPermissionsGroup';
  /** The permissions of the group. */
  permissions: Array<ResolvedPermission>;
  /** The name of the group, for people. */
  title: Scalars['String']['output'];
};

/**
 * The permissions of one level, and the resources that they apply to. A level has several entries when some of its
 * permissions apply to fewer resources than others.
 */
export type ResolvedResourcePermissionGroup = {
  __typename?: 'ResolvedResourcePermissionGroup';
  /** The level of all permissions in this group. */
  level: PermissionLevelType;
  /** The permissions, in groups that belong together. */
  resolvedPermissionGroups: Array<ResolvedPermissionsGroup>;
  /** Slug paths such as `the-org/the-project/*` or `the-org/the-project/the-target/service/users`; null when there are none. */
  resolvedResourceIds?: Maybe<Array<Scalars['String']['output']>>;
  /** The name of the level, for people. */
  title: Scalars['String']['output'];
};

/** What a token's permissions apply to: everything in the organization, or some projects. */
export type ResourceAssignment = {
  __typename?: 'ResourceAssignment';
  /** Whether it is everything, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The projects; null with ALL. Lists those that still exist and that the caller may see (`project:describe`). */
  projects?: Maybe<Array<ProjectResourceAssignment>>;
};

/** What a token's permissions are to apply to. At most 1,000 projects, targets, services and app deployments in all. */
export type ResourceAssignmentInput = {
  /** Whether it is everything, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The projects; nothing with ALL. */
  projects?: InputMaybe<Array<ProjectResourceAssignmentInput>>;
};

/** How permissions apply to the projects, targets, services or app deployments at a place. */
export type ResourceAssignmentModeType =
  /** To all of them, those that are created later too. */
  | 'ALL'
  /** To those that are listed. Without a list, to none. */
  | 'GRANULAR';

/** The input of `revokeAccessToken`. */
export type RevokeAccessTokenInput = {
  /** The token to revoke. */
  accessToken: AccessTokenReference;
};

/** The result of `revokeAccessToken`: either `ok` or `error`. */
export type RevokeAccessTokenResult = {
  __typename?: 'RevokeAccessTokenResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<RevokeAccessTokenResultOk>;
};

/** The token is revoked. */
export type RevokeAccessTokenResultOk = {
  __typename?: 'RevokeAccessTokenResultOk';
  /** The revoked token. */
  revokedAccessToken: AccessToken;
};

/** The input of `rotateAccessToken`. */
export type RotateAccessTokenInput = {
  /** The token to rotate. */
  accessToken: AccessTokenReference;
  /** A new end of the token, from now; the end stays without it. */
  expirationPeriod?: InputMaybe<TokenExpirationPeriod>;
  /** For how many days the current secret stays valid beside the new one: 0 to 90, but not longer than the token. */
  overlapDays?: Scalars['Int']['input'];
};

/** The result of `rotateAccessToken`: either `ok` or `error`. */
export type RotateAccessTokenResult = {
  __typename?: 'RotateAccessTokenResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<RotateAccessTokenResultOk>;
};

/** The token has a new secret. */
export type RotateAccessTokenResultOk = {
  __typename?: 'RotateAccessTokenResultOk';
  /** The new secret, in this answer only; a masked form of it in the answer to a repeated `Idempotency-Key`. */
  privateAccessKey: Scalars['String']['output'];
  /** The token. */
  rotatedAccessToken: AccessToken;
};

/** A place in an SDL. */
export type SchemaPosition = {
  __typename?: 'SchemaPosition';
  /** The column, from 1. */
  column: Scalars['Int']['output'];
  /** The line, from 1. */
  line: Scalars['Int']['output'];
  /** The text that the place is in. */
  text: SchemaText;
};

/** A problem of an SDL. */
export type SchemaProblem = {
  __typename?: 'SchemaProblem';
  /** What is wrong. */
  message: Scalars['String']['output'];
  /** The places of the problem: several for definitions with the same name, none for a problem of the whole text. */
  positions: Array<SchemaPosition>;
};

/** One of the two texts that are merged. */
export type SchemaText =
  /** The target's schema extension. */
  | 'BASE_SCHEMA'
  /** The SDL that was given. */
  | 'SDL';

/** What a credential signs in as that is neither a user's nor a subgraph key. */
export type ServiceAccount = Identity & {
  __typename?: 'ServiceAccount';
  /** The credential, as the audit trail names it. */
  asActor: Actor;
  /** The id of the credential. */
  id: Scalars['ID']['output'];
  /** The title of the credential. */
  name: Scalars['String']['output'];
};

/** A service that permissions are to apply to. It need not exist yet. */
export type ServiceResourceAssignmentInput = {
  /** 1 to 64 letters, digits, dashes and underscores. */
  serviceName: Scalars['String']['input'];
};

/** The input of `setAccessTokenExpiration`. */
export type SetAccessTokenExpirationInput = {
  /** The token whose end is changed. */
  accessToken: AccessTokenReference;
  /** The new end. */
  expiration: AccessTokenExpirationInput;
};

/** The result of `setAccessTokenExpiration`: either `ok` or `error`. */
export type SetAccessTokenExpirationResult = {
  __typename?: 'SetAccessTokenExpirationResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<SetAccessTokenExpirationResultOk>;
};

/** The token has a new end. */
export type SetAccessTokenExpirationResultOk = {
  __typename?: 'SetAccessTokenExpirationResultOk';
  /** The token with its new end. */
  updatedAccessToken: AccessToken;
};

/** The input of `setAccessTokenIpAllowlist`. */
export type SetAccessTokenIpAllowlistInput = {
  /** The token whose allowlist is changed. */
  accessToken: AccessTokenReference;
  /** 1 to 50 addresses and networks, such as `192.0.2.7`, `192.0.2.0/24` and `2001:db8::/32`; null for any address. */
  ipAllowlist?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The result of `setAccessTokenIpAllowlist`: either `ok` or `error`. */
export type SetAccessTokenIpAllowlistResult = {
  __typename?: 'SetAccessTokenIpAllowlistResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<AccessTokenResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<SetAccessTokenIpAllowlistResultOk>;
};

/** The token has the allowlist. */
export type SetAccessTokenIpAllowlistResultOk = {
  __typename?: 'SetAccessTokenIpAllowlistResultOk';
  /** The token with its new allowlist. */
  updatedAccessToken: AccessToken;
};

/** What is wrong with an input that has a slug. */
export type SlugInputErrors = {
  __typename?: 'SlugInputErrors';
  /** What is wrong with the slug, for people; null when nothing is. */
  slug?: Maybe<Scalars['String']['output']>;
};

/** Names a subgraph. */
export type SubgraphIdentifierInput = {
  /** A project's id or slug. */
  graphId: Scalars['String']['input'];
  /** The subgraph's name: 1 to 64 letters, digits, dashes and underscores. */
  subgraphName: Scalars['String']['input'];
  /** A target's id or slug. */
  variantName: Scalars['String']['input'];
};

/** An environment of a project, with a schema of its own: what GraphOS calls a variant. */
export type Target = {
  __typename?: 'Target';
  /**
   * Whether breaking changes are safe by the target's configuration, from the counts of operations that a usage store reports.
   * Needs `schemaCheck:create` on the target, or on a service in it.
   */
  assessBreakingChanges: BreakingChangeAssessment;
  /** The schema extension of the target: definitions that are merged with every schema of it. Null for none. */
  baseSchema?: Maybe<Scalars['String']['output']>;
  /** The rules for when a breaking change counts as safe in the target. */
  conditionalBreakingChangeConfiguration: ConditionalBreakingChangeConfiguration;
  /** When the target was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /**
   * An SDL followed by the target's schema extension, or what is wrong with the two together: syntax, names that are undefined or
   * defined twice, directives in wrong places or with wrong arguments. In a FEDERATION project the SDL is a subgraph's, which may use
   * what federation defines and extend types of other subgraphs.
   */
  mergedSchema: MergedSchemaResult;
  /** The project that the target belongs to. */
  project: Project;
  /** The name in paths and references: unique in the project. */
  slug: Scalars['String']['output'];
  /** The registry tokens of the target, newest first: 100 a page at most. Needs `registryToken:describe`. */
  tokens: TokenConnection;
};


/** An environment of a project, with a schema of its own: what GraphOS calls a variant. */
export type TargetAssessBreakingChangesArgs = {
  input: AssessBreakingChangesInput;
};


/** An environment of a project, with a schema of its own: what GraphOS calls a variant. */
export type TargetMergedSchemaArgs = {
  sdl: Scalars['String']['input'];
};


/** An environment of a project, with a schema of its own: what GraphOS calls a variant. */
export type TargetTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The scopes of a target. */
export type TargetAccessScope =
  /** Delete the target. */
  | 'DELETE'
  /** See the target; always included. */
  | 'READ'
  /** Compose and check schemas. */
  | 'REGISTRY_READ'
  /** Publish and delete schemas, approve checks, manage app deployments, report usage and traces. */
  | 'REGISTRY_WRITE'
  /** Change the target's settings. */
  | 'SETTINGS'
  /** See the registry tokens of the target. */
  | 'TOKENS_READ'
  /** Create and end the registry and CDN tokens of the target. */
  | 'TOKENS_WRITE';

/** The app deployments of a target that permissions apply to. */
export type TargetAppDeploymentsResourceAssignment = {
  __typename?: 'TargetAppDeploymentsResourceAssignment';
  /** The names of the app deployments; null with ALL. */
  appDeployments?: Maybe<Array<Scalars['String']['output']>>;
  /** Whether it is every app deployment, or what is listed. */
  mode: ResourceAssignmentModeType;
};

/** The app deployments of a target that permissions are to apply to. */
export type TargetAppDeploymentsResourceAssignmentInput = {
  /** The app deployments; nothing with ALL. */
  appDeployments?: InputMaybe<Array<AppDeploymentResourceAssignmentInput>>;
  /** Whether it is every app deployment, or what is listed. */
  mode: ResourceAssignmentModeType;
};

/** A page of targets. */
export type TargetConnection = {
  __typename?: 'TargetConnection';
  /** The targets with their cursors. */
  edges: Array<TargetEdge>;
  /** The targets. */
  nodes: Array<Target>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** A target in a page. */
export type TargetEdge = {
  __typename?: 'TargetEdge';
  /** The target's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The target. */
  node: Target;
};

/** Names a target by exactly one of the fields. */
export type TargetReferenceInput =
  /** By its id. */
  { byId: Scalars['ID']['input']; bySelector?: never; }
  |  /** By slugs. */
  { byId?: never; bySelector: TargetSelectorInput; };

/** A target that permissions apply to, and the parts of it. The name is spelled as GraphQL Hive does. */
export type TargetResouceAssignment = {
  __typename?: 'TargetResouceAssignment';
  /** The app deployments of the target. */
  appDeployments: TargetAppDeploymentsResourceAssignment;
  /** The services of the target. */
  services: TargetServicesResourceAssignment;
  /** The target. */
  target: Target;
  /** The id of the target. */
  targetId: Scalars['ID']['output'];
};

/** A target that permissions are to apply to, and the parts of it. */
export type TargetResourceAssignmentInput = {
  /** The app deployments of the target. */
  appDeployments: TargetAppDeploymentsResourceAssignmentInput;
  /** The services of the target. */
  services: TargetServicesResourceAssignmentInput;
  /** The id of a target that the caller may see. */
  targetId: Scalars['ID']['input'];
};

/** Where a target is, by slugs. */
export type TargetSelector = {
  __typename?: 'TargetSelector';
  /** The slug of its organization. */
  organizationSlug: Scalars['String']['output'];
  /** The slug of its project. */
  projectSlug: Scalars['String']['output'];
  /** The slug of the target. */
  targetSlug: Scalars['String']['output'];
};

/** Names a target by slugs. */
export type TargetSelectorInput = {
  /** The slug of the organization. */
  organizationSlug: Scalars['String']['input'];
  /** The slug of the project. */
  projectSlug: Scalars['String']['input'];
  /** The slug of the target. */
  targetSlug: Scalars['String']['input'];
};

/** The services of a target that permissions apply to. */
export type TargetServicesResourceAssignment = {
  __typename?: 'TargetServicesResourceAssignment';
  /** Whether it is every service, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The names of the services; null with ALL. */
  services?: Maybe<Array<Scalars['String']['output']>>;
};

/** The services of a target that permissions are to apply to. */
export type TargetServicesResourceAssignmentInput = {
  /** Whether it is every service, or what is listed. */
  mode: ResourceAssignmentModeType;
  /** The services; nothing with ALL. */
  services?: InputMaybe<Array<ServiceResourceAssignmentInput>>;
};

/** A registry token, with which a CI pipeline checks and publishes the schemas of one target. */
export type Token = AccessToken & {
  __typename?: 'Token';
  /** The secret, masked; no character of its random part. */
  alias: Scalars['String']['output'];
  /** When the token was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created the token. */
  createdBy: Actor;
  /** When the token was created; the same as `createdAt`. */
  date: Scalars['DateTime']['output'];
  /** Always null: registry tokens have no description. */
  description?: Maybe<Scalars['String']['output']>;
  /** When the token ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The beginning of the secret; no character of its random part. */
  firstCharacters: Scalars['String']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The addresses and networks that the token may be used from; null for any address. */
  ipAllowlist?: Maybe<Array<Scalars['String']['output']>>;
  /** When the token was last used for a request that was accepted; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name, for people. */
  name: Scalars['String']['output'];
  /** The ids of its permissions: those of its scopes. */
  permissions: Array<Scalars['String']['output']>;
  /** The permissions that are granted, by level, on what the caller may see. */
  resolvedResourcePermissionGroups: Array<ResolvedResourcePermissionGroup>;
  /** Its target, as what the permissions apply to. */
  resources: ResourceAssignment;
  /** When the token was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who revoked the token; null when nobody did. */
  revokedBy?: Maybe<Actor>;
  /** The target scopes whose permissions it has. */
  targetScopes: Array<TargetAccessScope>;
  /** The name, for people; the same as `name`. */
  title: Scalars['String']['output'];
};


/** A registry token, with which a CI pipeline checks and publishes the schemas of one target. */
export type TokenResolvedResourcePermissionGroupsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};

/** A page of registry tokens. */
export type TokenConnection = {
  __typename?: 'TokenConnection';
  /** The tokens of the page, each with its cursor. */
  edges: Array<TokenEdge>;
  /** The tokens of the page, newest first. */
  nodes: Array<Token>;
  /** The position of the page. */
  pageInfo: PageInfo;
  /** How many tokens the target has, counted up to 10,000. */
  total: Scalars['Int']['output'];
};

/** A registry token in a page. */
export type TokenEdge = {
  __typename?: 'TokenEdge';
  /** The token's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The token. */
  node: Token;
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

/** A registry token, with the target that it belongs to and its scopes. */
export type TokenInfo = {
  __typename?: 'TokenInfo';
  /** Whether the token has the permissions of an organization scope: true only for READ. */
  hasOrganizationScope: Scalars['Boolean']['output'];
  /** Whether the token has the permissions of a project scope: true only for READ. */
  hasProjectScope: Scalars['Boolean']['output'];
  /** Whether the token has the permissions of a target scope. */
  hasTargetScope: Scalars['Boolean']['output'];
  /** The organization of its target. */
  organization: Organization;
  /** The project of its target. */
  project: Project;
  /** Its target. */
  target: Target;
  /** The token. */
  token: Token;
};


/** A registry token, with the target that it belongs to and its scopes. */
export type TokenInfoHasOrganizationScopeArgs = {
  scope: OrganizationAccessScope;
};


/** A registry token, with the target that it belongs to and its scopes. */
export type TokenInfoHasProjectScopeArgs = {
  scope: ProjectAccessScope;
};


/** A registry token, with the target that it belongs to and its scopes. */
export type TokenInfoHasTargetScopeArgs = {
  scope: TargetAccessScope;
};

/** The registry token of a request, or that it has none. */
export type TokenInfoPayload = TokenInfo | TokenNotFoundError;

/** The credential that signs the request is not a registry token. */
export type TokenNotFoundError = {
  __typename?: 'TokenNotFoundError';
  /** What to do. */
  message: Scalars['String']['output'];
};

/** The schema extension was not set. */
export type UpdateBaseSchemaError = {
  __typename?: 'UpdateBaseSchemaError';
  /** The reason, for programs. */
  code: UpdateBaseSchemaErrorCode;
  /** The first problem and where it is, for people. */
  message: Scalars['String']['output'];
  /** The first ten problems of the text. */
  problems: Array<SchemaProblem>;
};

/** Why a schema extension was not set. */
export type UpdateBaseSchemaErrorCode =
  /** The text is not a valid SDL, is too long or contains a secret. `problems` says where. */
  | 'INVALID_SDL'
  /** There is no such target, or none that the caller may see. */
  | 'TARGET_NOT_FOUND';

/** The input of `updateBaseSchema`. */
export type UpdateBaseSchemaInput = {
  /**
   * Definitions of types and directives: 65,536 characters and 8,000 tokens at most. They may use, and extend, what the schemas
   * of the target define.
   */
  newBase?: InputMaybe<Scalars['String']['input']>;
  /** The slug of the target's organization. */
  organizationSlug: Scalars['String']['input'];
  /** The slug of the target's project. */
  projectSlug: Scalars['String']['input'];
  /** The slug of the target. */
  targetSlug: Scalars['String']['input'];
};

/** The schema extension was set. */
export type UpdateBaseSchemaOk = {
  __typename?: 'UpdateBaseSchemaOk';
  /** The target. */
  updatedTarget: Target;
};

/** The result of `updateBaseSchema`: either `ok` or `error`. */
export type UpdateBaseSchemaResult = {
  __typename?: 'UpdateBaseSchemaResult';
  /** Why nothing was changed; null when it was. */
  error?: Maybe<UpdateBaseSchemaError>;
  /** The target with the new extension; null when there is an error. */
  ok?: Maybe<UpdateBaseSchemaOk>;
};

/** The input of `updateMemberRole`. Names the member by exactly one of `email` and `userId`. */
export type UpdateMemberRoleInput = {
  /** The member's e-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The organization that the member belongs to. */
  organization: OrganizationReferenceInput;
  /** The new role. Neither it nor the current one may hold more than the caller. */
  role: MemberRole;
  /** The id of the member's user. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

/** The result of `updateMemberRole`: either `ok` or `error`. */
export type UpdateMemberRoleResult = {
  __typename?: 'UpdateMemberRoleResult';
  /** Why nothing was done; null when something was. */
  error?: Maybe<MemberResultError>;
  /** What was done; null when there is an error. */
  ok?: Maybe<UpdateMemberRoleResultOk>;
};

/** The member has the role. */
export type UpdateMemberRoleResultOk = {
  __typename?: 'UpdateMemberRoleResultOk';
  /** The member with the new role. */
  updatedMember: Member;
};

/** The input of `updateOrganizationName`. */
export type UpdateOrganizationNameInput = {
  /** 1 to 100 characters of any kind except control characters; surrounding white space is removed. */
  name: Scalars['String']['input'];
  /** The organization to name. */
  organization: OrganizationReferenceInput;
};

/** The result of `updateOrganizationName`: either `ok` or `error`. */
export type UpdateOrganizationNameResult = {
  __typename?: 'UpdateOrganizationNameResult';
  /** Why nothing was named; null when something was. */
  error?: Maybe<ChangePlaceError>;
  /** What was named; null when there is an error. */
  ok?: Maybe<UpdateOrganizationNameResultOk>;
};

/** The organization has the name. */
export type UpdateOrganizationNameResultOk = {
  __typename?: 'UpdateOrganizationNameResultOk';
  /** The organization with its slugs. */
  updatedOrganizationPayload: OrganizationPayload;
};

/** The input of `updateOrganizationSlug`. */
export type UpdateOrganizationSlugInput = {
  /** The organization to rename. */
  organization: OrganizationReferenceInput;
  /** 1 to 50 lower-case letters, digits and dashes; unique among all organizations; not `view` or `new`. */
  slug: Scalars['String']['input'];
};

/** The result of `updateOrganizationSlug`: either `ok` or `error`. */
export type UpdateOrganizationSlugResult = {
  __typename?: 'UpdateOrganizationSlugResult';
  /** Why nothing was renamed; null when something was. */
  error?: Maybe<ChangePlaceError>;
  /** What was renamed; null when there is an error. */
  ok?: Maybe<UpdateOrganizationSlugResultOk>;
};

/** The organization has the slug. */
export type UpdateOrganizationSlugResultOk = {
  __typename?: 'UpdateOrganizationSlugResultOk';
  /** The organization with its slugs. */
  updatedOrganizationPayload: OrganizationPayload;
};

/** The input of `updateProjectSlug`. */
export type UpdateProjectSlugInput = {
  /** The project to rename. */
  project: ProjectReferenceInput;
  /** 1 to 50 lower-case letters, digits and dashes; unique in the organization; not `view` or `new`. */
  slug: Scalars['String']['input'];
};

/** The result of `updateProjectSlug`: either `ok` or `error`. */
export type UpdateProjectSlugResult = {
  __typename?: 'UpdateProjectSlugResult';
  /** Why nothing was renamed; null when something was. */
  error?: Maybe<ChangePlaceError>;
  /** What was renamed; null when there is an error. */
  ok?: Maybe<UpdateProjectSlugResultOk>;
};

/** The project has the slug. */
export type UpdateProjectSlugResultOk = {
  __typename?: 'UpdateProjectSlugResultOk';
  /** The project. */
  project: Project;
  /** The slugs that name the project now. */
  selector: ProjectSelector;
};

/** The input of `updateTargetConditionalBreakingChangeConfiguration`. */
export type UpdateTargetConditionalBreakingChangeConfigurationInput = {
  /** What to change. */
  conditionalBreakingChangeConfiguration: ConditionalBreakingChangeConfigurationInput;
  /** The target. */
  target: TargetReferenceInput;
};

/** The result of `updateTargetConditionalBreakingChangeConfiguration`: either `ok` or `error`. */
export type UpdateTargetConditionalBreakingChangeConfigurationResult = {
  __typename?: 'UpdateTargetConditionalBreakingChangeConfigurationResult';
  /** Why nothing was changed; null when it was. */
  error?: Maybe<UpdateTargetConditionalBreakingChangeConfigurationResultError>;
  /** The target with the new configuration; null when there is an error. */
  ok?: Maybe<UpdateTargetConditionalBreakingChangeConfigurationResultOk>;
};

/** The configuration was not changed. */
export type UpdateTargetConditionalBreakingChangeConfigurationResultError = {
  __typename?: 'UpdateTargetConditionalBreakingChangeConfigurationResultError';
  /** The reason, for programs. */
  code: BreakingChangeConfigurationErrorCode;
  /** What is wrong with single fields of the input. */
  inputErrors: ConditionalBreakingChangeConfigurationInputErrors;
  /** What is wrong and what to do, for people. */
  message: Scalars['String']['output'];
};

/** The configuration was changed. */
export type UpdateTargetConditionalBreakingChangeConfigurationResultOk = {
  __typename?: 'UpdateTargetConditionalBreakingChangeConfigurationResultOk';
  /** The target. */
  target: Target;
};

/** The input of `updateTargetSlug`. */
export type UpdateTargetSlugInput = {
  /** 1 to 50 lower-case letters, digits and dashes; unique in the project; not `view` or `new`. */
  slug: Scalars['String']['input'];
  /** The target to rename. */
  target: TargetReferenceInput;
};

/** The result of `updateTargetSlug`: either `ok` or `error`. */
export type UpdateTargetSlugResult = {
  __typename?: 'UpdateTargetSlugResult';
  /** Why nothing was renamed; null when something was. */
  error?: Maybe<ChangePlaceError>;
  /** What was renamed; null when there is an error. */
  ok?: Maybe<UpdateTargetSlugResultOk>;
};

/** The target has the slug. */
export type UpdateTargetSlugResultOk = {
  __typename?: 'UpdateTargetSlugResultOk';
  /** The slugs that name the target now. */
  selector: TargetSelector;
  /** The target. */
  target: Target;
};

/** A person, known by an e-mail address. */
export type User = Identity & {
  __typename?: 'User';
  /** One of `accessTokens` by its id; null when there is none. */
  accessToken?: Maybe<UserAccessToken>;
  /**
   * The user's access tokens, newest first. Of oneself, all; of somebody else, those that reach an organization where the
   * caller holds `accessAudit:describe`, in pages that may be short with more to come.
   */
  accessTokens: UserAccessTokenConnection;
  /** The user, as the audit trail names them. */
  asActor: Actor;
  /** The e-mail address, in lower case. */
  email: Scalars['String']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The e-mail address. */
  name: Scalars['String']['output'];
  /**
   * The organizations that the user belongs to, newest first. Of oneself, those that the credential reaches; of somebody
   * else, those whose members the caller may see (`member:describe`).
   */
  organizations: OrganizationConnection;
};


/** A person, known by an e-mail address. */
export type UserAccessTokenArgs = {
  id: Scalars['ID']['input'];
};


/** A person, known by an e-mail address. */
export type UserAccessTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person, known by an e-mail address. */
export type UserOrganizationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A token with which its owner acts in several organizations, as far as their roles there allow at the time. It is rotated,
 * revoked and deleted, and its end moved, as access tokens of every kind.
 */
export type UserAccessToken = AccessToken & {
  __typename?: 'UserAccessToken';
  /** When the token was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created the token. */
  createdBy: Actor;
  /** What the token is for; null when it was not said. */
  description?: Maybe<Scalars['String']['output']>;
  /** When the token ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The beginning of the secret; no character of its random part. */
  firstCharacters: Scalars['String']['output'];
  /** Whether the token may use GraphQL, with all permissions of its owner's roles. */
  graphql: Scalars['Boolean']['output'];
  /** The id, which never changes. */
  id: Scalars['ID']['output'];
  /** The addresses and networks that the token may be used from; null for any address. */
  ipAllowlist?: Maybe<Array<Scalars['String']['output']>>;
  /** When the token was last used for a request that was accepted; null when it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The organizations that the token names and that the caller may see. */
  organizations: Array<Organization>;
  /** Whose token it is, and whose roles it acts with. */
  owner: User;
  /** Empty: the token has what its owner's roles give at the time. */
  permissions: Array<Scalars['String']['output']>;
  /** The permissions that are granted now, by level, in organizations that the caller's credential reaches. */
  resolvedResourcePermissionGroups: Array<ResolvedResourcePermissionGroup>;
  /** Everything in its organizations. */
  resources: ResourceAssignment;
  /** When the token was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who revoked the token; null when nobody did. */
  revokedBy?: Maybe<Actor>;
  /** The REST scopes that a token without `graphql` is limited to: docs/access-tokens.md. */
  scopes: Array<Scalars['String']['output']>;
  /** The name, for people. */
  title: Scalars['String']['output'];
};


/**
 * A token with which its owner acts in several organizations, as far as their roles there allow at the time. It is rotated,
 * revoked and deleted, and its end moved, as access tokens of every kind.
 */
export type UserAccessTokenResolvedResourcePermissionGroupsArgs = {
  includeAll?: Scalars['Boolean']['input'];
};

/** A page of user access tokens. */
export type UserAccessTokenConnection = {
  __typename?: 'UserAccessTokenConnection';
  /** The tokens with their cursors. */
  edges: Array<UserAccessTokenEdge>;
  /** The tokens. */
  nodes: Array<UserAccessToken>;
  /** The position of the page. */
  pageInfo: PageInfo;
};

/** A user access token in a page. */
export type UserAccessTokenEdge = {
  __typename?: 'UserAccessTokenEdge';
  /** The token's place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The token. */
  node: UserAccessToken;
};

/** The credential that signs a request. */
export type WhoAmI = {
  __typename?: 'WhoAmI';
  /** When the credential ends; null for one without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The permissions that are granted, by level. */
  resolvedPermissions: Array<ResolvedResourcePermissionGroup>;
  /** The title of the credential; of a user's token, the user's e-mail address. */
  title: Scalars['String']['output'];
};


/** The credential that signs a request. */
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
  GraphOsKey: GraphOsKey;
  Organization: Organization;
  OrganizationAccessToken: OrganizationAccessToken;
  PersonalAccessToken: PersonalAccessToken;
  Project: Project;
  ProjectAccessToken: ProjectAccessToken;
  Target: Target;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  GraphOsKey:
    ( { __typename: 'GraphOsKey' }
    & GraphQLRecursivePick<FederationTypes['GraphOsKey'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & ( GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Organization'], {"slug":true}> ) );
  OrganizationAccessToken:
    ( { __typename: 'OrganizationAccessToken' }
    & GraphQLRecursivePick<FederationTypes['OrganizationAccessToken'], {"id":true}> );
  PersonalAccessToken:
    ( { __typename: 'PersonalAccessToken' }
    & GraphQLRecursivePick<FederationTypes['PersonalAccessToken'], {"id":true}> );
  Project:
    ( { __typename: 'Project' }
    & ( GraphQLRecursivePick<FederationTypes['Project'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Project'], {"slug":true,"organization":{"slug":true}}> ) );
  ProjectAccessToken:
    ( { __typename: 'ProjectAccessToken' }
    & GraphQLRecursivePick<FederationTypes['ProjectAccessToken'], {"id":true}> );
  Target:
    ( { __typename: 'Target' }
    & ( GraphQLRecursivePick<FederationTypes['Target'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Target'], {"slug":true,"project":{"slug":true,"organization":{"slug":true}}}> ) );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateKeyResult:
    | ( CreateKeyError & { __typename: 'CreateKeyError' } )
    | ( Omit<CreateKeyOk, 'key'> & { key: _RefType['GraphOsKey'] } & { __typename: 'CreateKeyOk' } )
  ;
  TokenInfoPayload:
    | ( Credential & { __typename: 'TokenInfo' } )
    | ( TokenNotFoundError & { __typename: 'TokenNotFoundError' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  AccessToken:
    | ( Credential )
    | ( Credential )
    | ( Credential )
    | ( Credential )
    | ( Credential )
  ;
  Identity:
    | ( GraphIdentity )
    | ( ServiceAccountIdentity )
    | ( UserRow )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessExplanation: ResolverTypeWrapper<AccessExplanation>;
  AccessExplanationCode: AccessExplanationCode;
  AccessToken: ResolverTypeWrapper<Credential>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessTokenConnection: ResolverTypeWrapper<Omit<AccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AccessTokenEdge']>, nodes: Array<ResolversTypes['AccessToken']> }>;
  AccessTokenEdge: ResolverTypeWrapper<Omit<AccessTokenEdge, 'node'> & { node: ResolversTypes['AccessToken'] }>;
  AccessTokenErrorCode: AccessTokenErrorCode;
  AccessTokenExpirationInput: AccessTokenExpirationInput;
  AccessTokenReference: AccessTokenReference;
  AccessTokenResultError: ResolverTypeWrapper<AccessTokenResultError>;
  Actor: ResolverTypeWrapper<ActorRef>;
  ActorType: ActorType;
  AddMemberInput: AddMemberInput;
  AddMemberResult: ResolverTypeWrapper<Omit<AddMemberResult, 'ok'> & { ok?: Maybe<ResolversTypes['AddMemberResultOk']> }>;
  AddMemberResultOk: ResolverTypeWrapper<Omit<AddMemberResultOk, 'addedMember' | 'updatedOrganization'> & { addedMember: ResolversTypes['Member'], updatedOrganization: ResolversTypes['Organization'] }>;
  AddOrganizationToTokenInput: AddOrganizationToTokenInput;
  AddOrganizationToTokenResult: ResolverTypeWrapper<Omit<AddOrganizationToTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['AddOrganizationToTokenResultOk']> }>;
  AddOrganizationToTokenResultOk: ResolverTypeWrapper<Omit<AddOrganizationToTokenResultOk, 'updatedUserAccessToken'> & { updatedUserAccessToken: ResolversTypes['UserAccessToken'] }>;
  ApiKeyFilterInput: ApiKeyFilterInput;
  ApiKeyResource: ResolverTypeWrapper<ApiKeyResource>;
  ApiKeyResourceInput: ApiKeyResourceInput;
  ApiKeyResourceType: ApiKeyResourceType;
  ApiKeyStatus: ApiKeyStatus;
  ApiKeyType: ApiKeyType;
  AppDeploymentResourceAssignmentInput: AppDeploymentResourceAssignmentInput;
  AssessBreakingChangesInput: AssessBreakingChangesInput;
  AssessedBreakingChange: ResolverTypeWrapper<AssessedBreakingChange>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BreakingChangeAssessment: ResolverTypeWrapper<Assessment>;
  BreakingChangeConfigurationErrorCode: BreakingChangeConfigurationErrorCode;
  BreakingChangeFormulaType: BreakingChangeFormulaType;
  BreakingChangeInput: BreakingChangeInput;
  BreakingChangeReason: BreakingChangeReason;
  ChangePlaceError: ResolverTypeWrapper<ChangePlaceError>;
  ChangePlaceErrorCode: ChangePlaceErrorCode;
  ConditionalBreakingChangeConfiguration: ResolverTypeWrapper<Rules>;
  ConditionalBreakingChangeConfigurationInput: ConditionalBreakingChangeConfigurationInput;
  ConditionalBreakingChangeConfigurationInputErrors: ResolverTypeWrapper<ConditionalBreakingChangeConfigurationInputErrors>;
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
  CreatePersonalAccessTokenInput: CreatePersonalAccessTokenInput;
  CreatePersonalAccessTokenResult: ResolverTypeWrapper<Omit<CreatePersonalAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreatePersonalAccessTokenResultOk']> }>;
  CreatePersonalAccessTokenResultError: ResolverTypeWrapper<CreatePersonalAccessTokenResultError>;
  CreatePersonalAccessTokenResultErrorDetails: ResolverTypeWrapper<CreatePersonalAccessTokenResultErrorDetails>;
  CreatePersonalAccessTokenResultOk: ResolverTypeWrapper<Omit<CreatePersonalAccessTokenResultOk, 'createdPersonalAccessToken'> & { createdPersonalAccessToken: ResolversTypes['PersonalAccessToken'] }>;
  CreateProjectAccessTokenInput: CreateProjectAccessTokenInput;
  CreateProjectAccessTokenResult: ResolverTypeWrapper<Omit<CreateProjectAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreateProjectAccessTokenResultOk']> }>;
  CreateProjectAccessTokenResultError: ResolverTypeWrapper<CreateProjectAccessTokenResultError>;
  CreateProjectAccessTokenResultErrorDetails: ResolverTypeWrapper<CreateProjectAccessTokenResultErrorDetails>;
  CreateProjectAccessTokenResultOk: ResolverTypeWrapper<Omit<CreateProjectAccessTokenResultOk, 'createdProjectAccessToken'> & { createdProjectAccessToken: ResolversTypes['ProjectAccessToken'] }>;
  CreateProjectErrorCode: CreateProjectErrorCode;
  CreateProjectInput: CreateProjectInput;
  CreateProjectResult: ResolverTypeWrapper<Omit<CreateProjectResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreateProjectResultOk']> }>;
  CreateProjectResultError: ResolverTypeWrapper<CreateProjectResultError>;
  CreateProjectResultOk: ResolverTypeWrapper<Omit<CreateProjectResultOk, 'createdProject' | 'createdTargets' | 'updatedOrganization'> & { createdProject: ResolversTypes['Project'], createdTargets: Array<ResolversTypes['Target']>, updatedOrganization: ResolversTypes['Organization'] }>;
  CreateTargetErrorCode: CreateTargetErrorCode;
  CreateTargetInput: CreateTargetInput;
  CreateTargetResult: ResolverTypeWrapper<Omit<CreateTargetResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreateTargetResultOk']> }>;
  CreateTargetResultError: ResolverTypeWrapper<CreateTargetResultError>;
  CreateTargetResultOk: ResolverTypeWrapper<Omit<CreateTargetResultOk, 'createdTarget'> & { createdTarget: ResolversTypes['Target'] }>;
  CreateTokenError: ResolverTypeWrapper<CreateTokenError>;
  CreateTokenInput: CreateTokenInput;
  CreateTokenOk: ResolverTypeWrapper<Omit<CreateTokenOk, 'createdToken'> & { createdToken: ResolversTypes['Token'] }>;
  CreateTokenResult: ResolverTypeWrapper<Omit<CreateTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreateTokenOk']> }>;
  CreateUserAccessTokenErrorCode: CreateUserAccessTokenErrorCode;
  CreateUserAccessTokenInput: CreateUserAccessTokenInput;
  CreateUserAccessTokenResult: ResolverTypeWrapper<Omit<CreateUserAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['CreateUserAccessTokenResultOk']> }>;
  CreateUserAccessTokenResultError: ResolverTypeWrapper<CreateUserAccessTokenResultError>;
  CreateUserAccessTokenResultErrorDetails: ResolverTypeWrapper<CreateUserAccessTokenResultErrorDetails>;
  CreateUserAccessTokenResultOk: ResolverTypeWrapper<Omit<CreateUserAccessTokenResultOk, 'createdUserAccessToken'> & { createdUserAccessToken: ResolversTypes['UserAccessToken'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteAccessTokenInput: DeleteAccessTokenInput;
  DeleteAccessTokenResult: ResolverTypeWrapper<DeleteAccessTokenResult>;
  DeleteAccessTokenResultOk: ResolverTypeWrapper<DeleteAccessTokenResultOk>;
  DeleteOrganizationAccessTokenInput: DeleteOrganizationAccessTokenInput;
  DeleteOrganizationAccessTokenResult: ResolverTypeWrapper<DeleteOrganizationAccessTokenResult>;
  DeleteOrganizationAccessTokenResultOk: ResolverTypeWrapper<DeleteOrganizationAccessTokenResultOk>;
  DeleteOrganizationInput: DeleteOrganizationInput;
  DeleteOrganizationResult: ResolverTypeWrapper<DeleteOrganizationResult>;
  DeleteOrganizationResultOk: ResolverTypeWrapper<DeleteOrganizationResultOk>;
  DeleteProjectInput: DeleteProjectInput;
  DeleteProjectResult: ResolverTypeWrapper<DeleteProjectResult>;
  DeleteProjectResultOk: ResolverTypeWrapper<DeleteProjectResultOk>;
  DeleteTargetInput: DeleteTargetInput;
  DeleteTargetResult: ResolverTypeWrapper<DeleteTargetResult>;
  DeleteTargetResultOk: ResolverTypeWrapper<DeleteTargetResultOk>;
  DeleteTokenResult: ResolverTypeWrapper<DeleteTokenResult>;
  DeleteTokensInput: DeleteTokensInput;
  DeleteTokensPayload: ResolverTypeWrapper<DeleteTokensPayload>;
  GatewayIdentifierInput: GatewayIdentifierInput;
  Graph: ResolverTypeWrapper<GraphIdentity>;
  GraphOsKey: ResolverTypeWrapper<Key>;
  GraphOsKeyConnection: ResolverTypeWrapper<KeyPage>;
  GraphOsKeyEdge: ResolverTypeWrapper<Omit<GraphOsKeyEdge, 'node'> & { node: ResolversTypes['GraphOsKey'] }>;
  GraphOsKeyType: GraphOsKeyType;
  Identity: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Identity']>;
  Member: ResolverTypeWrapper<MembershipRow>;
  MemberConnection: ResolverTypeWrapper<Omit<MemberConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MemberEdge']>, nodes: Array<ResolversTypes['Member']> }>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  MemberErrorCode: MemberErrorCode;
  MemberResultError: ResolverTypeWrapper<MemberResultError>;
  MemberRole: MemberRole;
  MergedSchema: ResolverTypeWrapper<MergedSchema>;
  MergedSchemaError: ResolverTypeWrapper<MergedSchemaError>;
  MergedSchemaResult: ResolverTypeWrapper<MergedSchemaResult>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OperationCountInput: OperationCountInput;
  Organization: ResolverTypeWrapper<OrganizationRow>;
  OrganizationAccessScope: OrganizationAccessScope;
  OrganizationAccessToken: ResolverTypeWrapper<Credential>;
  OrganizationAccessTokenConnection: ResolverTypeWrapper<Omit<OrganizationAccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OrganizationAccessTokenEdge']>, nodes: Array<ResolversTypes['OrganizationAccessToken']> }>;
  OrganizationAccessTokenEdge: ResolverTypeWrapper<Omit<OrganizationAccessTokenEdge, 'node'> & { node: ResolversTypes['OrganizationAccessToken'] }>;
  OrganizationAccessTokenReference: OrganizationAccessTokenReference;
  OrganizationConnection: ResolverTypeWrapper<Omit<OrganizationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OrganizationEdge']>, nodes: Array<ResolversTypes['Organization']> }>;
  OrganizationEdge: ResolverTypeWrapper<Omit<OrganizationEdge, 'node'> & { node: ResolversTypes['Organization'] }>;
  OrganizationMutation: ResolverTypeWrapper<OrganizationRow>;
  OrganizationPayload: ResolverTypeWrapper<Omit<OrganizationPayload, 'organization'> & { organization: ResolversTypes['Organization'] }>;
  OrganizationReferenceInput: OrganizationReferenceInput;
  OrganizationSelector: ResolverTypeWrapper<OrganizationSelector>;
  OrganizationSelectorInput: OrganizationSelectorInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Permission: ResolverTypeWrapper<ShownPermission>;
  PermissionGroup: ResolverTypeWrapper<Omit<PermissionGroup, 'permissions'> & { permissions: Array<ResolversTypes['Permission']> }>;
  PermissionLevelType: PermissionLevelType;
  PersonalAccessToken: ResolverTypeWrapper<Credential>;
  PersonalAccessTokenConnection: ResolverTypeWrapper<Omit<PersonalAccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PersonalAccessTokenEdge']>, nodes: Array<ResolversTypes['PersonalAccessToken']> }>;
  PersonalAccessTokenEdge: ResolverTypeWrapper<Omit<PersonalAccessTokenEdge, 'node'> & { node: ResolversTypes['PersonalAccessToken'] }>;
  Plan: Plan;
  Project: ResolverTypeWrapper<ProjectRow>;
  ProjectAccessScope: ProjectAccessScope;
  ProjectAccessToken: ResolverTypeWrapper<Credential>;
  ProjectAccessTokenConnection: ResolverTypeWrapper<Omit<ProjectAccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProjectAccessTokenEdge']>, nodes: Array<ResolversTypes['ProjectAccessToken']> }>;
  ProjectAccessTokenEdge: ResolverTypeWrapper<Omit<ProjectAccessTokenEdge, 'node'> & { node: ResolversTypes['ProjectAccessToken'] }>;
  ProjectConnection: ResolverTypeWrapper<Omit<ProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProjectEdge']>, nodes: Array<ResolversTypes['Project']> }>;
  ProjectEdge: ResolverTypeWrapper<Omit<ProjectEdge, 'node'> & { node: ResolversTypes['Project'] }>;
  ProjectReferenceInput: ProjectReferenceInput;
  ProjectResourceAssignment: ResolverTypeWrapper<Omit<ProjectResourceAssignment, 'project' | 'targets'> & { project: ResolversTypes['Project'], targets: ResolversTypes['ProjectTargetsResourceAssignment'] }>;
  ProjectResourceAssignmentInput: ProjectResourceAssignmentInput;
  ProjectSelector: ResolverTypeWrapper<ProjectSelector>;
  ProjectSelectorInput: ProjectSelectorInput;
  ProjectTargetsResourceAssignment: ResolverTypeWrapper<TargetsOfProject>;
  ProjectTargetsResourceAssignmentInput: ProjectTargetsResourceAssignmentInput;
  ProjectType: ProjectType;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegistryTokenPreset: ResolverTypeWrapper<Preset>;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberResult: ResolverTypeWrapper<Omit<RemoveMemberResult, 'ok'> & { ok?: Maybe<ResolversTypes['RemoveMemberResultOk']> }>;
  RemoveMemberResultOk: ResolverTypeWrapper<Omit<RemoveMemberResultOk, 'updatedOrganization'> & { updatedOrganization: ResolversTypes['Organization'] }>;
  RemoveOrganizationFromTokenInput: RemoveOrganizationFromTokenInput;
  RemoveOrganizationFromTokenResult: ResolverTypeWrapper<Omit<RemoveOrganizationFromTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['RemoveOrganizationFromTokenResultOk']> }>;
  RemoveOrganizationFromTokenResultOk: ResolverTypeWrapper<Omit<RemoveOrganizationFromTokenResultOk, 'updatedUserAccessToken'> & { updatedUserAccessToken: ResolversTypes['UserAccessToken'] }>;
  RenameUserAccessTokenInput: RenameUserAccessTokenInput;
  RenameUserAccessTokenResult: ResolverTypeWrapper<Omit<RenameUserAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversTypes['RenameUserAccessTokenResultOk']> }>;
  RenameUserAccessTokenResultOk: ResolverTypeWrapper<Omit<RenameUserAccessTokenResultOk, 'updatedUserAccessToken'> & { updatedUserAccessToken: ResolversTypes['UserAccessToken'] }>;
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
  SchemaPosition: ResolverTypeWrapper<SchemaPosition>;
  SchemaProblem: ResolverTypeWrapper<SchemaProblem>;
  SchemaText: SchemaText;
  ServiceAccount: ResolverTypeWrapper<ServiceAccountIdentity>;
  ServiceResourceAssignmentInput: ServiceResourceAssignmentInput;
  SetAccessTokenExpirationInput: SetAccessTokenExpirationInput;
  SetAccessTokenExpirationResult: ResolverTypeWrapper<Omit<SetAccessTokenExpirationResult, 'ok'> & { ok?: Maybe<ResolversTypes['SetAccessTokenExpirationResultOk']> }>;
  SetAccessTokenExpirationResultOk: ResolverTypeWrapper<Omit<SetAccessTokenExpirationResultOk, 'updatedAccessToken'> & { updatedAccessToken: ResolversTypes['AccessToken'] }>;
  SetAccessTokenIpAllowlistInput: SetAccessTokenIpAllowlistInput;
  SetAccessTokenIpAllowlistResult: ResolverTypeWrapper<Omit<SetAccessTokenIpAllowlistResult, 'ok'> & { ok?: Maybe<ResolversTypes['SetAccessTokenIpAllowlistResultOk']> }>;
  SetAccessTokenIpAllowlistResultOk: ResolverTypeWrapper<Omit<SetAccessTokenIpAllowlistResultOk, 'updatedAccessToken'> & { updatedAccessToken: ResolversTypes['AccessToken'] }>;
  SlugInputErrors: ResolverTypeWrapper<SlugInputErrors>;
  SubgraphIdentifierInput: SubgraphIdentifierInput;
  Target: ResolverTypeWrapper<TargetRow>;
  TargetAccessScope: TargetAccessScope;
  TargetAppDeploymentsResourceAssignment: ResolverTypeWrapper<Names>;
  TargetAppDeploymentsResourceAssignmentInput: TargetAppDeploymentsResourceAssignmentInput;
  TargetConnection: ResolverTypeWrapper<Omit<TargetConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TargetEdge']>, nodes: Array<ResolversTypes['Target']> }>;
  TargetEdge: ResolverTypeWrapper<Omit<TargetEdge, 'node'> & { node: ResolversTypes['Target'] }>;
  TargetReferenceInput: TargetReferenceInput;
  TargetResouceAssignment: ResolverTypeWrapper<Omit<TargetResouceAssignment, 'appDeployments' | 'services' | 'target'> & { appDeployments: ResolversTypes['TargetAppDeploymentsResourceAssignment'], services: ResolversTypes['TargetServicesResourceAssignment'], target: ResolversTypes['Target'] }>;
  TargetResourceAssignmentInput: TargetResourceAssignmentInput;
  TargetSelector: ResolverTypeWrapper<TargetSelector>;
  TargetSelectorInput: TargetSelectorInput;
  TargetServicesResourceAssignment: ResolverTypeWrapper<Names>;
  TargetServicesResourceAssignmentInput: TargetServicesResourceAssignmentInput;
  Timestamp: ResolverTypeWrapper<Scalars['Timestamp']['output']>;
  Token: ResolverTypeWrapper<Credential>;
  TokenConnection: ResolverTypeWrapper<RegistryTokenPage>;
  TokenEdge: ResolverTypeWrapper<Omit<TokenEdge, 'node'> & { node: ResolversTypes['Token'] }>;
  TokenExpirationPeriod: TokenExpirationPeriod;
  TokenInfo: ResolverTypeWrapper<Credential>;
  TokenInfoPayload: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TokenInfoPayload']>;
  TokenNotFoundError: ResolverTypeWrapper<TokenNotFoundError>;
  UpdateBaseSchemaError: ResolverTypeWrapper<UpdateBaseSchemaError>;
  UpdateBaseSchemaErrorCode: UpdateBaseSchemaErrorCode;
  UpdateBaseSchemaInput: UpdateBaseSchemaInput;
  UpdateBaseSchemaOk: ResolverTypeWrapper<Omit<UpdateBaseSchemaOk, 'updatedTarget'> & { updatedTarget: ResolversTypes['Target'] }>;
  UpdateBaseSchemaResult: ResolverTypeWrapper<Omit<UpdateBaseSchemaResult, 'ok'> & { ok?: Maybe<ResolversTypes['UpdateBaseSchemaOk']> }>;
  UpdateMemberRoleInput: UpdateMemberRoleInput;
  UpdateMemberRoleResult: ResolverTypeWrapper<Omit<UpdateMemberRoleResult, 'ok'> & { ok?: Maybe<ResolversTypes['UpdateMemberRoleResultOk']> }>;
  UpdateMemberRoleResultOk: ResolverTypeWrapper<Omit<UpdateMemberRoleResultOk, 'updatedMember'> & { updatedMember: ResolversTypes['Member'] }>;
  UpdateOrganizationNameInput: UpdateOrganizationNameInput;
  UpdateOrganizationNameResult: ResolverTypeWrapper<Omit<UpdateOrganizationNameResult, 'ok'> & { ok?: Maybe<ResolversTypes['UpdateOrganizationNameResultOk']> }>;
  UpdateOrganizationNameResultOk: ResolverTypeWrapper<Omit<UpdateOrganizationNameResultOk, 'updatedOrganizationPayload'> & { updatedOrganizationPayload: ResolversTypes['OrganizationPayload'] }>;
  UpdateOrganizationSlugInput: UpdateOrganizationSlugInput;
  UpdateOrganizationSlugResult: ResolverTypeWrapper<Omit<UpdateOrganizationSlugResult, 'ok'> & { ok?: Maybe<ResolversTypes['UpdateOrganizationSlugResultOk']> }>;
  UpdateOrganizationSlugResultOk: ResolverTypeWrapper<Omit<UpdateOrganizationSlugResultOk, 'updatedOrganizationPayload'> & { updatedOrganizationPayload: ResolversTypes['OrganizationPayload'] }>;
  UpdateProjectSlugInput: UpdateProjectSlugInput;
  UpdateProjectSlugResult: ResolverTypeWrapper<Omit<UpdateProjectSlugResult, 'ok'> & { ok?: Maybe<ResolversTypes['UpdateProjectSlugResultOk']> }>;
  UpdateProjectSlugResultOk: ResolverTypeWrapper<Omit<UpdateProjectSlugResultOk, 'project'> & { project: ResolversTypes['Project'] }>;
  UpdateTargetConditionalBreakingChangeConfigurationInput: UpdateTargetConditionalBreakingChangeConfigurationInput;
  UpdateTargetConditionalBreakingChangeConfigurationResult: ResolverTypeWrapper<Omit<UpdateTargetConditionalBreakingChangeConfigurationResult, 'ok'> & { ok?: Maybe<ResolversTypes['UpdateTargetConditionalBreakingChangeConfigurationResultOk']> }>;
  UpdateTargetConditionalBreakingChangeConfigurationResultError: ResolverTypeWrapper<UpdateTargetConditionalBreakingChangeConfigurationResultError>;
  UpdateTargetConditionalBreakingChangeConfigurationResultOk: ResolverTypeWrapper<Omit<UpdateTargetConditionalBreakingChangeConfigurationResultOk, 'target'> & { target: ResolversTypes['Target'] }>;
  UpdateTargetSlugInput: UpdateTargetSlugInput;
  UpdateTargetSlugResult: ResolverTypeWrapper<Omit<UpdateTargetSlugResult, 'ok'> & { ok?: Maybe<ResolversTypes['UpdateTargetSlugResultOk']> }>;
  UpdateTargetSlugResultOk: ResolverTypeWrapper<Omit<UpdateTargetSlugResultOk, 'target'> & { target: ResolversTypes['Target'] }>;
  User: ResolverTypeWrapper<UserRow>;
  UserAccessToken: ResolverTypeWrapper<Credential>;
  UserAccessTokenConnection: ResolverTypeWrapper<Omit<UserAccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['UserAccessTokenEdge']>, nodes: Array<ResolversTypes['UserAccessToken']> }>;
  UserAccessTokenEdge: ResolverTypeWrapper<Omit<UserAccessTokenEdge, 'node'> & { node: ResolversTypes['UserAccessToken'] }>;
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
  AccessTokenConnection: Omit<AccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AccessTokenEdge']>, nodes: Array<ResolversParentTypes['AccessToken']> };
  AccessTokenEdge: Omit<AccessTokenEdge, 'node'> & { node: ResolversParentTypes['AccessToken'] };
  AccessTokenExpirationInput: AccessTokenExpirationInput;
  AccessTokenReference: AccessTokenReference;
  AccessTokenResultError: AccessTokenResultError;
  Actor: ActorRef;
  AddMemberInput: AddMemberInput;
  AddMemberResult: Omit<AddMemberResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['AddMemberResultOk']> };
  AddMemberResultOk: Omit<AddMemberResultOk, 'addedMember' | 'updatedOrganization'> & { addedMember: ResolversParentTypes['Member'], updatedOrganization: ResolversParentTypes['Organization'] };
  AddOrganizationToTokenInput: AddOrganizationToTokenInput;
  AddOrganizationToTokenResult: Omit<AddOrganizationToTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['AddOrganizationToTokenResultOk']> };
  AddOrganizationToTokenResultOk: Omit<AddOrganizationToTokenResultOk, 'updatedUserAccessToken'> & { updatedUserAccessToken: ResolversParentTypes['UserAccessToken'] };
  ApiKeyFilterInput: ApiKeyFilterInput;
  ApiKeyResource: ApiKeyResource;
  ApiKeyResourceInput: ApiKeyResourceInput;
  AppDeploymentResourceAssignmentInput: AppDeploymentResourceAssignmentInput;
  AssessBreakingChangesInput: AssessBreakingChangesInput;
  AssessedBreakingChange: AssessedBreakingChange;
  Float: Scalars['Float']['output'];
  BreakingChangeAssessment: Assessment;
  BreakingChangeInput: BreakingChangeInput;
  ChangePlaceError: ChangePlaceError;
  ConditionalBreakingChangeConfiguration: Rules;
  ConditionalBreakingChangeConfigurationInput: ConditionalBreakingChangeConfigurationInput;
  ConditionalBreakingChangeConfigurationInputErrors: ConditionalBreakingChangeConfigurationInputErrors;
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
  CreatePersonalAccessTokenInput: CreatePersonalAccessTokenInput;
  CreatePersonalAccessTokenResult: Omit<CreatePersonalAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreatePersonalAccessTokenResultOk']> };
  CreatePersonalAccessTokenResultError: CreatePersonalAccessTokenResultError;
  CreatePersonalAccessTokenResultErrorDetails: CreatePersonalAccessTokenResultErrorDetails;
  CreatePersonalAccessTokenResultOk: Omit<CreatePersonalAccessTokenResultOk, 'createdPersonalAccessToken'> & { createdPersonalAccessToken: ResolversParentTypes['PersonalAccessToken'] };
  CreateProjectAccessTokenInput: CreateProjectAccessTokenInput;
  CreateProjectAccessTokenResult: Omit<CreateProjectAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreateProjectAccessTokenResultOk']> };
  CreateProjectAccessTokenResultError: CreateProjectAccessTokenResultError;
  CreateProjectAccessTokenResultErrorDetails: CreateProjectAccessTokenResultErrorDetails;
  CreateProjectAccessTokenResultOk: Omit<CreateProjectAccessTokenResultOk, 'createdProjectAccessToken'> & { createdProjectAccessToken: ResolversParentTypes['ProjectAccessToken'] };
  CreateProjectInput: CreateProjectInput;
  CreateProjectResult: Omit<CreateProjectResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreateProjectResultOk']> };
  CreateProjectResultError: CreateProjectResultError;
  CreateProjectResultOk: Omit<CreateProjectResultOk, 'createdProject' | 'createdTargets' | 'updatedOrganization'> & { createdProject: ResolversParentTypes['Project'], createdTargets: Array<ResolversParentTypes['Target']>, updatedOrganization: ResolversParentTypes['Organization'] };
  CreateTargetInput: CreateTargetInput;
  CreateTargetResult: Omit<CreateTargetResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreateTargetResultOk']> };
  CreateTargetResultError: CreateTargetResultError;
  CreateTargetResultOk: Omit<CreateTargetResultOk, 'createdTarget'> & { createdTarget: ResolversParentTypes['Target'] };
  CreateTokenError: CreateTokenError;
  CreateTokenInput: CreateTokenInput;
  CreateTokenOk: Omit<CreateTokenOk, 'createdToken'> & { createdToken: ResolversParentTypes['Token'] };
  CreateTokenResult: Omit<CreateTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreateTokenOk']> };
  CreateUserAccessTokenInput: CreateUserAccessTokenInput;
  CreateUserAccessTokenResult: Omit<CreateUserAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['CreateUserAccessTokenResultOk']> };
  CreateUserAccessTokenResultError: CreateUserAccessTokenResultError;
  CreateUserAccessTokenResultErrorDetails: CreateUserAccessTokenResultErrorDetails;
  CreateUserAccessTokenResultOk: Omit<CreateUserAccessTokenResultOk, 'createdUserAccessToken'> & { createdUserAccessToken: ResolversParentTypes['UserAccessToken'] };
  DateTime: Scalars['DateTime']['output'];
  DeleteAccessTokenInput: DeleteAccessTokenInput;
  DeleteAccessTokenResult: DeleteAccessTokenResult;
  DeleteAccessTokenResultOk: DeleteAccessTokenResultOk;
  DeleteOrganizationAccessTokenInput: DeleteOrganizationAccessTokenInput;
  DeleteOrganizationAccessTokenResult: DeleteOrganizationAccessTokenResult;
  DeleteOrganizationAccessTokenResultOk: DeleteOrganizationAccessTokenResultOk;
  DeleteOrganizationInput: DeleteOrganizationInput;
  DeleteOrganizationResult: DeleteOrganizationResult;
  DeleteOrganizationResultOk: DeleteOrganizationResultOk;
  DeleteProjectInput: DeleteProjectInput;
  DeleteProjectResult: DeleteProjectResult;
  DeleteProjectResultOk: DeleteProjectResultOk;
  DeleteTargetInput: DeleteTargetInput;
  DeleteTargetResult: DeleteTargetResult;
  DeleteTargetResultOk: DeleteTargetResultOk;
  DeleteTokenResult: DeleteTokenResult;
  DeleteTokensInput: DeleteTokensInput;
  DeleteTokensPayload: DeleteTokensPayload;
  GatewayIdentifierInput: GatewayIdentifierInput;
  Graph: GraphIdentity;
  GraphOsKey: Key;
  GraphOsKeyConnection: KeyPage;
  GraphOsKeyEdge: Omit<GraphOsKeyEdge, 'node'> & { node: ResolversParentTypes['GraphOsKey'] };
  Identity: ResolversInterfaceTypes<ResolversParentTypes>['Identity'];
  Member: MembershipRow;
  MemberConnection: Omit<MemberConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MemberEdge']>, nodes: Array<ResolversParentTypes['Member']> };
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  MemberResultError: MemberResultError;
  MergedSchema: MergedSchema;
  MergedSchemaError: MergedSchemaError;
  MergedSchemaResult: MergedSchemaResult;
  Mutation: Record<PropertyKey, never>;
  OperationCountInput: OperationCountInput;
  Organization: OrganizationRow;
  OrganizationAccessToken: Credential;
  OrganizationAccessTokenConnection: Omit<OrganizationAccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OrganizationAccessTokenEdge']>, nodes: Array<ResolversParentTypes['OrganizationAccessToken']> };
  OrganizationAccessTokenEdge: Omit<OrganizationAccessTokenEdge, 'node'> & { node: ResolversParentTypes['OrganizationAccessToken'] };
  OrganizationAccessTokenReference: OrganizationAccessTokenReference;
  OrganizationConnection: Omit<OrganizationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OrganizationEdge']>, nodes: Array<ResolversParentTypes['Organization']> };
  OrganizationEdge: Omit<OrganizationEdge, 'node'> & { node: ResolversParentTypes['Organization'] };
  OrganizationMutation: OrganizationRow;
  OrganizationPayload: Omit<OrganizationPayload, 'organization'> & { organization: ResolversParentTypes['Organization'] };
  OrganizationReferenceInput: OrganizationReferenceInput;
  OrganizationSelector: OrganizationSelector;
  OrganizationSelectorInput: OrganizationSelectorInput;
  PageInfo: PageInfo;
  Permission: ShownPermission;
  PermissionGroup: Omit<PermissionGroup, 'permissions'> & { permissions: Array<ResolversParentTypes['Permission']> };
  PersonalAccessToken: Credential;
  PersonalAccessTokenConnection: Omit<PersonalAccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PersonalAccessTokenEdge']>, nodes: Array<ResolversParentTypes['PersonalAccessToken']> };
  PersonalAccessTokenEdge: Omit<PersonalAccessTokenEdge, 'node'> & { node: ResolversParentTypes['PersonalAccessToken'] };
  Project: ProjectRow;
  ProjectAccessToken: Credential;
  ProjectAccessTokenConnection: Omit<ProjectAccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProjectAccessTokenEdge']>, nodes: Array<ResolversParentTypes['ProjectAccessToken']> };
  ProjectAccessTokenEdge: Omit<ProjectAccessTokenEdge, 'node'> & { node: ResolversParentTypes['ProjectAccessToken'] };
  ProjectConnection: Omit<ProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProjectEdge']>, nodes: Array<ResolversParentTypes['Project']> };
  ProjectEdge: Omit<ProjectEdge, 'node'> & { node: ResolversParentTypes['Project'] };
  ProjectReferenceInput: ProjectReferenceInput;
  ProjectResourceAssignment: Omit<ProjectResourceAssignment, 'project' | 'targets'> & { project: ResolversParentTypes['Project'], targets: ResolversParentTypes['ProjectTargetsResourceAssignment'] };
  ProjectResourceAssignmentInput: ProjectResourceAssignmentInput;
  ProjectSelector: ProjectSelector;
  ProjectSelectorInput: ProjectSelectorInput;
  ProjectTargetsResourceAssignment: TargetsOfProject;
  ProjectTargetsResourceAssignmentInput: ProjectTargetsResourceAssignmentInput;
  Query: Record<PropertyKey, never>;
  RegistryTokenPreset: Preset;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberResult: Omit<RemoveMemberResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['RemoveMemberResultOk']> };
  RemoveMemberResultOk: Omit<RemoveMemberResultOk, 'updatedOrganization'> & { updatedOrganization: ResolversParentTypes['Organization'] };
  RemoveOrganizationFromTokenInput: RemoveOrganizationFromTokenInput;
  RemoveOrganizationFromTokenResult: Omit<RemoveOrganizationFromTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['RemoveOrganizationFromTokenResultOk']> };
  RemoveOrganizationFromTokenResultOk: Omit<RemoveOrganizationFromTokenResultOk, 'updatedUserAccessToken'> & { updatedUserAccessToken: ResolversParentTypes['UserAccessToken'] };
  RenameUserAccessTokenInput: RenameUserAccessTokenInput;
  RenameUserAccessTokenResult: Omit<RenameUserAccessTokenResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['RenameUserAccessTokenResultOk']> };
  RenameUserAccessTokenResultOk: Omit<RenameUserAccessTokenResultOk, 'updatedUserAccessToken'> & { updatedUserAccessToken: ResolversParentTypes['UserAccessToken'] };
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
  SchemaPosition: SchemaPosition;
  SchemaProblem: SchemaProblem;
  ServiceAccount: ServiceAccountIdentity;
  ServiceResourceAssignmentInput: ServiceResourceAssignmentInput;
  SetAccessTokenExpirationInput: SetAccessTokenExpirationInput;
  SetAccessTokenExpirationResult: Omit<SetAccessTokenExpirationResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['SetAccessTokenExpirationResultOk']> };
  SetAccessTokenExpirationResultOk: Omit<SetAccessTokenExpirationResultOk, 'updatedAccessToken'> & { updatedAccessToken: ResolversParentTypes['AccessToken'] };
  SetAccessTokenIpAllowlistInput: SetAccessTokenIpAllowlistInput;
  SetAccessTokenIpAllowlistResult: Omit<SetAccessTokenIpAllowlistResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['SetAccessTokenIpAllowlistResultOk']> };
  SetAccessTokenIpAllowlistResultOk: Omit<SetAccessTokenIpAllowlistResultOk, 'updatedAccessToken'> & { updatedAccessToken: ResolversParentTypes['AccessToken'] };
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
  TargetSelector: TargetSelector;
  TargetSelectorInput: TargetSelectorInput;
  TargetServicesResourceAssignment: Names;
  TargetServicesResourceAssignmentInput: TargetServicesResourceAssignmentInput;
  Timestamp: Scalars['Timestamp']['output'];
  Token: Credential;
  TokenConnection: RegistryTokenPage;
  TokenEdge: Omit<TokenEdge, 'node'> & { node: ResolversParentTypes['Token'] };
  TokenInfo: Credential;
  TokenInfoPayload: ResolversUnionTypes<ResolversParentTypes>['TokenInfoPayload'];
  TokenNotFoundError: TokenNotFoundError;
  UpdateBaseSchemaError: UpdateBaseSchemaError;
  UpdateBaseSchemaInput: UpdateBaseSchemaInput;
  UpdateBaseSchemaOk: Omit<UpdateBaseSchemaOk, 'updatedTarget'> & { updatedTarget: ResolversParentTypes['Target'] };
  UpdateBaseSchemaResult: Omit<UpdateBaseSchemaResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['UpdateBaseSchemaOk']> };
  UpdateMemberRoleInput: UpdateMemberRoleInput;
  UpdateMemberRoleResult: Omit<UpdateMemberRoleResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['UpdateMemberRoleResultOk']> };
  UpdateMemberRoleResultOk: Omit<UpdateMemberRoleResultOk, 'updatedMember'> & { updatedMember: ResolversParentTypes['Member'] };
  UpdateOrganizationNameInput: UpdateOrganizationNameInput;
  UpdateOrganizationNameResult: Omit<UpdateOrganizationNameResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['UpdateOrganizationNameResultOk']> };
  UpdateOrganizationNameResultOk: Omit<UpdateOrganizationNameResultOk, 'updatedOrganizationPayload'> & { updatedOrganizationPayload: ResolversParentTypes['OrganizationPayload'] };
  UpdateOrganizationSlugInput: UpdateOrganizationSlugInput;
  UpdateOrganizationSlugResult: Omit<UpdateOrganizationSlugResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['UpdateOrganizationSlugResultOk']> };
  UpdateOrganizationSlugResultOk: Omit<UpdateOrganizationSlugResultOk, 'updatedOrganizationPayload'> & { updatedOrganizationPayload: ResolversParentTypes['OrganizationPayload'] };
  UpdateProjectSlugInput: UpdateProjectSlugInput;
  UpdateProjectSlugResult: Omit<UpdateProjectSlugResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['UpdateProjectSlugResultOk']> };
  UpdateProjectSlugResultOk: Omit<UpdateProjectSlugResultOk, 'project'> & { project: ResolversParentTypes['Project'] };
  UpdateTargetConditionalBreakingChangeConfigurationInput: UpdateTargetConditionalBreakingChangeConfigurationInput;
  UpdateTargetConditionalBreakingChangeConfigurationResult: Omit<UpdateTargetConditionalBreakingChangeConfigurationResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['UpdateTargetConditionalBreakingChangeConfigurationResultOk']> };
  UpdateTargetConditionalBreakingChangeConfigurationResultError: UpdateTargetConditionalBreakingChangeConfigurationResultError;
  UpdateTargetConditionalBreakingChangeConfigurationResultOk: Omit<UpdateTargetConditionalBreakingChangeConfigurationResultOk, 'target'> & { target: ResolversParentTypes['Target'] };
  UpdateTargetSlugInput: UpdateTargetSlugInput;
  UpdateTargetSlugResult: Omit<UpdateTargetSlugResult, 'ok'> & { ok?: Maybe<ResolversParentTypes['UpdateTargetSlugResultOk']> };
  UpdateTargetSlugResultOk: Omit<UpdateTargetSlugResultOk, 'target'> & { target: ResolversParentTypes['Target'] };
  User: UserRow;
  UserAccessToken: Credential;
  UserAccessTokenConnection: Omit<UserAccessTokenConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['UserAccessTokenEdge']>, nodes: Array<ResolversParentTypes['UserAccessToken']> };
  UserAccessTokenEdge: Omit<UserAccessTokenEdge, 'node'> & { node: ResolversParentTypes['UserAccessToken'] };
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
  code?: Resolver<ResolversTypes['AccessExplanationCode'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AccessTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessToken'] = ResolversParentTypes['AccessToken']> = {
  __resolveType: TypeResolveFn<'OrganizationAccessToken' | 'PersonalAccessToken' | 'ProjectAccessToken' | 'Token' | 'UserAccessToken', ParentType, ContextType>;
};

export type AccessTokenConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessTokenConnection'] = ResolversParentTypes['AccessTokenConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccessTokenEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AccessToken']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccessTokenEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessTokenEdge'] = ResolversParentTypes['AccessTokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessToken'], ParentType, ContextType>;
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

export type AddOrganizationToTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddOrganizationToTokenResult'] = ResolversParentTypes['AddOrganizationToTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['AddOrganizationToTokenResultOk']>, ParentType, ContextType>;
};

export type AddOrganizationToTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddOrganizationToTokenResultOk'] = ResolversParentTypes['AddOrganizationToTokenResultOk']> = {
  updatedUserAccessToken?: Resolver<ResolversTypes['UserAccessToken'], ParentType, ContextType>;
};

export type ApiKeyResourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyResource'] = ResolversParentTypes['ApiKeyResource']> = {
  resourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resourceType?: Resolver<ResolversTypes['ApiKeyResourceType'], ParentType, ContextType>;
};

export type AssessedBreakingChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessedBreakingChange'] = ResolversParentTypes['AssessedBreakingChange']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  excludedOperations?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  isSafe?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  percentage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['BreakingChangeReason'], ParentType, ContextType>;
};

export type BreakingChangeAssessmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BreakingChangeAssessment'] = ResolversParentTypes['BreakingChangeAssessment']> = {
  changes?: Resolver<Array<ResolversTypes['AssessedBreakingChange']>, ParentType, ContextType>;
  configuration?: Resolver<ResolversTypes['ConditionalBreakingChangeConfiguration'], ParentType, ContextType>;
  excludedOperations?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  totalOperations?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ChangePlaceErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePlaceError'] = ResolversParentTypes['ChangePlaceError']> = {
  code?: Resolver<ResolversTypes['ChangePlaceErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConditionalBreakingChangeConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConditionalBreakingChangeConfiguration'] = ResolversParentTypes['ConditionalBreakingChangeConfiguration']> = {
  breakingChangeFormula?: Resolver<ResolversTypes['BreakingChangeFormulaType'], ParentType, ContextType>;
  excludedAppDeployments?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  excludedClients?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  percentage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
};

export type ConditionalBreakingChangeConfigurationInputErrorsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConditionalBreakingChangeConfigurationInputErrors'] = ResolversParentTypes['ConditionalBreakingChangeConfigurationInputErrors']> = {
  excludedAppDeployments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excludedClients?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  percentage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestCount?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetIds?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type CreatePersonalAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePersonalAccessTokenResult'] = ResolversParentTypes['CreatePersonalAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['CreatePersonalAccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['CreatePersonalAccessTokenResultOk']>, ParentType, ContextType>;
};

export type CreatePersonalAccessTokenResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePersonalAccessTokenResultError'] = ResolversParentTypes['CreatePersonalAccessTokenResultError']> = {
  code?: Resolver<ResolversTypes['CreateAccessTokenErrorCode'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['CreatePersonalAccessTokenResultErrorDetails']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreatePersonalAccessTokenResultErrorDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePersonalAccessTokenResultErrorDetails'] = ResolversParentTypes['CreatePersonalAccessTokenResultErrorDetails']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreatePersonalAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePersonalAccessTokenResultOk'] = ResolversParentTypes['CreatePersonalAccessTokenResultOk']> = {
  createdPersonalAccessToken?: Resolver<ResolversTypes['PersonalAccessToken'], ParentType, ContextType>;
  privateAccessKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateProjectAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectAccessTokenResult'] = ResolversParentTypes['CreateProjectAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['CreateProjectAccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['CreateProjectAccessTokenResultOk']>, ParentType, ContextType>;
};

export type CreateProjectAccessTokenResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectAccessTokenResultError'] = ResolversParentTypes['CreateProjectAccessTokenResultError']> = {
  code?: Resolver<ResolversTypes['CreateAccessTokenErrorCode'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['CreateProjectAccessTokenResultErrorDetails']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateProjectAccessTokenResultErrorDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectAccessTokenResultErrorDetails'] = ResolversParentTypes['CreateProjectAccessTokenResultErrorDetails']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateProjectAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectAccessTokenResultOk'] = ResolversParentTypes['CreateProjectAccessTokenResultOk']> = {
  createdProjectAccessToken?: Resolver<ResolversTypes['ProjectAccessToken'], ParentType, ContextType>;
  privateAccessKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type CreateTargetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTargetResult'] = ResolversParentTypes['CreateTargetResult']> = {
  error?: Resolver<Maybe<ResolversTypes['CreateTargetResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['CreateTargetResultOk']>, ParentType, ContextType>;
};

export type CreateTargetResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTargetResultError'] = ResolversParentTypes['CreateTargetResultError']> = {
  code?: Resolver<ResolversTypes['CreateTargetErrorCode'], ParentType, ContextType>;
  inputErrors?: Resolver<ResolversTypes['SlugInputErrors'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateTargetResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTargetResultOk'] = ResolversParentTypes['CreateTargetResultOk']> = {
  createdTarget?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  selector?: Resolver<ResolversTypes['TargetSelector'], ParentType, ContextType>;
};

export type CreateTokenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTokenError'] = ResolversParentTypes['CreateTokenError']> = {
  code?: Resolver<ResolversTypes['CreateAccessTokenErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateTokenOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTokenOk'] = ResolversParentTypes['CreateTokenOk']> = {
  createdToken?: Resolver<ResolversTypes['Token'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  selector?: Resolver<ResolversTypes['TargetSelector'], ParentType, ContextType>;
};

export type CreateTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTokenResult'] = ResolversParentTypes['CreateTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['CreateTokenError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['CreateTokenOk']>, ParentType, ContextType>;
};

export type CreateUserAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUserAccessTokenResult'] = ResolversParentTypes['CreateUserAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['CreateUserAccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['CreateUserAccessTokenResultOk']>, ParentType, ContextType>;
};

export type CreateUserAccessTokenResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUserAccessTokenResultError'] = ResolversParentTypes['CreateUserAccessTokenResultError']> = {
  code?: Resolver<ResolversTypes['CreateUserAccessTokenErrorCode'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['CreateUserAccessTokenResultErrorDetails']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateUserAccessTokenResultErrorDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUserAccessTokenResultErrorDetails'] = ResolversParentTypes['CreateUserAccessTokenResultErrorDetails']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateUserAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUserAccessTokenResultOk'] = ResolversParentTypes['CreateUserAccessTokenResultOk']> = {
  createdUserAccessToken?: Resolver<ResolversTypes['UserAccessToken'], ParentType, ContextType>;
  privateAccessKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type DeleteOrganizationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteOrganizationResult'] = ResolversParentTypes['DeleteOrganizationResult']> = {
  error?: Resolver<Maybe<ResolversTypes['ChangePlaceError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['DeleteOrganizationResultOk']>, ParentType, ContextType>;
};

export type DeleteOrganizationResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteOrganizationResultOk'] = ResolversParentTypes['DeleteOrganizationResultOk']> = {
  deletedOrganizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteProjectResult'] = ResolversParentTypes['DeleteProjectResult']> = {
  error?: Resolver<Maybe<ResolversTypes['ChangePlaceError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['DeleteProjectResultOk']>, ParentType, ContextType>;
};

export type DeleteProjectResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteProjectResultOk'] = ResolversParentTypes['DeleteProjectResultOk']> = {
  deletedProjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteTargetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTargetResult'] = ResolversParentTypes['DeleteTargetResult']> = {
  error?: Resolver<Maybe<ResolversTypes['ChangePlaceError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['DeleteTargetResultOk']>, ParentType, ContextType>;
};

export type DeleteTargetResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTargetResultOk'] = ResolversParentTypes['DeleteTargetResultOk']> = {
  deletedTargetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTokenResult'] = ResolversParentTypes['DeleteTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  tokenId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteTokensPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTokensPayload'] = ResolversParentTypes['DeleteTokensPayload']> = {
  deletedTokens?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['DeleteTokenResult']>, ParentType, ContextType>;
  selector?: Resolver<ResolversTypes['TargetSelector'], ParentType, ContextType>;
};

export type GraphResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Graph'] = ResolversParentTypes['Graph']> = {
  asActor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GraphOsKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphOsKey'] = ResolversParentTypes['GraphOsKey'], FederationReferenceType extends FederationReferenceTypes['GraphOsKey'] = FederationReferenceTypes['GraphOsKey']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GraphOsKey']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAllowlist?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
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
  accessToken?: Resolver<Maybe<ResolversTypes['PersonalAccessToken']>, ParentType, ContextType, RequireFields<MemberAccessTokenArgs, 'id'>>;
  accessTokens?: Resolver<ResolversTypes['PersonalAccessTokenConnection'], ParentType, ContextType, Partial<MemberAccessTokensArgs>>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  availablePersonalAccessTokenPermissionGroups?: Resolver<Array<ResolversTypes['PermissionGroup']>, ParentType, ContextType>;
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

export type MergedSchemaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergedSchema'] = ResolversParentTypes['MergedSchema']> = {
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MergedSchemaErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergedSchemaError'] = ResolversParentTypes['MergedSchemaError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['SchemaProblem']>, ParentType, ContextType>;
};

export type MergedSchemaResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergedSchemaResult'] = ResolversParentTypes['MergedSchemaResult']> = {
  error?: Resolver<Maybe<ResolversTypes['MergedSchemaError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['MergedSchema']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addMember?: Resolver<ResolversTypes['AddMemberResult'], ParentType, ContextType, RequireFields<MutationAddMemberArgs, 'input'>>;
  addOrganizationToToken?: Resolver<ResolversTypes['AddOrganizationToTokenResult'], ParentType, ContextType, RequireFields<MutationAddOrganizationToTokenArgs, 'input'>>;
  createKey?: Resolver<ResolversTypes['CreateKeyResult'], ParentType, ContextType, RequireFields<MutationCreateKeyArgs, 'input'>>;
  createOrganization?: Resolver<ResolversTypes['CreateOrganizationResult'], ParentType, ContextType, RequireFields<MutationCreateOrganizationArgs, 'input'>>;
  createOrganizationAccessToken?: Resolver<ResolversTypes['CreateOrganizationAccessTokenResult'], ParentType, ContextType, RequireFields<MutationCreateOrganizationAccessTokenArgs, 'input'>>;
  createPersonalAccessToken?: Resolver<ResolversTypes['CreatePersonalAccessTokenResult'], ParentType, ContextType, RequireFields<MutationCreatePersonalAccessTokenArgs, 'input'>>;
  createProject?: Resolver<ResolversTypes['CreateProjectResult'], ParentType, ContextType, RequireFields<MutationCreateProjectArgs, 'input'>>;
  createProjectAccessToken?: Resolver<ResolversTypes['CreateProjectAccessTokenResult'], ParentType, ContextType, RequireFields<MutationCreateProjectAccessTokenArgs, 'input'>>;
  createTarget?: Resolver<ResolversTypes['CreateTargetResult'], ParentType, ContextType, RequireFields<MutationCreateTargetArgs, 'input'>>;
  createToken?: Resolver<ResolversTypes['CreateTokenResult'], ParentType, ContextType, RequireFields<MutationCreateTokenArgs, 'input'>>;
  createUserAccessToken?: Resolver<ResolversTypes['CreateUserAccessTokenResult'], ParentType, ContextType, RequireFields<MutationCreateUserAccessTokenArgs, 'input'>>;
  deleteAccessToken?: Resolver<ResolversTypes['DeleteAccessTokenResult'], ParentType, ContextType, RequireFields<MutationDeleteAccessTokenArgs, 'input'>>;
  deleteOrganization?: Resolver<ResolversTypes['DeleteOrganizationResult'], ParentType, ContextType, RequireFields<MutationDeleteOrganizationArgs, 'input'>>;
  deleteOrganizationAccessToken?: Resolver<ResolversTypes['DeleteOrganizationAccessTokenResult'], ParentType, ContextType, RequireFields<MutationDeleteOrganizationAccessTokenArgs, 'input'>>;
  deleteProject?: Resolver<ResolversTypes['DeleteProjectResult'], ParentType, ContextType, RequireFields<MutationDeleteProjectArgs, 'input'>>;
  deleteTarget?: Resolver<ResolversTypes['DeleteTargetResult'], ParentType, ContextType, RequireFields<MutationDeleteTargetArgs, 'input'>>;
  deleteTokens?: Resolver<ResolversTypes['DeleteTokensPayload'], ParentType, ContextType, RequireFields<MutationDeleteTokensArgs, 'input'>>;
  organization?: Resolver<Maybe<ResolversTypes['OrganizationMutation']>, ParentType, ContextType, RequireFields<MutationOrganizationArgs, 'id'>>;
  removeMember?: Resolver<ResolversTypes['RemoveMemberResult'], ParentType, ContextType, RequireFields<MutationRemoveMemberArgs, 'input'>>;
  removeOrganizationFromToken?: Resolver<ResolversTypes['RemoveOrganizationFromTokenResult'], ParentType, ContextType, RequireFields<MutationRemoveOrganizationFromTokenArgs, 'input'>>;
  renameUserAccessToken?: Resolver<ResolversTypes['RenameUserAccessTokenResult'], ParentType, ContextType, RequireFields<MutationRenameUserAccessTokenArgs, 'input'>>;
  revokeAccessToken?: Resolver<ResolversTypes['RevokeAccessTokenResult'], ParentType, ContextType, RequireFields<MutationRevokeAccessTokenArgs, 'input'>>;
  rotateAccessToken?: Resolver<ResolversTypes['RotateAccessTokenResult'], ParentType, ContextType, RequireFields<MutationRotateAccessTokenArgs, 'input'>>;
  setAccessTokenExpiration?: Resolver<ResolversTypes['SetAccessTokenExpirationResult'], ParentType, ContextType, RequireFields<MutationSetAccessTokenExpirationArgs, 'input'>>;
  setAccessTokenIpAllowlist?: Resolver<ResolversTypes['SetAccessTokenIpAllowlistResult'], ParentType, ContextType, RequireFields<MutationSetAccessTokenIpAllowlistArgs, 'input'>>;
  updateBaseSchema?: Resolver<ResolversTypes['UpdateBaseSchemaResult'], ParentType, ContextType, RequireFields<MutationUpdateBaseSchemaArgs, 'input'>>;
  updateMemberRole?: Resolver<ResolversTypes['UpdateMemberRoleResult'], ParentType, ContextType, RequireFields<MutationUpdateMemberRoleArgs, 'input'>>;
  updateOrganizationName?: Resolver<ResolversTypes['UpdateOrganizationNameResult'], ParentType, ContextType, RequireFields<MutationUpdateOrganizationNameArgs, 'input'>>;
  updateOrganizationSlug?: Resolver<ResolversTypes['UpdateOrganizationSlugResult'], ParentType, ContextType, RequireFields<MutationUpdateOrganizationSlugArgs, 'input'>>;
  updateProjectSlug?: Resolver<ResolversTypes['UpdateProjectSlugResult'], ParentType, ContextType, RequireFields<MutationUpdateProjectSlugArgs, 'input'>>;
  updateTargetConditionalBreakingChangeConfiguration?: Resolver<ResolversTypes['UpdateTargetConditionalBreakingChangeConfigurationResult'], ParentType, ContextType, RequireFields<MutationUpdateTargetConditionalBreakingChangeConfigurationArgs, 'input'>>;
  updateTargetSlug?: Resolver<ResolversTypes['UpdateTargetSlugResult'], ParentType, ContextType, RequireFields<MutationUpdateTargetSlugArgs, 'input'>>;
};

export type OrganizationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accessToken?: Resolver<Maybe<ResolversTypes['OrganizationAccessToken']>, ParentType, ContextType, RequireFields<OrganizationAccessTokenArgs, 'id'>>;
  accessTokenById?: Resolver<Maybe<ResolversTypes['AccessToken']>, ParentType, ContextType, RequireFields<OrganizationAccessTokenByIdArgs, 'id'>>;
  accessTokens?: Resolver<ResolversTypes['OrganizationAccessTokenConnection'], ParentType, ContextType, Partial<OrganizationAccessTokensArgs>>;
  allAccessTokens?: Resolver<ResolversTypes['AccessTokenConnection'], ParentType, ContextType, Partial<OrganizationAllAccessTokensArgs>>;
  apiKey?: Resolver<Maybe<ResolversTypes['GraphOsKey']>, ParentType, ContextType, RequireFields<OrganizationApiKeyArgs, 'keyId'>>;
  apiKeys?: Resolver<ResolversTypes['GraphOsKeyConnection'], ParentType, ContextType, Partial<OrganizationApiKeysArgs>>;
  availableOrganizationAccessTokenPermissionGroups?: Resolver<Array<ResolversTypes['PermissionGroup']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  me?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['MemberConnection']>, ParentType, ContextType, Partial<OrganizationMembersArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['Plan'], ParentType, ContextType>;
  projects?: Resolver<ResolversTypes['ProjectConnection'], ParentType, ContextType, Partial<OrganizationProjectsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrganizationAccessTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationAccessToken'] = ResolversParentTypes['OrganizationAccessToken'], FederationReferenceType extends FederationReferenceTypes['OrganizationAccessToken'] = FederationReferenceTypes['OrganizationAccessToken']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrganizationAccessToken']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstCharacters?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAllowlist?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
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
  nodes?: Resolver<Array<ResolversTypes['OrganizationAccessToken']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrganizationAccessTokenEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationAccessTokenEdge'] = ResolversParentTypes['OrganizationAccessTokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrganizationAccessToken'], ParentType, ContextType>;
};

export type OrganizationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationConnection'] = ResolversParentTypes['OrganizationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrganizationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrganizationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationEdge'] = ResolversParentTypes['OrganizationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type OrganizationMutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationMutation'] = ResolversParentTypes['OrganizationMutation']> = {
  createKey?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationCreateKeyArgs, 'name' | 'type'>>;
  deleteKey?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<OrganizationMutationDeleteKeyArgs, 'keyId'>>;
  renameKey?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationRenameKeyArgs, 'keyId' | 'name'>>;
  revokeKey?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<OrganizationMutationRevokeKeyArgs, 'keyId'>>;
  rotateKey?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationRotateKeyArgs, 'keyId'>>;
  setKeyExpiration?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationSetKeyExpirationArgs, 'expiration' | 'keyId'>>;
  setKeyIpAllowlist?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationSetKeyIpAllowlistArgs, 'keyId'>>;
};

export type OrganizationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationPayload'] = ResolversParentTypes['OrganizationPayload']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  selector?: Resolver<ResolversTypes['OrganizationSelector'], ParentType, ContextType>;
};

export type OrganizationSelectorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationSelector'] = ResolversParentTypes['OrganizationSelector']> = {
  organizationSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type PersonalAccessTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalAccessToken'] = ResolversParentTypes['PersonalAccessToken'], FederationReferenceType extends FederationReferenceTypes['PersonalAccessToken'] = FederationReferenceTypes['PersonalAccessToken']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PersonalAccessToken']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstCharacters?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAllowlist?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedResourcePermissionGroups?: Resolver<Array<ResolversTypes['ResolvedResourcePermissionGroup']>, ParentType, ContextType, RequireFields<PersonalAccessTokenResolvedResourcePermissionGroupsArgs, 'includeAll'>>;
  resources?: Resolver<ResolversTypes['ResourceAssignment'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonalAccessTokenConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalAccessTokenConnection'] = ResolversParentTypes['PersonalAccessTokenConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PersonalAccessTokenEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PersonalAccessToken']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PersonalAccessTokenEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalAccessTokenEdge'] = ResolversParentTypes['PersonalAccessTokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PersonalAccessToken'], ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accessToken?: Resolver<Maybe<ResolversTypes['ProjectAccessToken']>, ParentType, ContextType, RequireFields<ProjectAccessTokenArgs, 'id'>>;
  accessTokens?: Resolver<ResolversTypes['ProjectAccessTokenConnection'], ParentType, ContextType, Partial<ProjectAccessTokensArgs>>;
  availableProjectAccessTokenPermissionGroups?: Resolver<Array<ResolversTypes['PermissionGroup']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<ProjectTargetsArgs>>;
  type?: Resolver<ResolversTypes['ProjectType'], ParentType, ContextType>;
};

export type ProjectAccessTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectAccessToken'] = ResolversParentTypes['ProjectAccessToken'], FederationReferenceType extends FederationReferenceTypes['ProjectAccessToken'] = FederationReferenceTypes['ProjectAccessToken']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProjectAccessToken']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstCharacters?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAllowlist?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedResourcePermissionGroups?: Resolver<Array<ResolversTypes['ResolvedResourcePermissionGroup']>, ParentType, ContextType, RequireFields<ProjectAccessTokenResolvedResourcePermissionGroupsArgs, 'includeAll'>>;
  resources?: Resolver<ResolversTypes['ResourceAssignment'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProjectAccessTokenConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectAccessTokenConnection'] = ResolversParentTypes['ProjectAccessTokenConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProjectAccessTokenEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProjectAccessToken']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProjectAccessTokenEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectAccessTokenEdge'] = ResolversParentTypes['ProjectAccessTokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProjectAccessToken'], ParentType, ContextType>;
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

export type ProjectSelectorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectSelector'] = ResolversParentTypes['ProjectSelector']> = {
  organizationSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projectSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  registryTokenPresets?: Resolver<Array<ResolversTypes['RegistryTokenPreset']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType, RequireFields<QueryTargetArgs, 'reference'>>;
  tokenInfo?: Resolver<ResolversTypes['TokenInfoPayload'], ParentType, ContextType>;
  whoAmI?: Resolver<Maybe<ResolversTypes['WhoAmI']>, ParentType, ContextType>;
};

export type RegistryTokenPresetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistryTokenPreset'] = ResolversParentTypes['RegistryTokenPreset']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  targetScopes?: Resolver<Array<ResolversTypes['TargetAccessScope']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RemoveMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMemberResult'] = ResolversParentTypes['RemoveMemberResult']> = {
  error?: Resolver<Maybe<ResolversTypes['MemberResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['RemoveMemberResultOk']>, ParentType, ContextType>;
};

export type RemoveMemberResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMemberResultOk'] = ResolversParentTypes['RemoveMemberResultOk']> = {
  removedUserId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedOrganization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type RemoveOrganizationFromTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveOrganizationFromTokenResult'] = ResolversParentTypes['RemoveOrganizationFromTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['RemoveOrganizationFromTokenResultOk']>, ParentType, ContextType>;
};

export type RemoveOrganizationFromTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveOrganizationFromTokenResultOk'] = ResolversParentTypes['RemoveOrganizationFromTokenResultOk']> = {
  updatedUserAccessToken?: Resolver<ResolversTypes['UserAccessToken'], ParentType, ContextType>;
};

export type RenameUserAccessTokenResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameUserAccessTokenResult'] = ResolversParentTypes['RenameUserAccessTokenResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['RenameUserAccessTokenResultOk']>, ParentType, ContextType>;
};

export type RenameUserAccessTokenResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameUserAccessTokenResultOk'] = ResolversParentTypes['RenameUserAccessTokenResultOk']> = {
  updatedUserAccessToken?: Resolver<ResolversTypes['UserAccessToken'], ParentType, ContextType>;
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

export type SchemaPositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaPosition'] = ResolversParentTypes['SchemaPosition']> = {
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['SchemaText'], ParentType, ContextType>;
};

export type SchemaProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaProblem'] = ResolversParentTypes['SchemaProblem']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  positions?: Resolver<Array<ResolversTypes['SchemaPosition']>, ParentType, ContextType>;
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

export type SetAccessTokenIpAllowlistResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAccessTokenIpAllowlistResult'] = ResolversParentTypes['SetAccessTokenIpAllowlistResult']> = {
  error?: Resolver<Maybe<ResolversTypes['AccessTokenResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['SetAccessTokenIpAllowlistResultOk']>, ParentType, ContextType>;
};

export type SetAccessTokenIpAllowlistResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAccessTokenIpAllowlistResultOk'] = ResolversParentTypes['SetAccessTokenIpAllowlistResultOk']> = {
  updatedAccessToken?: Resolver<ResolversTypes['AccessToken'], ParentType, ContextType>;
};

export type SlugInputErrorsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlugInputErrors'] = ResolversParentTypes['SlugInputErrors']> = {
  slug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target'], FederationReferenceType extends FederationReferenceTypes['Target'] = FederationReferenceTypes['Target']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Target']> | FederationReferenceType, FederationReferenceType, ContextType>;
  assessBreakingChanges?: Resolver<ResolversTypes['BreakingChangeAssessment'], ParentType, ContextType, RequireFields<TargetAssessBreakingChangesArgs, 'input'>>;
  baseSchema?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conditionalBreakingChangeConfiguration?: Resolver<ResolversTypes['ConditionalBreakingChangeConfiguration'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mergedSchema?: Resolver<ResolversTypes['MergedSchemaResult'], ParentType, ContextType, RequireFields<TargetMergedSchemaArgs, 'sdl'>>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tokens?: Resolver<ResolversTypes['TokenConnection'], ParentType, ContextType, Partial<TargetTokensArgs>>;
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

export type TargetSelectorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetSelector'] = ResolversParentTypes['TargetSelector']> = {
  organizationSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projectSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targetSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TargetServicesResourceAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetServicesResourceAssignment'] = ResolversParentTypes['TargetServicesResourceAssignment']> = {
  mode?: Resolver<ResolversTypes['ResourceAssignmentModeType'], ParentType, ContextType>;
  services?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export interface TimestampScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Timestamp'], any> {
  name: 'Timestamp';
}

export type TokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Token'] = ResolversParentTypes['Token']> = {
  alias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstCharacters?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAllowlist?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedResourcePermissionGroups?: Resolver<Array<ResolversTypes['ResolvedResourcePermissionGroup']>, ParentType, ContextType, RequireFields<TokenResolvedResourcePermissionGroupsArgs, 'includeAll'>>;
  resources?: Resolver<ResolversTypes['ResourceAssignment'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  targetScopes?: Resolver<Array<ResolversTypes['TargetAccessScope']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TokenConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TokenConnection'] = ResolversParentTypes['TokenConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TokenEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Token']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TokenEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TokenEdge'] = ResolversParentTypes['TokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Token'], ParentType, ContextType>;
};

export type TokenInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TokenInfo'] = ResolversParentTypes['TokenInfo']> = {
  hasOrganizationScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<TokenInfoHasOrganizationScopeArgs, 'scope'>>;
  hasProjectScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<TokenInfoHasProjectScopeArgs, 'scope'>>;
  hasTargetScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<TokenInfoHasTargetScopeArgs, 'scope'>>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['Token'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TokenInfoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TokenInfoPayload'] = ResolversParentTypes['TokenInfoPayload']> = {
  __resolveType: TypeResolveFn<'TokenInfo' | 'TokenNotFoundError', ParentType, ContextType>;
};

export type TokenNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TokenNotFoundError'] = ResolversParentTypes['TokenNotFoundError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateBaseSchemaErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateBaseSchemaError'] = ResolversParentTypes['UpdateBaseSchemaError']> = {
  code?: Resolver<ResolversTypes['UpdateBaseSchemaErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['SchemaProblem']>, ParentType, ContextType>;
};

export type UpdateBaseSchemaOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateBaseSchemaOk'] = ResolversParentTypes['UpdateBaseSchemaOk']> = {
  updatedTarget?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
};

export type UpdateBaseSchemaResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateBaseSchemaResult'] = ResolversParentTypes['UpdateBaseSchemaResult']> = {
  error?: Resolver<Maybe<ResolversTypes['UpdateBaseSchemaError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['UpdateBaseSchemaOk']>, ParentType, ContextType>;
};

export type UpdateMemberRoleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateMemberRoleResult'] = ResolversParentTypes['UpdateMemberRoleResult']> = {
  error?: Resolver<Maybe<ResolversTypes['MemberResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['UpdateMemberRoleResultOk']>, ParentType, ContextType>;
};

export type UpdateMemberRoleResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateMemberRoleResultOk'] = ResolversParentTypes['UpdateMemberRoleResultOk']> = {
  updatedMember?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type UpdateOrganizationNameResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateOrganizationNameResult'] = ResolversParentTypes['UpdateOrganizationNameResult']> = {
  error?: Resolver<Maybe<ResolversTypes['ChangePlaceError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['UpdateOrganizationNameResultOk']>, ParentType, ContextType>;
};

export type UpdateOrganizationNameResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateOrganizationNameResultOk'] = ResolversParentTypes['UpdateOrganizationNameResultOk']> = {
  updatedOrganizationPayload?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType>;
};

export type UpdateOrganizationSlugResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateOrganizationSlugResult'] = ResolversParentTypes['UpdateOrganizationSlugResult']> = {
  error?: Resolver<Maybe<ResolversTypes['ChangePlaceError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['UpdateOrganizationSlugResultOk']>, ParentType, ContextType>;
};

export type UpdateOrganizationSlugResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateOrganizationSlugResultOk'] = ResolversParentTypes['UpdateOrganizationSlugResultOk']> = {
  updatedOrganizationPayload?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType>;
};

export type UpdateProjectSlugResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProjectSlugResult'] = ResolversParentTypes['UpdateProjectSlugResult']> = {
  error?: Resolver<Maybe<ResolversTypes['ChangePlaceError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['UpdateProjectSlugResultOk']>, ParentType, ContextType>;
};

export type UpdateProjectSlugResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProjectSlugResultOk'] = ResolversParentTypes['UpdateProjectSlugResultOk']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  selector?: Resolver<ResolversTypes['ProjectSelector'], ParentType, ContextType>;
};

export type UpdateTargetConditionalBreakingChangeConfigurationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTargetConditionalBreakingChangeConfigurationResult'] = ResolversParentTypes['UpdateTargetConditionalBreakingChangeConfigurationResult']> = {
  error?: Resolver<Maybe<ResolversTypes['UpdateTargetConditionalBreakingChangeConfigurationResultError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['UpdateTargetConditionalBreakingChangeConfigurationResultOk']>, ParentType, ContextType>;
};

export type UpdateTargetConditionalBreakingChangeConfigurationResultErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTargetConditionalBreakingChangeConfigurationResultError'] = ResolversParentTypes['UpdateTargetConditionalBreakingChangeConfigurationResultError']> = {
  code?: Resolver<ResolversTypes['BreakingChangeConfigurationErrorCode'], ParentType, ContextType>;
  inputErrors?: Resolver<ResolversTypes['ConditionalBreakingChangeConfigurationInputErrors'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateTargetConditionalBreakingChangeConfigurationResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTargetConditionalBreakingChangeConfigurationResultOk'] = ResolversParentTypes['UpdateTargetConditionalBreakingChangeConfigurationResultOk']> = {
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
};

export type UpdateTargetSlugResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTargetSlugResult'] = ResolversParentTypes['UpdateTargetSlugResult']> = {
  error?: Resolver<Maybe<ResolversTypes['ChangePlaceError']>, ParentType, ContextType>;
  ok?: Resolver<Maybe<ResolversTypes['UpdateTargetSlugResultOk']>, ParentType, ContextType>;
};

export type UpdateTargetSlugResultOkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTargetSlugResultOk'] = ResolversParentTypes['UpdateTargetSlugResultOk']> = {
  selector?: Resolver<ResolversTypes['TargetSelector'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accessToken?: Resolver<Maybe<ResolversTypes['UserAccessToken']>, ParentType, ContextType, RequireFields<UserAccessTokenArgs, 'id'>>;
  accessTokens?: Resolver<ResolversTypes['UserAccessTokenConnection'], ParentType, ContextType, Partial<UserAccessTokensArgs>>;
  asActor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organizations?: Resolver<ResolversTypes['OrganizationConnection'], ParentType, ContextType, Partial<UserOrganizationsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserAccessTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserAccessToken'] = ResolversParentTypes['UserAccessToken']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstCharacters?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  graphql?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAllowlist?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  organizations?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedResourcePermissionGroups?: Resolver<Array<ResolversTypes['ResolvedResourcePermissionGroup']>, ParentType, ContextType, RequireFields<UserAccessTokenResolvedResourcePermissionGroupsArgs, 'includeAll'>>;
  resources?: Resolver<ResolversTypes['ResourceAssignment'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserAccessTokenConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserAccessTokenConnection'] = ResolversParentTypes['UserAccessTokenConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserAccessTokenEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['UserAccessToken']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserAccessTokenEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserAccessTokenEdge'] = ResolversParentTypes['UserAccessTokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UserAccessToken'], ParentType, ContextType>;
};

export type WhoAmIResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WhoAmI'] = ResolversParentTypes['WhoAmI']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedPermissions?: Resolver<Array<ResolversTypes['ResolvedResourcePermissionGroup']>, ParentType, ContextType, RequireFields<WhoAmIResolvedPermissionsArgs, 'includeAll'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessExplanation?: AccessExplanationResolvers<ContextType>;
  AccessToken?: AccessTokenResolvers<ContextType>;
  AccessTokenConnection?: AccessTokenConnectionResolvers<ContextType>;
  AccessTokenEdge?: AccessTokenEdgeResolvers<ContextType>;
  AccessTokenResultError?: AccessTokenResultErrorResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  AddMemberResult?: AddMemberResultResolvers<ContextType>;
  AddMemberResultOk?: AddMemberResultOkResolvers<ContextType>;
  AddOrganizationToTokenResult?: AddOrganizationToTokenResultResolvers<ContextType>;
  AddOrganizationToTokenResultOk?: AddOrganizationToTokenResultOkResolvers<ContextType>;
  ApiKeyResource?: ApiKeyResourceResolvers<ContextType>;
  AssessedBreakingChange?: AssessedBreakingChangeResolvers<ContextType>;
  BreakingChangeAssessment?: BreakingChangeAssessmentResolvers<ContextType>;
  ChangePlaceError?: ChangePlaceErrorResolvers<ContextType>;
  ConditionalBreakingChangeConfiguration?: ConditionalBreakingChangeConfigurationResolvers<ContextType>;
  ConditionalBreakingChangeConfigurationInputErrors?: ConditionalBreakingChangeConfigurationInputErrorsResolvers<ContextType>;
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
  CreatePersonalAccessTokenResult?: CreatePersonalAccessTokenResultResolvers<ContextType>;
  CreatePersonalAccessTokenResultError?: CreatePersonalAccessTokenResultErrorResolvers<ContextType>;
  CreatePersonalAccessTokenResultErrorDetails?: CreatePersonalAccessTokenResultErrorDetailsResolvers<ContextType>;
  CreatePersonalAccessTokenResultOk?: CreatePersonalAccessTokenResultOkResolvers<ContextType>;
  CreateProjectAccessTokenResult?: CreateProjectAccessTokenResultResolvers<ContextType>;
  CreateProjectAccessTokenResultError?: CreateProjectAccessTokenResultErrorResolvers<ContextType>;
  CreateProjectAccessTokenResultErrorDetails?: CreateProjectAccessTokenResultErrorDetailsResolvers<ContextType>;
  CreateProjectAccessTokenResultOk?: CreateProjectAccessTokenResultOkResolvers<ContextType>;
  CreateProjectResult?: CreateProjectResultResolvers<ContextType>;
  CreateProjectResultError?: CreateProjectResultErrorResolvers<ContextType>;
  CreateProjectResultOk?: CreateProjectResultOkResolvers<ContextType>;
  CreateTargetResult?: CreateTargetResultResolvers<ContextType>;
  CreateTargetResultError?: CreateTargetResultErrorResolvers<ContextType>;
  CreateTargetResultOk?: CreateTargetResultOkResolvers<ContextType>;
  CreateTokenError?: CreateTokenErrorResolvers<ContextType>;
  CreateTokenOk?: CreateTokenOkResolvers<ContextType>;
  CreateTokenResult?: CreateTokenResultResolvers<ContextType>;
  CreateUserAccessTokenResult?: CreateUserAccessTokenResultResolvers<ContextType>;
  CreateUserAccessTokenResultError?: CreateUserAccessTokenResultErrorResolvers<ContextType>;
  CreateUserAccessTokenResultErrorDetails?: CreateUserAccessTokenResultErrorDetailsResolvers<ContextType>;
  CreateUserAccessTokenResultOk?: CreateUserAccessTokenResultOkResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteAccessTokenResult?: DeleteAccessTokenResultResolvers<ContextType>;
  DeleteAccessTokenResultOk?: DeleteAccessTokenResultOkResolvers<ContextType>;
  DeleteOrganizationAccessTokenResult?: DeleteOrganizationAccessTokenResultResolvers<ContextType>;
  DeleteOrganizationAccessTokenResultOk?: DeleteOrganizationAccessTokenResultOkResolvers<ContextType>;
  DeleteOrganizationResult?: DeleteOrganizationResultResolvers<ContextType>;
  DeleteOrganizationResultOk?: DeleteOrganizationResultOkResolvers<ContextType>;
  DeleteProjectResult?: DeleteProjectResultResolvers<ContextType>;
  DeleteProjectResultOk?: DeleteProjectResultOkResolvers<ContextType>;
  DeleteTargetResult?: DeleteTargetResultResolvers<ContextType>;
  DeleteTargetResultOk?: DeleteTargetResultOkResolvers<ContextType>;
  DeleteTokenResult?: DeleteTokenResultResolvers<ContextType>;
  DeleteTokensPayload?: DeleteTokensPayloadResolvers<ContextType>;
  Graph?: GraphResolvers<ContextType>;
  GraphOsKey?: GraphOsKeyResolvers<ContextType>;
  GraphOsKeyConnection?: GraphOsKeyConnectionResolvers<ContextType>;
  GraphOsKeyEdge?: GraphOsKeyEdgeResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  MemberResultError?: MemberResultErrorResolvers<ContextType>;
  MergedSchema?: MergedSchemaResolvers<ContextType>;
  MergedSchemaError?: MergedSchemaErrorResolvers<ContextType>;
  MergedSchemaResult?: MergedSchemaResultResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationAccessToken?: OrganizationAccessTokenResolvers<ContextType>;
  OrganizationAccessTokenConnection?: OrganizationAccessTokenConnectionResolvers<ContextType>;
  OrganizationAccessTokenEdge?: OrganizationAccessTokenEdgeResolvers<ContextType>;
  OrganizationConnection?: OrganizationConnectionResolvers<ContextType>;
  OrganizationEdge?: OrganizationEdgeResolvers<ContextType>;
  OrganizationMutation?: OrganizationMutationResolvers<ContextType>;
  OrganizationPayload?: OrganizationPayloadResolvers<ContextType>;
  OrganizationSelector?: OrganizationSelectorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Permission?: PermissionResolvers<ContextType>;
  PermissionGroup?: PermissionGroupResolvers<ContextType>;
  PersonalAccessToken?: PersonalAccessTokenResolvers<ContextType>;
  PersonalAccessTokenConnection?: PersonalAccessTokenConnectionResolvers<ContextType>;
  PersonalAccessTokenEdge?: PersonalAccessTokenEdgeResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectAccessToken?: ProjectAccessTokenResolvers<ContextType>;
  ProjectAccessTokenConnection?: ProjectAccessTokenConnectionResolvers<ContextType>;
  ProjectAccessTokenEdge?: ProjectAccessTokenEdgeResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  ProjectResourceAssignment?: ProjectResourceAssignmentResolvers<ContextType>;
  ProjectSelector?: ProjectSelectorResolvers<ContextType>;
  ProjectTargetsResourceAssignment?: ProjectTargetsResourceAssignmentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegistryTokenPreset?: RegistryTokenPresetResolvers<ContextType>;
  RemoveMemberResult?: RemoveMemberResultResolvers<ContextType>;
  RemoveMemberResultOk?: RemoveMemberResultOkResolvers<ContextType>;
  RemoveOrganizationFromTokenResult?: RemoveOrganizationFromTokenResultResolvers<ContextType>;
  RemoveOrganizationFromTokenResultOk?: RemoveOrganizationFromTokenResultOkResolvers<ContextType>;
  RenameUserAccessTokenResult?: RenameUserAccessTokenResultResolvers<ContextType>;
  RenameUserAccessTokenResultOk?: RenameUserAccessTokenResultOkResolvers<ContextType>;
  ResolvedPermission?: ResolvedPermissionResolvers<ContextType>;
  ResolvedPermissionsGroup?: ResolvedPermissionsGroupResolvers<ContextType>;
  ResolvedResourcePermissionGroup?: ResolvedResourcePermissionGroupResolvers<ContextType>;
  ResourceAssignment?: ResourceAssignmentResolvers<ContextType>;
  RevokeAccessTokenResult?: RevokeAccessTokenResultResolvers<ContextType>;
  RevokeAccessTokenResultOk?: RevokeAccessTokenResultOkResolvers<ContextType>;
  RotateAccessTokenResult?: RotateAccessTokenResultResolvers<ContextType>;
  RotateAccessTokenResultOk?: RotateAccessTokenResultOkResolvers<ContextType>;
  SchemaPosition?: SchemaPositionResolvers<ContextType>;
  SchemaProblem?: SchemaProblemResolvers<ContextType>;
  ServiceAccount?: ServiceAccountResolvers<ContextType>;
  SetAccessTokenExpirationResult?: SetAccessTokenExpirationResultResolvers<ContextType>;
  SetAccessTokenExpirationResultOk?: SetAccessTokenExpirationResultOkResolvers<ContextType>;
  SetAccessTokenIpAllowlistResult?: SetAccessTokenIpAllowlistResultResolvers<ContextType>;
  SetAccessTokenIpAllowlistResultOk?: SetAccessTokenIpAllowlistResultOkResolvers<ContextType>;
  SlugInputErrors?: SlugInputErrorsResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  TargetAppDeploymentsResourceAssignment?: TargetAppDeploymentsResourceAssignmentResolvers<ContextType>;
  TargetConnection?: TargetConnectionResolvers<ContextType>;
  TargetEdge?: TargetEdgeResolvers<ContextType>;
  TargetResouceAssignment?: TargetResouceAssignmentResolvers<ContextType>;
  TargetSelector?: TargetSelectorResolvers<ContextType>;
  TargetServicesResourceAssignment?: TargetServicesResourceAssignmentResolvers<ContextType>;
  Timestamp?: GraphQLScalarType;
  Token?: TokenResolvers<ContextType>;
  TokenConnection?: TokenConnectionResolvers<ContextType>;
  TokenEdge?: TokenEdgeResolvers<ContextType>;
  TokenInfo?: TokenInfoResolvers<ContextType>;
  TokenInfoPayload?: TokenInfoPayloadResolvers<ContextType>;
  TokenNotFoundError?: TokenNotFoundErrorResolvers<ContextType>;
  UpdateBaseSchemaError?: UpdateBaseSchemaErrorResolvers<ContextType>;
  UpdateBaseSchemaOk?: UpdateBaseSchemaOkResolvers<ContextType>;
  UpdateBaseSchemaResult?: UpdateBaseSchemaResultResolvers<ContextType>;
  UpdateMemberRoleResult?: UpdateMemberRoleResultResolvers<ContextType>;
  UpdateMemberRoleResultOk?: UpdateMemberRoleResultOkResolvers<ContextType>;
  UpdateOrganizationNameResult?: UpdateOrganizationNameResultResolvers<ContextType>;
  UpdateOrganizationNameResultOk?: UpdateOrganizationNameResultOkResolvers<ContextType>;
  UpdateOrganizationSlugResult?: UpdateOrganizationSlugResultResolvers<ContextType>;
  UpdateOrganizationSlugResultOk?: UpdateOrganizationSlugResultOkResolvers<ContextType>;
  UpdateProjectSlugResult?: UpdateProjectSlugResultResolvers<ContextType>;
  UpdateProjectSlugResultOk?: UpdateProjectSlugResultOkResolvers<ContextType>;
  UpdateTargetConditionalBreakingChangeConfigurationResult?: UpdateTargetConditionalBreakingChangeConfigurationResultResolvers<ContextType>;
  UpdateTargetConditionalBreakingChangeConfigurationResultError?: UpdateTargetConditionalBreakingChangeConfigurationResultErrorResolvers<ContextType>;
  UpdateTargetConditionalBreakingChangeConfigurationResultOk?: UpdateTargetConditionalBreakingChangeConfigurationResultOkResolvers<ContextType>;
  UpdateTargetSlugResult?: UpdateTargetSlugResultResolvers<ContextType>;
  UpdateTargetSlugResultOk?: UpdateTargetSlugResultOkResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserAccessToken?: UserAccessTokenResolvers<ContextType>;
  UserAccessTokenConnection?: UserAccessTokenConnectionResolvers<ContextType>;
  UserAccessTokenEdge?: UserAccessTokenEdgeResolvers<ContextType>;
  WhoAmI?: WhoAmIResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
