import { type Clock, type Instant, instant } from '../clock.js';
import {
  update,
  type Collection,
  DuplicateKey,
  type DocumentType,
  type Document,
  type Store,
} from '../storage/collection.js';

/** The last accepted request of a credential; `id` is the credential's, so a request never moves a credential's version. */
export interface LastUse extends Document {
  readonly at: Instant;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** The GraphQL operation's name, if it has one. */
  readonly operation: string | null;
}

export const lastUses: DocumentType<LastUse> = {
  name: 'lastUses',
  fields: { at: 'string', ip: 'string', userAgent: 'string', operation: 'string' },
  unique: [],
  lists: [],
};

type Use = Omit<LastUse, 'id' | 'version' | 'at'>;

/** Notes uses in memory, one for each credential, and writes them out of the requests' path: see {@link flush}. */
export class LastUses {
  readonly #stored: Collection<LastUse>;
  readonly #clock: Clock;
  readonly #noted = new Map<string, Omit<LastUse, 'version'>>();

  constructor(store: Store, clock: Clock) {
    this.#stored = store.collection(lastUses);
    this.#clock = clock;
  }

  /** Notes that a request of this credential was accepted, now. A clock that was set back moves nothing back. */
  note(id: string, use: Use): void {
    const at = instant(this.#clock());
    const noted = this.#noted.get(id);
    if (!noted || noted.at <= at) this.#noted.set(id, { id, at, ...use });
  }

  /** The last uses of these credentials, in their order; undefined for one never used. Knows those not yet written. */
  async getMany(ids: readonly string[]): Promise<(Omit<LastUse, 'version'> | undefined)[]> {
    const noted = ids.map((id) => this.#noted.get(id));
    const stored = await this.#stored.getMany(ids);
    return noted.map((use, index) => newer(use, stored[index]));
  }

  /** Writes what was noted so far. What could not be written stays noted, and the error is thrown. */
  async flush(): Promise<void> {
    for (const [id, use] of [...this.#noted]) {
      await this.#write(use);
      if (this.#noted.get(id) === use) this.#noted.delete(id);
    }
  }

  async #write(use: Omit<LastUse, 'version'>): Promise<void> {
    const write = () => update(this.#stored, use.id, (old) => (old.at < use.at ? { ...old, ...use } : old));
    if (await write()) return;
    await this.#stored.insert(use).catch((error: unknown) => {
      if (!(error instanceof DuplicateKey)) throw error;
      return write();
    });
  }
}

function newer<T extends { at: Instant }>(a: T | undefined, b: T | undefined): T | undefined {
  return !a || (b && b.at > a.at) ? b : a;
}
