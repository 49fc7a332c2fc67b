import type { Instant } from '../clock.js';
import { type Collection, DuplicateKey, type Kind, type Row } from '../storage/collection.js';
import { v7 as uuid } from 'uuid';

/** Somebody who can belong to organizations. Known by their e-mail address, in small letters. */
export interface User extends Row {
  readonly email: string;
  readonly createdAt: Instant;
}

export const users: Kind<User> = {
  name: 'users',
  fields: { email: 'string', createdAt: 'string' },
  unique: [['email']],
  lists: [],
};

/** The user with this address, created when new. */
export async function userByEmail(collection: Collection<User>, email: string, createdAt: Instant): Promise<User> {
  const known = await collection.findOne({ email });
  if (known) return known;
  try {
    return await collection.insert({ id: uuid(), email, createdAt });
  } catch (error) {
    const other = error instanceof DuplicateKey ? await collection.findOne({ email }) : undefined;
    if (!other) throw error;
    return other;
  }
}
