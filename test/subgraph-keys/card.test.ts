import { randomUUID } from 'node:crypto';
import { isEnumType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../support/schema.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, USERS } from '../support/operations.js';
import { done, owned, refusal, type ShownKey, signsIn } from './operations.js';

const good = { name: 'A key', type: 'SUBGRAPH', resources: { subgraphs: [USERS] } };
const subgraphs = (...given: object[]) => ({ ...good, resources: { subgraphs: given } });
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...USERS, subgraphName: `s${index}` }));

/** What is wrong, the code that says so, and the argument at fault. */
const PROBLEMS: readonly [what: string, code: string, field: string | null, input: object][] = [
  ['a bad name', 'INVALID_NAME', 'name', { ...good, name: ' ' }],
  ['a type that is not made here', 'UNSUPPORTED_KEY_TYPE', 'type', { ...good, type: 'ROUTER' }],
  ['a bad IP allowlist', 'INVALID_IP_ALLOWLIST', 'ipAllowlist', { ...good, ipAllowlist: ['10.1.2.3/8'] }],
  ['no subgraphs', 'RESOURCES_REQUIRED', 'resources.subgraphs', subgraphs()],
  ['too many subgraphs', 'TOO_MANY_RESOURCES', 'resources.subgraphs', subgraphs(...many(1001))],
  [
    'subgraphs for an operator key',
    'RESOURCES_NOT_ALLOWED',
    'resources.subgraphs',
    { ...subgraphs(USERS), type: 'OPERATOR' },
  ],
  [
    'gateways',
    'RESOURCES_NOT_ALLOWED',
    'resources.gateways',
    { ...good, resources: { subgraphs: [USERS], gateways: [{ gatewayId: 'g' }] } },
  ],
  [
    'a bad subgraph name',
    'INVALID_SUBGRAPH_NAME',
    'resources.subgraphs[1].subgraphName',
    subgraphs(USERS, { ...USERS, subgraphName: '*' }),
  ],
  [
    'an unknown graph',
    'RESOURCE_NOT_FOUND',
    'resources.subgraphs[1].graphId',
    subgraphs(USERS, { ...USERS, graphId: 'nowhere' }),
  ],
  [
    'an unknown variant',
    'RESOURCE_NOT_FOUND',
    'resources.subgraphs[0].variantName',
    subgraphs({ ...USERS, variantName: 'nowhere' }),
  ],
  ['a subgraph that stands twice', 'DUPLICATE_RESOURCE', 'resources.subgraphs[1]', subgraphs(USERS, USERS)],
];

/** No role lacks what its keys hold, and no key makes keys: roles.test.ts reaches this past the API. */
const OUT_OF_REACH = ['EXCEEDS_CALLER_PERMISSIONS'];

onEveryEngine('createKey(input)', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  const cardOf = ({ data, errors }: Answer): Record<string, unknown> => {
    expect(errors).toBeUndefined();
    return data.createKey as Record<string, unknown>;
  };
  const keyCount = async () => done<{ totalCount: number }>(await owned(tenant).list(), 'apiKeys').totalCount;

  it('answers the key, its id and, in one place, its secret', async () => {
    const ok = cardOf(await owned(tenant).createCard(good));
    expect(ok).toEqual({
      __typename: 'CreateKeyOk',
      id: expect.any(String) as string,
      token: expect.stringMatching(/^ak_v2_/) as string,
      key: { id: ok.id, keyName: 'A key', token: expect.stringContaining('***') as string },
    });
    await expect(signsIn(latchkey, ok.token as string)).resolves.toBe(true);
  });

  it('takes the slug of the organization for its id', async () => {
    const ok = cardOf(await owned({ ...tenant, id: tenant.slug }).createCard({ ...good, name: 'By slug' }));
    expect(done<ShownKey>(await owned(tenant).read(ok.id as string), 'apiKey').keyName).toBe('By slug');
  });

  it.each(PROBLEMS)('answers %s as %s, at %s', async (_, code, field, input) => {
    const before = await keyCount();
    const error = cardOf(await owned(tenant).createCard(input));
    expect(error).toEqual({ __typename: 'CreateKeyError', code, field, message: expect.any(String) as string });
    await expect(keyCount()).resolves.toBe(before);
  });

  it.each(PROBLEMS)('answers %s on the other form as a GraphQL error with the same message', async (...row) => {
    const input = row[3];
    const { message } = cardOf(await owned(tenant).createCard(input));
    expect(refusal(await owned(tenant).create(input))).toEqual({
      message,
      code: 'BAD_USER_INPUT',
      path: ['organization', 'createKey'],
    });
  });

  it('answers an unknown and a foreign organization alike', async () => {
    const foreign = await latchkey.organization();
    for (const organizationId of [randomUUID(), 'nowhere', foreign.id, foreign.slug])
      expect(cardOf(await owned({ ...tenant, id: organizationId }).createCard(good))).toEqual({
        __typename: 'CreateKeyError',
        code: 'ORGANIZATION_NOT_FOUND',
        field: 'organizationId',
        message: 'The organization does not exist.',
      });
  });

  it("answers a plan's limit on both forms", async () => {
    const standard = await latchkey.organization({ plan: 'STANDARD' });
    for (let made = 0; made < 5; made++) await createKey(standard);
    const error = cardOf(await owned(standard).createCard(good));
    expect(error).toEqual({
      __typename: 'CreateKeyError',
      code: 'PLAN_LIMIT_REACHED',
      field: null,
      message: 'The STANDARD plan allows 5 live subgraph keys. Revoke or delete one first.',
    });
    const { message } = error;
    const path = ['organization', 'createKey'];
    expect(refusal(await owned(standard).create(good))).toEqual({ message, code: 'LIMIT_REACHED', path });
  });

  it('has no problem that these tests do not reach', () => {
    const codes = schema.getType('CreateKeyErrorCode');
    const all = isEnumType(codes) ? codes.getValues().map((value) => value.name) : [];
    const reached = [...PROBLEMS.map(([, code]) => code), 'ORGANIZATION_NOT_FOUND', 'PLAN_LIMIT_REACHED'];
    expect([...new Set([...reached, ...OUT_OF_REACH])].sort()).toEqual(all.sort());
  });
});
