/** Reads the secret that a request presents. The service and the verifier both use it, and nothing else does this. */

/** One header field of a request, by its name in lower case; null or undefined when the request does not have it. */
export type Header = (name: string) => string | null | undefined;

/** The header fields of a `node:http` message. Requests that a server injects in tests lack `headersDistinct`. */
export interface HeaderFields {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly headersDistinct?: Readonly<Record<string, string[] | undefined>> | undefined;
}

/**
 * Reads the header fields of a message. Joins the values of a field that was sent several times with commas: Node keeps only
 * the first `authorization`, and another program that reads the request may use the last.
 */
export const headerIn =
  ({ headers, headersDistinct }: HeaderFields): Header =>
  (name) => {
    const sent = headersDistinct?.[name] ?? [];
    return sent.length > 1 ? sent.join(', ') : headers[name]?.toString();
  };

/**
 * The longest header field, in characters: enough for a scheme, a user name and a secret, percent-encoded and in base64. A
 * longer field is invalid.
 */
const MAX_FIELD_LENGTH = 1000;

/**
 * The secret in `Authorization: Bearer` or `x-api-key`. A field that is empty or white space counts as absent.
 * @returns undefined when there is none; the empty text, which is never a valid secret, for another scheme or for two
 * secrets that differ.
 */
export function secretIn(header: Header): string | undefined {
  const [authorization, apiKey] = [fieldOf(header, 'authorization'), fieldOf(header, 'x-api-key')];
  return onlySecret([authorization === undefined ? undefined : bearerIn(authorization), apiKey]);
}

/**
 * A header field without the white space around it: undefined when nothing is left, the empty text when it is too long.
 */
export function fieldOf(header: Header, name: string): string | undefined {
  const value = header(name) ?? '';
  return value.length > MAX_FIELD_LENGTH ? '' : value.trim() || undefined;
}

/**
 * The secret of a request that may present it in several ways. Two that differ are refused, because another program
 * that reads the request might use the other one.
 * @returns undefined when none is presented; the empty text when two differ.
 */
export function onlySecret(presented: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = presented.filter((one) => one !== undefined);
  return others.every((one) => one === first) ? first : '';
}

const bearerIn = (authorization: string): string => /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
