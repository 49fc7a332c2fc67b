import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokenFor } from '../../src/cli/bootstrap.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, USERS } from '../support/operations.js';
import { after, done, keysOf, owned, type ShownKey, signsIn } from './operations.js';

type Keys = ReturnType<typeof keysOf>;
const tomorrow = after(new Date(), 86_400_000);
const subgraphs = { subgraphs: [USERS] };

/** What takes the id of an organization. */
const WITH_ORGANIZATION: Readonly<Record<string, (keys: Keys) => Promise<Answer>>> = {
  'createKey (subgraph)': (keys) => keys.create({ name: 'x', type: 'SUBGRAPH', resources: subgraphs }),
  'createKey (operator)': (keys) => keys.create({ name: 'x', type: 'OPERATOR' }),
  'createKey (bad input)': (keys) => keys.create({ name: '', type: 'ROUTER', resources: subgraphs }),
  'createKey(input)': (keys) => keys.createCard({ name: 'x', type: 'SUBGRAPH', resources: subgraphs }),
  'createKey(input) (bad input)': (keys) => keys.createCard({ name: '', type: 'ROUTER', resources: subgraphs }),
  apiKeys: (keys) => keys.list(),
  'apiKeys (bad input)': (keys) => keys.list({ first: -1 }),
};

/** What takes the id of a key. */
const WITH_KEY: Readonly<Record<string, (keys: Keys, keyId: string) => Promise<Answer>>> = {
  apiKey: (keys, id) => keys.read(id),
  renameKey: (keys, id) => keys.rename(id, 'x'),
  'renameKey (bad name)': (keys, id) => keys.rename(id, ''),
  rotateKey: (keys, id) => keys.rotate(id),
  'rotateKey (bad name)': (keys, id) => keys.rotate(id, { newKeyName: '', expireOldKeyAt: '1970-01-01T00:00:00Z' }),
  setKeyExpiration: (keys, id) => keys.expire(id, tomorrow),
  'setKeyExpiration (past)': (keys, id) => keys.expire(id, '1970-01-01T00:00:00Z'),
  revokeKey: (keys, id) => keys.revoke(id),
  deleteKey: (keys, id) => keys.remove(id),
};

onEveryEngine('another organization’s things', (engine) => {
  let latchkey: Latchkey;
  let mine: Tenant;
  let theirs: Tenant;
  let theirKey: ShownKey;
  const inBoth: { send: Send } = { send: () => Promise.reject(new Error('not yet')) };
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    mine = await latchkey.organization();
    theirs = await latchkey.organization();
    const { id } = await createKey(theirs, 'Theirs');
    theirKey = done<ShownKey>(await owned(theirs).read(id), 'apiKey');
    const input = { organization: { byId: theirs.id }, email: mine.ownerEmail, role: 'ORG_ADMIN' };
    const add = 'mutation ($input: AddMemberInput!) { addMember(input: $input) { ok { addedMember { role } } } }';
    // The owner of one may administer both with a second token; the first reaches one alone.
    expect((await theirs.owner(add, { input })).data.addMember.ok).not.toBeNull();
    inBoth.send = latchkey.as((await tokenFor(latchkey.services, mine.ownerEmail)).reveal());
  });
  afterAll(() => latchkey.close());

  /** All of an answer that a client can tell apart, but for the request's id. */
  const seen = ({ status, data, errors, headers }: Answer) => ({
    status,
    data: data as unknown,
    errors,
    headers: { ...headers, 'x-request-id': null, date: null },
  });

  it.each(Object.keys(WITH_ORGANIZATION).concat(Object.keys(WITH_KEY)))(
    'are answered by %s as if they did not exist, by id and by slug',
    async (name) => {
      const ask = (organizationId: string, send: Send) => {
        const keys = keysOf({ id: organizationId }, send);
        return WITH_ORGANIZATION[name]?.(keys) ?? WITH_KEY[name]?.(keys, theirKey.id);
      };
      const { token } = await createKey(mine);
      for (const send of [mine.owner, latchkey.as(token)]) {
        const unknown = await ask(randomUUID(), send);
        const unknownSlug = await ask(theirs.slug.replace('tenant', 'nobody'), send);
        if (!unknown || !unknownSlug) throw new Error('no such operation');
        expect(JSON.stringify(unknown.data)).toMatch(/null|ORGANIZATION_NOT_FOUND/);
        for (const id of [theirs.id, theirs.slug]) {
          const answer = await ask(id, send);
          expect(answer && seen(answer)).toEqual(seen(unknown));
          expect(seen(unknownSlug)).toEqual(seen(unknown));
        }
      }
    },
  );

  it.each(Object.keys(WITH_KEY))(
    'are to %s, by the id of a key, exactly as what is nowhere, even for a member of both',
    async (name) => {
      const tokens = { organizationIds: mine.id, family: 'USER_ACCESS_TOKEN', listed: true } as const;
      const { credentials } = latchkey.services.collections;
      const userToken = (await credentials.page(tokens, { first: 1 })).items[0]?.id ?? '';
      expect(userToken).not.toBe('');
      for (const send of [mine.owner, inBoth.send]) {
        const ask = (keyId: string) => WITH_KEY[name]?.(keysOf(mine, send), keyId);
        const unknown = await ask(randomUUID());
        expect(JSON.stringify(unknown)).toMatch(/"apiKey":null|"NOT_FOUND"/);
        const others = [theirKey.id, userToken, mine.id, mine.projectId, theirKey.id.toUpperCase()];
        const odd = ['', ' ', 'x', '__proto__', 'constructor', '\u0000', '\ud800', '{"$ne":null}', 'x'.repeat(4096)];
        for (const keyId of send === mine.owner ? [...others, ...odd] : others) {
          const answer = await ask(keyId);
          expect(answer && seen(answer), keyId).toEqual(unknown && seen(unknown));
        }
      }
    },
  );

  it('are unchanged after all of these attempts', async () => {
    expect(done<ShownKey>(await owned(theirs).read(theirKey.id), 'apiKey')).toEqual(theirKey);
    expect((await mine.owner('{ me { __typename } }')).data).toEqual({ me: { __typename: 'User' } });
    const { token } = await createKey(theirs);
    await expect(signsIn(latchkey, token)).resolves.toBe(true);
  });

  it('cannot be reached by a key, which sees its own organization alone', async () => {
    const { token } = await createKey(mine);
    const see = (id: string) => latchkey.as(token)('query ($id: ID!) { organization(id: $id) { id } }', { id });
    expect((await see(mine.id)).data).toEqual({ organization: { id: mine.id } });
    for (const id of [theirs.id, theirs.slug, randomUUID()])
      expect(seen(await see(id))).toMatchObject({ data: { organization: null }, errors: undefined });
  });

  it('do not mix: each list has its own keys alone, for a member of both too', async () => {
    const { id } = await createKey(mine, 'Mine');
    for (const send of [mine.owner, inBoth.send]) {
      const list = await keysOf(mine, send).list({ filter: { apiKeyStatus: 'ALL' } });
      const text = JSON.stringify(list.data);
      expect(text).toContain(id);
      expect(text).not.toContain(theirKey.id);
    }
    expect(JSON.stringify((await keysOf(theirs, inBoth.send).list()).data)).toContain(theirKey.id);
  });
});
