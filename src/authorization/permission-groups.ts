/** The permissions in groups, as the API shows them. */
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
 * The permissions that a token may hold, as groups in the order of {@link GROUPS}, for one organization. With a level, all
 * permissions of that level, also those that only roles give.
 */
export const permissionGroups = (organizationId: string, level: Level | null = null): ShownGroup[] =>
  groupsOf(level).map(({ permissions, ...group }) => ({
    ...group,
    permissions: permissions.map((permission) => ({ ...permission, organizationId })),
  }));

/** The groups of {@link permissionGroups} with the permissions that pass `filter`, without empty groups. */
export const permissionGroupsWith = (
  organizationId: string,
  filter: (permission: Permission) => boolean,
): ShownGroup[] =>
  permissionGroups(organizationId)
    .map((group) => ({ ...group, permissions: group.permissions.filter(filter) }))
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
