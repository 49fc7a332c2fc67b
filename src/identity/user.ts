import type { Instant } from '../clock.js';
import type { Kind, Row } from '../storage/collection.js';

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
