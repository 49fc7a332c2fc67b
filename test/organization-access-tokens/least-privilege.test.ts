import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine, runs } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, member } from '../support/operations.js';
import { covers, effective, inputOf, NEEDS, PERMISSIONS, pathsOf, type Tree, trees } from './fixtures/plainly.js';
import * as f from './fixtures/tokens.js';

/** How long a token lives, shortest first. What is created later, for as long, ends later. */
const PERIODS = ['ONE_WEEK', 'TWO_WEEKS', 'ONE_MONTH', 'SIX_MONTHS', 'ONE_YEAR', 'NEVER'] as const;
type Period = (typeof PERIODS)[number];
const outlives = (life: Period, creators: Period) =>
  creators !== 'NEVER' && PERIODS.indexOf(life) >= PERIODS.indexOf(creators);

/** Places to ask about: one at least of each sort that an assignment can tell apart. */
const ASKED = ['', 'p1', 'p2', 'p1/development', 'p1/staging', 'p2/staging'].concat(
  ['p1/staging', 'p1/production', 'p2/development'].flatMap((at) => [
    `${at}/service/users`,
    `${at}/service/others`,
    `${at}/appDeployment/web`,
  ]),
);

onEveryEngine('nobody creates an access token that is stronger than they are', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let ids: Record<string, string>;
  /** Somebody, and what they hold, on everything, and for how long. */
  let creators: { send: Send; holds: readonly string[]; life: Period }[];
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    ids = {};
    for (const slug of ['p1', 'p2']) {
      const { id, targets } = await f.addProject(tenant, slug);
      ids[slug] = id;
      for (const [name, targetId] of Object.entries(targets)) ids[`${slug}/${name}`] = targetId;
    }
    creators = [{ send: tenant.owner, holds: PERMISSIONS, life: 'NEVER' }];
    const others = fc.subarray(PERMISSIONS.filter((one) => one !== 'accessToken:modify'));
    for (const [index, chosen] of [[], ...fc.sample(others, 4), [...PERMISSIONS]].entries()) {
      const holds = closed(['accessToken:modify', 'organization:describe', ...chosen]);
      const life = PERIODS.at(index - 2) ?? 'NEVER';
      const { secret } = await f.createToken(tenant, { permissions: holds, expirationPeriod: life });
      creators.push({ send: latchkey.as(secret), holds, life });
    }
    for (const role of ['GRAPH_ADMIN', 'MEMBER'] as const)
      creators.push({ send: (await member(latchkey, tenant, role)).send, holds: [], life: 'NEVER' });
  });
  afterAll(() => latchkey.close());

  const closed = (chosen: readonly string[]) => [...new Set(chosen.flatMap((one) => [one, ...(NEEDS[one] ?? [])]))];

  /** What the rules say to a request, in the order in which they are told. */
  function verdict(
    { holds, life }: { holds: readonly string[]; life: Period },
    wanted: readonly string[],
    assigned: Tree,
    period: Period,
  ): string {
    const paths = pathsOf(assigned);
    if (!holds.includes('accessToken:modify')) return 'UNAUTHORISED';
    if (wanted.some((one) => (NEEDS[one] ?? []).some((needed) => !wanted.includes(needed))))
      return 'MISSING_NEEDED_PERMISSION';
    if (wanted.some((one) => !effective(one, paths))) return 'PERMISSION_WITHOUT_EFFECT';
    if (assigned !== 'ALL' && Object.keys(assigned).length > 0 && !holds.includes('project:describe'))
      return 'PROJECT_NOT_FOUND';
    if (!wanted.every((one) => holds.includes(one))) return 'EXCEEDS_CALLER_PERMISSIONS';
    return outlives(period, life) ? 'EXCEEDS_CALLER_LIFETIME' : 'CREATED';
  }

  async function questions(secret: string, permissions: readonly string[]): Promise<boolean[]> {
    const tokens = permissions.flatMap((permission) =>
      ASKED.map((resource) => ({ token: secret, permission, resource })),
    );
    const response = await latchkey.app.inject({
      method: 'POST',
      url: '/oauth/introspect/batch',
      headers: { authorization: `Bearer ${tenant.ownerSecret}` },
      payload: { tokens },
    });
    return response.json<{ results: { granted?: boolean }[] }>().results.map(({ granted }) => granted === true);
  }

  it('for any creator and any request: created if and only if within the creator’s, and then never stronger', async () => {
    const request = fc.record({
      creator: fc.nat(100),
      within: fc.boolean(),
      chosen: fc.subarray([...PERMISSIONS], { maxLength: 4 }),
      complete: fc.boolean(),
      everything: fc.boolean(),
      tree: trees,
      period: fc.constantFrom(...PERIODS),
    });
    /** The same plain request, by the owner, by the weakest creator, and by one that holds everything for six months. */
    const plain = (creator: number, period: Period = 'ONE_WEEK') => ({
      period,
      creator,
      within: false,
      chosen: ['usage:report'],
      complete: true,
      everything: true,
      tree: {},
    });
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ creator, within, chosen, complete, everything, tree, period }) => {
        const one = creators[creator % creators.length] ?? expect.fail('there is no creator');
        const { send, holds } = one;
        const picked = within ? chosen.filter((one) => holds.includes(one)) : chosen;
        const permissions = complete ? closed(picked) : picked;
        const assigned = everything ? ('ALL' as const) : tree;
        const paths = pathsOf(assigned);
        const wanted = { permissions, resources: inputOf(assigned, ids), expirationPeriod: period };
        const { data, errors } = await f.requestToken(tenant, wanted, send);
        const result = data?.createOrganizationAccessToken;
        const outcome = errors?.[0]?.extensions.code ?? result.error?.code ?? 'CREATED';
        expect(outcome).toBe(verdict(one, permissions, assigned, period));
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        if (outcome !== 'CREATED') return;
        const asked = [...permissions.slice(0, 4), 'schemaVersion:publish', 'accessToken:modify'];
        const granted = await questions(result.ok.privateAccessKey, asked);
        const expected = asked.flatMap((one) =>
          ASKED.map((place) => permissions.includes(one) && covers(one, paths, place)),
        );
        expect(granted).toEqual(expected);
      }),
      { numRuns: runs(engine, 60), examples: [[plain(0)], [plain(1)], [plain(6)], [plain(6, 'ONE_YEAR')]] },
    );
    // All these outcomes took part.
    expect(seen.get('CREATED')).toBeGreaterThan(0);
    expect(seen.get('EXCEEDS_CALLER_PERMISSIONS')).toBeGreaterThan(0);
    expect(seen.get('EXCEEDS_CALLER_LIFETIME')).toBeGreaterThan(0);
  });

  it('says which permission is too much', async () => {
    const weak = await f.createToken(tenant, { permissions: ['accessToken:modify'] });
    const permissions = ['accessToken:modify', 'schemaVersion:publish'];
    expect(await f.refusalOf(tenant, { permissions }, latchkey.as(weak.secret))).toEqual({
      code: 'EXCEEDS_CALLER_PERMISSIONS',
      message: 'Nobody grants more than they hold, and you do not hold schemaVersion:publish.',
      details: null,
    });
  });

  it('an access token is not rotated by somebody who holds less, and would get its secret', async () => {
    const strong = await f.createToken(tenant, { permissions: ['accessToken:modify', 'schemaVersion:publish'] });
    const weak = await f.createToken(tenant, { permissions: ['accessToken:modify'] });
    const { data } = await latchkey.as(weak.secret)(f.ROTATE, { id: strong.id, overlapDays: 1 });
    expect(data.rotateAccessToken).toEqual({
      ok: null,
      error: {
        code: 'EXCEEDS_CALLER_PERMISSIONS',
        message:
          'You would receive the new secret of this access token, which has permissions or organizations that you lack. Ask an Org Admin, or use a credential that reaches as far.',
      },
    });
    expect(await f.signsIn(latchkey, strong.secret)).toBe(true);
    const other = await latchkey.as(strong.secret)(f.ROTATE, { id: weak.id });
    expect(other.data.rotateAccessToken.error).toBeNull();
    // Ending it takes nothing: that is for whoever manages tokens.
    const ended = await latchkey.as(other.data.rotateAccessToken.ok.privateAccessKey)(f.REVOKE, strong);
    expect(ended.data.revokeAccessToken.error).toBeNull();
  });

  it('an operator key, or any key, is not rotated or created by a token that only manages keys', async () => {
    const operator = await tenant.owner(CREATE_KEY, { organizationId: tenant.id, name: 'Operator', type: 'OPERATOR' });
    const keys = [operator.data.organization.createKey, await createKey(tenant)] as { id: string; token: string }[];
    const permissions = ['key:create', 'key:modify', 'organization:describe'];
    const { secret } = await f.createToken(tenant, { permissions });
    const rotate = 'mutation ($o: ID!, $id: ID!) { organization(id: $o) { rotateKey(keyId: $id) { token } } }';
    for (const key of keys) {
      const { errors, data } = await latchkey.as(secret)(rotate, { o: tenant.id, id: key.id });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toMatch(/more than/);
      expect(data.organization).toBeNull();
      expect(await f.signsIn(latchkey, key.token)).toBe(true);
    }
    const create = 'mutation ($input: CreateKeyInput!) { createKey(input: $input) { ... on CreateKeyError { code } } }';
    const input = { organizationId: tenant.id, name: 'Another', type: 'OPERATOR' };
    expect((await latchkey.as(secret)(create, { input })).data.createKey).toEqual({
      code: 'EXCEEDS_CALLER_PERMISSIONS',
    });
  });
});
