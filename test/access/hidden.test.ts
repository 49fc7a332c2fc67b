/** Whoever may not see a project learns nothing of it, from any field, that they would not learn of one that is gone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import * as f from '../organization-access-tokens/fixtures/tokens.js';
import { PROJECT, TARGET } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, CREATE_KEY_CARD, subgraphKey } from '../support/operations.js';
import { EXPLAIN } from './questions.js';

/** A project, and what is assigned to it alone. */
interface Thing {
  readonly project: f.Tree;
  readonly tokenId: string;
  readonly keyId: string;
}

const KEY = 'query ($o: ID!, $id: ID!) { organization(id: $o) { apiKey(keyId: $id) { id resources { resourceId } } } }';
const ASSIGNED = `query ($o: ID!, $id: ID!) { organization(id: $o) { accessToken(id: $id) { ...Assigned } } } ${f.ASSIGNED}`;
const RESOLVED = `query ($o: ID!, $id: ID!) { organization(id: $o) { accessToken(id: $id) {
  id resolvedResourcePermissionGroups(includeAll: true) {
    resolvedResourceIds resolvedPermissionGroups { permissions { isGranted permission { id } } }
  } } } }`;
const ENTITIES = `query ($them: [_Any!]!) {
  _entities(representations: $them) { __typename ... on Project { id slug } ... on Target { id slug } } }`;
const LISTED = 'query ($o: ID!) { organization(id: $o) { projects { nodes { id slug targets { nodes { id } } } } } }';

type Ask = (send: Send, thing: Thing, tenant: Tenant) => Promise<Answer>;

/** Asks about every permission at one place; of the credential `about`, or of the caller. */
const explained = (resource: (tree: f.Tree) => string, about?: 'tokenId' | 'keyId'): [string, Ask] => [
  `explainAccess, at ${resource({ id: 'id', slug: 'slug', targets: TARGETS })}, of ${about ?? 'itself'}`,
  (send, thing) => {
    const credential = about ? `, credentialId: "${thing[about]}"` : '';
    const fields = CATALOGUE.map(
      ({ id }, index) =>
        `q${index}: explainAccess(permission: "${id}", resource: "${resource(thing.project)}"${credential}) { granted code reason assignment }`,
    );
    return send(`{ ${fields.join(' ')} }`);
  },
];
const TARGETS = { development: 'id', staging: 'id', production: 'id' };

const assigning = (project: object): object => ({ permissions: [], resources: f.granular(project) });

/** Every field that answers something about a project or target. */
const FIELDS: readonly [string, Ask][] = [
  ['project, by id', (send, { project }) => send(PROJECT, { reference: { byId: project.id } })],
  [
    'project, by slug',
    (send, { project }, { slug }) =>
      send(PROJECT, { reference: { bySelector: { organizationSlug: slug, projectSlug: project.slug } } }),
  ],
  ['target, by id', (send, { project }) => send(TARGET, { reference: { byId: project.targets.staging } })],
  [
    'target, by slug',
    (send, { project }, { slug: organizationSlug }) =>
      send(TARGET, {
        reference: { bySelector: { organizationSlug, projectSlug: project.slug, targetSlug: 'staging' } },
      }),
  ],
  [
    '_entities',
    (send, { project }, { slug }) =>
      send(ENTITIES, {
        them: [
          { __typename: 'Project', id: project.id },
          { __typename: 'Target', id: project.targets.staging },
          { __typename: 'Project', slug: project.slug, organization: { slug } },
          { __typename: 'Target', slug: 'staging', project: { slug: project.slug, organization: { slug } } },
        ],
      }),
  ],
  ['Organization.projects', (send, _, { id }) => send(LISTED, { o: id })],
  ['accessToken.resources', (send, { tokenId }, { id }) => send(ASSIGNED, { o: id, id: tokenId })],
  [
    'accessToken.resolvedResourcePermissionGroups',
    (send, { tokenId }, { id }) => send(RESOLVED, { o: id, id: tokenId }),
  ],
  ['apiKey.resources', (send, { keyId }, { id }) => send(KEY, { o: id, id: keyId })],
  [
    'createOrganizationAccessToken, a project',
    (send, { project }, tenant) => f.requestToken(tenant, assigning(f.project(project.id)), send),
  ],
  [
    'createOrganizationAccessToken, a target',
    (send, { project }, tenant) =>
      f.requestToken(tenant, assigning(f.project(project.id, f.target(project.targets.staging))), send),
  ],
  ...(['id', 'slug'] as const).flatMap((by): [string, Ask][] => {
    const subgraph = ({ project }: Thing) => [{ graphId: project[by], variantName: 'staging', subgraphName: 'users' }];
    return [
      [
        `organization.createKey, by ${by}`,
        (send, thing, tenant) => send(CREATE_KEY, subgraphKey(tenant, 'A key', subgraph(thing))),
      ],
      [
        `createKey, by ${by}`,
        (send, thing, tenant) => send(CREATE_KEY_CARD, { input: subgraphKey(tenant, 'A key', subgraph(thing)) }),
      ],
    ];
  }),
  explained(({ slug }) => slug),
  explained(({ id }) => id),
  explained(({ slug }) => `${slug}/staging`),
  explained(({ id, targets }) => `${id}/${targets.staging}/service/users`),
  explained(({ slug }) => `${slug}/production/appDeployment/web`),
  explained(({ slug }) => slug, 'tokenId'),
  explained(({ slug }) => `${slug}/staging/service/users`, 'tokenId'),
  explained(({ slug }) => `${slug}/staging/service/users`, 'keyId'),
];

onEveryEngine('a project that somebody may not see', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let there: Thing;
  let gone: Thing;
  let callers: Record<string, Send>;

  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    const thing = async (slug: string): Promise<Thing> => {
      const project = await f.addProject(tenant, slug);
      const resources = f.granular(f.project(project.id, f.target(project.targets.staging, ['users'], [])));
      const permissions = ['schemaVersion:publish', 'project:describe'];
      const { id: tokenId } = await f.createToken(tenant, { permissions, resources });
      const subgraphs = [{ graphId: slug, variantName: 'staging', subgraphName: 'users' }];
      const { data } = await tenant.owner(CREATE_KEY, subgraphKey(tenant, 'A key', subgraphs));
      return { project, tokenId, keyId: data.organization.createKey.id as string };
    };
    [there, gone] = [await thing('hidden'), await thing('removed')];
    const { projects, targets } = latchkey.services.collections;
    await projects.delete(gone.project.id);
    for (const id of Object.values(gone.project.targets)) await targets.delete(id);
    const holding = async (permissions: string[], resources: object = f.ALL) =>
      latchkey.as((await f.createToken(tenant, { permissions, resources })).secret);
    const seeing = ['organization:describe', 'project:describe'];
    callers = {
      'who manages tokens': await holding(['organization:describe', 'accessToken:modify']),
      'who manages keys': await holding(['organization:describe', 'key:create', 'key:modify']),
      'who holds everything but project:describe': await holding(
        CATALOGUE.filter(({ forUsersOnly }) => !forUsersOnly)
          .filter(({ id, needs }) => ![id, ...needs].includes('project:describe'))
          .map(({ id }) => id),
      ),
      'who publishes everywhere': await holding(['organization:describe', 'schemaVersion:publish']),
      'who is assigned another project': await holding(
        [...seeing, 'schemaVersion:publish'],
        f.granular(f.project(tenant.projectId)),
      ),
    };
  });
  afterAll(() => latchkey.close());

  /** An answer with the names of what it was asked about taken out; of several fields that fail alike, any one. */
  const shown = ({ status, data, errors }: Answer, { project, tokenId, keyId }: Thing): string => {
    const problems = new Set(errors?.map(({ message, extensions }) => JSON.stringify({ message, extensions })));
    return [project.id, ...Object.values(project.targets), tokenId, keyId].reduce(
      (text, id, index) => text.replaceAll(id, `<${index}>`),
      JSON.stringify({ status, data: data as unknown, errors: [...problems].sort() }),
    );
  };

  describe.each(FIELDS)('through %s', (_, ask) => {
    it('is answered like a deleted one, and is not named', async () => {
      for (const [who, send] of Object.entries(callers)) {
        const answer = await ask(send, there, tenant);
        expect(shown(answer, there), who).toBe(shown(await ask(send, gone, tenant), gone));
        expect(shown(answer, there), who).not.toMatch(/hidden|INTERNAL_SERVER_ERROR/);
      }
    });
  });

  it('is shown, through each of them, to who may see it', async () => {
    const named = async (ask: Ask) => JSON.stringify((await ask(tenant.owner, there, tenant)).data);
    const fields = FIELDS.filter(([field]) => !/create|explain/.test(field));
    for (const [field, ask] of fields) expect(await named(ask), field).toMatch(/hidden|staging/);
  });

  it('is distinguished from a deleted one for a caller who may see it', async () => {
    const question = { permission: 'schemaVersion:publish', resource: 'hidden' };
    expect((await tenant.owner(EXPLAIN, question)).data.explainAccess.granted).toBe(true);
    for (const resource of ['removed', randomUUID()])
      expect((await tenant.owner(EXPLAIN, { ...question, resource })).data.explainAccess.granted).toBe(false);
  });
});
