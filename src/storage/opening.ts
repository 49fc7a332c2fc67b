/** The options for opening a store, and the error for one that cannot be opened. */

export interface OpenOptions {
  /** Whether to create the store when there is none; true by default. */
  readonly create?: boolean;
  /** Whether this process serves requests; only one such process may open an embedded store at a time. False by default. */
  readonly serving?: boolean;
}

/**
 * The URI or directory of a store cannot be used. The message says why and what to do, and repeats no part of it. There is no
 * `cause`, because messages of drivers may contain parts of a password.
 */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}
