/** How a store is opened, and why it cannot be. */

export interface OpenOptions {
  /** Whether to create the store when there is none yet; true unless set. */
  readonly create?: boolean;
  /** Whether this process serves from the store, which only one may at a time on the embedded engine; false unless set. */
  readonly serving?: boolean;
}

/**
 * The address or directory of a store cannot be used as it is. The message says why and what to do, and repeats no part
 * of it. There is no `cause`, because messages of drivers may hold parts of a password.
 */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}
