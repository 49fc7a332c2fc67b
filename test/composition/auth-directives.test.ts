import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FieldDefinitionNode, Kind, parse, print, valueFromASTUntyped, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import { subgraphSdl, subgraphSdlWithAuth } from '../../src/graphql/subgraph.js';
import { createToken } from '../organization-access-tokens/fixtures/tokens.js';
import { createProject, missing } from '../organizations/operations.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

/** The permissions that a token may hold. */
const HELD_BY_TOKENS = CATALOGUE.filter(({ forUsersOnly }) => !forUsersOnly);

/** How each field is asked for; one that is not here, by its name. */
const ASKED: Readonly<Record<string, string>> = {
  'Query.explainAccess':
    'explainAccess(permission: "key:create", resource: "", organization: { byId: $id }) { granted }',
  'Query.me': 'me { __typename }',
  'Query.organization': 'organization(id: $id) { id }',
  'Query.project': 'project(reference: { byId: $projectId }) { id }',
  'Query.registryTokenPresets': 'registryTokenPresets { id }',
  'Query.tokenInfo': 'tokenInfo { __typename }',
  'Query.target': 'target(reference: { byId: $projectId }) { id }',
  'Query.whoAmI': 'whoAmI { title }',
  'Mutation.addMember':
    'addMember(input: { organization: { byId: $id }, email: "new@member.example", role: MEMBER }) { error { code } }',
  'Mutation.createKey':
    'createKey(input: { organizationId: $id, name: "A key", type: SUBGRAPH }) { ... on CreateKeyError { code } }',
  'Mutation.createOrganization': 'createOrganization(input: { slug: "view" }) { error { code } }',
  'Mutation.createOrganizationAccessToken': `createOrganizationAccessToken(input: {
    organization: { byId: $id }, title: "A token", permissions: [], resources: { mode: ALL }
  }) { error { code } }`,
  'Mutation.createPersonalAccessToken':
    'createPersonalAccessToken(input: { organization: { byId: $id }, title: "A token" }) { error { code } }',
  'Mutation.createUserAccessToken':
    'createUserAccessToken(input: { organizations: [], title: "A token", graphql: true }) { error { code } }',
  'Mutation.renameUserAccessToken':
    'renameUserAccessToken(input: { accessToken: { byId: $tokenId }, title: "A token" }) { error { code } }',
  'Mutation.addOrganizationToToken': `addOrganizationToToken(
    input: { accessToken: { byId: $tokenId }, organization: { byId: $id } }
  ) { error { code } }`,
  'Mutation.removeOrganizationFromToken': `removeOrganizationFromToken(
    input: { accessToken: { byId: $tokenId }, organization: { byId: $id } }
  ) { error { code } }`,
  'Mutation.createProject':
    'createProject(input: { organization: { byId: $id }, slug: "view", type: SINGLE }) { error { code } }',
  'Mutation.createTarget': 'createTarget(input: { project: { byId: $projectId }, slug: "view" }) { error { code } }',
  'Mutation.deleteOrganization': 'deleteOrganization(input: { organization: { byId: $id } }) { error { code } }',
  'Mutation.deleteProject': 'deleteProject(input: { project: { byId: $doomedProjectId } }) { error { code } }',
  'Mutation.deleteTarget': 'deleteTarget(input: { target: { byId: $doomedTargetId } }) { error { code } }',
  'Mutation.createProjectAccessToken': `createProjectAccessToken(input: {
    project: { byId: $projectId }, title: "A token", permissions: [], resources: { mode: ALL }
  }) { error { code } }`,
  'Mutation.createToken': `createToken(input: {
    organizationSlug: $slug, projectSlug: "my-project", targetSlug: "production", name: "x"
    organizationScopes: [], projectScopes: [], targetScopes: []
  }) { error { code } }`,
  'Mutation.deleteTokens': `deleteTokens(input: {
    organizationSlug: $slug, projectSlug: "my-project", targetSlug: "production", tokenIds: [$tokenId]
  }) { deletedTokens }`,
  'Mutation.deleteAccessToken': 'deleteAccessToken(input: { accessToken: { byId: $tokenId } }) { error { code } }',
  'Mutation.deleteOrganizationAccessToken':
    'deleteOrganizationAccessToken(input: { organizationAccessToken: { byId: $tokenId } }) { error { code } }',
  'Mutation.organization': 'organization(id: $id) { __typename }',
  'Mutation.removeMember':
    'removeMember(input: { organization: { byId: $id }, email: "no@member.example" }) { error { code } }',
  'Mutation.revokeAccessToken': 'revokeAccessToken(input: { accessToken: { byId: $tokenId } }) { error { code } }',
  'Mutation.rotateAccessToken': 'rotateAccessToken(input: { accessToken: { byId: $tokenId } }) { error { code } }',
  'Mutation.setAccessTokenExpiration': `setAccessTokenExpiration(
    input: { accessToken: { byId: $tokenId }, expiration: { period: ONE_YEAR } }
  ) { error { code } }`,
  'Mutation.setAccessTokenIpAllowlist': `setAccessTokenIpAllowlist(
    input: { accessToken: { byId: $tokenId }, ipAllowlist: null }
  ) { error { code } }`,
  'Mutation.updateOrganizationName':
    'updateOrganizationName(input: { organization: { byId: $id }, name: "" }) { error { code } }',
  'Mutation.updateOrganizationSlug':
    'updateOrganizationSlug(input: { organization: { byId: $id }, slug: "view" }) { error { code } }',
  'Mutation.updateProjectSlug':
    'updateProjectSlug(input: { project: { byId: $projectId }, slug: "view" }) { error { code } }',
  'Mutation.updateTargetSlug':
    'updateTargetSlug(input: { target: { byId: $targetId }, slug: "view" }) { error { code } }',
  'Mutation.updateBaseSchema': `updateBaseSchema(input: {
    organizationSlug: $slug, projectSlug: "my-project", targetSlug: "production", newBase: "scalar A"
  }) { error { code } }`,
  'Mutation.updateTargetConditionalBreakingChangeConfiguration': `updateTargetConditionalBreakingChangeConfiguration(
    input: { target: { byId: $targetId }, conditionalBreakingChangeConfiguration: { period: 0 } }
  ) { error { code } }`,
  'Mutation.updateMemberRole':
    'updateMemberRole(input: { organization: { byId: $id }, email: "no@member.example", role: MEMBER }) { error { code } }',
  'Member.addedAt': 'addedAt',
  'Member.role': 'role',
  'Member.user': 'user { id }',
  'Member.accessToken': 'accessToken(id: $tokenId) { id }',
  'Member.accessTokens': 'accessTokens(first: 1) { edges { cursor } }',
  'Member.availablePersonalAccessTokenPermissionGroups': 'availablePersonalAccessTokenPermissionGroups { id }',
  'Organization.accessToken': 'accessToken(id: $tokenId) { id }',
  'Organization.accessTokenById': 'accessTokenById(id: $tokenId) { id }',
  'Organization.allAccessTokens': 'allAccessTokens { edges { cursor } }',
  'Organization.accessTokens': 'accessTokens { edges { cursor } }',
  'Organization.apiKey': 'apiKey(keyId: $id) { id }',
  'Organization.apiKeys': 'apiKeys { nodes { id } }',
  'Organization.availableOrganizationAccessTokenPermissionGroups':
    'availableOrganizationAccessTokenPermissionGroups { id }',
  'Organization.me': 'me { role }',
  'Organization.members': 'members { nodes { role } }',
  'OrganizationMutation.createKey': 'createKey(name: "A key", type: SUBGRAPH) { id }',
  'OrganizationMutation.deleteKey': 'deleteKey(keyId: $id)',
  'OrganizationMutation.renameKey': 'renameKey(keyId: $id, name: "Another") { id }',
  'OrganizationMutation.revokeKey': 'revokeKey(keyId: $id)',
  'OrganizationMutation.rotateKey': 'rotateKey(keyId: $id) { id }',
  'OrganizationMutation.setKeyIpAllowlist': 'setKeyIpAllowlist(keyId: $id, ipAllowlist: null) { id }',
  'OrganizationMutation.setKeyExpiration': 'setKeyExpiration(keyId: $id, expiration: "2027-01-01T00:00:00Z") { id }',
  'Organization.projects': 'projects { nodes { id } }',
  'Project.accessToken': 'accessToken(id: $tokenId) { id }',
  'Project.accessTokens': 'accessTokens { edges { cursor } }',
  'Project.availableProjectAccessTokenPermissionGroups': 'availableProjectAccessTokenPermissionGroups { id }',
  'Project.organization': 'organization { id }',
  'Project.targets': 'targets { nodes { id } }',
  'Target.assessBreakingChanges': 'assessBreakingChanges(input: { operations: [], changes: [] }) { totalOperations }',
  'Target.conditionalBreakingChangeConfiguration': 'conditionalBreakingChangeConfiguration { period }',
  'Target.mergedSchema': 'mergedSchema(sdl: "type Query { a: Int }") { error { message } }',
  'Target.project': 'project { id }',
  'Target.tokens': 'tokens { nodes { id } }',
};

const TARGET = 'project(reference: { byId: $id }) { targets { nodes { id } } }';

/** The way to the fields of each type. */
const WAYS: Readonly<Record<string, (asked: string) => string>> = {
  Query: (asked) => `query { ${asked} }`,
  Mutation: (asked) => `mutation { ${asked} }`,
  Member: (asked) => `query { organization(id: $id) { members(first: 1) { nodes { ${asked} } } } }`,
  Organization: (asked) => `query { organization(id: $id) { ${asked} } }`,
  OrganizationMutation: (asked) => `mutation { organization(id: $id) { ${asked} } }`,
  Project: (asked) => `query { project(reference: { byId: $projectId }) { ${asked} } }`,
  Target: (asked) => `query { target(reference: { byId: $targetId }) { ${asked} } }`,
};

/** The operation that asks for a field, with the variables that it uses. */
function operation(field: string): string {
  const [type = '', name = ''] = field.split('.');
  const text = WAYS[type]?.(ASKED[field] ?? name) ?? '';
  const declared = ['id', 'projectId', 'doomedProjectId', 'targetId', 'doomedTargetId', 'tokenId'].filter((name) =>
    new RegExp(`\\$${name}\\b`).test(text),
  );
  const variables = [
    ...declared.map((name) => `$${name}: ID!`),
    ...(text.includes('$slug') ? ['$slug: String!'] : []),
  ].join(', ');
  return variables ? text.replace(' {', ` (${variables}) {`) : text;
}

const SCOPES = /^(authenticated|requiresScopes)$/;

const sdl = subgraphSdlWithAuth();

/** Between permissions each of which is enough; the first is the one of what is asked about below. */
const OR = ' or ';

/** What a field says it needs: a permission, SIGNED_IN, or null when the way to it has asked already. */
function neededBy({ directives = [] }: FieldDefinitionNode): string | null {
  const scopes = directives.find(({ name }) => name.value === 'requiresScopes')?.arguments?.[0];
  if (scopes) return (valueFromASTUntyped(scopes.value) as string[][]).map((all) => all.join(' and ')).join(OR);
  return directives.some(({ name }) => name.value === 'authenticated') ? 'SIGNED_IN' : null;
}

const rows = parse(sdl).definitions.flatMap((definition) =>
  (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
  Object.hasOwn(WAYS, definition.name.value)
    ? (definition.fields ?? [])
        .filter(({ name }) => !name.value.startsWith('_'))
        .map((node) => ({
          type: definition.name.value,
          field: `${definition.name.value}.${node.name.value}`,
          needed: neededBy(node),
        }))
    : [],
);
const withPermission = rows.flatMap(({ field, needed }) =>
  needed === null || needed === 'SIGNED_IN' ? [] : [{ field, permission: needed }],
);

describe('the scopes in the SDL', () => {
  it('are on every field of Query and of the types that write, and on no type that no field starts from', () => {
    const entries = rows.filter(({ type }) => /^Query$|Mutation$/.test(type));
    expect(entries.filter(({ needed }) => needed === null)).toEqual([]);
    let directives = 0;
    visit(parse(sdl), { Directive: ({ name }) => void (directives += SCOPES.test(name.value) ? 1 : 0) });
    expect(rows.filter(({ needed }) => needed !== null)).toHaveLength(directives);
  });

  it('are permissions', () => {
    const known = CATALOGUE.map(({ id }): string => id);
    for (const { permission } of withPermission) for (const one of permission.split(OR)) expect(known).toContain(one);
  });

  describe('says what the resolvers do', () => {
    let latchkey: Latchkey;
    let tenant: Tenant;
    let variables: object;
    beforeAll(async () => {
      latchkey = await startLatchkey(embedded);
      tenant = await latchkey.organization();
      const { data } = await tenant.owner(`query ($id: ID!) { ${TARGET} }`, { id: tenant.projectId });
      const [{ id: targetId }, , { id: doomedTargetId }] = data.project.targets.nodes as [
        { id: string },
        object,
        { id: string },
      ];
      variables = {
        slug: tenant.slug,
        id: tenant.id,
        projectId: tenant.projectId,
        doomedProjectId: (await createProject(tenant, 'doomed')).id,
        targetId,
        doomedTargetId,
        tokenId: (await createToken(tenant)).id,
      };
    });
    afterAll(() => latchkey.close());

    /** How Latchkey refuses a field to a token with these permissions on everything, or to nobody. */
    async function refusals(field: string, permissions: readonly string[] | undefined) {
      const secret = permissions && (await createToken(tenant, { permissions })).secret;
      const { errors = [] } = await latchkey.as(secret)(operation(field), variables);
      return errors.map(({ message, extensions: { code } }) => ({ message, code }));
    }
    const WAY = ['organization:describe', 'project:describe'];
    const refused = (permission: string) => ({ message: missing(permission), code: 'UNAUTHORISED' });

    it.each(withPermission)('$field is refused without $permission, whatever else one holds', async (row) => {
      const anyOf = row.permission.split(OR);
      const rest = HELD_BY_TOKENS.filter(({ id, needs }) => ![id, ...needs].some((one) => anyOf.includes(one)));
      const ids = rest.map(({ id }) => id);
      expect(await refusals(row.field, ids)).toEqual([refused(anyOf[0] ?? '')]);
    });

    const byTokens = withPermission.filter(({ permission }) =>
      HELD_BY_TOKENS.some(({ id }) => permission.startsWith(id)),
    );
    it.each(byTokens)('$field asks for nothing beyond $permission and the way there', async (row) => {
      const [permission = ''] = row.permission.split(OR);
      const needs = CATALOGUE.find(({ id }) => id === permission)?.needs ?? [];
      const way = row.field.startsWith('Member.') ? [...WAY, 'member:describe'] : WAY;
      const permissions = new Set([permission, ...needs, ...way]);
      for (const { code } of await refusals(row.field, [...permissions])) expect(code).not.toMatch(/^(UNAUTH|GRAPHQL)/);
    });

    const others = rows.filter(({ needed }) => needed === null || needed === 'SIGNED_IN');
    it.each(others)('$field is for nobody who is not signed in', async ({ field }) => {
      expect((await refusals(field, undefined)).map(({ code }) => code)).toEqual(['UNAUTHENTICATED']);
    });

    it.each(others)('$field needs no permission beyond the way there', async ({ field }) => {
      const way = field.startsWith('Member.') ? [...WAY, 'member:describe'] : WAY;
      for (const { message, code } of await refusals(field, way)) {
        expect(message).not.toContain('Missing permission');
        expect(code).not.toMatch(/^GRAPHQL/);
      }
    });
  });
});

describe('the SDL with scopes', () => {
  it('is exported by the package as latchkey/schema.auth.graphql', () => {
    const exported = fileURLToPath(import.meta.resolve('latchkey/schema.auth.graphql'));
    expect(readFileSync(exported, 'utf8')).toBe(sdl);
  });

  it('is otherwise the one that Latchkey publishes, which says nothing of them', () => {
    const isAuth = (name: string) => /^@?(federation__)?(authenticated|requiresScopes)$/.test(name);
    const without = (text: string) =>
      print(
        visit(parse(text), {
          Directive: ({ name }) => (isAuth(name.value) ? null : undefined),
          DirectiveDefinition: ({ name }) => (isAuth(name.value) ? null : undefined),
          StringValue: ({ value }) => (isAuth(value) ? null : undefined),
        }),
      );
    expect(without(sdl)).toBe(without(subgraphSdl()));
    expect(subgraphSdl()).not.toMatch(/@(authenticated|requiresScopes)/);
  });
});
