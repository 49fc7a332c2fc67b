import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { tokenFor } from '../../src/cli/bootstrap.js';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import { update } from '../../src/storage/collection.js';
import {
  addProject,
  createToken,
  DELETE,
  granular,
  project,
  REVOKE,
  target,
  type Tree,
} from '../organization-access-tokens/fixtures/tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, member } from '../support/operations.js';
import { HIVE_WHOAMI, type Level, pairsOf, resolvedOf, whoAmI } from './questions.js';

const entry = (level: string, title: string, paths: string[], groups: Record<string, string[]>): Level => ({
  level,
  title,
  resolvedResourceIds: paths,
  resolvedPermissionGroups: Object.entries(groups).map(([group, ids]) => ({
    title: group,
    permissions: ids.map((id) => ({ isGranted: true, permission: { id } })),
  })),
});

onEveryEngine('whoAmI and resolvedResourcePermissionGroups', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let shop: Tree;
  let blog: Tree;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
    shop = await addProject(tenant, 'shop');
    blog = await addProject(tenant, 'blog');
  });
  afterAll(() => latchkey.close());

  const everyLevel = [
    'organization:describe',
    'project:describe',
    'project:modifySettings',
    'usage:report',
    'schemaVersion:publish',
    'appDeployment:create',
  ];

  /** The answer of both, which is one. */
  async function levelsOf({ id, secret }: { id: string; secret: string }, all = false): Promise<Level[]> {
    const { levels } = await whoAmI(latchkey.as(secret), all);
    expect(await resolvedOf(tenant.owner, tenant.id, id, all)).toEqual(levels);
    return levels;
  }

  it('name everything by wildcards when all is assigned', async () => {
    const token = await createToken(tenant, { permissions: everyLevel });
    const { slug } = tenant;
    expect(await levelsOf(token)).toEqual([
      entry('ORGANIZATION', 'Organization', [slug], { Organization: ['organization:describe'] }),
      entry('PROJECT', 'Project', [`${slug}/*`], { Project: ['project:describe', 'project:modifySettings'] }),
      entry('TARGET', 'Target', [`${slug}/*/*`], { 'Usage Reporting': ['usage:report'] }),
      entry('SERVICE', 'Service', [`${slug}/*/*/service/*`], { 'Schema Registry': ['schemaVersion:publish'] }),
      entry('APP_DEPLOYMENT', 'App Deployment', [`${slug}/*/*/appDeployment/*`], {
        'App Deployments': ['appDeployment:create'],
      }),
    ]);
  });

  it('name each thing assigned by its slugs, and show a permission only where it is granted', async () => {
    const resources = granular(
      project(shop.id),
      project(blog.id, target(blog.targets.production, ['users', 'orders'], ['web']), target(blog.targets.staging)),
    );
    const token = await createToken(tenant, { permissions: everyLevel, resources });
    const { slug } = tenant;
    expect(await levelsOf(token)).toEqual([
      entry('ORGANIZATION', 'Organization', [slug], { Organization: ['organization:describe'] }),
      // Of the blog it may see that it is there, and no more.
      entry('PROJECT', 'Project', [`${slug}/shop`, `${slug}/blog`], { Project: ['project:describe'] }),
      entry('PROJECT', 'Project', [`${slug}/shop`], { Project: ['project:modifySettings'] }),
      entry('TARGET', 'Target', [`${slug}/shop/*`, `${slug}/blog/staging`], { 'Usage Reporting': ['usage:report'] }),
      entry(
        'SERVICE',
        'Service',
        [
          `${slug}/shop/*/service/*`,
          `${slug}/blog/production/service/users`,
          `${slug}/blog/production/service/orders`,
          `${slug}/blog/staging/service/*`,
        ],
        { 'Schema Registry': ['schemaVersion:publish'] },
      ),
      entry(
        'APP_DEPLOYMENT',
        'App Deployment',
        [
          `${slug}/shop/*/appDeployment/*`,
          `${slug}/blog/production/appDeployment/web`,
          `${slug}/blog/staging/appDeployment/*`,
        ],
        { 'App Deployments': ['appDeployment:create'] },
      ),
    ]);
  });

  it('show every permission once with includeAll, also those that are not granted, and null for a level without any', async () => {
    const resources = granular(project(shop.id, target(shop.targets.production, ['users'], [])));
    const token = await createToken(tenant, { permissions: ['schemaVersion:publish'], resources });
    const levels = await levelsOf(token, true);
    expect(levels.map(({ level, resolvedResourceIds }) => [level, resolvedResourceIds])).toEqual([
      ['ORGANIZATION', null],
      ['PROJECT', null],
      ['TARGET', null],
      ['SERVICE', [`${tenant.slug}/shop/production/service/users`]],
      ['APP_DEPLOYMENT', null],
    ]);
    const shown = levels.flatMap((level) => level.resolvedPermissionGroups).flatMap((group) => group.permissions);
    expect(shown.map((one) => one.permission.id).sort()).toEqual(CATALOGUE.map(({ id }) => id).sort());
    expect(shown.filter((one) => one.isGranted).map((one) => one.permission.id)).toEqual(['schemaVersion:publish']);
  });

  it('show without includeAll nothing of a token that may do nothing', async () => {
    expect(await levelsOf(await createToken(tenant, { permissions: [] }))).toEqual([]);
  });

  it('show a user every organization of theirs, as their role there is', async () => {
    const other = await latchkey.organization();
    const { email } = await member(latchkey, tenant, 'GRAPH_ADMIN');
    await other.owner(
      `mutation ($input: AddMemberInput!) { addMember(input: $input) { ok { addedMember { role } } } }`,
      { input: { organization: { byId: other.id }, email, role: 'MEMBER' } },
    );
    const send = latchkey.as((await tokenFor(latchkey.services, email)).reveal());
    const pairs = pairsOf((await whoAmI(send)).levels);
    const of = (slug: string) =>
      pairs.filter((pair) => pair.split(' ')[1]?.split('/')[0] === slug).map((pair) => pair.split(' ')[0]);
    expect(of(other.slug)).toEqual(
      ['member:describe', 'organization:describe', 'personalAccessToken:modify', 'project:describe'].sort(),
    );
    expect(of(tenant.slug)).toContain('key:create');
    expect(of(tenant.slug)).toContain('schemaVersion:publish');
    expect(of(tenant.slug)).not.toContain('accessToken:modify');
    expect(of(tenant.slug).length + of(other.slug).length).toBe(pairs.length);
  });

  it('show a subgraph key its subgraphs, and an operator key everything below projects', async () => {
    const { token: subgraph } = await createKey(tenant);
    const { slug } = tenant;
    const own = pairsOf((await whoAmI(latchkey.as(subgraph))).levels);
    expect(own).toEqual([
      `organization:describe ${slug}`,
      `project:describe ${slug}/my-project`,
      `schemaCheck:create ${slug}/my-project/production/service/users`,
      `schemaVersion:publish ${slug}/my-project/production/service/users`,
    ]);
    const { data } = await tenant.owner(CREATE_KEY, {
      organizationId: tenant.id,
      name: 'An operator',
      type: 'OPERATOR',
    });
    const { title, levels } = await whoAmI(latchkey.as(data.organization.createKey.token as string));
    expect(title).toBe('An operator');
    expect(levels.map((level) => level.level)).toEqual(['TARGET', 'SERVICE', 'APP_DEPLOYMENT']);
    expect(pairsOf(levels)).toContain(`cdnAccessToken:modify ${slug}/*/*`);
  });

  it("answer the CLI's query with no string missing, to every kind of credential", async () => {
    const { token: key } = await createKey(tenant);
    const resources = granular(project(shop.id, target(shop.targets.production, [], ['web'])));
    const { secret } = await createToken(tenant, { permissions: ['appDeployment:retire'], resources });
    for (const send of [tenant.owner, latchkey.as(key), latchkey.as(secret)])
      for (const showAll of [true, false]) {
        const { data, errors } = await send(HIVE_WHOAMI, { showAll });
        expect(errors).toBeUndefined();
        for (const level of data.whoAmI.resolvedPermissions)
          for (const group of level.resolvedPermissionGroups)
            for (const { isGranted, permission } of group.permissions) {
              const printed = [data.whoAmI.title, level.level, level.title, group.title, ...Object.values(permission)];
              for (const text of printed) expect(text).toMatch(/\S/);
              expect(typeof isGranted).toBe('boolean');
            }
      }
  });

  it('lose a project or target that was deleted, with what was granted there alone', async () => {
    const resources = granular(project(shop.id), project(blog.id, target(blog.targets.production, ['users'], [])));
    const token = await createToken(tenant, {
      permissions: ['project:delete', 'project:describe', 'schemaVersion:publish'],
      resources,
    });
    const { targets, projects } = latchkey.services.collections;
    await targets.delete(blog.targets.production);
    const { slug } = tenant;
    // It was assigned nothing else in its project.
    expect(pairsOf(await levelsOf(token))).toEqual([
      `project:delete ${slug}/shop`,
      `project:describe ${slug}/shop`,
      `schemaVersion:publish ${slug}/shop/*/service/*`,
    ]);
    await projects.delete(shop.id);
    await expect(levelsOf(token)).rejects.toThrow('Invalid token provided');
  });

  it('follow the slugs as they are now', async () => {
    const resources = granular(project(shop.id, target(shop.targets.production, ['users'], [])));
    const token = await createToken(tenant, { permissions: ['schemaVersion:publish'], resources });
    const { organizations, projects, targets } = latchkey.services.collections;
    await update(projects, shop.id, (now) => ({ ...now, slug: 'store' }));
    await update(targets, shop.targets.production, (now) => ({ ...now, slug: 'live' }));
    await update(organizations, tenant.id, (now) => ({ ...now, slug: `${now.slug}-renamed` }));
    expect(pairsOf(await levelsOf(token))).toEqual([
      `schemaVersion:publish ${tenant.slug}-renamed/store/live/service/users`,
    ]);
  });

  it('tell when the credential ends', async () => {
    latchkey.clock.now = new Date('2030-02-03T04:05:06.789Z');
    const ending = await createToken(tenant, { expirationPeriod: 'ONE_WEEK' });
    const endless = await createToken(tenant);
    const ends = async ({ secret }: { secret: string }) => (await latchkey.as(secret)('{ whoAmI { expiresAt } }')).data;
    expect(await ends(ending)).toEqual({ whoAmI: { expiresAt: '2030-02-10T04:05:06.789Z' } });
    expect(await ends(endless)).toEqual({ whoAmI: { expiresAt: null } });
    latchkey.clock.now = undefined;
  });

  it('are null with Hive’s error for a caller who is not signed in, or no longer', async () => {
    const asked = async (send: Send) => {
      const { status, data, errors } = await send(HIVE_WHOAMI, { showAll: false });
      return { status, data, errors: errors?.map(({ message, extensions }) => ({ message, code: extensions.code })) };
    };
    const refused = (message: string) => ({
      status: 200,
      data: { whoAmI: null },
      errors: [{ message, code: 'UNAUTHENTICATED' }],
    });
    const revoked = await createToken(tenant);
    await tenant.owner(REVOKE, { id: revoked.id });
    const deleted = await createToken(tenant);
    await tenant.owner(DELETE, { id: deleted.id });
    expect(await asked(latchkey.as())).toEqual(refused('No access (reason: "Authorization token is missing")'));
    const altered = tenant.ownerSecret.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const secret of ['nonsense', altered, revoked.secret, deleted.secret])
      expect(await asked(latchkey.as(secret))).toEqual(refused('Invalid token provided'));
  });
});
