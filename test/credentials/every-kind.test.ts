import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Selection } from '../../src/credentials/list.js';
import { createToken, DELETE, REVOKE } from '../organization-access-tokens/fixtures/tokens.js';
import { operatorKey } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';

onEveryEngine('the credentials of every kind that reach an organization', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  /** The kinds, in the order of creation. */
  const CREATED = [
    'USER_ACCESS_TOKEN',
    'SUBGRAPH_KEY',
    'USER_ACCESS_TOKEN',
    'ORGANIZATION_ACCESS_TOKEN',
    'OPERATOR_KEY',
    'ORGANIZATION_ACCESS_TOKEN',
  ];
  type OfOrganization = Extract<Selection, { readonly organizationId: string }>;
  const all = (): OfOrganization => ({
    organizationId: tenant.id,
    family: null,
    kind: null,
    status: null,
    expiresBefore: null,
  });
  const listed = async (selection: Partial<OfOrganization> = {}) =>
    (await latchkey.services.credentials.page({ ...all(), ...selection }, { first: 100 })).items;
  const kinds = async (selection: Partial<OfOrganization> = {}) => (await listed(selection)).map(({ kind }) => kind);

  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    await createKey(tenant);
    await member(latchkey, tenant, 'MEMBER');
    const revoked = await createToken(tenant);
    await operatorKey(tenant);
    await createToken(tenant);
    const deleted = await createToken(tenant);
    await tenant.owner(REVOKE, { id: revoked.id });
    await tenant.owner(DELETE, { id: deleted.id });
    // Of another organization, and so of no page below.
    const other = await latchkey.organization();
    await createKey(other);
  });
  afterAll(() => latchkey.close());

  it('are listed together, newest first, until they are deleted', async () => {
    expect(await kinds()).toEqual(CREATED.toReversed());
    expect(await latchkey.services.credentials.total(all())).toBe(CREATED.length);
  });

  it('are turned over by page, either way', async () => {
    const { credentials } = latchkey.services;
    const whole = (await listed()).map(({ id }) => id);
    const found: string[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const page = await credentials.page(all(), { first: 2, after });
      found.push(...page.items.map(({ id }) => id));
      [after, more] = [page.endCursor, page.hasNextPage];
    }
    expect(found).toEqual(whole);
    const last = await credentials.page(all(), { last: 2, before: whole[3] });
    expect(last.items.map(({ id }) => id)).toEqual(whole.slice(1, 3));
  });

  it('can be chosen by status and kind', async () => {
    const revoked = await listed({ status: 'REVOKED' });
    expect(revoked.map(({ kind }) => kind)).toEqual(['ORGANIZATION_ACCESS_TOKEN']);
    const active = (await listed()).filter(({ id }) => id !== revoked[0]?.id);
    expect(await listed({ status: 'ACTIVE' })).toEqual(active);
    expect(await kinds({ kind: 'OPERATOR_KEY' })).toEqual(['OPERATOR_KEY']);
    expect(await kinds({ kind: 'ORGANIZATION_ACCESS_TOKEN', status: 'ACTIVE' })).toEqual(['ORGANIZATION_ACCESS_TOKEN']);
    expect(await latchkey.services.credentials.total({ ...all(), status: 'ACTIVE' })).toBe(CREATED.length - 1);
  });
});
