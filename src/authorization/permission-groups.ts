/** The permissions as they are shown: in groups. */
import { CATALOGUE, type Permission } from './catalogue.js';
import { type Level, LEVELS } from './permission.js';

/** The titles of the groups, in the order they are shown in. */
const GROUPS: Readonly<Record<string, string>> = {
  organization: 'Organization',
  members: 'Members',
  'access-tokens': 'Access Tokens',
  keys: 'Keys',
  verification: 'Verification',
  'access-audit': 'Access Audit',
  project: 'Project',
  target: 'Target',
  'usage-reporting': 'Usage Reporting',
  services: 'Schema Registry',
  'app-deployments': 'App Deployments',
};

/** A permission as shown in one organization. */
export interface ShownPermission extends Permission {
  readonly organizationId: string;
}

/** Permissions that are shown together. */
export interface ShownGroup {
  readonly id: string;
  readonly title: string;
  readonly permissions: ShownPermission[];
}

/**
 * The permissions that a token may hold in their groups, in the order of {@link GROUPS}, as shown in one organization; with a
 * level, all of that level.
 */
export const permissionGroups = (organizationId: string, level: Level | null = null): ShownGroup[] =>
  groupsOf(level).map(({ permissions, ...group }) => ({
    ...group,
    permissions: permissions.map((permission) => ({ ...permission, organizationId })),
  }));

/** The groups of {@link permissionGroups} with those of their permissions that `keep` keeps; none that would be empty. */
export const permissionGroupsWith = (organizationId: string, keep: (permission: Permission) => boolean): ShownGroup[] =>
  permissionGroups(organizationId)
    .map((group) => ({ ...group, permissions: group.permissions.filter(keep) }))
    .filter(({ permissions }) => permissions.length > 0);

const groupsOf = (level: Level | null): readonly { id: string; title: string; permissions: readonly Permission[] }[] =>
  GROUPS_BY_LEVEL.get(level) ?? [];

const GROUPS_BY_LEVEL = new Map(
  ([null, ...LEVELS] as const).map((level) => {
    const shown = CATALOGUE.filter((one) => (level === null ? !one.forUsersOnly : one.level === level));
    const groups = Object.entries(GROUPS).map(([id, title]) => ({
      id,
      title,
      permissions: shown.filter(({ group }) => group === id),
    }));
    return [level, groups.filter(({ permissions }) => permissions.length > 0)];
  }),
);
