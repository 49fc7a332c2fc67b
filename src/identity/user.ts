import type { Instant } from '../clock.js';
import type { DocumentType, Document } from '../storage/collection.js';

/**
 * Somebody who can belong to organizations. Known by their e-mail address, in small letters, and to a provider that they
 * sign in by as its `subject`.
 */
export interface User extends Document {
  readonly email: string;
  /** The provider's URL; empty for none. */
  readonly issuer: string;
  /** Who they are to the provider; their own id when there is none. */
  readonly subject: string;
  readonly createdAt: Instant;
}

export const users: DocumentType<User> = {
  name: 'users',
  fields: { email: 'string', issuer: 'string', subject: 'string', createdAt: 'string' },
  unique: [['email'], ['issuer', 'subject']],
  lists: [],
};
