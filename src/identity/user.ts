import type { Instant } from '../clock.js';
import type { DocumentType, Document } from '../storage/collection.js';

/**
 * A person who can belong to organizations. Found by their e-mail address, in lower case, or by `issuer` and `subject` of
 * the identity provider that they sign in with.
 */
export interface User extends Document {
  readonly email: string;
  /** The provider's URL; empty for none. */
  readonly issuer: string;
  /** Their id at the provider; their own `id` when there is no provider. */
  readonly subject: string;
  readonly createdAt: Instant;
}

export const users: DocumentType<User> = {
  name: 'users',
  fields: { email: 'string', issuer: 'string', subject: 'string', createdAt: 'string' },
  unique: [['email'], ['issuer', 'subject']],
  lists: [],
};
