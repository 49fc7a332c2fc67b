import { afterAll, beforeAll, expect, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { update } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { Watched } from '../support/watched.js';
import * as f from './fixtures/tokens.js';

const { addProject, createToken, granular, may, project, read, target } = f;

onEveryEngine('the resources of an access token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  const watched = new Watched();
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: watched.wrap });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const EVERYTHING = ['schemaVersion:publish', 'appDeployment:create'];
  const publishes = (secret: string, path: string) => may(latchkey, tenant, secret, 'schemaVersion:publish', path);
  const deploys = (secret: string, path: string) => may(latchkey, tenant, secret, 'appDeployment:create', path);

  it('are everything with ALL, projects of later days too, and answer no list', async () => {
    const { id, secret } = await createToken(tenant, { resources: { mode: 'ALL' } });
    expect((await read(tenant, id)).resources).toEqual({ mode: 'ALL', projects: null });
    const later = await addProject(tenant, 'later-project');
    expect(await publishes(secret, `${later.slug}/staging/service/any`)).toBe(true);
  });

  it('are whole projects, answered live', async () => {
    const [one, two, not] = [
      await addProject(tenant, 'whole-1'),
      await addProject(tenant, 'whole-2'),
      await addProject(tenant, 'whole-not'),
    ];
    const { id, secret } = await createToken(tenant, { resources: granular(project(two.id), project(one.id)) });
    expect((await read(tenant, id)).resources).toEqual({
      mode: 'GRANULAR',
      projects: [two, one].map((tree) => ({
        projectId: tree.id,
        project: { id: tree.id, slug: tree.slug },
        targets: { mode: 'ALL', targets: null },
      })),
    });
    expect(await publishes(secret, 'whole-1/staging/service/a')).toBe(true);
    expect(await publishes(secret, 'whole-2/production/service/b')).toBe(true);
    expect(await publishes(secret, `${not.slug}/staging/service/a`)).toBe(false);
  });

  it('are single targets of single projects, with all that is in them', async () => {
    const { id: projectId, slug, targets } = await addProject(tenant, 'single-targets');
    const { id, secret } = await createToken(tenant, {
      permissions: EVERYTHING,
      resources: granular(project(projectId, target(targets.staging), target(targets.production))),
    });
    expect((await read(tenant, id)).resources.projects[0].targets).toEqual({
      mode: 'GRANULAR',
      targets: (['staging', 'production'] as const).map((name) => ({
        targetId: targets[name],
        target: { id: targets[name], slug: name },
        services: { mode: 'ALL', services: null },
        appDeployments: { mode: 'ALL', appDeployments: null },
      })),
    });
    expect(await publishes(secret, `${slug}/staging/service/a`)).toBe(true);
    expect(await deploys(secret, `${slug}/production/appDeployment/web`)).toBe(true);
    expect(await publishes(secret, `${slug}/development/service/a`)).toBe(false);
  });

  it('are single services and app deployments, by name, of the one kind or the other', async () => {
    const { id: projectId, slug, targets } = await addProject(tenant, 'single-names');
    const assigned = [
      target(targets.staging, ['users', 'orders'], ['web']),
      target(targets.production, ['users'], []),
      target(targets.development, undefined, ['web']),
    ];
    const { id, secret } = await createToken(tenant, {
      permissions: EVERYTHING,
      resources: granular(project(projectId, ...assigned)),
    });
    const answered = (await read(tenant, id)).resources.projects[0].targets.targets;
    expect(answered).toMatchObject([
      {
        targetId: targets.staging,
        services: { mode: 'GRANULAR', services: ['users', 'orders'] },
        appDeployments: { mode: 'GRANULAR', appDeployments: ['web'] },
      },
      {
        targetId: targets.production,
        services: { mode: 'GRANULAR', services: ['users'] },
        appDeployments: { mode: 'GRANULAR', appDeployments: [] },
      },
      {
        targetId: targets.development,
        services: { mode: 'ALL', services: null },
        appDeployments: { mode: 'GRANULAR', appDeployments: ['web'] },
      },
    ]);
    const granted = {
      'staging/service/users': true,
      'staging/service/orders': true,
      'staging/service/web': false,
      'staging/service/Users': false,
      'staging/appDeployment/web': true,
      'staging/appDeployment/users': false,
      'production/service/users': true,
      'production/service/orders': false,
      'production/appDeployment/web': false,
      'development/service/anything': true,
      'development/appDeployment/web': true,
      'development/appDeployment/ios': false,
    };
    for (const [path, expected] of Object.entries(granted)) {
      const ask = path.includes('/service/') ? publishes : deploys;
      expect([path, await ask(secret, `${slug}/${path}`)]).toEqual([path, expected]);
    }
  });

  it('are stored by id', async () => {
    const { id: projectId, targets } = await addProject(tenant, 'stored-by-id');
    const { id } = await createToken(tenant, {
      resources: granular(project(projectId, target(targets.staging, ['users'], []))),
    });
    const stored = await latchkey.store.collection(credentials).get(id);
    expect(stored?.resources).toEqual({
      mode: 'GRANULAR',
      projects: [
        {
          projectId,
          targets: {
            mode: 'GRANULAR',
            targets: [
              {
                targetId: targets.staging,
                services: { mode: 'GRANULAR', names: ['users'] },
                appDeployments: { mode: 'GRANULAR', names: [] },
              },
            ],
          },
        },
      ],
    });
  });

  it('answer with the present slugs', async () => {
    const { id: projectId } = await addProject(tenant, 'old-slug');
    const { id, secret } = await createToken(tenant, { resources: granular(project(projectId)) });
    await update(latchkey.services.collections.projects, projectId, (row) => ({ ...row, slug: 'new-slug' }));
    expect((await read(tenant, id)).resources.projects[0].project.slug).toBe('new-slug');
    expect(await publishes(secret, 'new-slug/staging/service/a')).toBe(true);
  });

  it('lose a deleted project: it is answered no more, and gives no power, nor does a new one of its slug', async () => {
    const gone = await addProject(tenant, 'recreated');
    const kept = await addProject(tenant, 'kept');
    const { id, secret } = await createToken(tenant, {
      permissions: ['schemaVersion:publish', 'project:describe', 'organization:describe'],
      resources: granular(project(gone.id), project(kept.id)),
    });
    await latchkey.services.collections.projects.delete(gone.id);
    const sees = async (reference: object) =>
      (
        await latchkey.as(secret)(
          'query ($reference: ProjectReferenceInput!) { project(reference: $reference) { id } }',
          { reference },
        )
      ).data.project;
    const expectPowerless = async () => {
      const { projects } = (await read(tenant, id)).resources;
      expect(projects.map((one: { projectId: string }) => one.projectId)).toEqual([kept.id]);
      for (const path of ['recreated', gone.id].map((one) => `${one}/staging/service/a`))
        expect(await publishes(secret, path)).toBe(false);
      expect(await sees({ byId: gone.id })).toBeNull();
      expect(await sees({ bySelector: { organizationSlug: tenant.slug, projectSlug: 'recreated' } })).toBeNull();
    };
    await expectPowerless();
    const again = await addProject(tenant, 'recreated');
    await expectPowerless();
    expect(await publishes(secret, `${again.id}/staging/service/a`)).toBe(false);
    expect(await sees({ byId: again.id })).toBeNull();
    expect(await publishes(secret, 'kept/staging/service/a')).toBe(true);
  });

  it('lose a deleted target, and win none of its slug', async () => {
    const { id: projectId, slug, targets } = await addProject(tenant, 'retargeted');
    const { id, secret } = await createToken(tenant, {
      resources: granular(project(projectId, target(targets.staging), target(targets.production))),
    });
    const { targets: rows } = latchkey.services.collections;
    const row = await rows.get(targets.staging);
    await rows.delete(targets.staging);
    expect(await publishes(secret, `${slug}/staging/service/a`)).toBe(false);
    if (row) await rows.insert({ ...row, id: crypto.randomUUID() });
    expect(await publishes(secret, `${slug}/staging/service/a`)).toBe(false);
    expect(await publishes(secret, `${slug}/production/service/a`)).toBe(true);
    const answered = (await read(tenant, id)).resources.projects[0].targets;
    expect(answered).toMatchObject({ mode: 'GRANULAR', targets: [{ targetId: targets.production }] });
  });

  it('stay a list when everything in it is gone: nothing, not everything', async () => {
    const gone = await addProject(tenant, 'all-gone');
    const { id, secret } = await createToken(tenant, { resources: granular(project(gone.id)) });
    await latchkey.services.collections.projects.delete(gone.id);
    expect((await read(tenant, id)).resources).toEqual({ mode: 'GRANULAR', projects: [] });
    expect(await f.introspect(latchkey, tenant, secret)).toEqual({ active: false });
  });

  it('are answered for a whole page in one read of projects and one of targets', async () => {
    const own = await latchkey.organization();
    for (let index = 0; index < 5; index++) {
      const { id, targets } = await addProject(own, `batched-${index}`);
      await createToken(own, { resources: granular(project(id, target(targets.staging)), project(own.projectId)) });
    }
    const list = `query ($id: ID!) {
      organization(id: $id) { accessTokens(first: 5) { edges { node { ...Assigned } } } }
    } ${f.ASSIGNED}`;
    // What is copied in the background reads, too.
    await latchkey.services.relay.drain();
    const reads = await watched.readsOf(async () => {
      const { data } = await own.owner(list, { id: own.id });
      expect(data.organization.accessTokens.edges).toHaveLength(5);
    });
    expect(reads.filter((one) => /^(projects|targets)\./.test(one)).sort()).toEqual([
      'projects.getMany',
      'targets.getMany',
    ]);
  });
});
