import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const SECRET = 'only-the-router-has-this-0123456789';
const REFUSED = {
  status: 200,
  data: undefined,
  errors: [
    {
      message: 'This subgraph answers its router alone. Send the request there.',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ],
};

describe('with a router secret', () => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(embedded, { routerSecret: SECRET });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  const read = () => `{ organization(id: "${tenant.id}") { slug } }`;
  const through = (value: string) => tenant.owner(read(), {}, { 'router-authorization': value });

  it('the router is answered, and still has to present the secret of a caller', async () => {
    expect(await through(SECRET)).toMatchObject({ data: { organization: { slug: tenant.slug } }, errors: undefined });
    const { errors } = await latchkey.as()(read(), {}, { 'router-authorization': SECRET });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('requests without it, with a part of it, with more than it and with another are refused', async () => {
    expect(await tenant.owner(read())).toMatchObject(REFUSED);
    for (const wrong of [
      '',
      SECRET.slice(1),
      SECRET.slice(0, -1),
      `${SECRET}x`,
      SECRET.toUpperCase(),
      `Bearer ${SECRET}`,
    ])
      expect(await through(wrong)).toMatchObject(REFUSED);
  });

  it('other headers that claim a router or a user have no effect', async () => {
    const claims = {
      'x-forwarded-for': '127.0.0.1',
      'apollo-sudo': 'true',
      'x-user-id': tenant.id,
      'x-organization-id': tenant.id,
      'x-router-authorization': SECRET,
      'graphql-router': SECRET,
    };
    expect(await tenant.owner(read(), {}, claims)).toMatchObject(REFUSED);
    const { data, errors } = await latchkey.as()(read(), {}, { ...claims, 'router-authorization': SECRET });
    expect(data).toEqual({ organization: null });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each(['{ _service { sdl } }', '{ __schema { queryType { name } } }', '{ __typename }', 'not GraphQL'])(
    'refuses %s without it',
    async (query) => {
      expect(await tenant.owner(query)).toMatchObject(REFUSED);
    },
  );

  it('refuses before the body is read', async () => {
    const { statusCode, body } = await latchkey.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: '{ not JSON',
    });
    expect([statusCode, JSON.parse(body)]).toEqual([200, { errors: REFUSED.errors }]);
  });

  it('is not in the log', async () => {
    await through(SECRET);
    await through(`${SECRET}x`);
    expect(latchkey.logged()).not.toContain(SECRET);
  });
});

it('without a router secret, clients ask directly, whatever router-authorization they send', async () => {
  const latchkey = await startLatchkey(embedded);
  const { owner } = await latchkey.organization();
  const { errors } = await owner('{ me { id } }', {}, { 'router-authorization': 'anything' });
  expect(errors).toBeUndefined();
  await latchkey.close();
});
