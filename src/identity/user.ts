import type { Instant } from '../clock.js';
import type { DocumentType, Document } from '../storage/collection.js';

/** Somebody who can belong to organizations. Known by their e-mail address, in small letters. */
export interface User extends Document {
  readonly email: string;
  readonly createdAt: Instant;
}

export const users: DocumentType<User> = {
  name: 'users',
  fields: { email: 'string', createdAt: 'string' },
  unique: [['email']],
  lists: [],
};
