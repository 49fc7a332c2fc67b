/** Answers methods that a path does not support with 405, and names the supported ones in `Allow` (RFC 9110 section 15.5.6). */
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Answers every method of a path except `allowed` with 405, before the body is read.
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
