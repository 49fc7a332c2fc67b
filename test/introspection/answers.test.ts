import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, member } from '../support/operations.js';
import { askerOf, BATCH, createToken, INTROSPECT, post, type Token } from './asking.js';

onEveryEngine('introspection answers', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let asker: Token;
  let targetId: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    asker = await askerOf(tenant);
    const { data } = await tenant.owner(
      'query ($target: TargetSelectorInput!) { target(reference: { bySelector: $target }) { id } }',
      { target: { organizationSlug: tenant.slug, projectSlug: 'my-project', targetSlug: 'production' } },
    );
    targetId = data.target.id;
  });
  afterAll(() => latchkey.close());

  const ask = async (question: object): Promise<Record<string, unknown>> => {
    const answer = await post(latchkey, INTROSPECT, question, { secret: asker.secret });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  const now = () => Math.floor(Date.now() / 1000);
  /** A moment, in seconds, of a thing that was made just now. */
  const justNow = () => {
    const latest = now();
    return expect.toSatisfy((value: number) => Number.isInteger(value) && value > latest - 30 && value <= now());
  };

  it('shows the id and the permissions of an organization access token, and nothing more', async () => {
    const { id, secret } = await createToken(tenant, ['schemaVersion:publish', 'usage:report']);
    expect(await ask({ token: secret })).toEqual({
      active: true,
      client_id: id,
      sub: id,
      token_type: 'Bearer',
      scope: 'schemaVersion:publish usage:report',
      iat: justNow(),
      organization_id: tenant.id,
    });
  });

  it('shows the end of a token, in seconds', async () => {
    const { secret } = await createToken(tenant, ['usage:report'], { expirationPeriod: 'ONE_WEEK' });
    const { iat, exp } = await ask({ token: secret });
    expect(Number(exp) - Number(iat)).toBe(7 * 24 * 60 * 60);
  });

  it('shows the project that a subgraph key acts as', async () => {
    const key = await createKey(tenant);
    expect(await ask({ token: key.token })).toEqual({
      active: true,
      client_id: key.id,
      sub: tenant.projectId,
      token_type: 'Bearer',
      scope: expect.stringContaining('schemaVersion:publish'),
      iat: justNow(),
      exp: expect.toSatisfy((exp: number) => exp > now() + 364 * 86_400 && exp < now() + 367 * 86_400),
      organization_id: tenant.id,
    });
  });

  it('shows all permissions at the levels TARGET and below for an operator key', async () => {
    const { data } = await tenant.owner(CREATE_KEY, { organizationId: tenant.id, name: 'Operator', type: 'OPERATOR' });
    const { id, token } = data.organization.createKey;
    const answer = await ask({ token, permission: 'schemaCheck:approve', resource: 'my-project/staging/service/any' });
    expect(answer).toMatchObject({ active: true, client_id: id, sub: id, granted: true, organization_id: tenant.id });
    expect(String(answer.scope).split(' ')).toContain('cdnAccessToken:modify');
    expect(String(answer.scope).split(' ')).not.toContain('project:delete');
  });

  it('shows the user of a user access token, and the permissions of their current role', async () => {
    const { secret } = await member(latchkey, tenant, 'MEMBER');
    const answer = await ask({ token: secret, permission: 'member:describe' });
    expect(answer).toMatchObject({ active: true, granted: true, organization_id: tenant.id });
    expect(answer.sub).not.toBe(answer.client_id);
    expect(String(answer.scope).split(' ')).not.toContain('member:modify');
    expect(await ask({ token: secret, permission: 'member:modify' })).toMatchObject({ active: true, granted: false });
  });

  it('answers a form as it answers JSON, whatever hint comes with it', async () => {
    const { secret: token } = await createToken(tenant, ['schemaVersion:publish']);
    const question = { token, permission: 'schemaVersion:publish', resource: 'my-project/production/service/users' };
    const form = new URLSearchParams({ ...question, token_type_hint: 'access_token' });
    const [asForm, asJson] = await Promise.all(
      [form, question].map((body) => post(latchkey, INTROSPECT, body, { secret: asker.secret })),
    );
    expect(asForm?.json()).toMatchObject({ active: true, granted: true });
    expect(asForm?.body).toBe(asJson?.body);
    expect(asForm?.headers['content-type']).toMatch(/^application\/json\b/);
  });

  it('says granted only to a question about a permission', async () => {
    const { secret } = await createToken(tenant, ['usage:report']);
    expect(await ask({ token: secret })).not.toHaveProperty('granted');
    expect(await ask({ token: secret, permission: 'usage:report' })).toHaveProperty('granted', true);
  });

  it('grants by slugs and by ids what is assigned, and nothing beside it', async () => {
    const names = (key: string, list: object[]) => ({ mode: 'GRANULAR', [key]: list });
    const target = {
      targetId,
      services: names('services', [{ serviceName: 'users' }]),
      appDeployments: names('appDeployments', [{ appDeployment: 'shop' }]),
    };
    const project = { projectId: tenant.projectId, targets: { mode: 'GRANULAR', targets: [target] } };
    const { secret: token } = await createToken(tenant, ['schemaVersion:publish', 'appDeployment:publish'], {
      resources: { mode: 'GRANULAR', projects: [project] },
    });
    const granted = async (permission: string, resource: string) =>
      (await ask({ token, permission, resource })).granted;
    const [publish, deploy] = ['schemaVersion:publish', 'appDeployment:publish'];
    const byId = `${tenant.projectId}/${targetId}`;
    for (const at of ['my-project/production', byId, `my-project/${targetId}`, `${tenant.projectId}/production`]) {
      expect(await granted(publish, `${at}/service/users`)).toBe(true);
      expect(await granted(publish, `${at}/service/orders`)).toBe(false);
      expect(await granted(deploy, `${at}/appDeployment/shop`)).toBe(true);
      expect(await granted(deploy, `${at}/appDeployment/users`)).toBe(false);
      expect(await granted(publish, at)).toBe(false);
    }
    for (const elsewhere of ['my-project/staging/service/users', 'other/production/service/users', 'my-project', ''])
      expect(await granted(publish, elsewhere)).toBe(false);
  });

  it('grants nothing at places of another organization, by its ids', async () => {
    const other = await latchkey.organization();
    const { secret: token } = await createToken(tenant, ['project:describe']);
    const question = { token, permission: 'project:describe', resource: other.projectId };
    expect(await ask(question)).toMatchObject({ active: true, granted: false });
    expect(await ask({ ...question, resource: tenant.projectId })).toMatchObject({ granted: true });
  });

  it('answers each question of a batch, in order, as it answers that question alone', async () => {
    const [one, two] = [await createToken(tenant, ['usage:report']), await createToken(tenant, ['traces:report'])];
    const tokens = [
      { token: one.secret, permission: 'usage:report' },
      { token: 'lko_nobody' },
      { token: two.secret, permission: 'usage:report', resource: 'my-project/production' },
    ];
    const batch = await post(latchkey, BATCH, { tokens }, { secret: asker.secret });
    expect(batch.json()).toEqual({ results: await Promise.all(tokens.map(ask)) });
    expect(batch.json().results.map(({ granted }: { granted?: boolean }) => granted)).toEqual([true, undefined, false]);
  });

  it('is never to be stored: not an answer, not a refusal', async () => {
    const answers = await Promise.all([
      post(latchkey, INTROSPECT, { token: asker.secret }, { secret: asker.secret }),
      post(latchkey, INTROSPECT, {}, { secret: asker.secret }),
      post(latchkey, INTROSPECT, { token: asker.secret }),
      post(latchkey, '/oauth/revoke', { token: 'lko_nobody' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 400, 401, 200]);
    for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store');
  });

  it('counts as a use of the caller, and of the token asked about unless its permission was not granted', async () => {
    const token = await createToken(tenant, ['usage:report']);
    const own = await askerOf(tenant);
    const lastUsedAt = async ({ id }: { id: string }) => {
      const { data } = await tenant.owner(
        'query ($org: ID!, $id: ID!) { organization(id: $org) { accessToken(id: $id) { lastUsedAt } } }',
        { org: tenant.id, id },
      );
      return data.organization.accessToken.lastUsedAt as string | null;
    };
    await post(latchkey, INTROSPECT, { token: token.secret, permission: 'member:modify' }, { secret: own.secret });
    expect(await lastUsedAt(token)).toBeNull();
    expect(await lastUsedAt(own)).not.toBeNull();
    await post(latchkey, INTROSPECT, { token: own.secret }, { secret: token.secret });
    expect(await lastUsedAt(token)).toBeNull();
    await ask({ token: token.secret, permission: 'usage:report' });
    expect(await lastUsedAt(token)).not.toBeNull();
  });

  it('counts as one use of a credential that asks about itself, at its own address', async () => {
    const { id, secret } = await createToken(tenant, ['usage:report']);
    await post(latchkey, INTROSPECT, { token: secret }, { secret, from: '192.0.2.7' });
    const [use] = await latchkey.services.lastUses.getMany([id]);
    expect(use).toMatchObject({ ip: '192.0.2.7', operation: INTROSPECT });
  });
});
