/**
 * The SDL with `@authenticated` and `@requiresScopes`, for gateways that refuse a request before it reaches Latchkey.
 * The resolvers check in any case, and more closely: a scope says what a credential holds somewhere, not where.
 */
import { type ConstDirectiveNode, type DefinitionNode, type FieldDefinitionNode, Kind, parse, print } from 'graphql';
import type { Resolvers } from '../generated/resolvers-types.js';
import type { PermissionId } from '../authorization/catalogue.js';

/**
 * What a caller needs for a field to answer: a permission, without which Latchkey refuses; SIGNED_IN where several
 * permissions lead there, or none is needed for what is one's own; null where the way to the field has asked already.
 */
export type Needed = PermissionId | 'SIGNED_IN' | null;

type Guarded = 'Query' | 'Mutation' | 'Organization' | 'OrganizationMutation' | 'Project' | 'Target';
type FieldOf<Type extends Guarded> = Exclude<
  keyof NonNullable<Resolvers[Type]>,
  `__${string}` | '_entities' | '_service'
>;

/** A new field of these types does not compile until it stands here. */
export const NEEDED: { readonly [Type in Guarded]: Readonly<Record<FieldOf<Type>, Needed>> } = {
  Query: {
    explainAccess: 'SIGNED_IN',
    me: 'SIGNED_IN',
    // Who may not see it is answered null, as if it were not there.
    organization: 'SIGNED_IN',
    project: 'SIGNED_IN',
    target: 'SIGNED_IN',
    whoAmI: 'SIGNED_IN',
  },
  Mutation: {
    addMember: 'member:modify',
    createKey: 'key:create',
    createOrganization: 'SIGNED_IN',
    createOrganizationAccessToken: 'accessToken:modify',
    createProject: 'project:create',
    deleteAccessToken: 'accessToken:modify',
    deleteOrganizationAccessToken: 'accessToken:modify',
    organization: 'SIGNED_IN',
    removeMember: 'member:modify',
    revokeAccessToken: 'accessToken:modify',
    rotateAccessToken: 'accessToken:modify',
    setAccessTokenExpiration: 'accessToken:modify',
    updateMemberRole: 'member:modify',
  },
  Organization: {
    accessToken: 'accessToken:modify',
    accessTokens: 'accessToken:modify',
    apiKey: 'key:modify',
    apiKeys: 'key:modify',
    availableOrganizationAccessTokenPermissionGroups: 'accessToken:modify',
    createdAt: null,
    id: null,
    members: 'member:describe',
    plan: null,
    projects: null,
    slug: null,
  },
  OrganizationMutation: {
    createKey: 'key:create',
    deleteKey: 'key:modify',
    renameKey: 'key:modify',
    revokeKey: 'key:modify',
    rotateKey: 'key:modify',
    setKeyExpiration: 'key:modify',
  },
  Project: { createdAt: null, id: null, organization: 'organization:describe', slug: null, targets: null, type: null },
  Target: { createdAt: null, id: null, project: null, slug: null },
};

/**
 * `sdl` with a directive on every field for which {@link NEEDED} names something.
 * @throws Error for an SDL that has no `@link` to Federation, or lacks a type or field of the table.
 */
export function withAuthDirectives(sdl: string): string {
  const left = new Set(
    Object.entries(NEEDED).flatMap(([type, row]) => Object.keys(row).map((name) => `${type}.${name}`)),
  );
  let links = 0;

  const field = (type: string, node: FieldDefinitionNode): FieldDefinitionNode => {
    left.delete(`${type}.${node.name.value}`);
    const row: Readonly<Record<string, Needed>> = NEEDED[type as Guarded];
    const needed = row[node.name.value] ?? null;
    return needed === null ? node : { ...node, directives: [...(node.directives ?? []), directiveFor(needed)] };
  };
  const definition = (node: DefinitionNode): DefinitionNode => {
    if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) {
      const directives = node.directives?.map((link) => {
        if (!print(link).includes('specs.apollo.dev/federation/')) return link;
        links += 1;
        return withImports(link);
      });
      return { ...node, ...(directives && { directives }) };
    }
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return node;
    const type = node.name.value;
    return type in NEEDED ? { ...node, fields: (node.fields ?? []).map((one) => field(type, one)) } : node;
  };

  const document = parse(sdl);
  const text = print({ ...document, definitions: document.definitions.map(definition) });
  if (links === 0) throw new Error('the SDL has no @link to Apollo Federation');
  if (left.size > 0) throw new Error(`the SDL lacks ${[...left].join(', ')}`);
  return `${text}\n`;
}

const directiveFor = (needed: NonNullable<Needed>): ConstDirectiveNode =>
  directive(needed === 'SIGNED_IN' ? '@authenticated' : `@requiresScopes(scopes: [["${needed}"]])`);

/** The link with both directives among its imports. */
const withImports = (link: ConstDirectiveNode): ConstDirectiveNode => ({
  ...link,
  arguments: (link.arguments ?? []).map((argument) =>
    argument.name.value === 'import' && argument.value.kind === Kind.LIST
      ? { ...argument, value: { ...argument.value, values: [...argument.value.values, ...IMPORTS] } }
      : argument,
  ),
});

const IMPORTS = ['@authenticated', '@requiresScopes'].map((value) => ({ kind: Kind.STRING, value }) as const);

/** A directive as it stands in SDL. */
function directive(text: string): ConstDirectiveNode {
  const [scalar] = parse(`scalar S ${text}`).definitions;
  const [found] = (scalar?.kind === Kind.SCALAR_TYPE_DEFINITION ? scalar.directives : undefined) ?? [];
  if (!found) throw new Error('this is no directive');
  return found;
}
