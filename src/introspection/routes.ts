/** `/oauth/…` over HTTP: RFC 7662 and RFC 7009, as forms or JSON. docs/verification.md tells how to use them. */
import formbody from '@fastify/formbody';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BadInput } from '../errors.js';
import type { Actor } from '../authorization/grants.js';
import { infoOf, secretHeadersOf } from '../http/request-info.js';
import type { Services } from '../services.js';
import { StoreUnavailable } from '../storage/collection.js';
import { ALLOWED_FAILURES, Failures, TooManyFailures } from './failures.js';
import type { Introspected } from './question.js';

/** The most tokens that one batch asks about. */
export const MAX_QUESTIONS = 100;

const token = z.string().min(1).max(10_000);
const text = z.string().optional();
const question = z.object({ token, permission: text, resource: text, organization: text });
const questions = z.object({ tokens: z.array(z.unknown()).min(1).max(MAX_QUESTIONS) });
const revocation = z.object({ token });

/** Adds the routes, in a scope of their own: forms are taken here and nowhere else. */
export async function addIntrospection(app: FastifyInstance, services: Services): Promise<void> {
  const { introspection, identities, lastUses, relay } = services;
  const callers = new Failures(ALLOWED_FAILURES.callers, ALLOWED_FAILURES.seconds);

  /** Who asks; undefined when the request has been refused. @throws TooManyFailures. */
  async function asker(request: FastifyRequest, reply: FastifyReply): Promise<Actor | undefined> {
    const { ip, userAgent } = infoOf(request);
    const authentication = await identities.authenticate(secretHeadersOf(request));
    if (authentication.state === 'GOOD' && introspection.mayAsk(authentication.actor)) {
      lastUses.note(authentication.credential.id, { ip, userAgent, operation: request.routeOptions.url ?? null });
      return authentication.actor;
    }
    await callers.note(ip ?? 'unknown');
    const [status, error] = authentication.state === 'GOOD' ? [403, 'insufficient_scope'] : [401, 'invalid_token'];
    reply.header('www-authenticate', `Bearer error="${error}"`);
    void refuse(reply, status, error, 'Introspection needs a credential with credential:introspect.');
    return undefined;
  }

  const answered = async (actor: Actor, asked: unknown): Promise<Introspected> =>
    introspection.answer(actor, question.parse(asked));

  await app.register(async (scope) => {
    await scope.register(formbody);
    scope.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'));
    scope.setErrorHandler(answerError);
    scope.post('/oauth/introspect', async (request, reply) => {
      const actor = await asker(request, reply);
      return actor ? answered(actor, request.body) : reply;
    });
    scope.post('/oauth/introspect/batch', async (request, reply) => {
      const actor = await asker(request, reply);
      if (!actor) return reply;
      const { tokens } = questions.parse(request.body);
      // A question that makes no sense fails by itself: the others are somebody else's.
      return { results: await Promise.all(tokens.map((one) => answered(actor, one).catch(senseless))) };
    });
    scope.post('/oauth/revoke', async (request) => {
      await introspection.revoke(revocation.parse(request.body).token, infoOf(request));
      relay.wake();
      return {};
    });
    for (const url of ['/oauth/introspect', '/oauth/introspect/batch', '/oauth/revoke'])
      scope.route({
        method: app.supportedMethods.filter((method) => method !== 'POST'),
        url,
        // Before the body, and whatever the query holds.
        onRequest: async (_, reply) => refuse(reply.header('allow', 'POST'), 405, 'invalid_request', 'Send a POST.'),
        handler: () => undefined,
      });
  });
}

/** Turns errors into answers as RFC 6749 has them; values that were sent are not repeated. Rethrows a fault of ours. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof BadInput || error instanceof z.ZodError) return reply.code(400).send(senseless(error));
  if (error instanceof TooManyFailures)
    return refuse(reply.header('retry-after', error.retryAfter), 429, 'temporarily_unavailable', error.message);
  if (error instanceof StoreUnavailable) {
    request.log.error({ err: error }, 'a request failed');
    const message = `The store does not answer. Report it with the request id ${request.id}.`;
    return refuse(reply.header('retry-after', 1), 503, 'temporarily_unavailable', message);
  }
  if (error.statusCode !== undefined && error.statusCode < 500)
    return refuse(reply, error.statusCode, 'invalid_request', 'The body must be a form or JSON, of at most 1 MiB.');
  throw error;
}

/** What to say of input that makes no sense. Rethrows everything else. */
function senseless(error: unknown): Refusal {
  if (error instanceof BadInput) return { error: 'invalid_request', error_description: error.message };
  if (error instanceof z.ZodError) return { error: 'invalid_request', error_description: describe(error) };
  throw error;
}

interface Refusal {
  readonly error: string;
  readonly error_description: string;
}

/** What is wrong with a body, by field. */
const describe = ({ issues }: z.ZodError): string =>
  issues.map(({ path, code }) => `${path.join('.') || 'The body'} cannot be taken (${code}).`).join(' ');

const refuse = (reply: FastifyReply, status: number, error: string, description: string): FastifyReply =>
  reply.code(status).send({ error, error_description: description } satisfies Refusal);
