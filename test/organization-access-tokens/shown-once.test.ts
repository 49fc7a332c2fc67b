import { isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../support/schema.js';
import { onEveryEngine } from '../support/engines.js';
import { queriesForEverything } from '../support/everything.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import * as f from './fixtures/tokens.js';

onEveryEngine('the secret of an access token', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const PERMISSIONS = ['accessToken:modify', 'organization:describe', 'member:describe', 'project:describe'];
  const parts = (secret: string) => [27, 37, 47, 57].map((at) => secret.slice(at, at + 10));
  const silentAbout = (text: string, ...secrets: string[]) => {
    for (const part of secrets.flatMap(parts)) expect(text).not.toContain(part);
  };

  it('is displayed once: you will not be able to view it again, by any query there is', async () => {
    const { id, secret } = await f.createToken(tenant, {
      permissions: [
        ...PERMISSIONS,
        ...['key:create', 'key:modify', 'projectAccessToken:modify', 'registryToken:describe', 'schemaCheck:create'],
      ],
    });
    const rotated = await tenant.owner(f.ROTATE, { id, overlapDays: 30 });
    const next = rotated.data.rotateAccessToken.ok.privateAccessKey as string;
    const key = await createKey(tenant);
    const byId = `reference: { byId: "${tenant.projectId}" }`;
    const queries = queriesForEverything(schema, {
      'Query.organization': `id: "${tenant.id}"`,
      'Query.project': byId,
      'Query.target': byId,
      'Query.explainAccess': `permission: "schemaVersion:publish", resource: "", credentialId: "${id}"`,
      'Organization.accessToken': `id: "${id}"`,
      'Project.accessToken': `id: "${id}"`,
      'Member.accessToken': `id: "${id}"`,
      'User.accessToken': `id: "${id}"`,
      'Organization.accessTokenById': `id: "${id}"`,
      'Organization.apiKey': `keyId: "${key.id}"`,
      'OrganizationAccessToken.resolvedResourcePermissionGroups': 'includeAll: true',
      'WhoAmI.resolvedPermissions': 'includeAll: true',
    });
    for (const send of [tenant.owner, latchkey.as(next), latchkey.as(secret)]) {
      const answers = await Promise.all(queries.map((query) => send(query)));
      for (const { errors } of answers) expect(errors).toBeUndefined();
      const answer = JSON.stringify(answers.map(({ data }) => data as unknown));
      // It was reached, by itself and in a list at least, so what follows means something.
      expect(answer.split(`"__typename":"OrganizationAccessToken","id":"${id}"`).length).toBeGreaterThan(2);
      silentAbout(answer, secret, next, key.token);
    }
  });

  it('has a field in the answers to a creation and a rotation, and nowhere else', () => {
    const found = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && 'privateAccessKey' in type.getFields() ? [type.name] : [],
    );
    expect(found.sort()).toEqual([
      'CreateOrganizationAccessTokenResultOk',
      'CreatePersonalAccessTokenResultOk',
      'CreateProjectAccessTokenResultOk',
      'CreateUserAccessTokenResultOk',
      'RotateAccessTokenResultOk',
    ]);
  });

  it('is in no answer to a mutation that ends the token, in no log and in no store', async () => {
    const { id, secret } = await f.createToken(tenant);
    const rotated = await tenant.owner(f.ROTATE, { id, overlapDays: 30 });
    const next = rotated.data.rotateAccessToken.ok.privateAccessKey as string;
    await f.signsIn(latchkey, secret);
    await latchkey.as(secret)(f.LIST, { organization: tenant.id });
    await latchkey.as(next)(`{ nonsense(token: "${next}") }`);
    for (const query of [f.REVOKE, f.ROTATE, f.DELETE])
      silentAbout(JSON.stringify(await tenant.owner(query, { id })), secret, next);
    await latchkey.services.relay.drain();
    await latchkey.services.lastUses.flush();
    silentAbout(latchkey.logged(), secret, next);
    silentAbout(await latchkey.place.dump(), secret, next);
  });
});
