/** What an HTTP request says of who sends it. */
import type { FastifyRequest } from 'fastify';
import type { RequestInfo } from './caller.js';
import type { SecretHeaders } from './identity/service.js';

/** What is recorded of a request. */
export const infoOf = (request: FastifyRequest): RequestInfo => ({
  requestId: request.id,
  ip: request.ip,
  userAgent: request.headers['user-agent']?.replace(/[^\x20-\x7e]/g, '?').slice(0, 256) ?? null,
});

/** The header fields that may carry a secret. */
export function secretHeadersOf({ headers }: FastifyRequest): SecretHeaders {
  const { authorization, 'x-api-key': apiKey } = headers;
  return { authorization, apiKey: apiKey?.toString() };
}
