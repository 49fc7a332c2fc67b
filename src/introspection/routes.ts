/** `/oauth/…` over HTTP: RFC 7662 and RFC 7009, as forms or JSON. */
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { infoOf, secretHeadersOf } from '../request.js';
import { BadInput } from '../errors.js';
import type { Actor } from '../permissions/grants.js';
import type { Services } from '../services.js';
import { StoreUnavailable } from '../storage/collection.js';

const token = z.string().min(1).max(10_000);
const question = z.object({ token, permission: z.string().optional(), resource: z.string().optional() });
const MOST_QUESTIONS = 100;
const questions = z.object({ tokens: z.array(question).min(1).max(MOST_QUESTIONS) });
const revocation = z.object({ token });

/**
 * How many failures one caller may have in ten seconds before its next requests wait for their end: bad callers by
 * address, inactive tokens by the credential that asks.
 */
export const FAILURES = { callers: 50, tokens: 1000, seconds: 10 } as const;

/** Adds the routes, in a scope of their own: forms are taken here and nowhere else. */
export async function addIntrospection(app: FastifyInstance, services: Services): Promise<void> {
  const { introspection, identities, relay } = services;
  const callers = new RateLimiterMemory({ points: FAILURES.callers, duration: FAILURES.seconds });
  const tokens = new RateLimiterMemory({ points: FAILURES.tokens, duration: FAILURES.seconds });

  /** The credential that asks; undefined when the request has been refused. */
  async function asker(request: FastifyRequest, reply: FastifyReply): Promise<Actor | undefined> {
    await unlessExhausted(callers, request.ip);
    const authentication = await identities.authenticate(secretHeadersOf(request));
    if (authentication.state === 'GOOD' && introspection.mayAsk(authentication.actor)) {
      await unlessExhausted(tokens, authentication.credential.id);
      return authentication.actor;
    }
    await callers.penalty(request.ip);
    const [status, error] = authentication.state === 'GOOD' ? [403, 'insufficient_scope'] : [401, 'invalid_token'];
    reply.header('www-authenticate', `Bearer error="${error}"`);
    const needed = 'Introspection needs a credential with credential:introspect.';
    void reply.code(status).send({ error, error_description: needed });
    return undefined;
  }

  const answered = async (actor: Actor, asked: z.infer<typeof question>) => {
    const answer = await introspection.answer(actor, asked);
    if (!answer.active) await tokens.penalty(actor.credentialId ?? '');
    return answer;
  };

  await app.register(async (scope) => {
    await scope.register(formbody);
    scope.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'));
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof BadInput || error instanceof z.ZodError)
        return refuse(reply, 400, error instanceof BadInput ? error.message : describe(error));
      if (error instanceof RateLimiterRes)
        return refuse(
          reply.header('retry-after', Math.ceil(error.msBeforeNext / 1000)),
          429,
          'Too many failures. Try again later.',
        );
      if (error instanceof StoreUnavailable) {
        request.log.error({ err: error }, 'a request failed');
        return refuse(
          reply.header('retry-after', 1),
          503,
          `The store does not answer. Report it with the request id ${request.id}.`,
        );
      }
      throw error;
    });
    scope.post('/oauth/introspect', async (request, reply) => {
      const actor = await asker(request, reply);
      return actor ? answered(actor, question.parse(request.body)) : reply;
    });
    scope.post('/oauth/introspect/batch', async (request, reply) => {
      const actor = await asker(request, reply);
      if (!actor) return reply;
      const asked = questions.parse(request.body).tokens;
      return { results: await Promise.all(asked.map((one) => answered(actor, one))) };
    });
    scope.post('/oauth/revoke', async (request) => {
      await introspection.revoke(revocation.parse(request.body).token, infoOf(request));
      relay.wake();
      return {};
    });
  });
}

async function unlessExhausted(limiter: RateLimiterMemory, key: string): Promise<void> {
  const state = await limiter.get(key);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the limiter's own way to refuse
  if (state && state.remainingPoints <= 0) throw state;
}

/** What is wrong with a body, by field; values are not repeated. */
const describe = ({ issues }: z.ZodError): string =>
  issues.map(({ path, code }) => `${path.join('.') || 'The body'} cannot be taken (${code}).`).join(' ');

const refuse = (reply: FastifyReply, status: number, description: string) =>
  reply
    .code(status)
    .send({ error: status === 400 ? 'invalid_request' : 'temporarily_unavailable', error_description: description });
