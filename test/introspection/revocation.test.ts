import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditEvents } from '../../src/audit/event.js';
import { mint } from '../../src/secrets/secret.js';
import { type Document, type Store, StoreUnavailable } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import { askerOf, BATCH, createToken, end, essence, INTROSPECT, post, REVOKE, type Token } from './asking.js';

/** A store whose reads, or writes, reject with `failure` while `failing` says so. */
const broken = { failing: 'nothing' as 'nothing' | 'reads' | 'writes', failure: () => new Error('never') };
const METHODS = { reads: ['get', 'getMany', 'findOne', 'page'], writes: ['insert', 'replace'], nothing: [] };
const wrap = (store: Store): Store => ({
  ping: () => store.ping(),
  close: () => store.close(),
  collection: <T extends Document>(kind: Parameters<typeof store.collection<T>>[0]) =>
    new Proxy(store.collection(kind), {
      get(collection, name) {
        const own = Reflect.get(collection, name) as unknown;
        if (typeof own !== 'function') return own;
        return (...args: unknown[]): unknown =>
          (METHODS[broken.failing] as unknown[]).includes(name)
            ? Promise.reject(broken.failure())
            : Reflect.apply(own, collection, args);
      },
    }),
});

onEveryEngine('revocation by the secret itself', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let asker: Token;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap });
    tenant = await latchkey.organization();
    asker = await askerOf(tenant);
  });
  afterAll(() => latchkey.close());

  const isActive = async (token: string) => {
    const answer = await post(latchkey, INTROSPECT, { token }, { secret: asker.secret });
    return answer.json().active as boolean;
  };

  it('has the same answer for a valid, random, ended or malformed secret, as a form and as JSON', async () => {
    const tokens = await Promise.all([1, 2, 3, 4].map(() => createToken(tenant, ['usage:report'])));
    const [good, another, revoked, deleted] = tokens;
    if (!good || !another || !revoked || !deleted) throw new Error('four tokens were made');
    await end(tenant, 'revoke', revoked);
    await end(tenant, 'delete', deleted);
    const secrets = [
      ...[good, another, revoked, deleted].map(({ secret }) => secret),
      mint('lko_', uuid()).secret.reveal(),
      mint('lko_', good.id).secret.reveal(),
      `${good.secret.slice(0, -1)}!`,
      'garbage',
      'a'.repeat(10_000),
    ];
    for (const as of [(token: string) => ({ token }), (token: string) => new URLSearchParams({ token })]) {
      const answers = [];
      for (const secret of secrets) answers.push(essence(await post(latchkey, REVOKE, as(secret))));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]).toMatchObject({ statusCode: 200, body: '{}' });
    }
    expect(await Promise.all([good, another].map(({ secret }) => isActive(secret)))).toEqual([false, false]);
  });

  it('needs no other credential, and ends no other', async () => {
    const [mine, callers] = [await createToken(tenant, ['usage:report']), await createToken(tenant, ['usage:report'])];
    const answer = await post(latchkey, REVOKE, { token: mine.secret }, { secret: callers.secret });
    expect(answer.statusCode).toBe(200);
    expect([await isActive(mine.secret), await isActive(callers.secret)]).toEqual([false, true]);
  });

  it('ends every kind of credential, in every API', async () => {
    const secrets = [
      (await createToken(tenant, ['organization:describe'])).secret,
      (await createKey(tenant)).token,
      (await member(latchkey, tenant, 'MEMBER')).secret,
    ];
    for (const secret of secrets) {
      expect((await latchkey.as(secret)('{ whoAmI { title } }')).errors).toBeUndefined();
      await post(latchkey, REVOKE, { token: secret });
      const { errors } = await latchkey.as(secret)('{ whoAmI { title } }');
      expect(errors?.[0]).toMatchObject({ message: 'Invalid token provided' });
    }
  });

  it('is recorded once, as the credential itself, with the request', async () => {
    const token = await createToken(tenant, ['usage:report']);
    const headers = { 'user-agent': `leak-finder/1.0 found ${token.secret}` };
    for (const from of ['192.0.2.7', '192.0.2.8'])
      await post(latchkey, REVOKE, { token: token.secret }, { from, headers });
    await latchkey.services.relay.drain();
    const trail = await latchkey.store.collection(auditEvents).page({ organizationIds: tenant.id }, { first: 1000 });
    const events = trail.items.filter(({ subjectId }) => subjectId === token.id);
    expect(events.map(({ action }) => action)).toEqual(['credential.revoked', 'credential.created']);
    expect(events[0]).toMatchObject({
      actorType: 'SERVICE_ACCOUNT',
      actorId: token.id,
      actorTitle: 'A token',
      credentialId: token.id,
      ip: '192.0.2.7',
      userAgent: 'leak-finder/1.0 found lko_[secret]',
    });
  });

  it('is recorded as of its project, when it is the secret of a subgraph key', async () => {
    const key = await createKey(tenant);
    await post(latchkey, REVOKE, { token: key.token });
    await latchkey.services.relay.drain();
    const trail = await latchkey.store.collection(auditEvents).page({ organizationIds: tenant.id }, { first: 1 });
    expect(trail.items).toMatchObject([
      { subjectId: key.id, actorType: 'GRAPH', actorId: tenant.projectId, actorTitle: 'my-project' },
    ]);
  });

  it('keeps the credential in lists, with the actor who ended it', async () => {
    const { id, secret } = await createToken(tenant, ['usage:report']);
    await post(latchkey, REVOKE, { token: secret });
    const { data } = await tenant.owner(
      'query ($o: ID!, $id: ID!) { organization(id: $o) { accessToken(id: $id) { revokedAt revokedBy { actorId } } } }',
      { o: tenant.id, id },
    );
    expect(data.organization.accessToken).toEqual({ revokedAt: expect.any(String), revokedBy: { actorId: id } });
  });

  const FAILURES = [
    ['a store that cannot be read', 'reads', new StoreUnavailable('no answer in time'), 503],
    ['a store that cannot be written', 'writes', new StoreUnavailable('no answer in time'), 503],
    ['a fault of ours', 'reads', new TypeError('a bug'), 500],
  ] as const;

  it.each(FAILURES)('is not acknowledged when the store fails by %s', async (_, failing, error, status) => {
    const { secret } = await createToken(tenant, ['usage:report']);
    Object.assign(broken, { failing, failure: () => error });
    const answer = await post(latchkey, REVOKE, { token: secret }).finally(() => (broken.failing = 'nothing'));
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain(error.message);
    expect(await isActive(secret)).toBe(true);
    expect((await post(latchkey, REVOKE, { token: secret })).statusCode).toBe(200);
    expect(await isActive(secret)).toBe(false);
  });

  it('and introspection answer 503, neither active nor inactive, while the store cannot be read', async () => {
    const { secret: token } = await createToken(tenant, ['usage:report']);
    const asked = { token, permission: 'usage:report', resource: 'my-project/production' };
    Object.assign(broken, { failing: 'reads', failure: () => new StoreUnavailable('no answer in time') });
    const answers = await Promise.all(
      [INTROSPECT, BATCH].map((url) => post(latchkey, url, { ...asked, tokens: [asked] }, { secret: asker.secret })),
    ).finally(() => (broken.failing = 'nothing'));
    for (const answer of answers) {
      expect([answer.statusCode, answer.json().error]).toEqual([503, 'temporarily_unavailable']);
      expect(answer.headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
      expect(answer.body).not.toMatch(/active/);
    }
    expect(await isActive(token)).toBe(true);
  });
});
