import { Trace } from '@apollo/usage-reporting-protobuf';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, subgraphKey } from '../support/operations.js';
import { Watched } from '../support/watched.js';

const CANARY = 'canary-5b20';
const ME = '{ me { id asActor { type } } }';

onEveryEngine('a trace for the gateway', (engine) => {
  const watched = new Watched();
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: watched.wrap });
    tenant = await latchkey.organization();
  });
  afterEach(() => (watched.failure = undefined));
  afterAll(() => latchkey.close());

  /** An answer with what it has beside data and errors. */
  async function ask(query: string, variables: object = {}, headers: object = { [HEADER]: 'ftv1' }) {
    const response = await latchkey.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${tenant.ownerSecret}`, ...headers },
      payload: { query, variables },
    });
    return response.json<{ data?: object; errors?: { message: string }[]; extensions?: { ftv1: string } }>();
  }
  const HEADER = 'apollo-federation-include-trace';

  /** The trace of an answer: decoded, and as the text that its bytes hold. */
  function traceOf({ extensions }: Awaited<ReturnType<typeof ask>>) {
    const bytes = Buffer.from(extensions?.ftv1 ?? '', 'base64');
    return { trace: Trace.decode(bytes), text: bytes.toString('latin1') };
  }

  it('tells how long the request and each of its fields took', async () => {
    const { trace } = traceOf(await ask(ME));
    expect(trace.durationNs).toBeGreaterThan(0);
    const [me] = trace.root?.child ?? [];
    expect(me).toMatchObject({ responseName: 'me', type: 'Identity', parentType: 'Query' });
    expect(Number(me?.endTime)).toBeGreaterThan(Number(me?.startTime));
    expect(Number(me?.endTime)).toBeLessThanOrEqual(trace.durationNs);
    expect(me?.child?.map(({ responseName }) => responseName)).toEqual(['id', 'asActor']);
  });

  it('is there when it is asked for, and only then', async () => {
    expect(traceOf(await ask(ME)).text).not.toBe('');
    for (const headers of [{}, { [HEADER]: '' }, { [HEADER]: 'ftv2' }])
      expect(await ask(ME, {}, headers)).not.toHaveProperty('extensions');
  });

  it('holds no secret that is in the answer, and no value that was sent', async () => {
    const answer = await ask(CREATE_KEY, subgraphKey(tenant, CANARY));
    const [secret = ''] = /ak_v2_\w+/.exec(JSON.stringify(answer.data)) ?? [];
    expect(secret).toHaveLength(78);
    const { text } = traceOf(answer);
    expect(text).toContain('createKey');
    expect(text).not.toContain(secret.slice(6, 28));
    expect(text).not.toContain(secret.slice(-40, -10));
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(tenant.ownerSecret.slice(-40, -10));
  });

  it.each<[what: string, query: string, fails: boolean]>([
    ['of a fault of ours', ME, true],
    ['of a refusal', `{ organization(id: "x", reference: { byId: "${CANARY}" }) { id } }`, false],
    ['of a document', `{ organization(id: {a: "${CANARY}"}) { id } }`, false],
  ])('tells that there was an error, and nothing %s', async (_, query, fails) => {
    watched.failure = fails ? () => new Error(`cannot read ${CANARY} ${tenant.ownerSecret}`) : undefined;
    const answer = await ask(query);
    const { text } = traceOf(answer);
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(text).toContain('<masked>');
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(answer.errors?.[0]?.message.slice(0, 20));
    expect(text).not.toContain(tenant.ownerSecret.slice(-40, -10));
  });
});

onEveryEngine('an answer', (engine) => {
  let latchkey: Latchkey;
  beforeAll(async () => void (latchkey = await startLatchkey(engine)));
  afterAll(() => latchkey.close());

  it('forbids storing it, accepted or refused, and gives no cache hints', async () => {
    for (const query of ['{ __typename }', '{ me { id } }', '{ nope }', '{']) {
      const { headers } = await latchkey.as()(query);
      expect(headers['cache-control']).toBe('no-store');
    }
    const response = await latchkey.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ __typename }' },
    });
    expect(response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});
