/** Stores that former releases wrote open with this one, and everything in them works. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEvents } from '../../../src/audit/event.js';
import { KINDS } from '../../../src/services.js';
import { checkFields } from '../../../src/storage/declared.js';
import { MIGRATIONS } from '../../../src/storage/migrations/index.js';
import type { StoredDocument } from '../../../src/storage/migrations/migration.js';
import { onEveryEngine, type Place } from '../../support/engines.js';
import { type Latchkey, type Send, startLatchkey } from '../../support/latchkey.js';
import { CREATE_KEY_CARD, USERS } from '../../support/operations.js';
import { type Contents, load, stored } from './fixtures/load.js';

/** Three weeks after the last write, within the overlaps. */
const NOW = new Date('2026-02-01T12:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');

const GOOD = ['owner', 'otherOwner', 'graphAdmin', 'member', 'liveKey', 'operatorKey', 'slotKey5', 'liveToken'];
const ROTATED = ['rotatedKey', 'rotatedToken'];
const OVERLAPPING = ['rotatedKeyBefore', 'rotatedTokenBefore'];
const ENDED = ['expiredKey', 'revokedKey', 'deletedKey', 'revokedToken', 'deletedToken'];

const frozen = (value: unknown): unknown => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

onEveryEngine('a store of version 1', (engine) => {
  let place: Place;
  let latchkey: Latchkey;
  let contents: Contents;
  let owner: Send;
  let before: Awaited<ReturnType<typeof stored>>;
  beforeAll(async () => {
    ({ place, contents } = await load(engine, 1));
    before = await stored(place);
    latchkey = await startLatchkey(engine, { place });
    owner = as('owner');
  });
  beforeEach(() => void (latchkey.clock.now = NOW));
  afterAll(async () => {
    await latchkey.close();
    await place.remove();
  });

  const as = (name: string) => latchkey.as(contents.secrets[name]);
  const id = (name: string) => contents.ids[name] ?? '';
  const isSignedIn = async (send: Send) => (await send('{ whoAmI { __typename } }')).data?.whoAmI != null;
  const keys = async (fields: string, keyId = '') => {
    const document = `query ($o: ID!, $k: ID!) { organization(id: $o) { ${fields} } }`;
    const { data, errors } = await owner(document, { o: id('enterprise'), k: keyId });
    expect(errors).toBeUndefined();
    return data.organization;
  };
  const change = async (field: string, keyId: string, more = '', selection = '') => {
    const document = `mutation ($o: ID!, $k: ID!) { organization(id: $o) { ${field}(keyId: $k${more}) ${selection} } }`;
    const { data, errors } = await owner(document, { o: id('enterprise'), k: keyId });
    expect(errors).toBeUndefined();
    return data.organization[field];
  };

  it('lost no document, and each is as this release declares it', async () => {
    const after = await stored(place);
    for (const kind of KINDS) {
      const ids = (after.get(kind.name) ?? []).map((one) => one.id);
      expect(ids, kind.name).toEqual(expect.arrayContaining((before.get(kind.name) ?? []).map((one) => one.id)));
      for (const document of after.get(kind.name) ?? []) expect(() => checkFields(kind, document)).not.toThrow();
    }
    const kinds = ['auditEvents', 'credentials', 'lastUses', 'organizations', 'projects', 'targets', 'users'];
    expect([...before.keys()].sort()).toEqual(kinds);
  });

  it('has every step change a copy of the documents, and never these themselves', () => {
    for (const [kind, documents] of before)
      for (const document of documents) {
        let now: StoredDocument = { ...document };
        for (const step of MIGRATIONS)
          if (step.kind === kind) {
            const emitted = step.emits?.from(frozen(now) as StoredDocument) ?? [];
            expect(JSON.parse(JSON.stringify(emitted))).toEqual(emitted);
            now = { ...step.up(frozen(now) as StoredDocument), id: now.id, version: now.version };
          }
        expect(JSON.parse(JSON.stringify(now))).toEqual(now);
      }
  });

  it('knows the last uses', async () => {
    const lastUsed = async (name: string) => (await keys('apiKey(keyId: $k) { lastUsed }', id(name))).apiKey.lastUsed;
    expect(await lastUsed('liveKey')).toBe('2026-01-08T12:00:00.000Z');
    expect(await lastUsed('expiredKey')).toBeNull();
  });

  it('accepts every secret that was valid, and none whose credential had ended', async () => {
    for (const name of [...GOOD, ...ROTATED, ...OVERLAPPING]) expect(await isSignedIn(as(name)), name).toBe(true);
    for (const name of ENDED) expect(await isSignedIn(as(name)), name).toBe(false);
    latchkey.clock.now = LATER;
    for (const name of ROTATED) expect(await isSignedIn(as(name)), name).toBe(true);
    for (const name of OVERLAPPING) expect(await isSignedIn(as(name)), name).toBe(false);
  });

  it('lists projects, targets, members, keys and tokens', async () => {
    const document = `{
      organization(reference: { bySelector: { organizationSlug: "fixture-enterprise" } }) {
        id slug plan
        projects(first: 10) { nodes { slug targets(first: 10) { nodes { slug } } } }
        members(first: 10) { edges { node { role } } }
        accessTokens(first: 10) { edges { node { title description firstCharacters revokedAt } } }
        apiKeys(first: 10, filter: { apiKeyStatus: ALL }) { nodes { keyName keyType revokedAt expiresAt } }
      }
    }`;
    const { data, errors } = await owner(document);
    expect(errors).toBeUndefined();
    const { organization } = data;
    expect(organization).toMatchObject({ id: id('enterprise'), plan: 'ENTERPRISE' });
    const targets = { nodes: [{ slug: 'production' }, { slug: 'staging' }, { slug: 'development' }] };
    expect(organization.projects.nodes).toEqual([
      { slug: 'second-project', targets },
      { slug: 'my-project', targets },
    ]);
    const roles = organization.members.edges.map(({ node }: { node: { role: string } }) => node.role);
    expect(roles.sort()).toEqual(['GRAPH_ADMIN', 'MEMBER', 'ORG_ADMIN', 'ORG_ADMIN']);
    const titles = organization.accessTokens.edges.map(({ node }: { node: { title: string } }) => node.title);
    expect(titles).toEqual(['rotatedToken', 'revokedToken', 'liveToken']);
    const names = organization.apiKeys.nodes.map(({ keyName }: { keyName: string }) => keyName);
    expect(names).toEqual(['operatorKey', 'rotatedKey', 'revokedKey', 'expiredKey', 'renamed']);
  });

  it('has its pending events copied to the audit trail, once', async () => {
    await latchkey.services.relay.drain();
    const trail = latchkey.store.collection(auditEvents);
    const { items } = await trail.page({ organizationIds: id('enterprise') }, { first: 100 });
    const actions = items.map(({ action }) => action);
    expect(actions.filter((action) => action === 'credential.renamed')).toHaveLength(1);
    expect(actions).toEqual(expect.arrayContaining(['organization.created', 'member.added', 'credential.rotated']));
  });

  describe('its limits, keys and tokens', () => {
    it('keep the limit of the plan, and give a slot back', async () => {
      const create = async () => {
        const input = {
          organizationId: id('standard'),
          name: 'One more',
          type: 'SUBGRAPH',
          resources: { subgraphs: [USERS] },
        };
        return (await as('otherOwner')(CREATE_KEY_CARD, { input })).data.createKey;
      };
      expect(await create()).toMatchObject({ __typename: 'CreateKeyError', code: 'PLAN_LIMIT_REACHED' });
      const revoke = `mutation ($o: ID!, $k: ID!) { organization(id: $o) { revokeKey(keyId: $k) } }`;
      const revoked = await as('otherOwner')(revoke, { o: id('standard'), k: id('slotKey1') });
      expect(revoked.data).toEqual({ organization: { revokeKey: id('slotKey1') } });
      expect(await isSignedIn(as('slotKey1'))).toBe(false);
      const created = await create();
      expect(created).toMatchObject({ __typename: 'CreateKeyOk' });
      expect(await isSignedIn(latchkey.as(created.token))).toBe(true);
      expect(await create()).toMatchObject({ code: 'PLAN_LIMIT_REACHED' });
    });

    it('rotate, move their end, are revoked and deleted, again as the first time', async () => {
      const { token } = await change('rotateKey', id('operatorKey'), '', '{ token }');
      expect(await isSignedIn(latchkey.as(token))).toBe(true);
      expect(await isSignedIn(as('operatorKey'))).toBe(false);
      await change('setKeyExpiration', id('expiredKey'), ', expiration: "2026-12-01T00:00:00Z"', '{ id }');
      expect(await isSignedIn(as('expiredKey'))).toBe(true);
      expect(await change('deleteKey', id('deletedKey'))).toBe(id('deletedKey'));
      expect(await change('deleteKey', id('revokedKey'))).toBe(id('revokedKey'));
      expect(await change('revokeKey', id('rotatedKey'))).toBe(id('rotatedKey'));
      for (const name of ['rotatedKey', 'rotatedKeyBefore']) expect(await isSignedIn(as(name))).toBe(false);
    });

    it('take organization tokens: rotated, revoked, and deleted', async () => {
      const rotate = `mutation ($id: ID!) {
        rotateAccessToken(input: { accessToken: { byId: $id }, overlapDays: 1 }) { ok { privateAccessKey } }
      }`;
      const { data } = await owner(rotate, { id: id('liveToken') });
      expect(await isSignedIn(latchkey.as(data.rotateAccessToken.ok.privateAccessKey))).toBe(true);
      expect(await isSignedIn(as('liveToken'))).toBe(true);
      const remove = `mutation ($id: ID!) { deleteAccessToken(input: { accessToken: { byId: $id } }) { ok { __typename } } }`;
      for (const name of ['liveToken', 'deletedToken'])
        expect((await owner(remove, { id: id(name) })).data.deleteAccessToken.ok).not.toBeNull();
      expect(await isSignedIn(as('liveToken'))).toBe(false);
    });

    it('end with their memberships: a removed member is not signed in any more', async () => {
      const remove = `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { ok { __typename } error { message } } }`;
      const input = { organization: { byId: id('enterprise') }, email: 'member@latchkey.example' };
      const seen = `{ organization(id: "${id('enterprise')}") { slug } }`;
      expect((await as('member')(seen)).data.organization).toEqual({ slug: 'fixture-enterprise' });
      expect((await owner(remove, { input })).data.removeMember.error).toBeNull();
      expect((await as('member')(seen)).data.organization).toBeNull();
    });

    it('do not become valid again when the member is added again', async () => {
      const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) { ok { __typename } error { message } } }`;
      const input = { organization: { byId: id('enterprise') }, email: 'member@latchkey.example', role: 'ORG_ADMIN' };
      expect((await owner(add, { input })).data.addMember.error).toBeNull();
      expect((await as('member')(`{ organization(id: "${id('enterprise')}") { slug } }`)).data.organization).toBeNull();
    });
  });
});
