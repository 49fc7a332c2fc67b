import { v7 as uuid } from 'uuid';
import { type Clock, instant } from '../clock.js';
import { type Collection, DuplicateKey } from '../storage/collection.js';
import type { User } from './user.js';

/** Finds and creates users. An e-mail address must be in the form that `emailAddress` returns. */
export class Users {
  constructor(
    readonly collection: Collection<User>,
    readonly clock: Clock,
  ) {}

  get(id: string): Promise<User | undefined> {
    return this.collection.get(id);
  }

  find(email: string): Promise<User | undefined> {
    return this.collection.findOne({ email });
  }

  /** The user with this address, created when new. */
  async findOrCreate(email: string): Promise<User> {
    const known = await this.find(email);
    if (known) return known;
    const id = uuid();
    try {
      return await this.collection.insert({ id, email, issuer: '', subject: id, createdAt: instant(this.clock()) });
    } catch (error) {
      const other = error instanceof DuplicateKey ? await this.find(email) : undefined;
      if (!other) throw error;
      return other;
    }
  }
}
