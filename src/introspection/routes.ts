/** `/oauth/…` over HTTP: RFC 7662 and RFC 7009, as forms or JSON. docs/verification.md tells how to use them. */
import formbody from '@fastify/formbody';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BadInput, BadResource } from '../errors.js';
import type { Actor } from '../authorization/grants.js';
import { refuseOtherMethods } from '../http/other-methods.js';
import { headerOf, infoOf } from '../http/request-info.js';
import { RefusedBody } from '../http/transport-errors.js';
import type { Services } from '../services.js';
import { StoreUnavailable } from '../storage/collection.js';
import { challenge, type PresentedClient, presentedClient } from './client.js';
import { ALLOWED_FAILURES, Failures, TooManyFailures } from './failures.js';
import { describe, question, questions, revocation } from './input.js';
import type { Introspected } from '@latchkey/verifier/internal';

const BAD_BODY = 'The body must be a form of at most 64 KiB, or JSON of at most 1 MiB.';
/** In bytes. A form holds one question, and little beside its token. */
const LARGEST_FORM = 64 * 1024;
const HOW_TO_SIGN_IN =
  'Sign in with Authorization: Bearer, x-api-key, HTTP Basic (the secret as the password) or client_secret in the body.';
const NOT_GOOD = 'The credential is not good, or not any more. Sign in with another.';
const NOT_ALLOWED = 'The credential lacks credential:introspect. Ask an Org Admin for one that holds it.';

/** Adds the routes, in a scope of their own: forms are taken here and nowhere else. */
export async function addIntrospection(app: FastifyInstance, services: Services): Promise<void> {
  const { introspection, identities, lastUses, relay } = services;
  const callers = new Failures(ALLOWED_FAILURES.callers, ALLOWED_FAILURES.seconds);

  /** Whose credential a client presents, if `allows` says that it may ask; undefined when the request has been refused. @throws TooManyFailures. */
  async function signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    client: PresentedClient,
    allows: (actor: Actor) => boolean,
  ): Promise<Actor | undefined> {
    const { ip, userAgent } = infoOf(request);
    const authentication = await identities.authenticateSecret(client.secret);
    if (authentication.state === 'GOOD' && allows(authentication.principal.actor)) {
      const { actor, credential } = authentication.principal;
      if (credential) lastUses.note(credential.id, { ip, userAgent, operation: request.routeOptions.url ?? null });
      return actor;
    }
    await callers.note(ip);
    if (authentication.state === 'GOOD') {
      reply.header('www-authenticate', challenge(client, 'insufficient_scope'));
      void refuse(reply, 403, 'insufficient_scope', NOT_ALLOWED);
      return undefined;
    }
    reply.header('www-authenticate', challenge(client, 'invalid_token'));
    const missing = authentication.state === 'MISSING';
    const error = missing || client.way !== 'bearer' ? 'invalid_client' : 'invalid_token';
    void refuse(reply, 401, error, missing ? HOW_TO_SIGN_IN : NOT_GOOD);
    return undefined;
  }

  /** Who asks, if they may; undefined when the request has been refused. @throws TooManyFailures. */
  const asker = (request: FastifyRequest, reply: FastifyReply): Promise<Actor | undefined> =>
    signIn(request, reply, presentedClient(headerOf(request), request.body), (actor) => introspection.mayAsk(actor));

  const answered = async (actor: Actor, asked: unknown): Promise<Introspected> =>
    introspection.answer(actor, question.parse(asked));

  await app.register(async (scope) => {
    await scope.register(formbody, { bodyLimit: LARGEST_FORM });
    scope.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'));
    scope.setErrorHandler(answerError);
    scope.post('/oauth/introspect', async (request, reply) => {
      const client = presentedClient(headerOf(request), request.body);
      const asked = question.safeParse(request.body).data;
      // Whoever presents a secret may ask about it: it tells them nothing that they could not find out by using it.
      if (asked && asked.token === client.secret) {
        const itself = await signIn(request, reply, client, () => true);
        return itself ? introspection.answer(itself, asked, { itself: true }) : reply;
      }
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
    scope.post('/oauth/revoke', async (request, reply) => {
      const { token } = revocation.parse(request.body);
      const client = presentedClient(headerOf(request), request.body);
      // A client needs no credential of its own. It may also sign in with the secret that it revokes, any number of times.
      const needless = client.secret === undefined || client.secret === token;
      if (!needless && !(await signIn(request, reply, client, () => true))) return reply;
      await introspection.revoke(token, infoOf(request));
      relay.wake();
      return {};
    });
    for (const url of ['/oauth/introspect', '/oauth/introspect/batch', '/oauth/revoke'])
      refuseOtherMethods(scope, url, ['POST'], (reply) => refuse(reply, 405, 'invalid_request', 'Send a POST.'));
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
    return refuse(reply, error.statusCode, 'invalid_request', error instanceof RefusedBody ? error.message : BAD_BODY);
  throw error;
}

/** What to say of input that makes no sense. Rethrows everything else. */
function senseless(error: unknown): Refusal {
  if (error instanceof BadInput)
    // RFC 8707 names the code for a resource.
    return {
      error: error instanceof BadResource ? 'invalid_target' : 'invalid_request',
      error_description: error.message,
    };
  if (error instanceof z.ZodError) return { error: 'invalid_request', error_description: describe(error) };
  throw error;
}

interface Refusal {
  readonly error: string;
  readonly error_description: string;
}

const refuse = (reply: FastifyReply, status: number, error: string, description: string): FastifyReply =>
  reply.code(status).send({ error, error_description: description } satisfies Refusal);
