import { hash } from 'node:crypto';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { trailOf } from '../audit/trail.js';
import { createToken } from '../organization-access-tokens/fixtures/tokens.js';
import { CREATE_PROJECT, missing } from '../organizations/operations.js';
import { targetOf } from '../registry-tokens/registry.js';
import { createTarget, DELETE_TARGET, resultOf } from '../targets/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { APPSYNC, APPSYNC_SCHEMA, STITCHED_SERVICES, STITCHING } from './definitions.js';
import { merge, setExtension, UPDATE } from './operations.js';

onEveryEngine('the schema extension of a target', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  beforeEach(async () => {
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  /** The slugs of a target in a new project of a type. */
  const inProject = async (type: string) => {
    const organization = { byId: tenant.id };
    await tenant.owner(CREATE_PROJECT, { input: { organization, slug: 'other', type } });
    return targetOf(tenant, 'production', 'other');
  };
  const baseSchemaOf = async (target: object) => {
    const query = 'query ($target: TargetReferenceInput!) { target(reference: $target) { baseSchema } }';
    return (await tenant.owner(query, { target: { bySelector: target } })).data.target.baseSchema as unknown;
  };

  it('is set, read, replaced and removed, each target by itself', async () => {
    expect(await baseSchemaOf(targetOf(tenant))).toBeNull();
    const set = await setExtension(tenant, APPSYNC);
    expect(set).toMatchObject({ ok: { updatedTarget: { slug: 'production', baseSchema: APPSYNC } }, error: null });
    expect(await baseSchemaOf(targetOf(tenant))).toBe(APPSYNC);
    expect(await baseSchemaOf(targetOf(tenant, 'staging'))).toBeNull();
    expect((await setExtension(tenant, 'scalar Other')).ok?.updatedTarget.baseSchema).toBe('scalar Other');
    for (const none of [' \n', null])
      expect((await setExtension(tenant, none)).ok?.updatedTarget.baseSchema).toBeNull();
  });

  it('is recorded when it changes, and not when it is set as it was', async () => {
    for (const text of [null, 'scalar A', 'scalar A', 'scalar B', '', null]) await setExtension(tenant, text);
    const events = (await trailOf(latchkey, tenant.id)).filter(({ action }) => action === 'target.baseSchemaChanged');
    expect(events.map(({ subjectTitle }) => subjectTitle)).toEqual(['production', 'production', 'production']);
    const [a, b] = ['scalar A', 'scalar B'].map((text) => ({ bytes: 8, sha256: hash('sha256', text) }));
    expect(events.map(({ change }) => change)).toEqual([
      { from: null, to: a },
      { from: a, to: b },
      { from: b, to: null },
    ]);
  });

  it('is answered as it is after each of several changes in one request, also when two create it at once', async () => {
    const field = (alias: string, sdl: string) =>
      `${alias}: updateBaseSchema(input: { organizationSlug: "${tenant.slug}", projectSlug: "my-project", targetSlug: "production", newBase: "${sdl}" }) { ok { updatedTarget { baseSchema } } }`;
    const { data } = await tenant.owner(`mutation { ${field('a', 'scalar A')} ${field('b', 'scalar B')} }`);
    expect([data.a, data.b].map(({ ok }) => ok.updatedTarget.baseSchema)).toEqual(['scalar A', 'scalar B']);
    const texts = ['scalar C', 'scalar D', 'scalar E'];
    const at = targetOf(tenant, 'staging');
    const racing = await Promise.all(texts.map((text) => setExtension(tenant, text, at)));
    expect(racing.map(({ error }) => error)).toEqual([null, null, null]);
    expect(texts).toContain(await baseSchemaOf(at));
  });

  it('ends with its target, whose slug gives it to nobody', async () => {
    const set = await setExtension(tenant, 'scalar A');
    const id = set.ok?.updatedTarget.id ?? '';
    await resultOf(tenant.owner, DELETE_TARGET, { target: { byId: id } });
    expect((await setExtension(tenant, 'scalar B')).error?.code).toBe('TARGET_NOT_FOUND');
    await createTarget(tenant.owner, tenant.projectId, 'production');
    expect(await baseSchemaOf(targetOf(tenant))).toBeNull();
    await latchkey.services.sweeper.drain();
    expect((await latchkey.services.collections.schemaExtensions.get(id))?.sdl).toBeNull();
  });

  it('saves each service of a stitched gateway from pushing the directives of Schema Stitching', async () => {
    const at = await inProject('STITCHING');
    for (const sdl of STITCHED_SERVICES)
      expect((await merge(tenant, sdl, at)).error?.message).toMatch(/^Line \d+, column \d+: Unknown directive "@/);
    expect((await setExtension(tenant, STITCHING, at)).error).toBeNull();
    for (const sdl of STITCHED_SERVICES) {
      const { ok, error } = await merge(tenant, sdl, at);
      expect(error).toBeNull();
      expect(
        buildSchema(ok?.sdl ?? '')
          .getDirective('merge')
          ?.args.map(({ name }) => name),
      ).toContain('keyField');
      expect(ok?.sdl.startsWith(sdl), 'lines keep their numbers').toBe(true);
    }
  });

  it('holds the scalars and directives that AppSync defines by itself', async () => {
    const at = await inProject('SINGLE');
    const alone = await merge(tenant, APPSYNC_SCHEMA, at);
    expect(alone.error?.problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['Unknown directive "@aws_api_key".', 'Unknown type "AWSDateTime".']),
    );
    expect((await setExtension(tenant, APPSYNC, at)).error).toBeNull();
    const { ok, error } = await merge(tenant, APPSYNC_SCHEMA, at);
    expect(error).toBeNull();
    expect(buildSchema(ok?.sdl ?? '').getType('AWSDateTime')).toBeDefined();
  });

  it('is set by who changes the settings of the target, seen by who sees it, and unknown to others', async () => {
    const way = ['organization:describe', 'project:describe'];
    const as = async (...permissions: string[]) =>
      latchkey.as((await createToken(tenant, { permissions: [...way, ...permissions] })).secret);
    const reader = await as('schemaCheck:create');
    const refused = await reader(UPDATE, { input: { ...targetOf(tenant), newBase: 'scalar A' } });
    expect(refused.errors?.[0]?.message).toBe(missing('target:modifySettings'));
    const editor = await as('target:modifySettings');
    expect((await setExtension(tenant, 'scalar A', targetOf(tenant), editor)).error).toBeNull();
    expect((await merge(tenant, 'type Query { a: A }', targetOf(tenant), reader)).ok?.sdl).toContain('scalar A');
    const stranger = await latchkey.organization();
    expect((await setExtension(tenant, 'scalar B', targetOf(tenant), stranger.owner)).error).toEqual({
      code: 'TARGET_NOT_FOUND',
      message: 'The target does not exist.',
      problems: [],
    });
    expect(await baseSchemaOf(targetOf(tenant))).toBe('scalar A');
  });
});
