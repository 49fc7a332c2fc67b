import { type Clock, type Instant, instant } from '../clock.js';
import type { Collection, Document, DocumentType, Store } from '../storage/collection.js';

/**
 * The last accepted request of a credential; `id` is the credential's. It is a document of its own, so that a request
 * does not write the credential.
 */
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

/** The most credentials that are noted in memory while the store takes no writes: about 300 bytes each. */
export const MAX_NOTED = 50_000;

/** Notes the last use of each credential in memory, and writes them in the background: see {@link flush}. */
export class LastUses {
  readonly #stored: Collection<LastUse>;
  readonly #clock: Clock;
  /** The uses that are not yet stored, by credential id, in the order in which the credentials were first noted. */
  readonly #noted = new Map<string, Omit<LastUse, 'version'>>();

  constructor(store: Store, clock: Clock) {
    this.#stored = store.collection(lastUses);
    this.#clock = clock;
  }

  /**
   * Notes that a request of this credential was accepted, now. Ignores a use that is older than the noted one. With
   * {@link MAX_NOTED} credentials noted, it forgets the one that was noted first.
   */
  note(id: string, use: Use): void {
    const at = instant(this.#clock());
    const noted = this.#noted.get(id);
    if (noted && noted.at > at) return;
    const [first] = this.#noted.size < MAX_NOTED ? [] : this.#noted.keys();
    if (!noted && first !== undefined) this.#noted.delete(first);
    this.#noted.set(id, { id, at, ...use });
  }

  /** The last uses of these credentials, in their order; undefined for one never used. Includes those not yet stored. */
  async getMany(ids: readonly string[]): Promise<(Omit<LastUse, 'version'> | undefined)[]> {
    const noted = ids.map((id) => this.#noted.get(id));
    const stored = await this.#stored.getMany(ids);
    return noted.map((use, index) => newer(use, stored[index]));
  }

  /**
   * Writes what was noted so far, unless a later use is stored. When that fails, all of it stays noted, and the error
   * is thrown.
   */
  async flush(): Promise<void> {
    const uses = [...this.#noted.values()];
    await this.#stored.upsertGreater(uses, 'at');
    // What was noted meanwhile is not written yet.
    for (const use of uses) if (this.#noted.get(use.id) === use) this.#noted.delete(use.id);
  }
}

function newer<T extends { at: Instant }>(a: T | undefined, b: T | undefined): T | undefined {
  return !a || (b && b.at > a.at) ? b : a;
}
