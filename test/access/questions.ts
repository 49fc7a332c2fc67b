/** Asking what a credential may do, in every way there is. */
import type { Latchkey, Send } from '../support/latchkey.js';

/** As GraphQL Hive's CLI 0.66 sends it for `hive whoami`. */
export const HIVE_WHOAMI = `query myTokenInfo($showAll: Boolean!) { whoAmI { title resolvedPermissions(includeAll: $showAll) { level resolvedResourceIds title
resolvedPermissionGroups { title permissions { isGranted permission { id title description } } } } } }`;

export const EXPLAIN = `
  query ($permission: ID!, $resource: String!, $credentialId: ID, $organization: OrganizationReferenceInput) {
    explainAccess(permission: $permission, resource: $resource, credentialId: $credentialId, organization: $organization) {
      granted code reason assignment
    }
  }`;

export interface Explained {
  readonly granted: boolean;
  readonly code: string;
  readonly reason: string;
  readonly assignment: string | null;
}

export interface Question {
  readonly permission: string;
  readonly resource: string;
  readonly credentialId?: string;
  readonly organization?: object;
}

/** What explainAccess answers. */
export async function explain(send: Send, question: Question): Promise<Explained> {
  const { data, errors } = await send(EXPLAIN, question);
  if (errors) throw new Error(`not explained: ${JSON.stringify(errors)}`);
  return data.explainAccess as Explained;
}

/** What explainAccess answers to several questions at once. */
export async function explainAll(send: Send, questions: readonly Question[]): Promise<Explained[]> {
  const fields = questions.map(({ permission, resource, credentialId = null }, index) => {
    const [id, path, credential] = [permission, resource, credentialId].map((value) => JSON.stringify(value));
    return `q${index}: explainAccess(permission: ${id}, resource: ${path}, credentialId: ${credential}) { granted code reason assignment }`;
  });
  const { data, errors } = await send(`{ ${fields.join('\n')} }`);
  if (errors) throw new Error(`not explained: ${JSON.stringify(errors)}`);
  return questions.map((_, index) => data[`q${index}`] as Explained);
}

/** Why explainAccess answers nothing. */
export async function refusal(send: Send, question: Question): Promise<{ code: string | undefined; message: string }> {
  const { data, errors } = await send(EXPLAIN, question);
  const [error] = errors ?? [];
  if (data || !error || errors?.length !== 1) throw new Error('it answered');
  return { code: error.extensions.code, message: error.message };
}

const GROUPS =
  'level resolvedResourceIds title resolvedPermissionGroups { title permissions { isGranted permission { id } } }';

export interface Level {
  readonly level: string;
  readonly title: string;
  readonly resolvedResourceIds: string[] | null;
  readonly resolvedPermissionGroups: {
    readonly title: string;
    readonly permissions: { readonly isGranted: boolean; readonly permission: { readonly id: string } }[];
  }[];
}

/** What whoAmI answers. */
export async function whoAmI(send: Send, all = false): Promise<{ title: string; levels: Level[] }> {
  const { data, errors } = await send(
    `query ($all: Boolean!) { whoAmI { title levels: resolvedPermissions(includeAll: $all) { ${GROUPS} } } }`,
    { all },
  );
  if (errors) throw new Error(`whoAmI failed: ${JSON.stringify(errors)}`);
  return data.whoAmI as { title: string; levels: Level[] };
}

/** What an organization access token's resolvedResourcePermissionGroups answers. */
export async function resolvedOf(send: Send, organizationId: string, id: string, all = false): Promise<Level[]> {
  const { data, errors } = await send(
    `query ($organizationId: ID!, $id: ID!, $all: Boolean!) {
      organization(id: $organizationId) { accessToken(id: $id) { levels: resolvedResourcePermissionGroups(includeAll: $all) { ${GROUPS} } } }
    }`,
    { organizationId, id, all },
  );
  if (errors) throw new Error(`not resolved: ${JSON.stringify(errors)}`);
  return data.organization.accessToken.levels as Level[];
}

/** Every permission granted with every place it is granted at, as `permission path`. */
export const pairsOf = (levels: readonly Level[]): string[] =>
  levels
    .flatMap(({ resolvedResourceIds, resolvedPermissionGroups }) =>
      resolvedPermissionGroups
        .flatMap(({ permissions }) => permissions.filter(({ isGranted }) => isGranted))
        .flatMap(({ permission }) => (resolvedResourceIds ?? []).map((path) => `${permission.id} ${path}`)),
    )
    .sort();

/** What introspection says about a secret, one answer for each question. */
export async function introspectAll(latchkey: Latchkey, asker: string, token: string, questions: readonly Question[]) {
  const response = await latchkey.app.inject({
    method: 'POST',
    url: '/oauth/introspect/batch',
    headers: { authorization: `Bearer ${asker}` },
    payload: { tokens: questions.map(({ permission, resource }) => ({ token, permission, resource })) },
  });
  return response.json<{ results: { active: boolean; granted?: boolean; scope?: string }[] }>().results;
}
