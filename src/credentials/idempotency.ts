/**
 * Idempotency keys: a request that is repeated under the same key takes effect once. The key is stored with an id
 * before anything else is written. The effect is then stored under that id: a credential, or the event of a rotation.
 * So a process may end at any point, and requests may repeat at the same time: a read by that id shows whether the
 * effect took place.
 */
import { v7 as uuid } from 'uuid';
import { isRecorded } from '../audit/event.js';
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

/** A request that must take effect at most once. */
export interface Attempt {
  /** The key that the client chose, with the path of the field in the answer. */
  readonly key: string;
  /** The field and its input, as a text that is equal for equal requests. */
  readonly asked: string;
}

/** A stored key. Its `id` is the id of the effect: of the credential that is created, or of the event of the rotation. */
export interface IdempotencyKey extends Document {
  /** A digest of {@link Attempt.key} and the caller's credential, or their actor when they signed in without one. */
  readonly key: string;
  /** A digest of {@link Attempt.asked}. */
  readonly asked: string;
  readonly takenAt: Instant;
  /** Always true, so that one list holds all keys. */
  readonly listed: boolean;
}

/** Writes an effect under `id`, which is undefined without an idempotency key. `P` is the type of a refusal. */
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
   * Creates a credential by `create`, which must store it under the id that it is passed.
   * @throws ClientError NOT_FOUND when what was created has been deleted since; and what {@link #once} throws.
   */
  createOnce<P extends object>(caller: Caller, attempt: Attempt | undefined, create: Act<P>): Promise<Created | P> {
    return this.#once(caller, attempt, create, (id) => this.#created(id));
  }

  /**
   * Rotates the credential `credentialId` by `rotate`, which must pass the id on as {@link Rotation.id}.
   * @throws what {@link #once} throws.
   */
  rotateOnce<P extends object>(
    caller: Caller,
    attempt: Attempt | undefined,
    credentialId: string,
    rotate: Act<P>,
  ): Promise<Created | P> {
    return this.#once(caller, attempt, rotate, async (id) => {
      const { collection, trail } = this.#credentials;
      const credential = await collection.get(credentialId);
      return credential && (await isRecorded(trail, credential, id)) ? { credential } : undefined;
    });
  }

  /**
   * Calls `act` with the id of the attempt. If the same attempt has taken effect, before or at the same time, returns that
   * credential without a secret; `done` finds it by the id. A refusal is not kept: a repetition calls `act` again.
   * Without an attempt, only calls `act`.
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
      // The same attempt, sent twice at once, may have taken the last slot.
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

  /** The id for the effect of an attempt: the same for all its repetitions while the key is kept. */
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

  /** Removes the expired keys, oldest first. */
  async sweep(): Promise<void> {
    let expired: IdempotencyKey[];
    do {
      const { items } = await this.#stored.page({ listed: true }, { last: SWEPT_AT_ONCE });
      expired = items.filter((one) => this.#hasExpired(one));
      for (const { id } of expired) await this.#stored.delete(id);
    } while (expired.length === SWEPT_AT_ONCE);
  }

  /** Stores a key, or returns the stored one with the same digest. Removes that if it has expired, and returns undefined. */
  async #take(draft: Omit<IdempotencyKey, 'version'>): Promise<IdempotencyKey | undefined> {
    try {
      return await this.#stored.insert(draft);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
    const taken = await this.#stored.findOne({ key: draft.key });
    if (taken && !this.#hasExpired(taken)) return taken;
    // By its id, not by its key: another request may have stored the key again, under another id.
    if (taken) await this.#stored.delete(taken.id);
    return undefined;
  }

  #hasExpired({ takenAt }: IdempotencyKey): boolean {
    return addPeriod(takenAt, { hours: KEPT_HOURS }) <= instant(this.#clock());
  }
}

const SWEPT_AT_ONCE = 100;

const DELETED = 'What was created under this Idempotency-Key has been deleted. Choose a new key to create another.';

const REUSED =
  'This Idempotency-Key was used for something else within the last 24 hours. Repeat a request as it was, or choose a new key.';
