/** Converts documents to and from their form in MongoDB: with `id` as `_id`, and with the store version of their shape. */
import type { Document } from '../collection.js';
import { StoreVersionMismatch } from '../errors.js';

/** A document in MongoDB. Without `storeVersion`, it has the shape of version 1. */
export type Stored = Record<string, unknown> & { readonly _id: string; readonly storeVersion?: number };

/** The store version whose shape a document has. */
export const storeVersionOf = ({ storeVersion = 1 }: Pick<Stored, 'storeVersion'>): number => storeVersion;

export function toStored({ id, ...rest }: Document, storeVersion: number): Stored {
  return { _id: id, ...rest, storeVersion };
}

/** @throws StoreVersionMismatch for a document of a newer program, which has begun to migrate the store. */
export function fromStored<T extends Document>(stored: Stored, own: number): T {
  const { _id: id, storeVersion = 1, ...rest } = stored;
  if (storeVersion > own) throw new StoreVersionMismatch(storeVersion, own);
  return { id, ...rest } as unknown as T;
}
