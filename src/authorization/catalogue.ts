/**
 * Every permission there is, as data. Types, roles, groups in the API, docs/permissions.md and the checks derive from it.
 * The ids are GraphQL Hive's where Hive has one.
 */

import { type Level, permission as p, type PermissionOf } from './permission.js';

const table = [
  p(
    'organization:describe',
    'ORGANIZATION',
    'organization',
    'View organization',
    'See the organization and its plan.',
    { appliesToAncestors: true },
  ),
  p(
    'organization:modifySlug',
    'ORGANIZATION',
    'organization',
    'Rename organization',
    'Give the organization another name or slug.',
    { forUsersOnly: true },
  ),
  p(
    'organization:delete',
    'ORGANIZATION',
    'organization',
    'Delete organization',
    'Delete the organization and all that belongs to it.',
    { forUsersOnly: true },
  ),
  p('member:describe', 'ORGANIZATION', 'members', 'View members', 'See who belongs to the organization, and as what.'),
  p('member:modify', 'ORGANIZATION', 'members', 'Manage members', 'Add and remove members and change their roles.', {
    needs: ['member:describe'],
  }),
  p(
    'accessToken:modify',
    'ORGANIZATION',
    'access-tokens',
    'Manage access tokens',
    'List, create and end organization access tokens.',
  ),
  p(
    'projectAccessToken:modify',
    'PROJECT',
    'access-tokens',
    'Manage project access tokens',
    'List, create and end access tokens of a project.',
  ),
  p(
    'personalAccessToken:modify',
    'ORGANIZATION',
    'access-tokens',
    'Manage own access tokens',
    'List, create and end personal access tokens of one’s own.',
    { forUsersOnly: true },
  ),
  p('key:create', 'ORGANIZATION', 'keys', 'Create subgraph keys', 'Create keys that sign in for single subgraphs.'),
  p(
    'key:modify',
    'ORGANIZATION',
    'keys',
    'Manage keys',
    'See, rename, rotate, revoke and delete keys, and create operator keys.',
    { needs: ['key:create'] },
  ),
  p(
    'credential:introspect',
    'ORGANIZATION',
    'verification',
    'Verify credentials',
    'Ask what a credential of the organization may do.',
  ),
  p(
    'accessAudit:describe',
    'ORGANIZATION',
    'access-audit',
    'View the access audit',
    'See every credential that reaches the organization.',
  ),
  p(
    'accessAudit:modify',
    'ORGANIZATION',
    'access-audit',
    'Cut off credentials',
    'Take the organization away from any credential.',
    { needs: ['accessAudit:describe'] },
  ),
  p('project:describe', 'PROJECT', 'project', 'View project', 'See a project and its targets.', {
    appliesToAncestors: true,
  }),
  p('project:create', 'ORGANIZATION', 'project', 'Create projects', 'Create projects in the organization.'),
  p('project:delete', 'PROJECT', 'project', 'Delete project', 'Delete a project and all its targets.', {
    needs: ['project:describe'],
  }),
  p(
    'project:modifySettings',
    'PROJECT',
    'project',
    'Change project settings',
    'Rename a project and change its settings.',
    { needs: ['project:describe'] },
  ),
  p('target:create', 'PROJECT', 'target', 'Create targets', 'Create targets in a project.'),
  p('target:delete', 'TARGET', 'target', 'Delete target', 'Delete a target.'),
  p('target:modifySettings', 'TARGET', 'target', 'Change target settings', 'Rename a target and change its settings.'),
  p('cdnAccessToken:modify', 'TARGET', 'target', 'Manage CDN tokens', 'List, create and end CDN tokens of a target.'),
  p(
    'registryToken:describe',
    'TARGET',
    'target',
    'View registry tokens',
    'See which registry tokens a target has, without their secrets.',
  ),
  p(
    'registryToken:modify',
    'TARGET',
    'target',
    'Manage registry tokens',
    'Create, rotate and end registry tokens of a target.',
    { needs: ['registryToken:describe'] },
  ),
  p('usage:report', 'TARGET', 'usage-reporting', 'Report usage', 'Report which operations clients run.'),
  p('traces:report', 'TARGET', 'usage-reporting', 'Report traces', 'Report traces of operations.'),
  p('schema:compose', 'TARGET', 'services', 'Compose schema', 'Compose a schema from the services of a target.'),
  p('schemaCheck:create', 'SERVICE', 'services', 'Check schema', 'Check a service against the schema of its target.'),
  p(
    'schemaCheck:approve',
    'SERVICE',
    'services',
    'Approve schema checks',
    'Approve checks that found breaking changes.',
  ),
  p('schemaVersion:publish', 'SERVICE', 'services', 'Publish service', 'Publish the schema of a service.'),
  p(
    'schemaVersion:deleteService',
    'SERVICE',
    'services',
    'Delete service',
    'Take a service out of the schema of its target.',
  ),
  p('appDeployment:create', 'APP_DEPLOYMENT', 'app-deployments', 'Create app deployment', 'Upload an app deployment.'),
  p(
    'appDeployment:publish',
    'APP_DEPLOYMENT',
    'app-deployments',
    'Publish app deployment',
    'Make an app deployment active.',
  ),
  p(
    'appDeployment:retire',
    'APP_DEPLOYMENT',
    'app-deployments',
    'Retire app deployment',
    'Take an app deployment out of use.',
  ),
] as const;

/** The id of a permission in the catalogue. */
export type PermissionId = (typeof table)[number]['id'];

/** A permission of the catalogue. */
export type Permission = PermissionOf<PermissionId>;

export const CATALOGUE: readonly Permission[] = table;

const byId = new Map<string, Permission>(CATALOGUE.map((permission) => [permission.id, permission]));

/** The permission with this id, if there is one. */
export const permissionById = (id: string): Permission | undefined => byId.get(id);

/** The permissions whose level is one of these. */
export const atLevels = (...levels: Level[]): PermissionId[] =>
  CATALOGUE.filter((permission) => levels.includes(permission.level)).map((permission) => permission.id);
