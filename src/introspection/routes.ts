/** The HTTP routes `/oauth/…`: RFC 7662 and RFC 7009, as forms or JSON. docs/verification.md says how to use them. */
import formbody from '@fastify/formbody';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BadInput, BadResource, type NotSignedIn } from '../errors.js';
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
const INVALID_CREDENTIAL = 'The credential is not valid. Sign in with another.';
/** What to say to a client that is not signed in. */
const NOT_SIGNED_IN: Readonly<Record<NotSignedIn, string>> = {
  MISSING: HOW_TO_SIGN_IN,
  INVALID: INVALID_CREDENTIAL,
  NO_GRAPHQL: INVALID_CREDENTIAL,
  ADDRESS_NOT_ALLOWED: 'The IP allowlist of the credential does not have your address. Use it from another.',
};
const NOT_ALLOWED = 'The credential lacks credential:introspect. Ask an Org Admin for one that holds it.';

/** Adds the routes, in a Fastify scope of their own: no other route accepts forms. */
export async function addIntrospection(app: FastifyInstance, services: Services): Promise<void> {
  const { introspection, identities, lastUses, relay } = services;
  const callers = new Failures(ALLOWED_FAILURES.callers, ALLOWED_FAILURES.seconds);

  /** The actor of the credential that a client presents, if `allows` accepts it; undefined after a refusal is sent. @throws TooManyFailures. */
  async function signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    client: PresentedClient,
    allows: (actor: Actor) => boolean,
  ): Promise<Actor | undefined> {
    const { ip, userAgent } = infoOf(request);
    const authentication = await identities.authenticateSecret(client.secret, ip);
    if (authentication.state === 'VALID' && allows(authentication.principal.actor)) {
      const { actor, credential } = authentication.principal;
      if (credential) lastUses.note(credential.id, { ip, userAgent, operation: request.routeOptions.url ?? null });
      return actor;
    }
    await callers.note(ip);
    if (authentication.state === 'VALID') {
      reply.header('www-authenticate', challenge(client, 'insufficient_scope'));
      void refuse(reply, 403, 'insufficient_scope', NOT_ALLOWED);
      return undefined;
    }
    reply.header('www-authenticate', challenge(client, 'invalid_token'));
    const error = authentication.state === 'MISSING' || client.way !== 'bearer' ? 'invalid_client' : 'invalid_token';
    void refuse(reply, 401, error, NOT_SIGNED_IN[authentication.state]);
    return undefined;
  }

  /** The actor of a client that may ask about others' credentials; undefined after a refusal is sent. @throws TooManyFailures. */
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
      // A client may always ask about the secret that it signs in with: it could learn the same by using it.
      if (asked && asked.token === client.secret) {
        const actor = await signIn(request, reply, client, () => true);
        // Without `client_ip`, the client is who uses it.
        const itself = { ...asked, client_ip: asked.client_ip ?? infoOf(request).ip ?? undefined };
        return actor ? introspection.answer(actor, itself, { ownSecret: true }) : reply;
      }
      const actor = await asker(request, reply);
      return actor ? answered(actor, request.body) : reply;
    });
    scope.post('/oauth/introspect/batch', async (request, reply) => {
      const actor = await asker(request, reply);
      if (!actor) return reply;
      const { tokens } = questions.parse(request.body);
      // An invalid question gets an error of its own and does not fail the others, which may be of other clients.
      return { results: await Promise.all(tokens.map((one) => answered(actor, one).catch(invalidInput))) };
    });
    scope.post('/oauth/revoke', async (request, reply) => {
      const { token } = revocation.parse(request.body);
      const client = presentedClient(headerOf(request), request.body);
      // A client may leave its own credential out, or sign in with the secret that it revokes, also when that is revoked.
      const hasOtherSecret = client.secret !== undefined && client.secret !== token;
      if (hasOtherSecret && !(await signIn(request, reply, client, () => true))) return reply;
      await introspection.revoke(token, infoOf(request));
      relay.wake();
      return {};
    });
    for (const url of ['/oauth/introspect', '/oauth/introspect/batch', '/oauth/revoke'])
      refuseOtherMethods(scope, url, ['POST'], (reply) => refuse(reply, 405, 'invalid_request', 'Send a POST.'));
  });
}

/** Turns errors into the error bodies of RFC 6749, which repeat no value that was sent. Rethrows internal errors. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof BadInput || error instanceof z.ZodError) return reply.code(400).send(invalidInput(error));
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

/** The error body for invalid input. Rethrows every other error. */
function invalidInput(error: unknown): Refusal {
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
