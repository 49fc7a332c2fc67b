/** Lists what an actor may do, level by level, for `whoAmI` and for access tokens. */
import { CATALOGUE, type PermissionId } from '../authorization/catalogue.js';
import type { Level } from '../authorization/permission.js';
import { permissionGroups, type ShownPermission } from '../authorization/permission-groups.js';
import { decideAt, type Grant } from '../authorization/grants.js';
import { coverage } from '../authorization/resources.js';
import { placesAt } from '../authorization/places.js';
import { pathsOf, type Slugs } from './path.js';

/** The permissions of one level in one organization, and where they apply, as slug paths. */
export interface ResolvedLevel {
  readonly level: Level;
  readonly title: string;
  readonly resolvedResourceIds: string[] | null;
  readonly resolvedPermissionGroups: readonly {
    readonly title: string;
    readonly permissions: readonly { readonly permission: ShownPermission; readonly isGranted: boolean }[];
  }[];
}

const TITLES: Readonly<Record<Level, string>> = {
  ORGANIZATION: 'Organization',
  PROJECT: 'Project',
  TARGET: 'Target',
  SERVICE: 'Service',
  APP_DEPLOYMENT: 'App Deployment',
};

/** One level of a grant's organization: an entry for each set of places at which some of its permissions are granted. */
export async function resolveLevel(
  grant: Grant,
  level: Level,
  includeAll: boolean,
  slugs: Slugs,
): Promise<ResolvedLevel[]> {
  const { organizationId, resources } = grant;
  const assigned = placesAt(resources, organizationId, level);
  const paths = await pathsOf(slugs, assigned);
  const places = assigned.flatMap((place, index) => {
    const path = paths[index];
    return path === undefined ? [] : [{ path, where: coverage(resources, place) }];
  });
  const permissions = CATALOGUE.filter((permission) => permission.level === level);
  const sets = new Map<string, { paths: string[]; ids: PermissionId[] }>();
  for (const { id } of permissions) {
    const granted = places.filter(({ where }) => decideAt(grant, id, where).granted).map(({ path }) => path);
    const key = granted.join();
    const set = sets.get(key) ?? { paths: granted, ids: [] };
    sets.set(key, { ...set, ids: [...set.ids, id] });
  }
  const nowhere = sets.get('')?.ids ?? [];
  sets.delete('');
  const resolved = (shown: readonly PermissionId[], granted: readonly PermissionId[], where: string[] | null) => ({
    level,
    title: TITLES[level],
    resolvedResourceIds: where,
    resolvedPermissionGroups: permissionGroups(organizationId, level)
      .map((group) => ({
        title: group.title,
        permissions: group.permissions
          .filter(({ id }) => shown.includes(id))
          .map((permission) => ({ permission, isGranted: granted.includes(permission.id) })),
      }))
      .filter((group) => group.permissions.length > 0),
  });
  // Permissions that are granted nowhere are shown once, in the first entry.
  const others = includeAll ? nowhere : [];
  const entries = [...sets.values()].map(({ paths: where, ids }, index) =>
    resolved(index === 0 ? [...ids, ...others] : ids, ids, where),
  );
  return entries.length === 0 && others.length > 0 ? [resolved(others, [], null)] : entries;
}
