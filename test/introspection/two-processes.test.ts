import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { pendingWith } from '../../src/audit/event.js';
import { mint } from '../../src/secrets/secret.js';
import { bootstrapped } from '../support/beside.js';
import { mongodb, type Place } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';
import { type ServerProcess, startServer } from '../support/process.js';
import { BATCH, EVERYTHING, REVOKE, type Token } from './asking.js';

const TOKENS = process.env.LATCHKEY_SOAK === '1' ? 1000 : 50;
/** How many are ended by one document, and asked about by the request after it. */
const AT_ONCE = 10;
/** How many chains of "end them here, ask there" run at once. */
const LANES = 5;
/** A MongoDB that is shared with other tests may be slow. */
const TIMEOUT_MS = 120_000;

interface Answers {
  readonly results: readonly { readonly active: unknown }[];
}

// The embedded store serves one process.
describe.skipIf(inject('mongoUri') === '')('of two processes on one MongoDB', () => {
  let place: Place;
  let tenant: { id: string; secret: string };
  /** This process, and another. */
  let here: Latchkey;
  let there: ServerProcess;
  let at: { here: string; there: string };
  let asker: Token;
  beforeAll(async () => {
    place = mongodb.place();
    tenant = await bootstrapped(place, 'two-processes');
    [here, there] = await Promise.all([startLatchkey(mongodb, { place }), startServer(place.environment)]);
    at = { here: await here.app.listen({ port: 0, host: '127.0.0.1' }), there: there.endpoint };
    asker = await create('credential:introspect');
  }, TIMEOUT_MS);
  afterAll(async () => {
    await Promise.all([here.close(), there.end('SIGTERM')]);
    await place.remove();
  });

  /** A token made by the one process. */
  async function create(permission: string): Promise<Token> {
    const { data } = await here.as(tenant.secret)(
      `mutation ($input: CreateOrganizationAccessTokenInput!) {
        createOrganizationAccessToken(input: $input) { ok { privateAccessKey createdOrganizationAccessToken { id } } }
      }`,
      {
        input: {
          organization: { byId: tenant.id },
          title: 'One of many',
          permissions: [permission],
          resources: EVERYTHING,
        },
      },
    );
    const { ok } = data.createOrganizationAccessToken;
    return { id: ok.createdOrganizationAccessToken.id, secret: ok.privateAccessKey };
  }

  /** Tokens like one made by the one process, put straight into the store: making them is not what is tested. */
  async function createMany(count: number): Promise<Token[]> {
    const { id: first } = await create('usage:report');
    const template = await here.store.collection(credentials).get(first);
    if (!template) throw new Error('the token is not in the store');
    const made = Array.from({ length: count }, () => {
      const id = uuid();
      return { id, ...mint('lko_', id) };
    });
    const drafts = made.map(({ id, hash, preview }) => {
      return { ...template, id, slot: id, secrets: [{ hash, until: null }], preview, ...pendingWith() };
    });
    await place.insertMany(here.store, credentials, drafts);
    return made.map(({ id, secret }) => ({ id, secret: secret.reveal() }));
  }

  async function post(server: 'here' | 'there', path: string, body: object): Promise<Answers> {
    const response = await fetch(new URL(path, at[server]), {
      method: 'POST',
      headers: { authorization: `Bearer ${asker.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return (await response.json()) as Answers;
  }

  /** How many of `tokens` are active there, asked all at once. */
  async function activeThere(tokens: readonly Token[]): Promise<number> {
    const { results } = await post('there', BATCH, { tokens: tokens.map(({ secret }) => ({ token: secret })) });
    return results.filter(({ active }) => active !== false).length;
  }

  /** Ends tokens here and asks there right after that, again and again; how many were accepted before, and after. */
  async function endHereAskThere(tokens: readonly Token[], end: (some: readonly Token[]) => Promise<unknown>) {
    const counts = { before: 0, after: 0 };
    const groups = Array.from({ length: tokens.length / AT_ONCE }, (_, n) =>
      tokens.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
    );
    const lane = async () => {
      for (let group = groups.pop(); group; group = groups.pop()) {
        const before = await activeThere(group);
        await end(group);
        const after = await activeThere(group);
        counts.before += before;
        counts.after += after;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return counts;
  }

  /** Ends tokens by one document; `field` ends the one whose id is `$id`. */
  const endAll = (field: (id: string) => string) => async (some: readonly Token[]) => {
    const { data, errors } = await here.as(tenant.secret)(
      `mutation { ${some.map(({ id }, n) => `t${n}: ${field(JSON.stringify(id))} { ok { __typename } }`).join('\n')} }`,
    );
    expect(errors).toBeUndefined();
    expect(Object.values<{ ok: unknown }>(data).filter(({ ok }) => ok)).toHaveLength(some.length);
  };

  it(
    `one deletes ${TOKENS} tokens, and the next request to the other accepts none of them`,
    async () => {
      const tokens = await createMany(TOKENS);
      const remove = endAll((id) => `deleteAccessToken(input: { accessToken: { byId: ${id} } })`);
      expect(await endHereAskThere(tokens, remove)).toEqual({ before: TOKENS, after: 0 });
    },
    TIMEOUT_MS,
  );

  it(
    'one revokes tokens, by id and by secret, and the next request to the other accepts none of them',
    async () => {
      const tokens = await createMany(40);
      const byId = endAll((id) => `revokeAccessToken(input: { accessToken: { byId: ${id} } })`);
      const bySecret = (some: readonly Token[]) =>
        Promise.all(some.map(({ secret }) => post('here', REVOKE, { token: secret })));
      expect(await endHereAskThere(tokens.slice(0, 20), byId)).toEqual({ before: 20, after: 0 });
      expect(await endHereAskThere(tokens.slice(20), bySecret)).toEqual({ before: 20, after: 0 });
    },
    TIMEOUT_MS,
  );
});
