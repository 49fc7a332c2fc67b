/**
 * The permissions of each scope of a registry token, as data. The names are GraphQL Hive's. A registry token acts on its
 * target alone: a scope that reaches beyond it, or has no permission here, is null and is refused.
 */
import type { PermissionId } from '../authorization/catalogue.js';
import type { OrganizationAccessScope, ProjectAccessScope, TargetAccessScope } from '../generated/resolvers-types.js';

/** Scopes of the three levels, to create a token with. */
export interface Scopes {
  readonly organizationScopes: readonly OrganizationAccessScope[];
  readonly projectScopes: readonly ProjectAccessScope[];
  readonly targetScopes: readonly TargetAccessScope[];
}

/** The permissions of every registry token: to read its organization, project and target. */
const READ: readonly PermissionId[] = ['organization:describe', 'project:describe'];

const ORGANIZATION: Readonly<Record<OrganizationAccessScope, readonly PermissionId[] | null>> = {
  READ,
  DELETE: null,
  INTEGRATIONS: null,
  MEMBERS: null,
  SETTINGS: null,
};

const PROJECT: Readonly<Record<ProjectAccessScope, readonly PermissionId[] | null>> = {
  READ,
  ALERTS: null,
  DELETE: null,
  OPERATIONS_STORE_READ: null,
  OPERATIONS_STORE_WRITE: null,
  SETTINGS: null,
};

const TARGET: Readonly<Record<TargetAccessScope, readonly PermissionId[]>> = {
  READ,
  DELETE: ['target:delete'],
  SETTINGS: ['target:modifySettings'],
  REGISTRY_READ: ['schema:compose', 'schemaCheck:create'],
  REGISTRY_WRITE: [
    'schemaCheck:approve',
    'schemaVersion:publish',
    'schemaVersion:deleteService',
    'appDeployment:create',
    'appDeployment:publish',
    'appDeployment:retire',
    'usage:report',
    'traces:report',
  ],
  TOKENS_READ: ['registryToken:describe'],
  TOKENS_WRITE: ['registryToken:describe', 'registryToken:modify', 'cdnAccessToken:modify'],
};

/** A combination of scopes that many tokens need. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly targetScopes: readonly TargetAccessScope[];
}

/** Hive's simple view. */
export const PRESETS: readonly Preset[] = [
  { id: 'READ_ONLY', title: 'Read', description: 'See the target, for status pages.', targetScopes: ['READ'] },
  {
    id: 'REGISTRY_READ',
    title: 'Check schemas',
    description: 'Compose and check schemas, for pull requests.',
    targetScopes: ['READ', 'REGISTRY_READ'],
  },
  {
    id: 'REGISTRY_READ_WRITE',
    title: 'Check and publish schemas',
    description: 'Also publish and delete schemas, manage app deployments and report usage, for deployments.',
    targetScopes: ['READ', 'REGISTRY_READ', 'REGISTRY_WRITE'],
  },
];

/** A scope with its level. */
export type ScopeOfLevel =
  | { readonly level: 'ORGANIZATION'; readonly scope: OrganizationAccessScope }
  | { readonly level: 'PROJECT'; readonly scope: ProjectAccessScope }
  | { readonly level: 'TARGET'; readonly scope: TargetAccessScope };

/** The permissions of a scope; null for one that no registry token can have. */
function permissionsBehind(one: ScopeOfLevel): readonly PermissionId[] | null {
  switch (one.level) {
    case 'ORGANIZATION':
      return ORGANIZATION[one.scope];
    case 'PROJECT':
      return PROJECT[one.scope];
    case 'TARGET':
      return TARGET[one.scope];
  }
}

/** The permissions of scopes; or the first scope that no registry token can have. */
export function permissionsFor({
  organizationScopes,
  projectScopes,
  targetScopes,
}: Scopes): PermissionId[] | ScopeOfLevel {
  const scopes: ScopeOfLevel[] = [
    ...organizationScopes.map((scope) => ({ level: 'ORGANIZATION', scope }) as const),
    ...projectScopes.map((scope) => ({ level: 'PROJECT', scope }) as const),
    ...targetScopes.map((scope) => ({ level: 'TARGET', scope }) as const),
  ];
  const refused = scopes.find((scope) => permissionsBehind(scope) === null);
  return refused ?? [...new Set([...READ, ...scopes.flatMap((scope) => permissionsBehind(scope) ?? [])])];
}

/** Whether these permissions include all permissions of a scope. */
export function holdsScope(permissions: readonly PermissionId[], scope: ScopeOfLevel): boolean {
  return permissionsBehind(scope)?.every((permission) => permissions.includes(permission)) ?? false;
}

/** The scopes of a target that these permissions include. */
export const targetScopesOf = (permissions: readonly PermissionId[]): TargetAccessScope[] =>
  (Object.keys(TARGET) as TargetAccessScope[]).filter((scope) => holdsScope(permissions, { level: 'TARGET', scope }));
