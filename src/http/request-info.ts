/** Reads from an HTTP request who sends it. */
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { RequestInfo } from '../authorization/caller.js';
import { type Header, headerIn, withoutSecrets } from '@latchkey/verifier/internal';

/** What is recorded of a request. */
export const infoOf = (request: FastifyRequest): RequestInfo => ({
  requestId: request.id,
  // A proxy may forward any text as the address.
  ip: isIP(request.ip) ? request.ip : null,
  userAgent: withoutSecrets(request.headers['user-agent']?.replace(/[^\x20-\x7e]/g, '?') ?? '').slice(0, 256) || null,
});

/** Reads the header fields of a request. */
export const headerOf = ({ headers, raw }: FastifyRequest): Header =>
  headerIn({ headers, headersDistinct: raw.headersDistinct });
