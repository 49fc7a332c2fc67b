/** The part of Latchkey's Platform API that a pipeline uses, typed by codegen and sent by urql. */
import { type AnyVariables, Client, type DocumentInput, fetchExchange } from '@urql/core';
import {
  CreateAccessTokenDocument,
  CreateSubgraphKeyDocument,
  DeleteAccessTokenDocument,
  ListAccessTokensDocument,
  type ListAccessTokensQuery,
  ListKeysDocument,
  type ListKeysQuery,
  type ResourceAssignmentInput,
  RevokeKeyDocument,
  RotateKeyDocument,
  type SubgraphIdentifierInput,
} from './generated/graphql.js';

const DEADLINE_MS = 10_000;

/** A key in a list, without its secret. */
export type Key = NonNullable<ListKeysQuery['organization']>['apiKeys']['nodes'][number];

/** An access token in a list, without its secret. */
export type AccessToken = NonNullable<ListAccessTokensQuery['organization']>['accessTokens']['edges'][number]['node'];

/** What was created or rotated. The secret is in this answer only. */
export interface Issued {
  readonly id: string;
  readonly secret: string;
}

/** A refusal by Latchkey. The message says why and what to do; `code` is one of docs/errors.md. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface PlatformOptions {
  /** The URL of Latchkey, such as `https://latchkey.example`; `/graphql` is below it. */
  readonly url: string;
  /** The secret of a user or an organization access token. */
  readonly token: string;
  /** The organization's slug. */
  readonly organization: string;
}

/** A client for one organization. Its methods reject with {@link PlatformError}, and with the network's error. */
export function createPlatform({ url, token, organization: organizationSlug }: PlatformOptions) {
  // GraphOS' fields take the slug as an id, Hive's by a selector.
  const [organizationId, reference] = [organizationSlug, { bySelector: { organizationSlug } }];
  const client = new Client({
    url: new URL('graphql', url.replace(/\/*$/, '/')).href,
    // No cache: what was revoked must not be listed from memory. No retries: a second attempt would create a second key.
    exchanges: [fetchExchange],
    // Latchkey answers POST only, so that no URL contains a value.
    preferGetMethod: false,
    // A redirect would take the secret elsewhere.
    fetchOptions: { headers: { authorization: `Bearer ${token}` }, redirect: 'error' },
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(DEADLINE_MS) }),
  });

  async function send<Data, Variables extends AnyVariables>(
    document: DocumentInput<Data, Variables>,
    variables: Variables,
    kind: 'query' | 'mutation',
  ): Promise<Data> {
    const { data, error } = await client[kind](document, variables).toPromise();
    if (error?.networkError) throw error.networkError;
    const [problem] = error?.graphQLErrors ?? [];
    if (problem) throw new PlatformError(String(problem.extensions.code), problem.message);
    if (!data) throw new PlatformError('INTERNAL_SERVER_ERROR', 'Latchkey answered nothing.');
    return data;
  }

  return {
    /** Creates a key that publishes and checks the schemas of these subgraphs. */
    async createKey(name: string, subgraphs: SubgraphIdentifierInput[]): Promise<Issued> {
      const input = { organizationId, name, type: 'SUBGRAPH', resources: { subgraphs } } as const;
      const { createKey } = await send(CreateSubgraphKeyDocument, { input }, 'mutation');
      if (createKey.__typename === 'CreateKeyError') throw new PlatformError(createKey.code, createKey.message);
      return { id: createKey.id, secret: createKey.token };
    },

    /** The keys that are good, newest first. */
    keys: (): AsyncGenerator<Key> =>
      every(async (after) => {
        const { organization } = await send(ListKeysDocument, { organizationId, after }, 'query');
        return found(organization).apiKeys;
      }),

    /** Gives a key a new secret. The old one ends at `expireOldKeyAt`, or at once. */
    async rotateKey(keyId: string, expireOldKeyAt?: Date): Promise<Issued> {
      const variables = { organizationId, keyId, expireOldKeyAt: expireOldKeyAt?.toISOString() ?? null };
      const { organization } = await send(RotateKeyDocument, variables, 'mutation');
      const { id, token: secret } = found(organization).rotateKey;
      return { id, secret };
    },

    /** Ends a key at once; it stays on record as revoked. Again, does the same. */
    async revokeKey(keyId: string): Promise<void> {
      const { organization } = await send(RevokeKeyDocument, { organizationId, keyId }, 'mutation');
      found(organization);
    },

    /** Creates an access token that lives for a month. It cannot hold more than this client's own token. */
    async createAccessToken(
      title: string,
      permissions: string[],
      resources: ResourceAssignmentInput = { mode: 'ALL' },
    ): Promise<Issued> {
      const input = { organization: reference, title, permissions, resources, expirationPeriod: 'ONE_MONTH' } as const;
      const { createOrganizationAccessToken } = await send(CreateAccessTokenDocument, { input }, 'mutation');
      const { createdOrganizationAccessToken, privateAccessKey } = okOf(createOrganizationAccessToken);
      return { id: createdOrganizationAccessToken.id, secret: privateAccessKey };
    },

    /** The access tokens, newest first. */
    accessTokens: (): AsyncGenerator<AccessToken> =>
      every(async (after) => {
        const { organization } = await send(ListAccessTokensDocument, { organization: reference, after }, 'query');
        const { edges, pageInfo } = found(organization).accessTokens;
        return { nodes: edges.map(({ node }) => node), pageInfo };
      }),

    /** Ends an access token at once and takes it from the list. Again, does the same. */
    async deleteAccessToken(id: string): Promise<void> {
      const input = { accessToken: { byId: id } };
      okOf((await send(DeleteAccessTokenDocument, { input }, 'mutation')).deleteAccessToken);
    },
  };
}

/** A page of a list. It may have few entries, or none, although more follow. */
interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** Everything in a list, a page at a time. */
async function* every<Node>(pageAfter: (cursor: string | null) => Promise<Page<Node>>): AsyncGenerator<Node> {
  let cursor: string | null = null;
  do {
    const { nodes, pageInfo }: Page<Node> = await pageAfter(cursor);
    yield* nodes;
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (cursor !== null);
}

/** The `ok` of a result with the shape `{ ok, error }`. @throws PlatformError. */
function okOf<Ok>(result: { ok: Ok | null; error: { code: string; message: string } | null }): Ok {
  if (result.ok) return result.ok;
  throw new PlatformError(result.error?.code ?? 'INTERNAL_SERVER_ERROR', result.error?.message ?? 'Latchkey said no.');
}

/** @throws PlatformError when there is no organization. */
function found<T>(organization: T | null): T {
  if (organization) return organization;
  throw new PlatformError('ORGANIZATION_NOT_FOUND', 'There is no such organization, or none that the token may see.');
}
