/** Arguments for which a field of the filled store answers as much as it can. */
import { type GraphQLField, isRequiredArgument } from 'graphql';
import type { Filled } from '../../support/filled.js';
import type { Random } from './random.js';

/** A page's length, as a document says it. */
const LENGTHS = ['1', '2', '5', '10', '20', '38', '50', '100'];
const MOMENTS = ['"2020-01-01T00:00:00Z"', '"2099-01-01T00:00:00Z"'];
const STATUSES = ['ACTIVE', 'ALL', 'EXPIRED', 'REVOKED'];
/** How many representations one `_entities` gets. */
const COUNTS = [1, 10, 100, 1000];

/** A variable that documents use by its name. */
interface Variable {
  readonly type: string;
  readonly value: unknown;
}

export interface Arguments {
  /** Arguments of `field` of the type `parent`, as the document prints them: in parentheses, or nothing. */
  readonly of: (parent: string, field: GraphQLField<unknown, unknown>, random: Random) => string;
  /** The variables that the arguments name. */
  readonly variables: Readonly<Record<string, Variable>>;
}

/** Arguments that name what is in the store. Asks it for cursors. */
export async function argumentsFor({ latchkey, tenant, keyId, tokenId, targetId, slugs }: Filled): Promise<Arguments> {
  const cursors = await cursorsOf(tenant);
  const all = { organizationIds: tenant.id, family: 'GRAPHOS_KEY', listed: true };
  const { items } = await latchkey.services.collections.credentials.page(all, { first: 1000 });
  const keys = items.map(({ id }) => id);
  const project = { organizationSlug: tenant.slug, projectSlug: 'my-project' };
  const kinds: Readonly<Record<string, (index: number) => object>> = {
    slugs: (index) => ({ __typename: 'Organization', slug: slugs[index % slugs.length] }),
    ids: () => ({ __typename: 'Organization', id: tenant.id }),
    projects: () => ({ __typename: 'Project', id: tenant.projectId }),
    slugPaths: () => ({ __typename: 'Project', slug: 'my-project', organization: { slug: tenant.slug } }),
    keys: (index) => ({ __typename: 'GraphOsKey', id: keys[index % keys.length] }),
    tokens: () => ({ __typename: 'OrganizationAccessToken', id: tokenId }),
    strangers: (index) => ({ __typename: 'Target', id: `target-${index}` }),
  };
  const sdl = `type Query { ${Array.from({ length: 13_000 }, (_, index) => `f${index}: Int`).join(' ')} }`;
  const variables: Record<string, Variable> = {
    path: { type: 'String!', value: 'a/'.repeat(250_000) },
    sdl: { type: 'String!', value: sdl },
    report: { type: 'AssessBreakingChangesInput!', value: reportOn(targetId) },
  };
  for (const [kind, representation] of Object.entries(kinds))
    for (const length of COUNTS)
      variables[`${kind}${length}`] = {
        type: '[_Any!]!',
        value: Array.from({ length }, (_, index) => representation(index)),
      };
  const selector = (fields: object): string =>
    `{ bySelector: { ${Object.entries(fields)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join(', ')} } }`;

  /** By the coordinate of the argument, or by its name wherever it is. */
  const values: Readonly<Record<string, readonly string[]>> = {
    'Query.project.reference': [`{ byId: "${tenant.projectId}" }`, selector(project)],
    'Query.target.reference': [selector({ ...project, targetSlug: 'production' })],
    'Query.explainAccess.resource': ['"my-project"', '"my-project/production/service/users"', '$path'],
    'Query.explainAccess.organization': [`{ byId: "${tenant.id}" }`],
    'Query._entities.representations': Object.keys(variables)
      .filter((name) => !['path', 'sdl', 'report'].includes(name))
      .map((name) => `$${name}`),
    'Member.accessToken.id': [`"${tokenId}"`],
    'User.accessToken.id': [`"${tokenId}"`],
    'Organization.accessTokenById.id': [`"${tokenId}"`],
    'Project.accessToken.id': [`"${tokenId}"`],
    'Organization.accessToken.id': [`"${tokenId}"`],
    '__Type.fields.includeDeprecated': ['true'],
    'Target.assessBreakingChanges.input': ['$report', '{ operations: [], changes: [] }'],
    'Target.mergedSchema.sdl': ['$sdl', '"type Query { a: Int }"'],
    scope: ['READ'],
    permission: ['"schemaVersion:publish"', '"project:describe"'],
    credentialId: [`"${tokenId}"`, `"${keyId}"`],
    keyId: [`"${keyId}"`],
    first: LENGTHS,
    last: LENGTHS,
    includeAll: ['true', 'false'],
    unusedSince: MOMENTS,
    expiresBefore: MOMENTS,
    filter: STATUSES.flatMap((status) => [
      `{ apiKeyStatus: ${status} }`,
      `{ apiKeyStatus: ${status}, apiKeyType: OPERATOR }`,
    ]),
  };
  /** Where arguments depend on each other. */
  const together: Readonly<Record<string, readonly string[]>> = {
    'Query.organization': [
      `(id: "${tenant.id}")`,
      `(id: "${tenant.slug}")`,
      `(reference: { byId: "${tenant.id}" })`,
      `(reference: ${selector({ organizationSlug: tenant.slug })})`,
    ],
    'Query.__type': ['(name: "Organization")', '(name: "Query")'],
  };

  return {
    variables,
    of(parent, field, random) {
      const coordinate = `${parent}.${field.name}`;
      if (together[coordinate]) return random.pick(together[coordinate]);
      const given = field.args.flatMap((argument) => {
        const { name } = argument;
        const known =
          name === 'after' || name === 'before'
            ? cursors[field.name]
            : (values[`${coordinate}.${name}`] ?? values[name]);
        const required = isRequiredArgument(argument);
        if (!known && required) throw new Error(`${coordinate} needs a value for "${name}": add one to the table`);
        // Each way through a list takes one pair: the others are refused.
        const rarely = name === 'last' || name === 'before';
        return known && (required || random.chance(rarely ? 5 : 50)) ? [`${name}: ${random.pick(known)}`] : [];
      });
      return given.length ? `(${given.join(', ')})` : '';
    },
  };
}

/** The longest report that assessBreakingChanges takes: 500 changes, and 5,000 counts. */
export function reportOn(targetId: string) {
  const counts = (length: number, count: number) =>
    Array.from({ length }, (_, index) => ({ targetId, clientName: `client ${index}`, appDeployment: 'app', count }));
  const changes = Array.from({ length: 500 }, (_, index) => ({
    coordinate: `Type${index}.field`,
    operations: counts(9, 1),
  }));
  return { operations: counts(500, 1000), changes };
}

/** Cursors into the lists of an organization, by the field. */
async function cursorsOf(tenant: Filled['tenant']): Promise<Record<string, readonly string[]>> {
  const cursors: Record<string, readonly string[]> = {};
  for (const field of ['apiKeys', 'accessTokens', 'members', 'projects']) {
    const { data } = await tenant.owner(
      `query ($id: ID!) { organization(id: $id) { ${field}(first: 1) { pageInfo { endCursor } } } }`,
      { id: tenant.id },
    );
    cursors[field] = [JSON.stringify(data.organization[field].pageInfo.endCursor)];
  }
  return cursors;
}
