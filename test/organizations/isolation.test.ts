import { randomUUID } from 'node:crypto';
import { getNamedType, GraphQLID, isInputObjectType, isObjectType } from 'graphql';
import { validate as isUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { createSubgraph } from '../../src/subgraph.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, CREATE_KEY_CARD, createKey, member } from '../support/operations.js';
import {
  ADD_MEMBER,
  createProject,
  CREATE_PROJECT,
  operatorKey,
  ORGANIZATION,
  PROJECT,
  REMOVE_MEMBER,
  TARGET,
  UPDATE_MEMBER_ROLE,
} from './operations.js';

/** What there is in the organization whose things are tried from another. */
interface Foreign {
  readonly organization: Tenant;
  readonly project: { id: string; slug: string };
  readonly target: { id: string; slug: string };
  readonly keyId: string;
}

/** One way to name something: where, what names it, and what is sent for it; `own` is whose caller asks. */
interface Way {
  readonly argument: string;
  readonly query: string;
  readonly foreign: (foreign: Foreign) => string;
  readonly variables: (value: string, own: Tenant) => object;
}

const organizationId = ({ organization }: Foreign) => organization.id;
const organizationSlug = ({ organization }: Foreign) => organization.slug;
const onKey = (field: string) => `mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { ${field} } }`;
const key = (subgraph: object, { id }: Tenant) => ({
  organizationId: id,
  name: 'A key',
  type: 'SUBGRAPH',
  resources: { subgraphs: [subgraph] },
});

const KEY_WAYS: readonly Way[] = [
  [
    'Organization.apiKey.keyId',
    'query ($id: ID!, $keyId: ID!) { organization(id: $id) { apiKey(keyId: $keyId) { id } } }',
  ],
  ['OrganizationMutation.deleteKey.keyId', onKey('deleteKey(keyId: $keyId)')],
  ['OrganizationMutation.revokeKey.keyId', onKey('revokeKey(keyId: $keyId)')],
  ['OrganizationMutation.renameKey.keyId', onKey('renameKey(keyId: $keyId, name: "Mine") { id }')],
  ['OrganizationMutation.rotateKey.keyId', onKey('rotateKey(keyId: $keyId) { id token }')],
  [
    'OrganizationMutation.setKeyExpiration.keyId',
    onKey('setKeyExpiration(keyId: $keyId, expiration: "2100-01-01T00:00:00Z") { id }'),
  ],
].map(([argument = '', query = '']) => ({
  argument,
  query,
  foreign: ({ keyId }) => keyId,
  variables: (keyId, { id }) => ({ id, keyId }),
}));

/** The operations that take an organization's reference, with both of its forms. */
const REFERENCE_WAYS: readonly Way[] = [
  [ORGANIZATION, (reference: object) => ({ reference })] as const,
  [CREATE_PROJECT, (organization: object) => ({ input: { organization, slug: 'made', type: 'SINGLE' } })] as const,
  [ADD_MEMBER, (organization: object) => ({ input: { organization, email: 'a@b.io', role: 'MEMBER' } })] as const,
  [
    UPDATE_MEMBER_ROLE,
    (organization: object) => ({ input: { organization, email: 'a@b.io', role: 'MEMBER' } }),
  ] as const,
  [REMOVE_MEMBER, (organization: object) => ({ input: { organization, email: 'a@b.io' } })] as const,
].flatMap(([query, variables]) => [
  {
    argument: 'OrganizationReferenceInput.byId',
    query,
    foreign: organizationId,
    variables: (byId) => variables({ byId }),
  },
  {
    argument: 'OrganizationSelectorInput.organizationSlug',
    query,
    foreign: organizationSlug,
    variables: (slug) => variables({ bySelector: { organizationSlug: slug } }),
  },
]);

const inTarget = { projectSlug: 'only-there', targetSlug: 'production' };
const WAYS: readonly Way[] = [
  ...REFERENCE_WAYS,
  ...KEY_WAYS,
  { argument: 'Query.organization.id', query: ORGANIZATION, foreign: organizationId, variables: (id) => ({ id }) },
  { argument: 'Query.organization.id', query: ORGANIZATION, foreign: organizationSlug, variables: (id) => ({ id }) },
  ...[organizationId, organizationSlug].flatMap((foreign): Way[] => [
    {
      argument: 'Mutation.organization.id',
      query: CREATE_KEY,
      foreign,
      variables: (id) => ({ organizationId: id, name: 'A key', type: 'OPERATOR' }),
    },
    {
      argument: 'CreateKeyInput.organizationId',
      query: CREATE_KEY_CARD,
      foreign,
      variables: (id) => ({ input: { organizationId: id, name: 'A key', type: 'OPERATOR' } }),
    },
  ]),
  {
    argument: 'ProjectReferenceInput.byId',
    query: PROJECT,
    foreign: ({ project }) => project.id,
    variables: (byId) => ({ reference: { byId } }),
  },
  {
    argument: 'ProjectSelectorInput.organizationSlug',
    query: PROJECT,
    foreign: organizationSlug,
    variables: (slug) => ({ reference: { bySelector: { organizationSlug: slug, projectSlug: 'only-there' } } }),
  },
  {
    argument: 'ProjectSelectorInput.projectSlug',
    query: PROJECT,
    foreign: ({ project }) => project.slug,
    variables: (projectSlug, { slug }) => ({ reference: { bySelector: { organizationSlug: slug, projectSlug } } }),
  },
  {
    argument: 'TargetReferenceInput.byId',
    query: TARGET,
    foreign: ({ target }) => target.id,
    variables: (byId) => ({ reference: { byId } }),
  },
  {
    argument: 'TargetSelectorInput.organizationSlug',
    query: TARGET,
    foreign: organizationSlug,
    variables: (slug) => ({ reference: { bySelector: { ...inTarget, organizationSlug: slug } } }),
  },
  {
    argument: 'TargetSelectorInput.projectSlug',
    query: TARGET,
    foreign: ({ project }) => project.slug,
    variables: (projectSlug, { slug }) => ({
      reference: { bySelector: { ...inTarget, organizationSlug: slug, projectSlug } },
    }),
  },
  {
    argument: 'TargetSelectorInput.targetSlug',
    query: TARGET,
    foreign: ({ target }) => target.id,
    variables: (targetSlug, { slug }) => ({
      reference: { bySelector: { organizationSlug: slug, projectSlug: 'my-project', targetSlug } },
    }),
  },
  ...[({ project }: Foreign) => project.id, ({ project }: Foreign) => project.slug].map((foreign): Way => ({
    argument: 'SubgraphIdentifierInput.graphId',
    query: CREATE_KEY,
    foreign,
    variables: (graphId, own) => key({ graphId, variantName: 'production', subgraphName: 'users' }, own),
  })),
  {
    argument: 'SubgraphIdentifierInput.variantName',
    query: CREATE_KEY,
    foreign: ({ target }) => target.id,
    variables: (variantName, own) => key({ graphId: 'my-project', variantName, subgraphName: 'users' }, own),
  },
];

const shown = ({ status, data, errors }: Answer) => JSON.stringify({ status, data: data as unknown, errors });

onEveryEngine('what belongs to another organization', (engine) => {
  let latchkey: Latchkey;
  let own: Tenant;
  let foreign: Foreign;
  let callers: Record<string, Send>;
  const stored = () =>
    Promise.all([
      latchkey.services.rows.organizations.get(foreign.organization.id),
      latchkey.services.rows.projects.count({ organizationId: foreign.organization.id }),
      latchkey.store.collection(credentials).get(foreign.keyId),
    ]);
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    own = await latchkey.organization();
    const organization = await latchkey.organization();
    const project = await createProject(organization, 'only-there');
    foreign = {
      organization,
      project: { id: project.id, slug: 'only-there' },
      target: project.targets[2] ?? { id: '', slug: '' },
      keyId: (await createKey(organization)).id,
    };
    callers = {
      'an Org Admin': own.owner,
      'a Graph Admin': (await member(latchkey, own, 'GRAPH_ADMIN')).send,
      'a member': (await member(latchkey, own, 'MEMBER')).send,
      'a subgraph key': latchkey.as((await createKey(own)).token),
      'an operator key': latchkey.as(await operatorKey(own)),
      nobody: latchkey.as(),
    };
  });
  afterAll(() => latchkey.close());

  describe.each([...new Set(WAYS.map(({ argument }) => argument))])('through %s', (argument) => {
    it('answers as what does not exist, to everybody', async () => {
      for (const way of WAYS.filter((one) => one.argument === argument))
        for (const [who, send] of Object.entries(callers)) {
          const ask = async (value: string) => send(way.query, way.variables(value, own));
          const value = way.foreign(foreign);
          const there = await ask(value);
          const nothing = await ask(isUuid(value) ? randomUUID() : 'no-such-thing');
          expect(shown(there), who).toBe(shown(nothing));
          expect(shown(there)).not.toContain('INTERNAL_SERVER_ERROR');
          // Nobody of another organization is told anything but that.
          for (const told of [foreign.organization.id, foreign.organization.slug, foreign.project.id, foreign.keyId])
            expect(shown(there)).not.toContain(told);
        }
    });
  });

  it('is where it was, after all of these', async () => {
    const before = await stored();
    for (const { query, foreign: value, variables } of WAYS) await own.owner(query, variables(value(foreign), own));
    expect(await stored()).toEqual(before);
  });

  it('is there for its own Org Admin', async () => {
    const seen = await foreign.organization.owner(TARGET, { reference: { byId: foreign.target.id } });
    expect(seen.data).toMatchObject({ target: { id: foreign.target.id, project: { id: foreign.project.id } } });
  });

  it('a target of another project of the same organization is no target of this one', async () => {
    const { id: sibling, targets } = await createProject(own, 'sibling');
    const ask = (variantName: string | undefined) =>
      own.owner(CREATE_KEY, key({ graphId: 'my-project', variantName, subgraphName: 'users' }, own));
    const answer = await ask(targets[0]?.id);
    expect(shown(answer)).toBe(shown(await ask(randomUUID())));
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const both = key({ graphId: sibling, variantName: targets[0]?.id, subgraphName: 'users' }, own);
    expect((await own.owner(CREATE_KEY, both)).errors).toBeUndefined();
  });
});

it('every argument that names something by id or slug is in the matrix', () => {
  const names = (name: string, type: unknown) => type === GraphQLID || /(Id|Slug|variantName)$/.test(name);
  const found = Object.values(createSubgraph().getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type))
      return Object.values(type.getFields())
        .filter((field) => names(field.name, getNamedType(field.type)))
        .map((field) => `${type.name}.${field.name}`);
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter((argument) => names(argument.name, getNamedType(argument.type)))
        .map((argument) => `${type.name}.${field.name}.${argument.name}`),
    );
  });
  // Gateways are not supported: whatever names one is refused.
  const known = [...WAYS.map(({ argument }) => argument), 'GatewayIdentifierInput.gatewayId'];
  expect([...new Set(found)].sort()).toEqual([...new Set(known)].sort());
});
