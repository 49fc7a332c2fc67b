/**
 * Idempotency keys: a request that is repeated under the same key takes effect once. The key is stored with an id
 * before anything else is written. The effect is then stored under that id: a credential, or the event of a rotation.
 * So a process may end at any point, and requests may repeat at the same time: a read by that id shows whether the
 * effect took place.
 */
import { v7 as uuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import { addPeriod, type Clock, type Instant, instant } from '../clock.js';
import { ClientError } from '../errors.js';
import type { Created } from './issuance.js';
import type { Credentials } from './service.js';
import { fingerprint } from '../secrets/secret.js';
import {
  type Collection,
  type Document,
  type DocumentType,
  DuplicateKey,
  type Store,
  StoreUnavailable,
} from '../storage/collection.js';

/** How long a key is kept, in hours. */
const KEPT_HOURS = 24;

/** Something that is to happen once. */
export interface Attempt {
  /** The key that the client chose, and the place in the answer that it is for. */
  readonly key: string;
  /** What is asked for: the same text for the same input. */
  readonly asked: string;
}

/**
 * A key that was taken; `id` is the id of what it is for: the credential that is created, or the event of the rotation.
 */
export interface IdempotencyKey extends Document {
  /** A digest of {@link Attempt.key} and the credential that sent it, or who did when they signed in without one. */
  readonly key: string;
  /** A digest of {@link Attempt.asked}. */
  readonly asked: string;
  readonly takenAt: Instant;
  /** Always true: the list of all keys. */
  readonly listed: boolean;
}

/** What is done under an id, or under none when nobody asked for it to happen once; `P` is why it was not done. */
type Act<P> = (id: string | undefined) => Promise<Created | P>;

export const idempotencyKeys: DocumentType<IdempotencyKey> = {
  name: 'idempotencyKeys',
  fields: { key: 'string', asked: 'string', takenAt: 'string', listed: 'boolean' },
  unique: [['key']],
  lists: [['listed']],
};

/** Keeps idempotency keys for {@link KEPT_HOURS}. */
export class IdempotencyKeys {
  readonly #stored: Collection<IdempotencyKey>;
  readonly #credentials: Credentials;
  readonly #clock: Clock;

  constructor(store: Store, credentials: Credentials, clock: Clock) {
    this.#stored = store.collection(idempotencyKeys);
    this.#credentials = credentials;
    this.#clock = clock;
  }

  /**
   * Creates a credential by `create`, which gives it the id that it is passed.
   * @throws ClientError NOT_FOUND when what was created has been deleted since; and what {@link #once} throws.
   */
  createOnce<P extends object>(caller: Caller, attempt: Attempt | undefined, create: Act<P>): Promise<Created | P> {
    return this.#once(caller, attempt, create, (id) => this.#created(id));
  }

  /**
   * Rotates the credential `credentialId` by `rotate`, which passes the id on as {@link Rotation.id}.
   * @throws what {@link #once} throws.
   */
  rotateOnce<P extends object>(
    caller: Caller,
    attempt: Attempt | undefined,
    credentialId: string,
    rotate: Act<P>,
  ): Promise<Created | P> {
    return this.#once(caller, attempt, rotate, async (id) => {
      const credential = await this.#credentials.rotatedBy(id, credentialId);
      return credential && { credential };
    });
  }

  /**
   * Does `act` under the id that it is passed, or answers without a secret what the same attempt did before, at the
   * same time too; `done` finds that. What `act` answers instead of a credential is not kept: a repetition tries again.
   * Without an attempt, it is `act` alone.
   * @throws ClientError IDEMPOTENCY_KEY_REUSED when the caller used the key for something else; and what `act` throws.
   */
  async #once<P extends object>(
    caller: Caller,
    attempt: Attempt | undefined,
    act: Act<P>,
    done: (id: string) => Promise<Created | undefined>,
  ): Promise<Created | P> {
    if (!attempt) return act(undefined);
    const id = await this.#idFor(caller, attempt);
    const before = await done(id);
    if (before) return before;
    try {
      const answer = await act(id);
      // It may have taken the last slot meanwhile.
      return 'secret' in answer ? answer : ((await done(id)) ?? answer);
    } catch (error) {
      const meanwhile = error instanceof DuplicateKey ? await done(id) : undefined;
      if (meanwhile) return meanwhile;
      throw error;
    }
  }

  /** The credential with this id, if it was created. @throws ClientError NOT_FOUND when it was deleted since. */
  async #created(id: string): Promise<Created | undefined> {
    const credential = await this.#credentials.get(id);
    if (credential?.listed === false) throw new ClientError('NOT_FOUND', DELETED);
    return credential && { credential };
  }

  /** The id under which the attempt is to be made: the same one for everybody who repeats it while the key is kept. */
  async #idFor({ actor }: Caller, attempt: Attempt): Promise<string> {
    const { credentialId, ref } = actor;
    const key = fingerprint(JSON.stringify([credentialId ?? [ref.type, ref.id], attempt.key]));
    const asked = fingerprint(attempt.asked);
    for (let tries = 0; tries < 30; tries++) {
      const taken = await this.#take({ id: uuid(), key, asked, takenAt: instant(this.#clock()), listed: true });
      if (!taken) continue;
      if (taken.asked === asked) return taken.id;
      throw new ClientError('IDEMPOTENCY_KEY_REUSED', REUSED);
    }
    throw new StoreUnavailable('an idempotency key could not be taken: too many try at once');
  }

  /** Removes the keys whose time is over, oldest first. */
  async sweep(): Promise<void> {
    let over: IdempotencyKey[];
    do {
      const { items } = await this.#stored.page({ listed: true }, { last: SWEPT_AT_ONCE });
      over = items.filter((one) => this.#isOver(one));
      for (const { id } of over) await this.#stored.delete(id);
    } while (over.length === SWEPT_AT_ONCE);
  }

  /**
   * The key as it is kept: this one, or the one that was there before. Undefined when that was over, and is gone now.
   */
  async #take(draft: Omit<IdempotencyKey, 'version'>): Promise<IdempotencyKey | undefined> {
    try {
      return await this.#stored.insert(draft);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
    const taken = await this.#stored.findOne({ key: draft.key });
    if (taken && !this.#isOver(taken)) return taken;
    // By its id, never by its key: whoever takes the key anew does so under another id.
    if (taken) await this.#stored.delete(taken.id);
    return undefined;
  }

  #isOver({ takenAt }: IdempotencyKey): boolean {
    return addPeriod(takenAt, { hours: KEPT_HOURS }) <= instant(this.#clock());
  }
}

const SWEPT_AT_ONCE = 100;

const DELETED = 'What was created under this Idempotency-Key has been deleted. Choose a new key to create another.';

const REUSED =
  'This Idempotency-Key was used for something else within the last 24 hours. Repeat a request as it was, or choose a new key.';
