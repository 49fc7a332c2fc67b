import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { parse } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Guard } from '@latchkey/verifier';
import { apolloPlugin, yogaPlugin } from '@latchkey/verifier/graphql';
import { createToken, end, type Token } from '../introspection/asking.js';
import type { Tenant } from '../support/latchkey.js';
import { type Closing, startGuarded } from './guarded.js';

const typeDefs = parse(
  'type Query { hello: String } type Mutation { hello: String } type Subscription { hello: String }',
);
const MISSING = 'No access (reason: "Authorization token is missing")';
const LACKING = `No access (reason: "Missing permission for performing 'usage:report' on resource")`;

interface Guarded extends Closing {
  /** What one operation with these headers is answered. */
  readonly post: (headers: Record<string, string>, query?: string) => Promise<{ status: number; body: unknown }>;
}

let resolved: string[] = [];
const hello = (kind: string) => () => {
  resolved.push(kind);
  return `${kind}!`;
};
const resolvers = {
  Query: { hello: hello('query') },
  Mutation: { hello: hello('mutation') },
  Subscription: {
    hello: {
      async *subscribe() {
        resolved.push('subscription');
        yield { hello: 'subscription!' };
      },
    },
  },
};

async function apollo(guard: Guard): Promise<Guarded> {
  const server = new ApolloServer<{ ip?: string | undefined }>({
    typeDefs,
    resolvers,
    plugins: [apolloPlugin({ ...guard, clientIp: (context: { ip?: string }) => context.ip })],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => ({ ip: req.headers['x-client']?.toString() }),
  });
  return { post: poster((init) => fetch(url, init)), close: () => server.stop() };
}

async function yoga(guard: Guard): Promise<Guarded> {
  const server = createYoga({
    schema: createSchema({ typeDefs, resolvers }),
    plugins: [
      yogaPlugin({
        ...guard,
        clientIp: ({ request }: { request: Request }) => request.headers.get('x-client') ?? undefined,
      }),
    ],
    logging: false,
  });
  return {
    post: poster(async (init) => server.fetch('http://127.0.0.1/graphql', init)),
    close: async () => server.dispose(),
  };
}

const poster =
  (send: (init: RequestInit) => Promise<Response>): Guarded['post'] =>
  async (headers, query = '{ hello }') => {
    resolved = [];
    const response = await send({
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };

describe.each([
  ['Apollo Server', apollo],
  ['GraphQL Yoga', yoga],
] as const)('in front of %s the plugin', (name, start) => {
  let tenant: Tenant;
  let guarded: Guarded;
  let unreachable: Guarded;
  let good: Token;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ tenant, guarded, unreachable, good, close } = await startGuarded(start));
  });
  afterAll(() => close());

  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const refusal = (code: string, message: string) => ({
    status: 200,
    body: expect.objectContaining({
      errors: [expect.objectContaining({ message, extensions: expect.objectContaining({ code }) })],
    }),
  });

  it('accepts a caller with the permission, with either header', async () => {
    const pass = { status: 200, body: { data: { hello: 'query!' } } };
    expect(await guarded.post(bearer(good.secret))).toEqual(pass);
    expect(await guarded.post({ 'x-api-key': good.secret })).toEqual(pass);
    expect(await guarded.post({ authorization: '', 'x-api-key': good.secret })).toEqual(pass);
    expect(await guarded.post({ ...bearer(good.secret), 'x-api-key': '' })).toEqual(pass);
    expect(await guarded.post({ ...bearer(good.secret), 'x-api-key': good.secret })).toEqual(pass);
  });

  it('passes the address on that it is told, for tokens with an IP allowlist', async () => {
    const { secret } = await createToken(tenant, ['usage:report'], { ipAllowlist: ['192.0.2.0/24'] });
    const from = async (ip: string) => (await guarded.post({ ...bearer(secret), 'x-client': ip })).body;
    expect(await from('192.0.2.7')).toEqual({ data: { hello: 'query!' } });
    expect(await from('198.51.100.1')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((await guarded.post(bearer(secret))).body).toMatchObject({ errors: [{}] });
  });

  it.each(['unknown', '192.0.2.7:50000', 'fe80::1%eth0.100'])(
    'takes the address %s, as a proxy may forward it, for none: only tokens with an IP allowlist are refused',
    async (ip) => {
      const { secret } = await createToken(tenant, ['usage:report'], { ipAllowlist: ['192.0.2.0/24'] });
      const from = async (one: string) => (await guarded.post({ ...bearer(one), 'x-client': ip })).body;
      expect(await from(good.secret)).toEqual({ data: { hello: 'query!' } });
      expect(await from(secret)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    },
  );

  it.each(['{ hello }', 'mutation { hello }', '{ __typename }', '{ __schema { queryType { name } } }'])(
    'refuses %s to a caller without a valid secret or the permission, before anything is resolved',
    async (query) => {
      const { secret } = await createToken(tenant, ['traces:report']);
      const ended = await createToken(tenant, ['usage:report']);
      await end(tenant, 'delete', ended);
      for (const none of [{}, { authorization: '' }, { authorization: ' ', 'x-api-key': '' }])
        expect(await guarded.post(none, query)).toEqual(refusal('UNAUTHENTICATED', MISSING));
      for (const bad of [
        bearer('garbage'),
        bearer(ended.secret),
        { authorization: good.secret },
        { authorization: `Basic ${good.secret}` },
        { authorization: 'Bearer', 'x-api-key': good.secret },
        { ...bearer(secret), 'x-api-key': good.secret },
        { ...bearer(good.secret), 'x-api-key': secret },
      ])
        expect(await guarded.post(bad, query)).toEqual(refusal('UNAUTHENTICATED', 'Invalid token provided'));
      expect(await guarded.post(bearer(secret), query)).toEqual(refusal('UNAUTHORISED', LACKING));
      expect(resolved).toEqual([]);
    },
  );

  it('refuses everybody while Latchkey does not answer, and says that it is not their token', async () => {
    const message = 'The token could not be verified. Try again later.';
    expect(await unreachable.post(bearer(good.secret))).toEqual(refusal('INTERNAL_SERVER_ERROR', message));
    expect(resolved).toEqual([]);
  });

  it.runIf(name === 'GraphQL Yoga')('stands before subscriptions, too', async () => {
    const stream = { accept: 'text/event-stream' };
    const refused = await guarded.post({ ...stream, ...bearer('garbage') }, 'subscription { hello }');
    expect(JSON.stringify(refused.body)).toContain('Invalid token provided');
    expect(resolved).toEqual([]);
    const passed = await guarded.post({ ...stream, ...bearer(good.secret) }, 'subscription { hello }');
    expect(passed.body).toContain('{"data":{"hello":"subscription!"}}');
  });
});
