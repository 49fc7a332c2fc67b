/** Paths with methods that they do not have: 405, with those that they have in `Allow` (RFC 9110 section 15.5.6). */
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Has `refuse` answer every method of a path but `allowed` at 405, before the body is read and whatever the query holds.
 * @param refuse Sends the body of the answer.
 */
export function refuseOtherMethods(
  app: FastifyInstance,
  url: string,
  allowed: readonly string[],
  refuse: (reply: FastifyReply) => FastifyReply,
): void {
  app.route({
    method: app.supportedMethods.filter((method) => !allowed.includes(method)),
    url,
    onRequest: async (_, reply) => refuse(reply.code(405).header('allow', allowed.join(', '))),
    handler: () => undefined,
  });
}
