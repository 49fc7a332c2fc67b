/** How a client of `/oauth/…` signs in: by the same headers as elsewhere, or by the ways of RFC 6749 section 2.3.1. */
import { fieldOf, type Header, onlySecret, secretIn } from '@latchkey/verifier/internal';

/** What a request presents as the client's own credential. */
export interface PresentedClient {
  /** Undefined when there is none; the empty text when it is invalid, as when two ways carry different secrets. */
  readonly secret: string | undefined;
  /** `bearer` for `Authorization: Bearer` and `x-api-key`, `body` for `client_secret_post`. */
  readonly way: 'bearer' | 'basic' | 'body';
}

/**
 * Finds the client's credential: `Authorization: Bearer`, `x-api-key`, HTTP Basic with any user name and the secret as
 * the password, or `client_secret` in the body, beside any `client_id`.
 */
export function presentedClient(header: Header, body: unknown): PresentedClient {
  const authorization = fieldOf(header, 'authorization');
  const [, basic] = /^Basic +(\S+)$/i.exec(authorization ?? '') ?? [];
  const ofHeaders = secretIn((name) => (basic !== undefined && name === 'authorization' ? undefined : header(name)));
  const ofBody = clientSecretIn(body);
  const secret = onlySecret([ofHeaders, basic === undefined ? undefined : passwordIn(basic), ofBody]);
  const way = basic !== undefined ? 'basic' : ofHeaders === undefined && ofBody !== undefined ? 'body' : 'bearer';
  return { secret, way };
}

/** `client_secret` of a form or of JSON; the empty text, which is invalid, when it is not a text or was sent twice. */
function clientSecretIn(body: unknown): string | undefined {
  const { client_secret: secret } = (body ?? {}) as { client_secret?: unknown };
  if (secret === undefined || secret === '') return undefined;
  return typeof secret === 'string' ? secret : '';
}

/** The password of HTTP Basic, decoded as RFC 6749 has both parts encoded; the empty text when there is none. */
function passwordIn(credentials: string): string {
  const [, password = ''] = /^[^:]*:([^]*)$/.exec(Buffer.from(credentials, 'base64').toString()) ?? [];
  try {
    return decodeURIComponent(password.replaceAll('+', ' '));
  } catch {
    return '';
  }
}

const REALM = 'realm="latchkey"';

/** The `WWW-Authenticate` of a refusal. Of a request without a credential it says no error (RFC 6750 section 3.1). */
export function challenge({ secret, way }: PresentedClient, error: 'invalid_token' | 'insufficient_scope'): string {
  if (way === 'basic' && error === 'invalid_token') return `Basic ${REALM}, charset="UTF-8"`;
  if (secret === undefined) return `Bearer ${REALM}`;
  const scope = error === 'insufficient_scope' ? ', scope="credential:introspect"' : '';
  return `Bearer ${REALM}, error="${error}"${scope}`;
}
