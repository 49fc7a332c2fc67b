/** A plan's limit under many creations at once, from two servers on one store. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setPlan } from '../../src/cli/bootstrap.js';
import type { Plan } from '../../src/config/plans.js';
import { beside, bootstrapped } from '../support/beside.js';
import { type Engine, onEveryEngine, type Place } from '../support/engines.js';
import { type Send, startLatchkey } from '../support/latchkey.js';
import { CREATE_KEY_CARD, USERS } from '../support/operations.js';
import { withPauses } from '../support/pauses.js';
import { startServer } from '../support/process.js';

const SOAK = process.env.LATCHKEY_SOAK === '1';
/** Else each way of making room once. */
const ROUNDS = SOAK ? 200 : 3;
const AT_ONCE = 50;
const LIMIT = 5;

/** Two servers on the store of `place`, in this process; in a soak two processes where the engine serves several. */
async function twoServers(engine: Engine, place: Place) {
  if (SOAK && engine.name === 'mongodb') {
    const servers = [await startServer(place.environment), await startServer(place.environment)];
    return {
      as: (secret: string) => servers.map((server) => server.as(secret)),
      close: () => Promise.all(servers.map((server) => server.end('SIGTERM'))),
    };
  }
  const options = { place, wrap: withPauses };
  const servers = [await startLatchkey(engine, options), await startLatchkey(engine, options)];
  return {
    as: (secret: string) => servers.map((server) => server.as(secret)),
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}

onEveryEngine('50 creations at once with one place left', (engine) => {
  let place: Place;
  let servers: Awaited<ReturnType<typeof twoServers>>;
  beforeAll(async () => {
    place = engine.place();
    servers = await twoServers(engine, place);
  });
  afterAll(async () => {
    await servers.close();
    await place.remove();
  });

  /** As the owner of a new organization: creations on both servers, and how many keys are live. */
  async function owner(slug: string, plan: Plan) {
    const { id, secret } = await bootstrapped(place, slug, plan);
    const [first, second] = servers.as(secret) as [Send, Send];
    const input = { organizationId: id, name: 'A key', type: 'SUBGRAPH', resources: { subgraphs: [USERS] } };
    const create = async (send: Send): Promise<string> => {
      const { data, errors } = await send(CREATE_KEY_CARD, { input });
      return data?.createKey.code ?? data?.createKey.__typename ?? `failed: ${errors?.[0]?.message}`;
    };
    const query = `query ($id: ID!, $status: ApiKeyStatus!) {
      organization(id: $id) { apiKeys(filter: { apiKeyStatus: $status }) { nodes { id } } }
    }`;
    return {
      id,
      first,
      create: () => create(first),
      storm: () => Promise.all(Array.from({ length: AT_ONCE }, (_, n) => create(n % 2 ? first : second))),
      keys: async (status = 'ACTIVE'): Promise<string[]> => {
        const { data } = await second(query, { id, status });
        return data.organization.apiKeys.nodes.map((node: { id: string }) => node.id);
      },
    };
  }

  const REFUSED = Array<string>(AT_ONCE - 1).fill('PLAN_LIMIT_REACHED');

  it(`let exactly one through, in each of ${ROUNDS} rounds`, async () => {
    const { id, first, create, storm, keys } = await owner('full-house', 'STANDARD');
    for (let n = 1; n < LIMIT; n++) expect(await create()).toBe('CreateKeyOk');

    /** The ways in which a key makes room; one after the other. */
    const change = (field: string, keyId: string) =>
      first(`mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { ${field} } }`, { id, keyId });
    const ways = [
      (keyId: string) => change('revokeKey(keyId: $keyId)', keyId),
      (keyId: string) => change('deleteKey(keyId: $keyId)', keyId),
      async (keyId: string) => {
        const expireIn = (ms: number) =>
          change(
            `setKeyExpiration(keyId: $keyId, expiration: "${new Date(Date.now() + ms).toISOString()}") { id }`,
            keyId,
          );
        // A busy server reads the request when the moment has passed, and refuses it.
        let ms = 300;
        let answer = await expireIn(ms);
        while (answer.errors && ms < 10_000) answer = await expireIn((ms *= 2));
        await expect.poll(() => keys('EXPIRED'), { timeout: ms + 5000, interval: 50 }).toContain(keyId);
        return answer;
      },
    ] as const;

    for (let round = 0; round < ROUNDS; round++) {
      const outcomes = await storm();
      expect(outcomes.toSorted(), `round ${round}`).toEqual(['CreateKeyOk', ...REFUSED]);
      const live = await keys();
      expect(live).toHaveLength(LIMIT);
      const makeRoom = ways[round % ways.length];
      expect(await makeRoom?.(live[round % LIMIT] ?? '')).not.toHaveProperty('errors.0');
      expect(await keys()).toHaveLength(LIMIT - 1);
    }
  });

  it('let exactly one through when the live keys are from a time without a limit', async () => {
    const { id, create, storm, keys } = await owner('come-down', 'ENTERPRISE');
    for (let n = 1; n < LIMIT; n++) expect(await create()).toBe('CreateKeyOk');
    await beside(place, (services) => setPlan(services, id, 'STANDARD'));
    expect((await storm()).toSorted()).toEqual(['CreateKeyOk', ...REFUSED]);
    expect(await keys()).toHaveLength(LIMIT);
  });
});
