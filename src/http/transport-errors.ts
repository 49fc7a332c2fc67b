/** Refusals before GraphQL runs: of invalid HTTP or JSON, and of bodies over their limits. */
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** A body that Latchkey itself refuses. The message is for the client. */
export abstract class RefusedBody extends Error {
  abstract readonly code: string;
  abstract readonly statusCode: number;
}

/** The body is compressed. It is not read, because a few bytes can decompress to any size. */
class EncodedBody extends RefusedBody {
  readonly code = 'LATCHKEY_ENCODED_BODY';
  readonly statusCode = 415;
  constructor() {
    super('Send the body as it is, without Content-Encoding.');
  }
}

/** The body is JSON over one of its limits. It is not parsed. */
export class LargeJson extends RefusedBody {
  readonly code = 'LATCHKEY_LARGE_JSON';
  readonly statusCode = 413;
  constructor() {
    super('The JSON of the body is nested too deeply, or has too many values. Ask for less in one request.');
  }
}

/** Refuses a compressed body before it is read; `Accept-Encoding` says what is accepted (RFC 9110 section 15.5.16). */
export async function refuseEncoded({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return;
  reply.header('accept-encoding', 'identity');
  throw new EncodedBody();
}

/** Answers errors of the framework and uncaught errors of routes. The messages repeat nothing of the request. */
export function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const [status, message] = REFUSALS[error.code] ?? [error.statusCode, 'The request is malformed.'];
  if (status !== undefined && status < 500) return send(reply, status, 'BAD_REQUEST', message);
  request.log.error({ err: error }, 'a request failed');
  const internal = `Internal error. Report it with the request id ${request.id}.`;
  return send(reply, 500, 'INTERNAL_SERVER_ERROR', internal);
}

/** Answers bytes that are not HTTP, and closes the connection. They may hold a secret, so they are not logged. */
export function hangUp({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  const status = BROKEN[code] ?? '400 Bad Request';
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroy();
}

const BROKEN: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

const BAD_JSON: [number, string] = [400, 'The body is not valid JSON. Send {"query": …, "variables": …}.'];
const REFUSALS: Readonly<Record<string, [number, string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: BAD_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: BAD_JSON,
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'The body is too large. Ask for less in one request.'],
  LATCHKEY_ENCODED_BODY: [415, new EncodedBody().message],
  LATCHKEY_LARGE_JSON: [413, new LargeJson().message],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'Send JSON, with Content-Type: application/json.'],
};

/** Answers with one error, in the form of GraphQL. */
export const send = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply.code(status).send({ errors: [{ message, extensions: { code } }] });
