/** What the tests of keys send, beyond creating one. */
import { expect } from 'vitest';
import type { Answer, Latchkey, Send, Tenant } from '../support/latchkey.js';
import { CREATE_KEY, CREATE_KEY_CARD } from '../support/operations.js';

/** What a page of keys has room for of each: all but its resources, which are up to 1,000. */
const LISTED = `
  id keyName token createdAt expiresAt keyType lastUsed revokedAt
  createdBy { actorId type } revokedBy { actorId type }`;

/** Every field of a key. */
const KEY = `${LISTED} resources { resourceId resourceType }`;

/** A key as {@link KEY} selects it. */
export interface ShownKey {
  readonly id: string;
  readonly keyName: string;
  readonly token: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly keyType: string;
  readonly lastUsed: string | null;
  readonly revokedAt: string | null;
  readonly createdBy: { readonly actorId: string; readonly type: string };
  readonly revokedBy: { readonly actorId: string; readonly type: string } | null;
  readonly resources: readonly { readonly resourceId: string; readonly resourceType: string }[];
}

const change = (call: string, declared = '', selection = '') => `
  mutation ($organizationId: ID!, $keyId: ID!${declared}) {
    organization(id: $organizationId) { ${call} ${selection} }
  }`;
const RENAME = change('renameKey(keyId: $keyId, name: $name)', ', $name: String!', `{ ${KEY} }`);
const ROTATE = change(
  'rotateKey(keyId: $keyId, newKeyName: $newKeyName, expireOldKeyAt: $expireOldKeyAt)',
  ', $newKeyName: String, $expireOldKeyAt: Timestamp',
  `{ ${KEY} }`,
);
const REVOKE = change('revokeKey(keyId: $keyId)');
const DELETE = change('deleteKey(keyId: $keyId)');
const EXPIRE = change(
  'setKeyExpiration(keyId: $keyId, expiration: $expiration)',
  ', $expiration: Timestamp!',
  `{ ${KEY} }`,
);
const READ = `
  query ($organizationId: ID!, $keyId: ID!) {
    organization(id: $organizationId) { apiKey(keyId: $keyId) { ${KEY} } }
  }`;
const LIST = `
  query ($organizationId: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: ApiKeyFilterInput, $expiresBefore: Timestamp, $total: Boolean = true) {
    organization(id: $organizationId) {
      apiKeys(first: $first, after: $after, last: $last, before: $before, filter: $filter, expiresBefore: $expiresBefore) {
        totalCount @include(if: $total)
        pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
        nodes { id }
        edges { cursor node { ${LISTED} } }
      }
    }
  }`;

/** The operations on the keys of one organization, sent by one caller. */
export function keysOf(organization: { readonly id: string }, send: Send) {
  const organizationId = organization.id;
  return {
    create: (input: object) => send(CREATE_KEY, { organizationId, ...input }),
    createCard: (input: object) => send(CREATE_KEY_CARD, { input: { organizationId, ...input } }),
    read: (keyId: string) => send(READ, { organizationId, keyId }),
    list: (args: object = {}) => send(LIST, { organizationId, ...args }),
    rename: (keyId: string, name: string) => send(RENAME, { organizationId, keyId, name }),
    rotate: (keyId: string, args: object = {}) => send(ROTATE, { organizationId, keyId, ...args }),
    revoke: (keyId: string) => send(REVOKE, { organizationId, keyId }),
    remove: (keyId: string) => send(DELETE, { organizationId, keyId }),
    expire: (keyId: string, expiration: string) => send(EXPIRE, { organizationId, keyId, expiration }),
  };
}

/** The operations on a tenant's keys, sent by its owner. */
export const owned = (tenant: Tenant) => keysOf(tenant, tenant.owner);

/** What an answer holds of `organization`, which must have gone well. */
export function done<T>(answer: Answer, field: string): T {
  expect(answer.errors).toBeUndefined();
  return answer.data.organization[field] as T;
}

/** What an answer refused with: one GraphQL error over HTTP 200, and null in the nearest place that may be null. */
export function refusal(
  answer: Answer,
  data: object = { organization: null },
): { message: string; code: string; path: unknown } {
  expect(answer).toMatchObject({ status: 200, data });
  expect(answer.errors).toHaveLength(1);
  const [error] = answer.errors ?? [];
  return { message: error?.message ?? '', code: error?.extensions.code ?? '', path: error?.path };
}

/** The names of the keys in a list's answer, in its order. */
export const namesIn = (answer: Answer): string[] =>
  done<{ edges: { node: ShownKey }[] }>(answer, 'apiKeys').edges.map(({ node }) => node.keyName);

/** Whether a secret signs in. */
export async function signsIn(latchkey: Latchkey, secret: string): Promise<boolean> {
  const { data } = await latchkey.as(secret)('{ me { id } }');
  return data.me !== null;
}

/** A moment some milliseconds after another, in the form of a Timestamp. */
export const after = (moment: string | Date, milliseconds: number): string =>
  new Date(new Date(moment).getTime() + milliseconds).toISOString();

/** The titles of the events recorded for a tenant, by action, in order. */
export async function eventsOf(latchkey: Latchkey, tenant: Tenant, keyId: string): Promise<string[]> {
  const { auditEvents } = await import('../../src/audit/event.js');
  const { iterate } = await import('../../src/storage/collection.js');
  await latchkey.services.relay.drain();
  const actions: string[] = [];
  for await (const event of iterate(latchkey.store.collection(auditEvents), { organizationIds: tenant.id }))
    if (event.subjectId === keyId) actions.unshift(event.action);
  return actions;
}
