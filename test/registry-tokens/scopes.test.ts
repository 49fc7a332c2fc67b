import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import { createToken } from '../organization-access-tokens/fixtures/tokens.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import * as r from './registry.js';

describe('the scopes of a registry token', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const INFO = `{
    tokenInfo {
      __typename
      ... on TokenInfo {
        token { name } organization { slug } project { slug type } target { slug }
        check: hasTargetScope(scope: REGISTRY_READ) publish: hasTargetScope(scope: REGISTRY_WRITE)
        read: hasTargetScope(scope: READ) manage: hasTargetScope(scope: TOKENS_WRITE)
        project_: hasProjectScope(scope: READ) settings: hasProjectScope(scope: SETTINGS)
        organization_: hasOrganizationScope(scope: READ) members: hasOrganizationScope(scope: MEMBERS)
      }
      ... on TokenNotFoundError { message }
    }
  }`;

  it('are answered by tokenInfo, with the target, project and organization of the token', async () => {
    const { secret } = await r.createRegistryToken(tenant, { targetScopes: ['REGISTRY_READ'] });
    const { data, errors } = await latchkey.as(secret)(INFO);
    expect(errors).toBeUndefined();
    expect(data.tokenInfo).toEqual({
      __typename: 'TokenInfo',
      token: { name: 'CI pipeline' },
      organization: { slug: tenant.slug },
      project: { slug: 'my-project', type: 'FEDERATION' },
      target: { slug: 'production' },
      ...{ check: true, publish: false, read: true, manage: false },
      ...{ project_: true, settings: false, organization_: true, members: false },
    });
  });

  it('are not answered for a credential of another kind, nor to a caller who is not signed in', async () => {
    for (const secret of [tenant.ownerSecret, (await createToken(tenant)).secret])
      expect((await latchkey.as(secret)(INFO)).data.tokenInfo.__typename).toBe('TokenNotFoundError');
    expect((await latchkey.as()(INFO)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('stand for permissions of the catalogue, each with what it needs, and none beyond the target', async () => {
    const scopes = ['DELETE', 'READ', 'REGISTRY_READ', 'REGISTRY_WRITE', 'SETTINGS', 'TOKENS_READ', 'TOKENS_WRITE'];
    for (const scope of scopes) {
      const { token } = await r.createRegistryToken(tenant, { targetScopes: [scope] });
      expect(token.targetScopes).toEqual(expect.arrayContaining(['READ', scope]));
      for (const id of token.permissions as string[]) {
        const permission = CATALOGUE.find((one) => one.id === id);
        expect(permission, id).toBeDefined();
        for (const needed of permission?.needs ?? [])
          if (needed !== 'project:describe') expect(token.permissions).toContain(needed);
        if (!permission?.appliesToAncestors) expect(permission?.level).toMatch(/^(TARGET|SERVICE|APP_DEPLOYMENT)$/);
      }
    }
  });

  it.each([
    [{ organizationScopes: ['READ', 'MEMBERS'] }, 'organizationScopes'],
    [{ organizationScopes: ['DELETE'] }, 'organizationScopes'],
    [{ projectScopes: ['SETTINGS'] }, 'projectScopes'],
    [{ projectScopes: ['ALERTS'] }, 'projectScopes'],
  ])('that reach beyond the target are refused: %o', async (fields, argument) => {
    const { code, message } = await r.refusalOf(tenant, fields);
    expect(code).toBe('PERMISSION_WITHOUT_EFFECT');
    expect(message).toContain(argument);
  });

  it('of another level, or unknown, are refused before anything is created', async () => {
    for (const fields of [
      { organizationScopes: ['REGISTRY_READ'] },
      { targetScopes: ['ADMIN'] },
      { targetScopes: null },
    ])
      expect((await r.requestToken(tenant, fields)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('may be empty: the token then only sees its own target, project and organization', async () => {
    const { token } = await r.createRegistryToken(tenant, { targetScopes: [] });
    expect(token.permissions).toEqual(['organization:describe', 'project:describe']);
  });

  it('are offered as presets', async () => {
    const { data } = await tenant.owner('{ registryTokenPresets { id title description targetScopes permissions } }');
    expect(data.registryTokenPresets.length).toBeGreaterThan(1);
    for (const { targetScopes, permissions } of data.registryTokenPresets)
      expect((await r.createRegistryToken(tenant, { targetScopes })).token.permissions).toEqual(permissions);
  });

  it.each([
    ['x', 'has 2 to 50 letters.'],
    [' '.repeat(60), 'has 2 to 50 letters.'],
    ['x'.repeat(51), 'has 2 to 50 letters.'],
    ['two\nlines', 'control characters'],
  ])('go with a good name: not %j', async (name, words) => {
    const { code, message } = await r.refusalOf(tenant, { name });
    expect(code).toBe('INVALID_INPUT');
    expect(message).toContain(words);
  });

  it('are never more than their creator holds, nor for longer', async () => {
    const permissions = ['organization:describe', 'project:describe', 'registryToken:describe', 'registryToken:modify'];
    const admin = latchkey.as((await createToken(tenant, { permissions, expirationPeriod: 'ONE_MONTH' })).secret);
    const own = { targetScopes: ['TOKENS_READ'] };
    expect((await r.refusalOf(tenant, { expirationPeriod: 'ONE_WEEK' }, admin)).code).toBe(
      'EXCEEDS_CALLER_PERMISSIONS',
    );
    expect((await r.refusalOf(tenant, own, admin)).code).toBe('EXCEEDS_CALLER_LIFETIME');
    expect((await r.createRegistryToken(tenant, { ...own, expirationPeriod: 'ONE_WEEK' }, admin)).id).toBeDefined();
  });
});
