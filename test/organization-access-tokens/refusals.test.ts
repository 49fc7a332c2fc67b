import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { onAnyEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as f from './fixtures/tokens.js';
import { cpuOf } from '../support/cpu.js';

const { ALL, addProject, createToken, granular, project, refusalOf, target } = f;

onAnyEngine('creating an access token is refused', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let tree: f.Tree;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    tree = await addProject(tenant, 'the-project');
  });
  afterAll(() => latchkey.close());

  /** Everything that can be wrong with one list of an assignment, at each of the levels that have one. */
  const levels = () => {
    const { id, targets } = tree;
    const within = (one: object) => granular({ projectId: id, targets: { mode: 'GRANULAR', targets: [one] } });
    const services = (assigned: object) => within({ ...target(targets.staging), services: assigned });
    const deployments = (assigned: object) => within({ ...target(targets.staging), appDeployments: assigned });
    return {
      projects: { wrap: (assigned: object) => assigned, list: 'projects', item: project(id) as object },
      targets: {
        wrap: (assigned: object) => granular({ projectId: id, targets: assigned }),
        list: 'targets',
        item: target(targets.staging) as object,
      },
      services: { wrap: services, list: 'services', item: { serviceName: 'users' } as object },
      appDeployments: { wrap: deployments, list: 'appDeployments', item: { appDeployment: 'web' } as object },
    };
  };
  const wrongTexts = async (fields: object) => {
    const { code, message, details } = await refusalOf(tenant, fields);
    expect({ code, message }).toEqual({ code: 'INVALID_INPUT', message: 'Invalid input provided.' });
    return details;
  };

  it.each([
    ['', 'Minimum length is 2 characters.'],
    ['a', 'Minimum length is 2 characters.'],
    [' \n a\t ', 'Minimum length is 2 characters.'],
    ['a'.repeat(101), 'Maximum length is 100 characters.'],
    ['CI/CD', 'Can only contain letters, numbers, " ", "_", and "-".'],
    ['a\nb', 'Can only contain letters, numbers, " ", "_", and "-".'],
    ['a\tb', 'Can only contain letters, numbers, " ", "_", and "-".'],
    ['Schlüssel', 'Can only contain letters, numbers, " ", "_", and "-".'],
    ['=HYPERLINK(1)', 'Can only contain letters, numbers, " ", "_", and "-".'],
  ])('with the title %j', async (title, message) => {
    expect(await wrongTexts({ title })).toEqual({ title: message, description: null });
  });

  it('with a description of more than 248 characters, and takes one of 248', async () => {
    const description = 'Maximum length is 248 characters.';
    expect(await wrongTexts({ description: 'd'.repeat(249) })).toEqual({ title: null, description });
    expect(await wrongTexts({ title: '', description: 'd'.repeat(249) })).toEqual({
      title: 'Minimum length is 2 characters.',
      description,
    });
    const { token } = await createToken(tenant, { title: 't'.repeat(100), description: 'd'.repeat(248) });
    expect(token).toMatchObject({ title: 't'.repeat(100), description: 'd'.repeat(248) });
    expect((await createToken(tenant, { title: 'ab' })).token.title).toBe('ab');
  });

  it('with a secret in its title or description, or a control character in its description', async () => {
    const secret = tenant.ownerSecret;
    const problem = 'Must not contain a secret. Leave it out, and revoke it if others could see it.';
    expect(await wrongTexts({ title: `CI ${secret}` })).toEqual({ title: problem, description: null });
    expect(await wrongTexts({ description: `of ${secret}.` })).toEqual({ title: null, description: problem });
    for (const description of ['a\nb', 'a\u202eb', '\u0000', 'a\u2029'])
      expect(await wrongTexts({ description })).toEqual({
        title: null,
        description: 'Must not contain line breaks or other control characters.',
      });
  });

  it('with an unknown permission, whose place the message tells and whose text it does not repeat', async () => {
    for (const unknown of ['schema:own', '', 'SCHEMAVERSION:PUBLISH', 'constructor', '__proto__', '*']) {
      const { code, message } = await refusalOf(tenant, { permissions: ['schemaVersion:publish', unknown] });
      expect(code).toBe('UNKNOWN_PERMISSION');
      expect(message).toBe('permissions[1] is no permission. See the available permission groups.');
    }
  });

  it.each(['organization:modifySlug', 'organization:delete'])('with %s, which no token may hold', async (held) => {
    const { code, message } = await refusalOf(tenant, { permissions: ['organization:describe', held] });
    expect(code).toBe('UNKNOWN_PERMISSION');
    expect(message).toBe('permissions[1] is for Org Admins themselves: no token holds it.');
  });

  it('with a permission listed twice', async () => {
    const permissions = ['schemaVersion:publish', 'schema:compose', 'schemaVersion:publish'];
    expect(await refusalOf(tenant, { permissions })).toMatchObject({
      code: 'DUPLICATE',
      message: 'A permission is listed twice. List each once.',
    });
  });

  it.each([
    ['member:modify', 'member:describe'],
    ['project:delete', 'project:describe'],
    ['project:modifySettings', 'project:describe'],
    ['key:modify', 'key:create'],
    ['accessAudit:modify', 'accessAudit:describe'],
  ])('with %s and without what it needs', async (id, needed) => {
    expect(await refusalOf(tenant, { permissions: ['schema:compose', id] })).toMatchObject({
      code: 'MISSING_NEEDED_PERMISSION',
      message: `${id} needs ${needed}. Add it.`,
    });
    expect((await createToken(tenant, { permissions: [id, needed] })).token.permissions).toEqual([id, needed]);
  });

  it('with a permission that would have no effect, and says why', async () => {
    const { id, targets } = tree;
    const one = (...rest: [services?: string[], appDeployments?: string[]]) =>
      granular(project(id, target(targets.staging, ...rest)));
    const cases: [string, object, RegExp][] = [
      ['accessToken:modify', granular(project(id)), /the whole organization: choose the mode ALL/],
      ['project:create', granular(project(id)), /the whole organization/],
      ['member:describe', granular(project(id)), /the whole organization/],
      ['accessAudit:describe', granular(project(id)), /the whole organization/],
      ['target:create', one(), /whole projects: choose at least one with all its targets/],
      ['schema:compose', one(['users']), /whole targets: .* all its services and app deployments/],
      ['schema:compose', one(undefined, []), /whole targets/],
      ['schemaVersion:publish', one([], undefined), /services: choose at least one/],
      ['appDeployment:create', one(undefined, []), /app deployments: choose at least one/],
    ];
    for (const [permission, resources, why] of cases) {
      const refusal = await refusalOf(tenant, { permissions: [permission], resources });
      expect([permission, refusal.code]).toEqual([permission, 'PERMISSION_WITHOUT_EFFECT']);
      expect(refusal.message).toMatch(why);
      expect(refusal.message.startsWith(`${permission} would have no effect on the chosen resources.`)).toBe(true);
    }
    // On the way to something assigned, what lets a token name where it lives does have an effect.
    const permissions = ['organization:describe', 'project:describe', 'schemaVersion:publish'];
    expect((await createToken(tenant, { permissions, resources: one(['users']) })).token.permissions).toEqual(
      permissions,
    );
  });

  it('with GRANULAR and no list, at each level, where it means nothing and never everything', async () => {
    for (const [level, { wrap, list }] of Object.entries(levels()))
      for (const none of [{}, { [list]: null }, { [list]: [] }]) {
        const permission = level === 'appDeployments' ? 'appDeployment:create' : 'schemaVersion:publish';
        const fields = { permissions: [permission], resources: wrap({ mode: 'GRANULAR', ...none }) };
        expect([level, (await refusalOf(tenant, fields)).code]).toEqual([level, 'PERMISSION_WITHOUT_EFFECT']);
        const { secret } = await createToken(tenant, { ...fields, permissions: [] });
        expect(await f.may(latchkey, tenant, secret, permission, 'the-project/staging/service/users')).toBe(false);
      }
  });

  it('with ALL and a list, at each level', async () => {
    for (const { wrap, list, item } of Object.values(levels())) {
      const refusal = await refusalOf(tenant, { permissions: [], resources: wrap({ mode: 'ALL', [list]: [item] }) });
      expect(refusal.code).toBe('MODE_TAKES_NO_LIST');
      expect(refusal.message).toMatch(
        new RegExp(`^resources\\.[\\w.[\\]]*${list}: the mode ALL takes no list. Leave it out, or choose GRANULAR.$`),
      );
      await createToken(tenant, { permissions: [], resources: wrap({ mode: 'ALL', [list]: [] }) });
    }
  });

  it('with something listed twice, at each level', async () => {
    for (const { wrap, list, item } of Object.values(levels())) {
      const resources = wrap({ mode: 'GRANULAR', [list]: [item, item] });
      const refusal = await refusalOf(tenant, { permissions: [], resources });
      expect(refusal.code).toBe('DUPLICATE');
      expect(refusal.message).toMatch(new RegExp(`${list}\\[1\\] is listed twice. List each once.$`));
    }
  });

  it('with a service or an app deployment whose name is none', async () => {
    const { services, appDeployments } = levels();
    for (const name of ['*', 'a:b', '../x', 'a/b', '', 'a'.repeat(65), 'a b', 'naïve', 'a\n', '.']) {
      const assigned = [
        services.wrap({ mode: 'GRANULAR', services: [{ serviceName: 'fine' }, { serviceName: name }] }),
        appDeployments.wrap({ mode: 'GRANULAR', appDeployments: [{ appDeployment: 'fine' }, { appDeployment: name }] }),
      ];
      for (const resources of assigned) {
        const { code, message } = await refusalOf(tenant, { permissions: [], resources });
        expect([name, code]).toEqual([name, 'INVALID_NAME']);
        expect(message).toMatch(/\[1\]: a name has 1 to 64 letters, digits, dashes and underscores\.$/);
      }
    }
    for (const name of ['a', '_', '-', 'A-1_b', 'a'.repeat(64), '__proto__', 'constructor', 'toString']) {
      const resources = granular(project(tree.id, target(tree.targets.staging, [name])));
      const { secret } = await createToken(tenant, { resources });
      const place = `the-project/staging/service/${name}`;
      expect([name, await f.may(latchkey, tenant, secret, 'schemaVersion:publish', place)]).toEqual([name, true]);
      expect(
        await f.may(latchkey, tenant, secret, 'schemaVersion:publish', 'the-project/staging/service/valueOf'),
      ).toBe(false);
    }
  });

  it('with more than 1,000 resources together, soon and however many there are', async () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);
    const of = (count: number) => granular(project(tree.id, target(tree.targets.staging, names(count), [])));
    const projects = Array.from({ length: 2500 }, () => project(randomUUID()));
    for (const resources of [granular(...projects), of(999), of(20_000)]) {
      let refusal: Awaited<ReturnType<typeof refusalOf>> | undefined;
      const took = await cpuOf(async () => (refusal = await refusalOf(tenant, { resources })));
      expect(refusal?.code).toBe('TOO_MANY_RESOURCES');
      expect(refusal?.message).toMatch(
        /^A token is assigned 1000 projects, targets, services and app deployments at most/,
      );
      expect(took).toBeLessThan(2000);
    }
    // The project and the target count as well.
    expect((await createToken(tenant, { resources: of(998) })).token.resources.projects[0].targets.mode).toBe(
      'GRANULAR',
    );
  });

  it('with a project that was deleted meanwhile', async () => {
    const { id } = await addProject(tenant, 'soon-gone');
    await createToken(tenant, { resources: granular(project(id)) });
    await latchkey.services.collections.projects.delete(id);
    expect(await refusalOf(tenant, { resources: granular(project(tree.id), project(id)) })).toMatchObject({
      code: 'PROJECT_NOT_FOUND',
      message: 'resources.projects[1]: the organization has no project with this id.',
    });
  });

  it('with a target that was deleted meanwhile', async () => {
    const { id, targets } = await addProject(tenant, 'target-gone');
    await latchkey.services.collections.targets.delete(targets.staging);
    const resources = granular(project(tree.id), project(id, target(targets.staging)));
    expect(await refusalOf(tenant, { resources })).toMatchObject({
      code: 'TARGET_NOT_FOUND',
      message: 'resources.projects[1]: the project has no target with one of these ids.',
    });
  });

  it('in an organization that is not the caller’s, exactly as in none', async () => {
    const other = await latchkey.organization();
    const nowhere = { id: randomUUID(), owner: tenant.owner };
    expect(await refusalOf({ id: other.id, owner: tenant.owner })).toEqual(await refusalOf(nowhere));
    expect((await refusalOf(nowhere)).code).toBe('ORGANIZATION_NOT_FOUND');
  });

  it('with fields that are not the caller’s to set', async () => {
    for (const field of ['id', 'createdBy', 'organizationIds', 'kind', 'slot', 'expiresAt']) {
      const { errors } = await f.requestToken(tenant, { [field]: 'x' });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('and stores nothing then', async () => {
    const { id, owner } = await latchkey.organization();
    const fresh = { id, owner };
    await refusalOf(fresh, { title: '' });
    await refusalOf(fresh, { permissions: ['no'] });
    await refusalOf(fresh, { resources: granular(project(tree.id)) });
    await refusalOf(fresh, { resources: granular() });
    const where = { organizationIds: id, family: 'ORGANIZATION_ACCESS_TOKEN', listed: true } as const;
    expect(await latchkey.store.collection(credentials).count(where)).toBe(0);
    await createToken(fresh, { resources: ALL });
    expect(await latchkey.store.collection(credentials).count(where)).toBe(1);
  });
});
