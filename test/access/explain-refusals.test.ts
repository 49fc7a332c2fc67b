import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken, DELETE } from '../organization-access-tokens/fixtures/tokens.js';
import { embedded, onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import { refusal } from './questions.js';

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 10)}… (${text.length})` : text);

const question = (fields: object) => ({ permission: 'schemaVersion:publish', resource: '', ...fields });

onEveryEngine('explainAccess answers as not found about a credential that the caller does not administer', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const NOT_FOUND = { code: 'NOT_FOUND', message: 'The credential does not exist.' };
  const asked = (send: Send, credentialId: string) => refusal(send, question({ credentialId }));

  it('whether it is unknown, malformed, deleted, foreign or of a kind that nobody administers', async () => {
    const other = await latchkey.organization();
    const deleted = await createToken(tenant);
    await tenant.owner(DELETE, { id: deleted.id });
    const { secret } = await member(latchkey, tenant, 'MEMBER');
    const signedIn = await latchkey.services.identities.authenticateSecret(secret, null);
    const userAccessToken = signedIn.state === 'VALID' ? (signedIn.principal.credential?.id ?? '') : '';
    expect(userAccessToken).not.toBe('');
    const ids = [
      '0198c7a0-0000-7000-8000-000000000000',
      'not an id',
      '',
      deleted.id,
      (await createToken(other)).id,
      (await createKey(other)).id,
      userAccessToken,
      tenant.projectId,
    ];
    for (const id of ids) expect(await asked(tenant.owner, id), id).toEqual(NOT_FOUND);
  });

  it('whether the caller manages keys and asks about a token, the reverse, or manages neither', async () => {
    const token = await createToken(tenant);
    const key = await createKey(tenant);
    const holding = async (...permissions: string[]) =>
      latchkey.as((await createToken(tenant, { permissions })).secret);
    const keys = await holding('key:create', 'key:modify');
    const tokens = await holding('accessToken:modify');
    expect(await asked(keys, token.id)).toEqual(NOT_FOUND);
    expect(await asked(tokens, key.id)).toEqual(NOT_FOUND);
    for (const role of ['GRAPH_ADMIN', 'MEMBER'] as const) {
      const { send } = await member(latchkey, tenant, role);
      expect(await asked(send, token.id)).toEqual(NOT_FOUND);
      expect(await asked(send, key.id)).toEqual(NOT_FOUND);
    }
    await expect(asked(keys, key.id)).rejects.toThrow('it answered');
    await expect(asked(tokens, token.id)).rejects.toThrow('it answered');
  });

  it('anything to who is not signed in', async () => {
    const { code } = await asked(latchkey.as(), (await createToken(tenant)).id);
    expect(code).toBe('UNAUTHENTICATED');
  });
});

describe('explainAccess refuses invalid questions and repeats no value', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it.each(
    [
      'a//b',
      '/',
      '/a',
      'a/',
      'my-project/production/',
      'my-project/production/service',
      'my-project/production/users',
      'my-project/production/service/',
      'my-project/production/service/..',
      'my-project/production/service/*',
      'my-project/production/service/a:b',
      'my-project/production/service/users/more',
      'my-project/production/SERVICE/users',
      'my-project/production/__proto__/users',
      `my-project/production/service/${'x'.repeat(65)}`,
      '*',
      '*/production',
      'my-project/*',
      '..',
      '../other',
      '__proto__',
      'my-project/__proto__',
      'My-Project',
      'my project',
      'my-project%2fproduction',
      'my-project\u0000',
      'my-project\n',
      'x'.repeat(51),
      'x'.repeat(4096),
      '/'.repeat(4096),
      'a/'.repeat(2048),
      '{"$ne":null}',
    ].map((path) => ({ path, name: brief(path) })),
  )('the path $name', async ({ path: resource }) => {
    const { code, message } = await refusal(tenant.owner, question({ resource }));
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toBe(
      resource.length > 200
        ? '"resource" must have at most 200 characters.'
        : '"resource" must be a path like project/target/service/name or project/target/appDeployment/name, or a part of one.',
    );
  });

  it.each(
    [
      '',
      '*',
      'schemaVersion',
      'schemaVersion:*',
      'schemaversion:publish',
      '__proto__',
      'constructor',
      'x'.repeat(4096),
    ].map((permission) => ({ permission, name: brief(permission) })),
  )('the permission $name', async ({ permission }) => {
    const { code, message } = await refusal(tenant.owner, question({ permission }));
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toBe('"permission" is no permission. See the available permission groups.');
  });

  it('a path without sense before it looks for the credential', async () => {
    const { code } = await refusal(tenant.owner, question({ resource: 'a//b', credentialId: 'nothing' }));
    expect(code).toBe('BAD_USER_INPUT');
  });

  it.each([{}, { byId: null }, { byId: 'x', bySelector: { organizationSlug: 'y' } }])(
    'an organization named by %j',
    async (organization) => {
      const { code } = await refusal(tenant.owner, question({ organization }));
      expect(code).toBe('BAD_USER_INPUT');
    },
  );
});
