/** Asks `/oauth/…` over HTTP, and makes what is asked about. */
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { Latchkey, Send, Tenant } from '../support/latchkey.js';

export const EVERYTHING = { mode: 'ALL' };
export const INTROSPECT = '/oauth/introspect';
export const BATCH = '/oauth/introspect/batch';
export const REVOKE = '/oauth/revoke';

export interface Token {
  readonly id: string;
  readonly secret: string;
}

const CREATE = `
  mutation ($input: CreateOrganizationAccessTokenInput!) {
    createOrganizationAccessToken(input: $input) {
      ok { privateAccessKey createdOrganizationAccessToken { id } }
      error { code message }
    }
  }`;

/** A new organization access token of `tenant`, on everything and without an end unless `fields` say otherwise. */
export async function createToken(
  tenant: Tenant,
  permissions: readonly string[],
  fields: object = {},
  send: Send = tenant.owner,
): Promise<Token> {
  const organization = { byId: tenant.id };
  const input = { organization, title: 'A token', permissions, resources: EVERYTHING, ...fields };
  const { data, errors } = await send(CREATE, { input });
  const ok = data?.createOrganizationAccessToken?.ok;
  if (!ok) throw new Error(`no token was created: ${JSON.stringify([errors, data])}`);
  return { id: ok.createdOrganizationAccessToken.id, secret: ok.privateAccessKey };
}

/** A credential that may ask, as other services have one. */
export const askerOf = (tenant: Tenant): Promise<Token> => createToken(tenant, ['credential:introspect']);

/** Ends a token as its organization's owner. */
export async function end(tenant: Tenant, how: 'delete' | 'revoke', { id }: Token): Promise<void> {
  const document =
    how === 'delete'
      ? 'mutation ($id: ID!) { done: deleteAccessToken(input: { accessToken: { byId: $id } }) { ok { deletedAccessTokenId } } }'
      : 'mutation ($id: ID!) { done: revokeAccessToken(input: { accessToken: { byId: $id } }) { ok { __typename } } }';
  const { data, errors } = await tenant.owner(document, { id });
  expect(errors).toBeUndefined();
  expect(data.done.ok).not.toBeNull();
}

let calls = 0;

/** Posts JSON, or a form when `body` is URLSearchParams, from an address of its own unless one is given. */
export const post = (
  { app }: Latchkey,
  url: string,
  body: object | string | undefined,
  { secret, from, headers }: { secret?: string | undefined; from?: string; headers?: Record<string, string> } = {},
): Promise<LightMyRequestResponse> =>
  app.inject({
    method: 'POST',
    url,
    remoteAddress: from ?? `10.1.${(++calls >> 8) & 255}.${calls & 255}`,
    headers: {
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
      ...(body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body instanceof URLSearchParams ? body.toString() : body }),
  });

/** What an answer is made of, without what differs from request to request. */
export function essence({ statusCode, headers, body }: LightMyRequestResponse): object {
  const { date, 'x-request-id': id, ...rest } = headers;
  expect([date, id]).not.toContain(undefined);
  return { statusCode, body, headers: rest };
}
