/** Converts between pages of the storage port and Relay connections. */
import { validate as isUuid } from 'uuid';
import { BadInput } from '../errors.js';
import type { Page, PageRequest } from '../storage/collection.js';

/** The arguments of a connection, as a request gives them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Connection<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly nodes: T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

/** The greatest size of a page, and its size when the request does not say one. */
export const MAX_PAGE_SIZE = 100;

/** The page that the arguments ask for. @throws BadInput for a size out of range, both directions at once, and an invalid cursor. */
export function pageRequestOf({ first, after, last, before }: PageArguments): PageRequest {
  const backward = last != null || before != null;
  if (backward && (first != null || after != null))
    throw new BadInput('Page forward with "first" and "after" or backward with "last" and "before", not both.');
  return backward
    ? { last: sizeOf('last', last), before: idOf('before', before) }
    : { first: sizeOf('first', first), after: idOf('after', after) };
}

/**
 * The page that the arguments of one of Hive's lists ask for. Its size is `first`, at most {@link HIVE_PAGE_SIZE}; it is
 * {@link HIVE_PAGE_SIZE} without `first`, or when that is 0 or less. @throws BadInput for an invalid cursor.
 */
export const hivePageRequestOf = ({ first, after }: Pick<PageArguments, 'first' | 'after'>): PageRequest => ({
  first: first == null || first <= 0 ? HIVE_PAGE_SIZE : Math.min(first, HIVE_PAGE_SIZE),
  after: idOf('after', after),
});

/** The greatest size of a page of such a list. */
export const HIVE_PAGE_SIZE = 20;

function sizeOf(argument: string, size: number | null | undefined): number {
  if (size == null) return MAX_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) throw new BadInput(`"${argument}" must be from 1 to ${MAX_PAGE_SIZE}.`);
  return size;
}

const encode = (id: string | undefined): string => (id === undefined ? '' : Buffer.from(id).toString('base64url'));

/** The id in a cursor; undefined for none and for the empty one, which an empty page has and which means the start of the list. */
function idOf(argument: string, cursor: string | null | undefined): string | undefined {
  if (cursor == null || cursor === '') return undefined;
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!isUuid(id) || encode(id) !== cursor)
    throw new BadInput(`"${argument}" must be a cursor from the pageInfo or an edge of an earlier page.`);
  return id;
}

/** A page as a connection. A cursor is the encoded id of its document. */
export function connection<T extends { id: string }>(page: Page<T>): Connection<T>;
export function connection<R extends { id: string }, T>(page: Page<R>, node: (document: R) => T): Connection<T>;
export function connection<R extends { id: string }>(
  page: Page<R>,
  node = (document: R): unknown => document,
): Connection<unknown> {
  const edges = page.items.map((document) => ({ cursor: encode(document.id), node: node(document) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: encode(page.startCursor),
      endCursor: encode(page.endCursor),
    },
  };
}

/** A page of a list in memory, which must be sorted by id, the greatest first. */
export function pageOf<T extends { readonly id: string }>(all: readonly T[], request: PageRequest): Page<T> {
  const newerThan = (id = '') => all.filter((one) => one.id > id).length;
  const upTo = (id = 'z') => all.filter((one) => one.id >= id).length;
  const end = 'first' in request ? upTo(request.after) + request.first : newerThan(request.before);
  const start = Math.max(0, 'first' in request ? upTo(request.after) : end - request.last);
  const items = all.slice(start, end);
  return {
    items,
    startCursor: items[0]?.id,
    endCursor: items.at(-1)?.id,
    hasNextPage: end < all.length,
    hasPreviousPage: start > 0,
  };
}

/** A page without items. */
export const emptyPage = <T>(): Page<T> => ({
  items: [],
  startCursor: undefined,
  endCursor: undefined,
  hasNextPage: false,
  hasPreviousPage: false,
});
