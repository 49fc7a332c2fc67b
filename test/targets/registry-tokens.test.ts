/** What becomes of the registry tokens of a target that is deleted. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { BATCH, INTROSPECT, post } from '../introspection/asking.js';
import { createToken, introspect, signsIn } from '../organization-access-tokens/fixtures/tokens.js';
import { createProject } from '../organizations/operations.js';
import { requestToken as requestProjectToken } from '../project-access-tokens/project-tokens.js';
import { createRegistryToken, refusalOf, requestToken, targetOf } from '../registry-tokens/registry.js';
import { onEveryEngine } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createTarget, DELETE_PROJECT, DELETE_TARGET, resultOf } from './operations.js';

onEveryEngine('the registry tokens of a deleted target', (engine) => {
  const interrupted = new Interrupted();
  let latchkey: Latchkey;
  let other: Latchkey;
  let tenant: Tenant;
  let projectId: string;
  let selector: ReturnType<typeof targetOf>;
  let created = 0;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: interrupted.wrap });
    other = await startLatchkey(engine, { place: latchkey.place });
    tenant = await latchkey.organization();
  });
  afterAll(async () => {
    await other.close();
    await latchkey.close();
  });
  beforeEach(async () => {
    const slug = `shop-${++created}`;
    projectId = (await createProject(tenant, slug)).id;
    selector = targetOf(tenant, 'staging', slug);
  });
  const remove = () => resultOf(tenant.owner, DELETE_TARGET, { target: { bySelector: selector } });
  const live = () =>
    latchkey.services.collections.credentials.count({ organizationIds: tenant.id, kind: 'REGISTRY_TOKEN', live: true });

  it('are refused by the next request on every process, before they are ended', async () => {
    const { secret } = await createRegistryToken(tenant, selector);
    expect(await signsIn(other, secret)).toBe(true);
    latchkey.services.sweeper.wake = () => undefined;
    try {
      await remove();
    } finally {
      Reflect.deleteProperty(latchkey.services.sweeper, 'wake');
    }
    for (const one of [latchkey, other]) {
      expect(await signsIn(one, secret)).toBe(false);
      expect(await introspect(one, tenant, secret)).toEqual({ active: false });
    }
    await latchkey.services.sweeper.drain();
  });

  it.each([
    ['the target', remove],
    ['its project', () => resultOf(tenant.owner, DELETE_PROJECT, { project: { byId: projectId } })],
  ])('end with %s, and give back what they took of the plan', async (_, end) => {
    const before = await live();
    const { id, secret } = await createRegistryToken(tenant, selector);
    expect(await live()).toBe(before + 1);
    await end();
    await latchkey.services.sweeper.drain();
    expect(await live()).toBe(before);
    expect(await latchkey.services.collections.credentials.get(id)).toMatchObject({ listed: false, secrets: [] });
    expect(await signsIn(latchkey, secret)).toBe(false);
  });

  it('are refused like any text in every API that takes a secret', async () => {
    const { id, secret } = await createRegistryToken(tenant, selector);
    await remove();
    const asker = await createToken(tenant, { permissions: ['credential:introspect'] });
    for (const one of [latchkey, other]) {
      const asked = ['{ me { __typename } }', '{ whoAmI { title } }', '{ tokenInfo { __typename } }'];
      const changes = `mutation { deleteAccessToken(input: { accessToken: { byId: "${id}" } }) { error { code } } }`;
      for (const document of [...asked, changes])
        for (const answer of [await one.as(secret)(document), await one.as()(document, {}, { 'x-api-key': secret })])
          expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      const itself = await post(one, INTROSPECT, { token: secret }, { secret });
      const unknown = await post(one, INTROSPECT, { token: secret }, { secret: 'no secret' });
      expect([itself.statusCode, itself.body]).toEqual([unknown.statusCode, unknown.body]);
      const batch = await post(one, BATCH, { tokens: [{ token: secret }] }, { secret: asker.secret });
      expect(batch.json()).toEqual({ results: [{ active: false }] });
    }
  });

  it('give a new target of the same slug nothing', async () => {
    const { secret } = await createRegistryToken(tenant, selector);
    await remove();
    await createTarget(tenant.owner, projectId, 'staging');
    expect(await signsIn(latchkey, secret)).toBe(false);
    const query =
      'query ($target: TargetSelectorInput!) { target(reference: { bySelector: $target }) { tokens { total } } }';
    expect((await tenant.owner(query, { target: selector })).data.target.tokens.total).toBe(0);
  });

  it('are not created while it is deleted, and leave nothing live', async () => {
    const before = await live();
    interrupted.before('credentials.insert', async () => {
      await remove();
      await latchkey.services.sweeper.drain();
    });
    expect((await refusalOf(tenant, selector)).code).toBe('TARGET_NOT_FOUND');
    expect(await live()).toBe(before);
  });

  it('and of a deleted project are not created while it is deleted, either', async () => {
    const end = () => resultOf(tenant.owner, DELETE_PROJECT, { project: { byId: projectId } });
    interrupted.before('credentials.insert', async () => {
      await end();
      await latchkey.services.sweeper.drain();
    });
    const { data } = await requestProjectToken({ ...tenant, projectId });
    expect(data.createProjectAccessToken).toMatchObject({ ok: null, error: { code: 'PROJECT_NOT_FOUND' } });
    const all = { projectId, family: 'PROJECT_ACCESS_TOKEN', listed: true } as const;
    expect(await latchkey.services.collections.credentials.count(all)).toBe(0);
  });

  it('of 20 that are created while it is deleted, none is valid afterwards', async () => {
    const before = await live();
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, (_, n) => requestToken(tenant, { ...selector, name: `Token ${n}` }))),
      remove(),
    ]);
    await latchkey.services.sweeper.drain();
    for (const { data } of answers) {
      const secret = data?.createToken?.ok?.secret as string | undefined;
      if (secret !== undefined) expect(await signsIn(other, secret)).toBe(false);
    }
    expect(await live()).toBe(before);
  });
});
