import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokenFor } from '../../src/cli/bootstrap.js';
import { mint } from '../../src/secrets/secret.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import { askerOf, BATCH, createToken, end, essence, INTROSPECT, post, type Token } from './asking.js';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

onEveryEngine('introspection, by who asks,', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let other: Tenant;
  let asker: Token;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    [tenant, other] = [await latchkey.organization(), await latchkey.organization()];
    asker = await askerOf(tenant);
  });
  afterAll(() => latchkey.close());

  /** Five ways of not being good, each for a token that may do `permissions`: so made, it would be good. */
  async function ended(permissions: readonly string[]): Promise<Record<string, string>> {
    latchkey.clock.now = new Date(Date.now() - 2 * WEEK_MS);
    const expired = await createToken(tenant, permissions, { expirationPeriod: 'ONE_WEEK' });
    latchkey.clock.now = undefined;
    const [good, revoked, deleted] = await Promise.all([1, 2, 3].map(() => createToken(tenant, permissions)));
    if (!good || !revoked || !deleted) throw new Error('three tokens were made');
    await end(tenant, 'revoke', revoked);
    await end(tenant, 'delete', deleted);
    return {
      expired: expired.secret,
      revoked: revoked.secret,
      deleted: deleted.secret,
      'with another random part': mint('lko_', good.id).secret.reveal(),
      'of a credential that never was': mint('lko_', uuid()).secret.reveal(),
      'with another prefix': mint('lku_', good.id).secret.reveal(),
    };
  }

  it('refuses a caller without a valid credential with 401, in one answer for all', async () => {
    const { secret: token } = await createToken(tenant, ['usage:report']);
    const secrets = { ...(await ended(['credential:introspect'])), garbage: 'lko_garbage' };
    for (const url of [INTROSPECT, BATCH]) {
      const answers = [];
      for (const secret of Object.values(secrets))
        answers.push(essence(await post(latchkey, url, { token, tokens: [{ token }] }, { secret })));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]).toMatchObject({ statusCode: 401, headers: { 'www-authenticate': expect.any(String) } });
    }
  });

  it('refuses a caller without credential:introspect with 403, whatever it asks', async () => {
    const { secret: token } = await createToken(tenant, ['usage:report']);
    const callers = [
      (await createToken(tenant, ['accessToken:modify', 'organization:describe'])).secret,
      (await createKey(tenant)).token,
      (await member(latchkey, tenant, 'MEMBER')).secret,
      (await member(latchkey, tenant, 'GRAPH_ADMIN')).secret,
    ];
    const answers = await Promise.all(
      callers.flatMap((secret) =>
        [token, other.ownerSecret, 'lko_nobody'].map(async (asked) =>
          essence(await post(latchkey, INTROSPECT, { token: asked }, { secret })),
        ),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ statusCode: 403 });
  });

  it('answers any credential about itself, when it signs in with the secret that it asks about', async () => {
    const permissions = ['organization:describe', 'project:create'];
    const { id, secret } = await createToken(tenant, permissions);
    const ask = async (fields: object) => {
      const response = await post(latchkey, INTROSPECT, { token: secret, ...fields }, { secret });
      return response.json<Record<string, unknown>>();
    };
    const itself = { active: true, client_id: id, organization_id: tenant.id, scope: permissions.join(' ') };
    expect(await ask({})).toMatchObject(itself);
    expect(await ask({ permission: 'project:create' })).toMatchObject({ ...itself, granted: true });
    expect(await ask({ permission: 'member:modify' })).toMatchObject({ ...itself, granted: false });
    expect(await ask({ organization: other.id })).toEqual({ active: false });
    const key = await createKey(tenant);
    const asked = await post(latchkey, INTROSPECT, new URLSearchParams({ token: key.token, client_secret: key.token }));
    expect(asked.json()).toMatchObject({ active: true, client_id: key.id });
    for (const gone of Object.values(await ended(permissions)))
      expect((await post(latchkey, INTROSPECT, { token: gone }, { secret: gone })).statusCode).toBe(401);
  });

  it('answers an Org Admin as it answers a service, also one who signs in with x-api-key', async () => {
    const { id, secret: token } = await createToken(tenant, ['usage:report']);
    const { secret } = await member(latchkey, tenant, 'ORG_ADMIN');
    const answers = await Promise.all([
      post(latchkey, INTROSPECT, { token }, { secret }),
      post(latchkey, INTROSPECT, { token }, { headers: { 'x-api-key': asker.secret } }),
    ]);
    for (const answer of answers) expect(answer.json()).toMatchObject({ active: true, client_id: id });
  });

  it('refuses a caller who presents two different secrets', async () => {
    const headers = { 'x-api-key': tenant.ownerSecret };
    const answer = await post(latchkey, INTROSPECT, { token: asker.secret }, { secret: asker.secret, headers });
    expect(answer.statusCode).toBe(401);
  });

  it('answers that foreign, unknown, wrong, expired, revoked and deleted tokens are inactive, alike', async () => {
    const { secret } = await createToken(other, ['usage:report']);
    const tokens = {
      foreign: secret,
      "a foreign user's": other.ownerSecret,
      "a foreign organization's key": (await createKey(other)).token,
      ...(await ended(['usage:report'])),
      garbage: 'garbage',
    };
    for (const check of [{}, { permission: 'usage:report' }, { permission: 'usage:report', resource: 'my-project' }]) {
      const asked = Object.values(tokens).map((token) => ({ token, ...check }));
      for (const question of asked) {
        const answer = await post(latchkey, INTROSPECT, question, { secret: asker.secret });
        expect([answer.statusCode, answer.body]).toEqual([200, '{"active":false}']);
      }
      const batch = await post(latchkey, BATCH, { tokens: asked }, { secret: asker.secret });
      expect(batch.json()).toEqual({ results: asked.map(() => ({ active: false })) });
    }
    const foreign = await post(latchkey, INTROSPECT, { token: secret }, { secret: (await askerOf(other)).secret });
    expect(foreign.json()).toMatchObject({ active: true });
  });

  it("answers about a user's token only what it may do in the caller's organization", async () => {
    const { secret, email } = await member(latchkey, tenant, 'ORG_ADMIN');
    const { data } = await latchkey.as(secret)(
      'mutation ($slug: String!) { createOrganization(input: { slug: $slug }) { ok { createdOrganization { id } } } }',
      { slug: `second-${tenant.slug}` },
    );
    const secondId = data.createOrganization.ok.createdOrganization.id as string;
    const token = (await tokenFor(latchkey.services, email)).reveal();
    const answer = await post(latchkey, INTROSPECT, { token }, { secret: asker.secret });
    expect(answer.json()).toMatchObject({ active: true, organization_id: tenant.id });
    expect(answer.body).not.toContain(secondId);
  });

  it('answers a member who lacks the permission in an organization nothing about it, except about themselves', async () => {
    const { email } = await member(latchkey, tenant, 'ORG_ADMIN');
    await other.owner(`mutation ($input: AddMemberInput!) { addMember(input: $input) { error { message } } }`, {
      input: { organization: { byId: other.id }, email, role: 'MEMBER' },
    });
    const secret = (await tokenFor(latchkey.services, email)).reveal();
    const { secret: foreign } = await createToken(other, ['usage:report']);
    const ask = async (token: string) =>
      (await post(latchkey, INTROSPECT, { token, organization: other.id }, { secret })).json<object>();
    expect(await ask(foreign)).toEqual({ active: false });
    expect(await ask(secret)).toMatchObject({ active: true, organization_id: other.id });
    // They may ask in one organization alone, so that need not be named.
    const mine = await createToken(tenant, ['usage:report']);
    expect((await post(latchkey, INTROSPECT, { token: mine.secret }, { secret })).json()).toMatchObject({
      active: true,
    });
  });

  it('answers a caller who may ask in several organizations only about the one that they name', async () => {
    const { secret, email } = await member(latchkey, tenant, 'ORG_ADMIN');
    const foreign = await createToken(other, ['usage:report']);
    await other.owner(`mutation ($input: AddMemberInput!) { addMember(input: $input) { error { message } } }`, {
      input: { organization: { byId: other.id }, email, role: 'ORG_ADMIN' },
    });
    const both = (await tokenFor(latchkey.services, email)).reveal();
    // Whoever makes an Org Admin a member of another organization does not make its tokens good in this one.
    const check = { permission: 'usage:report', resource: 'my-project/production' };
    const ask = async (question: object, caller = both) =>
      post(latchkey, INTROSPECT, { token: foreign.secret, ...check, ...question }, { secret: caller });
    const unnamed = await ask({});
    expect([unnamed.statusCode, unnamed.json().error_description]).toEqual([
      400,
      'Your credential may ask in several organizations. Name one: "organization".',
    ]);
    expect(essence(await ask({ token: 'lko_nobody' }))).toEqual(essence(unnamed));
    expect((await ask({ organization: tenant.id })).body).toBe('{"active":false}');
    expect((await ask({ organization: uuid() })).body).toBe('{"active":false}');
    expect((await ask({ organization: other.id })).json()).toMatchObject({ granted: true, organization_id: other.id });
    // The same user's token is looked at in the organization named, too.
    for (const { id } of [tenant, other])
      expect((await ask({ token: both, organization: id })).json()).toMatchObject({ organization_id: id });
    expect((await ask({ organization: other.id }, secret)).body).toBe('{"active":false}');
    expect((await ask({ organization: other.id }, asker.secret)).body).toBe('{"active":false}');
  });

  it('logs no secret of callers or tokens, valid or not', async () => {
    const random = (secret: string) => secret.slice(-40);
    const bad = await ended(['usage:report']);
    const secrets = [asker.secret, other.ownerSecret, ...Object.values(bad)];
    for (const secret of secrets) {
      await post(latchkey, INTROSPECT, { token: secret }, { secret });
      await post(latchkey, `${INTROSPECT}?token=${secret}`, new URLSearchParams({ token: secret }), { secret });
      await post(latchkey, BATCH, `{"tokens": [{"token": "${secret}"`, {
        secret,
        headers: { 'content-type': 'application/json', 'user-agent': secret },
      });
    }
    const logged = latchkey.logged();
    expect(logged).toContain('/oauth/introspect/batch');
    for (const secret of secrets) expect(logged).not.toContain(random(secret));
  });
});
