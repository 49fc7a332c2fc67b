/**
 * The scopes of user access tokens for REST APIs, as data. What they give access to belongs to other services, which
 * introspect a token and read them in `scope`. docs/access-tokens.md lists them; a test compares the two.
 */
import type { PermissionId } from './catalogue.js';

interface RestScopeOf<Id extends string> {
  readonly id: Id;
  readonly description: string;
  /** What the owner's role must hold in an organization for the scope to count there. */
  readonly needs: PermissionId;
}

const scope = <Id extends string>(id: Id, needs: PermissionId, description: string): RestScopeOf<Id> => ({
  id,
  needs,
  description,
});

const table = [
  scope('read_agents', 'project:describe', 'List and retrieve agents.'),
  scope('write_agents', 'project:modifySettings', 'Create, update and delete agents.'),
  scope('read_teams', 'member:describe', 'List teams.'),
  scope('read_artifacts', 'project:describe', 'Retrieve build artifacts.'),
  scope('write_artifacts', 'project:modifySettings', 'Delete build artifacts.'),
  scope('read_builds', 'project:describe', 'List and retrieve builds.'),
  scope('write_builds', 'project:modifySettings', 'Create builds.'),
  scope('read_job_env', 'project:modifySettings', 'Retrieve the environment variables of jobs, which may be secret.'),
  scope('read_build_logs', 'project:describe', 'Retrieve build logs.'),
  scope('write_build_logs', 'project:modifySettings', 'Delete build logs.'),
  scope('read_organizations', 'organization:describe', 'List and retrieve organizations.'),
  scope('read_pipelines', 'project:describe', 'List and retrieve pipelines.'),
  scope('write_pipelines', 'project:modifySettings', 'Create, update and delete pipelines.'),
  scope('read_user', 'organization:describe', 'Retrieve basic details of the user.'),
] as const;

/** The id of a REST scope. */
export type RestScopeId = (typeof table)[number]['id'];

/** A REST scope. */
export type RestScope = RestScopeOf<RestScopeId>;

export const REST_SCOPES: readonly RestScope[] = table;

const byId = new Map<string, RestScope>(REST_SCOPES.map((one) => [one.id, one]));

/** The REST scope with this id, if there is one. */
export const restScopeById = (id: string): RestScope | undefined => byId.get(id);

/** Whether an id is a REST scope's. */
export const isRestScope = (id: string): id is RestScopeId => byId.has(id);

/** Those of `ids` that count where somebody holds these permissions. */
export const restScopesWith = (ids: readonly RestScopeId[], held: ReadonlySet<PermissionId>): RestScopeId[] =>
  REST_SCOPES.filter(({ id, needs }) => ids.includes(id) && held.has(needs)).map(({ id }) => id);
