/** The permissions of each role of a member. */
import { atLevels, CATALOGUE, type PermissionId } from './catalogue.js';

export const ROLES = ['ORG_ADMIN', 'GRAPH_ADMIN', 'MEMBER'] as const;
export type Role = (typeof ROLES)[number];

const everything = CATALOGUE.map((permission) => permission.id);

/** Only administrators may see which credentials exist. */
const FOR_ADMINISTRATORS: readonly PermissionId[] = ['accessAudit:describe', 'registryToken:describe'];

/** The permissions of each role, on everything in the organization. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, ReadonlySet<PermissionId>>> = {
  ORG_ADMIN: new Set(everything),
  GRAPH_ADMIN: new Set<PermissionId>([
    'key:create',
    'personalAccessToken:modify',
    'organization:describe',
    'member:describe',
    ...atLevels('PROJECT', 'TARGET', 'SERVICE', 'APP_DEPLOYMENT'),
  ]),
  MEMBER: new Set<PermissionId>([
    'personalAccessToken:modify',
    ...everything.filter((id) => id.endsWith(':describe') && !FOR_ADMINISTRATORS.includes(id)),
  ]),
};
