import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CATALOGUE, type PermissionId } from '../../src/authorization/catalogue.js';
import type { Names, Resources } from '../../src/authorization/resources.js';
import { addProject, createToken, refusalOf } from '../organization-access-tokens/fixtures/tokens.js';
import { onAnyEngine, runs } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import {
  assignmentFor,
  isYes,
  pathsOver,
  permissionSets,
  resourcesOver,
  shownPlaces,
  type Token,
  type Tree,
  verdict,
} from './model.js';
import { explainAll, introspectAll, pairsOf, resolvedOf, whoAmI } from './questions.js';

/** An assignment of the model as the API takes it. */
function inputOf(resources: Resources): object {
  if (resources.mode === 'ALL') return resources;
  const named = (names: Names, list: string, key: string) =>
    names.mode === 'ALL' ? names : { mode: names.mode, [list]: names.names.map((name) => ({ [key]: name })) };
  const projects = resources.projects.map(({ projectId, targets }) => ({
    projectId,
    targets:
      targets.mode === 'ALL'
        ? targets
        : {
            mode: targets.mode,
            targets: targets.targets.map(({ targetId, services, appDeployments }) => ({
              targetId,
              services: named(services, 'services', 'serviceName'),
              appDeployments: named(appDeployments, 'appDeployments', 'appDeployment'),
            })),
          },
  }));
  return { mode: resources.mode, projects };
}

onAnyEngine('What a token may do', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let tree: Tree;
  const slugs = new Map<string, string>([['*', '*']]);

  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    const projects = [await addProject(tenant, 'shop'), await addProject(tenant, 'blog')];
    const targets = latchkey.services.collections.targets;
    // Trees with different numbers of targets: one project has one, the other three.
    for (const id of Object.values(projects[1]?.targets ?? {}).slice(1)) await targets.delete(id);
    const kept = projects.map(
      (one, index) => [one.id, Object.values(one.targets).slice(0, index === 1 ? 1 : 3)] as const,
    );
    tree = new Map(kept);
    for (const { id, slug, targets: all } of projects) {
      slugs.set(id, slug);
      for (const [target, targetId] of Object.entries(all)) slugs.set(targetId, target);
    }
  });
  afterAll(() => latchkey.close());

  /** A path of ids with slugs in their place. */
  const named = (path: string): string =>
    path
      .split('/')
      .map((part, index) => (index < 2 ? (slugs.get(part) ?? part) : part))
      .join('/');
  const below = (path: string): string => [tenant.slug, ...(path === '' ? [] : [named(path)])].join('/');

  /** A token with these permissions, after those without effect were refused. */
  async function issue({ permissions, resources }: Token) {
    const everywhere = (id: PermissionId) => shownPlaces(tree, { permissions, resources }, id);
    const effective = new Set([...permissions].filter((id) => everywhere(id).length > 0));
    const fields = { resources: inputOf(resources) };
    if (effective.size < permissions.size) {
      const { code } = await refusalOf(tenant, { ...fields, permissions: [...permissions] });
      expect(code).toBe('PERMISSION_WITHOUT_EFFECT');
    }
    const created = await createToken(tenant, { ...fields, permissions: [...effective] });
    return { ...created, model: { permissions: effective, resources } };
  }

  it('is the same in every answer, and as the rules say, for any assignment, permissions and questions', async () => {
    const questions = fc.array(
      fc.record({
        permission: fc.constantFrom(...CATALOGUE.map(({ id }) => id)),
        path: fc.constantFrom(...pathsOver(tree)),
        bySlug: fc.boolean(),
      }),
      { minLength: 5, maxLength: 5 },
    );
    const tokens = fc.record({ permissions: permissionSets, resources: resourcesOver(tree) });
    await fc.assert(
      fc.asyncProperty(tokens, questions, async (wanted, asked) => {
        const { id, secret, model } = await issue(wanted);
        const send = latchkey.as(secret);

        const pairs = [...model.permissions].flatMap((held) =>
          shownPlaces(tree, model, held).map((path) => `${held} ${below(path)}`),
        );
        const { levels } = await whoAmI(send);
        expect(pairsOf(levels)).toEqual(pairs.sort());
        expect(await resolvedOf(tenant.owner, tenant.id, id)).toEqual(levels);
        const everything = await whoAmI(send, true);
        expect(pairsOf(everything.levels)).toEqual(pairs);

        const requests = asked.map(({ permission, path, bySlug }) => ({
          permission,
          resource: bySlug ? named(path) : path,
        }));
        const introspected = await introspectAll(latchkey, tenant.ownerSecret, secret, requests);
        const toOwner = await explainAll(
          tenant.owner,
          requests.map((request) => ({ ...request, credentialId: id })),
        );
        const toItself = await explainAll(send, requests);
        for (const [index, { permission, path }] of asked.entries()) {
          const expected = verdict(tree, model, permission, path);
          const assigned = expected === 'WITHIN' ? assignmentFor(tree, model, path) : null;
          const explained = { granted: isYes(expected), assignment: assigned === null ? null : below(assigned) };
          expect(introspected[index]).toMatchObject({ active: true, granted: isYes(expected) });
          expect(toOwner[index]).toMatchObject(explained);
          expect(toItself[index]).toMatchObject(explained);
        }
      }),
      { numRuns: runs(engine, 24) },
    );
  });

  it('matches what it sees: the projects and targets at which it holds project:describe, and no others', async () => {
    const tokens = fc.record({
      permissions: fc.constant(new Set<PermissionId>(['project:describe', 'organization:describe'])),
      resources: resourcesOver(tree),
    });
    await fc.assert(
      fc.asyncProperty(tokens, async (wanted) => {
        const { secret, model } = await issue(wanted);
        const send = latchkey.as(secret);
        for (const path of pathsOver(tree).filter((one) => one !== '' && one.split('/').length <= 2)) {
          const [projectId, targetId] = path.split('/');
          const { data } = await send(
            `query ($id: ID!) { it: ${targetId === undefined ? 'project' : 'target'}(reference: { byId: $id }) { id } }`,
            { id: targetId ?? projectId },
          );
          expect(data.it !== null).toBe(isYes(verdict(tree, model, 'project:describe', path)));
        }
      }),
      { numRuns: runs(engine, 6) },
    );
  });
});
