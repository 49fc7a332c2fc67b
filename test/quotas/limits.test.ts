/** How many of each a user and an organization may have: exactly so many, whoever races. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenFor } from '../../src/cli/bootstrap.js';
import { LIMITS_OF_ORGANIZATION, LIMITS_OF_USER } from '../../src/config/plans.js';
import { credentials } from '../../src/credentials/credential.js';
import type { Slotted } from '../../src/quotas/quota.js';
import { organizations } from '../../src/organizations/organization.js';
import { type Collection, type Document, type DocumentType, update, type Where } from '../../src/storage/collection.js';
import { projects } from '../../src/targets/project.js';
import { createToken, requestToken, REVOKE, SET_EXPIRATION } from '../organization-access-tokens/fixtures/tokens.js';
import { CREATE_ORGANIZATION, CREATE_PROJECT } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { withPauses } from '../support/pauses.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY_CARD, createKey } from '../support/operations.js';

const SOAK = process.env.LATCHKEY_SOAK === '1';
const ROUNDS = SOAK ? 20 : 1;
const AT_ONCE = 50;

/** What is limited: how many there may be, what counts, and a creation, which answers its outcome as a code. */
interface Limited {
  readonly title: string;
  readonly most: number;
  readonly scope: (tenant: Tenant, ownerId: string) => string;
  readonly kind: DocumentType<never>;
  readonly where: (tenant: Tenant, ownerId: string) => Where<never>;
  readonly create: (tenant: Tenant, send: Send, n: number) => Promise<{ code: string; message?: string }>;
  readonly message: string;
}

const LIMITED: readonly Limited[] = [
  {
    title: 'organizations of a user',
    most: LIMITS_OF_USER.organizations,
    scope: (_, ownerId) => `${ownerId}/ORGANIZATION`,
    kind: organizations as never,
    where: (_, ownerId) => ({ ownerId, state: 'LIVE' }),
    async create({ slug }, send, n) {
      const { data } = await send(CREATE_ORGANIZATION, { slug: `${slug}-${n}` });
      return data.createOrganization.error ?? { code: 'OK' };
    },
    message: 'A user creates 20 organizations at most. Delete one first, or ask the operator of this service for more.',
  },
  {
    title: 'projects of an organization',
    most: LIMITS_OF_ORGANIZATION.projects.STANDARD,
    scope: ({ id }) => `${id}/PROJECT`,
    kind: projects as never,
    where: ({ id }) => ({ organizationId: id, state: 'LIVE' }),
    async create({ id }, send, n) {
      const input = { organization: { byId: id }, slug: `project-${n}`, type: 'FEDERATION' };
      const { data } = await send(CREATE_PROJECT, { input });
      return data.createProject.error ?? { code: 'OK' };
    },
    message: 'The STANDARD plan allows 100 projects. Delete one first.',
  },
  {
    title: 'live access tokens of an organization',
    most: LIMITS_OF_ORGANIZATION.liveAccessTokens.STANDARD,
    scope: ({ id }) => `${id}/ORGANIZATION_ACCESS_TOKEN`,
    kind: credentials as never,
    where: ({ id }) => ({ organizationIds: id, kind: 'ORGANIZATION_ACCESS_TOKEN', live: true }),
    async create(tenant, send) {
      const { data } = await requestToken(tenant, {}, send);
      return data.createOrganizationAccessToken.error ?? { code: 'OK' };
    },
    message: 'The STANDARD plan allows 200 live access tokens. Revoke or delete one first.',
  },
  {
    title: 'live operator keys of an organization',
    most: LIMITS_OF_ORGANIZATION.liveOperatorKeys.STANDARD,
    scope: ({ id }) => `${id}/OPERATOR_KEY`,
    kind: credentials as never,
    where: ({ id }) => ({ organizationIds: id, kind: 'OPERATOR_KEY', live: true }),
    async create({ id: organizationId }, send) {
      const { data } = await send(CREATE_KEY_CARD, { input: { organizationId, name: 'A key', type: 'OPERATOR' } });
      return data.createKey.code ? { ...data.createKey, code: 'LIMIT_REACHED' } : { code: 'OK' };
    },
    message: 'The STANDARD plan allows 20 live operator keys. Revoke or delete one first.',
  },
];

/** A soak tries all kinds on each engine; else the slow engine tries the small ones, for the mechanism is one. */
const MOST_ON_MONGODB = SOAK ? Infinity : 20;

onEveryEngine('as many as are allowed, and no more:', (engine) => {
  let latchkey: Latchkey;
  let other: Latchkey;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: withPauses });
    other = await startLatchkey(engine, { place: latchkey.place, wrap: withPauses });
  });
  afterAll(async () => {
    await other.close();
    await latchkey.close();
  });

  const tried = LIMITED.filter(({ most }) => engine.name === 'embedded' || most <= MOST_ON_MONGODB);
  describe.each(tried)('$title', ({ most, scope, kind, where, create, message }) => {
    /** An organization with all but one of what it may have: in numbered slots, or as from before there were any. */
    async function nearlyFull(numbered: boolean) {
      const tenant = await latchkey.organization({ plan: 'STANDARD' });
      const ownerId = (await tenant.owner('{ me { id } }')).data.me.id as string;
      const collection = latchkey.store.collection(kind) as unknown as Collection<Slotted>;
      const holders = where(tenant, ownerId) as Where<Slotted>;
      if ((await collection.count(holders)) === 0) expect((await create(tenant, tenant.owner, 0)).code).toBe('OK');
      const [one] = (await collection.page(holders, { first: 1 })).items;
      if (!one) throw new Error('there is nothing to copy');
      const copy = async (n: number) => {
        const id = uuid();
        const slot = numbered ? `${scope(tenant, ownerId)}/${n}` : id;
        const draft = { ...one, id, slot, pending: [], hasPending: false };
        await collection.insert('slug' in one ? ({ ...draft, slug: `copy-${id}` } as Document as Slotted) : draft);
      };
      const slots = new Set(await collection.taken('slot', `${scope(tenant, ownerId)}/`));
      const free = Array.from({ length: most }, (_, n) => n + 1).filter(
        (n) => !slots.has(`${scope(tenant, ownerId)}/${n}`),
      );
      const missing = free.slice(0, most - 2);
      for (let n = 0; n < missing.length; n += 25) await Promise.all(missing.slice(n, n + 25).map(copy));
      expect(await collection.count(holders)).toBe(most - 1);
      return { tenant, collection, holders };
    }

    // What all have in common is tried on the small ones.
    it.each(most > 20 ? [true] : [true, false])(
      `of ${AT_ONCE} creations at once with one left exactly one succeeds (the others numbered: %s)`,
      async (numbered) => {
        for (let round = 0; round < ROUNDS; round++) {
          const { tenant, collection, holders } = await nearlyFull(numbered);
          const ways = [latchkey, other].map((one) => one.as(tenant.ownerSecret));
          const outcomes = await Promise.all(
            Array.from({ length: AT_ONCE }, (_, n) => create(tenant, ways[n % 2] ?? tenant.owner, n + 1)),
          );
          const refused = outcomes.filter(({ code }) => code !== 'OK');
          expect(outcomes.length - refused.length, `round ${round}`).toBe(1);
          for (const one of refused) expect(one).toMatchObject({ code: 'LIMIT_REACHED', message });
          expect(await collection.count(holders)).toBe(most);
        }
      },
    );
  });

  it('keys of one kind take no place of another', async () => {
    const tenant = await latchkey.organization({ plan: 'STANDARD' });
    const most = LIMITS_OF_ORGANIZATION.liveSubgraphKeys.STANDARD;
    for (let n = 0; n < most; n++) {
      const input = { organizationId: tenant.id, name: `Key ${n}`, type: 'OPERATOR' };
      expect((await tenant.owner(CREATE_KEY_CARD, { input })).data.createKey.code).toBeUndefined();
    }
    for (let n = 0; n < most; n++) await createKey(tenant);
    await expect(createKey(tenant)).rejects.toThrow('The STANDARD plan allows 5 live subgraph keys');
  });

  /** An organization with as many live access tokens as its plan allows; answers the first one's id. */
  async function fullOfTokens(): Promise<{ tenant: Tenant; id: string }> {
    const tenant = await latchkey.organization({ plan: 'STANDARD' });
    const { id } = await createToken(tenant);
    const collection = latchkey.store.collection(credentials);
    const one = await collection.get(id);
    if (!one) throw new Error('the token is not in the store');
    const missing = Array.from({ length: LIMITS_OF_ORGANIZATION.liveAccessTokens.STANDARD - 1 }, () => uuid());
    const copies = missing.map((copy) => ({ ...one, id: copy, slot: copy, pending: [], hasPending: false }));
    await latchkey.place.insertMany(latchkey.store, credentials, copies);
    await expect(createToken(tenant)).rejects.toThrow('LIMIT_REACHED');
    return { tenant, id };
  }

  it('a revoked access token makes room for another', async () => {
    const { tenant, id } = await fullOfTokens();
    const revoke = `mutation ($id: ID!) { revokeAccessToken(input: { accessToken: { byId: $id } }) { error { code } } }`;
    expect((await tenant.owner(revoke, { id })).data.revokeAccessToken.error).toBeNull();
    await createToken(tenant);
    await expect(createToken(tenant)).rejects.toThrow('LIMIT_REACHED');
  });

  it('an expired access token that makes room for another is valid again when there is room again', async () => {
    const { tenant, id } = await fullOfTokens();
    const collection = latchkey.store.collection(credentials);
    await update(collection, id, (one) => ({ ...one, expiresAt: new Date(Date.now() - 1).toISOString() }));
    const other = await createToken(tenant);
    const revive = async () =>
      (await tenant.owner(SET_EXPIRATION, { id, expiration: { period: 'ONE_YEAR' } })).data.setAccessTokenExpiration
        .error;
    expect(await revive()).toMatchObject({ code: 'LIMIT_REACHED' });
    await tenant.owner(REVOKE, { id: other.id });
    expect(await revive()).toBeNull();
  });

  it('user access tokens, which the operator issues', async () => {
    const { ownerEmail } = await latchkey.organization();
    for (let n = 1; n < LIMITS_OF_USER.liveUserAccessTokens; n++) await tokenFor(latchkey.services, ownerEmail);
    await expect(tokenFor(latchkey.services, ownerEmail)).rejects.toThrow(
      'A user has 100 live access tokens at most. Revoke one first.',
    );
  });
});
