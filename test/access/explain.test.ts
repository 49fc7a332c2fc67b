import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokenFor } from '../../src/cli/bootstrap.js';
import {
  addProject,
  createToken,
  granular,
  project,
  REVOKE,
  target,
  type Tree,
} from '../organization-access-tokens/fixtures/tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, member } from '../support/operations.js';
import { explain, refusal } from './questions.js';

const PUBLISH = 'schemaVersion:publish';
const holds = (id: string, assignment: string) => ({
  granted: true,
  code: 'WITHIN_RESOURCES',
  reason: `The credential holds ${id}, and the resource lies within what is assigned.`,
  assignment,
});
const no = (code: string, reason: string) => ({ granted: false, code, reason, assignment: null });
const lacks = (id: string) => no('MISSING_PERMISSION', `The credential lacks ${id}.`);
const outside = (id: string) =>
  no('OUTSIDE_RESOURCES', `The credential holds ${id}, but the resource lies outside what is assigned.`);
const NO_PROJECT = no('RESOURCE_NOT_FOUND', 'The organization has no such project, or none that you may see.');
const NO_TARGET = no('RESOURCE_NOT_FOUND', 'The project has no such target, or none that you may see.');
const NOT_REACHED = no('ORGANIZATION_NOT_REACHED', 'The credential reaches no such organization.');

onEveryEngine('explainAccess', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let other: Tenant;
  let shop: Tree;
  let blog: Tree;
  let token: { id: string; secret: string };
  let itself: Send;

  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    [tenant, other] = [await latchkey.organization(), await latchkey.organization()];
    shop = await addProject(tenant, 'shop');
    blog = await addProject(tenant, 'blog');
    const { production, staging } = shop.targets;
    const resources = granular(
      project(shop.id, target(production, ['users'], []), target(staging, undefined, ['web'])),
      project(tenant.projectId),
    );
    token = await createToken(tenant, {
      permissions: [PUBLISH, 'project:describe', 'organization:describe'],
      resources,
    });
    itself = latchkey.as(token.secret);
  });
  afterAll(() => latchkey.close());

  const asOwner = (resource: string, permission = PUBLISH) =>
    explain(tenant.owner, { permission, resource, credentialId: token.id });
  const asItself = (resource: string, permission = PUBLISH) => explain(itself, { permission, resource });

  it('names the assignment that covers what is granted: a service, all of a kind, a project, the organization', async () => {
    const covering = async (resource: string) => (await asOwner(resource)).assignment;
    expect(await asOwner('shop/production/service/users')).toEqual(
      holds(PUBLISH, `${tenant.slug}/shop/production/service/users`),
    );
    expect(await covering('shop/staging/service/any-name')).toBe(`${tenant.slug}/shop/staging/service/*`);
    expect(await covering('my-project/staging')).toBe(`${tenant.slug}/my-project`);
    expect(await covering('my-project/staging/appDeployment/x')).toBe(`${tenant.slug}/my-project`);
    const everywhere = await explain(tenant.owner, { permission: PUBLISH, resource: 'shop/production/service/users' });
    expect(everywhere).toEqual(holds(PUBLISH, tenant.slug));
  });

  it('says that a permission to view also shows what lies above the resources assigned, which no assignment covers', async () => {
    const above = (id: string) => ({
      granted: true,
      code: 'APPLIES_TO_ANCESTORS',
      reason: `The credential holds ${id}, which also shows what lies above the resources assigned.`,
      assignment: null,
    });
    expect(await asItself('', 'organization:describe')).toEqual(above('organization:describe'));
    expect(await asItself('shop', 'project:describe')).toEqual(above('project:describe'));
    expect(await asItself('shop/production', 'project:describe')).toEqual(above('project:describe'));
    expect(await asItself('shop/production')).toEqual(outside(PUBLISH));
  });

  it('says which permission is missing', async () => {
    expect(await asItself('shop/production/service/users', 'schemaCheck:create')).toEqual(lacks('schemaCheck:create'));
    expect(await asOwner('', 'accessToken:modify')).toEqual(lacks('accessToken:modify'));
  });

  it('says that a resource lies outside what is assigned', async () => {
    for (const path of ['shop/production/service/orders', 'shop/production/appDeployment/web', 'shop', ''])
      expect(await asItself(path), path).toEqual(outside(PUBLISH));
    for (const path of ['blog', 'blog/production/service/users', 'shop/development'])
      expect(await asOwner(path), path).toEqual(outside(PUBLISH));
  });

  it('says that a project or target does not exist, by slug and by id, also if it belongs to another organization or project', async () => {
    const unknown = '0198c7a0-0000-7000-8000-000000000000';
    for (const path of ['nothing', unknown, other.projectId, `${other.projectId}/production`])
      expect(await asOwner(path), path).toEqual(NO_PROJECT);
    for (const path of ['shop/nothing', `shop/${unknown}`, `shop/${blog.targets.production}/service/users`])
      expect(await asOwner(path), path).toEqual(NO_TARGET);
  });

  it('answers about places beside a credential’s resources as about places that do not exist', async () => {
    expect(await asItself('blog/production', 'project:describe')).toEqual(NO_PROJECT);
    expect(await asItself(blog.id)).toEqual(await asItself('nothing'));
    expect(await asItself('shop/development', 'project:describe')).toEqual(NO_TARGET);
  });

  it('takes ids and slugs alike', async () => {
    const bySlug = await asOwner('shop/production/service/users');
    const { production } = shop.targets;
    expect(await asOwner(`${shop.id}/${production}/service/users`)).toEqual(bySlug);
    expect(await asOwner(`shop/${production}/service/users`)).toEqual(bySlug);
  });

  it('answers a credential about itself by its own id too', async () => {
    const byId = await explain(itself, { permission: PUBLISH, resource: 'my-project', credentialId: token.id });
    expect(byId).toEqual(await asItself('my-project'));
  });

  it('answers about subgraph and operator keys to callers who manage keys', async () => {
    const { id } = await createKey(tenant);
    const asked = (credentialId: string, resource: string) =>
      explain(tenant.owner, { permission: PUBLISH, resource, credentialId });
    const path = `${tenant.slug}/my-project/production/service/users`;
    expect((await asked(id, 'my-project/production/service/users')).assignment).toBe(path);
    expect(await asked(id, 'my-project/production/service/orders')).toEqual(outside(PUBLISH));
    const input = { organizationId: tenant.id, name: 'An operator', type: 'OPERATOR' };
    const operator = (await tenant.owner(CREATE_KEY, input)).data.organization.createKey.id as string;
    expect((await asked(operator, 'shop/production')).assignment).toBe(tenant.slug);
  });

  it('grants nothing to a credential that is revoked or has expired', async () => {
    const revoked = await createToken(tenant);
    await tenant.owner(REVOKE, { id: revoked.id });
    const asked = (credentialId: string) =>
      explain(tenant.owner, { permission: PUBLISH, resource: 'shop', credentialId });
    expect(await asked(revoked.id)).toEqual(no('CREDENTIAL_REVOKED', 'The credential is revoked.'));
    const short = await createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    expect((await asked(short.id)).granted).toBe(true);
    latchkey.clock.now = new Date(Date.now() + 8 * 24 * 3600 * 1000);
    expect(await asked(short.id)).toEqual(no('CREDENTIAL_EXPIRED', 'The credential has expired.'));
    latchkey.clock.now = undefined;
  });

  it('never answers about another organization than the one named', async () => {
    const named = (organization: object, send = tenant.owner, credentialId?: string) =>
      explain(send, { permission: PUBLISH, resource: '', organization, ...(credentialId ? { credentialId } : {}) });
    const own = { byId: tenant.id };
    expect((await named(own)).granted).toBe(true);
    expect((await named({ bySelector: { organizationSlug: tenant.slug } })).granted).toBe(true);
    for (const organization of [
      { byId: other.id },
      { byId: 'nothing' },
      { bySelector: { organizationSlug: other.slug } },
      { bySelector: { organizationSlug: 'nothing' } },
    ]) {
      expect(await named(organization)).toEqual(NOT_REACHED);
      expect(await named(organization, tenant.owner, token.id)).toEqual(NOT_REACHED);
    }
  });

  it('requires an organization when the credential reaches several, and answers by the role there', async () => {
    const { email } = await member(latchkey, tenant, 'GRAPH_ADMIN');
    await other.owner(
      `mutation ($input: AddMemberInput!) { addMember(input: $input) { ok { addedMember { role } } } }`,
      {
        input: { organization: { byId: other.id }, email, role: 'MEMBER' },
      },
    );
    const send = latchkey.as((await tokenFor(latchkey.services, email)).reveal());
    const question = { permission: PUBLISH, resource: 'my-project' };
    expect(await refusal(send, question)).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'The credential reaches several organizations. Name one with "organization".',
    });
    const here = await explain(send, { ...question, organization: { byId: tenant.id } });
    expect(here).toEqual(holds(PUBLISH, tenant.slug));
    expect(await explain(send, { ...question, organization: { byId: other.id } })).toEqual(lacks(PUBLISH));
  });
});
