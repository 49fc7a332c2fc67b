/** The front of a schema registry. Latchkey alone decides who may publish. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import type { Verifier } from '@latchkey/verifier';
import { yogaPlugin } from '@latchkey/verifier/graphql';

const PERMISSION = 'schemaVersion:publish';

/** The gateway, not yet listening: `POST /graphql`, and `PUT /schemas/PROJECT/TARGET/SERVICE`. */
export function createGateway(verifier: Verifier): Server {
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: 'type Query { published: [String!]! }',
      resolvers: { Query: { published: () => ['users'] } },
    }),
    // Every operation: without the permission nothing is resolved, not even `__typename`.
    plugins: [yogaPlugin({ verifier, check: { permission: PERMISSION, resource: 'my-project/production' } })],
    logging: false,
  });
  return createServer((request, response) => {
    if (request.url?.startsWith('/graphql')) void yoga(request, response);
    else void publish(verifier, request, response);
  });
}

/** Accepts a schema from callers who may publish to the service in the path. */
async function publish(verifier: Verifier, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = (status: number, message: string) => response.writeHead(status).end(`${message}\n`);
  // Names of letters, digits, dashes and underscores only: no `..` and no `%2F` reaches the path that is asked about.
  const [, path, service] = /^\/schemas\/([\w-]+\/[\w-]+)\/([\w-]+)$/.exec(request.url ?? '') ?? [];
  if (request.method !== 'PUT' || !path) return void answer(404, 'There is nothing here.');
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const check = { permission: PERMISSION, resource: `${path}/service/${service}` };
  // Without an answer the request is refused, and the caller may repeat it.
  const verification = await verifier.verify(token, check).catch(() => undefined);
  if (!verification) return void answer(503, 'The token could not be verified. Try again later.');
  if (!verification.active) return void answer(401, 'Show a good token: Authorization: Bearer ….');
  if (verification.granted !== true) return void answer(403, `The token lacks ${PERMISSION} on ${check.resource}.`);
  request.resume();
  answer(202, `Published by ${verification.client_id}.`);
}
