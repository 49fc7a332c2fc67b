import { setImmediate as nextTurn } from 'node:timers/promises';
import { Rounds } from '../rounds.js';
import { type Consumer, DeliveryFailed } from './consumer.js';
import { ATTEMPT_MS, type Delivery } from './delivery.js';
import type { DeliveryQueue } from './queue.js';

/** How many attempts for one consumer a process makes at once, so that a slow recipient does not delay the others. */
const MAX_AT_ONCE = 10;

/** How long {@link DeliveryWorker.stop} waits for running attempts, in milliseconds. */
const STOP_MS = 5000;

/** The stored error of an attempt that failed by a fault of Latchkey. */
const FAULT = 'Internal error: the log of Latchkey has its cause.';

/** Makes the deliveries of one consumer. Any number of processes may do so at once, and each may be killed at any point. */
export class DeliveryWorker {
  readonly #rounds: Rounds;
  /** The running attempts, each with what aborts it. */
  readonly #running = new Map<AbortController, Promise<void>>();
  #stopping = false;
  #abandoned = false;

  constructor(
    readonly name: string,
    readonly consumer: Consumer,
    readonly queue: DeliveryQueue,
    readonly onError: (error: unknown) => void,
  ) {
    this.#rounds = new Rounds(() => this.#takeDue(), onError);
  }

  /** Makes what is due in the background. */
  wake(): void {
    if (!this.#stopping) this.#rounds.wake();
  }

  /** Resolves when no delivery is due and no attempt runs. Rejects when the store does. */
  async drain(): Promise<void> {
    for (;;) {
      await this.#rounds.run();
      if (this.#running.size === 0) return;
      await Promise.all(this.#running.values());
    }
  }

  /**
   * Stops for good: begins no more attempts, and waits up to {@link STOP_MS} for the running ones. Aborts those that still run
   * then; they are due again when their leases end.
   */
  async stop(): Promise<void> {
    this.#stopping = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, STOP_MS)));
    const done = this.#rounds.ended().then(() => Promise.all(this.#running.values()));
    await Promise.race([done, late]).finally(() => clearTimeout(timer));
    this.#abandoned = true;
    for (const attempt of this.#running.keys()) attempt.abort();
  }

  /** Begins attempts of due deliveries, up to {@link MAX_AT_ONCE}. The end of each attempt calls this again. */
  async #takeDue(): Promise<void> {
    for (;;) {
      const free = this.#stopping ? 0 : MAX_AT_ONCE - this.#running.size;
      const due = free > 0 ? await this.queue.due(this.name, free) : [];
      for (const id of due) {
        if (this.#stopping) return;
        const delivery = await this.queue.claim(id);
        if (delivery?.state === 'WAITING') this.#begin(delivery);
        else if (delivery) this.#reportGivenUp(delivery);
        // The embedded store is synchronous: without this, nothing else would run until all are begun.
        await nextTurn();
      }
      if (due.length < free || free <= 0) return;
    }
  }

  #begin(delivery: Delivery): void {
    const controller = new AbortController();
    const attempt = this.#attempt(delivery, controller)
      .catch(this.onError)
      .finally(() => {
        this.#running.delete(controller);
        this.wake();
      });
    this.#running.set(controller, attempt);
  }

  async #attempt(delivery: Delivery, controller: AbortController): Promise<void> {
    try {
      const event = await this.queue.eventOf(delivery);
      if (!event) throw new DeliveryFailed('The audit trail no longer has the event.', { permanent: true });
      await withinDeadline(controller, (signal) => this.consumer.deliver(event, delivery, signal));
    } catch (error) {
      if (!this.#abandoned) await this.#fail(delivery, error);
      return;
    }
    await this.queue.succeed(delivery);
  }

  async #fail(delivery: Delivery, cause: unknown): Promise<void> {
    const expected = cause instanceof DeliveryFailed;
    if (!expected) this.onError(new Error(`delivery ${delivery.id} failed`, { cause }));
    const failure = expected
      ? { error: cause.message, permanent: cause.permanent }
      : { error: FAULT, permanent: false };
    const after = await this.queue.fail(delivery, failure);
    if (after?.state === 'GIVEN_UP') this.#reportGivenUp(after, expected ? { cause } : {});
  }

  #reportGivenUp({ id, attempts }: Delivery, options: ErrorOptions = {}): void {
    this.onError(new Error(`delivery ${id} was given up after ${attempts.length} attempts`, options));
  }
}

/** Settles as `act` does. Rejects earlier when `controller` aborts, and aborts it after {@link ATTEMPT_MS}. */
async function withinDeadline(controller: AbortController, act: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const { signal } = controller;
  const late = new DeliveryFailed(`It took longer than ${ATTEMPT_MS / 1000} seconds.`);
  const timer = setTimeout(() => controller.abort(late), ATTEMPT_MS);
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
  await Promise.race([act(signal), aborted]).finally(() => clearTimeout(timer));
}
