import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { EVERYTHING } from '../introspection/asking.js';
import { bootstrapped } from '../support/beside.js';
import { mongodb, type Place } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';
import { type ServerProcess, startServer } from '../support/process.js';

const ROUNDS = process.env.LATCHKEY_SOAK === '1' ? 200 : 5;
/** How many one document creates. */
const CREATIONS = 19;
const TIMEOUT_MS = process.env.LATCHKEY_SOAK === '1' ? 1_200_000 : 120_000;

const CREATE = `
  mutation ($input: CreateOrganizationAccessTokenInput!) {
    ${Array.from({ length: CREATIONS }, (_, n) => `t${n}: createOrganizationAccessToken(input: $input) { ...Created }`).join('\n')}
  }
  fragment Created on CreateOrganizationAccessTokenResult {
    ok { privateAccessKey createdOrganizationAccessToken { id } } error { code }
  }`;
const CREATE_ONE = `
  mutation ($input: CreateOrganizationAccessTokenInput!) {
    createOrganizationAccessToken(input: $input) { ok { privateAccessKey createdOrganizationAccessToken { id } } }
  }`;
const REVOKE = `
  mutation ($id: ID!) {
    revokeAccessToken(input: { accessToken: { byId: $id } }) { ok { __typename } }
  }`;

// The embedded store serves one process.
describe.skipIf(inject('mongoUri') === '')('of two processes on one MongoDB', () => {
  let place: Place;
  let tenant: { id: string; secret: string };
  /** Another process, and this one. */
  let here: ServerProcess;
  let there: Latchkey;
  beforeAll(async () => {
    place = mongodb.place();
    tenant = await bootstrapped(place, 'revoked-meanwhile');
    [here, there] = await Promise.all([startServer(place.environment), startLatchkey(mongodb, { place })]);
  }, TIMEOUT_MS);
  afterAll(async () => {
    await Promise.all([here.end('SIGTERM'), there.close()]);
    await place.remove();
  });

  const input = (title: string, permissions: readonly string[]) => ({
    input: { organization: { byId: tenant.id }, title, permissions, resources: EVERYTHING },
  });

  /** The live tokens of a title among the newest, as the store has them. */
  async function live(title: string): Promise<Set<string>> {
    const where = { organizationIds: tenant.id, family: 'ORGANIZATION_ACCESS_TOKEN', live: true };
    const { items } = await there.store.collection(credentials).page(where, { first: 2 * CREATIONS });
    return new Set(items.filter((one) => one.title === title).map(({ id }) => id));
  }

  /**
   * One creates token after token in a single document while the other revokes the token that asks, once so many were
   * stored. What is left in the end, of what was stored when the revocation was acknowledged.
   */
  async function round(title: string, stored: number) {
    const { data } = await here.as(tenant.secret)(
      CREATE_ONE,
      input('One who creates', ['accessToken:modify', 'usage:report']),
    );
    const { privateAccessKey, createdOrganizationAccessToken: creator } = data.createOrganizationAccessToken.ok;
    const progress = { answered: false };
    const creating = here
      .as(privateAccessKey as string)(CREATE, input(title, ['usage:report']))
      .finally(() => (progress.answered = true));
    while (!progress.answered && (await live(title)).size < stored);
    const revoked = await there.as(tenant.secret)(REVOKE, { id: creator.id });
    expect(revoked.data.revokeAccessToken.ok).not.toBeNull();
    const atAcknowledgement = await live(title);
    await creating;
    return { atAcknowledgement, left: await live(title) };
  }

  it(
    `one creates ${CREATIONS} tokens in a document, and none after the other has revoked the one that asks`,
    async () => {
      let cutShort = 0;
      for (let n = 0; n < ROUNDS; n++) {
        const { atAcknowledgement, left } = await round(`Round ${n}`, 1 + (n % 5));
        expect([...left].filter((id) => !atAcknowledgement.has(id))).toEqual([]);
        if (left.size < CREATIONS) cutShort += 1;
      }
      // Else the revocation came too late to show anything.
      expect(cutShort).toBeGreaterThan(ROUNDS / 2);
    },
    TIMEOUT_MS,
  );
});
